import { chatIdOfJoinUrl, getEvent, listEvents } from '../graphClient/events.ts';
import type { CalendarEvent } from '../graphClient/events.ts';
import { GraphRefusal } from '../graphClient/session.ts';
import { listChatMessages } from '../graphClient/teams.ts';
import { element, icon } from '../page/dom.ts';
import type { HostPage } from '../page/hostPage.ts';
import { safeHtml } from '../page/safeHtml.ts';
import { addDays, formatDay, formatShortDay, formatSpan } from '../page/times.ts';
import { avatar } from '../page/topBar.ts';
import { addTab } from './addTab.ts';
import { AppFrame } from './appFrame.ts';
import { meetingPlace } from './context.ts';
import { openDeepLink } from './deepLinks.ts';
import { meetingStage } from './meetingStage.ts';
import { messageList } from './messageList.ts';
import { placeLink, tabStrip } from './tabStrip.ts';
import { tabsIn } from './tabStore.ts';
import { teamsTexts } from './texts.ts';
import type { View } from './view.ts';

/** One meeting: its chat, its details, the app's details tab; or, when joined, the stage. */
export async function meetingView(page: HostPage): Promise<View> {
  const texts = teamsTexts[page.locale];
  const place = page.address.place;
  let event: CalendarEvent;
  try {
    event = await getEvent(page.session, place.get('meeting') ?? '');
  } catch (error) {
    if (!(error instanceof GraphRefusal) || error.status !== 404) throw error;
    return { main: element('div.notice', { role: 'alert' }, texts.meetingGone, placeLink(page, { view: 'calendar' }, {}, texts.calendar)) };
  }
  if (place.get('view') === 'stage') return meetingStage(page, event);
  const side = await chatList(page, event);
  const surroundings = meetingPlace(event, { withoutChat: page.address.misbehaviours.has('no-chat-id') });
  const chatId = chatIdOfJoinUrl(event.joinUrl);
  const here = { meeting: event.id };
  const tabs = tabsIn(page.app, { id: chatId || event.iCalUId, surface: 'meetingDetailsTab', preinstalled: true });
  const wanted = place.get('tab') ?? 'details';
  const current = tabs.find((tab) => tab.entityId === wanted);
  const head = tabStrip(page, {
    heading: element('h1.channel-name', {}, element('span.team-mark', { 'aria-hidden': 'true', 'data-hue': '3' }, icon('calendar')), event.subject),
    label: event.subject,
    current: current?.entityId ?? wanted,
    tabs: [
      ...(chatId ? [{ key: 'chat', label: texts.chat, place: { ...here, tab: 'chat' } }] : []),
      { key: 'details', label: texts.details, place: here },
      ...tabs.map((tab) => ({ key: tab.entityId, label: tab.name, place: { ...here, tab: tab.entityId } })),
    ],
    onAdd: {
      label: texts.addTab,
      run: () =>
        addTab(page, {
          placeId: chatId || event.iCalUId,
          placeName: event.subject,
          place: surroundings,
          onAdded: (tab) => page.go({ ...here, tab: tab.entityId }),
        }),
    },
    actions:
      event.joinUrl && !event.isCancelled
        ? [placeLink(page, { ...here, view: 'stage' }, { class: 'button-link primary' }, icon('video'), texts.join)]
        : [],
  });
  if (current) {
    const frame = new AppFrame(page, {
      tab: current,
      frameContext: 'content',
      place: surroundings,
      subEntityId: place.get('sub') ?? '',
      title: current.name,
      name: 'embedded-page',
      meeting: event,
    });
    return { side, main: element('div.page', {}, head, frame.element), close: () => frame.close() };
  }
  const body = wanted === 'chat' && chatId ? messageList(page, await listChatMessages(page.session, chatId), texts.noMessages) : details(page, event);
  return { side, main: element('div.page', {}, head, element('div.scrolls', {}, body)) };
}

/** Chats of the person's online meetings, the nearest in time first. */
export async function chatView(page: HostPage): Promise<View> {
  const texts = teamsTexts[page.locale];
  return { side: await chatList(page, null), main: element('p.empty', {}, texts.meetingChats) };
}

async function chatList(page: HostPage, current: CalendarEvent | null): Promise<HTMLElement> {
  const texts = teamsTexts[page.locale];
  const now = new Date();
  const events = onePerChat(await listEvents(page.session, addDays(now, -31), addDays(now, 31)), current, now);
  return element(
    'nav.side',
    { 'aria-label': texts.meetingChats },
    element('h1', {}, texts.chat),
    events.length === 0 ? element('p.empty', {}, texts.noChats) : null,
    element(
      'ul.chats',
      {},
      ...events.map((event) =>
        element(
          'li',
          {},
          placeLink(
            page,
            { meeting: event.id },
            { 'aria-current': event.id === current?.id ? 'page' : null },
            element('span.team-mark', { 'aria-hidden': 'true', 'data-hue': '3' }, icon('calendar')),
            element(
              'span',
              {},
              element('span.chat-name', {}, event.subject),
              element('span.chat-when', {}, formatShortDay(event.start, page.locale)),
            ),
          ),
        ),
      ),
    ),
  );
}

/** A series has one chat: of its occurrences the open one stands for it, else the one nearest in time. */
function onePerChat(events: readonly CalendarEvent[], current: CalendarEvent | null, now: Date): CalendarEvent[] {
  const far = (event: CalendarEvent): number => (event.id === current?.id ? -1 : Math.abs(event.start.getTime() - now.getTime()));
  const chats = new Map<string, CalendarEvent>();
  for (const event of events) {
    const chatId = chatIdOfJoinUrl(event.joinUrl);
    const known = chats.get(chatId);
    if (chatId && (!known || far(event) < far(known))) chats.set(chatId, event);
  }
  return [...chats.values()].sort((a, b) => a.start.getTime() - b.start.getTime());
}

function details(page: HostPage, event: CalendarEvent): HTMLElement {
  const texts = teamsTexts[page.locale];
  const organizer = { name: event.organizer.name, response: 'organizer' as const, address: event.organizer.address };
  const others = event.attendees.filter((attendee) => attendee.address.toLowerCase() !== organizer.address.toLowerCase());
  const body = element('div.invitation.paper', {}, safeHtml(event.bodyHtml));
  body.addEventListener('click', (click) => {
    const link = click.target instanceof Element ? click.target.closest('a') : null;
    if (!link?.href.startsWith('https://teams.microsoft.com/')) return;
    click.preventDefault();
    void openDeepLink(page, link.href);
  });
  return element(
    'div.details',
    {},
    element(
      'div',
      {},
      element('h2', {}, event.isCancelled ? `${texts.cancelled}: ${event.subject}` : event.subject),
      element('p.fact', {}, icon('clock'), `${formatDay(event.start, page.locale)}, ${formatSpan(event.start, event.end, page.locale)}`),
      event.location ? element('p.fact', {}, icon('pin'), event.location) : null,
      body,
    ),
    element(
      'section.participants',
      { 'aria-labelledby': 'participants' },
      element('h2', { id: 'participants' }, `${texts.participants} (${others.length + 1})`),
      element(
        'ul.people',
        {},
        ...[organizer, ...others].map((person) =>
          element(
            'li.person',
            {},
            avatar(person.name),
            element('span', {}, element('span.name', {}, person.name), element('span.title', {}, texts.response[person.response])),
          ),
        ),
      ),
    ),
  );
}
