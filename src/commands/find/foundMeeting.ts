import type { MeetingHint } from '../../host/host.ts';
import type { CalendarEvent, MeetingPointer } from '../../meeting/meeting.ts';
import type { Store } from '../../storage/store.ts';
import { lookingRound } from './lookingRound.ts';
import type { OtherAgenda } from './ownPointer.ts';

/** The meeting the host stands on: its event in this mailbox (null where we came by a link) and our pointer (null before there is an agenda). */
export interface FoundMeeting {
  readonly event: CalendarEvent | null;
  readonly pointer: MeetingPointer | null;
  /** The agenda of another meeting that this one's invitation shows; left out where it shows none. */
  readonly other?: OtherAgenda | undefined;
}

/** Does it carry pointers of other keys alone? Whose they are is told by their rows. */
export const isUnsettled = ({ pointer, others }: CalendarEvent): boolean => pointer === null && others !== undefined;

/** What an event of mine is found to be: its own pointer may stand under another key than its own (ownPointer.ts). */
export async function foundBy(store: Store, event: CalendarEvent): Promise<FoundMeeting> {
  if (!isUnsettled(event)) return unmarked(store, event);
  const [settled] = await (await lookingRound()).settlePointers(store, [event]);
  const own = settled?.event ?? event;
  return { event: own, pointer: own.pointer, ...(settled?.other && { other: settled.other }) };
}

/** Of an event that nobody but its rows tells about the rows are looked for; of all others its pointer is all there is. */
async function unmarked(store: Store, event: CalendarEvent): Promise<FoundMeeting> {
  const isHidden = event.linkHidden === true || event.mailbox !== undefined;
  const pointer = event.pointer ?? (isHidden ? await (await lookingRound()).agendaByRow(store, event) : null);
  return pointer === event.pointer ? { event, pointer } : { event: { ...event, pointer, agendaInInvitation: event.linkHidden === true }, pointer };
}

/** The host's own name for the meeting it stands on; null where it stands on none. */
export function placeName(meeting: MeetingHint): string | null {
  if (meeting.kind === 'event') return `event:${meeting.eventId}`;
  return meeting.kind === 'chat' ? `chat:${meeting.chatId}` : null;
}
