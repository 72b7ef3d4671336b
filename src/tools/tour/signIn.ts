import { PublicClientApplication, type AccountInfo } from '@azure/msal-node';
import type { Traveller } from './stops.ts';
import { createAsk, textAt } from './wire.ts';

/** What the beliefs ask for, all of it delegated. Several need an administrator's consent (docs/admin.en.md). */
export const scopes: readonly string[] = [
  'User.Read',
  'User.ReadBasic.All',
  'Calendars.ReadWrite',
  'Sites.Manage.All',
  'Sites.ReadWrite.All',
  'Files.ReadWrite.All',
  'Team.ReadBasic.All',
  'Channel.ReadBasic.All',
  'ChannelMessage.Send',
  'ChannelMessage.ReadWrite',
  'Chat.ReadBasic',
  'OnlineMeetings.Read',
  'Tasks.ReadWrite',
];

const GRAPH = 'https://graph.microsoft.com/v1.0';

/** Signs a person in by a code that they type at Microsoft's own page, on whatever machine they like. Nothing of it is kept. */
export async function signInByCode(clientId: string, tenant: string, say: (words: string) => void): Promise<Traveller> {
  const app = new PublicClientApplication({ auth: { clientId, authority: `https://login.microsoftonline.com/${tenant}` } });
  const first = await app.acquireTokenByDeviceCode({ scopes: [...scopes], deviceCodeCallback: ({ message }) => say(message) });
  if (!first?.account) throw new Error('Nobody signed in.');
  const account: AccountInfo = first.account;
  const token = async () => (await app.acquireTokenSilent({ account, scopes: [...scopes] })).accessToken;
  return travellerOf(GRAPH, token);
}

/** Signs a person of the embedded tenant in. `upn` is their sign-in name. */
export async function signInToEmbedded(graph: string, upn: string): Promise<Traveller> {
  const answer = await fetch(new URL('/_dev/token', graph), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user: upn, scopes }),
  });
  const token = textAt({ status: answer.status, headers: answer.headers, body: await answer.json() }, 'access_token');
  return travellerOf(graph, async () => token);
}

async function travellerOf(base: string, token: () => Promise<string>): Promise<Traveller> {
  const ask = createAsk(base, token);
  const me = await ask('GET', '/me?$select=id,mail,userPrincipalName');
  return { ask, id: textAt(me, 'id'), address: textAt(me, 'userPrincipalName') };
}
