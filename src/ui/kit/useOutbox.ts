import { useEffect, useState } from 'react';
import type { OutboxState } from '../../commands/commands.ts';
import { useCommands } from './CommandsContext.tsx';

/** The outbox as it is now. */
export function useOutbox(): OutboxState {
  const commands = useCommands();
  const [state, setState] = useState(() => commands.outbox.state());
  useEffect(() => commands.outbox.onChange(setState), [commands]);
  return state;
}
