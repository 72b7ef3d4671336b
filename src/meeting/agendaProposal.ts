import { isClosed, newItem, type AgendaItem } from './agenda.ts';
import { digest } from './digest.ts';
import { renumber } from './editing/renumber.ts';
import { withoutHomework } from './homework.ts';
import type { ItemId, MeetingKey } from './ids.ts';
import type { MeetingFile, Person } from './meeting.ts';
import type { Openness } from './words.ts';
import type { Numbering } from './numbering.ts';
import { waiting, withProposed, type Proposal } from './proposal.ts';
import type { TemplateLine } from './readyTemplates.ts';

/** Why a line is proposed for a new agenda. */
export type ProposedBecause = 'approval' | 'template' | 'standing' | 'comesBack' | 'wheel' | 'backlog';

/** A line of an agenda to be, which the secretary keeps or leaves out. */
export interface ProposedLine {
  readonly because: ProposedBecause;
  readonly item: AgendaItem;
  /** What it is in the backlog, where it is claimed when the agenda is made: then nothing is proposed twice. Null for what is made anew each time. */
  readonly proposal: Proposal | null;
  readonly ticked: boolean;
}

type LastMeeting = Pick<MeetingFile, 'agenda' | 'treatments' | 'minutes' | 'pointer'>;

/** The items that the last meeting did not get done with: deferred, not treated, or without an outcome where the others have one; with all under them. */
export function unfinished({ agenda, treatments, minutes }: Omit<LastMeeting, 'pointer'>): readonly AgendaItem[] {
  const told =
    treatments.length > 0
      ? treatments.flatMap((each) => [each, ...(each.further ?? [])].map((one) => ({ ...one, itemId: each.itemId })))
      : (minutes?.lines ?? []);
  const back = new Set<ItemId>();
  for (const item of agenda.items) {
    if (item.kind !== 'item' || item.standing) continue;
    const own = told.filter(({ itemId }) => itemId === item.id);
    const open = own.some(({ outcome, notTreated }) => notTreated || outcome === 'deferred');
    const undecided =
      told.length > 0 &&
      item.type === 'decision' &&
      !own.some(({ outcome, decision, notTreated }) => notTreated || outcome !== null || decision.trim() !== '');
    if (open || undecided || (item.parentId !== null && back.has(item.parentId))) back.add(item.id);
  }
  return agenda.items.filter(({ id }) => back.has(id));
}

/** The names under which what comes back is known in the backlog: the same for everybody, so that it comes back once. */
export const comingBackId = (key: MeetingKey, itemId: ItemId): Promise<string> => digest(`comes back ${key} ${itemId}`);

/** What comes back, as proposals: closed where the item was, with where it comes from. */
export async function comingBack(last: LastMeeting, words: string, by: Person, at: string): Promise<readonly Proposal[]> {
  return Promise.all(
    unfinished(last).map(async (item): Promise<Proposal> => ({
      id: await comingBackId(last.pointer.key, item.id),
      title: item.title,
      text: withoutHomework(item.sections)
        .map(({ heading, text }) => (heading === null ? text : `## ${heading}\n\n${text}`))
        .join('\n\n'),
      openness: isClosed(last.agenda.items, item) ? 'closed' : 'open',
      ...(item.neutralTitle !== null && isClosed(last.agenda.items, item) && { neutralTitle: item.neutralTitle }),
      proposer: by,
      proposedAt: at,
      deadline: null,
      state: 'proposed',
      taken: null,
      origin: { siteId: last.pointer.siteId, key: last.pointer.key, itemId: item.id, words },
    })),
  );
}

export interface AgendaSources {
  /** The body's meeting before this one; null where there is none, or nobody begins from it. */
  readonly last: LastMeeting | null;
  /** The title of the item that approves its minutes; null where minutes are not approved at a meeting, or there are none. */
  readonly approval: string | null;
  readonly template: readonly TemplateLine[];
  readonly proposals: readonly Proposal[];
  /** Those of the last meeting that come back, and those of the year: each under its name in the backlog. */
  readonly back: readonly Proposal[];
  readonly year: readonly Proposal[];
  readonly numbering: Numbering;
  /** What a new item is; what comes from elsewhere is as it was there. */
  readonly openness: Openness;
  /** The item that a proposal becomes here (itemOfProposal). */
  readonly itemOf: (proposal: Proposal) => AgendaItem;
  readonly newId: () => ItemId;
}

/** All that is proposed for a new agenda, in the order it will stand. What the backlog already has an answer to is not proposed anew. */
export function proposeLines(sources: AgendaSources): readonly ProposedLine[] {
  const { last, approval, template, proposals, back, year, openness, itemOf, newId } = sources;
  const known = new Map(proposals.map((proposal) => [proposal.id, proposal]));
  const fresh = (because: ProposedBecause, fields: Partial<AgendaItem>): ProposedLine => ({
    because,
    item: newItem(newId(), { ...fields, start: null, end: null, number: null, day: null, block: null, parentId: null }),
    proposal: null,
    ticked: true,
  });
  const claimed = (because: ProposedBecause, all: readonly Proposal[], ticked: boolean): ProposedLine[] =>
    all.flatMap((proposal) => {
      const now = known.get(proposal.id) ?? proposal;
      return now.state === 'proposed' ? [{ because, item: itemOf(now), proposal: now, ticked }] : [];
    });
  const standing = (last?.agenda.items ?? []).filter(
    ({ standing, kind, title }) => standing && kind === 'item' && (approval === null || !/^godkendelse af (?:seneste |sidste )?referat/i.test(title)),
  );
  const fixed =
    standing.length > 0
      ? standing.map((item) => fresh('standing', standingFields(item)))
      : template.map((each) => fresh('template', { ...each, openness, standing: true }));
  const elsewhere = new Set([...back, ...year].map(({ id }) => id));
  const others = waiting(proposals).filter(({ id }) => !elsewhere.has(id));
  return [
    ...(approval === null ? [] : [fresh('approval', { title: approval, type: 'decision', openness })]),
    ...fixed,
    ...claimed('comesBack', back, true),
    ...claimed('wheel', year, true),
    ...claimed('backlog', others, false),
  ];
}

/** A standing item comes with its shape, never with what was said of it at one meeting. */
const standingFields = ({ title, neutralTitle, openness, type, minutes, presenters }: AgendaItem): Partial<AgendaItem> => ({
  title,
  neutralTitle,
  openness,
  type,
  minutes,
  presenters,
  standing: true,
});

/** The items of the lines that are kept, numbered as the body does; what is proposed stands before "Eventuelt". */
export function itemsOfLines(lines: readonly ProposedLine[], numbering: Numbering): readonly AgendaItem[] {
  const [fixed, proposed] = [lines.filter(({ proposal }) => proposal === null), lines.filter(({ proposal }) => proposal !== null)];
  return renumber(
    withProposed(
      fixed.map(({ item }) => item),
      proposed.map(({ item }) => item),
    ),
    numbering,
  );
}
