import { element, icon } from '../page/dom.ts';
import type { HostPage } from '../page/hostPage.ts';

/** One tab in a strip: where it leads and what it is called. */
export interface StripTab {
  readonly key: string;
  readonly label: string;
  readonly place: Readonly<Record<string, string>>;
}

/** Title and tabs over a page; the tabs are links, so that each has an address. `onAdd` shows a "+". */
export function tabStrip(
  page: HostPage,
  options: { heading: Node; tabs: readonly StripTab[]; current: string; label: string; onAdd?: { label: string; run: () => void }; actions?: Node[] },
): HTMLElement {
  return element(
    'div.page-head',
    {},
    options.heading,
    element(
      'nav.tabs',
      { 'aria-label': options.label },
      ...options.tabs.map((tab) => placeLink(page, tab.place, { 'aria-current': tab.key === options.current ? 'page' : null }, tab.label)),
      options.onAdd &&
        element(
          'button.plain',
          { type: 'button', title: options.onAdd.label, 'aria-label': options.onAdd.label, onclick: options.onAdd.run },
          icon('plus'),
        ),
    ),
    element('span.spread'),
    ...(options.actions ?? []),
  );
}

/** A link to a place in this page that does not load the page again. */
export function placeLink(
  page: HostPage,
  place: Readonly<Record<string, string>>,
  attributes: Readonly<Record<string, string | null>>,
  ...children: (Node | string)[]
): HTMLAnchorElement {
  return element(
    'a',
    {
      href: page.href(place),
      ...attributes,
      onclick: (event) => {
        if (event instanceof MouseEvent && (event.ctrlKey || event.metaKey || event.shiftKey)) return;
        event.preventDefault();
        page.go(place);
      },
    },
    ...children,
  );
}
