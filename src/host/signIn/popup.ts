import {
  createStandardPublicClientApplication,
  type AccountInfo,
  type AuthenticationResult,
  type IPublicClientApplication,
} from '@azure/msal-browser';
import type { AppConfig } from '../config.ts';
import { HostFailure, type SignedInPerson, type SignIn, type TokenRequest } from '../host.ts';
import { withinTime } from '../timeLimit.ts';
import { checkAccount, personOf, type ExpectedPerson, type WhoIsExpected } from './account.ts';
import { needsPerson, signInFailure } from './failure.ts';
import { mailboxAddresses } from './mailboxAddresses.ts';
import { askedOf, msalConfiguration, redirectPage } from './msalConfiguration.ts';

const silentPatience = 20;
const personPatience = 180;

/**
 * Signing in through a window of our own, for hosts without nested sign-in. Loaded only when it is needed. Without a
 * click nothing is opened: browsers would refuse it.
 */
export async function createPopupSignIn(config: AppConfig, expected: WhoIsExpected): Promise<SignIn> {
  const base = msalConfiguration(config, 'sessionStorage');
  // In a frame of another origin the answer's BroadcastChannel is cut off from us (msal#8391): a page of our own in
  // between relays it by postMessage.
  const framed = globalThis.parent !== globalThis.window;
  const auth = { ...base.auth, ...(framed && { popupRelayUri: config.appOrigin + redirectPage }) };
  try {
    const client = await createStandardPublicClientApplication({ ...base, auth, system: { popupBridgeTimeout: personPatience * 1000 } });
    return new PopupSignIn(client, config, await expected());
  } catch (error) {
    throw signInFailure(error);
  }
}

class PopupSignIn implements SignIn {
  readonly #client: IPublicClientApplication;
  readonly #config: AppConfig;
  readonly #expected: ExpectedPerson | null;
  #account: AccountInfo | null;
  #open: Promise<string> | null = null;

  constructor(client: IPublicClientApplication, config: AppConfig, expected: ExpectedPerson | null) {
    this.#client = client;
    this.#config = config;
    this.#expected = expected;
    this.#account = client.getAllAccounts().find((account) => fits(account, expected)) ?? null;
  }

  person(): SignedInPerson | null {
    return this.#account === null ? null : personOf(this.#account);
  }

  async ask(scopes: readonly string[]): Promise<void> {
    await this.token({ scopes, interactive: true });
  }

  async token(request: TokenRequest): Promise<string> {
    const asked = askedOf(request);
    const account = this.#account;
    try {
      if (account === null) throw new HostFailure('SignInNeeded', 'Nobody has signed in yet');
      return await this.#accept(await withinTime(silentPatience, 'The sign-in service', this.#client.acquireTokenSilent({ ...asked, account })));
    } catch (error) {
      const failure = signInFailure(error);
      if (request.interactive !== true || !(failure.name === 'SignInNeeded' || needsPerson(error))) throw failure;
      // One window at a time: who asks meanwhile waits for the same answer.
      this.#open ??= this.#ask(asked).finally(() => {
        this.#open = null;
      });
      return this.#open;
    }
  }

  async #ask(asked: { scopes: string[]; claims?: string }): Promise<string> {
    const hint = this.#account?.username ?? this.#expected?.address;
    try {
      return await this.#accept(
        await withinTime(personPatience, 'The sign-in window', this.#client.acquireTokenPopup({ ...asked, ...(hint && { loginHint: hint }) })),
      );
    } catch (error) {
      throw signInFailure(error);
    }
  }

  async #accept(result: AuthenticationResult): Promise<string> {
    await checkAccount(result.account, this.#expected, () => mailboxAddresses(this.#config.graphBase, result.accessToken));
    this.#account = result.account;
    return result.accessToken;
  }
}

function fits(account: AccountInfo, expected: ExpectedPerson | null): boolean {
  if (expected === null) return true;
  if (expected.objectId !== null) return account.localAccountId === expected.objectId;
  return expected.address === null || account.username.toLowerCase() === expected.address.toLowerCase();
}
