// What the importer hands back: the structure of a meeting paper, and where in the source each part of it stood.

/** programme: a timetabled event. agenda: points without outcomes. minutes: outcomes recorded. case: one case form. */
export type PaperKind = 'programme' | 'agenda' | 'minutes' | 'case';

export type ItemType = 'break' | 'information' | 'discussion' | 'decision';

/** Offsets (UTF-16) into `ImportedPaper.source`, its lines counted from 1, and how sure the recogniser is (0–1). */
export interface Span {
  from: number;
  to: number;
  firstLine: number;
  lastLine: number;
  confidence: number;
}

export interface ImportedApology {
  name: string;
  note: string | null;
  substitute: string | null;
}

export interface ImportedAttachment {
  number: string | null;
  title: string;
  documentId: string | null;
  /** null when the paper says neither open nor closed. */
  closed: boolean | null;
  /** Path of the item it stands under, or null when it belongs to the paper. */
  itemIndex: number[] | null;
  line: number;
}

export type SectionRole =
  | 'text'
  | 'purpose'
  | 'background'
  | 'case'
  | 'summary'
  | 'recommendation'
  | 'decision'
  | 'minutes'
  | 'finance'
  | 'legal'
  | 'consultation'
  | 'process'
  | 'preparation'
  | 'followUp'
  | 'history'
  | 'attendance'
  | 'attachments'
  | 'meta';

/** A part of an item as printed. `text` is CommonMark; headings and texts of all sections together hold every word of the item's body. */
export interface ImportedSection {
  role: SectionRole;
  heading: string | null;
  text: string;
  firstLine: number;
  lastLine: number;
}

export interface ImportedItem {
  /** As printed, without prefix and closing punctuation; gaps, repeats and leading zeros kept. */
  number: string | null;
  title: string;
  /** "HH:MM" */
  start: string | null;
  end: string | null;
  /** Only a printed duration; never computed. */
  minutes: number | null;
  /** 1-based, only for events of several days. */
  day: number | null;
  block: string | null;
  fixed: boolean;
  type: ItemType | null;
  closed: boolean;
  presenters: string[];
  purpose: string | null;
  recommendation: string | null;
  decision: string | null;
  children: ImportedItem[];
  /** The heading line(s) word for word, title, times and presenters included. */
  heading: string;
  /** The line of a separate agenda list that was merged into this item, word for word. */
  listed: string | null;
  /** CommonMark of the body, without the attachment and presenter lines that have become fields. */
  text: string;
  sections: ImportedSection[];
  spans: Record<string, Span>;
}

export type FindingSeverity = 'error' | 'warning' | 'info';

export type FindingCode =
  | 'noAgenda'
  | 'overlap'
  | 'gap'
  | 'durationDiffers'
  | 'endBeforeStart'
  | 'numberMissing'
  | 'numberRepeated'
  | 'pastEnd'
  | 'endsEarly'
  | 'sumPastEnd'
  | 'unknownPresenter'
  | 'attachmentMissing'
  | 'dateMissing'
  | 'weekdayDiffers'
  | 'unplacedText'
  | 'tooLong';

/** A one-click mend: set `field` of the item (or of the paper, when `itemIndex` is null) to `value`. */
export interface Mend {
  field: 'start' | 'end' | 'minutes' | 'number' | 'date';
  itemIndex: number[] | null;
  value: string | number;
}

/** `message` is a key for ui/i18n, `parameters` what its sentence needs; there are no sentences here. */
export interface ImportFinding {
  code: FindingCode;
  severity: FindingSeverity;
  line: number | null;
  message: `import.finding.${FindingCode}`;
  parameters: Record<string, string | number>;
  itemIndex: number[] | null;
  mend: Mend | null;
}

/** A line, or part of one, that is kept but stands in no field. */
export interface SourceText {
  line: number;
  text: string;
}

export type NoiseReason = 'pageFooter' | 'pageHeader' | 'contents' | 'ruler' | 'navigation' | 'joinBlock' | 'converter' | 'signature' | 'tableFrame';

export interface NoiseText extends SourceText {
  reason: NoiseReason;
}

export interface ImportedPaper {
  kind: PaperKind;
  draft: boolean;
  body: string | null;
  title: string | null;
  /** ISO date, and only when the paper prints a year. */
  date: string | null;
  endDate: string | null;
  start: string | null;
  end: string | null;
  location: string | null;
  chair: string | null;
  participants: string[];
  apologies: ImportedApology[];
  items: ImportedItem[];
  attachments: ImportedAttachment[];
  /** Only when one recommendation or decision covers the whole paper. */
  recommendation: string | null;
  decision: string | null;
  /** The text the spans point into: the source with uniform line ends. */
  source: string;
  /** Everything before the first item and after the last, word for word. */
  preface: string;
  closing: string;
  spans: Record<string, Span>;
  /** Headings over several items: days, blocks, groups of points. */
  headings: SourceText[];
  findings: ImportFinding[];
  unplaced: SourceText[];
  /** Page footers, rulers, tables of contents, join blocks: declared, never silently dropped. */
  noise: NoiseText[];
}
