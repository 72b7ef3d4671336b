import type { Agenda, AgendaItem } from '../agenda.ts';
import { calendarHead } from '../calendarFacts.ts';
import type { ClockTime } from '../clock.ts';
import { clockOf, dayAfter, isoDay } from '../danishTime.ts';
import { dayClock, type DayClock } from '../dayClock.ts';
import { checkAgenda } from '../findings.ts';
import type { Occasion } from '../meeting.ts';
import { dayLine, daysOf, daysOfItems, isOvernight, timed, type MeetingTimes } from '../programme.ts';
import { scheduleOf } from '../timing.ts';

/** Clock times that were made for another beginning of the meeting than the calendar has now, and the same ones moved along. */
export interface Following {
  /** When the meeting began that they stand for, and when it begins. */
  readonly from: ClockTime;
  readonly to: ClockTime;
  /** The items that change, as they would be. */
  readonly items: readonly AgendaItem[];
}

/**
 * What follows where the meeting was moved: each fixed time keeps its distance in minutes that pass from the beginning of the meeting, also into or out of a
 * night in which the clocks are changed. A line that was before the meeting (a breakfast, the bus) goes along only where that fits better. Nothing is
 * offered unless the programme fits the meeting better afterwards, so that times which were moved already, or were right all along, are left alone.
 * @param occasion as it is shown to the reader (calendarFacts.ts, shownOccasion)
 * @returns null where nothing is to be moved, the meeting lasts all day, or nobody has seen it moved
 */
export function timesFollowing(agenda: Agenda, occasion: Occasion): Following | null {
  const calendar = calendarHead(occasion);
  const { movedFrom } = occasion;
  if (movedFrom === undefined || Number.isNaN(Date.parse(movedFrom)) || calendar.start === null || calendar.date === null) return null;
  const told = { ...agenda, date: calendar.date, endDate: calendar.endDate, start: calendar.start, end: calendar.end };
  const [first] = told.items.filter(({ parentId }) => parentId === null);
  // Moved more than once, they may stand for a beginning in between: then the first line tells.
  const begins = [clockOf(movedFrom), ...(first?.start ? [first.start] : [])];
  let best = { misfit: misfitOf(told, calendar), found: null as Following | null };
  for (const from of begins) {
    for (const reach of [
      { before: false, allDays: true },
      { before: true, allDays: true },
      { before: false, allDays: false },
    ]) {
      const items = moved(told, calendar, { from, day: isoDay(movedFrom), ...reach });
      if (items === null || items.every((item, at) => item === told.items[at])) continue;
      const misfit = misfitOf({ ...told, items }, calendar);
      if (misfit >= best.misfit) continue;
      best = { misfit, found: { from, to: calendar.start, items: items.filter((item, at) => item !== told.items[at]) } };
    }
  }
  return best.found;
}

interface Move {
  readonly from: ClockTime;
  /** The ISO day of the old beginning. */
  readonly day: string;
  /** Whether lines that began before the meeting go along. */
  readonly before: boolean;
  readonly allDays: boolean;
}

/** All items, with the times of those that go along moved; null where the day has no such time. */
function moved(agenda: Agenda, calendar: MeetingTimes, { from, day, before, allDays }: Move): AgendaItem[] | null {
  const { start, date } = calendar;
  if (start === null || date === null) return null;
  const nightly = isOvernight(agenda, calendar);
  const items: AgendaItem[] = [];
  for (const item of agenda.items) {
    const place = (item.day ?? 1) - 1;
    const [old, now] = [dayClock(dayAfter(day, place)), dayClock(dayAfter(date, place))];
    const distance = (time: ClockTime): number => {
      const minutes = old.elapsed(time) - old.elapsed(from);
      return minutes < 0 && nightly ? old.tomorrow(time) - old.elapsed(from) : minutes;
    };
    const early = item.start !== null && place === 0 && distance(item.start) < 0;
    if ((early && !before) || (place > 0 && !allDays)) {
      items.push(item);
      continue;
    }
    const move = (time: ClockTime | null): ClockTime | null => (time === null ? null : onClock(now, now.elapsed(start) + distance(time)));
    const times = { start: move(item.start), end: move(item.end) };
    if ((item.start !== null && times.start === null) || (item.end !== null && times.end === null)) return null;
    items.push(times.start === item.start && times.end === item.end ? item : { ...item, ...times });
  }
  return items;
}

/** Null before midnight of the meeting's own day. */
const onClock = (clock: DayClock, elapsed: number): ClockTime | null => (elapsed < 0 ? null : clock.shows(elapsed));

/** How badly a programme fits its meeting: the minutes of it that lie outside, those until it begins, and what contradicts itself. */
function misfitOf(agenda: Agenda, calendar: MeetingTimes): number {
  const slots = scheduleOf(agenda);
  const days = daysOfItems(agenda.items).map((items) => timed(agenda, calendar, items, slots));
  const lastDay = isOvernight(agenda, calendar) ? 1 : daysOf(calendar);
  let minutes = 0;
  for (const lines of days) {
    const day = lines[0]?.item.day ?? 1;
    const line = dayLine(agenda, calendar, day);
    const from = day === 1 && calendar.start !== null ? line.at(calendar.start) : -Infinity;
    const until = day === lastDay && calendar.end !== null ? line.at(calendar.end) : Infinity;
    for (const { begins, ends } of lines) {
      minutes += Math.max(0, begins === null || from === -Infinity ? 0 : from - begins);
      const last = Math.max(begins ?? -1, ends ?? -1);
      minutes += Math.max(0, last < 0 || until === Infinity ? 0 : last - until);
    }
    const first = Math.min(...lines.flatMap(({ begins }) => (begins === null ? [] : [begins])));
    if (first !== Infinity && from !== -Infinity) minutes += Math.max(0, first - from);
  }
  return minutes + checkAgenda(agenda, calendar).length;
}
