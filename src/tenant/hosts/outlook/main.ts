import { getEvent, mayEditCalendar } from '../graphClient/events.ts';
import { GraphRefusal } from '../graphClient/session.ts';
import { element, icon, show } from '../page/dom.ts';
import { enterPage } from '../page/enterPage.ts';
import type { HostPage } from '../page/hostPage.ts';
import { fill } from '../page/texts.ts';
import { topBar } from '../page/topBar.ts';
import { AppointmentDraft } from './appointmentDraft.ts';
import { composeForm } from './composeForm.ts';
import { readForm } from './readForm.ts';
import { calendarOwner } from './sharedCalendar.ts';
import { outlookTexts } from './texts.ts';
import type { OutlookView } from './view.ts';
import { weekCalendar } from './weekCalendar.ts';

/**
 * The page that plays Outlook on the web. Places, all with `?user=` (and locale, theme, misbehave):
 * nothing or `week=yyyy-mm-dd` (the calendar), `event=<Graph id>[&pane=app]` (an appointment: a form for its organiser, to
 * be read by the others), `new=1[&pane=app]` (an unsaved one); each also with `calendar=<UPN>`, a colleague's shared calendar.
 */
async function start(): Promise<void> {
  const page = await enterPage();
  if (!page) return;
  const main = element('main.main', { id: 'main', tabindex: '-1' });
  show(document.body, topBar(page, 'Outlook'), main);

  let view: OutlookView | null = null;
  let turn = 0;
  const open = async (): Promise<void> => {
    const mine = ++turn;
    main.setAttribute('aria-busy', 'true');
    // What is still shown belongs to the place that was left: an appointment of one calendar is none of another's.
    main.inert = true;
    const next = await viewOf(page);
    if (mine !== turn) {
      next.close?.();
      return;
    }
    view?.close?.();
    view = next;
    main.removeAttribute('aria-busy');
    main.inert = false;
    main.replaceChildren(next.main);
    document.title = `${main.querySelector('h1')?.textContent ?? outlookTexts[page.locale].calendar} – Outlook – ${page.texts.localTenant}`;
  };
  page.onPlace(() => void open());
  await open();
}

async function viewOf(page: HostPage): Promise<OutlookView> {
  const texts = outlookTexts[page.locale];
  const place = page.address.place;
  const id = place.get('event');
  try {
    const owner = calendarOwner(page);
    page.session.mailbox = owner ? `/users/${encodeURIComponent(owner.userPrincipalName)}` : '/me';
    if (place.has('new')) return composeForm(page, AppointmentDraft.blank(new Date()));
    if (!id) return await weekCalendar(page);
    const event = await getEvent(page.session, id);
    return event.isOrganizer && (!owner || (await mayEditCalendar(page.session)))
      ? composeForm(page, AppointmentDraft.of(event))
      : readForm(page, event);
  } catch (error) {
    console.error(error);
    const gone = error instanceof GraphRefusal && error.status === 404;
    const words = gone
      ? texts.gone
      : error instanceof GraphRefusal
        ? fill(texts.refused, { status: error.status, code: error.code, message: error.message })
        : String(error);
    return {
      main: element(
        'div.notice',
        { role: 'alert' },
        words,
        element('button', { type: 'button', onclick: () => page.go({}) }, icon('back'), texts.back),
        element('button', { type: 'button', onclick: () => location.reload() }, page.texts.tryAgain),
      ),
    };
  }
}

void start();
