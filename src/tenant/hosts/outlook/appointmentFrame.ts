import { element, icon, show } from '../page/dom.ts';
import type { HostPage } from '../page/hostPage.ts';
import { placeAddress } from '../page/address.ts';
import { Infobar } from './infobar.ts';
import type { OpenItem } from './openItem.ts';
import { addInButton, ribbon } from './ribbon.ts';
import type { RibbonCommand } from './ribbon.ts';
import { TaskPane } from './taskPane.ts';
import { calendarOwner, here } from './sharedCalendar.ts';
import { outlookTexts } from './texts.ts';

/** What is the same around reading and composing: the way back, the ribbon, the infobar, the task pane. */
export interface AppointmentFrame {
  readonly element: HTMLElement;
  readonly infobar: Infobar;
  setCommands(commands: readonly RibbonCommand[]): void;
  setContent(...content: (Node | null)[]): void;
  /** Opens the page that plays Teams in a new browser tab, at the meeting's stage. */
  join(joinUrl: string): void;
  close(): void;
}

/** Builds the frame around an appointment. `?pane=app` opens the add-in at once. */
export function appointmentFrame(page: HostPage, item: OpenItem): AppointmentFrame {
  const texts = outlookTexts[page.locale];
  const infobar = new Infobar();
  const ribbonHolder = element('div');
  const content = element('div.appointment-content');
  const body = element('div.appointment-body', {}, content);
  let pane: TaskPane | null = null;

  const button = addInButton(page, () => setPane(pane === null));
  // An add-in whose manifest does not speak of shared folders is not offered in them.
  const offered = calendarOwner(page) === null || page.app.worksInSharedFolders;
  const setPane = (open: boolean): void => {
    pane?.close();
    pane = open
      ? new TaskPane(page, item, infobar, {
          onClose: () => {
            setPane(false);
            button.focus();
          },
          openItem: (ewsId) => page.go(here(page, { event: ewsId.replaceAll('/', '-').replaceAll('+', '_') })),
        })
      : null;
    button.setAttribute('aria-pressed', String(open));
    if (pane) body.append(pane.element);
  };
  if (offered && page.address.place.get('pane') === 'app') setPane(true);

  return {
    element: element(
      'div.appointment',
      {},
      element(
        'div.appointment-head',
        {},
        element(
          'button.plain',
          { type: 'button', title: texts.back, 'aria-label': texts.back, onclick: () => page.go(here(page, {})) },
          icon('back'),
        ),
        ribbonHolder,
      ),
      infobar.element,
      body,
    ),
    infobar,
    setCommands(commands) {
      const focused = [...ribbonHolder.querySelectorAll('button')].findIndex((one) => one === document.activeElement);
      show(ribbonHolder, ribbon(page, commands, { button: offered ? button : null }));
      if (focused >= 0) ribbonHolder.querySelectorAll('button')[focused]?.focus();
    },
    setContent: (...nodes) => show(content, ...nodes),
    join: (joinUrl) => window.open(`/teams${placeAddress({ ...page.address, user: page.person.userPrincipalName }, { link: joinUrl })}`, '_blank'),
    close: () => setPane(false),
  };
}
