import type { PaperRecord } from './record.ts';
import type { OutcomeCode } from '../../meeting/meeting.ts';
import { OPENNESS, type Openness } from '../../meeting/words.ts';

/** What a paper is: a timetabled event, points without outcomes, points with them, or one case form. */
export const PAPER_KINDS = ['agenda', 'programme', 'minutes', 'case'] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

export const PAPER_TYPES = ['break', 'information', 'discussion', 'decision'] as const;
export type PaperType = (typeof PAPER_TYPES)[number];

/** Which readers a document is made for: `open` holds nothing of a closed item but its place, number, times and neutral title. */
export const PAPER_EDITIONS = OPENNESS;
export type PaperEdition = Openness;

/** A text of an item under its heading; CommonMark. `role` is one of the words in docs/export.md, or any other. */
export interface PaperSection {
  readonly role: string;
  readonly heading: string | null;
  readonly text: string;
}

export interface PaperAttachment {
  readonly number: string | null;
  readonly title: string;
  readonly documentId: string | null;
  /** Null where nobody has said. */
  readonly closed: boolean | null;
  /** An https address, or null. */
  readonly url: string | null;
}

export interface PaperItem {
  /** The id of the item where it came from a meeting of ours. */
  readonly id: string | null;
  /** As printed, without prefix and closing punctuation. */
  readonly number: string | null;
  readonly title: string;
  /** What readers outside the closed circle are shown; null is the standard words "Lukket punkt". */
  readonly neutralTitle: string | null;
  /** "HH:MM" */
  readonly start: string | null;
  readonly end: string | null;
  readonly minutes: number | null;
  /** Counted from 1, of events of several days. */
  readonly day: number | null;
  readonly block: string | null;
  readonly fixed: boolean;
  readonly type: PaperType | null;
  readonly closed: boolean;
  readonly presenters: readonly string[];
  /** First sentences of what the sections say in full; null where there is none. */
  readonly purpose: string | null;
  readonly recommendation: string | null;
  readonly decision: string | null;
  /** The decision meant for readers outside the closed circle, of a closed item. */
  readonly publicDecision: string | null;
  readonly outcome: OutcomeCode | null;
  readonly notTreated: boolean;
  readonly sections: readonly PaperSection[];
  readonly attachments: readonly PaperAttachment[];
  readonly children: readonly PaperItem[];
}

export interface PaperApology {
  readonly name: string;
  readonly note: string | null;
  readonly substitute: string | null;
}

/**
 * A whole agenda or whole minutes as values: what every export is made from, and what the JSON export prints (docs/export.md). Dates are ISO
 * days, times "HH:MM" in the meeting's own zone.
 */
export interface Paper {
  readonly kind: PaperKind;
  /** One item of a paper, printed alone. */
  readonly extract: boolean;
  readonly language: 'da' | 'en';
  readonly draft: boolean;
  /** The municipality, or whoever else the paper's letterhead names. */
  readonly organisation: string | null;
  /** The name of the body that meets. */
  readonly body: string | null;
  readonly title: string | null;
  readonly date: string | null;
  readonly endDate: string | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly location: string | null;
  readonly chair: string | null;
  readonly participants: readonly string[];
  readonly apologies: readonly PaperApology[];
  /** Who stayed away without a word, as it was noted. */
  readonly absent: readonly string[];
  readonly items: readonly PaperItem[];
  /** Those that belong to the paper and to none of its items. */
  readonly attachments: readonly PaperAttachment[];
  /** Of minutes of ours only. */
  readonly published: { readonly version: number; readonly at: string } | null;
  /** Of minutes of ours only: as they are stored, in the JSON export alone. */
  readonly record?: PaperRecord | null;
  /** Only where one recommendation or decision covers the whole paper. */
  readonly recommendation: string | null;
  readonly decision: string | null;
}

/** An item with every field at its plainest; the caller names what differs. */
export function paperItem(title: string, fields: Partial<PaperItem> = {}): PaperItem {
  return {
    id: null,
    number: null,
    title,
    neutralTitle: null,
    start: null,
    end: null,
    minutes: null,
    day: null,
    block: null,
    fixed: false,
    type: null,
    closed: false,
    presenters: [],
    purpose: null,
    recommendation: null,
    decision: null,
    publicDecision: null,
    outcome: null,
    notTreated: false,
    sections: [],
    attachments: [],
    children: [],
    ...fields,
  };
}

/** Every item from top to bottom, each before its sub-items. */
export function allItems(items: readonly PaperItem[]): PaperItem[] {
  return items.flatMap((item) => [item, ...allItems(item.children)]);
}
