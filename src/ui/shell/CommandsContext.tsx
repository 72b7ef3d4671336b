import { createContext, use, type ReactNode } from 'react';
import type { Commands } from '../../commands/commands.ts';
import type { Host } from '../../host/host.ts';

const CommandsContext = createContext<Commands | null>(null);

export function CommandsProvider({ commands, children }: { commands: Commands; children: ReactNode }) {
  return <CommandsContext value={commands}>{children}</CommandsContext>;
}

/** Everything the person can do. Only inside the app. */
export function useCommands(): Commands {
  const commands = use(CommandsContext);
  if (!commands) throw new Error('useCommands outside CommandsProvider');
  return commands;
}

/** Where we run: Teams, Outlook or a plain browser. */
export function useHost(): Host {
  return useCommands().host;
}
