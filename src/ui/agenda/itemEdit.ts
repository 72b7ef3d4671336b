import type { AgendaItem } from '../../meeting/agenda.ts';
import { clockAt, minutesOf, parseClock, printClock } from '../../meeting/clock.ts';

/** A line as it stands in the fields: text, exactly as typed. */
export interface ItemForm {
  readonly title: string;
  /** One name a line, since names and titles may hold commas. */
  readonly presenters: string;
  readonly start: string;
  readonly minutes: string;
}

/** The fields that a person edits here, and that two people may both have changed. */
export const EDITED = ['title', 'presenters', 'start', 'end', 'minutes'] as const;
export type EditedField = (typeof EDITED)[number];

export function formOf(item: AgendaItem): ItemForm {
  return {
    title: item.title,
    presenters: item.presenters.join('\n'),
    start: item.start ? printClock(item.start) : '',
    minutes: item.minutes === null ? '' : String(item.minutes),
  };
}

/** Which fields cannot be read as they stand. */
export function mistakesIn(form: ItemForm): { start: boolean; minutes: boolean } {
  return {
    start: form.start.trim() !== '' && parseClock(form.start) === null,
    minutes: form.minutes.trim() !== '' && !/^\d{1,4}$/.test(form.minutes.trim()),
  };
}

/**
 * The item after the edit. A typed start pins it, an emptied one lets it flow again. A printed end follows a new start or
 * new minutes, so that the line never contradicts itself; without minutes the end stays as printed.
 */
export function applyForm(item: AgendaItem, form: ItemForm): AgendaItem {
  const start = parseClock(form.start);
  const minutes = /^\d{1,4}$/.test(form.minutes.trim()) ? Number(form.minutes.trim()) : null;
  const moved = start !== item.start || minutes !== item.minutes;
  const end = moved && item.end !== null && minutes !== null ? (start === null ? null : clockAt(minutesOf(start) + minutes)) : item.end;
  const presenters = form.presenters
    .split('\n')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return { ...item, title: form.title.trim(), presenters, start, minutes, end };
}

/** Did the edit change anything that is stored? */
export function differs(before: AgendaItem, after: AgendaItem): boolean {
  return EDITED.some((field) => !same(before, after, field));
}

/** A kept draft read back; null where it is not one of ours (an older shape, a broken store). */
export function readForm(text: string): ItemForm | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return null;
    const { title, presenters, start, minutes } = value as Record<string, unknown>;
    if (typeof title !== 'string' || typeof presenters !== 'string' || typeof start !== 'string' || typeof minutes !== 'string') return null;
    return { title, presenters, start, minutes };
  } catch {
    return null;
  }
}

const same = (one: AgendaItem, other: AgendaItem, field: EditedField) => JSON.stringify(one[field]) === JSON.stringify(other[field]);

/** The fields that both changed, to different things. */
export function clashesBetween(base: AgendaItem, mine: AgendaItem, theirs: AgendaItem): EditedField[] {
  return EDITED.filter((field) => !same(base, mine, field) && !same(base, theirs, field) && !same(mine, theirs, field));
}

/**
 * Theirs, with what I changed: fields only I changed are mine, fields both changed are mine where I keep them.
 * Nothing that only they changed is touched (product invariant 7).
 */
export function settle(base: AgendaItem, mine: AgendaItem, theirs: AgendaItem, keep: ReadonlySet<EditedField>): AgendaItem {
  const clashes = new Set(clashesBetween(base, mine, theirs));
  return EDITED.filter((field) => (clashes.has(field) ? keep.has(field) : !same(base, mine, field))).reduce<AgendaItem>(
    (item, field) => ({ ...item, [field]: mine[field] }),
    theirs,
  );
}
