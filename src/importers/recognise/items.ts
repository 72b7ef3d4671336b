// One item from its heading and the blocks under it: sections, presenters, purpose, recommendation, decision, sub-items.
import type { Block } from '../blocks.ts';
import { isBreak, joinText, readHeading, readPresenters, type Heading, type HeadingContext } from '../grammar/heading.ts';
import { mendScan, pattern } from '../grammar/pattern.ts';
import { unpunctuate } from '../grammar/sentence.ts';
import { perLanguage, type Label, type Language } from '../language.ts';
import type { LabelKey } from '../lexicon/lexicon.ts';
import type { ImportedAttachment, ImportedItem, ImportedSection, PaperKind, SectionRole, SourceText, Span } from '../paper.ts';
import { joinArchiveRows, readAttachment } from './attachments.ts';
import { findOutcome, statesOutcome } from './outcome.ts';
import { isoDate } from '../grammar/date.ts';

export interface ItemContext extends HeadingContext {
  kind: PaperKind;
  /** The meeting's date, which tells this meeting's decision from older ones. */
  date: string | null;
  /** Bodies named by the paper, for "Beslutning i Direktionen". */
  timed: boolean;
  attachments: ImportedAttachment[];
  owners: Map<ImportedAttachment, ImportedItem>;
  /** Day, block and group headings met on the way. */
  headings: SourceText[];
  spans: (blocks: readonly Block[], value: string | null, confidence: number) => Span | null;
}

interface Part {
  role: SectionRole;
  heading: string | null;
  blocks: { block: Block; text: string }[];
  /** Printed as a heading of its own, or as a label before its text. */
  label: Label | null;
  date: string | null;
  source: Block;
}

const roleOf: Partial<Record<LabelKey, SectionRole>> = {
  purpose: 'purpose',
  background: 'background',
  case: 'case',
  summary: 'summary',
  recommendation: 'recommendation',
  decision: 'decision',
  minutes: 'minutes',
  finance: 'finance',
  legal: 'legal',
  consultation: 'consultation',
  process: 'process',
  preparation: 'preparation',
  followUp: 'followUp',
  history: 'history',
  attachments: 'attachments',
  presenter: 'meta',
  attending: 'meta',
  duration: 'meta',
  type: 'meta',
  openness: 'meta',
  time: 'meta',
  itemTitle: 'meta',
  caseRoute: 'history',
  present: 'attendance',
  absent: 'attendance',
  noShow: 'attendance',
  guests: 'attendance',
  remarks: 'text',
  ignored: 'meta',
};

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

const sectionPatterns = perLanguage(({ headings }) => ({
  decision: pattern(`^(?:${headings.decisionHeading})$`),
  decisionBy: pattern(headings.decisionBy),
  recommendation: pattern(`^(?:${headings.recommendationHeading})$`),
  recommending: pattern(`^(?:${headings.recommendingText})\\s`),
}));

/** A heading over sections whose words vary: "Beslutning i Udvalget den 13-05-2026", "Direktøren indstiller, at …". */
export function sectionHeading(text: string, language: Language): { key: LabelKey; date: string | null; rest: string } | null {
  const mended = mendScan(text);
  if (mended.length > 400) return null;
  const p = sectionPatterns(language);
  const decision = p.decision.exec(mended);
  if (decision && mended.length < 140) {
    const dates = language.calendar.find(mended);
    const last = dates.at(-1);
    const dated = last ? isoDate(last) : null;
    const plain = language.label(text)?.key === 'decision';
    if (dated !== null || plain || p.decisionBy.test(mended)) return { key: 'decision', date: dated, rest: '' };
  }
  if (p.recommendation.test(mended)) return { key: 'recommendation', date: null, rest: '' };
  // "Indstilling fra forvaltningen …" heads the recommending text, not the recommendation itself.
  if (p.recommending.test(mended) && mended.length < 120) return { key: 'case', date: null, rest: '' };
  return null;
}

/** Cuts the blocks under an item into sections. */
function makeParts(blocks: readonly Block[], language: Language): Part[] {
  const parts: Part[] = [];
  let current: Part | null = null;
  const open = (role: SectionRole, heading: string | null, label: Label | null, source: Block, date: string | null = null): Part => {
    current = { role, heading, blocks: [], label, date, source };
    parts.push(current);
    return current;
  };
  for (const block of blocks) {
    const inAttachments = (current as Part | null)?.role === 'attachments' && block.gap === 0 && block.depth === 0;
    const special = block.row === null ? sectionHeading(block.text, language) : null;
    if (special && !(inAttachments && special.key !== 'decision')) {
      const role = roleOf[special.key] ?? 'text';
      open(role, block.text, null, block, special.date);
      continue;
    }
    const label = block.row === null ? language.label(block.text, block.lines[0]?.cells) : null;
    const role =
      label &&
      !(inAttachments && label.rest === '' && !/:$/.test(block.text) && !['decision', 'attachments', 'absent', 'present'].includes(label.key))
        ? roleOf[label.key]
        : undefined;
    if (
      label &&
      role !== undefined &&
      (label.marked || standsAlone(block, label)) &&
      !(role === 'meta' && label.key === 'time' && language.clock.find(label.rest).length === 0 && label.rest !== '')
    ) {
      const part = open(role, label.label, label, block);
      if (label.rest !== '') part.blocks.push({ block, text: label.rest });
      continue;
    }
    if (language.is.caseNumber(block.text) || (block.text.length < 40 && isOpenness(block.text, language))) {
      open('meta', null, null, block).blocks.push({ block, text: block.text });
      current = null;
      continue;
    }
    // After a meta line ("Ved: X") plain text begins anew.
    const attachmentLine = pattern(
      `^${language.lexicon.attachments.word}\\s*(?:(?:${language.lexicon.words.number})\\s*)?\\d+(?:\\.\\d+)?[a-z]?\\s*[:–-]\\s*\\S`,
    ).test(block.text);
    if (attachmentLine && (current as Part | null)?.role !== 'attachments') open('attachments', null, null, block);
    const holder: Part | null = current as Part | null;
    const closed = holder !== null && holder.role === 'meta' && holder.blocks.length > 0;
    const overAttachments =
      holder !== null && holder.role === 'attachments' && !attachmentLine && holder.blocks.length > 0 && endsAttachments(holder, block);
    const afterPurpose = holder !== null && holder.role === 'purpose' && holder.blocks.length > 0 && block.gap > 0;
    const target: Part = holder === null || closed || overAttachments || afterPurpose ? open('text', null, null, block) : holder;
    target.blocks.push({ block, text: block.text });
  }
  return parts;
}

function standsAlone(block: Block, label: Label): boolean {
  return label.rest === '' && block.text.length < 60;
}

function isOpenness(text: string, language: Language): boolean {
  return pattern(`^(?:${language.lexicon.item.open}|${language.lexicon.item.closed})\\.?$`).test(text);
}

/** A long paragraph after a list of attachments is text again; a line "Bilag: X" holds only what is on it. */
function endsAttachments(part: Part, block: Block): boolean {
  const inline = part.label !== null && part.label.rest !== '' && part.label.marked;
  if (inline && block.bullet === null && !/^\d+\s*-/.test(block.text)) return true;
  return block.gap > 0 && block.text.length > 160 && /\.$/.test(block.text);
}

/** Fills an item from the blocks under its heading. `line` collects which attachment stood where. */
export function fillItem(item: ImportedItem, blocks: readonly Block[], language: Language, context: ItemContext): void {
  const parts = makeParts(blocks, language);
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

function joinLines(first: string, second: string): string {
  return [first, second].filter((part) => part !== '').join('\n\n');
}

/** Blocks as CommonMark: lists stay lists, printed lines of a paragraph are joined. */
export function toMarkdown(blocks: readonly { block: Block; text: string }[]): string {
  let out = '';
  let inList = false;
  for (const { block, text } of blocks) {
    const list = block.bullet !== null;
    const body = block.row ? `| ${block.row.join(' | ')} |` : list ? `- ${text}` : text;
    out += out === '' ? body : (list && inList) || block.row ? `\n${body}` : `\n\n${body}`;
    inList = list;
  }
  return out;
}

function toSection(part: Part): ImportedSection | null {
  if (part.heading === null && part.blocks.length === 0) return null;
  const all = [part.source, ...part.blocks.map(({ block }) => block)];
  return {
    role: part.role,
    heading: part.heading,
    text: toMarkdown(part.blocks),
    firstLine: all.reduce((least, block) => Math.min(least, block.lines[0]?.number ?? Infinity), Infinity),
    lastLine: all.reduce((most, block) => Math.max(most, block.lines.at(-1)?.number ?? 0), 0),
  };
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
    const said = key === 'openness' && text !== '' ? text : (part.label?.label ?? text);
    if (pattern(`^${language.lexicon.item.closed}\\.?$`).test(said.trim())) {
      item.closed = true;
      note('closed', said);
    }
  }
}

function readAttachments(item: ImportedItem, part: Part, language: Language, context: ItemContext): void {
  const texts = part.blocks.map(({ text }) => text);
  const rows = joinArchiveRows(texts, language);
  const line = (index: number) => part.blocks[index]?.block.lines[0]?.number ?? part.source.lines[0]?.number ?? 0;
  const entries = rows
    ? rows.map((text) => ({ text, line: line(0) }))
    : texts.flatMap((text, i) => (part.label?.rest === text ? text.split(/\s*;\s*/) : [text]).map((entry) => ({ text: entry, line: line(i) })));
  for (const entry of entries) {
    if (language.is.navigation(entry.text)) continue;
    const read = readAttachment(entry.text, language);
    if (!read) continue;
    const attachment: ImportedAttachment = { ...read, itemIndex: null, line: entry.line };
    context.attachments.push(attachment);
    context.owners.set(attachment, item);
  }
}

/** "v/ X" on its own line, or a line that is a person with a role: the presenter of the slot above. */
function presentersBelow(item: ImportedItem, parts: readonly Part[], language: Language, context: ItemContext): void {
  const { words, item: marked } = language.lexicon;
  const marks = pattern(`^(?:${marked.presenterMarks}|(?:${words.by})\\s)\\s*`);
  const entries = parts.filter((part) => part.role === 'text' || part.role === 'meta').flatMap((part) => part.blocks);
  const welcome = context.timed ? pattern(`^\\p{Lu}\\p{L}{2,20}\\s+(?:${words.by})\\s+(.+)$`, 'u').exec(entries[0]?.text ?? '') : null;
  if (welcome?.[1]) {
    const who = readPresenters(welcome[1].slice(0, language.sentences.firstEnd(welcome[1])), language, context.known, false);
    if (who && who.length > 0) {
      item.presenters.push(...who);
      return;
    }
  }
  for (const { block, text } of entries.slice(0, context.timed ? 12 : 3)) {
    const hit = marks.exec(text);
    if (hit) {
      const clause = text.slice(hit[0].length);
      const stop = language.sentences.firstEnd(clause);
      const who = readPresenters(clause.slice(0, stop), language, context.known, !pattern(`^(?:${words.by})`).test(hit[0]));
      if (who && who.length > 0 && clause.length < 260) {
        item.presenters.push(...who);
        const span = context.spans([block], who[0] ?? null, 0.9);
        if (span) item.spans['presenters'] ??= span;
        return;
      }
    }
  }
  if (!context.timed) return;
  for (const { block, text } of entries.slice(0, 14)) {
    const person = personLine(text, language);
    if (person && !item.presenters.includes(person)) {
      item.presenters.push(person);
      const span = context.spans([block], person, 0.7);
      if (span) item.spans['presenters'] ??= span;
    } else if (!person && item.presenters.length > 0 && block.bullet === null && text.length > 60) break;
  }
}

/** "Carl Lindgaard, professor, …" → the name. Only for a line that begins with a person and goes on with a role. */
export function personLine(text: string, language: Language): string | null {
  const lead = /^(?:\p{Ll}[\p{L}-]*\s+){0,3}?((?:\p{Lu}[\p{L}.'’-]*\s+){1,3}\p{Lu}[\p{L}'’-]*)(?=,|:|\s*$|\s+\(|\s+[-–]\s)/u.exec(text);
  if (lead?.[1] && text.length < 300) {
    const name = lead[1];
    if (language.people.isName(name)) return name;
  }
  const person = text.length < 160 ? language.people.read(text) : null;
  return person?.role && language.people.isName(person.name) ? person.name : null;
}

function firstText(part: Part): string {
  return part.blocks[0]?.text ?? '';
}

function readPurpose(item: ImportedItem, parts: readonly Part[], language: Language, context: ItemContext): void {
  const section = parts.find((part) => part.role === 'purpose' && part.blocks.length > 0);
  if (section) {
    item.purpose = unpunctuate(language.sentences.first(firstText(section)));
    const span = context.spans([section.source], item.purpose, 0.95);
    if (span) item.spans['purpose'] = span;
    return;
  }
  for (const part of parts) {
    if (part.role !== 'text' && part.role !== 'minutes') continue;
    for (const { block, text } of part.blocks) {
      const sentence = language.sentences
        .split(text.slice(0, 5_000))
        .find(
          (candidate) =>
            language.holds.purpose.test(candidate) && pattern(`^\\s*\\p{L}*\\s?(?:${language.lexicon.item.purposeWord})`).test(candidate),
        );
      if (!sentence) continue;
      item.purpose = unpunctuate(sentence);
      const span = context.spans([block], item.purpose, 0.8);
      if (span) item.spans['purpose'] = span;
      return;
    }
  }
}

/** Lead-in and, when it is a list, its first point; the first sentence of that. */
function leadAndFirst(blocks: readonly { block: Block; text: string }[], language: Language): string {
  const first = blocks[0]?.text ?? '';
  const second = blocks[1];
  const { words, item } = language.lexicon;
  const sentence = language.sentences.first(first);
  if (sentence.length < first.length) return unpunctuate(sentence);
  const leads =
    !pattern(`^(?:[-–•]\\s*)?(?:${words.that})\\b.{12,}`).test(first) &&
    (pattern(`[:,]$|\\b(?:${words.that}|${item.recommendsVerb})$`).test(first) ||
      (second !== undefined &&
        (second.block.bullet !== null || pattern(`^(?:(?:${words.that})\\b|\\d+[.)]|[a-z]\\))`).test(second.text)) &&
        !/[.!?]$/.test(first) &&
        first.length < 200));
  if (leads && second) {
    const point = language.sentences.first(second.text.replace(/^(\d+[.)]\s+)/, ''));
    return unpunctuate(joinText(first, point));
  }
  return unpunctuate(first);
}

function readRecommendation(item: ImportedItem, parts: readonly Part[], language: Language, context: ItemContext): void {
  const { lexicon } = language;
  const sections = parts.filter((part) => part.role === 'recommendation' && part.blocks.length > 0);
  const section =
    sections.find((part) =>
      pattern(`${lexicon.item.recommendStem}|^(?:[-–•]\\s*)?(?:\\d+[.)]\\s*)?(?:${lexicon.words.that})\\b`).test(
        part.blocks
          .map(({ text }) => text)
          .slice(0, 2)
          .join(' '),
      ),
    ) ?? sections[0];
  if (section) {
    const value = leadAndFirst(section.blocks, language);
    const label = section.label?.label ?? '';
    item.recommendation =
      pattern(lexicon.item.recommendLabel).test(label) && !pattern(lexicon.item.recommendStem).test(value) ? unpunctuate(`${label} ${value}`) : value;
    const span = context.spans([section.source, ...section.blocks.slice(0, 2).map(({ block }) => block)], value, 0.95);
    if (span) item.spans['recommendation'] = span;
    return;
  }
  for (const part of parts) {
    if (part.role === 'attachments' || part.role === 'meta' || part.role === 'decision' || part.role === 'history' || part.role === 'minutes')
      continue;
    for (let i = 0; i < part.blocks.length; i++) {
      const entry = part.blocks[i];
      if (!entry) continue;
      const sentence = language.sentences.split(entry.text.slice(0, 5_000)).find((candidate) => language.holds.recommends.test(candidate));
      if (!sentence) continue;
      const whole = entry.text.endsWith(sentence)
        ? [{ block: entry.block, text: sentence }, ...part.blocks.slice(i + 1, i + 2)]
        : [{ block: entry.block, text: sentence }];
      item.recommendation = leadAndFirst(whole, language);
      const span = context.spans([entry.block], item.recommendation, 0.8);
      if (span) item.spans['recommendation'] = span;
      return;
    }
  }
}

/** A dash or a stray full stop under "Beslutning" is no decision. */
function saysNothing(text: string): boolean {
  return /^[-–—.\s]*$/u.test(text);
}

function readDecision(item: ImportedItem, parts: readonly Part[], language: Language, context: ItemContext): void {
  const sections = parts.filter((part) => part.role === 'decision');
  if (sections.length > 0) {
    const filled = sections.filter((part) => part.blocks.some(({ text }) => !saysNothing(text)));
    const chosen =
      filled.find((part) => part.date !== null && part.date === context.date) ??
      filled.filter((part) => part.date === null || context.date === null || part.date >= context.date).at(-1);
    if (!chosen) return;
    const blocks = chosen.blocks.filter(({ text }) => !saysNothing(text));
    item.decision = leadAndFirst(blocks, language);
    const span = context.spans([chosen.source, ...blocks.slice(0, 2).map(({ block }) => block)], item.decision, 0.95);
    if (span) item.spans['decision'] = span;
    return;
  }
  const entries = parts.filter((part) => part.role === 'text' || part.role === 'minutes' || part.role === 'case').flatMap((part) => part.blocks);
  if (context.kind === 'case') return;
  const outcome = findOutcome(
    entries.map(({ text, block }) => (block.tick === false ? '' : text)),
    language,
  );
  if (outcome === null) {
    if (item.number !== null && statesOutcome(item.title, language) && language.holds.finiteVerb.test(item.title) && entries.length === 0) {
      item.decision = item.title;
      if (item.spans['title']) item.spans['decision'] = { ...item.spans['title'], confidence: 0.7 };
    }
    return;
  }
  item.decision = outcome;
  const holder = entries.find(({ text }) => text.includes(outcome.slice(0, 40)));
  const span = holder ? context.spans([holder.block], outcome, 0.7) : null;
  if (span) item.spans['decision'] = span;
}

export { isBreak };
