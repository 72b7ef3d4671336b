import { z } from 'zod';
import { patternOf, type Pattern } from './pattern.ts';

/** What `POST /_dev/faults` takes: one misbehaviour of the tenant, and which requests meet it. */
export const faultShape = z.strictObject({
  /** A name for the log. */
  name: z.string().optional(),
  /** Regular expression on the path after `/v1.0` (query included), without flags but in any case, of those that pattern.ts takes. Absent: every path. */
  path: z.string().optional(),
  method: z.string().optional(),
  /** User principal name or id of the person whose requests are met. */
  user: z.string().optional(),
  /** Share of the matching requests that are met, 0–1. */
  rate: z.number().min(0).max(1).default(1),
  /** Let this many matching requests through first. */
  after: z.number().int().min(0).default(0),
  /** Play it at most this many times. */
  count: z.number().int().min(1).optional(),
  /** Wait before anything else happens. */
  delayMs: z.number().int().min(0).max(120_000).optional(),
  /** Answer with this status instead of doing the work. With `effect: true` the work is done first. */
  status: z.number().int().min(400).max(599).optional(),
  code: z.string().optional(),
  message: z.string().optional(),
  retryAfter: z.number().int().min(0).optional(),
  effect: z.boolean().default(false),
  /** Drop the connection, before the work or after it. */
  cut: z.enum(['before', 'after']).optional(),
  /** With `cut`: reset the connection (a TCP RST) instead of closing it. */
  reset: z.boolean().optional(),
  /** Answer as if the token had run out. */
  tokenExpired: z.boolean().optional(),
  /** Answer with a claims challenge (continuous access evaluation); a JSON string such as `{"access_token":{"nbf":{"essential":true,"value":"1"}}}`. */
  claims: z.string().optional(),
  /** Columns sent with a new list are not there until this long after (gd#11966). */
  lateColumnsMs: z.number().int().min(0).optional(),
  /** An etag that is too old is answered with 409 resourceModified instead of 412, as is seen too (onedrive-api-docs#1414: issue reports). */
  staleIsConflict: z.boolean().optional(),
  /** A choice column takes any text, as from a client that writes past Graph: what is read may be a word nobody offered. */
  anyChoice: z.boolean().optional(),
  /** A list is found by its id and its title alone, not by the last part of its address: Graph documents `{list-id | list-title}`, and no more. */
  namesByTitle: z.boolean().optional(),
  /**
   * Expanding the extensions of events: `refused` as a 400 (gdc#2610, gd#15391), `unfiltered` as a 500 on collections where the
   * expansion has no $filter (msgraph-sdk-dotnet#1540), `absent` left out without a word (issue reports, all of them).
   */
  oddExpand: z.enum(['refused', 'unfiltered', 'absent']).optional(),
  /** An attendee's forwarding is not told to the organiser's mailbox. */
  forwardUntold: z.boolean().optional(),
  /** A forwarded copy is called "FW: …". */
  forwardRenamed: z.boolean().optional(),
  /** A calendar just made is kept under another id than was answered (gd#5580: issue reports); see also `/_dev/calendars/drift`. */
  calendarDrift: z.boolean().optional(),
  /** All-day events are converted to the zone that is asked for: midnights of their own zone become 22:00 or 23:00 (reported beside LQ/970878). */
  zonedDays: z.boolean().optional(),
  /** The slot of an all-day occurrence is told as midnight UTC of its day, as a mailbox of another zone may tell it (our reasoning). */
  daySlots: z.boolean().optional(),
  /** Occurrences have an iCalUId of their own, with their day in it, as the page on events promises (MS-OXOCAL; users report one for all, gd#17479). */
  uidPerOccurrence: z.boolean().optional(),
  /** Answers stay on the organiser's event when its time is changed, as with clients that send the update without asking anew (our reasoning). */
  keepsAnswers: z.boolean().optional(),
  /** A second event under the same transactionId is refused, in place of being answered with the first. */
  transactionOnce: z.boolean().optional(),
  /** Starts the dice, so that a run repeats. */
  seed: z.number().int().default(1),
});

export type Fault = z.infer<typeof faultShape>;

interface Installed {
  id: number;
  fault: Fault;
  pattern: Pattern | undefined;
  dice: () => number;
  seen: number;
  played: number;
}

/** The installed faults, asked once for each request (inner requests of a batch too). */
export class Faults {
  #installed: Installed[] = [];
  #next = 1;

  /** @throws SyntaxError when `path` is not a regular expression, or one that could hold up the tenant */
  install(fault: Fault): number {
    const id = this.#next++;
    const pattern = fault.path === undefined ? undefined : patternOf(fault.path);
    this.#installed.push({ id, fault, pattern, dice: dice(fault.seed), seen: 0, played: 0 });
    return id;
  }

  remove(id: number): boolean {
    const before = this.#installed.length;
    this.#installed = this.#installed.filter((one) => one.id !== id);
    return this.#installed.length < before;
  }

  clear(): void {
    this.#installed = [];
  }

  list(): { id: number; seen: number; played: number; fault: Fault }[] {
    return this.#installed.map(({ id, seen, played, fault }) => ({ id, seen, played, fault }));
  }

  /** The faults this request meets; counts them as played. */
  meet(request: { method: string; target: string; user?: { id: string; upn: string } | undefined }): Fault[] {
    if (this.#installed.length === 0) return [];
    return this.#installed.filter((one) => matches(one, request) && strikes(one)).map((one) => one.fault);
  }
}

function matches(
  { fault, pattern }: Installed,
  { method, target, user }: { method: string; target: string; user?: { id: string; upn: string } | undefined },
): boolean {
  if (fault.method !== undefined && fault.method.toUpperCase() !== method) return false;
  if (fault.user !== undefined && fault.user.toLowerCase() !== user?.upn.toLowerCase() && fault.user !== user?.id) return false;
  return pattern === undefined || pattern(target);
}

function strikes(one: Installed): boolean {
  one.seen += 1;
  if (one.seen <= one.fault.after) return false;
  if (one.fault.count !== undefined && one.played >= one.fault.count) return false;
  if (one.dice() >= one.fault.rate) return false;
  one.played += 1;
  return true;
}

/** A small repeatable random number generator (mulberry32), 0 ≤ x < 1. */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
