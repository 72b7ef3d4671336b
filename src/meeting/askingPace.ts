import type { CalendarEvent } from './meeting.ts';

// How often an open page asks whether others have changed something. Computed, so that no choice of a number somewhere else can use up what
// SharePoint gives the app for everybody together.

/** Resource units a minute that SharePoint gives an app in the smallest tenant (how-to-avoid-getting-throttled: up to 1,000 licences). */
export const SMALLEST_TENANT = 1250;
/** What all who have one agenda open may use together: a tenth of that. */
export const ONE_AGENDA = SMALLEST_TENANT / 10;
/** Of it, for the questions of those who write, and of everybody else; what is left is for opening, and for saying who writes. */
const SHARE = 40;

/** Units of asking what changed in one list since last time (a delta with its token), rows and all. */
export const CHANGES = 1;
/** The same for the first time: where the list is now, and its rows. */
export const FIRST = 3;

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** Nobody asks more often. With what is added by chance and the way there and back, another's change is on screen within ten seconds. */
const LEAST = 8 * SECOND;
/** So long after the last change that was seen, somebody is taken to be at it still. */
const LATELY = 2 * MINUTE;
/** A page that shows nothing new for so long is one that somebody has left open. */
const FORGOTTEN = 30 * MINUTE;
const MOST_AFTER_FAILURES = 10 * MINUTE;

/** So many may stand behind a group that is invited, or an event that the reader has no copy of. */
const MANY = 40;

/** How many people may have the agenda of an event open: those invited, and whoever called them; without a copy of it, the body's members. */
export function peopleAt(event: Pick<CalendarEvent, 'invitees'> | null, members: number): number {
  if (event === null) return members > 0 ? members + 1 : MANY;
  return event.invitees.reduce((sum, { isGroup }) => sum + (isGroup ? MANY : 1), 1);
}

export interface Asking {
  /** Can the page be seen? */
  readonly isVisible: boolean;
  /** What the question costs. */
  readonly units: number;
  /** May this person change what is asked about? */
  readonly mayWrite: boolean;
  /** Is this person writing now? */
  readonly isWriting: boolean;
  /** How many others are known to be writing. */
  readonly othersWriting: number;
  /** How many people may have the agenda open (peopleAt). */
  readonly people: number;
  readonly isRunning: boolean;
  /** Milliseconds since the page was opened, saw another's change, or its person did something. */
  readonly quietFor: number;
  /** How often in a row the question was not answered. */
  readonly failures: number;
  /** Seconds the service asked to be left alone for; null where it did not. */
  readonly putOff: number | null;
}

/**
 * Milliseconds until the page asks again; null while it does not: nobody looks at it. Whoever writes, or may and knows of somebody who does, asks often; the
 * others so that all of them together stay within their share, however many they are.
 */
export function askingPace(asking: Asking): number | null {
  if (!asking.isVisible) return null;
  const { isWriting, mayWrite, othersWriting, quietFor, failures, putOff, units } = asking;
  const isAtWork = isWriting || (mayWrite && (othersWriting > 0 || quietFor < LATELY));
  const sharing = isAtWork ? Math.max(2, othersWriting + 1) : Math.max(1, asking.people);
  const wait = Math.max(LEAST, (sharing * units * MINUTE) / SHARE);
  const rested = !isWriting && !asking.isRunning && quietFor >= FORGOTTEN ? 4 * wait : wait;
  if (failures === 0) return rested;
  return Math.max((putOff ?? 0) * SECOND, Math.min(rested * 2 ** Math.min(failures, 10), Math.max(MOST_AFTER_FAILURES, rested)));
}

/**
 * The wait with an eighth more or less, so that pages that were opened at one moment do not ask at one moment; never less than the service asked for.
 * @param chance from 0 to 1
 */
export function spreadPace(wait: number, chance: number, putOff: number | null = null): number {
  return Math.max(wait * (7 / 8 + chance / 4), (putOff ?? 0) * SECOND);
}
