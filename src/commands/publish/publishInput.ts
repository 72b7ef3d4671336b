import type { NamedPeople } from '../../exporters/mentions.ts';
import type { Board, Edition, EditionLine, MeetingPointer, MinutesLine } from '../../meeting/meeting.ts';
import type { MessageContent } from '../../storage/postMessage.ts';

/** Everything a publication sends, decided before the first byte leaves: sending it again sends the same. */
export interface PublicationOrder {
  readonly pointer: MeetingPointer;
  readonly board: Board;
  readonly version: number;
  /** ISO instant. */
  readonly at: string;
  /** What anybody who can read the board's site may read; never more of a closed item than its neutral words. */
  readonly outside: Edition<'outside'>;
  /** The closed lines in full, for the closed circle's site. */
  readonly closed: readonly EditionLine[];
  readonly digest: MessageContent;
  /** Those who have something to do, where the message is to tell them; left out or null where it is not. */
  readonly people?: NamedPeople | null | undefined;
  /** The hash of the edition before; null where there is none, or it was not sealed. Left out of what was ordered before there were seals. */
  readonly previous?: string | null | undefined;
  /** The link to the first message about these minutes, which a correction answers; null where there is none. */
  readonly answers?: string | null | undefined;
}

/** What version 1 kept: the lines alone. What stands around them is decided when it is sent. */
export interface LinesOrder extends Omit<PublicationOrder, 'outside' | 'closed'> {
  readonly outside: readonly MinutesLine[];
  readonly closed: readonly MinutesLine[];
}

export interface Look {
  /** What a publication would send if it were decided now. */
  readonly decided: () => Promise<PublicationOrder>;
  readonly now: () => Date;
}
