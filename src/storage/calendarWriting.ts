import type { Graph } from '../graph/client.ts';
import { extensionName } from '../graph/events.ts';
import { accept, decline, patchEvent, putExtension, tentativelyAccept } from '../graph/eventWriting.ts';
import { isGraphFailure } from '../graph/failure.ts';
import type { MeetingPointer } from '../meeting/meeting.ts';
import type { AwayAnswer } from '../meeting/words.ts';
import { sameWhen } from '../meeting/calendarFacts.ts';
import { clockOf, isoDay } from '../meeting/danishTime.ts';
import { Conflict, Failure } from '../meeting/errors.ts';
import { eventById, inCalendarOf, invitationBody } from './calendar.ts';
import { pointerPath } from './eventLink.ts';
import { translated } from './failure.ts';

/** Replaces the event's HTML and tells what stands there afterwards. */
export async function writeInvitationBody(
  graph: Graph,
  id: string,
  html: string,
  lastLook?: () => Promise<void>,
): Promise<{ html: string; joinUrl: string | null }> {
  await inCalendarOf(id, 'Writing the invitation', () => patchEvent(graph, id, { body: { contentType: 'html', content: html } }, lastLook));
  return invitationBody(graph, id);
}

/** Between which ISO instants an event is. */
export type EventTimes = Readonly<Record<'start' | 'end', string>>;

/**
 * Moves an event of mine, or in a calendar I work in; Exchange tells those invited, and asks them anew. It may be ordered twice: where it is at that time
 * already nothing is done. The write carries no version: Graph tells `changeKey` and `@odata.etag` of an event, and documents no `If-Match` for changing one
 * (event-update), so that it may be ignored; and the version changes with every answer of somebody invited, which is no reason to refuse. So the times are read right
 * before they are written, and of two who move it within that moment the last one counts, and is told to everybody.
 * @param seen the times it had when this was decided on
 * @throws Failure NotAllowed where somebody else called the meeting: changing my own copy would move it for me alone. Conflict where it has been
 *   moved since; NotFound
 */
export async function moveEvent(graph: Graph, id: string, seen: EventTimes, wanted: EventTimes): Promise<void> {
  const now = await eventById(graph, id);
  if (!now.iAmOrganizer) {
    throw new Failure('NotAllowed', 'Only whoever called the meeting can move it', {
      detail: { about: 'calendar', owner: now.organizer?.email ?? now.organizer?.name ?? '' },
    });
  }
  if (sameWhen(now, wanted)) return;
  if (now.cancelled || !sameWhen(now, seen)) throw new Conflict([{ field: 'StartsAt', mine: seen.start, theirs: now.start }]);
  await inCalendarOf(id, 'Moving the meeting', () => patchEvent(graph, id, { start: danishWall(wanted.start), end: danishWall(wanted.end) }));
}

/** By Danish clocks, as boards meet: a time written in UTC would make that the event's own zone. Outlook's name of theirs. */
export const danishWall = (instant: string) => ({ dateTime: `${isoDay(instant)}T${clockOf(instant)}:00`, timeZone: 'Romance Standard Time' });

/**
 * Is the answer one that this event cannot have? It is gone (declined or deleted before), or Exchange takes no answer to it, which
 * it says with 400 ErrorInvalidRequest: to the organiser (gd#560), to a meeting that was called off, or where the organiser asked
 * for no answers (botframework-components#1374). Either way nothing is left to do in the calendar.
 */
function takesNoAnswer(error: unknown): boolean {
  return isGraphFailure(error, 'notFound') || (isGraphFailure(error, 'invalid') && error.code === 'ErrorInvalidRequest');
}

/**
 * Declines one occurrence, or answers perhaps, with a comment that the organiser reads. What `lastLook` throws, before each try, ends it, and nothing is answered.
 * @returns false where the event has left the calendar or takes no answer: then nobody has read the comment
 */
export async function answerEvent(
  graph: Graph,
  id: string,
  { answer, comment }: { readonly answer: AwayAnswer; readonly comment: string },
  lastLook?: () => Promise<void>,
): Promise<boolean> {
  const write = answer === 'declined' ? decline : tentativelyAccept;
  return translated('Answering the meeting', async () => {
    try {
      await write(graph, id, { comment, sendResponse: true }, lastLook);
      return true;
    } catch (error) {
      if (!takesNoAnswer(error)) throw error;
      return false;
    }
  });
}

/** Accepts again; false where the event has left the calendar (only the organiser can send it anew) or takes no answer. */
export async function acceptEvent(graph: Graph, id: string): Promise<boolean> {
  return translated('Accepting the meeting', async () => {
    try {
      await accept(graph, id, { sendResponse: true });
      return true;
    } catch (error) {
      if (takesNoAnswer(error)) return false;
      throw error;
    }
  });
}

/**
 * The pointer on the organiser's own copy, so that the meeting is found before the invitation has been sent.
 * @param isFirst the event is not known to carry one: it is added before it is replaced
 */
export async function putPointer(graph: Graph, eventId: string, pointer: MeetingPointer, isFirst = false): Promise<void> {
  await translated('Marking the event', () => putExtension(graph, eventId, extensionName, pointerToExtension(pointer), isFirst));
}

/** The values of our extension; strings only, below 2 KB. */
function pointerToExtension(pointer: MeetingPointer): Record<string, string> {
  return { pointer: pointerPath(pointer, 'm') };
}
