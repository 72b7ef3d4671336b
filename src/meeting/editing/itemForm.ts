import type { AgendaItem } from '../agenda.ts';
import { clockAt, minutesOf, parseClock, printClock } from '../clock.ts';

/** A line as it stands in the fields: text, exactly as typed. */
export interface ItemForm {
  readonly title: string;
  /** One name a line, since names and titles may hold commas. */
  readonly presenters: string;
  readonly start: string;
  readonly minutes: string;
}

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
