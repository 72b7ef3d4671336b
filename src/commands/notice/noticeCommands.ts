import * as v from 'valibot';
import { newestNotice, nextNotice, noticeDisclosures } from '../../meeting/agendaNotice.ts';
import type { Agenda } from '../../meeting/agenda.ts';
import type { PlacedDisclosure } from '../../meeting/disclosure.ts';
import { Failure } from '../../meeting/errors.ts';
import type { ItemId, SiteId } from '../../meeting/ids.ts';
import type { Board, CalendarEvent, MeetingFile, MeetingPointer, Publication } from '../../meeting/meeting.ts';
import { noticeLog } from '../../meeting/logsBeside.ts';
import { occasionOf } from '../../meeting/occasion.ts';
import { inBoardLanguage, languageSeen } from '../boardLanguage.ts';
import type { Desk } from '../desk.ts';
import { pointerFor } from '../pointerOn.ts';
import type { NoticeShown } from './noticeInput.ts';
import { noticeOf, postNotice } from './postNotice.ts';

export type { NoticeShown } from './noticeInput.ts';

/** The message to the channel as it will stand there. */
export interface NoticePreview {
  readonly shown: NoticeShown;
  /** Does it answer a message that was sent before? */
  readonly updated: boolean;
  /** What of it may be somebody's own. */
  readonly disclosures: readonly PlacedDisclosure[];
}

/** What a message is about: an agenda that stands, or one that is about to be sent. */
export interface NoticeSubject {
  readonly event: CalendarEvent;
  readonly agenda: Agenda;
  readonly board: Board;
  /** Items that came, or come now, in a supplementary agenda. */
  readonly supplement: readonly ItemId[];
  /** The meeting as it is stored; null before its first agenda. */
  readonly file: MeetingFile | null;
}

/** Telling the board's channel that an agenda is out. */
export type NoticeCommands = ReturnType<typeof noticeCommands>;

export function noticeCommands(desk: Desk) {
  const { store, now } = desk.workplace;
  const speaking = async (siteId: SiteId) => inBoardLanguage(desk.workplace, siteId, (await languageSeen(desk, siteId)).language);
  return {
    /** Exactly what the channel would be told. Nothing is sent. */
    previewNotice: async ({ event, agenda, board, supplement, file }: NoticeSubject): Promise<NoticePreview> => {
      // The link leads where the invitation's does.
      const pointer = await store.completed(file?.pointer ?? pointerFor(event, board));
      const next = nextNotice(await store.publications(noticeLog(pointer)));
      const occasion = file?.occasion ?? occasionOf(event, null, now().toISOString());
      const status = { ...(file?.status ?? { agenda: 'draft', sentAt: null, minutes: 'none' }), supplement } as const;
      const { message, agenda: told, head } = noticeOf(await speaking(board.siteId), { pointer, agenda, board, occasion, status }, event, next);
      const { version, updated } = next;
      return { shown: { version, ...message }, updated, disclosures: noticeDisclosures(told, head) };
    },

    /** The newest message about this agenda, and how it stands; null before the first. */
    readNotice: async (pointer: MeetingPointer): Promise<Publication | null> => newestNotice(await store.publications(noticeLog(pointer))),

    /**
     * Tells the channel of an agenda that is out: at once or not at all, and never by itself later.
     * @returns how it went. @throws Failure where the log cannot be read or kept
     */
    sendNotice: async (file: MeetingFile, event: CalendarEvent, shown: NoticeShown): Promise<Publication> =>
      postNotice(await speaking(file.board.siteId), await store.openMeeting(file.pointer), event, shown),

    /** The person looked in the channel and tells whether an uncertain message is there, or is not and may be sent again. */
    settleNotice: async (pointer: MeetingPointer, { version }: Publication, arrived: boolean): Promise<void> => {
      const log = noticeLog(pointer);
      const earlier = await store.readLogLine(log, version, 'channel');
      if (earlier === null) throw new Failure('NotFound', 'Nothing was sent');
      // Somebody else has told by now, or it was found out.
      if (earlier.line.state !== 'uncertain' && earlier.line.state !== 'pending') return;
      await store.claimLogLine(log, { ...earlier.line, state: arrived ? 'done' : 'failed', error: null }, earlier);
    },

    /** Was the channel told of this body's last agenda from this device? */
    wantedLast: async (siteId: SiteId): Promise<boolean> => v.is(v.literal(true), (await desk.seen.other(nameOf(siteId)))?.value),
    keepWanted: (siteId: SiteId, wanted: boolean): Promise<void> => desk.seen.keepOther(nameOf(siteId), wanted),
  };
}

const nameOf = (siteId: SiteId): string => `notice:${siteId}`;
