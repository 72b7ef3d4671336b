import type { FieldSources, Intake, SourceField, SourceSpan } from '../../commands/commands.ts';
import { isClosed, newItem, type AgendaItem, type Section } from '../../meeting/agenda.ts';
import type { ItemId } from '../../meeting/ids.ts';
import { keepClosed } from '../../meeting/keepClosed.ts';
import { namesOf, readLine, restOf, type LineReading } from './lineReading.ts';
import { indentItem, outdentItem } from '../../meeting/editing/indent.ts';
import { subtreeEnd, topOf } from '../../meeting/outline.ts';
import { cutOf, cutText, fieldsOn, ownerOf, paperLine, takeLine, type PaperLine } from './takeLine.ts';

/** What a line of the paper can be said to be. `noise`: it is not to be in the agenda. */
export type LineRole = 'title' | 'time' | 'presenter' | 'text' | 'item' | 'subItem' | 'noise';

export interface Assignment {
  readonly line: number;
  readonly role: LineRole;
  /** The item whose title, time, presenter or text it is; the other roles find their place themselves. */
  readonly to: ItemId | null;
  /** The id of the item that may be born. */
  readonly newId: ItemId;
}

/**
 * A person says what a line of the paper is. The line is taken from where it stood and put where it belongs, all its
 * words with it; as noise it stands among the lines without a place. The same intake comes back where the line is that
 * already, or cannot be it (no time in a line that is to be the time).
 */
export function assignLine(intake: Intake, { line: number, role, to, newId }: Assignment): Intake {
  const line = paperLine(intake.source, number);
  if (!line) return intake;
  switch (role) {
    case 'noise':
      return asNoise(intake, line);
    case 'item':
    case 'subItem':
      return asItem(intake, line, role, newId);
    default: {
      const target = intake.agenda.items.find((item) => item.id === to);
      return target ? asPartOf(intake, line, role, target) : intake;
    }
  }
}

/** Does the line hold a time or a duration, so that it can be an item's time? */
export function tellsTime(text: string): boolean {
  const { start, minutes } = readLine(text);
  return start !== null || minutes !== null;
}

/** The item a line stands at: its own, else the one printed above it, else the first. */
export function itemAtLine(intake: Intake, line: number): AgendaItem | null {
  const { items } = intake.agenda;
  return ownerOf(intake, items, line) ?? priorOf(intake, line) ?? items[0] ?? null;
}

/** The item that begins last before this line. */
function priorOf(intake: Intake, line: number): AgendaItem | undefined {
  let prior: { readonly item: AgendaItem; readonly from: number } | undefined;
  for (const item of intake.agenda.items) {
    const from = intake.sourceOf[item.id]?.fromLine;
    if (from !== undefined && from <= line && from >= (prior?.from ?? 0)) prior = { item, from };
  }
  return prior?.item;
}

function asNoise(intake: Intake, line: PaperLine): Intake {
  const there = intake.unplaced.some((entry) => entry.line === line.line && entry.text.trim() === line.text.trim());
  if (there && !ownerOf(intake, intake.agenda.items, line.line)) return intake;
  const taken = takeLine(intake, line, null);
  return { ...taken, unplaced: [...taken.unplaced, { line: line.line, text: line.text.trim() }].sort((a, b) => a.line - b.line) };
}

type PartRole = Exclude<LineRole, 'item' | 'subItem' | 'noise'>;
const FIELDS: Readonly<Record<PartRole, readonly SourceField[]>> = {
  title: ['title'],
  time: ['start', 'end', 'minutes'],
  presenter: ['presenters'],
  text: ['text'],
};

function asPartOf(intake: Intake, line: PaperLine, role: PartRole, target: AgendaItem): Intake {
  const sources = intake.fieldSources[target.id];
  const fields = fieldsOn(sources, line.line);
  if (role === 'time' && !tellsTime(line.text)) return intake;
  if (fields.some((field) => FIELDS[role].includes(field)) && (role !== 'text' || fields.length === 1)) return intake;
  const inText = ownerOf(intake, intake.agenda.items, line.line)?.id === target.id && cutOf(target, sources, line) !== null;
  if (role === 'text' && fields.length === 0 && inText) return intake;
  const taken = takeLine(intake, line, target.id);
  const item = taken.agenda.items.find((other) => other.id === target.id);
  if (!item) return intake;
  const spans = taken.fieldSources[item.id];
  const above = !(spans?.title ?? []).some((span) => span.fromLine < line.line);
  const changed = withPart(item, line, role, above);
  const whole = spanOfLine(line);
  return {
    ...taken,
    agenda: { ...taken.agenda, items: taken.agenda.items.map((other) => (other.id === item.id ? changed : other)) },
    sourceOf: taken.sourceOf[item.id] ? taken.sourceOf : { ...taken.sourceOf, [item.id]: { fromLine: line.line, toLine: line.line, sure: 1 } },
    fieldSources: { ...taken.fieldSources, [item.id]: withSpans(spans, partSpans(line, role, item, whole)) },
  };
}

function withPart(item: AgendaItem, line: PaperLine, role: PartRole, above: boolean): AgendaItem {
  const words = line.text.trim();
  switch (role) {
    case 'text':
      return { ...item, sections: appendText(item.sections, words) };
    case 'presenter':
      return { ...item, presenters: [...item.presenters, ...namesOf(words).filter((name) => !item.presenters.includes(name))] };
    case 'time': {
      const reading = readLine(line.text);
      const rest = restOf(line.text, reading, ['start', 'end', 'minutes']);
      return {
        ...item,
        ...(reading.start ? { start: reading.start.value, end: reading.end?.value ?? null } : {}),
        ...(reading.minutes ? { minutes: reading.minutes.value } : {}),
        sections: /[\p{L}\p{N}]/u.test(rest) ? appendText(item.sections, rest) : item.sections,
      };
    }
    case 'title': {
      const { title, ...fields } = headingOf(item, line.text);
      return { ...item, ...fields, title: (above ? [title, item.title] : [item.title, title]).filter((part) => part !== '').join(' ') };
    }
  }
}

/** What a line says of an item whose title it is: number, times and presenters where the item has none of them yet. */
function headingOf(item: AgendaItem, text: string): Pick<AgendaItem, 'number' | 'title' | 'start' | 'end' | 'minutes' | 'presenters'> {
  const reading = readLine(text);
  const timeless = item.start === null && item.end === null;
  const parts: (keyof LineReading)[] = [
    ...(item.number === null ? (['number'] as const) : []),
    ...(timeless ? (['start', 'end'] as const) : []),
    ...(item.minutes === null ? (['minutes'] as const) : []),
    'presenters',
  ];
  const title = restOf(text, reading, parts);
  const names = reading.presenters?.value ?? [];
  const told = {
    number: item.number ?? reading.number?.value ?? null,
    start: timeless ? (reading.start?.value ?? null) : item.start,
    end: timeless ? (reading.end?.value ?? null) : item.end,
    minutes: item.minutes ?? reading.minutes?.value ?? null,
    presenters: [...item.presenters, ...names.filter((name) => !item.presenters.includes(name))],
  };
  if (/[\p{L}\p{N}]/u.test(title)) return { ...told, title };
  // Nothing but a number or a time: then that is the title.
  const { number, start, end, minutes, presenters } = item;
  return { number, start, end, minutes, presenters, title: text.trim() };
}

function asItem(intake: Intake, line: PaperLine, role: 'item' | 'subItem', newId: ItemId): Intake {
  const { items } = intake.agenda;
  if (items.some((item) => item.id === newId)) return intake;
  const owner = ownerOf(intake, items, line.line);
  const sources = owner ? intake.fieldSources[owner.id] : undefined;
  if (owner && sources?.title?.some((span) => span.fromLine === line.line)) {
    // It opens an item already: only the level can change.
    const moved = role === 'subItem' ? (owner.parentId === null ? indentItem(items, owner.id) : items) : outdentItem(items, owner.id);
    return moved === items ? intake : { ...intake, agenda: { ...intake.agenda, items: keepClosed(items, moved) } };
  }
  const cut = owner ? cutOf(owner, sources, line) : null;
  const halves = owner && cut ? cutText(owner.sections, cut) : null;
  const taken = takeLine(intake, line, null);
  const closed = owner !== null && isClosed(items, owner);
  const heir = owner === null ? undefined : taken.agenda.items.find((item) => item.id === owner.id);
  const place = placeFor(taken, line.line, role);
  if (place === null) return intake;
  const reading = headingOf(newItem(newId), line.text);
  // What is printed below a heading, up to the next one, belongs to it.
  const below: readonly Section[] = heir && halves ? halves.after : [];
  const fresh = newItem(newId, {
    ...reading,
    parentId: place.parentId,
    openness: closed ? 'closed' : 'open',
    day: place.near?.day ?? null,
    block: place.near?.block ?? null,
    sections: below,
  });
  const rest = taken.agenda.items.map((item) => {
    if (place.follow.has(item.id)) return { ...item, parentId: newId };
    return heir && halves && item.id === heir.id ? { ...item, sections: halves.before } : item;
  });
  const span = heir ? taken.sourceOf[heir.id] : undefined;
  const tail = below.length > 0 && span && span.toLine > line.line ? span.toLine : line.line;
  return {
    ...taken,
    agenda: { ...taken.agenda, items: keepClosed(items, [...rest.slice(0, place.at), fresh, ...rest.slice(place.at)]) },
    sourceOf: {
      ...taken.sourceOf,
      ...(heir && span && tail > line.line && span.fromLine < line.line ? { [heir.id]: { ...span, toLine: line.line - 1 } } : {}),
      [newId]: { fromLine: line.line, toLine: tail, sure: 1 },
    },
    fieldSources: { ...taken.fieldSources, [newId]: partSpans(line, 'title', newItem(newId), spanOfLine(line)) },
  };
}

interface Place {
  readonly at: number;
  readonly parentId: ItemId | null;
  readonly near: AgendaItem | undefined;
  /** Sub-items printed below the line: they become its own. */
  readonly follow: ReadonlySet<ItemId>;
}

/** Where an item born on this line stands in the agenda; null where a sub-item has nothing to stand under. */
function placeFor(intake: Intake, line: number, role: 'item' | 'subItem'): Place | null {
  const { items } = intake.agenda;
  const startOf = (item: AgendaItem) => intake.sourceOf[item.id]?.fromLine;
  const prior = priorOf(intake, line);
  if (!prior) return role === 'subItem' ? null : { at: 0, parentId: null, near: items[0], follow: new Set() };
  const top = topOf(items, prior);
  const topAt = items.indexOf(top);
  const end = subtreeEnd(items, topAt);
  const laterAt = items.findIndex((item, index) => index > topAt && index < end && item.parentId === top.id && (startOf(item) ?? 0) > line);
  const at = laterAt < 0 ? end : laterAt;
  if (role === 'subItem') return top.kind === 'break' ? null : { at, parentId: top.id, near: top, follow: new Set() };
  const follow = items.slice(at, end).filter((item) => item.parentId === top.id);
  return { at, parentId: null, near: top, follow: new Set(follow.map((item) => item.id)) };
}

function appendText(sections: readonly Section[], text: string): readonly Section[] {
  const last = sections.at(-1);
  if (last?.role !== 'text') return [...sections, { role: 'text', heading: null, text }];
  return [...sections.slice(0, -1), { ...last, text: `${last.text}\n\n${text}` }];
}

function spanOfLine(line: PaperLine): SourceSpan {
  const lead = line.text.length - line.text.trimStart().length;
  return { from: line.from + lead, to: line.from + line.text.trimEnd().length, fromLine: line.line, toLine: line.line, sure: 1 };
}

/** The words of the line that became each field. */
function partSpans(line: PaperLine, role: PartRole, item: AgendaItem, whole: SourceSpan): FieldSources {
  const reading = readLine(line.text);
  const at = (part: { readonly from: number; readonly to: number }): readonly SourceSpan[] => [
    { ...whole, from: line.from + part.from, to: line.from + part.to },
  ];
  const times = {
    ...(reading.start ? { start: at(reading.start) } : {}),
    ...(reading.end ? { end: at(reading.end) } : {}),
    ...(reading.minutes ? { minutes: at(reading.minutes) } : {}),
  };
  switch (role) {
    case 'text':
      return { text: [whole] };
    case 'presenter':
      return { presenters: [whole] };
    case 'time':
      return times;
    case 'title': {
      const timeless = item.start === null && item.end === null;
      return {
        title: [whole],
        ...(reading.number && item.number === null ? { number: at(reading.number) } : {}),
        ...(timeless && reading.start ? { start: at(reading.start) } : {}),
        ...(timeless && reading.end ? { end: at(reading.end) } : {}),
        ...(reading.minutes && item.minutes === null ? { minutes: at(reading.minutes) } : {}),
        ...(reading.presenters ? { presenters: at(reading.presenters) } : {}),
      };
    }
  }
}

function withSpans(fields: FieldSources | undefined, more: FieldSources): FieldSources {
  const now: { -readonly [Field in SourceField]?: readonly SourceSpan[] } = { ...fields };
  for (const field of Object.keys(more) as SourceField[]) {
    // A new time replaces the old one; of the others there may be several.
    const old = field === 'start' || field === 'end' || field === 'minutes' || field === 'number' ? [] : (fields?.[field] ?? []);
    now[field] = [...old, ...(more[field] ?? [])];
  }
  return now;
}
