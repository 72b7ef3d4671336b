// Labels and their values ("Sted: …") gathered from blocks that stand outside the items.
import type { Block } from '../blocks.ts';
import { pattern } from '../grammar/pattern.ts';
import type { Label, Language } from '../language.ts';
import type { LabelKey } from '../lexicon/lexicon.ts';
import { meetingLabels } from '../lexicon/meetingLabels.ts';
import { isNamedAttachment } from './attachments.ts';
import { namesUnderGroup } from './personLines.ts';
import { personsOfRow } from './personRows.ts';
import { allNames, readReportedAbsence } from './toldAbsence.ts';

export interface Field {
  key: LabelKey;
  label: string;
  /** The label's own block and those that go on with its value. */
  blocks: Block[];
  /** Text of the value, one entry a block. */
  values: { text: string; cells: string[]; row: string[] | null; tick: boolean | null; block: Block }[];
}

const multiline = new Set<LabelKey>([
  'present',
  'members',
  'group',
  'absent',
  'noShow',
  'remarks',
  'guests',
  'chair',
  'place',
  'mailFiles',
  'attachments',
  'mailTo',
  'minuteTaker',
  'purpose',
  'information',
]);

const ends = new Set<LabelKey>(['agenda', 'nextMeeting']);

/** Gathers labels and their values from blocks that stand outside the items. */
export function gatherFields(blocks: readonly Block[], language: Language): { fields: Field[]; free: Block[] } {
  const fields: Field[] = [];
  const free: Block[] = [];
  let current: Field | null = null;
  const value = (block: Block, text: string, cells: string[]): Field['values'][number] => ({ text, cells, row: block.row, tick: block.tick, block });
  for (const block of blocks) {
    const label = block.row
      ? null
      : (asList(language.label(block.text, block.lines[0]?.cells), language) ?? leadIn(block.text, language) ?? gluedLabel(block.text, language));
    const heading =
      label !== null &&
      (!prefaceKeys.has(label.key) || language.is.documentType(block.text) || (label.key === 'agenda' && language.holds.meeting.test(label.label)));
    const fits = label !== null && !heading && (label.marked || (label.rest === '' && block.text.length < 60));
    if (label && heading) {
      current = null;
      free.push(block);
      continue;
    }
    if (label === null && isNamedAttachment(block.text, language)) {
      if (current?.key === 'attachments') current.blocks.push(block);
      else fields.push((current = { key: 'attachments', label: '', blocks: [block], values: [] }));
      current.values.push(value(block, block.text, block.cells));
      continue;
    }
    const inList: boolean = current !== null && attendanceKeys.has(current.key);
    if (label && fits) {
      // "Suppleant: Lotte" under "Til stede" goes on with that list.
      if (label.key === 'group' && inList && block.gap <= 1) {
        current?.blocks.push(block);
        if (label.rest !== '') current?.values.push(value(block, `${label.label.replace(/:$/, '')}: ${label.rest}`, [block.text]));
        continue;
      }
      current = { key: label.key, label: label.label, blocks: [block], values: [] };
      const cells = block.cells.length > 1 && block.lines.length >= 1 ? block.cells.slice(1) : [label.rest];
      if (label.rest !== '') current.values.push(value(block, label.rest, cells.join(' ').length >= label.rest.length * 0.6 ? cells : [label.rest]));
      fields.push(current);
      if (ends.has(label.key)) current = null;
      continue;
    }
    const first = current?.values.length === 0;
    const goesOn =
      current !== null &&
      block.depth === 0 &&
      (first
        ? block.gap <= 1 || block.row !== null
        : multiline.has(current.key) &&
          (block.gap === 0 ||
            (block.row !== null && block.gap <= 1) ||
            (inList && block.gap <= 1 && (goesOnByPerson(current.values, block, language) || goesOnByGroup(current.values, block.text, language))) ||
            (block.bullet !== null && block.gap <= 1 && current.values[0]?.block.bullet !== null)) &&
          !language.holds.minutes.test(block.text.slice(0, 12)));
    // "Kl. 17.00-19.00 i personalestuen" under names is the meeting's own line.
    const times =
      (inList || current?.key === 'chair' || current?.key === 'minuteTaker') && block.gap === 0 ? language.clock.opening(block.text) : null;
    const told = times !== null && times.end !== null ? true : inList && readReportedAbsence(block.text, language).length > 0;
    if (current && goesOn && !told && !(attendanceKeys.has(current.key) && block.text.length > 220 && !/,/.test(block.text))) {
      current.blocks.push(block);
      const within = inList && current.key !== 'absent' && current.key !== 'noShow' ? absenceWithin(block.text, language) : null;
      if (within) {
        const before = block.text.slice(0, within.from).trim();
        current.values.push(value(block, before, [before]));
        current = { key: within.key, label: within.label, blocks: [block], values: [value(block, within.rest, [within.rest])] };
        fields.push(current);
        continue;
      }
      current.values.push(value(block, block.text, block.cells));
      if (!multiline.has(current.key)) current = null;
    } else {
      if (block.depth === 0 || current === null || !first) current = null;
      free.push(block);
      if (block.depth > 0) current = null;
    }
  }
  return { fields, free };
}

/** "Udvalget: A, B og C": a body before nothing but names is the list of those present. */
function asList(label: Label | null, language: Language): Label | null {
  if (label?.key !== 'body' || label.rest.length < 8) return label;
  const names = allNames(label.rest.replace(/\([^()]*\)/g, '').replace(/[.\s]+$/, ''), language);
  return names && names.length >= 2 && names.every((name) => name.includes(' ')) ? { ...label, key: 'present' } : label;
}

/** "Ansatte: A, B Afbud: C": where the absentees begin on a line of those present. */
function absenceWithin(text: string, language: Language): (Label & { from: number }) | null {
  for (const hit of text.slice(0, 2_000).matchAll(/\s(\p{Lu}\p{Ll}+(?: \p{Ll}+){0,2}):\s*(?=\p{L})/gu)) {
    const label = language.label(`${hit[1] ?? ''}:`);
    if (label?.key === 'absent' || label?.key === 'noShow') return { ...label, rest: text.slice(hit.index + hit[0].length), from: hit.index };
  }
  return null;
}

/** One person a line with a blank line between: the list goes on while every line of it is one person. */
function goesOnByPerson(values: Field['values'], block: Block, language: Language): boolean {
  return (
    block.row === null &&
    personsOfRow(block.text, language) !== null &&
    values.every((entry) => entry.row === null && personsOfRow(entry.text, language) !== null)
  );
}

/** "Fra forvaltningen: A og B" after a blank line goes on with the list; another heading only where the list began with one. */
function goesOnByGroup(values: Field['values'], text: string, language: Language): boolean {
  // "VIP: …", "ADM: …": groups told by letters, each on its line.
  if (lettered.test(text) && lettered.test(values[0]?.text ?? '')) return true;
  const group = namesUnderGroup(text, language);
  if (group === null) return false;
  return (
    pattern(`^(?:${language.lexicon.words.from})\\s`).test(group) || (values[0] !== undefined && namesUnderGroup(values[0].text, language) !== null)
  );
}

/** "Til stede var A, B og C", "Afbud A og B": a label without its colon, before nothing but names. */
function leadIn(text: string, language: Language): Label | null {
  if (text.length > 400 || text.includes(':')) return null;
  const words = text.split(' ', 6);
  let lead = '';
  for (const word of words.slice(0, 5)) {
    lead = lead === '' ? word : `${lead} ${word}`;
    const rest = text.slice(lead.length).trim();
    if (!/^\p{Lu}/u.test(rest) || rest.length < 4) continue;
    const label = language.label(`${lead}:`);
    if (label && namedKeys.has(label.key) && allNames(rest.replace(/\.$/, ''), language))
      return { ...label, rest, at: text.length - rest.length, marked: true };
  }
  return null;
}

/** "MødestedRådssalen", "Dato12. maj 2027": the cells of a web page's table without what stood between them. */
function gluedLabel(text: string, language: Language): Label | null {
  const printed = /^(\p{Lu}\p{Ll}{2,20})(?=\p{Lu}|\d)/u.exec(text.slice(0, 30))?.[1];
  const label = printed === undefined ? null : language.label(`${printed}:`);
  return printed !== undefined && label && gluedKeys.has(label.key)
    ? { ...label, label: printed, rest: text.slice(printed.length), at: printed.length, marked: true }
    : null;
}

const lettered = /^\p{Lu}{2,5}:\s*\p{Lu}/u;

const gluedKeys = new Set(meetingLabels);

const namedKeys = new Set<LabelKey>(['present', 'absent', 'noShow', 'chair', 'minuteTaker', 'members']);

const prefaceKeys = new Set<LabelKey>([
  'date',
  'time',
  'endTime',
  'place',
  'body',
  'meetingName',
  'project',
  'chair',
  'minuteTaker',
  'present',
  'members',
  'group',
  'absent',
  'noShow',
  'remarks',
  'guests',
  'ignored',
  'subject',
  'mailFiles',
  'mailTo',
  'mailFrom',
  'mailSent',
  'information',
  'caseRoute',
  'agenda',
  'nextMeeting',
  'closing',
  'practical',
  'attachments',
  'purpose',
  'followUp',
  'openness',
]);

export const attendanceKeys = new Set<LabelKey>(['present', 'members', 'group', 'absent', 'noShow', 'guests']);
