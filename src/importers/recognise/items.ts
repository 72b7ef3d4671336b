// One item from its heading and the blocks under it: sections, presenters, purpose, recommendation, decision, sub-items.
import type { Block } from '../blocks.ts';
import { readHeading, type Heading, type HeadingContext } from '../grammar/heading.ts';
import { pattern, whole } from '../grammar/pattern.ts';
import { readPresenters } from '../grammar/presenters.ts';
import { unpunctuate } from '../grammar/sentence.ts';
import { perLanguage, type Language } from '../language.ts';
import type { ImportedAttachment, ImportedItem, ItemType, PaperKind, SourceText, Span } from '../paper.ts';
import { joinArchiveRows, readAttachment } from './attachments.ts';
import { presentersBelow } from './presenterLines.ts';
import { makeParts, type Part, toSection } from './sections.ts';
import { readDecision, readPurpose, readRecommendation } from './stated.ts';

export interface ItemContext extends HeadingContext {
  kind: PaperKind;
  /** The meeting's date, which tells this meeting's decision from older ones. */
  date: string | null;
  /** Bodies named by the paper, for "Beslutning i Direktionen". */
  timed: boolean;
  /** Headings run into their text ("3) Regnskab: Kassereren gennemgik …"). */
  runIn: boolean;
  /** What became of a point stands behind its heading, with no sign between. */
  behind: boolean;
  attachments: ImportedAttachment[];
  owners: Map<ImportedAttachment, ImportedItem>;
  /** Day, block and group headings met on the way. */
  headings: SourceText[];
  spans: (blocks: readonly Block[], value: string | null, confidence: number) => Span | null;
}

export function emptyItem(): ImportedItem {
  return {
    number: null,
    title: '',
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
    children: [],
    heading: '',
    listed: null,
    text: '',
    sections: [],
    spans: {},
  };
}

export function applyHeading(item: ImportedItem, heading: Heading): void {
  item.title = heading.title;
  item.start ??= heading.start;
  item.end ??= heading.end;
  item.minutes ??= heading.minutes;
  item.fixed ||= heading.fixed;
  item.closed ||= heading.closed;
  item.type ??= heading.type;
  for (const name of heading.presenters) if (!item.presenters.includes(name)) item.presenters.push(name);
}

/** Fills an item from the blocks under its heading. `line` collects which attachment stood where. */
export function fillItem(item: ImportedItem, blocks: readonly Block[], language: Language, context: ItemContext): void {
  const parts = makeParts(blocks, language);
  item.type ??= typeBeneath(parts[0], language);
  for (const part of parts) readPart(item, part, language, context);
  if (item.presenters.length === 0 && item.type !== 'break') presentersBelow(item, parts, language, context);
  readPurpose(item, parts, language, context);
  readRecommendation(item, parts, language, context);
  if (context.kind === 'minutes' || context.kind === 'case') readDecision(item, parts, language, context);
  for (const part of parts) {
    const section = toSection(part);
    if (section) item.sections.push(section);
  }
  item.text = item.sections
    .filter(({ role }) => role !== 'meta' && role !== 'attachments')
    .map(({ heading, text }) => joinLines(heading && !/^(?:\p{L}.{0,58})$/u.test(heading) ? heading : heading ? `**${heading}**` : '', text))
    .join('\n\n');
}

/** "Til drøftelse." as the first sentence under the heading. */
function typeBeneath(part: Part | undefined, language: Language): ItemType | null {
  const first = part?.role === 'text' && part.heading === null ? part.blocks[0]?.text : undefined;
  if (first === undefined) return null;
  return typeNamed(language.sentences.first(first), language);
}

/** "Til beslutning", "Beslutningssag": a text that is nothing but a type. */
function typeNamed(text: string, language: Language): ItemType | null {
  const sentence = unpunctuate(text.replace(/^\(|\)\.?$/g, ''));
  const { types, typeBeneath: beneath } = language.lexicon.item;
  return pattern(beneath).test(sentence) ? (types.find(({ label }) => whole(label).test(sentence.toLowerCase()))?.type ?? null) : null;
}

function joinLines(first: string, second: string): string {
  return [first, second].filter((part) => part !== '').join('\n\n');
}

function readPart(item: ImportedItem, part: Part, language: Language, context: ItemContext): void {
  const text = part.blocks.map((entry) => entry.text).join(' ');
  const key = part.label?.key;
  const note = (field: string, value: string | null, confidence = 0.9) => {
    const span = context.spans([part.source, ...part.blocks.map(({ block }) => block)], value, confidence);
    if (span) item.spans[field] ??= span;
  };
  if (part.role === 'attachments') {
    readAttachments(item, part, language, context);
    return;
  }
  // "Sagsgang og sagstype": the bodies, then the type on a line of its own.
  if (key === 'caseRoute') for (const { text: line } of part.blocks) item.type ??= typeNamed(line, language);
  if (part.role !== 'meta') return;
  if (key === 'presenter') {
    if (text.length < 200) {
      const who = readPresenters(text, language, context.known, true) ?? [];
      for (const name of who) if (!item.presenters.includes(name)) item.presenters.push(name);
      if (who.length > 0) note('presenters', who[0] ?? null);
    }
  } else if (key === 'time' || key === 'duration') {
    const range = language.clock.find(text)[0];
    if (range && key === 'time') {
      item.start ??= range.start;
      item.end ??= range.end;
      note('start', text);
    }
    const minutes = language.clock.durations(text)[0]?.minutes ?? (/^\d{1,3}$/.test(text) ? Number(text) : undefined);
    if (minutes !== undefined) {
      item.minutes ??= minutes;
      note('minutes', text);
    }
  } else if (key === 'type') {
    const marks = readHeading(`${text}: x`, language, { ...context, letters: true });
    const words = text.split(/\s*[/,]\s*|\s+og\s+/);
    for (const word of words) {
      if (pattern(`^${language.lexicon.item.fixed}$`).test(word)) item.fixed = true;
      else if (pattern(`^${language.lexicon.item.closed}$`).test(word)) item.closed = true;
      for (const { type, label } of language.lexicon.item.types) if (pattern(`^(?:${label})$`).test(word)) item.type ??= type;
    }
    item.type ??= marks.type;
    note('type', text);
  } else if (key === 'openness' || key === undefined) {
    const closed = pattern(`^${language.lexicon.item.closed}\\.?$`);
    // "Lukket" alone on its line says so itself, whatever stands under it.
    const said = [text, part.label?.label ?? ''].find((candidate) => closed.test(candidate.trim()));
    if (said !== undefined) {
      item.closed = true;
      note('closed', said);
    }
  }
}

/** "Bilag 1: X Bilag 2: Y" on one line. */
const severalNamed = perLanguage(({ attachments }) => pattern(`[\\s,;]+(?=(?:${attachments.word})\\s+(?:\\d{1,3}[a-z]?|[a-z])\\s?:)`));

function readAttachments(item: ImportedItem, part: Part, language: Language, context: ItemContext): void {
  const texts = part.blocks.map(({ text }) => text);
  const rows = joinArchiveRows(texts, language);
  const line = (index: number) => part.blocks[index]?.block.lines[0]?.number ?? part.source.lines[0]?.number ?? 0;
  const entries = rows
    ? rows.map((text) => ({ text, line: line(0) }))
    : texts.flatMap((text, i) =>
        (part.label?.rest === text ? text.split(/\s*;\s*/) : text.split(severalNamed(language))).map((entry) => ({ text: entry, line: line(i) })),
      );
  for (const entry of entries) {
    if (language.is.navigation(entry.text)) continue;
    const read = readAttachment(entry.text, language);
    if (!read) continue;
    const attachment: ImportedAttachment = { ...read, itemIndex: null, line: entry.line };
    context.attachments.push(attachment);
    context.owners.set(attachment, item);
  }
}
