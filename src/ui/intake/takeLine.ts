import type { FieldSources, Intake, SourceField, SourceSpan } from '../../commands/commands.ts';
import type { AgendaItem, Section } from '../../meeting/agenda.ts';
import type { ItemId } from '../../meeting/ids.ts';
import { keepClosed } from '../../meeting/keepClosed.ts';
import { joinItems, joinTreatments } from '../../meeting/editing/join.ts';
import { typedClock } from '../../meeting/editing/typedFields.ts';
import { joinSources, spanOfBoth } from './sources.ts';

/** One line of the paper: its number from 1, its words, and where they begin and end in the source. */
export interface PaperLine {
  readonly line: number;
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** The line of that number; null where the paper has none or it is blank. */
export function paperLine(source: string, line: number): PaperLine | null {
  let from = 0;
  for (let count = 1; count < line; count += 1) {
    const end = source.indexOf('\n', from);
    if (end < 0) return null;
    from = end + 1;
  }
  const end = source.indexOf('\n', from);
  const text = source.slice(from, end < 0 ? source.length : end);
  return line < 1 || text.trim() === '' ? null : { line, text, from, to: from + text.length };
}

export const touches = (span: { readonly fromLine: number; readonly toLine: number }, line: number): boolean =>
  span.fromLine <= line && line <= span.toLine;

/** The fields of an item that have words on this line. */
export function fieldsOn(sources: FieldSources | undefined, line: number): readonly SourceField[] {
  return (Object.keys(sources ?? {}) as SourceField[]).filter((field) => sources?.[field]?.some((span) => touches(span, line)));
}

/** The item a line belongs to: the one a field of which stands there, else the narrowest that spans it. */
export function ownerOf(intake: Pick<Intake, 'fieldSources' | 'sourceOf'>, items: readonly AgendaItem[], line: number): AgendaItem | null {
  let best: { item: AgendaItem; width: number } | null = null;
  for (const item of items) {
    if (fieldsOn(intake.fieldSources[item.id], line).length > 0) return item;
    const span = intake.sourceOf[item.id];
    if (!span || !touches(span, line)) continue;
    const width = span.toLine - span.fromLine;
    if (!best || width < best.width) best = { item, width };
  }
  return best?.item ?? null;
}

/** Where a line's words stand in an item's text. */
export interface Cut {
  readonly section: number;
  readonly from: number;
  readonly to: number;
  /** The section's heading stood on the line too. */
  readonly headed: boolean;
}

/** Finds a line in an item's text: all of it, or what is left of it after its label or its fields. Null where it is not there. */
export function cutOf(item: AgendaItem, sources: FieldSources | undefined, line: PaperLine): Cut | null {
  const label = /^\s*([^:]{2,40}):\s*/u.exec(line.text);
  const tries = [line.text, ...(label ? [line.text.slice(label[0].length)] : []), ...gaps(sources, line)];
  for (const words of tries) {
    const pattern = wordsPattern(words);
    if (pattern === null) continue;
    for (const [section, { heading, text }] of item.sections.entries()) {
      const hit = pattern.exec(text);
      if (!hit) continue;
      const headed = heading !== null && letters(heading) !== '' && letters(line.text).startsWith(letters(heading)) && hit.index === 0;
      return { section, from: hit.index, to: hit.index + hit[0].length, headed };
    }
  }
  const section = item.sections.findIndex(({ heading }) => heading !== null && letters(heading) !== '' && letters(heading) === letters(line.text));
  return section < 0 ? null : { section, from: 0, to: 0, headed: true };
}

/** The text before and after a cut; neither holds what was cut out. */
export function cutText(sections: readonly Section[], cut: Cut): { readonly before: readonly Section[]; readonly after: readonly Section[] } {
  const section = sections[cut.section];
  if (!section) return { before: sections, after: [] };
  const plain = cut.headed ? ({ ...section, heading: null, role: 'text' } as const) : section;
  const head = section.text.slice(0, cut.from).replace(/[\s|]*(?:^|\n)[-*|]?[ ]*$/u, '');
  const tail = section.text.slice(cut.to).replace(/^[ ]*\|?[ ]*\n?(?=\n|$)/u, '');
  const keptHeading = !cut.headed && section.heading !== null && head.trim() === '';
  return {
    before: [
      ...sections.slice(0, cut.section),
      ...(head.trim() !== '' || (keptHeading && tail.trim() === '') ? [{ ...plain, text: head.trimEnd() }] : []),
    ],
    after: [
      ...(tail.trim() !== '' ? [{ ...plain, heading: head.trim() === '' ? plain.heading : null, text: tail.replace(/^\s+/u, '') }] : []),
      ...sections.slice(cut.section + 1),
    ],
  };
}

/**
 * Takes one line of the paper out of the agenda: out of the fields that still hold its words (what was typed since then
 * stays), out of the text of its item, and out of the lines without a place. An item that loses its whole heading is no item
 * any more: what is left of it belongs to the item before. `stays` names an item that is kept in any case.
 */
export function takeLine(intake: Intake, line: PaperLine, stays: ItemId | null): Intake {
  const owner = ownerOf(intake, intake.agenda.items, line.line);
  const bare = { ...intake, unplaced: intake.unplaced.flatMap((entry) => withoutEntry(entry, line)) };
  const stripped = bare.agenda.items.map((item) => stripItem(bare, item, line, item.id === owner?.id));
  const headless = stripped.filter((item, place) => item.title === '' && bare.agenda.items[place]?.title !== '' && item.id !== stays);
  const without: Intake = {
    ...bare,
    agenda: { ...bare.agenda, items: stripped },
    treatments: owner ? stripTreatments(bare, owner, line) : bare.treatments,
    sourceOf: Object.fromEntries(
      Object.entries(bare.sourceOf).flatMap(([id, span]) => {
        const rest = withoutLine(span, line.line);
        return rest ? [[id, rest]] : [];
      }),
    ),
    fieldSources: Object.fromEntries(Object.entries(bare.fieldSources).map(([id, fields]) => [id, stripSources(fields, line.line)])),
  };
  return headless.reduce((rest, item) => dissolve(rest, item.id), without);
}

/** An entry may hold more than its line (what the whole paper recommends): only the line's own words go. */
function withoutEntry(entry: Intake['unplaced'][number], line: PaperLine): readonly Intake['unplaced'][number][] {
  if (entry.line !== line.line) return [entry];
  if (letters(line.text).includes(letters(entry.text))) return [];
  const text = withoutWords(entry.text, line.text);
  return text === '' ? [] : [{ ...entry, text }];
}

function stripItem(intake: Intake, item: AgendaItem, line: PaperLine, owner: boolean): AgendaItem {
  const sources = intake.fieldSources[item.id];
  const here = (field: SourceField) =>
    (sources?.[field] ?? [])
      .filter((span) => touches(span, line.line))
      .map((span) => intake.source.slice(Math.max(span.from, line.from), Math.min(span.to, line.to)));
  const fields: { -readonly [Field in keyof AgendaItem]?: AgendaItem[Field] } = {};
  if (here('number').some((words) => letters(words) === letters(item.number ?? ''))) fields.number = null;
  const title = here('title').reduce((rest, words) => withoutWords(rest, words), item.title);
  if (title !== item.title) fields.title = title;
  for (const field of ['start', 'end'] as const) {
    const same = here(field).some((words) => {
      const read = typedClock(words.replace(/^\s*[-–—]\s*|\s*[-–—]\s*$/gu, ''));
      return read.ok && read.value !== null && read.value === item[field];
    });
    if (same) fields[field] = null;
  }
  if (here('minutes').some((words) => Number.parseInt(words, 10) === item.minutes)) fields.minutes = null;
  const named = here('presenters').map(letters);
  const presenters = item.presenters.filter((name) => !named.some((words) => words.includes(letters(name))));
  if (presenters.length < item.presenters.length) fields.presenters = presenters;
  if (owner) {
    const cut = cutOf(item, sources, line);
    if (cut) fields.sections = joinText(cutText(item.sections, cut));
    const printed = letters(line.text);
    const attachments = item.attachments.filter((attachment) => {
      const words = [attachment.number, attachment.documentId, attachment.title].map((part) => letters(part ?? ''));
      return attachment.url !== null || words[2] === '' || !words.every((part) => printed.includes(part));
    });
    if (attachments.length < item.attachments.length) fields.attachments = attachments;
  }
  return Object.keys(fields).length === 0 ? item : { ...item, ...fields };
}

/** The two halves of a cut text, as one section again where they were one. */
function joinText({ before, after }: ReturnType<typeof cutText>): readonly Section[] {
  const head = before.at(-1);
  const tail = after[0];
  if (!head || !tail || tail.heading !== null || head.role !== tail.role) return [...before, ...after];
  return [...before.slice(0, -1), { ...head, text: `${head.text}\n\n${tail.text}` }, ...after.slice(1)];
}

function stripTreatments(intake: Intake, owner: AgendaItem, line: PaperLine): Intake['treatments'] {
  const label = /^\s*[^:]{2,40}:\s*/u.exec(line.text)?.[0].length ?? 0;
  return intake.treatments.flatMap((treatment) => {
    if (treatment.itemId !== owner.id) return [treatment];
    for (const words of [line.text, line.text.slice(label)]) {
      const decision = withoutWords(treatment.decision, words);
      if (decision === treatment.decision) continue;
      const empty = decision === '' && treatment.outcome === null && !treatment.notTreated && treatment.publicDecision === '';
      return empty ? [] : [{ ...treatment, decision }];
    }
    return [treatment];
  });
}

/** What is left of an item without a heading goes to the item before it; where nothing is left, the item goes. */
function dissolve(intake: Intake, itemId: ItemId): Intake {
  const { items } = intake.agenda;
  const at = items.findIndex((item) => item.id === itemId);
  const item = items[at];
  if (!item) return intake;
  // A number or a time of its own, printed on another line, still tells of an item.
  if (item.number !== null || item.start !== null || item.end !== null || item.minutes !== null) return intake;
  const empty =
    item.sections.length === 0 &&
    item.attachments.length === 0 &&
    item.presenters.length === 0 &&
    !intake.treatments.some((treatment) => treatment.itemId === itemId);
  const before = items.slice(0, at).findLast((other) => other.kind === 'item');
  if (!empty && !before) return intake;
  const parentId = !empty && before ? before.id : item.parentId;
  const rest = items
    .filter((other) => other.id !== itemId)
    .map((other) => (other.parentId === itemId ? { ...other, parentId } : other))
    .map((other) => (!empty && other.id === before?.id ? joinItems(other, { ...item, title: '' }) : other));
  const { [itemId]: span, ...sourceOf } = intake.sourceOf;
  const { [itemId]: fields, ...fieldSources } = intake.fieldSources;
  const joined = empty || !before ? undefined : spanOfBoth(sourceOf[before.id], span);
  return {
    ...intake,
    agenda: { ...intake.agenda, items: keepClosed(items, rest) },
    treatments: empty || !before ? intake.treatments : joinTreatments(intake.treatments, before.id, itemId),
    sourceOf: joined && before ? { ...sourceOf, [before.id]: joined } : sourceOf,
    fieldSources: empty || !before ? fieldSources : { ...fieldSources, [before.id]: joinSources(fieldSources[before.id], fields) },
  };
}

function stripSources(fields: FieldSources, line: number): FieldSources {
  if (fieldsOn(fields, line).length === 0) return fields;
  const kept = (Object.entries(fields) as [SourceField, readonly SourceSpan[]][])
    .map(([field, spans]) => [field, spans.filter((span) => !touches(span, line))] as const)
    .filter(([, spans]) => spans.length > 0);
  return Object.fromEntries(kept);
}

/** A line at either end of a span is cut off it; one in the middle stays inside. */
function withoutLine(span: Intake['sourceOf'][ItemId], line: number): Intake['sourceOf'][ItemId] | null {
  if (span.fromLine === line && span.toLine === line) return null;
  if (span.fromLine === line) return { ...span, fromLine: line + 1 };
  return span.toLine === line ? { ...span, toLine: line - 1 } : span;
}

/** The stretches of a line between the words of its fields, longest first. */
function gaps(sources: FieldSources | undefined, line: PaperLine): readonly string[] {
  const spans = Object.values(sources ?? {})
    .flat()
    .filter((span) => touches(span, line.line))
    .sort((a, b) => a.from - b.from);
  if (spans.length === 0) return [];
  const found: string[] = [];
  let at = line.from;
  for (const span of spans) {
    if (span.from > at) found.push(line.text.slice(at - line.from, span.from - line.from));
    at = Math.max(at, span.to);
  }
  if (at < line.to) found.push(line.text.slice(at - line.from));
  return found
    .map((words) => words.replace(/^[^\p{L}\p{N}]+/u, ''))
    .filter((words) => /\p{L}{3}/u.test(words))
    .sort((a, b) => b.length - a.length);
}

/** The text without the first occurrence of these words; the same text where they do not stand in it. */
function withoutWords(text: string, words: string): string {
  const hit = wordsPattern(words)?.exec(text);
  if (!hit) return text;
  return `${text.slice(0, hit.index).trimEnd()} ${text.slice(hit.index + hit[0].length).trimStart()}`.trim();
}

/** Finds words whatever white space, list signs and CommonMark escapes stand between them; null where there are no words. */
function wordsPattern(words: string): RegExp | null {
  // No printed line is that long; a file without line ends is.
  if (words.length > 5_000) return null;
  const bare = words
    .trim()
    .replace(/^(?:[•·‣▪◦●○*]|[-–—](?=\s))\s*/u, '')
    .split(/[\s|]+/)
    .filter((word) => word !== '');
  if (letters(bare.join('')) === '') return null;
  const signs = bare.map((word) =>
    [...word].map((sign) => (/[\p{L}\p{N}]/u.test(sign) ? sign : `\\\\?\\u{${sign.codePointAt(0)?.toString(16)}}`)).join(''),
  );
  return new RegExp(`(?<![\\p{L}\\p{N}])${signs.join('[\\s|*_>\\\\]+')}(?![\\p{L}\\p{N}])`, 'u');
}

function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '').toLocaleLowerCase('da');
}
