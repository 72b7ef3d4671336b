import 'fake-indexeddb/auto';
import { createCommands } from '../../../commands/createCommands.ts';
import type { Commands } from '../../../commands/commands.ts';
import { openLocalDatabase } from '../../../device/database.ts';
import { openSeenDatabase } from '../../../device/seenDatabase.ts';
import { pauseByClock } from '../../../graph/middleware/retry.ts';
import type { Host, MeetingHint } from '../../../host/host.ts';
import { createStore } from '../../../storage/createStore.ts';
import { startTenantProcess } from '../../../../test/graph/tenantProcess.ts';

export interface Somebody {
  readonly id: string;
  readonly name: string;
  /** Sign-in name and address. */
  readonly email: string;
}

/** What the tenant's log tells of a request. */
export interface LoggedRequest {
  /** ISO instant of the answer. */
  readonly time: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly user: string | null;
  /** Resource units. */
  readonly requestCharge: number;
}

/** A tenant with one board, its secretary, and many who are invited: of the board's team, not of its closed circle. */
export interface Crowd {
  readonly secretary: Somebody;
  readonly guests: readonly Somebody[];
  readonly teamId: string;
  /** Dagsorden on a device that nobody has used. */
  as(person: Somebody, meeting?: MeetingHint): Promise<Commands>;
  /** The secretary invites; gives the id of the secretary's event. */
  invite(guests: readonly Somebody[]): Promise<string>;
  /** The id of a guest's own copy of an event. */
  copyOf(guest: Somebody, iCalUId: string): Promise<string>;
  enforceLimits(): Promise<void>;
  log(): Promise<readonly LoggedRequest[]>;
  emptyLog(): Promise<void>;
  stop(): void;
}

export const GUESTS = 100;

const SECRETARY = 'ulla.skarvad@fjordby.example';

export async function startCrowd(): Promise<Crowd> {
  // Everybody sits at a machine of their own: no Web Locks between them.
  Object.defineProperty(globalThis, 'navigator', { value: { onLine: true, userAgent: 'load', language: 'da' }, configurable: true });
  const tenant = await startTenantProcess();
  let devices = 0;
  const dev = async (path: string, method = 'GET', body?: object): Promise<unknown> => {
    const answer = await fetch(new URL(`/_dev/${path}`, tenant.graphBase), {
      method,
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(await answer.text());
    return answer.status === 204 ? null : answer.json();
  };
  const graphOf = (person: Somebody) => tenant.graphOf(person.email.replace('@fjordby.example', ''), { pause: pauseByClock });
  const users = (await dev('users')) as readonly User[];
  const secretary = users.map(somebody).find(({ email }) => email === SECRETARY);
  if (!secretary) throw new Error('Fjordby has lost its secretary.');
  const scopes = ['Team.ReadBasic.All'];
  const joined = (await graphOf(secretary).all({ path: '/me/joinedTeams', scopes })) as readonly { id: string; displayName: string }[];
  const teamId = joined.find(({ displayName }) => displayName === 'Direktionen')?.id;
  if (teamId === undefined) throw new Error('Fjordby has lost its board.');
  const names = Array.from({ length: GUESTS }, (_, place) => `Gæst Nummer${place + 1}`);
  const guests = ((await dev('users', 'POST', { names, team: teamId })) as readonly User[]).map(somebody);
  return {
    secretary,
    guests,
    teamId,
    as: async (person, meeting = { kind: 'none' }) => {
      const device = `${tenant.graphBase}-${(devices += 1)}`;
      return createCommands(
        {
          host: hostOf(person, meeting),
          store: createStore(graphOf(person)),
          now: () => new Date(),
          newId: () => crypto.randomUUID(),
          language: 'da',
          appOrigin: 'https://dagsorden.fjordby.example',
          adminConsentLink: 'https://login.fjordby.example/adminconsent',
        },
        openLocalDatabase(device),
        openSeenDatabase(`${device}-seen`),
      );
    },
    invite: async (invited) => {
      const day = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
      const body = {
        subject: 'Stort møde',
        start: { dateTime: `${day}T09:00:00`, timeZone: 'Europe/Copenhagen' },
        end: { dateTime: `${day}T10:00:00`, timeZone: 'Europe/Copenhagen' },
        isOnlineMeeting: true,
        onlineMeetingProvider: 'teamsForBusiness',
        attendees: invited.map(({ name, email }) => ({ type: 'required', emailAddress: { address: email, name } })),
      };
      const answer = await graphOf(secretary).request({ method: 'POST', path: '/me/events', body, scopes: ['Calendars.ReadWrite'] });
      return (answer.body as { id: string }).id;
    },
    copyOf: async (guest, iCalUId) => {
      const path = `/me/events?$filter=${encodeURIComponent(`iCalUId eq '${iCalUId}'`)}&$select=id`;
      const [found] = (await graphOf(guest).all({ path, scopes: ['Calendars.ReadWrite'] })) as readonly { id: string }[];
      if (!found) throw new Error(`${guest.name} has no copy of the event.`);
      return found.id;
    },
    enforceLimits: async () => void (await dev('limits', 'POST', { enforce: true })),
    log: async () => (await dev('log')) as readonly LoggedRequest[],
    emptyLog: async () => void (await dev('log', 'DELETE')),
    stop: () => tenant.stop(),
  };
}

interface User {
  readonly id: string;
  readonly userPrincipalName: string;
  readonly displayName: string;
}

const somebody = ({ id, userPrincipalName, displayName }: User): Somebody => ({ id, name: displayName, email: userPrincipalName });

function hostOf({ id, name, email }: Somebody, meeting: MeetingHint): Host {
  return {
    kind: 'browser',
    surface: 'page',
    language: 'da',
    theme: 'light',
    onTheme: () => () => undefined,
    meeting,
    channel: null,
    address: null,
    signIn: {
      token: () => Promise.reject(new Error('The graph of the crowd has tokens of its own')),
      person: () => ({ id, name, email }),
      ask: async () => undefined,
    },
    invitation: null,
    openLink: () => undefined,
    shown: () => undefined,
    failed: () => undefined,
  };
}
