import type { CalendarEvent, Response } from '../graphClient/events.ts';
import { GraphRefusal } from '../graphClient/session.ts';
import { element, icon, show } from '../page/dom.ts';
import type { HostPage } from '../page/hostPage.ts';
import { safeHtml } from '../page/safeHtml.ts';
import { fill } from '../page/texts.ts';
import { formatDay, formatSpan } from '../page/times.ts';
import { avatar } from '../page/topBar.ts';
import { appointmentFrame } from './appointmentFrame.ts';
import { watchEvent } from './eventWatch.ts';
import { refusalWords } from './refusalWords.ts';
import { calendarOwner, here } from './sharedCalendar.ts';
import { outlookTexts } from './texts.ts';
import type { OutlookView } from './view.ts';

const answers = [
  { verb: 'accept', label: 'accept', icon: 'check', response: 'accepted' },
  { verb: 'tentativelyAccept', label: 'tentative', icon: 'question', response: 'tentativelyAccepted' },
  { verb: 'decline', label: 'decline', icon: 'close', response: 'declined' },
] as const;

/** An appointment as one who is invited sees it. */
export function readForm(page: HostPage, event: CalendarEvent): OutlookView {
  const texts = outlookTexts[page.locale];
  const frame = appointmentFrame(page, { mode: 'read', event });
  const status = element('p.form-status', { role: 'status' });
  const answer = element('p.answer-line');

  let known = event.myResponse;
  const showAnswer = (response: Response): void => {
    known = response;
    answer.textContent =
      response === 'none' || response === 'notResponded' ? texts.noAnswer : fill(texts.yourAnswer, { answer: texts.response[response] });
    frame.setCommands([
      ...(calendarOwner(page) ? [] : answers).map((one) => ({
        label: texts[one.label],
        icon: one.icon,
        pressed: one.response === response,
        run: () => respond(one.verb, one.response),
      })),
      ...(event.joinUrl ? [{ label: texts.join, icon: 'video' as const, run: () => frame.join(event.joinUrl) }] : []),
    ]);
  };
  const respond = (verb: string, response: Response): void => {
    page.session.post(`${page.session.mailbox}/events/${encodeURIComponent(event.id)}/${verb}`, { sendResponse: true }).then(
      () => {
        // Declining takes the event out of the person's calendar, as Outlook does.
        if (response === 'declined') page.go(here(page, { note: 'declined' }));
        else showAnswer(response);
      },
      (error: unknown) => {
        status.textContent = refusalWords(error, texts);
      },
    );
  };
  let shown = event.bodyHtml;
  const invitation = element('div.invitation.paper', {}, safeHtml(event.bodyHtml));
  invitation.addEventListener('click', (click) => {
    const link = click.target instanceof Element ? click.target.closest('a') : null;
    if (!link?.href.startsWith('https://teams.microsoft.com/')) return;
    click.preventDefault();
    frame.join(link.href);
  });
  const stopWatching = watchEvent(
    page.session,
    () => event.id,
    (now) => {
      if (now.myResponse !== known) showAnswer(now.myResponse);
      if (now.bodyHtml !== shown) show(invitation, safeHtml((shown = now.bodyHtml)));
    },
    (error) => {
      if (error instanceof GraphRefusal && error.status === 404)
        frame.infobar.show({ key: 'gone', message: texts.gone, type: 'informationalMessage', actions: 0 });
      else console.error(error);
    },
  );

  showAnswer(event.myResponse);
  frame.setContent(
    element('h1', {}, event.isCancelled ? `${texts.cancelled}: ${event.subject}` : event.subject),
    status,
    answer,
    ...factsOf(page, event),
    invitation,
  );
  return {
    main: frame.element,
    close: () => {
      stopWatching();
      frame.close();
      show(invitation);
    },
  };
}

/** When, where, who asks and who else is asked. */
function factsOf(page: HostPage, event: CalendarEvent): (Node | null)[] {
  const texts = outlookTexts[page.locale];
  const others = event.attendees.filter(
    (attendee) => attendee.address.toLowerCase() !== event.organizer.address.toLowerCase() && attendee.type !== 'resource',
  );
  return [
    element(
      'p.fact',
      {},
      icon('clock'),
      `${formatDay(event.start, page.locale)}, ${event.isAllDay ? texts.allDay : formatSpan(event.start, event.end, page.locale)}`,
    ),
    event.location ? element('p.fact', {}, icon('pin'), event.location) : null,
    element('p.fact', {}, avatar(event.organizer.name), `${texts.organizer}: ${event.organizer.name}`),
    element(
      'details.attendees',
      {},
      element('summary', {}, icon('people'), `${texts.participants} (${others.length})`),
      element('ul', {}, ...others.map((attendee) => element('li', {}, avatar(attendee.name), attendee.name))),
    ),
  ];
}
