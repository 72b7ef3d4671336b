/**
 * Stands in for msal's ordinary client where only nested app authentication is wanted (src/tools/build/msalTrim.ts): msal
 * turns to it when the host has no bridge. Being told so is all we want then; our own popup sign-in takes over.
 */
export class StandardController {
  constructor() {
    throw new NestedSignInUnavailable();
  }
}

export class NestedSignInUnavailable extends Error {
  override readonly name = 'NestedSignInUnavailable';

  constructor() {
    super('Nested app authentication is not available here');
  }
}
