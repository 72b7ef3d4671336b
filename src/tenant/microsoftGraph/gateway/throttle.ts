import type { Database } from '../../database/database.ts';
import type { Limits } from '../../tenant.ts';
import { personBy } from '../directory/people.ts';
import type { GraphCall, Route, Workload } from './call.ts';
import { GraphError } from './graphError.ts';

/** A published limit: so many units in a window, counted for each `who`. */
interface Limit {
  name: string;
  applies(route: Route): boolean;
  who(call: GraphCall): string;
  units(route: Route): number;
  most: number;
  windowMs: number;
  /** Enforced unless limits are switched off, or only when all of them are switched on. */
  usual: boolean;
  refuse(retryAfter: number): GraphError;
}

const minute = 60_000;
const one = (): number => 1;
const isWorkload = (workload: Workload) => (route: Route) => route.workload === workload;
export const isChannelPost = (route: Route): boolean =>
  route.method === 'POST' && /^\/teams\/\{team\}\/channels\/\{channel\}\/messages/.test(route.path);

const tooMany = (code: string, message: string) => (retryAfter: number) =>
  new GraphError(429, code, message, { headers: { 'Retry-After': String(retryAfter) } });

/** graph throttling-limits and SharePoint's how-to-avoid-getting-throttled, for the smallest tenants. */
const limits: readonly Limit[] = [
  {
    name: 'channel messages, 4 a second in one channel per app',
    applies: isChannelPost,
    who: (call) => `${call.caller.appId} ${call.params['channel'] ?? ''}`,
    units: one,
    most: 4,
    windowMs: 1000,
    usual: true,
    refuse: tooMany('TooManyRequests', 'Rate limit is exceeded: 4 messages a second in one channel.'),
  },
  {
    name: 'channel messages, 50 a second per app',
    applies: isChannelPost,
    who: (call) => call.caller.appId,
    units: one,
    most: 50,
    windowMs: 1000,
    usual: true,
    refuse: tooMany('TooManyRequests', 'Rate limit is exceeded: 50 messages a second.'),
  },
  {
    name: 'channel messages, 3,000 a day in one channel per app',
    applies: isChannelPost,
    who: (call) => `${call.caller.appId} ${call.params['channel'] ?? ''}`,
    units: one,
    most: 3000,
    windowMs: 24 * 60 * minute,
    usual: true,
    refuse: tooMany('TooManyRequests', 'Rate limit is exceeded: 3,000 messages a day in one channel.'),
  },
  {
    name: 'open extensions, 455 writes in 10 seconds per app',
    applies: ({ method, path }) => method !== 'GET' && path.includes('/extensions'),
    who: (call) => call.caller.appId,
    units: one,
    most: 455,
    windowMs: 10_000,
    usual: true,
    refuse: tooMany('ApplicationThrottled', 'Application is over its RequestLimit.'),
  },
  {
    name: 'Outlook, 10,000 requests in 10 minutes per app and mailbox',
    applies: isWorkload('outlook'),
    who: (call) => `${call.caller.appId} ${mailboxIn(call)}`,
    units: one,
    most: 10_000,
    windowMs: 10 * minute,
    usual: true,
    refuse: tooMany('ApplicationThrottled', 'Application is over its RequestLimit.'),
  },
  {
    name: 'SharePoint, 3,000 requests in 5 minutes per user',
    applies: isWorkload('sharepoint'),
    who: (call) => call.caller.id,
    units: one,
    most: 3000,
    windowMs: 5 * minute,
    usual: false,
    refuse: tooMany('activityLimitReached', 'The app or user has been throttled.'),
  },
  {
    name: 'SharePoint, 1,250 resource units a minute per app',
    applies: isWorkload('sharepoint'),
    who: (call) => call.caller.appId,
    units: (route) => route.charge,
    most: 1250,
    windowMs: minute,
    usual: false,
    refuse: tooMany('activityLimitReached', 'The app or user has been throttled.'),
  },
];

/** Outlook serves four requests of an app at a time in one mailbox. */
const mostAtOnce = 4;

interface Count {
  startedAt: number;
  units: number;
}

/** Counts requests against the limits and refuses with 429 + Retry-After beyond them; a refused request counts too. */
export class Throttle {
  enforced: Limits;
  readonly #counts = new Map<string, Count>();
  readonly #open = new Map<string, number>();

  constructor(enforced: Limits) {
    this.enforced = enforced;
  }

  /** @returns headers for the answer when a limit comes near. @throws GraphError 429 */
  admit(route: Route, call: GraphCall): Record<string, string> {
    let headers: Record<string, string> = {};
    for (const limit of limits) {
      if (this.enforced === 'none' || !(limit.usual || this.enforced === 'all') || !limit.applies(route)) continue;
      const count = this.#count(limit, call);
      count.units += limit.units(route);
      const reset = Math.max(1, Math.ceil((count.startedAt + limit.windowMs - call.tenant.now()) / 1000));
      if (count.units > limit.most) throw limit.refuse(reset);
      if (route.workload === 'sharepoint' && count.units >= limit.most * 0.8) {
        headers = {
          'RateLimit-Limit': String(limit.most),
          'RateLimit-Remaining': String(limit.most - count.units),
          'RateLimit-Reset': String(reset),
        };
      }
    }
    return headers;
  }

  #count(limit: Limit, call: GraphCall): Count {
    const key = `${limit.name} ${limit.who(call)}`;
    const now = call.tenant.now();
    const kept = this.#counts.get(key);
    if (kept && now - kept.startedAt < limit.windowMs) return kept;
    const fresh = { startedAt: now, units: 0 };
    this.#counts.set(key, fresh);
    return fresh;
  }

  /**
   * Enters an app's request to a mailbox. Work here takes no time, so five at once are met only when a fault delays them.
   * @throws GraphError 429 for the fifth
   */
  open(target: string, caller: { id: string; appId: string }, db: Database): () => void {
    const mailbox = mailboxOf(target, caller.id, db);
    if (mailbox === undefined) return () => undefined;
    const key = `${caller.appId} ${mailbox}`;
    const open = this.#open.get(key) ?? 0;
    if (open >= mostAtOnce) throw tooMany('ApplicationThrottled', 'Application is over its MailboxConcurrency limit.')(1);
    this.#open.set(key, open + 1);
    return () => {
      const left = (this.#open.get(key) ?? 1) - 1;
      if (left > 0) this.#open.set(key, left);
      else this.#open.delete(key);
    };
  }
}

function mailboxIn(call: GraphCall): string {
  const user = call.params['user'] ?? 'me';
  return user === 'me' ? call.caller.id : ownerOf(user, call.tenant.db);
}

/** The mailbox a path is about, when it is Outlook's. */
function mailboxOf(target: string, caller: string, db: Database): string | undefined {
  const found = /^\/(?:me|users\/([^/]+)|users\('([^']+)'\))\/(?:events|calendar|calendarview|calendars|messages|mailfolders)\b/i.exec(target);
  if (!found) return undefined;
  const name = found[1] ?? found[2];
  return name === undefined ? caller : ownerOf(decodeURIComponent(name), db);
}

/** One mailbox, whether it is called by id, by address or `me`. */
function ownerOf(name: string, db: Database): string {
  return personBy(db, name)?.id ?? name.toLowerCase();
}
