import 'fake-indexeddb/auto';
import { afterAll, beforeAll } from 'vitest';
import { createCommands } from '../../src/commands/createCommands.ts';
import type { Commands } from '../../src/commands/commands.ts';
import type { Graph } from '../../src/graph/client.ts';
import type { Host, InvitationForm, MeetingHint } from '../../src/host/host.ts';
import type { CalendarEvent } from '../../src/meeting/meeting.ts';
import { openLocalDatabase } from '../../src/device/database.ts';
import { openSeenDatabase } from '../../src/device/seenDatabase.ts';
import { createStore } from '../../src/storage/createStore.ts';
import type { Store } from '../../src/storage/store.ts';
import { startTenantProcess, type Tenant } from '../graph/tenantProcess.ts';

interface User {
  readonly id: string;
  readonly userPrincipalName: string;
  readonly displayName: string;
}

export interface LogLine {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** Resource units. */
  readonly requestCharge: number;
  readonly batchId?: string;
  readonly fault?: string;
}

/** Where Dagsorden is open, for the tests that care. */
export interface Pane {
  /** The open appointment form of Outlook the pane stands beside. */
  readonly form?: InvitationForm;
  /** Panes on one device keep what waits to be sent in one place; each stands on a device of its own unless it is named. */
  readonly device?: string;
  /** A device that has shown this person nothing yet; else what was last seen is shared with all visits of the file. */
  readonly fresh?: boolean;
  /** Stands between Dagsorden and Microsoft 365, for a test that looks at what is sent. */
  readonly network?: typeof fetch;
  /** The clock on the wall, for a test of what is waited for; the machine's unless one is named. */
  readonly clock?: () => Date;
}

/** A clock that runs so many times as fast from now on. */
export function hastened(times: number): () => Date {
  const begun = Date.now();
  return () => new Date(begun + (Date.now() - begun) * times);
}

export interface Fjordby {
  /** Dagsorden as this person runs it, on no particular meeting unless one is named, in a plain page unless a pane is. */
  as(person: string, meeting?: MeetingHint, pane?: Pane): Promise<Commands>;
  /** Graph as this person reaches it. */
  graphOf(person: string): Graph;
  /** What is kept, without the commands before it. */
  storeOf(person: string, network?: typeof fetch): Store;
  /** The path below v1.0 as this person gets it, asked past Dagsorden with every permission: status and body. */
  ask(person: string, path: string, write?: { method: 'POST' | 'PATCH' | 'DELETE'; body?: unknown }): Promise<{ status: number; body: unknown }>;
  /** The Entra id of a person. */
  idOf(person: string): string;
  /** What people do in Teams and on SharePoint's own pages, where Graph has no word for it. */
  dev(path: string, body: object): Promise<void>;
  /** What opening the Files tab of a private channel does. */
  openFiles(channelId: string): Promise<void>;
  fault(fault: Record<string, unknown>): Promise<void>;
  clearFaults(): Promise<void>;
  log(): Promise<LogLine[]>;
  /** The log holds the newest lines only: who counts in it begins with an empty one. */
  emptyLog(): Promise<void>;
}

/** More than Dagsorden ever asks for: the tests look where it may not. */
const everyScope = [
  'Calendars.ReadWrite',
  'Sites.Manage.All',
  'Sites.ReadWrite.All',
  'Team.ReadBasic.All',
  'ChannelMessage.Read.All',
  'Channel.ReadBasic.All',
  'Channel.Create',
  'ChannelMember.Read.All',
  'Tasks.ReadWrite',
  'Chat.Read',
];

/** A tenant nobody has used, for the tests of one file. */
export function fjordby(options: { readonly fixture?: 'addresses' } = {}): Fjordby {
  let tenant: Tenant;
  let users: readonly User[] = [];
  let visits = 0;
  const dev = (path: string, init?: RequestInit) => fetch(new URL(`/_dev/${path}`, tenant.graphBase), init);
  beforeAll(async () => {
    tenant = await startTenantProcess(options);
    users = (await (await dev('users')).json()) as User[];
  });
  afterAll(() => tenant.stop());

  const who = (person: string): User => {
    const found = users.find((user) => user.userPrincipalName === `${person}@fjordby.example`);
    if (!found) throw new Error(`Nobody in Fjordby is called ${person}`);
    return found;
  };
  const hostOf = (user: User, meeting: MeetingHint, form: InvitationForm | null): Host => ({
    kind: form ? 'outlook' : 'browser',
    surface: form ? 'appointmentCompose' : 'page',
    language: 'da',
    theme: 'light',
    onTheme: () => () => undefined,
    meeting,
    channel: null,
    address: null,
    signIn: {
      token: () => Promise.reject(new Error('The graph of these tests has tokens of its own')),
      person: () => ({ id: user.id, name: user.displayName, email: user.userPrincipalName }),
      ask: async () => undefined,
    },
    invitation: form,
    openLink: () => undefined,
    shown: () => undefined,
    failed: () => undefined,
  });
  const post = async (path: string, body: object): Promise<void> => {
    const answer = await dev(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(await answer.text());
  };
  return {
    as: async (
      person,
      meeting = { kind: 'none' },
      { form = null, device = String((visits += 1)), fresh = false, network, clock = () => new Date() } = {},
    ) =>
      createCommands(
        {
          host: hostOf(who(person), meeting, form),
          store: createStore(tenant.graphOf(person, { maxWait: 5, ...(network && { fetch: network }) })),
          now: clock,
          newId: () => crypto.randomUUID(),
          language: 'da',
          appOrigin: 'https://dagsorden.fjordby.example',
          adminConsentLink: 'https://login.fjordby.example/adminconsent',
        },
        openLocalDatabase(`${tenant.graphBase}-${device}`),
        openSeenDatabase(`${tenant.graphBase}-seen${fresh ? `-${device}` : ''}`),
      ),
    graphOf: (person) => tenant.graphOf(person, { maxWait: 5 }),
    storeOf: (person, network = fetch) => createStore(tenant.graphOf(person, { maxWait: 5, fetch: network })),
    ask: async (person, path, write) => {
      const asked = await dev('token', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ user: who(person).id, scopes: everyScope }),
      });
      const { access_token: token } = (await asked.json()) as { access_token: string };
      const answer = await fetch(`${tenant.graphBase}${path}`, {
        method: write?.method ?? 'GET',
        headers: { Authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(write?.body === undefined ? {} : { body: JSON.stringify(write.body) }),
      });
      const text = await answer.text();
      return { status: answer.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
    },
    idOf: (person) => who(person).id,
    dev: post,
    openFiles: (channel) => post('channels/open', { channel }),
    fault: (fault) => tenant.fault(fault),
    clearFaults: () => tenant.noFaults(),
    log: async () => (await (await dev('log')).json()) as LogLine[],
    emptyLog: async () => void (await dev('log', { method: 'DELETE' })),
  };
}

/** A coming meeting of the signed-in person, by words of its subject. */
export async function comingMeeting(commands: Commands, subject: RegExp): Promise<CalendarEvent> {
  const now = Date.now();
  const found = (await commands.find.listMyMeetings(new Date(now), new Date(now + 30 * 86_400_000))).find((event) => subject.test(event.subject));
  if (!found) throw new Error(`No coming meeting is called ${String(subject)}`);
  return found;
}
