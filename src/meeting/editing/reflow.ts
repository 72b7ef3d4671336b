import type { Agenda, AgendaItem } from '../agenda.ts';
import type { ClockTime } from '../clock.ts';
import type { ItemId } from '../ids.ts';
import { dayLine, lengthOf, type DayLine, type MeetingTimes } from '../programme.ts';
import { scheduleOf } from '../timing.ts';

export type Times = Pick<AgendaItem, 'start' | 'end' | 'minutes'>;

/**
 * The clock times of one level (the top items of a day, or what stands under an item) counted anew in the order the items stand in now. Durations
 * stay. A typed time that is still in its turn stays too, as long as what comes before it has ended by then; one that is out of turn is
 * counted like the rest. A line that had no time of its own goes on without.
 *
 * @param begins where the level begins if its first line has no time; null where that is not known
 * @returns the times that change, by item; null where the day is too short for them
 */
export function reflow(
  agenda: Agenda,
  calendar: MeetingTimes,
  level: readonly AgendaItem[],
  begins: ClockTime | null,
): ReadonlyMap<ItemId, Times> | null {
  const line = dayLine(agenda, calendar, level[0]?.day ?? null);
  const starts = level.flatMap(({ start }) => (start === null ? [] : [line.at(start)])).sort((a, b) => a - b);
  const lengths = lengthsOf(level, starts, line);
  const turn = inTurn(level, line);
  const placed = new Map<ItemId, Times>();
  let clock = level[0]?.start ? (starts[0] ?? null) : begins && line.at(begins);
  let reached = clock ?? 0;
  let pinned = 0;
  for (const item of level) {
    const own = item.start && line.at(item.start);
    let start = clock;
    if (own !== null) {
      start = turn.has(item.id) ? Math.max(own, clock ?? reached) : (clock ?? Math.max(reached, starts[pinned] ?? own));
      pinned += 1;
    }
    const length = lengths.get(item.id) ?? (item.start === null ? spanFrom(start, item.end, line) : null);
    const end = start === null || length === null ? null : start + length;
    const times = timesAt(item, start, end, line);
    if (times === null) return null;
    placed.set(item.id, times);
    reached = Math.max(reached, start ?? 0, end ?? 0);
    clock = end;
  }
  const changed = level.filter((item) => differ(item, placed.get(item.id)));
  return new Map(changed.map((item) => [item.id, placed.get(item.id) ?? item]));
}

const differ = (one: Times, other: Times | undefined): boolean =>
  other !== undefined && (one.start !== other.start || one.end !== other.end || one.minutes !== other.minutes);

/** A line with a start and no length lasts until the next one begins, as the page was printed. The last has none. */
function lengthsOf(level: readonly AgendaItem[], starts: readonly number[], line: DayLine): ReadonlyMap<ItemId, number | null> {
  return new Map(
    level.map((item) => {
      const told = lengthOf(item, line);
      const own = item.start && line.at(item.start);
      const next = told === null && own !== null && item.end === null ? starts.find((start) => start > own) : undefined;
      return [item.id, told ?? (next === undefined || own === null ? null : next - own)];
    }),
  );
}

/** The lines with a time that is not earlier than any before it, nor later than any after it. */
function inTurn(level: readonly AgendaItem[], line: DayLine): ReadonlySet<ItemId> {
  const timed = level.flatMap(({ id, start }) => (start === null ? [] : [{ id, at: line.at(start) }]));
  let latest = -Infinity;
  const notBefore = timed.filter(({ at }) => {
    const inOrder = at >= latest;
    latest = Math.max(latest, at);
    return inOrder;
  });
  let earliest = Infinity;
  const kept = new Set<ItemId>();
  for (const { id, at } of [...timed].reverse()) {
    if (at <= earliest && notBefore.some((other) => other.id === id)) kept.add(id);
    earliest = Math.min(earliest, at);
  }
  return kept;
}

function spanFrom(start: number | null, end: ClockTime | null, line: DayLine): number | null {
  return start === null || end === null || line.at(end) <= start ? null : line.at(end) - start;
}

/** What is written on a line that begins and ends then: only what was written on it before. Null where the day has no such time. */
function timesAt(item: AgendaItem, start: number | null, end: number | null, line: DayLine): Times | null {
  const last = end === null ? null : line.shows(end);
  if (end !== null && last === null) return null;
  if (item.start === null) return { start: null, end: item.minutes === null && last !== null ? item.end : null, minutes: item.minutes };
  if (start === null) return { start: null, end: null, minutes: item.minutes };
  const first = line.shows(start);
  return first && { start: first, end: item.end === null ? null : last, minutes: item.minutes };
}

/** The agenda with these times, and with what stands under a line that moved moved along. */
export function withTimes(agenda: Agenda, calendar: MeetingTimes, times: ReadonlyMap<ItemId, Times>): Agenda {
  if (times.size === 0) return agenda;
  const [before, changed] = [scheduleOf(agenda), { ...agenda, items: agenda.items.map((item) => ({ ...item, ...times.get(item.id) })) }];
  const after = scheduleOf(changed);
  const shifts = new Map<ItemId, number>();
  const items = changed.items.map((item) => {
    const line = dayLine(agenda, calendar, item.day);
    const shift = item.parentId === null ? 0 : (shifts.get(item.parentId) ?? 0);
    const [old, now] = [before.get(item.id)?.start, after.get(item.id)?.start];
    shifts.set(item.id, times.has(item.id) || item.start === null ? (old && now ? line.at(now) - line.at(old) : shift) : shift);
    return shift === 0 || times.has(item.id) ? item : { ...item, start: moved(item.start, shift, line), end: moved(item.end, shift, line) };
  });
  return { ...changed, items };
}

function moved(time: ClockTime | null, by: number, line: DayLine): ClockTime | null {
  return time && (line.shows(line.at(time) + by) ?? time);
}
