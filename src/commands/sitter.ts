import type { Host } from '../host/host.ts';

/** Whose things on this device may be shown: by Entra object id. */
export interface Sitter {
  /** Whoever is signed in or, until a token shows it, whom the host was found to name; null while nobody is known. */
  known(): string | null;
  /** Asks the host where no token has shown it yet. What this device keeps of that person may be painted before the network answers. */
  find(): Promise<string | null>;
}

export function createSitter(host: Host): Sitter {
  let expected: string | null = null;
  return {
    known: () => host.signIn.person()?.id ?? expected,
    find: async () => host.signIn.person()?.id ?? (expected ??= (await host.expectedId?.()) ?? null),
  };
}
