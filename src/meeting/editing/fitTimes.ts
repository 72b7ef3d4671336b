import type { Agenda, AgendaItem } from '../agenda.ts';
import type { ClockTime } from '../clock.ts';
import type { ItemId } from '../ids.ts';
import { dayLine, lengthOf, timed, type MeetingTimes } from '../programme.ts';
import { withTimes, type Times } from './reflow.ts';

const topOn = (agenda: Agenda, day: number): AgendaItem[] => agenda.items.filter((item) => item.parentId === null && (item.day ?? 1) === day);

/** Does any line but the flowing ones hold a time of its own, or does the agenda's own start count? Then that moves along with the first day. */
const headMoves = (agenda: Agenda, day: number): boolean => day === 1 && agenda.start !== null && topOn(agenda, 1)[0]?.start === null;

/**
 * The programme of a day, moved by so many minutes as it is. Null where the day is too short for that.
 */
export function shiftDay(agenda: Agenda, calendar: MeetingTimes, day: number, by: number): Agenda | null {
  const line = dayLine(agenda, calendar, day);
  const move = (time: ClockTime | null): ClockTime | null | undefined => (time === null ? null : (line.shows(line.at(time) + by) ?? undefined));
  const start = headMoves(agenda, day) ? move(agenda.start) : agenda.start;
  if (start === undefined) return null;
  const items: AgendaItem[] = [];
  for (const item of agenda.items) {
    if ((item.day ?? 1) !== day) {
      items.push(item);
      continue;
    }
    const [first, last] = [move(item.start), move(item.end)];
    if (first === undefined || last === undefined) return null;
    items.push(item.start === first && item.end === last ? item : { ...item, start: first, end: last });
  }
  return { ...agenda, start, items };
}

/**
 * The programme of a day made as much shorter as it takes to end by this time, every part of it in the same proportion: to five minutes where
 * everything stands on five minutes, else to one. Null where some line would be left without a minute.
 */
export function shrinkDay(agenda: Agenda, calendar: MeetingTimes, day: number, until: ClockTime): Agenda | null {
  const line = dayLine(agenda, calendar, day);
  const lines = timed(agenda, calendar, topOn(agenda, day));
  const marks = lines.flatMap(({ begins, ends }) => [begins, ends]).filter((mark) => mark !== null);
  const [first, last, end] = [Math.min(...marks), Math.max(...marks), line.at(until)];
  if (marks.length === 0 || first >= end || last <= end) return null;
  const fitted = (step: number): Agenda | null => {
    const onStep = (mark: number) => (mark === last ? end : first + Math.round(((mark - first) * (end - first)) / (last - first) / step) * step);
    const times = new Map<ItemId, Times>();
    for (const { item, begins, ends } of lines) {
      const start = begins === null ? null : onStep(begins);
      const stop = ends === null ? null : onStep(ends);
      if (start !== null && stop !== null && ends !== begins && stop <= start) return null;
      const length = lengthOf(item, line);
      const minutes =
        item.minutes === null
          ? null
          : start !== null && stop !== null && stop > start
            ? stop - start
            : Math.max(1, Math.floor(((length ?? 1) * (end - first)) / (last - first)));
      times.set(item.id, {
        start: item.start === null || start === null ? item.start : line.shows(start),
        end: item.end === null || stop === null ? item.end : line.shows(stop),
        minutes,
      });
    }
    return withTimes(agenda, calendar, times);
  };
  const fives = [...marks, end].every((mark) => mark % 5 === 0);
  return (fives ? fitted(5) : null) ?? fitted(1);
}

/** All durations made as much shorter as it takes for their sum to be so many minutes. Null where some line would be left without one. */
export function shrinkTo(agenda: Agenda, calendar: MeetingTimes, minutes: number): Agenda | null {
  const top = agenda.items.filter((item) => item.parentId === null);
  const line = dayLine(agenda, calendar, top[0]?.day ?? null);
  const sum = top.reduce((total, item) => total + (lengthOf(item, line) ?? 0), 0);
  const times = new Map<ItemId, Times>();
  for (const item of top) {
    const length = lengthOf(item, line);
    if (length === null) continue;
    const now = Math.floor((length * minutes) / sum);
    if (now < 1) return null;
    const end = item.start && item.end ? line.shows(line.at(item.start) + now) : item.end;
    times.set(item.id, { start: item.start, end, minutes: item.minutes === null && item.start && item.end ? null : now });
  }
  return withTimes(agenda, calendar, times);
}
