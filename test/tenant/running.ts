import { fileURLToPath } from 'node:url';
import { localCertificate } from '../../src/tenant/certificate.ts';
import type { FixtureName } from '../../src/tenant/fixtures/names.ts';
import { contractWitness } from './contract.ts';
import { startTenant, type RunningTenant } from '../../src/tenant/server.ts';
import { trust } from './trust.ts';

export const everyScope = [
  'User.Read',
  'User.ReadBasic.All',
  'Calendars.ReadWrite',
  'Calendars.ReadWrite.Shared',
  'Sites.ReadWrite.All',
  'Sites.Manage.All',
  'Files.ReadWrite.All',
  'Team.ReadBasic.All',
  'TeamMember.Read.All',
  'Channel.ReadBasic.All',
  'Channel.Create',
  'ChannelMember.Read.All',
  'ChannelMessage.Send',
  'ChannelMessage.Read.All',
  'Chat.Create',
  'Chat.ReadBasic',
  'Chat.Read',
  'ChatMessage.Send',
  'OnlineMeetings.Read',
  'Tasks.ReadWrite',
  'People.Read',
  'MailboxSettings.Read',
  'Group.Read.All',
];

/** Answers are looked into freely in tests. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Loose = any;

export interface Answer<Body = Record<string, unknown>> {
  status: number;
  headers: Headers;
  body: Body;
}

/** What a person's client can do: plain requests with the person's token. */
export interface GraphAs {
  token: string;
  request<Body = Loose>(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<Body>>;
  get<Body = Loose>(path: string, headers?: Record<string, string>): Promise<Answer<Body>>;
  post<Body = Loose>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<Body>>;
  patch<Body = Loose>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<Body>>;
  delete(path: string, headers?: Record<string, string>): Promise<Answer<Loose>>;
}

/** Something that looks at every answer of the tests, such as the contract check. */
export type Witness = (method: string, path: string, status: number, body: unknown, requestBody: unknown) => void;
const witnesses: Witness[] = [];

export function lookOn(witness: Witness): void {
  witnesses.push(witness);
}

export interface Fjordby extends RunningTenant {
  origin: string;
  /** A client of a person, by first part of the address (`ulla.skarvad`). */
  as(person: string, scopes?: readonly string[]): Promise<GraphAs>;
  dev(method: string, path: string, body?: unknown): Promise<Answer<Loose>>;
}

/** A tenant of its own for one test file. `now` sets its clock. */
export async function fjordby(
  options: { data?: string; now?: () => number; fixture?: FixtureName; manifest?: string; contract?: boolean } = {},
): Promise<Fjordby> {
  const certificate = await localCertificate(fileURLToPath(new URL('../../.local/certificate', import.meta.url)));
  trust(certificate.cert);
  const running = await startTenant({
    port: 0,
    certificate,
    data: options.data,
    fixture: options.fixture ?? 'fjordby',
    appOrigins: ['https://localhost:6444'],
    ...(options.now ? { now: options.now } : {}),
    ...(options.manifest ? { manifest: options.manifest } : {}),
  });
  const { origin } = running.tenant;
  const dev: Fjordby['dev'] = async (method, path, body) =>
    answered(
      await fetch(`${origin}/_dev${path}`, {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
      }),
    );
  const contract = options.contract ? await contractWitness() : undefined;
  if (contract) lookOn(contract.look);
  const close = async (): Promise<void> => {
    await running.close();
    // Every answer the tests of this file got is held against the contract, where there is one.
    if (contract && contract.differences.length > 0)
      throw new Error(`Answers the Graph contract does not allow:\n${contract.differences.join('\n')}`);
  };
  const as: Fjordby['as'] = async (person, scopes = everyScope) => {
    const { body } = await dev('POST', '/token', { user: `${person}@fjordby.example`, scopes });
    return client(origin, String(body.access_token));
  };
  return { ...running, close, origin, dev, as };
}

export function client(origin: string, token: string): GraphAs {
  const request: GraphAs['request'] = async (method, path, body, headers = {}) => {
    const response = await fetch(path.startsWith('https:') ? path : `${origin}/v1.0${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        ...(body === undefined || body instanceof Uint8Array ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { body: body instanceof Uint8Array ? new Uint8Array(body) : typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const answer = await answered(response);
    for (const look of witnesses) look(method, path, answer.status, answer.body, body);
    return answer as Answer<Loose>;
  };
  return {
    token,
    request,
    get: (path, headers) => request('GET', path, undefined, headers),
    post: (path, body, headers) => request('POST', path, body, headers),
    patch: (path, body, headers) => request('PATCH', path, body, headers),
    delete: (path, headers) => request('DELETE', path, undefined, headers),
  };
}

async function answered(response: Response): Promise<Answer> {
  const text = await response.text();
  let body: unknown = text;
  try {
    body = text === '' ? {} : JSON.parse(text);
  } catch {
    // Not JSON: kept as text.
  }
  return { status: response.status, headers: response.headers, body: body as Record<string, unknown> };
}

/** `2026-11-20T00:00:00Z` counted in days from now. */
export function daysFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString();
}

/** The team of a board, with its site and channels. */
export async function board(graph: GraphAs, name: string): Promise<{ team: string; site: string; general: string; closed: string | undefined }> {
  const { body } = await graph.get('/me/joinedTeams');
  const team = body.value.find(({ displayName }: { displayName: string }) => displayName === name).id as string;
  const site = (await graph.get(`/groups/${team}/sites/root`)).body.id as string;
  const channels = (await graph.get(`/teams/${team}/channels`)).body.value as { id: string; membershipType: string }[];
  return { team, site, general: channels[0]?.id ?? '', closed: channels.find(({ membershipType }) => membershipType === 'private')?.id };
}
