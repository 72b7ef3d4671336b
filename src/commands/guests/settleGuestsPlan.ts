import * as v from 'valibot';
import { guestInvitation, type GuestSources } from '../../exporters/guestInvitation.ts';
import { wordsOf } from '../../exporters/document/words.ts';
import { isClosed, type AgendaItem } from '../../meeting/agenda.ts';
import { BOARD_LANGUAGES, type BoardLanguage } from '../../meeting/boardLanguage.ts';
import { Failure } from '../../meeting/errors.ts';
import { guestId, type Guest } from '../../meeting/guests.ts';
import type { Board, CalendarEvent, MeetingFile, MeetingPointer } from '../../meeting/meeting.ts';
import { mayMoveMeeting } from '../../meeting/permissions.ts';
import { board, event, itemId, pointer } from '../../meeting/schemas.ts';
import { inBoardLanguage } from '../boardLanguage.ts';
import { refuseClosedSince } from '../agenda/refuseClosedSince.ts';
import { lookFreshly } from '../lookFreshly.ts';
import { plan } from '../plan.ts';
import type { Workplace } from '../workplace.ts';
import { guestLines, sourcesOf, withWords, type GuestLine } from './guestLines.ts';

interface SettleInput {
  readonly pointer: MeetingPointer;
  readonly event: CalendarEvent;
  readonly board: Board;
  /** Those to be invited; those who are invited already are not invited again. */
  readonly invite: readonly Guest[];
  /** Whether invitations that are stale are changed, and those of whoever is not to come any more called off. */
  readonly update: boolean;
  readonly language?: BoardLanguage | undefined;
}

export const settleGuestsPlan = plan({
  input: v.object({
    pointer,
    event,
    board,
    invite: v.array(v.object({ itemId, name: v.string(), email: v.string() })),
    update: v.boolean(),
    language: v.optional(v.picklist(BOARD_LANGUAGES)),
  }) satisfies v.GenericSchema<unknown, SettleInput>,
  steps: { guests: {} },
  perform: (workplace, input: SettleInput, { steps }) => steps.take('guests', () => settle(workplace, input)),
});

/**
 * Brings guests' invitations to what the agenda says at that moment, not when it was ordered. What names an open item is claimed in the meeting's row before it
 * leaves, as the invitation itself is, so that whoever closes the item waits for it; and how open everything is, is looked at last.
 */
async function settle(workplace: Workplace, { pointer: to, event: seen, board: of, invite, update, language: known }: SettleInput): Promise<void> {
  const { store, now } = workplace;
  const [file, event] = [await store.openMeeting(to), await store.eventById(seen.id)];
  if (!mayMoveMeeting({ event })) {
    const owner = event.organizer?.email ?? event.organizer?.name ?? '';
    throw new Failure('NotAllowed', 'Only whoever called the meeting can invite guests to it', { detail: { about: 'calendar', owner } });
  }
  // The order may have waited for days.
  const isOver = event.cancelled || Date.parse(event.end) <= now().getTime();
  if (isOver && invite.length > 0) throw new Failure('Conflict', 'The meeting is over, or called off, and nobody is invited to it any more');
  const { language } = await inBoardLanguage(workplace, of.siteId, known);
  const sources = sourcesOf(file, event, language);
  const lines = await guestLines(store, file, event, language);
  const guests = await store.guests();
  const claim = crypto.randomUUID();
  const sending = { mayBeOnItsWay: false };
  const send: Send = async (item, letGo) => {
    await letGo(async () => {
      await lookFreshly(async () => refuseClosedSince(await store.openItems(to), openOnes(file, item)), now);
      sending.mayBeOnItsWay = true;
    });
    sending.mayBeOnItsWay = false;
  };
  await store.claimInvitation(to, claim);
  try {
    for (const guest of invite) await inviteOne({ workplace, file, event, sources, lines, send }, guest);
    for (const { sent, standing, wanted, item } of update ? lines : []) {
      if (sent === null) continue;
      if (standing === 'stale' && wanted) await send(item, (look) => guests.change(sent.id, withWords(sources, wanted), look));
      if (standing === 'gone') await guests.callOff(sent.id, wordsOf(language).guest.cancelled);
    }
  } finally {
    // Where nobody knows whether it left, whoever closes something waits for as long as it may take.
    if (!sending.mayBeOnItsWay) await store.dropInvitationClaims(to, [claim]);
  }
}

/** The item, where its own title goes out: it must still be open then. */
const openOnes = ({ agenda: { items } }: MeetingFile, item: AgendaItem | null) => ({
  items: item === null || isClosed(items, item) ? [] : [{ ...item, parentId: null }],
});

/** Lets a guest's words go: what looks last is given along, and until it is known that they arrived they may be on their way. */
type Send = (item: AgendaItem | null, letGo: (look: () => Promise<void>) => Promise<void>) => Promise<void>;

interface Inviting {
  readonly workplace: Workplace;
  readonly file: MeetingFile;
  readonly event: CalendarEvent;
  readonly sources: GuestSources;
  readonly lines: readonly GuestLine[];
  readonly send: Send;
}

async function inviteOne({ workplace: { store }, file, event, sources, lines, send }: Inviting, guest: Guest): Promise<void> {
  const item = sources.agenda.items.find(({ id }) => id === guest.itemId);
  const wanted = item ? guestInvitation(sources, item) : null;
  const email = guest.email.trim();
  const is = (line: GuestLine) => line.item?.id === guest.itemId && line.sent?.email.toLowerCase() === email.toLowerCase();
  // The item is gone, has no time any more, or the guest is invited.
  if (!item || wanted === null || lines.some(is)) return;
  const guests = await store.guests();
  const id = await guestId(file.pointer.key, { itemId: guest.itemId, email });
  const words = { ...withWords(sources, wanted), guestId: id, name: guest.name, email };
  await send(item, (look) => guests.invite(event.mailbox ?? null, words, look));
}
