import { agendaPageHtml, invitationHtml, invitationLinkHtml } from '../../exporters/invitationHtml.ts';
import { joinLinks, placed, placeInInvitation } from '../../exporters/placeInInvitation.ts';
import type { InvitationForm } from '../../host/host.ts';
import { isClosed, type Agenda } from '../../meeting/agenda.ts';
import type { Audience } from '../../meeting/edition.ts';
import { Failure, isFailure } from '../../meeting/errors.ts';
import type { ItemId } from '../../meeting/ids.ts';
import { joinLinkMeaning, sameJoinLink } from '../../meeting/joinLink.ts';
import type { Board, CalendarEvent, MeetingPointer } from '../../meeting/meeting.ts';
import { pointersOf } from '../../storage/eventLink.ts';
import { linkTo } from '../link.ts';
import { pointerFor } from '../pointerOn.ts';
import type { Workplace } from '../workplace.ts';
import type { AttachInput } from './attachInput.ts';
import type { InvitationPreview } from './invitationPreview.ts';

export { inBoardLanguage, languageSeen } from '../boardLanguage.ts';

/** The invitation as it will look, with the agenda in it. Nothing is written. */
export async function invitationWith(
  workplace: Workplace,
  event: CalendarEvent,
  agenda: Agenda,
  board: Board,
  supplement: readonly ItemId[] = [],
): Promise<InvitationPreview> {
  const form = await openFormOf(workplace, event);
  const body = form ? await form.readHtml() : (await workplace.store.invitationBody(event.id)).html;
  const pointer = pointerFor(event, board);
  const link = linkTo(workplace.appOrigin, pointer, 'dagsorden');
  const page = (audience: Audience) => agendaPageHtml(agenda, link, workplace.language, audience);
  const holdsClosed = agenda.items.some((item) => isClosed(agenda.items, item));
  return {
    ...placed(body, blockOf(workplace, agenda, pointer, supplement)),
    pages: { outside: page('outside'), circle: holdsClosed ? page('circle') : null },
    recipients: event.invitees.filter((invitee) => invitee.email !== event.organizer?.email).length,
    sentByForm: form !== null,
    language: workplace.language,
  };
}

/** The agenda as it is put in an invitation. */
export function blockOf(workplace: Workplace, agenda: Agenda, pointer: MeetingPointer, supplement: readonly ItemId[] = []): string {
  return invitationHtml(agenda, linkTo(workplace.appOrigin, pointer, 'dagsorden'), workplace.language, supplement);
}

/**
 * Read, place, write, read again, compare the join link, and restore if it changed (a body written without its join block
 * turns the online meeting off, gd#9743). An order that was given beside a form is carried out in a form of the same event, which the
 * organiser sends, and nowhere else: it may have waited in the outbox, and another appointment may stand open by now.
 * @param before what stands in the event, read after it was claimed; null where it goes into a form
 * @param lastLook is done as the last thing before the words go where others read them; what it throws ends it, and nothing is written
 * @throws Failure InvitationNotOpen where that form is not open here; TooLarge where it does not take so much; InvitationChanged
 */
export async function writeInvitation(
  workplace: Workplace,
  { event, agenda, via, supplement }: Pick<AttachInput, 'event' | 'agenda' | 'via' | 'supplement'>,
  pointer: MeetingPointer,
  { before, lastLook }: { readonly before: InvitationBody | null; readonly lastLook: () => Promise<void> },
): Promise<void> {
  const block = blockOf(workplace, agenda, pointer, supplement);
  if (before !== null) return unlessTooLarge(event, () => writeByGraph(workplace, event, { block, before }, lastLook));
  const form = await openFormOf(workplace, event);
  if (!form) {
    throw new Failure('InvitationNotOpen', 'The agenda is stored, but the form it was meant for is not open here', {
      detail: { start: event.start, end: event.end },
    });
  }
  if (via === 'form') return unlessTooLarge(event, () => writeInForm(form, block, lastLook));
  const link = invitationLinkHtml(agenda, linkTo(workplace.appOrigin, pointer, 'dagsorden'), workplace.language);
  await lastLook();
  // Whatever leads to this meeting in the form already is its link.
  if (!(await pointersOf(await form.readHtml())).some(({ key }) => key === pointer.key)) await form.prependHtml(link);
}

async function writeInForm(form: InvitationForm, block: string, lastLook: () => Promise<void>): Promise<void> {
  const before = await form.readHtml();
  const wanted = placeInInvitation(before, block);
  await lastLook();
  if (wanted === before) return;
  await form.writeHtml(wanted);
  if (missesJoinLink(before, await form.readHtml())) {
    await form.writeHtml(before);
    throw invitationChanged();
  }
}

/** Outlook takes a million signs in its form, and a picture in the text is soon as many. It is told as being about the invitation. */
async function unlessTooLarge({ start, end }: CalendarEvent, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!isFailure(error, 'TooLarge')) throw error;
    throw new Failure('TooLarge', error.message, { detail: { ...error.detail, about: 'invitation', start, end }, cause: error });
  }
}

interface InvitationBody {
  readonly html: string;
  readonly joinUrl: string | null;
}

async function writeByGraph(
  { store }: Workplace,
  event: CalendarEvent,
  { block, before }: { readonly block: string; readonly before: InvitationBody },
  lastLook: () => Promise<void>,
): Promise<void> {
  const wanted = placeInInvitation(before.html, block);
  if (wanted === before.html) return;
  const after = await store.writeInvitationBody(event.id, wanted, lastLook);
  if (!sameJoinLink(after.joinUrl, before.joinUrl) || missesJoinLink(before.html, after.html)) {
    await store.writeInvitationBody(event.id, before.html);
    throw invitationChanged();
  }
}

/** The open form, if it is this event's own. Outlook names its event by another kind of id than ours, so the event is read. */
export async function openFormOf({ host, store }: Workplace, event: CalendarEvent): Promise<InvitationForm | null> {
  if (!host.invitation || host.meeting.kind !== 'event') return null;
  try {
    return (await store.eventById(host.meeting.eventId)).key === event.key ? host.invitation : null;
  } catch (error) {
    // A whole series in the form is no meeting, and so not this one.
    if (isFailure(error, 'NotFound') || isFailure(error, 'WholeSeries')) return null;
    throw error;
  }
}

/** Compared by what they mean: mail programs write the same link with other escapes, and wrap it. */
function missesJoinLink(before: string, after: string): boolean {
  const present = new Set(joinLinks(after).map(joinLinkMeaning));
  return joinLinks(before).some((link) => !present.has(joinLinkMeaning(link)));
}

function invitationChanged(): Failure {
  return new Failure('InvitationChanged', 'The join link of the online meeting would have been lost, so the invitation was put back as it was');
}
