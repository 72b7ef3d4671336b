import type { AgendaItem, Section } from './agenda.ts';
import { digest } from './digest.ts';
import type { ItemId, MeetingKey, SiteId } from './ids.ts';
import { isHttps } from './linkAddress.ts';
import type { MinutesLine } from './meeting.ts';
import { SECTION_ROLES, type FailureName, type Openness, type OutcomeCode, type RouteState, type SectionRole } from './words.ts';

/**
 * Where an item goes on to when this body has decided (sagsgang): it becomes a proposal in the next body's backlog. It holds no words of the item, and
 * stands where the item's own words do: the route of a closed item in the closed circle's list alone.
 */
export interface CaseRoute {
  readonly itemId: ItemId;
  readonly openness: Openness;
  readonly next: NextBody;
  /** ISO day on which the next body is to treat it; null for none. */
  readonly day: string | null;
  readonly state: RouteState;
  /** ISO instant at which the proposal arose; null until then. */
  readonly passedAt: string | null;
  /** Why the last try failed; null where none did. */
  readonly problem: FailureName | null;
}

/** What is chosen of it while the agenda is still being made. */
export type WantedRoute = Pick<CaseRoute, 'itemId' | 'next' | 'day'>;

export interface NextBody {
  readonly siteId: SiteId;
  /** As people read it. */
  readonly name: string;
}

/** Is it the same way, as far as it has come? What failed at it, and where it stands, count for nothing. */
export const sameRoute = (one: CaseRoute, other: CaseRoute | null): boolean =>
  other !== null && one.next.siteId === other.next.siteId && one.day === other.day && one.state === other.state;

/** The name of the proposal that an item becomes, whoever passes it on and however often: so it arises once. */
export const passedOnId = (key: MeetingKey, itemId: ItemId): Promise<string> => digest(`passed on ${key} ${itemId}`);

/** With these the body has not decided: the item comes back to it, or ends there. */
const NOT_DECIDED: readonly OutcomeCode[] = ['deferred', 'returned', 'dismissed', 'withdrawn'];

/** Has the body decided on the item, so that it goes on? The last of several decisions counts. */
export function isDecided(line: Pick<MinutesLine, 'outcome' | 'decision' | 'further' | 'notTreated'>): boolean {
  if (line.notTreated) return false;
  const last = line.further?.at(-1) ?? line;
  if (last.outcome !== null) return !NOT_DECIDED.includes(last.outcome);
  return last.decision.trim() !== '';
}

/** The headings under which earlier decisions stand on an item, in the languages a body writes in. */
export const HISTORY_HEADINGS = { da: 'Sagsgang', en: 'Earlier decisions' } as const;
const isHistory = (heading: string | null): heading is string => Object.values(HISTORY_HEADINGS).some((each) => each === heading);

/** The sections with what was said of the item elsewhere in one of them, the last. */
export function withHistory(sections: readonly Section[], heading: string, text: string): readonly Section[] {
  const earlier = sections.filter((section) => isHistory(section.heading));
  const texts = [...earlier.map((section) => section.text.trim()), text];
  return [
    ...sections.filter((section) => !isHistory(section.heading)),
    { role: 'text', heading: earlier[0]?.heading ?? heading, text: texts.filter((each) => each !== '').join('\n\n') },
  ];
}

/** What the parts of a case are called where the paper does not say it, in the languages a body writes in. */
const ROLE_WORDS: Readonly<Record<SectionRole, readonly string[]>> = {
  purpose: ['Formål', 'Purpose'],
  summary: ['Resumé', 'Summary'],
  background: ['Sagsfremstilling', 'Case'],
  finance: ['Økonomi', 'Finance'],
  recommendation: ['Indstilling', 'Recommendation'],
  text: [],
};
const roleOf = (heading: string): SectionRole => SECTION_ROLES.find((role) => ROLE_WORDS[role].includes(heading)) ?? 'text';

/** A proposal's text as the sections of an item. Only what another body passed on comes in parts: others write headings as they like. */
export function sectionsOfText(text: string): readonly Section[] {
  const parts = partsOf(text);
  if (!parts.some(({ heading }) => isHistory(heading))) return text.trim() === '' ? [] : [{ role: 'background', heading: null, text }];
  return parts
    .filter(({ heading, text: own }) => heading !== null || own !== '')
    .map(({ heading, text: own }): Section => ({ role: heading === null ? 'background' : roleOf(heading), heading, text: own }));
}

/** A text cut at its headings of the second level; a line in a fenced block is no heading. */
function partsOf(text: string): readonly { readonly heading: string | null; readonly text: string }[] {
  const parts: { heading: string | null; lines: string[] }[] = [{ heading: null, lines: [] }];
  let fenced = false;
  for (const each of text.split('\n')) {
    if (/^\s{0,3}(?:```|~~~)/.test(each)) fenced = !fenced;
    if (!fenced && each.startsWith('## ')) parts.push({ heading: each.slice(3).trim(), lines: [] });
    else parts.at(-1)?.lines.push(each);
  }
  return parts.map(({ heading, lines }) => ({ heading, text: lines.join('\n').trim() }));
}

/** An item's sections as one text. */
export function textOfSections(sections: readonly Section[], headingOf: (section: Section) => string | null): string {
  return sections
    .map((section) => {
      const heading = headingOf(section);
      return heading === null ? section.text.trim() : `## ${heading}\n\n${section.text.trim()}`;
    })
    .join('\n\n');
}

/** Papers that everybody may read, as a list of links; '' where there are none. */
export function papersOf({ attachments }: Pick<AgendaItem, 'attachments'>, inside: boolean): string {
  return attachments
    .filter(({ openness }) => inside || openness === 'open')
    .map(({ title, url }) =>
      url !== null && isHttps(url) ? `- [${plain(title)}](<${url.replace(/[<>\s]/g, encodeURIComponent)}>)` : `- ${plain(title)}`,
    )
    .join('\n');
}

/** Words as the text of a link: what would end it is left out. */
export const plain = (words: string): string => words.replace(/[[\]\\]/g, ' ');
