import { invitationHtml } from '../exporters/invitationHtml.ts';
import { joinLinks, placeInInvitation } from '../exporters/placeInInvitation.ts';
import type { Agenda, AgendaItem } from '../meeting/agenda.ts';
import { Failure, isFailure } from '../meeting/errors.ts';
import type { Board, CalendarEvent, MeetingFile, MeetingPointer, MeetingStatus, Treatment } from '../meeting/meeting.ts';
import { isClosed } from '../meeting/agenda.ts';
import { itemToFields } from '../storage/itemRow.ts';
import { meetingRowOf } from '../storage/meetingRow.ts';
import { sameFields } from '../storage/merge.ts';
import type { InvitationForm } from '../host/host.ts';
import type { InvitationPreview, OnStep } from './commands.ts';
import { linkTo } from './link.ts';
import type { Workplace } from './workplace.ts';

/** What attaching needs; plain data, so that it can wait in the outbox. */
export interface AttachInput {
  readonly event: CalendarEvent;
  readonly board: Board;
  readonly agenda: Agenda;
  readonly treatments: readonly Treatment[];
  /** The items as they were stored when this agenda was made from them; none before the first agenda. */
  readonly base: readonly AgendaItem[];
  /**
   * How the agenda gets into the invitation, as the person was told when giving the order: through Outlook's open form of this
   * event, which they send themselves, or through Graph, which sends it at once.
   */
  readonly via: 'form' | 'graph';
}

/** Where the rows of this event's meeting are. An agenda that is attached already stays where it is. */
export function pointerFor(event: CalendarEvent, board: Board): MeetingPointer {
  return { siteId: board.siteId, closedSiteId: board.closedSiteId, key: event.key };
}

/** The invitation as it will look, with the agenda in it. Nothing is written. */
export async function previewInvitation(workplace: Workplace, event: CalendarEvent, agenda: Agenda, board: Board): Promise<InvitationPreview> {
  const form = await openFormOf(workplace, event);
  const body = form ? await form.readHtml() : (await workplace.store.invitationBody(event.id)).html;
  return {
    html: placeInInvitation(body, blockOf(workplace, agenda, pointerFor(event, board))),
    recipients: event.invitees.filter((invitee) => invitee.email !== event.organizer?.email).length,
    sentByForm: form !== null,
  };
}

function blockOf(workplace: Workplace, agenda: Agenda, pointer: MeetingPointer): string {
  return invitationHtml(agenda, linkTo(workplace.appOrigin, pointer, 'dagsorden'), workplace.language);
}

/**
 * Attaches an agenda: rows first, then the pointer, then the invitation, which alone reaches others; so that a link never leads to nothing.
 * Every step may be repeated.
 * @throws Conflict before anything is written, where others have changed, added, closed or opened an item since `base`
 */
export async function attachAgenda(workplace: Workplace, input: AttachInput, onStep: OnStep): Promise<MeetingFile> {
  const { store } = workplace;
  const { event, board, agenda } = input;
  const pointer = pointerFor(event, board);
  if (
    board.closedSiteId === null &&
    agenda.items.some((item) => isClosed(agenda.items, item) || item.attachments.some((a) => a.openness === 'closed'))
  ) {
    throw new Failure('ClosedRoomMissing', 'The agenda has closed items and the board has no place for them');
  }
  const stored = await earlierFile(workplace, pointer);
  // Rows that no event leads to were left by a first try that went no further: they are nobody's agenda yet.
  const abandoned = stored?.status.agenda === 'draft' && event.pointer === null;
  if (stored && !abandoned) refuseOverOthers(stored, input);
  const earlier = stored?.status ?? null;
  const of = 4;
  onStep({ name: 'meeting', done: 0, of });
  await store.putMeeting(pointer, meetingRowOf(event, agenda, earlier ?? { agenda: 'draft', sentAt: null, minutes: 'none' }));
  onStep({ name: 'items', done: 1, of });
  await store.writeItems(pointer, agenda.items, (done, rows) => onStep({ name: 'items', done: 1 + done / Math.max(1, rows), of }));
  for (const treatment of input.treatments) await store.putTreatment(pointer, null, treatment);
  onStep({ name: 'pointer', done: 2, of });
  await store.putPointer(event.id, pointer);
  onStep({ name: 'invitation', done: 3, of });
  await writeInvitation(workplace, input, pointer);
  if (input.via === 'graph') {
    const status: MeetingStatus = {
      agenda: earlier && earlier.agenda !== 'draft' ? 'revised' : 'sent',
      sentAt: workplace.now().toISOString(),
      minutes: earlier?.minutes ?? 'none',
    };
    await store.putMeeting(pointer, meetingRowOf(event, agenda, status));
  }
  onStep({ name: 'done', done: of, of });
  return store.openMeeting(pointer);
}

/** An agenda is written whole, so it must know everything that is there: all stored items are those of `base`, or this agenda's own (it was cut off). */
function refuseOverOthers({ agenda: stored, pointer }: MeetingFile, { agenda, base }: AttachInput): void {
  const rowOf = (items: readonly AgendaItem[], item: AgendaItem) => {
    const found = items.find((other) => other.id === item.id);
    return found ? itemToFields(pointer.key, { ...found, openness: isClosed(items, found) ? 'closed' : 'open' }, 0) : null;
  };
  const others = stored.items.filter((item) => {
    const row = rowOf(stored.items, item);
    return row !== null && ![base, agenda.items].some((items) => sameFields(row, rowOf(items, item) ?? {}));
  });
  if (others.length > 0) throw new Failure('Conflict', 'Others have changed the agenda since', { detail: { items: String(others.length) } });
}

async function earlierFile(workplace: Workplace, pointer: MeetingPointer): Promise<MeetingFile | null> {
  try {
    return await workplace.store.openMeeting(pointer);
  } catch (error) {
    if (error instanceof Failure && error.name === 'NotFound') return null;
    throw error;
  }
}

/**
 * Read, place, write, read again, compare the join link, and restore if it changed (a body written without its join block
 * turns the online meeting off, gd#9743). An order that was given beside a form is carried out in a form of the same event, which the
 * organiser sends, and nowhere else: it may have waited in the outbox, and another appointment may stand open by now.
 * @throws Failure InvitationNotOpen where that form is not open here; InvitationChanged
 */
async function writeInvitation(workplace: Workplace, { event, agenda, via }: AttachInput, pointer: MeetingPointer): Promise<void> {
  const block = blockOf(workplace, agenda, pointer);
  if (via === 'graph') return writeByGraph(workplace, event, block);
  const form = await openFormOf(workplace, event);
  if (!form) {
    throw new Failure('InvitationNotOpen', 'The agenda is stored, but the form it was meant for is not open here', {
      detail: { start: event.start, end: event.end },
    });
  }
  const before = await form.readHtml();
  await form.writeHtml(placeInInvitation(before, block));
  if (missesJoinLink(before, await form.readHtml())) {
    await form.writeHtml(before);
    throw invitationChanged();
  }
}

async function writeByGraph({ store }: Workplace, event: CalendarEvent, block: string): Promise<void> {
  const before = await store.invitationBody(event.id);
  const wanted = placeInInvitation(before.html, block);
  if (wanted === before.html) return;
  const after = await store.writeInvitationBody(event.id, wanted);
  if (after.joinUrl !== before.joinUrl || missesJoinLink(before.html, after.html)) {
    await store.writeInvitationBody(event.id, before.html);
    throw invitationChanged();
  }
}

/** The open form, if it is this event's own. Outlook names its event by another kind of id than ours, so the event is read. */
async function openFormOf({ host, store }: Workplace, event: CalendarEvent): Promise<InvitationForm | null> {
  if (!host.invitation || host.meeting.kind !== 'event') return null;
  try {
    return (await store.eventById(host.meeting.eventId)).key === event.key ? host.invitation : null;
  } catch (error) {
    // A whole series in the form is no meeting, and so not this one.
    if (isFailure(error, 'NotFound') || isFailure(error, 'WholeSeries')) return null;
    throw error;
  }
}

function missesJoinLink(before: string, after: string): boolean {
  const present = new Set(joinLinks(after));
  return joinLinks(before).some((link) => !present.has(link));
}

function invitationChanged(): Failure {
  return new Failure('InvitationChanged', 'The join link of the online meeting would have been lost, so the invitation was put back as it was');
}
