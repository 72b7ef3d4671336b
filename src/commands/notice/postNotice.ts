import { agendaNotice } from '../../exporters/agendaNotice.ts';
import type { ChannelMessage } from '../../exporters/printers/channelMessage.ts';
import { nextNotice, type NextNotice } from '../../meeting/agendaNotice.ts';
import { agendaTold } from '../../meeting/agendaTold.ts';
import { shownOccasion } from '../../meeting/calendarFacts.ts';
import { Failure, isFailure } from '../../meeting/errors.ts';
import { headOf, type MeetingHead } from '../../meeting/head.ts';
import { noticeLog } from '../../meeting/logsBeside.ts';
import type { Agenda } from '../../meeting/agenda.ts';
import type { CalendarEvent, MeetingFile, Publication } from '../../meeting/meeting.ts';
import { refuseClosedSince } from '../agenda/refuseClosedSince.ts';
import { lookFreshly } from '../lookFreshly.ts';
import { linkTo } from '../link.ts';
import { errorWords } from '../publish/errorWords.ts';
import { postOnce } from '../publish/postOnce.ts';
import type { Workplace } from '../workplace.ts';
import type { NoticeShown } from './noticeInput.ts';

/** What of a meeting a message about its agenda is made of. */
export type NoticeFile = Pick<MeetingFile, 'pointer' | 'agenda' | 'board' | 'occasion' | 'status'>;

/** A message about an agenda, and what it is made of. */
export interface Notice {
  readonly message: ChannelMessage;
  readonly agenda: Agenda;
  readonly head: MeetingHead;
}

/**
 * What the channel would be told of an agenda now: the day, time and place are the calendar's.
 * @param speaking in the body's language
 */
export function noticeOf(
  speaking: Workplace,
  { pointer, agenda: paper, board, occasion: told, status }: NoticeFile,
  event: CalendarEvent,
  { updated }: NextNotice,
): Notice {
  const occasion = shownOccasion(told, event);
  const agenda = agendaTold(paper, told, occasion);
  const head = headOf({ agenda, board, occasion });
  const link = linkTo(speaking.appOrigin, pointer, 'dagsorden');
  const message = agendaNotice({ agenda, head, link, language: speaking.language, supplement: status.supplement ?? [], updated });
  return { message, agenda, head };
}

/**
 * Tells the channel that an agenda is out, once, as it was shown: the log is asked first, and what has changed since it was shown is not sent.
 * @param seen whose event it is; its time and place are read anew
 * @returns how it went, as the log has it. @throws Failure only where the log cannot be read or kept
 */
export async function postNotice(speaking: Workplace, file: NoticeFile, seen: Pick<CalendarEvent, 'id'>, shown: NoticeShown): Promise<Publication> {
  const { store, now } = speaking;
  const log = noticeLog(file.pointer);
  const lines = await store.publications(log);
  const before = lines.find(({ version }) => version === shown.version);
  const next = nextNotice(lines);
  const at = now().toISOString();
  // Of what is there, or may be, nothing is decided anew.
  if (before === undefined || before.state === 'failed') {
    try {
      refuseChanged(shown, next, await noticeNow(speaking, file, seen, next));
    } catch (error) {
      const attempts = (before?.attempts ?? 0) + 1;
      return store.keepLogLine(log, {
        target: 'channel',
        version: next.version,
        state: 'failed',
        attempts,
        error: errorWords(error),
        reference: null,
        at,
      });
    }
  }
  const look = () => lookFreshly(async () => refuseClosedSince(await store.openItems(file.pointer), file.agenda), now);
  return postOnce(store, { log, version: shown.version, at, board: file.board, content: shown, answers: next.answers }, look);
}

/** @throws Failure NotFound, Conflict where the meeting is called off */
async function noticeNow(speaking: Workplace, file: NoticeFile, { id }: Pick<CalendarEvent, 'id'>, next: NextNotice): Promise<ChannelMessage> {
  const event = await speaking.store.eventById(id);
  if (event.cancelled) throw new Failure('Conflict', 'The meeting has been called off since the message was shown');
  return noticeOf(speaking, file, event, next).message;
}

/** @throws Failure Conflict */
function refuseChanged(shown: NoticeShown, next: NextNotice, now: ChannelMessage): void {
  if (shown.version === next.version && shown.subject === now.subject && shown.html === now.html) return;
  throw new Failure('Conflict', 'The agenda, or the meeting, has changed since the message was shown');
}

/** Posts it as a part of something larger, which is done whatever becomes of it: the failure, where it did not arrive, and null where it did. */
export async function tryNotice(...args: Parameters<typeof postNotice>): Promise<Failure | null> {
  try {
    const { state, error } = await postNotice(...args);
    return state === 'done' ? null : new Failure('ServerFault', error ?? 'No answer came', { detail: { state } });
  } catch (error) {
    if (!isFailure(error)) throw error;
    return error;
  }
}
