import type { AccountInfo, IPublicClientApplication } from '@azure/msal-browser';
import type { AppConfig } from '../config.ts';
import { HostFailure, type SignedInPerson, type SignIn, type TokenRequest } from '../host.ts';
import { withinTime } from '../timeLimit.ts';
import { personOf } from './account.ts';
import { needsPerson, signInFailure } from './failure.ts';
import { askedOf, atLeastUserRead, msalConfiguration } from './msalConfiguration.ts';

const patience = 20;

/**
 * Signing in in a plain browser: the page leaves for the sign-in service and comes back to the address it left, by way
 * of redirect.html. Accounts are kept for all tabs, since a link from the channel opens a new one each time.
 */
export async function createRedirectSignIn(config: AppConfig): Promise<SignIn> {
  try {
    const { createStandardPublicClientApplication } = await import('@azure/msal-browser');
    const client = await withinTime(
      patience,
      'The sign-in service',
      createStandardPublicClientApplication(msalConfiguration(config, 'localStorage')),
    );
    const back = await withinTime(patience, 'The sign-in service', client.handleRedirectPromise());
    const account = back?.account ?? client.getActiveAccount() ?? client.getAllAccounts()[0] ?? null;
    client.setActiveAccount(account);
    return new RedirectSignIn(client, account, config.appOrigin);
  } catch (error) {
    throw signInFailure(error);
  }
}

class RedirectSignIn implements SignIn {
  readonly #client: IPublicClientApplication;
  readonly #appOrigin: string;
  #account: AccountInfo | null;

  constructor(client: IPublicClientApplication, account: AccountInfo | null, appOrigin: string) {
    this.#client = client;
    this.#account = account;
    this.#appOrigin = appOrigin;
  }

  person(): SignedInPerson | null {
    return this.#account === null ? null : personOf(this.#account);
  }

  async token(request: TokenRequest): Promise<string> {
    const asked = askedOf(request);
    try {
      if (this.#account === null) throw new HostFailure('SignInNeeded', 'Nobody has signed in yet');
      const result = await withinTime(patience, 'The sign-in service', this.#client.acquireTokenSilent({ ...asked, account: this.#account }));
      this.#account = result.account;
      return result.accessToken;
    } catch (error) {
      const failure = signInFailure(error);
      if (request.interactive !== true || !(failure.name === 'SignInNeeded' || needsPerson(error))) throw failure;
      return this.#leave(asked);
    }
  }

  async ask(scopes: readonly string[]): Promise<void> {
    await this.#leave({ scopes: atLeastUserRead(scopes) });
  }

  async signOut(): Promise<void> {
    await this.#client.logoutRedirect({ account: this.#account, postLogoutRedirectUri: `${this.#appOrigin}/` });
  }

  /** Never comes back with a token: the page is gone. */
  async #leave(asked: { scopes: string[]; claims?: string }): Promise<never> {
    try {
      await this.#client.acquireTokenRedirect({ ...asked, ...(this.#account && { account: this.#account }) });
    } catch (error) {
      throw signInFailure(error);
    }
    return new Promise<never>(() => undefined);
  }
}
