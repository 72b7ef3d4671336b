import { listEvents } from '../graphClient/events.ts';
import type { CalendarEvent } from '../graphClient/events.ts';
import { element, icon } from '../page/dom.ts';
import type { HostPage } from '../page/hostPage.ts';
import { fill } from '../page/texts.ts';
import { addDays, formatClock, formatMonth, formatShortDay, formatSpan, startOfWeek, startOfWorkingWeek, toWallClock } from '../page/times.ts';
import { calendarChoice, calendarOwner, here } from './sharedCalendar.ts';
import { outlookTexts } from './texts.ts';
import type { OutlookView } from './view.ts';

const firstHour = 7;
const lastHour = 19;
const hourHeight = 52;

/** The week of `?week=yyyy-mm-dd` (this week without), hour by hour, and beside it what is coming. */
export async function weekCalendar(page: HostPage): Promise<OutlookView> {
  const texts = outlookTexts[page.locale];
  const place = page.address.place;
  const now = new Date();
  const wanted = place.get('week');
  const monday = wanted ? startOfWeek(new Date(`${wanted}T12:00:00Z`)) : startOfWorkingWeek(now);
  const [week, coming] = await Promise.all([listEvents(page.session, monday, addDays(monday, 7)), listEvents(page.session, now, addDays(now, 30))]);
  const weekend = week.some((event) => dayIndex(monday, event.start) > 4);
  const days = Array.from({ length: weekend ? 7 : 5 }, (_, index) => addDays(monday, index));
  const link = (date: Date): string => page.href(here(page, { week: toWallClock(date).slice(0, 10) }));
  const main = element(
    'div.calendar',
    {},
    element(
      'aside.coming',
      { 'aria-labelledby': 'coming' },
      calendarOwner(page)
        ? null
        : element('a.button-link.primary', { href: page.href(here(page, { new: '1' })), 'data-place': 'new' }, icon('plus'), texts.newEvent),
      element('h2', { id: 'coming' }, texts.agenda),
      coming.length === 0 ? element('p.hint', {}, texts.nothingComing) : null,
      element('ul', {}, ...coming.map((event) => element('li', {}, comingRow(page, event)))),
    ),
    element(
      'section.week',
      { 'aria-labelledby': 'week-title' },
      element(
        'div.week-head',
        {},
        element('a.button-link', { href: page.href(here(page, {})) }, texts.today),
        element('a.button-link', { href: link(addDays(monday, -7)), 'aria-label': texts.previousWeek, title: texts.previousWeek }, icon('back')),
        element('a.button-link', { href: link(addDays(monday, 7)), 'aria-label': texts.nextWeek, title: texts.nextWeek }, icon('forward')),
        element('h1', { id: 'week-title' }, formatMonth(addDays(monday, 3), page.locale)),
        element('span.hint', {}, fill(texts.week, { week: isoWeek(monday) })),
        calendarChoice(page),
        place.get('note') === 'declined' ? element('p.form-status', { role: 'status' }, texts.declinedGone) : null,
      ),
      grid(page, monday, days, week, now),
    ),
  );
  main.addEventListener('click', (event) => {
    const anchor = event.target instanceof Element ? event.target.closest('a') : null;
    if (!anchor || event.ctrlKey || event.metaKey || event.shiftKey || new URL(anchor.href).pathname !== location.pathname) return;
    event.preventDefault();
    const target = new URLSearchParams(new URL(anchor.href).search);
    const next: Record<string, string> = {};
    for (const name of ['event', 'new', 'week']) {
      const value = target.get(name);
      if (value) next[name] = value;
    }
    page.go(here(page, next));
  });
  return { main };
}

function comingRow(page: HostPage, event: CalendarEvent): HTMLElement {
  return element(
    'a.coming-row',
    { href: page.href(here(page, { event: event.id })) },
    element('span.coming-when', {}, formatShortDay(event.start, page.locale)),
    element('span.coming-title', {}, event.subject),
    element('span.coming-time', {}, formatSpan(event.start, event.end, page.locale)),
  );
}

function grid(page: HostPage, monday: Date, days: readonly Date[], events: readonly CalendarEvent[], now: Date): HTMLElement {
  const hours = Array.from({ length: lastHour - firstHour }, (_, index) => firstHour + index);
  const today = toWallClock(now).slice(0, 10);
  return element(
    'div.grid',
    { style: `--days:${days.length};--hours:${hours.length};--hour:${hourHeight}px`, tabindex: '0', role: 'group', 'aria-labelledby': 'week-title' },
    element('div.corner'),
    ...days.map((day) =>
      element('h2.day-name', { 'aria-current': toWallClock(day).slice(0, 10) === today ? 'date' : null }, formatShortDay(day, page.locale)),
    ),
    element('div.hours', { 'aria-hidden': 'true' }, ...hours.map((hour) => element('span', {}, String(hour).padStart(2, '0')))),
    ...days.map((day, index) => {
      const own = events.filter((event) => dayIndex(monday, event.start) === index);
      return element(
        'ol.day-column',
        { 'aria-label': formatShortDay(day, page.locale) },
        ...inLanes(own).map(({ event, lane, lanes }) => element('li', { style: position(event, lane, lanes) }, block(page, event))),
      );
    }),
  );
}

function block(page: HostPage, event: CalendarEvent): HTMLElement {
  const texts = outlookTexts[page.locale];
  return element(
    event.end.getTime() - event.start.getTime() > 45 * 60_000 ? 'a.event' : 'a.event.short',
    {
      href: page.href(here(page, { event: event.id })),
      'data-response': event.isOrganizer ? 'organizer' : event.myResponse,
      title: `${event.subject} · ${event.organizer.name}`,
    },
    element('span.event-title', {}, event.isCancelled ? `${texts.cancelled}: ${event.subject}` : event.subject),
    element('span.event-time', {}, `${formatClock(event.start, page.locale)}${event.location ? ` · ${event.location}` : ''}`),
  );
}

/** Side by side where events overlap. */
function inLanes(events: readonly CalendarEvent[]): { event: CalendarEvent; lane: number; lanes: number }[] {
  const ends: number[] = [];
  const placed = [...events]
    .sort((a, b) => a.start.getTime() - b.start.getTime())
    .map((event) => {
      const free = ends.findIndex((end) => end <= event.start.getTime());
      const lane = free >= 0 ? free : ends.length;
      ends[lane] = event.end.getTime();
      return { event, lane };
    });
  return placed.map((one) => {
    const meets = placed.filter((other) => other.event.start < one.event.end && one.event.start < other.event.end);
    return { ...one, lanes: Math.max(...meets.map((other) => other.lane)) + 1 };
  });
}

function position(event: CalendarEvent, lane: number, lanes: number): string {
  const hoursFrom = (date: Date): number => Number(toWallClock(date).slice(11, 13)) + Number(toWallClock(date).slice(14, 16)) / 60;
  const top = Math.max(0, hoursFrom(event.start) - firstHour);
  const sameDay = toWallClock(event.start).slice(0, 10) === toWallClock(event.end).slice(0, 10);
  const bottom = Math.min(lastHour - firstHour, sameDay ? hoursFrom(event.end) - firstHour : lastHour - firstHour);
  return `top:${top * hourHeight}px;height:${Math.max(26, (bottom - top) * hourHeight - 2)}px;left:${(lane / lanes) * 100}%;width:${100 / lanes}%`;
}

function dayIndex(monday: Date, instant: Date): number {
  const midnight = (date: Date): number => Date.parse(`${toWallClock(date).slice(0, 10)}T00:00:00Z`);
  return Math.round((midnight(instant) - midnight(monday)) / 86_400_000);
}

function isoWeek(monday: Date): number {
  const thursday = new Date(Date.parse(`${toWallClock(monday).slice(0, 10)}T00:00:00Z`) + 3 * 86_400_000);
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return Math.ceil(((thursday.getTime() - first) / 86_400_000 + 1) / 7);
}
