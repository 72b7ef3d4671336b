import { parseClock, type ClockTime } from '../clock.ts';

/** What a field says about what was typed: a value, nothing, or something we could not read. */
export type Typed<T> = { readonly ok: true; readonly value: T | null } | { readonly ok: false };

/** "8.30", "8:30", "0830", "830", "kl. 9", "9" → a time of day; an empty field is no time. */
export function typedClock(text: string): Typed<ClockTime> {
  const bare = text
    .trim()
    .replace(/^kl\.?\s*/i, '')
    .replace(/\s+/g, '');
  if (bare === '') return { ok: true, value: null };
  const digits = /^(\d{1,2})$/.exec(bare) ? `${bare}.00` : bare.replace(/^(\d{1,2})(\d\d)$/, '$1.$2');
  const value = parseClock(digits);
  return value === null ? { ok: false } : { ok: true, value };
}

/** "20", "20 min.", "1 t. 15 min", "1:15", "1,5 time" → whole minutes; an empty field is no duration. */
export function typedMinutes(text: string): Typed<number> {
  const bare = text.trim().toLowerCase();
  if (bare === '') return { ok: true, value: null };
  const clock = /^(\d{1,2})[:.](\d{2})$/.exec(bare);
  if (clock) return sensible(Number(clock[1]) * 60 + Number(clock[2]));
  const hours = /^(\d+(?:[.,]\d+)?)\s*(?:t|h|timer?|hours?)\.?(?:\s*(?:og|and)?\s*(\d+)\s*(?:m\w*\.?)?)?$/.exec(bare);
  if (hours) return sensible(Math.round(Number(hours[1]?.replace(',', '.')) * 60) + Number(hours[2] ?? 0));
  const minutes = /^(\d+)\s*(?:m\w*\.?|')?$/.exec(bare);
  return minutes ? sensible(Number(minutes[1])) : { ok: false };
}

function sensible(minutes: number): Typed<number> {
  return minutes > 0 && minutes < 1440 ? { ok: true, value: minutes } : { ok: false };
}

/** "Ane Kratholm, Per Gyvelbo og Mona Thuesen" → three names; "/" and ";" part names too. */
export function typedNames(text: string): readonly string[] {
  return text
    .split(/[,;/]|\s+(?:og|and)\s+/)
    .map((name) => name.trim())
    .filter((name, index, all) => name !== '' && all.indexOf(name) === index);
}
