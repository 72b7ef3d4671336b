import type { Agenda, AgendaItem } from '../../meeting/agenda.ts';
import type { BoardLanguage } from '../../meeting/boardLanguage.ts';
import type { WantedRoute } from '../../meeting/caseRoute.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { NoticeShown } from '../notice/noticeInput.ts';
import type { Board, CalendarEvent, ClosedRows, Treatment } from '../../meeting/meeting.ts';

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
   * event, which they send themselves, or through Graph, which sends it at once. `link`: into the form, but its link only, because the form
   * does not take the whole.
   */
  readonly via: Via;
  /** Items that come in a supplementary agenda: they are marked in the invitation and on the page. */
  readonly supplement?: readonly ItemId[] | undefined;
  /** What the body writes in, where it was known; else its rules are asked for. */
  readonly language?: BoardLanguage | undefined;
  /** Where items go on to that was chosen while the agenda was made. */
  readonly routes?: readonly WantedRoute[] | undefined;
  /** What the channel is told when the invitation has left, as it was shown; left out where it is told nothing. Beside a form, which the person sends, it never is. */
  readonly notice?: NoticeShown | undefined;
  /** The rest of the meeting as it was stored then; null where nothing was seen. */
  readonly seen: SeenMeeting | null;
}

export interface SeenMeeting {
  readonly head: Omit<Agenda, 'items'>;
  readonly treatments: readonly Treatment[];
  /** The rows in which items stood closed: one that was closed anew since is not opened. */
  readonly closedRows: ClosedRows;
}

export const VIAS = ['form', 'graph', 'link'] as const;
export type Via = (typeof VIAS)[number];

/** The meeting's row, the rows of its items, where those go on to, the pointer on the event, the words in the invitation, the message to the channel. */
export type AttachStep = 'meeting' | 'items' | 'routes' | 'pointer' | 'invitation' | 'notice';
