// The blocks under an item cut into sections: Sagsfremstilling, Indstilling, Beslutning, Bilag.
import type { Block } from '../blocks.ts';
import { isoDate } from '../grammar/date.ts';
import { mendScan, pattern } from '../grammar/pattern.ts';
import { perLanguage, type Label, type Language } from '../language.ts';
import type { LabelKey } from '../lexicon/lexicon.ts';
import type { ImportedSection, SectionRole } from '../paper.ts';
import { isNamedAttachment } from './attachments.ts';
import { allNames } from './toldAbsence.ts';
import { statesOutcome } from './outcome.ts';
import { withoutAttendance } from './toldAttendance.ts';

export interface Part {
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
  mailFiles: 'attachments',
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

const sectionPatterns = perLanguage(({ headings }) => ({
  decision: pattern(`^(?:${headings.decisionHeading})$`),
  decisionBy: pattern(headings.decisionBy),
  decidedBy: pattern(`^(?:${headings.decidedBy})$`),
  recommendation: pattern(`^(?:${headings.recommendationHeading})$`),
  recommending: pattern(`^(?:${headings.recommendingText})\\s`),
}));

interface SectionHeading {
  key: LabelKey;
  date: string | null;
  rest: string;
  /** Says no word of a decision: the body and the date alone head what it decided. */
  named?: boolean;
}

/** A heading over sections whose words vary: "Beslutning i Udvalget den 13-05-2026", "Direktøren indstiller, at …". */
export function sectionHeading(text: string, language: Language): SectionHeading | null {
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
  if (mended.length < 120 && p.decidedBy.test(mended)) {
    const date = language.calendar.find(mended)[0];
    const dated = date ? isoDate(date) : null;
    if (dated !== null) return { key: 'decision', date: dated, rest: '', named: true };
  }
  if (p.recommendation.test(mended)) return { key: 'recommendation', date: null, rest: '' };
  // "Indstilling fra forvaltningen …" heads the recommending text, not the recommendation itself.
  if (p.recommending.test(mended) && mended.length < 120) return { key: 'case', date: null, rest: '' };
  return null;
}

/** Cuts the blocks under an item into sections. */
export function makeParts(blocks: readonly Block[], language: Language): Part[] {
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
      !(
        role === 'meta' &&
        label.key === 'time' &&
        language.clock.find(label.rest).length === 0 &&
        language.clock.durations(label.rest).length === 0 &&
        label.rest !== ''
      )
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
    const attachmentLine = isNamedAttachment(block.text, language);
    if (attachmentLine && (current as Part | null)?.role !== 'attachments') open('attachments', null, null, block);
    const holder: Part | null = current as Part | null;
    const closed = holder !== null && holder.role === 'meta' && holder.blocks.length > 0;
    const overAttachments =
      holder !== null && holder.role === 'attachments' && !attachmentLine && holder.blocks.length > 0 && endsAttachments(holder, block);
    const afterPurpose = holder !== null && holder.role === 'purpose' && holder.blocks.length > 0 && block.gap > 0;
    // "Indstilling: X." on a line of its own, and what became of it after a gap.
    const afterRecommendation =
      holder !== null &&
      holder.role === 'recommendation' &&
      (holder.label?.rest ?? '') !== '' &&
      block.gap > 0 &&
      block.bullet === null &&
      statesOutcome(language.sentences.first(block.text), language);
    // "Ikke til stede: …" under the decision's heading: what stands after a gap is the decision again.
    const attendance =
      holder !== null &&
      holder.role === 'attendance' &&
      (holder.blocks.length > 0 ? block.gap > 0 || endsInline(holder, block, language) : namesNobody(block, language))
        ? holder
        : null;
    const interrupted = attendance ? parts[parts.indexOf(attendance) - 1] : undefined;
    if (
      interrupted &&
      (interrupted.role === 'decision' || interrupted.role === 'minutes') &&
      interrupted.blocks.every(({ text }) => withoutAttendance(text, language) === '')
    ) {
      open(interrupted.role, null, null, block, interrupted.date).blocks.push({ block, text: block.text });
      continue;
    }
    const target: Part =
      holder === null || closed || overAttachments || afterPurpose || afterRecommendation ? open('text', null, null, block) : holder;
    target.blocks.push({ block, text: block.text });
  }
  return parts;
}

/** "Fraværende: A" on one line: the next line, when it is no further person, stands under the heading above again. */
function endsInline(part: Part, block: Block, language: Language): boolean {
  return (part.label?.rest ?? '') !== '' && allNames(block.text.replace(/\([^()]*\)/g, '').replace(/[.\s]+$/, ''), language) === null;
}

/** "Fraværende:" with nobody behind it and "Godkendt." on the next line: what was decided goes on. */
function namesNobody(block: Block, language: Language): boolean {
  const sentence = language.sentences.first(block.text);
  if (allNames(sentence.replace(/\([^()]*\)/g, '').replace(/[.\s]+$/, ''), language) !== null || withoutAttendance(sentence, language) === '')
    return false;
  return statesOutcome(sentence, language) || language.holds.finiteVerb.test(sentence);
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
  // Attachments that name themselves line by line, with no heading over them, end where a line does not.
  if (part.label === null && part.heading === null) return !/^\p{Ll}/u.test(block.text);
  const aligned = block.gap === 0 && block.indent >= part.source.indent + 4;
  if (inline && block.bullet === null && !aligned && !/^\d+\s*-/.test(block.text)) return true;
  return block.gap > 0 && block.text.length > 160 && /\.$/.test(block.text);
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

export function toSection(part: Part): ImportedSection | null {
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
