import type { CalendarEvent } from '../graphClient/events.ts';
import { element, icon, show } from '../page/dom.ts';
import type { HostPage } from '../page/hostPage.ts';
import { fill } from '../page/texts.ts';
import { formatSpan } from '../page/times.ts';
import { appMark, avatar } from '../page/topBar.ts';
import { AppFrame } from './appFrame.ts';
import { meetingPlace } from './context.ts';
import { teamsTexts } from './texts.ts';
import type { View } from './view.ts';

/** The joined meeting: everybody's picture, the bar with the app's button, and the app in a side panel of 320 pixels. */
export function meetingStage(page: HostPage, event: CalendarEvent): View {
  const { app } = page;
  const texts = teamsTexts[page.locale];
  const place = meetingPlace(event, { withoutChat: page.address.misbehaviours.has('no-chat-id') });
  let panel: AppFrame | null = null;
  let shared: AppFrame | null = null;

  const stage = element('div.stage-content');
  const side = element('aside.side-panel', { 'aria-label': app.name, hidden: true });
  const toggle = element('button', { type: 'button', 'aria-pressed': 'false', onclick: () => setPanel(!panel) }, appMark(page), app.name);

  const setPanel = (open: boolean): void => {
    panel?.close();
    panel = null;
    side.hidden = !open;
    toggle.setAttribute('aria-pressed', String(open));
    page.go({ meeting: event.id, view: 'stage', ...(open ? { panel: 'app' } : {}), ...subOf(page) }, 'replace');
    if (!open) return;
    panel = new AppFrame(page, {
      tab: app.tab('meetingSidePanel'),
      frameContext: 'sidePanel',
      place,
      subEntityId: page.address.place.get('sub') ?? '',
      title: app.name,
      name: 'embedded-side-panel',
      meeting: event,
      onShareToStage: shareToStage,
      isSharing: () => shared !== null,
    });
    show(
      side,
      panelHeader(page, () => setPanel(false)),
      panel.element,
    );
  };

  const shareToStage = (url: string): void => {
    shared?.close();
    shared = null;
    if (!URL.canParse(url) || new URL(url).origin !== app.origin) {
      show(stage, tiles(event));
      return;
    }
    shared = new AppFrame(page, {
      tab: { ...app.tab('meetingStage'), contentUrl: url },
      frameContext: 'meetingStage',
      place,
      title: app.name,
      name: 'embedded-stage',
      meeting: event,
    });
    show(stage, element('button', { type: 'button', onclick: () => shareToStage('') }, texts.stopShare), shared.element);
  };

  show(stage, tiles(event));
  const main = element(
    'div.stage',
    {},
    element(
      'div.stage-bar',
      {},
      element('h1', {}, event.subject),
      element('span.stage-time', {}, formatSpan(event.start, event.end, page.locale)),
      element('span.spread'),
      app.offers('meetingSidePanel') ? toggle : null,
      element('button.leave', { type: 'button', onclick: () => page.go({ meeting: event.id }) }, icon('leave'), texts.leave),
    ),
    element('div.stage-body', {}, stage, side),
  );
  if (page.address.place.get('panel') === 'app' && app.offers('meetingSidePanel')) setPanel(true);
  return {
    main,
    full: true,
    close: () => {
      panel?.close();
      shared?.close();
    },
  };
}

/** The side panel's title and the button that closes it. */
function panelHeader(page: HostPage, close: () => void): HTMLElement {
  const title = fill(teamsTexts[page.locale].closePanel, { app: page.app.name });
  return element(
    'header',
    {},
    element('h2', {}, page.app.name),
    element('button.plain', { type: 'button', title, 'aria-label': title, onclick: close }, icon('close')),
  );
}

function subOf(page: HostPage): Record<string, string> {
  const sub = page.address.place.get('sub');
  return sub ? { sub } : {};
}

/** The people of the meeting as pictures with initials, those who declined left out. */
function tiles(event: CalendarEvent): HTMLElement {
  const names = new Set([
    event.organizer.name,
    ...event.attendees.filter((attendee) => attendee.response !== 'declined' && attendee.type !== 'resource').map((attendee) => attendee.name),
  ]);
  return element('ul.tiles', {}, ...[...names].slice(0, 12).map((name) => element('li', {}, avatar(name, 'large'), element('span', {}, name))));
}
