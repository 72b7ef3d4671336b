import type { AgendaItem } from './agenda.ts';
import type { ClockTime } from './clock.ts';
import { clockOf } from './danishTime.ts';
import type { ItemId } from './ids.ts';
import type { MeetingFile } from './meeting.ts';
import { forecastOf, type Forecast } from './pace.ts';
import { scheduleOf, type Slot } from './timing.ts';

/** What the rest of the day will do to its end, from the item in hand on (pace.ts). */
export function forecastIn(
  { agenda, treatments }: Pick<MeetingFile, 'agenda' | 'treatments'>,
  item: AgendaItem,
  now: ClockTime | null,
): Forecast | null {
  const slots = scheduleOf(agenda);
  const day = agenda.items.filter((other) => other.parentId === null && other.day === item.day);
  const top = topOf(agenda.items, item);
  const slotOf = (id: ItemId): Slot => slots.get(id) ?? { start: null, end: null, derived: false };
  const begun = treatments.find(({ itemId }) => itemId === top.id)?.startedAt;
  const after = day.slice(day.indexOf(top) + 1).map(({ id }) => slotOf(id));
  return forecastOf(slotOf(top.id), after, begun === undefined ? null : clockOf(begun), now);
}

function topOf(items: readonly AgendaItem[], item: AgendaItem, steps = 0): AgendaItem {
  const parent = items.find(({ id }) => id === item.parentId);
  return parent === undefined || steps > items.length ? item : topOf(items, parent, steps + 1);
}
