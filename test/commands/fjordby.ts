import 'fake-indexeddb/auto';
import { afterAll, beforeAll } from 'vitest';
import { createCommands } from '../../src/commands/createCommands.ts';
import type { Commands } from '../../src/commands/commands.ts';
import { createGraph, type Graph } from '../../src/graph/client.ts';
import type { Host, MeetingHint } from '../../src/host/host.ts';
import type { CalendarEvent } from '../../src/meeting/meeting.ts';
import { openLocalDatabase } from '../../src/storage/localDatabase.ts';
import { createStore } from '../../src/storage/store.ts';
import { startTenant, type RunningTenant } from '../../src/tools/tenantProcess.ts';

// The tenant's certificate is made on this machine and known to nobody.
process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';

const SCOPES = [
  'User.Read',
  'User.ReadBasic.All',
  'Calendars.ReadWrite',
  'Sites.ReadWrite.All',
  'Sites.Manage.All',
  'Team.ReadBasic.All',
  'Channel.ReadBasic.All',
  'ChannelMessage.Send',
  'Chat.ReadBasic',
  // Dagsorden never asks for this one: the tests look for what it posted.
  'ChannelMessage.Read.All',
];

export interface Fjordby {
  /** Dagsorden as this person runs it, on no particular meeting unless one is named. */
  as(person: string, meeting?: MeetingHint): Promise<Commands>;
  /** Graph itself, with this person's token. */
  graph(person: string): Promise<Graph>;
  /** The path below v1.0 as this person gets it: status and body. */
  ask(person: string, path: string): Promise<{ status: number; body: unknown }>;
  /** Writes to Graph as this person, past Dagsorden. */
  send(person: string, method: 'POST' | 'PATCH', path: string, body: unknown): Promise<{ status: number; body: unknown }>;
  fault(fault: Record<string, unknown>): Promise<void>;
  clearFaults(): Promise<void>;
  log(): Promise<{ method: string; path: string; status: number; batchId?: string; fault?: string }[]>;
}

/** A tenant nobody has used, for the tests of one file. `port` is the file's own. */
export function fjordby(port: number): Fjordby {
  let tenant: RunningTenant;
  let users: { id: string; userPrincipalName: string; displayName: string }[] = [];
  let visits = 0;
  const dev = (path: string, init?: RequestInit) => fetch(`https://localhost:${port}/_dev/${path}`, init);
  const post = (path: string, body: unknown) =>
    dev(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  beforeAll(async () => {
    tenant = await startTenant({ port, data: null, appOrigin: 'https://localhost:6499', manifest: null });
    users = (await (await dev('users')).json()) as typeof users;
  }, 30_000);
  afterAll(() => tenant.stop());

  const who = (person: string) => {
    const found = users.find((user) => user.userPrincipalName === `${person}@fjordby.example`);
    if (!found) throw new Error(`Nobody in Fjordby is called ${person}`);
    return found;
  };
  const token = async (person: string) => {
    const answer = (await (await post('token', { user: `${person}@fjordby.example`, scopes: SCOPES })).json()) as { access_token: string };
    return answer.access_token;
  };
  const graph = async (person: string) => {
    const bearer = await token(person);
    return createGraph({ baseUrl: `https://localhost:${port}/v1.0`, token: async () => bearer, maxWait: 5 });
  };
  return {
    graph,
    as: async (person, meeting = { kind: 'none' }) => {
      const user = who(person);
      const host: Host = {
        kind: 'browser',
        surface: 'page',
        language: 'da',
        theme: 'light',
        onTheme: () => () => undefined,
        meeting,
        channel: null,
        address: null,
        signIn: {
          token: () => token(person),
          person: () => ({ id: user.id, name: user.displayName, email: user.userPrincipalName }),
          ask: async () => undefined,
        },
        invitation: null,
        openLink: () => undefined,
        shown: () => undefined,
        failed: () => undefined,
      };
      return createCommands(
        {
          host,
          store: createStore(await graph(person)),
          now: () => new Date(),
          newId: () => crypto.randomUUID(),
          language: 'da',
          appOrigin: 'https://dagsorden.fjordby.example',
          adminConsentLink: 'https://localhost/adminconsent',
        },
        openLocalDatabase(`visit-${port}-${(visits += 1)}`),
      );
    },
    ask: async (person, path) => {
      const answer = await fetch(`https://localhost:${port}/v1.0${path}`, { headers: { Authorization: `Bearer ${await token(person)}` } });
      return { status: answer.status, body: (await answer.json()) as unknown };
    },
    send: async (person, method, path, body) => {
      const headers = { Authorization: `Bearer ${await token(person)}`, 'content-type': 'application/json' };
      const answer = await fetch(`https://localhost:${port}/v1.0${path}`, { method, headers, body: JSON.stringify(body) });
      const text = await answer.text();
      return { status: answer.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
    },
    fault: async (fault) => {
      const answer = await post('faults', fault);
      if (!answer.ok) throw new Error(`The fault was not taken: ${answer.status} ${await answer.text()}`);
    },
    clearFaults: async () => {
      await dev('faults', { method: 'DELETE' });
    },
    log: async () => (await (await dev('log')).json()) as { method: string; path: string; status: number; batchId?: string; fault?: string }[],
  };
}

/** A coming meeting of the signed-in person, by words of its subject. */
export async function comingMeeting(commands: Commands, subject: RegExp): Promise<CalendarEvent> {
  const now = Date.now();
  const found = (await commands.listMyMeetings(new Date(now), new Date(now + 30 * 86_400_000))).find((event) => subject.test(event.subject));
  if (!found) throw new Error(`No coming meeting is called ${String(subject)}`);
  return found;
}
