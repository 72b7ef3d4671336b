import { type Agenda, type AgendaItem } from './agenda.ts';
import { printClock } from './clock.ts';
import { retime } from './editing/retime.ts';
import type { Finding } from './finding.ts';
import { homeworkOf } from './homework.ts';
import type { ItemId } from './ids.ts';
import { printedNumber, printNumber, sameWay, type PrintedNumber } from './printedNumber.ts';
import { dayLine, daysOf, daysOfItems, isOvernight, lengthOf, partsOf, timed, type DayLine, type MeetingTimes, type Timed } from './programme.ts';
import { scheduleOf } from './timing.ts';

/**
 * The contradictions of an agenda, in printed order: each at its line, with a mend where one is obvious. Findings never block.
 * @param calendar when the meeting is by the calendar, which is the truth about it; the agenda's own head where there is none
 */
export function checkAgenda(agenda: Agenda, calendar: MeetingTimes = agenda): Finding[] {
  const top = agenda.items.filter((item) => item.parentId === null);
  const found = [
    ...agenda.items.flatMap((item) => checkLine(agenda, calendar, item)),
    ...checkTimes(agenda, calendar),
    ...checkNumbers(top),
    ...checkBlocks(top),
  ];
  const places = new Map(agenda.items.map(({ id }, place) => [id, place]));
  const placeOf = ({ itemId }: Finding) => (itemId === null ? agenda.items.length : (places.get(itemId) ?? agenda.items.length));
  return found.sort((a, b) => placeOf(a) - placeOf(b));
}

const finding = (code: Finding['code'], itemId: ItemId, values: Finding['values'], mend: Finding['mend'] = null): Finding => ({
  code,
  itemId,
  values,
  mend,
});

/** The last day of homework that is to be done after the meeting; null where there is none. */
function lateHomework({ date, endDate }: MeetingTimes, item: AgendaItem): string | null {
  const last = endDate ?? date;
  if (last === null) return null;
  return homeworkOf(item).reduce<string | null>((latest, { due }) => (due !== null && due > (latest ?? last) ? due : latest), null);
}

function checkLine(agenda: Agenda, calendar: MeetingTimes, item: AgendaItem): Finding[] {
  const found: Finding[] = [];
  if (item.title.trim() === '') found.push(finding('noTitle', item.id, {}));
  const late = lateHomework(calendar, item);
  if (late !== null) found.push(finding('homeworkLate', item.id, { title: item.title, day: late }));
  if (item.start === null || item.end === null) return found;
  const line = dayLine(agenda, calendar, item.day);
  const span = line.at(item.end) - line.at(item.start);
  if (span < 0) {
    found.push(finding('endBeforeStart', item.id, { title: item.title, start: printClock(item.start), end: printClock(item.end) }));
  } else if (span > 0 && item.minutes !== null && span !== item.minutes) {
    const values = { title: item.title, printed: String(item.minutes), span: String(span) };
    found.push(finding('durationMismatch', item.id, values, { itemId: item.id, fields: { minutes: span } }));
  }
  return found;
}

function checkTimes(agenda: Agenda, calendar: MeetingTimes): Finding[] {
  const slots = scheduleOf(agenda);
  const days = daysOfItems(agenda.items).map((items) => timed(agenda, calendar, items, slots));
  const neighbours = (lines: readonly Timed[], gaps: boolean): Finding[] =>
    checkNeighbours(lines, gaps, dayLine(agenda, calendar, lines[0]?.item.day ?? null));
  const found = days.flatMap((lines) => neighbours(lines, true));
  for (const [parentId, items] of partsOf(agenda.items)) {
    const parent = agenda.items.find((item) => item.id === parentId);
    const lines = timed(agenda, calendar, items, slots);
    found.push(...neighbours(lines, false));
    if (parent) found.push(...checkParts(timed(agenda, calendar, [parent], slots)[0], lines, agenda, calendar));
  }
  return [...found, ...checkOutside(agenda, calendar, days), ...checkSum(agenda, calendar, days)];
}

/** Lines of one level: each begins when what stands before it has ended. */
function checkNeighbours(lines: readonly Timed[], gaps: boolean, line: DayLine): Finding[] {
  const found: Finding[] = [];
  let begun: Timed | null = null;
  let reach: Timed | null = null;
  let before: Timed | null = null;
  for (const now of lines) {
    const { item, begins } = now;
    if (item.start !== null && begins !== null) {
      const held = reach ?? begun;
      const values = {
        title: item.title,
        previous: (held ?? now).item.title,
        start: printClock(item.start),
        previousEnd: reach?.slot.end ? printClock(reach.slot.end) : '',
      };
      if (begun?.begins != null && begins < begun.begins)
        found.push(finding('orderOfTimes', item.id, { ...values, previous: begun.item.title, previousStart: begun.slot.start ?? '' }));
      else if (reach?.ends != null && reach.slot.end && begins < reach.ends)
        found.push(finding('overlap', item.id, values, { itemId: item.id, fields: retime(item, { start: reach.slot.end }, line) }));
      else if (gaps && reach !== null && reach === before && reach.ends !== null && begins > reach.ends) found.push(finding('gap', item.id, values));
    }
    if (begins !== null && (begun?.begins == null || begins >= begun.begins)) begun = now;
    if (now.ends !== null && (begins === null || now.ends >= begins) && (reach?.ends == null || now.ends >= reach.ends)) reach = now;
    before = now;
  }
  return found;
}

/** What stands under an item lies within it, and does not last longer than it. */
function checkParts(parent: Timed | undefined, parts: readonly Timed[], agenda: Agenda, calendar: MeetingTimes): Finding[] {
  if (!parent) return [];
  const { item, slot, begins, ends } = parent;
  const found: Finding[] = [];
  const outside = parts.find(
    (part) => (begins !== null && part.begins !== null && part.begins < begins) || (ends !== null && part.ends !== null && part.ends > ends),
  );
  if (outside?.slot.start && slot.start) {
    const values = { title: outside.item.title, parent: item.title, start: printClock(outside.slot.start), planned: printClock(slot.start) };
    found.push(finding('outsideParent', outside.item.id, values));
  }
  const line = dayLine(agenda, calendar, item.day);
  const length = lengthOf(item, line);
  const sum = parts.reduce((total, part) => total + (lengthOf(part.item, line) ?? 0), 0);
  if (length !== null && sum > length) found.push(finding('sumOfParts', item.id, { title: item.title, printed: String(length), span: String(sum) }));
  return found;
}

/** The programme lies within the meeting, as the calendar has it. */
function checkOutside(agenda: Agenda, calendar: MeetingTimes, days: readonly (readonly Timed[])[]): Finding[] {
  const found: Finding[] = [];
  const last = isOvernight(agenda, calendar) ? 1 : daysOf(calendar);
  const later = calendar.date === null ? undefined : days.flat().find(({ item }) => (item.day ?? 1) > last);
  if (later) found.push(finding('dayOutside', later.item.id, { title: later.item.title, number: String(later.item.day), planned: String(last) }));
  const onDay = (day: number) => days.filter((lines) => (lines[0]?.item.day ?? 1) === day).flat();
  if (calendar.start !== null) {
    const begins = dayLine(agenda, calendar, 1).at(calendar.start);
    const known = onDay(1).filter((line) => line.begins !== null);
    const first = known.reduce<Timed | null>((one, line) => (one?.begins == null || (line.begins ?? 0) < one.begins ? line : one), null);
    const values = first?.slot.start && {
      title: first.item.title,
      start: printClock(first.slot.start),
      planned: printClock(calendar.start),
      end: printClock(first.slot.start),
    };
    if (values && (first.begins ?? 0) < begins) found.push(finding('beforeStart', first.item.id, values));
    else if (values && first === onDay(1)[0] && (first.begins ?? 0) > begins) found.push(finding('startsLate', first.item.id, values));
  }
  if (calendar.end !== null) {
    const ends = dayLine(agenda, calendar, last).at(calendar.end);
    const untilOf = (line: Timed) => Math.max(line.begins ?? -1, line.ends ?? -1);
    const longest = onDay(last).reduce<Timed | null>((one, line) => (one === null || untilOf(line) >= untilOf(one) ? line : one), null);
    const until = longest && untilOf(longest);
    const time = until === null || until <= ends ? null : dayLine(agenda, calendar, last).shows(until);
    if (longest && time)
      found.push(finding('pastEnd', longest.item.id, { title: longest.item.title, end: printClock(time), planned: printClock(calendar.end) }));
  }
  return found;
}

/** All minutes together fit in the meeting, also where no clock tells: some line has no duration, and what comes after it no time. */
function checkSum(agenda: Agenda, calendar: MeetingTimes, days: readonly (readonly Timed[])[]): Finding[] {
  const [lines] = days;
  const last = lines?.at(-1);
  if (!lines || !last || days.length > 1 || calendar.start === null || calendar.end === null) return [];
  if (daysOf(calendar) > 1 && !isOvernight(agenda, calendar)) return [];
  if (lines.every((line) => line.begins !== null && line.ends !== null)) return [];
  const line = dayLine(agenda, calendar, last.item.day);
  const room = line.at(calendar.end) - line.at(calendar.start);
  const sum = lines.reduce((total, { item }) => total + (lengthOf(item, line) ?? 0), 0);
  return sum > room && room > 0 ? [finding('tooLong', last.item.id, { printed: String(sum), span: String(room) })] : [];
}

/** Whole numbers that skip or repeat. A restart at 1 in a new block or day is not a fault; letters are left alone. */
function checkNumbers(items: readonly AgendaItem[]): Finding[] {
  const found: Finding[] = [];
  let before: { printed: PrintedNumber; item: AgendaItem } | null = null;
  for (const item of items) {
    const printed = printedNumber(item.number);
    if (printed === null) continue;
    if (before && sameWay(printed, before.printed)) {
      const [number, previous] = [printed.value, before.printed.value];
      const restart = number === 1 && (item.block !== before.item.block || item.day !== before.item.day);
      const values = {
        number: item.number ?? '',
        previous: before.item.number ?? '',
        missing: printNumber(printed, previous + 1),
        next: printNumber(printed, number + 1),
        title: item.title,
      };
      if (number === previous) found.push(finding('numberRepeated', item.id, values));
      else if (!restart && number > previous + 1) found.push(finding('numberMissing', item.id, values));
    }
    before = { printed, item };
  }
  return found;
}

/** "BLOK 3", "BLOK 5": a block that is missing between two others. */
function checkBlocks(items: readonly AgendaItem[]): Finding[] {
  const found: Finding[] = [];
  let before: { readonly block: string; readonly value: number } | null = null;
  for (const { id, block } of items) {
    const value = block === null ? null : blockNumber(block);
    if (block === null || value === null) continue;
    if (before !== null && value > before.value + 1) {
      const missing = String(before.value + 1);
      found.push(finding('blockMissing', id, { block, previous: before.block, missing, number: String(value) }));
    }
    before = { block, value };
  }
  return found;
}

/** The number a block's heading is counted by ("BLOK 5: MIDDAG"); null where it has none. */
export function blockNumber(block: string): number | null {
  const match = /^\s*\p{L}+\.?\s+(\d{1,3})(?!\d)/u.exec(block);
  return match ? Number(match[1]) : null;
}
