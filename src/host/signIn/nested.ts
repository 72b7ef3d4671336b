import type { AccountInfo, IPublicClientApplication } from '@azure/msal-browser';
import type { AppConfig } from '../config.ts';
import type { SignedInPerson, SignIn, TokenRequest } from '../host.ts';
import { hostPatience, isTimeLimit, withinTime } from '../timeLimit.ts';
import { checkAccount, personOf, type WhoIsExpected } from './account.ts';
import { anotherWayMayHelp, needsPerson, saysNoBridge, signInFailure } from './failure.ts';
import { mailboxAddresses } from './mailboxAddresses.ts';
import { askedOf, msalConfiguration } from './msalConfiguration.ts';
import { createNestedClient } from './nestedClient.ts';

/** A silent token goes from us to the host to Entra and back. */
const silentPatience = 15;
/** A person reads and answers the host's window. */
const personPatience = 120;

/**
 * Nested app authentication: the host (Teams, Outlook) hands out tokens for the person it is signed in as. msal waits for
 * the host's bridge for ever, and quietly becomes an ordinary client when the bridge fails; so every question has a time
 * limit here, and a bridge that is missing or broken gives way to `fallback`.
 */
export function createNestedSignIn(config: AppConfig, expected: WhoIsExpected, fallback: () => Promise<SignIn>): SignIn {
  return new NestedSignIn(config, expected, fallback);
}

class NestedSignIn implements SignIn {
  readonly #config: AppConfig;
  readonly #expected: WhoIsExpected;
  readonly #loadFallback: () => Promise<SignIn>;
  #client: Promise<IPublicClientApplication | null> | null = null;
  #other: SignIn | null = null;
  #broken = false;
  #checked: string | null = null;
  #person: SignedInPerson | null = null;

  constructor(config: AppConfig, expected: WhoIsExpected, fallback: () => Promise<SignIn>) {
    this.#config = config;
    this.#expected = expected;
    this.#loadFallback = fallback;
  }

  person(): SignedInPerson | null {
    return this.#person ?? this.#other?.person() ?? null;
  }

  async ask(scopes: readonly string[]): Promise<void> {
    await this.token({ scopes, interactive: true });
  }

  async token(request: TokenRequest): Promise<string> {
    const client = this.#broken ? null : await this.#nestedClient();
    if (client === null) return (await this.#fallback()).token(request);
    try {
      const result = await this.#acquire(client, request);
      await this.#check(result.account, result.accessToken);
      this.#person = personOf(result.account);
      return result.accessToken;
    } catch (error) {
      const failure = signInFailure(error);
      // A host that stopped answering is not asked again; the next call goes the other way.
      if (isTimeLimit(failure)) this.#broken = true;
      else if (saysNoBridge(error) || (request.interactive === true && anotherWayMayHelp(failure))) {
        this.#broken = true;
        return (await this.#fallback()).token(request);
      }
      throw failure;
    }
  }

  async #acquire(client: IPublicClientApplication, request: TokenRequest) {
    const asked = askedOf(request);
    try {
      return await withinTime(silentPatience, 'The host and its token', client.acquireTokenSilent(asked));
    } catch (error) {
      if (request.interactive !== true || !needsPerson(error)) throw error;
      return withinTime(personPatience, "The host's sign-in window", client.acquireTokenPopup(asked));
    }
  }

  /** The client with the host's bridge, or null where there is none. A bridge that answers late is taken up after all. */
  async #nestedClient(): Promise<IPublicClientApplication | null> {
    this.#client ??= createNestedClient(msalConfiguration(this.#config, 'sessionStorage'));
    const client = this.#client;
    try {
      return await withinTime(hostPatience, 'The nested sign-in of the host', client);
    } catch (error) {
      if (isTimeLimit(error)) this.#waitOn(client);
      else this.#client = null;
      throw signInFailure(error);
    }
  }

  #waitOn(client: Promise<IPublicClientApplication | null>): void {
    this.#broken = true;
    void client.then(
      (late) => {
        if (late !== null) this.#broken = false;
      },
      () => {
        this.#client = null;
      },
    );
  }

  async #fallback(): Promise<SignIn> {
    this.#other ??= await this.#loadFallback();
    return this.#other;
  }

  async #check(account: AccountInfo, token: string): Promise<void> {
    if (this.#checked === account.homeAccountId) return;
    await checkAccount(account, await this.#expected(), () => mailboxAddresses(this.#config.graphBase, token));
    this.#checked = account.homeAccountId;
  }
}
