import { HostFailure } from '../host.ts';

/**
 * All addresses of the person a token belongs to, asked from Graph with that token (User.Read). The one thing this room
 * asks Graph: whether a token fits the mailbox must be known before anyone else may use it.
 */
export async function mailboxAddresses(graphBase: string, token: string, ask: typeof fetch = fetch): Promise<string[]> {
  let answer: Response;
  try {
    answer = await ask(`${graphBase}/me?$select=userPrincipalName,mail,proxyAddresses`, { headers: { Authorization: `Bearer ${token}` } });
  } catch (cause) {
    throw new HostFailure('Offline', 'Could not ask Graph whose token this is', { cause });
  }
  if (!answer.ok) throw new HostFailure('SignInNeeded', 'Graph did not tell whose token this is', { detail: { status: String(answer.status) } });
  const { userPrincipalName, mail, proxyAddresses } = (await answer.json()) as Record<string, unknown>;
  const all = [userPrincipalName, mail, ...(Array.isArray(proxyAddresses) ? (proxyAddresses as unknown[]) : [])];
  // proxyAddresses read "SMTP:ulla@…" for the main one and "smtp:…" for the others.
  return all.filter((each) => typeof each === 'string').map((each) => each.replace(/^smtp:/i, ''));
}
