import type { CalendarEvent, MeetingPointer, Occasion, OtherPointer } from '../../meeting/meeting.ts';
import { kinship, sameUid, type Kinship } from '../../meeting/sameMeeting.ts';
import type { MeetingRow } from '../../storage/meetingRow.ts';
import type { Store } from '../../storage/store.ts';

/** An agenda that an invitation shows or links to and that is not, or not surely, that of its own meeting. */
export interface OtherAgenda {
  readonly pointer: MeetingPointer;
  readonly kinship: Exclude<Kinship, 'same'>;
  readonly title: string;
  readonly occasion: Occasion;
}

/** An event with the pointer that is its own under whatever key, and the agenda that its invitation shows instead where none is. */
export interface Settled {
  readonly event: CalendarEvent;
  readonly other: OtherAgenda | null;
}

/**
 * Whose are the pointers of other keys that these events carry? Their rows tell, read in one $batch; events that carry none cost nothing. Rows
 * that are not for this person are led to all the same: that they are not is told by opening them.
 */
export async function settlePointers(store: Store, events: readonly CalendarEvent[]): Promise<Settled[]> {
  const asked = events.flatMap((event) => (event.pointer === null ? (event.others ?? []) : []).map((other) => ({ event, other })));
  if (asked.length === 0) return events.map((event) => ({ event, other: null }));
  const rows = await store.meetingRows(asked.map(({ other }) => other.pointer));
  return events.map((event) => {
    const found = asked.flatMap((each, place) => (each.event === event ? [{ other: each.other, row: rows[place] ?? 'none' }] : []));
    return settled(event, found);
  });
}

type Found = { readonly other: OtherPointer; readonly row: MeetingRow | 'none' | 'notAllowed' };

function settled(event: CalendarEvent, found: readonly Found[]): Settled {
  const read = found.flatMap(({ other, row }) => (typeof row === 'string' ? [] : [{ other, row }]));
  const own = read.filter(({ row }) => sameUid(row.iCalUId, event.iCalUId));
  const kin = read.map(({ other, row }) => ({ other, row, kinship: kinship(event, filedAs(row), own.length < 2) }));
  const same = kin.find((each) => each.kinship === 'same');
  if (same) return { event: leadTo(event, same.other), other: null };
  const shown = kin.flatMap(({ other, row, kinship: kind }) => (kind === 'same' ? [] : [{ other, row, kind }]));
  const nearest = (['sameTime', 'otherOccurrence', 'other'] as const).flatMap((kind) => shown.filter((each) => each.kind === kind))[0];
  if (nearest) {
    const { other, row, kind } = nearest;
    return { event, other: { pointer: other.pointer, kinship: kind, title: row.head.title, occasion: row.occasion ?? row } };
  }
  const hidden = found.find(({ row }) => row === 'notAllowed');
  return { event: hidden ? leadTo(event, hidden.other) : event, other: null };
}

const leadTo = (event: CalendarEvent, { pointer, inInvitation }: OtherPointer): CalendarEvent => ({
  ...event,
  pointer,
  agendaInInvitation: inInvitation,
});

/** A row as the meeting it was filed for. */
export const filedAs = (row: MeetingRow) => ({ ...(row.occasion ?? row), originalStart: row.originalStart, key: row.key });
