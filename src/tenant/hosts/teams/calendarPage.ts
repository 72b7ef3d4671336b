import { listEvents } from '../graphClient/events.ts';
import type { CalendarEvent } from '../graphClient/events.ts';
import { element, icon } from '../page/dom.ts';
import type { HostPage } from '../page/hostPage.ts';
import { addDays, formatDay, formatMonth, formatSpan, startOfWeek, startOfWorkingWeek, toWallClock } from '../page/times.ts';
import { placeLink } from './tabStrip.ts';
import { teamsTexts } from './texts.ts';
import type { View } from './view.ts';

/** The person's meetings of one week, day by day; an online meeting can be joined from here. */
export async function calendarView(page: HostPage): Promise<View> {
  const texts = teamsTexts[page.locale];
  const wanted = page.address.place.get('week');
  const monday = wanted ? startOfWeek(new Date(`${wanted}T12:00:00Z`)) : startOfWorkingWeek(new Date());
  const events = await listEvents(page.session, monday, addDays(monday, 7));
  const days = Array.from({ length: 7 }, (_, index) => addDays(monday, index)).map((day) => ({
    day,
    events: events.filter((event) => toWallClock(event.start).slice(0, 10) === toWallClock(day).slice(0, 10)),
  }));
  const week = (date: Date): Record<string, string> => ({ view: 'calendar', week: toWallClock(date).slice(0, 10) });
  return {
    main: element(
      'div.page.scrolls',
      {},
      element(
        'div.page-head',
        {},
        element('h1', {}, texts.calendar),
        element(
          'nav.week-nav',
          { 'aria-label': texts.calendar },
          placeLink(page, { view: 'calendar' }, { class: 'button-link' }, texts.today),
          placeLink(
            page,
            week(addDays(monday, -7)),
            { class: 'button-link', 'aria-label': texts.previousWeek, title: texts.previousWeek },
            icon('back'),
          ),
          placeLink(page, week(addDays(monday, 7)), { class: 'button-link', 'aria-label': texts.nextWeek, title: texts.nextWeek }, icon('forward')),
          element('span.month', {}, formatMonth(addDays(monday, 3), page.locale)),
        ),
      ),
      events.length === 0 ? element('p.empty', {}, texts.noMeetings) : null,
      ...days
        .filter((entry) => entry.events.length > 0)
        .map((entry) =>
          element(
            'section.day',
            {},
            element('h2', {}, formatDay(entry.day, page.locale)),
            element('ul', {}, ...entry.events.map((event) => element('li', {}, meetingRow(page, event)))),
          ),
        ),
    ),
  };
}

function meetingRow(page: HostPage, event: CalendarEvent): HTMLElement {
  const texts = teamsTexts[page.locale];
  return element(
    'div.meeting-row',
    {},
    element('span.meeting-time', {}, formatSpan(event.start, event.end, page.locale)),
    placeLink(
      page,
      { meeting: event.id },
      { class: 'meeting-link' },
      element('span.meeting-title', {}, event.isCancelled ? `${texts.cancelled}: ${event.subject}` : event.subject),
      element('span.meeting-detail', {}, [event.location, event.organizer.name].filter(Boolean).join(' · ')),
    ),
    event.joinUrl && !event.isCancelled
      ? placeLink(
          page,
          { meeting: event.id, view: 'stage' },
          { class: 'button-link', 'aria-label': `${texts.join}: ${event.subject}` },
          icon('video'),
          texts.join,
        )
      : '',
  );
}
