import { isRecord, recordAt, textAt } from '../wire/record.ts';
import type { UnknownRecord } from '../wire/record.ts';

/** Graph refused or could not be reached. `code` is Graph's own, e.g. `accessDenied`; status 0 means no answer. */
export class GraphRefusal extends Error {
  override readonly name = 'GraphRefusal';
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** Tokens of the local issuer, from `POST /_dev/token`. */
export interface LocalTokens {
  readonly accessToken: string;
  readonly idToken: string;
  readonly expiresInSeconds: number;
}

/** The client ids Microsoft's own web clients have; the request log tells the host's calls from the app's by them. */
export const hostClientIds = { teams: '5e3ce6c0-2b1f-4285-8d4b-75ee78787346', outlook: '89bee1f7-5e6e-4d8a-9f3d-ecd601259da7' } as const;

/** What the hosts themselves may do, like Outlook and Teams for their users. */
const hostScopes = [
  'User.Read',
  'User.ReadBasic.All',
  'Calendars.ReadWrite',
  'Calendars.ReadWrite.Shared',
  'Team.ReadBasic.All',
  'Channel.ReadBasic.All',
  'ChannelMessage.Read.All',
  'ChannelMessage.Send',
  'Chat.Read',
  'Chat.ReadBasic',
  'ChatMessage.Send',
  'Sites.Read.All',
  'Files.Read.All',
  'TeamMember.Read.All',
  'ChannelMember.Read.All',
];

/**
 * Asks the tenant for tokens in somebody's name.
 * @throws GraphRefusal with code `consent_required` when the scopes are not consented to
 */
export async function fetchLocalTokens(
  user: string,
  scopes: readonly string[],
  options: { clientId?: string; respectConsent?: boolean } = {},
): Promise<LocalTokens> {
  let response: Response;
  try {
    response = await fetch('/_dev/token', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ user, scopes, ...options }),
    });
  } catch (error) {
    throw new GraphRefusal(0, 'no_network', String(error));
  }
  const body: unknown = await response.json().catch(() => ({}));
  const answer = isRecord(body) ? body : {};
  if (!response.ok) {
    const error = isRecord(answer['error']) ? answer['error'] : answer;
    throw new GraphRefusal(
      response.status,
      textAt(error, 'code') || textAt(answer, 'error') || 'token_refused',
      textAt(error, 'message') || textAt(answer, 'error_description'),
    );
  }
  return {
    accessToken: textAt(answer, 'access_token'),
    idToken: textAt(answer, 'id_token'),
    expiresInSeconds: typeof answer['expires_in'] === 'number' ? answer['expires_in'] : 3600,
  };
}

/** Keeps a person's consent with the local issuer. @throws GraphRefusal */
export async function rememberConsent(user: string, clientId: string, scopes: readonly string[]): Promise<void> {
  const response = await fetch('/_dev/consent', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ user, clientId, scopes }),
  });
  if (!response.ok) throw new GraphRefusal(response.status, 'consent_not_kept', await response.text());
}

/** One person's conversation with Graph v1.0, with a token that is renewed in time. */
export class GraphSession {
  readonly user: string;
  /** Whose mailbox the calendar calls go to: `/me`, or `/users/{upn}` while somebody's shared calendar is open. */
  mailbox = '/me';
  #token: { text: string; until: number } | null = null;

  constructor(user: string) {
    this.user = user;
  }

  /** GET one resource. @param path below /v1.0, with a leading slash @throws GraphRefusal */
  async get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<UnknownRecord> {
    return this.#call('GET', path, undefined, headers);
  }

  /** Every member of a collection, following nextLink. @throws GraphRefusal */
  async list(path: string, headers: Readonly<Record<string, string>> = {}): Promise<UnknownRecord[]> {
    const members: UnknownRecord[] = [];
    let next: string | null = path;
    while (next) {
      const page: UnknownRecord = await this.#call('GET', next, undefined, headers);
      if (!Array.isArray(page['value'])) throw new GraphRefusal(200, 'malformed', `${next}: no collection`);
      members.push(...page['value'].filter(isRecord));
      next = textAt(page, '@odata.nextLink') || null;
    }
    return members;
  }

  async post(path: string, body?: object): Promise<UnknownRecord> {
    return this.#call('POST', path, body ?? {});
  }

  async patch(path: string, body: object): Promise<UnknownRecord> {
    return this.#call('PATCH', path, body);
  }

  async remove(path: string): Promise<void> {
    await this.#call('DELETE', path);
  }

  async #call(method: string, path: string, body?: object, headers: Readonly<Record<string, string>> = {}): Promise<UnknownRecord> {
    const url = path.startsWith('https://') ? path : `${location.origin}/v1.0${path}`;
    let response: Response;
    try {
      response = await fetch(url, {
        method,
        headers: { Authorization: `Bearer ${await this.#accessToken()}`, ...(body ? { 'Content-Type': 'application/json' } : {}), ...headers },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
    } catch (error) {
      if (error instanceof GraphRefusal) throw error;
      throw new GraphRefusal(0, 'no_network', String(error));
    }
    const text = await response.text();
    const answer: unknown = text ? JSON.parse(text) : {};
    const record = isRecord(answer) ? answer : {};
    if (!response.ok) {
      const error = recordAt(record, 'error');
      throw new GraphRefusal(response.status, textAt(error, 'code', 'unknown'), textAt(error, 'message', response.statusText));
    }
    return record;
  }

  async #accessToken(): Promise<string> {
    if (!this.#token || this.#token.until < Date.now()) {
      const tokens = await fetchLocalTokens(this.user, hostScopes, {
        clientId: location.pathname.startsWith('/outlook') ? hostClientIds.outlook : hostClientIds.teams,
      });
      this.#token = { text: tokens.accessToken, until: Date.now() + (tokens.expiresInSeconds - 60) * 1000 };
    }
    return this.#token.text;
  }
}
