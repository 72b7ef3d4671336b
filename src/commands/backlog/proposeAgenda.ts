import { comingBack, proposeLines, type ProposedLine } from '../../meeting/agendaProposal.ts';
import type { AgendaItem } from '../../meeting/agenda.ts';
import { HISTORY_HEADINGS, plain, withHistory } from '../../meeting/caseRoute.ts';
import { withoutHomework } from '../../meeting/homework.ts';
import { asItemId } from '../../meeting/ids.ts';
import { standingOf } from '../../meeting/calendarFacts.ts';
import { isoDay } from '../../meeting/danishTime.ts';
import { titleTold } from '../../meeting/head.ts';
import type { Board, CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import type { Numbering } from '../../meeting/numbering.ts';
import { itemOfProposal, proposedItem, type Proposal } from '../../meeting/proposal.ts';
import { READY_NAMES, bodyKindOf, type ReadyProfile } from '../../meeting/readyProfiles.ts';
import { READY_TEMPLATES } from '../../meeting/readyTemplates.ts';
import { returningIn } from '../../meeting/yearWheel.ts';
import type { Desk } from '../desk.ts';
import { linkTo } from '../link.ts';
import { pointerFor, pointerOn } from '../pointerOn.ts';

/** All that is proposed for a meeting's agenda, with what it was made of. */
export interface AgendaProposal {
  readonly lines: readonly ProposedLine[];
  readonly numbering: Numbering;
  /** The last meeting's title and day; null where the body has not met. */
  readonly last: { readonly title: string; readonly day: string } | null;
  /** Which ready agenda the lines were made by, where there are no standing items. */
  readonly template: ReadyProfile;
  /** Has the site the lists for it? */
  readonly isPrepared: boolean;
}

/**
 * What a body may want on the agenda of a meeting: the approval of the last minutes, standing items or a ready agenda, what the last meeting did not get
 * done with, what returns this month, and what waits in the backlog. Nothing is written.
 */
export const proposeAgenda =
  ({ workplace: { store, now, newId, appOrigin }, me }: Desk) =>
  async (board: Board, event: CalendarEvent, template: ReadyProfile | null = null): Promise<AgendaProposal> => {
    const { key } = pointerFor(event, board);
    const [backlog, profile, meetings] = await Promise.all([
      (await store.backlog()).read(board),
      store.readProfile(board.siteId),
      store.boardMeetings(board),
    ]);
    const last = await lastMeeting(store.openMeeting, board, { key, start: event.start }, meetings);
    const words = last === null ? '' : wordsOf(last);
    const back = last === null ? [] : await comingBack(last, words, me(), now().toISOString());
    const year = await returningIn(backlog.entries, isoDay(event.start), me(), now().toISOString());
    const { rules } = profile.profile;
    const proposals = [...backlog.proposals];
    const ids = new Map(await Promise.all([...proposals, ...back, ...year].map(async ({ id }) => [id, await itemOfProposal(id, key)] as const)));
    const chosen = template ?? bodyKindOf(rules) ?? READY_NAMES[0] ?? 'administrative';
    const itemOf = (proposal: Proposal) => {
      const origin = last?.agenda.items.find(({ id }) => id === proposal.origin?.itemId);
      const item = proposedItem(proposal, ids.get(proposal.id) ?? asItemId(newId()));
      const { origin: from } = proposal;
      const told = (sections: AgendaItem['sections']) =>
        from === null ? sections : withHistory(sections, HISTORY_HEADINGS.da, comesFrom(appOrigin, from));
      // What another body decided on stands in the proposal's own words, with the link.
      if (!origin) return { ...item, sections: item.sections.some(({ heading }) => heading !== null) ? item.sections : told(item.sections) };
      const { neutralTitle, type, minutes, presenters, sections, attachments } = origin;
      return { ...item, neutralTitle, type, minutes, presenters, sections: told(withoutHomework(sections)), attachments };
    };
    return {
      lines: proposeLines({
        last: template === null ? last : null,
        approval: last !== null && rules.approval !== 'none' ? `Godkendelse af referat fra ${words}` : null,
        template: READY_TEMPLATES[chosen],
        proposals,
        back,
        year,
        numbering: rules.numbering,
        openness: rules.openness,
        itemOf,
        newId: () => asItemId(newId()),
      }),
      numbering: rules.numbering,
      last: last === null ? null : { title: titleTold(last.agenda, last.occasion), day: isoDay(last.occasion.start) },
      template: chosen,
      isPrepared: backlog.isPrepared,
    };
  };

/** Where an item comes from, as a part of its case that everybody can follow. The link names no closed place. */
const comesFrom = (appOrigin: string, { siteId, key, words }: NonNullable<Proposal['origin']>): string =>
  `Kommer fra [${plain(words)}](${linkTo(appOrigin, { siteId, closedSiteId: null, key }, 'dagsorden')})`;

/** "Direktionsmøde, 3. marts 2026". */
export function wordsOf(file: MeetingFile): string {
  const day = new Intl.DateTimeFormat('da', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Europe/Copenhagen' });
  const start = new Date(file.occasion.start);
  const title = titleTold(file.agenda, file.occasion) || file.board.name;
  return Number.isNaN(start.getTime()) ? title : `${title}, ${day.format(start)}`;
}

type Rows = Awaited<ReturnType<Desk['workplace']['store']['boardMeetings']>>;

/** The body's meeting before this one that was not called off. */
export async function lastMeeting(
  open: Desk['workplace']['store']['openMeeting'],
  board: Board,
  event: Pick<CalendarEvent, 'key' | 'start'>,
  rows: Rows,
): Promise<MeetingFile | null> {
  const before = rows
    .filter((row) => row.start !== '' && Date.parse(row.start) < Date.parse(event.start) && row.key !== event.key)
    .filter((row) => standingOf(row.occasion ?? {}) !== 'cancelled')
    .sort((a, b) => Date.parse(b.start) - Date.parse(a.start))[0];
  return before === undefined ? null : open(pointerOn(board, before.key));
}
