import type { Graph } from '../graph/client.ts';
import { instantOf } from '../graph/dateTime.ts';
import type { GraphEvent } from '../graph/events.ts';
import { madeBetween } from '../graph/madeEvents.ts';
import { cancelEvent, createEvent, patchEvent } from '../graph/eventWriting.ts';
import { isGraphFailure } from '../graph/failure.ts';
import { sameInstant } from '../meeting/calendarFacts.ts';
import { guestMeeting, isGuestOf, type GuestEvent, type GuestInvitation } from '../meeting/guests.ts';
import { withoutHiddenSigns } from '../meeting/hiddenSigns.ts';
import type { MeetingKey } from '../meeting/ids.ts';
import { danishWall } from './calendarWriting.ts';
import { answerOf } from './eventLink.ts';
import { translated } from './failure.ts';

/** Whose calendar guests are invited from: an address of one that is shared with me, null for my own. */
export type GuestCalendar = string | null;

/** A guest's event as it is to stand, with its words as HTML. */
export interface GuestToInvite extends GuestInvitation {
  readonly guestId: string;
  readonly name: string;
  readonly email: string;
  readonly html: string;
}

/** Guests' own invitations: events in the calendar of whoever called the meeting. All failures are named ones. */
export interface GuestStore {
  /** Those of a meeting that lie between two ISO instants; of every meeting where none is named. */
  guestEvents(calendar: GuestCalendar, key: MeetingKey | null, from: string, to: string): Promise<readonly GuestEvent[]>;
  /** Invites somebody, once: `lastLook` is done before each try, and what it throws ends it. */
  invite(calendar: GuestCalendar, guest: GuestToInvite, lastLook: () => Promise<void>): Promise<void>;
  change(id: string, invitation: GuestInvitation & { readonly html: string }, lastLook: () => Promise<void>): Promise<void>;
  /** Calls it off and tells the guest; one that is gone is called off already. */
  callOff(id: string, comment: string): Promise<void>;
}

export function guestStore(graph: Graph): GuestStore {
  const change: GuestStore['change'] = (id, invitation, lastLook) =>
    translated("Changing a guest's invitation", async () => void (await patchEvent(graph, id, eventOf(invitation), lastLook)));
  return {
    guestEvents: (calendar, key, from, to) =>
      translated("Reading guests' invitations", async () => {
        const made = await madeBetween(graph, calendar, { from: new Date(from), to: new Date(to) });
        return made.flatMap((event) => guestEventOf(event, key));
      }),
    invite: (calendar, guest, lastLook) =>
      translated('Inviting a guest', async () => {
        const made = await createOnce(graph, calendar, guest, lastLook);
        // One that was made before, by a try whose answer was lost, stands at the time it had then.
        if (!sameInstant(instantOf(made.start), guest.start) || !sameInstant(instantOf(made.end), guest.end)) await change(made.id, guest, lastLook);
      }),
    change,
    callOff: (id, comment) => translated("Calling a guest's invitation off", () => cancelEvent(graph, id, comment)),
  };
}

/** A guest may be called off and invited again: some tenants take no id a second time, whatever became of its event. */
const TRIES = 5;

/** The event of a guest, made unless it was before. */
async function createOnce(graph: Graph, calendar: GuestCalendar, guest: GuestToInvite, lastLook: () => Promise<void>): Promise<GraphEvent> {
  const attendees = [{ type: 'required', emailAddress: { name: guest.name, address: guest.email } }] as const;
  for (let tries = 1; ; tries += 1) {
    const transactionId = tries === 1 ? guest.guestId : `${guest.guestId}-${tries}`;
    try {
      return await createEvent(graph, calendar, { ...eventOf(guest), transactionId, attendees }, lastLook);
    } catch (error) {
      if (!isGraphFailure(error, 'conflict')) throw error;
      const before = await madeUnder(graph, calendar, guest);
      if (before !== undefined) return before;
      if (tries === TRIES) throw error;
    }
  }
}

/** For so long (ms) around it a guest's event is looked for that was made under the same id: a meeting is not moved further. */
const FAR = 180 * 86_400_000;

async function madeUnder(graph: Graph, calendar: GuestCalendar, { guestId, start }: GuestToInvite): Promise<GraphEvent | undefined> {
  const [from, to] = [new Date(Date.parse(start) - FAR), new Date(Date.parse(start) + FAR)];
  return (await madeBetween(graph, calendar, { from, to })).find(({ transactionId }) => transactionId?.startsWith(guestId));
}

function eventOf({ subject, start, end, place, html }: GuestInvitation & { readonly html: string }) {
  return {
    subject,
    body: { contentType: 'html', content: html },
    start: danishWall(start),
    end: danishWall(end),
    location: { displayName: place },
  } as const;
}

function guestEventOf(event: GraphEvent, key: MeetingKey | null): GuestEvent[] {
  const guestId = event.transactionId ?? null;
  const [guest] = event.attendees ?? [];
  const email = guest?.emailAddress.address ?? '';
  const isTheirs = guestId !== null && (key === null ? guestMeeting(guestId) !== null : isGuestOf(guestId, key));
  if (!isTheirs || event.isOrganizer !== true || event.isCancelled === true || email === '') return [];
  return [
    {
      id: event.id,
      guestId,
      name: withoutHiddenSigns(guest?.emailAddress.name ?? email),
      email,
      subject: withoutHiddenSigns(event.subject ?? ''),
      place: withoutHiddenSigns(event.location?.displayName ?? ''),
      start: instantOf(event.start),
      end: instantOf(event.end),
      answer: answerOf(guest?.status?.response),
    },
  ];
}
