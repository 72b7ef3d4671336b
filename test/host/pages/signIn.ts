/** A throw-away page that hands the real sign-ins to a test. */
import { createBrowserHost } from '../../../src/host/browser.ts';
import { appConfig } from '../../../src/host/config.ts';
import type { SignIn } from '../../../src/host/host.ts';
import { createPopupSignIn } from '../../../src/host/signIn/popup.ts';

const host = createBrowserHost(appConfig());
const popup = createPopupSignIn(appConfig(), async () => null);

/** What came of it, as a test can read it. */
async function told(what: Promise<string | void>): Promise<string> {
  try {
    return `ok ${(await what) ?? ''}`;
  } catch (error) {
    return error instanceof Error ? `${error.name} ${JSON.stringify(error)}` : String(error);
  }
}

const scopes = ['User.Read', 'Calendars.ReadWrite'];
const via = (signIn: () => Promise<SignIn>) => ({
  token: (interactive = false) => told(signIn().then((each) => each.token({ scopes, interactive }))),
  ask: () => told(signIn().then((each) => each.ask(scopes))),
  person: () => signIn().then((each) => each.person()?.name ?? null),
});

Object.assign(window, {
  redirect: { ...via(async () => host.signIn), signOut: () => told(Promise.resolve(host.signIn.signOut?.())), address: host.address },
  popup: via(() => popup),
});
