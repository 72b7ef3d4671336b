import { GraphRefusal } from '../graphClient/session.ts';
import { element, icon, show } from '../page/dom.ts';
import { enterPage } from '../page/enterPage.ts';
import type { HostPage } from '../page/hostPage.ts';
import { fill } from '../page/texts.ts';
import { appMark, topBar } from '../page/topBar.ts';
import { calendarView } from './calendarPage.ts';
import { channelView } from './channelPage.ts';
import { backButton } from './backButton.ts';
import { openDeepLink } from './deepLinks.ts';
import { chatView, meetingView } from './meetingPage.ts';
import { personalView } from './personalPage.ts';
import { placeLink } from './tabStrip.ts';
import { teamsTexts } from './texts.ts';
import type { View } from './view.ts';

/**
 * The page that plays Microsoft Teams. Places, all with `?user=` (and theme, locale, misbehave):
 * `view=teams&team=&channel=[&tab=][&sub=]`, `view=app[&tab=][&sub=]`, `view=calendar[&week=yyyy-mm-dd]`, `view=chat`,
 * `meeting=<event id>[&tab=chat|details|<entity id>][&sub=]`, `meeting=<event id>&view=stage[&panel=app]`,
 * and `link=<deep link>`, which goes where a Teams link leads.
 */
async function start(): Promise<void> {
  const page = await enterPage();
  if (!page) return;
  const rail = element('nav.rail', { 'aria-label': 'Teams' });
  const side = element('div.side-holder');
  const main = element('main.main', { id: 'main', tabindex: '-1' });
  show(document.body, topBar(page, 'Teams'), element('div.shell', {}, rail, side, main));

  let view: View | null = null;
  let turn = 0;
  const open = async (): Promise<void> => {
    const mine = ++turn;
    showRail(page, rail);
    main.setAttribute('aria-busy', 'true');
    const next = await viewOf(page);
    if (mine !== turn) {
      next.close?.();
      return;
    }
    view?.close?.();
    view = next;
    main.removeAttribute('aria-busy');
    document.body.classList.toggle('full', next.full === true);
    side.replaceChildren(...(next.side ? [next.side] : []));
    main.replaceChildren(next.main);
    document.title = `${main.querySelector('h1')?.textContent ?? 'Teams'} – Teams – ${page.texts.localTenant}`;
  };
  page.onPlace(() => void open());
  const link = page.address.place.get('link');
  if (link) {
    page.go({}, 'replace');
    await openDeepLink(page, link);
  }
  await open();
}

async function viewOf(page: HostPage): Promise<View> {
  const place = page.address.place;
  try {
    if (place.has('meeting')) return await meetingView(page);
    switch (place.get('view')) {
      case 'app':
        return personalView(page);
      case 'calendar':
        return await calendarView(page);
      case 'chat':
        return await chatView(page);
      default:
        return await channelView(page);
    }
  } catch (error) {
    console.error(error);
    const words = error instanceof GraphRefusal ? fill(teamsTexts[page.locale].refused, { status: error.status, code: error.code }) : String(error);
    return {
      main: element(
        'div.notice',
        { role: 'alert' },
        words,
        element('button', { type: 'button', onclick: () => location.reload() }, page.texts.tryAgain),
      ),
    };
  }
}

function showRail(page: HostPage, rail: HTMLElement): void {
  const texts = teamsTexts[page.locale];
  const place = page.address.place;
  const view = place.has('meeting') ? 'chat' : (place.get('view') ?? 'teams');
  const entry = (key: string, label: string, drawing: Node): HTMLElement =>
    placeLink(page, { view: key }, { 'aria-current': key === view ? 'page' : null }, drawing, element('span', {}, label));
  show(
    rail,
    backButton(page),
    entry('chat', texts.chat, icon('chat')),
    entry('teams', texts.teams, icon('teams')),
    entry('calendar', texts.calendar, icon('calendar')),
    entry('app', page.app.name, appMark(page)),
  );
}

void start();
