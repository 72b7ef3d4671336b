import { element } from '../page/dom.ts';
import type { HostPage } from '../page/hostPage.ts';
import { AppFrame } from './appFrame.ts';
import { tabStrip } from './tabStrip.ts';
import type { View } from './view.ts';
import { appMark } from '../page/topBar.ts';

/** The app's own space for the person: its static tabs with scope `personal`. */
export function personalView(page: HostPage): View {
  const { app } = page;
  const place = page.address.place;
  const tab = app.personalTabs.find((one) => one.entityId === place.get('tab')) ?? app.tab('personalTab');
  const frame = new AppFrame(page, {
    tab,
    frameContext: 'content',
    place: {},
    subEntityId: place.get('sub') ?? '',
    title: tab.name,
    name: 'embedded-page',
  });
  const head = tabStrip(page, {
    heading: element('h1.channel-name', {}, appMark(page), app.name),
    label: app.name,
    current: tab.entityId,
    tabs: app.personalTabs.map((one) => ({ key: one.entityId, label: one.name, place: { view: 'app', tab: one.entityId } })),
  });
  return { main: element('div.page', {}, head, frame.element), close: () => frame.close() };
}
