import { createContext, useContext, type ReactNode } from 'react';
import type { Commands } from '../../commands/commands.ts';
import type { Host } from '../../host/host.ts';

const CommandsContext = createContext<Commands | null>(null);

export function CommandsProvider({ commands, children }: { commands: Commands; children: ReactNode }) {
  return <CommandsContext.Provider value={commands}>{children}</CommandsContext.Provider>;
}

/** Everything the person can do. Only inside the app. */
export function useCommands(): Commands {
  const commands = useContext(CommandsContext);
  if (!commands) throw new Error('useCommands outside CommandsProvider');
  return commands;
}

/** Where we run: Teams, Outlook or a plain browser. */
export function useHost(): Host {
  return useCommands().host;
}
