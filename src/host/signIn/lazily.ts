import type { SignedInPerson, SignIn, TokenRequest } from '../host.ts';

/** A sign-in that is made when it is first needed, and made again when making it failed. Loading starts at once, so that it is there in time. */
export function lazily(create: () => Promise<SignIn>): SignIn & { signOut(): Promise<void>; expectedId(): Promise<string | null> } {
  let made: SignIn | null = null;
  let making: Promise<SignIn> | null = null;
  const get = (): Promise<SignIn> => {
    making ??= create().then(
      (signIn) => (made = signIn),
      (error: unknown) => {
        making = null;
        throw error;
      },
    );
    return making;
  };
  // Whoever asks for a token hears of a failure; this is only a head start.
  void get().catch(() => undefined);
  return {
    token: async (request: TokenRequest) => (await get()).token(request),
    person: (): SignedInPerson | null => made?.person() ?? null,
    ask: async (scopes) => (await get()).ask(scopes),
    // In a browser of one's own it is whoever signed in here last.
    expectedId: async () => (await get()).person()?.id ?? null,
    signOut: async () => (await get()).signOut?.(),
  };
}
