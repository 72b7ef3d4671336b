// Clock times and durations in every printed form: kl. 8.30, 08:30-8.50, 9 – 11.30, (maks. 30min), 1½ time.
import type { Lexicon } from '../lexicon/lexicon.ts';

export interface ClockRange {
  /** "HH:MM" */
  start: string;
  end: string | null;
  /** Offsets in the text that was read. */
  from: number;
  to: number;
  /** Said with "kl.", so that a bare hour counts. */
  said: boolean;
}

export interface Duration {
  minutes: number;
  from: number;
  to: number;
}

const two = (n: number) => String(n).padStart(2, '0');

/** "HH:MM", or null when it is no time of day. */
export function clock(hour: string, minute: string | undefined): string | null {
  const h = Number(hour);
  const m = minute === undefined ? 0 : Number(minute);
  if (h > 24 || m > 59 || (h === 24 && m > 0)) return null;
  return `${two(h === 24 ? 0 : h)}:${two(m)}`;
}

export interface Clock {
  /** All times and ranges of a text, in order. */
  find(text: string): ClockRange[];
  /** A time that opens the text (after brackets or "ca."), or null. */
  opening(text: string): ClockRange | null;
  durations(text: string): Duration[];
}

/** Compiles the readers for one language. */
export function makeClock(lexicon: Lexicon): Clock {
  const said = `(?:${lexicon.clock.said})`;
  const about = `(?:(?:${lexicon.clock.about})\\s*)?`;
  const until = `\\s*(?:[-–—−]|${lexicon.clock.until})\\s*`;
  const months = lexicon.calendar.months.flat().join('|');
  const time = `(\\d{1,2})(?:(?:\\s?[.:]\\s?|,|(?<=(?:${said}\\s*|\\d{4}\\s?[-–]\\s?)\\d{2})(?=\\d{2}(?!\\d)))(\\d{2})(?::\\d{2}(?!\\d))?)?(?![\\d])(?!\\s?[.:/]\\d)(?![.,]\\s?\\d{3})(?!\\.?\\s?(?:${months})(?![\\p{L}]))`;
  const source = `(?<![\\p{L}\\d.,:/-])${about}(${said}\\s*)?${about}${time}(?:${until}${about}(?:${said}\\s*)?${about}(?:\\?\\s*\\()?${time})?\\)?`;
  const times = new RegExp(source, 'giu');
  // What no time is without: looked for first, since most texts have neither.
  const minutes = /\d\s?[.:]\s?\d{2}/;
  const saying = new RegExp(said, 'iu');
  // "12-13: Frokost": two whole hours that head a line.
  const wholeHours = /^(\d{1,2})\s?[-–—]\s?(\d{1,2})(?=\s?:(?:\s|$))/;
  const notTimes = new RegExp(`^\\s*(?:[%\\p{Sc}]|${lexicon.clock.notTimes})`, 'iu');
  const number = '(\\d{1,3})';
  const durationPattern = new RegExp(
    `(?<![\\p{L}\\d.,:])(?:(?:${lexicon.clock.about})\\s*)?(?:(?:(\\d{0,2})\\s?(½)|${number}(?:,5)?)\\s*(${lexicon.clock.hours})|${number}(?:\\s?[-–]\\s?${number})?(?:\\s*(?:${lexicon.clock.minutes})(?![\\p{L}])|\\s?['’´′](?![\\p{L}'’])))(?![\\p{L}])\\.?`,
    'giu',
  );

  const read = (match: RegExpExecArray): ClockRange | null => {
    const [whole, kl, h1, m1, h2, m2] = match;
    if (h1 === undefined) return null;
    const start = clock(h1, m1);
    if (start === null) return null;
    let end = h2 === undefined ? null : clock(h2, m2);
    let to = match.index + whole.length;
    if (whole.endsWith(')') && !whole.includes('(')) to--;
    const saidSo = kl !== undefined;
    // "19,30" is one only where "kl." says so.
    if (!saidSo && /\d,\d/.test(whole)) return null;
    // "4-5" is not a time, nor is "22.-23. januar": a bare hour needs "kl.", or a partner with minutes.
    if (m1 === undefined && !saidSo && (h2 === undefined || m2 === undefined)) return null;
    // "Lokale 1.07": a lone single-digit hour with an odd minute is a room or a paragraph.
    if (!saidSo && h2 === undefined && h1.length === 1 && !whole.includes(':') && Number(m1) % 5 !== 0) return null;
    if (h2 !== undefined && end === null) {
      to = match.index + whole.search(/[-–—−]/);
      end = null;
    }
    return { start, end, from: match.index, to, said: saidSo };
  };

  const find = (whole: string): ClockRange[] => {
    const text = whole.slice(0, 5_000);
    const found: ClockRange[] = [];
    if (!minutes.test(text) && !(/\d/.test(text) && saying.test(text))) return found;
    times.lastIndex = 0;
    for (let match = times.exec(text); match !== null; match = times.exec(text)) {
      const range = read(match);
      if (range) found.push(range);
      if (match[0].length === 0) times.lastIndex++;
    }
    return found;
  };

  return {
    find,
    opening(text) {
      const lead = /^[\s(\[|–-]*/.exec(text)?.[0].length ?? 0;
      const hours = wholeHours.exec(text.slice(lead, lead + 12));
      if (hours?.[1] && hours[2] && Number(hours[1]) >= 6 && Number(hours[1]) < Number(hours[2])) {
        const start = clock(hours[1], undefined);
        const end = clock(hours[2], undefined);
        if (start && end) return { start, end, from: lead, to: lead + hours[0].length, said: false };
      }
      const first = find(text.slice(0, lead + 60))[0];
      if (!first || first.from > lead) return null;
      const minute = first.start.slice(3);
      const after = text.slice(first.to);
      // "4.10 Legeplads" may be a sub-number: a bare opening time wants a round minute and two digits of hour, or a colon.
      if (!first.said && first.end === null) {
        const printed = text.slice(first.from, first.to).replace(/^\D*/, '');
        if (!/^\d{2}|:/.test(printed) || Number(minute) % 5 !== 0) return null;
        if (notTimes.test(after)) return null;
      }
      return first;
    },
    durations(whole) {
      const text = whole.slice(0, 5_000);
      const found: Duration[] = [];
      if (!/[\d½]/.test(text)) return found;
      durationPattern.lastIndex = 0;
      for (let match = durationPattern.exec(text); match !== null; match = durationPattern.exec(text)) {
        const [whole, half, sign, hours, unit, minutes] = match;
        let total: number | null = null;
        if (unit) total = sign ? Number(half === '' ? 0 : half) * 60 + 30 : Number(hours) * 60 + (/,5/.test(whole) ? 30 : 0);
        else if (minutes) total = Number(minutes);
        if (total !== null && total > 0 && total <= 24 * 60) found.push({ minutes: total, from: match.index, to: match.index + whole.length });
      }
      return found;
    },
  };
}

/** Minutes after midnight of "HH:MM". */
export function minuteOfDay(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** "HH:MM" of minutes after midnight. */
export function timeOfMinute(minute: number): string {
  const m = ((minute % 1440) + 1440) % 1440;
  return `${two(Math.floor(m / 60))}:${two(m % 60)}`;
}
