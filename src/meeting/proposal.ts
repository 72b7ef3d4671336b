import { samePerson } from './apologies.ts';
import { sectionsOfText } from './caseRoute.ts';
import { newItem, type AgendaItem, type Openness } from './agenda.ts';
import { digest } from './digest.ts';
import { asItemId, type ItemId, type MeetingKey, type SiteId } from './ids.ts';
import type { Person } from './meeting.ts';
import { mayEditProfile } from './permissions.ts';
import type { ProposalState } from './words.ts';

/** An item that somebody wants on an agenda of a body. What is closed stands in the closed circle's list, and nowhere else. */
export interface Proposal {
  readonly id: string;
  readonly title: string;
  /** The case text, CommonMark. */
  readonly text: string;
  readonly openness: Openness;
  /** What those outside are told of a closed one when it is on an agenda; left out for the standard words. */
  readonly neutralTitle?: string | null | undefined;
  readonly proposer: Person;
  /** ISO instant; '' where nobody wrote it down. */
  readonly proposedAt: string;
  /** ISO day by which it is to be treated; null for none. */
  readonly deadline: string | null;
  readonly state: ProposalState;
  /** The agenda that took it; null until one has. */
  readonly taken: Taken | null;
  /** The item it comes from, of this body or another; null for one that begins here. */
  readonly origin: Origin | null;
}

export interface Taken {
  readonly key: MeetingKey;
  readonly itemId: ItemId;
  /** The meeting's title as it was then. */
  readonly title: string;
  /** The name of whoever took it. */
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
}

export interface Origin {
  readonly siteId: SiteId;
  readonly key: MeetingKey;
  readonly itemId: ItemId;
  /** The body or meeting, as people read it. */
  readonly words: string;
}

/** A body's proposals as one person may read them. */
export interface Backlog {
  readonly proposals: readonly Proposal[];
}

/**
 * The id of the item that a proposal becomes at a meeting: the same for everybody who takes it, so that two who take it at once make one item.
 */
export async function itemOfProposal(proposalId: string, key: MeetingKey): Promise<ItemId> {
  return asItemId(await digest(`proposal ${proposalId} ${key}`));
}

/** One of each id. Where one stands both open and closed, as while it is being moved, it is closed. */
export function eachProposalOnce(proposals: readonly Proposal[]): readonly Proposal[] {
  const found = new Map<string, Proposal>();
  for (const proposal of proposals) {
    const first = found.get(proposal.id);
    if (first === undefined || (first.openness === 'open' && proposal.openness === 'closed')) found.set(proposal.id, proposal);
  }
  return [...found.values()];
}

/** Those that wait to be taken: what has a deadline first, the earliest first, then in the order they were proposed. */
export function waiting(proposals: readonly Proposal[]): readonly Proposal[] {
  const rank = ({ deadline }: Proposal) => deadline ?? '9999';
  return proposals
    .filter(({ state }) => state === 'proposed')
    .sort((a, b) => rank(a).localeCompare(rank(b)) || a.proposedAt.localeCompare(b.proposedAt) || a.id.localeCompare(b.id));
}

/** The item that a proposal becomes. */
export function proposedItem(proposal: Pick<Proposal, 'title' | 'text' | 'openness' | 'neutralTitle'>, id: ItemId): AgendaItem {
  return newItem(id, {
    title: proposal.title,
    openness: proposal.openness,
    neutralTitle: proposal.openness === 'closed' ? (proposal.neutralTitle ?? null) : null,
    sections: sectionsOfText(proposal.text),
  });
}

/**
 * The items with these among them: before "Eventuelt", where the agenda ends with it, else last. An item that is there already is left as it is, so that
 * the same again changes nothing.
 */
export function withProposed(items: readonly AgendaItem[], proposed: readonly AgendaItem[]): readonly AgendaItem[] {
  const there = new Set(items.map(({ id }) => id));
  const fresh = proposed.filter(({ id }) => !there.has(id));
  if (fresh.length === 0) return items;
  const lastTop = items.findLastIndex(({ parentId, kind }) => parentId === null && kind === 'item');
  const at = lastTop >= 0 && isAnyOtherBusiness(items[lastTop]) ? lastTop : items.length;
  const beside = items[Math.min(at, items.length - 1)];
  const placed = fresh.map((item) => ({ ...item, day: beside?.day ?? null, block: beside?.block ?? null }));
  return [...items.slice(0, at), ...placed, ...items.slice(at)];
}

const isAnyOtherBusiness = (item: AgendaItem | undefined): boolean =>
  item?.type === 'otherBusiness' || /^\s*(?:evt\b\.?|eventuelt\b|any other business|aob\b)/i.test(item?.title ?? '');

type Who = Parameters<typeof mayEditProfile>[0];

/** Takes proposals into an agenda: whoever does the body's work. */
export const mayTakeProposals = (who: Who): boolean => mayEditProfile(who);

/** Changes or withdraws a proposal while it waits: one's own, and whoever does the body's work any. */
export const mayChangeProposal = (who: Who, { proposer, state }: Pick<Proposal, 'proposer' | 'state'>): boolean =>
  state === 'proposed' && (mayTakeProposals(who) || (who.me != null && samePerson(who.me, proposer)));
