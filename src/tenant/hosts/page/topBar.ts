import { misbehaviours } from '../wire/misbehaviour.ts';
import { formatAddress, themeChoices } from './address.ts';
import type { Locale, PageAddress, ThemeChoice } from './address.ts';
import { element, icon } from './dom.ts';
import type { HostPage } from './hostPage.ts';
import { hueOf, initials } from './people.ts';
import { fill, misbehaviourTexts } from './texts.ts';

/** The bar on top of Teams and Outlook: whose page it is, that it is the local tenant, and the switches. */
export function topBar(page: HostPage, productName: string): HTMLElement {
  const { texts, person } = page;
  const wrong = page.address.misbehaviours.size;
  return element(
    'header.top-bar',
    {},
    element('a.skip', { href: '#main' }, texts.skip),
    element(
      'a.product',
      { href: '/', title: texts.home },
      element('span.product-mark', { 'aria-hidden': 'true' }, productName[0] ?? ''),
      element('span', {}, productName),
    ),
    element('span.local-tenant', { title: texts.localTenantTitle }, texts.localTenant),
    element('span.spread'),
    menuButton(
      'faults',
      [icon('wrench'), wrong === 0 ? texts.misbehave : fill(texts.misbehaveCount, { count: wrong })],
      faultMenu(page),
      wrong > 0 ? 'warned' : '',
    ),
    menuButton('settings', [texts.settings], settingsMenu(page)),
    menuButton(
      'person',
      [avatar(person.displayName), element('span.person-name', {}, person.displayName)],
      personMenu(page),
      '',
      fill(texts.signedInAs, { name: person.displayName }),
    ),
  );
}

/** The installed app's picture, or its first letter while it has none. */
export function appMark(page: HostPage): HTMLElement {
  const { app } = page;
  return element('span.app-mark', { 'aria-hidden': 'true' }, app.iconUrl ? element('img', { src: app.iconUrl, alt: '' }) : (app.name[0] ?? ''));
}

/** A person's circle with initials. */
export function avatar(name: string, size: 'small' | 'large' = 'small'): HTMLElement {
  return element(size === 'large' ? 'span.avatar.large' : 'span.avatar', { 'aria-hidden': 'true', 'data-hue': hueOf(name) }, initials(name));
}

function menuButton(id: string, label: (Node | string)[], menu: HTMLElement, extra = '', title?: string): HTMLElement {
  menu.id = `menu-${id}`;
  menu.setAttribute('popover', 'auto');
  const button = element('button', { type: 'button', popovertarget: menu.id, class: `bar-button ${extra}`, title: title ?? null }, ...label);
  return element('span.menu-holder', {}, button, menu);
}

function faultMenu(page: HostPage): HTMLElement {
  const { texts, locale, address } = page;
  const chosen = new Set(address.misbehaviours);
  const boxes = misbehaviours.map((name) =>
    element(
      'label.choice',
      {},
      element('input', {
        type: 'checkbox',
        checked: chosen.has(name),
        onchange: (event) => {
          if (event.target instanceof HTMLInputElement && event.target.checked) chosen.add(name);
          else chosen.delete(name);
          leaveFor({ ...address, misbehaviours: chosen });
        },
      }),
      misbehaviourTexts[name][locale],
    ),
  );
  return element(
    'div.menu',
    {},
    element('p.hint', {}, texts.misbehaveHelp),
    element('button', { type: 'button', disabled: chosen.size === 0, onclick: () => leaveFor({ ...address, misbehaviours: new Set() }) }, texts.none),
    element('fieldset', {}, element('legend.hidden', {}, texts.misbehave), ...boxes),
  );
}

function settingsMenu(page: HostPage): HTMLElement {
  const { texts } = page;
  const themeNames: Record<ThemeChoice, string> = {
    system: texts.themeSystem,
    default: texts.themeDefault,
    dark: texts.themeDark,
    contrast: texts.themeContrast,
  };
  const languages: Record<Locale, string> = { 'da-dk': 'Dansk', 'en-us': 'English' };
  return element(
    'div.menu',
    {},
    element(
      'fieldset',
      {},
      element('legend', {}, texts.theme),
      ...themeChoices.map((theme) =>
        element(
          'label.choice',
          {},
          element('input', { type: 'radio', name: 'theme', value: theme, checked: page.themeChoice === theme, onchange: () => page.setTheme(theme) }),
          themeNames[theme],
        ),
      ),
    ),
    element(
      'fieldset',
      {},
      element('legend', {}, texts.language),
      ...(['da-dk', 'en-us'] as const).map((locale) =>
        element(
          'label.choice',
          {},
          element('input', {
            type: 'radio',
            name: 'locale',
            value: locale,
            checked: page.locale === locale,
            onchange: () => leaveFor({ ...page.address, locale }),
          }),
          languages[locale],
        ),
      ),
    ),
  );
}

function personMenu(page: HostPage): HTMLElement {
  const { texts, people, person } = page;
  return element(
    'div.menu',
    {},
    element('p.hint', {}, texts.switchPerson),
    element(
      'ul.people',
      {},
      ...people.map((other) =>
        element(
          'li',
          {},
          element(
            'a',
            {
              href: formatAddress({ ...page.address, user: other.userPrincipalName, place: new URLSearchParams() }),
              'aria-current': other.id === person.id ? 'true' : null,
            },
            avatar(other.displayName),
            element('span', {}, element('span.name', {}, other.displayName), element('span.title', {}, other.jobTitle)),
          ),
        ),
      ),
    ),
  );
}

/** Loads the page anew at another address: language, person and faults belong to the whole visit. */
function leaveFor(address: PageAddress): void {
  location.assign(`${location.pathname}${formatAddress(address)}`);
}
