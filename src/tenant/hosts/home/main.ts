import { formatAddress, placeAddress, readAddress } from '../page/address.ts';
import type { Locale, PageAddress } from '../page/address.ts';
import { element, show } from '../page/dom.ts';
import { fetchInstalledApp } from '../page/installedApp.ts';
import { choosePerson, fetchPeople } from '../page/people.ts';
import type { Person } from '../page/people.ts';
import { onSystemTheme, themeOf } from '../page/systemTheme.ts';
import { chromeTexts, fill } from '../page/texts.ts';
import { avatar } from '../page/topBar.ts';
import { homeTexts } from './texts.ts';

const tenantId = 'f10dbe00-1a2b-4c3d-8e4f-5a6b7c8d9e0f';

/** Who plays each of the four steps, and where it happens. */
const cast = [
  { user: 'ulla.skarvad@fjordby.example', path: '/outlook' },
  { user: 'ane.kratholm@fjordby.example', path: '/outlook' },
  { user: 'ulla.skarvad@fjordby.example', path: '/teams', place: { view: 'calendar' } },
  { user: 'freja.damsbo@fjordby.example', path: '/teams', place: { view: 'teams' } },
] as const;

/** The one address `npm start` prints: what there is to try, in order, and who can be played. */
async function start(): Promise<void> {
  const address = readAddress();
  document.documentElement.lang = address.locale === 'da-dk' ? 'da' : 'en';
  const wear = () => (document.documentElement.dataset['theme'] = themeOf(address.theme));
  wear();
  onSystemTheme(wear);
  const texts = homeTexts[address.locale];
  const chrome = chromeTexts[address.locale];
  const main = element('main.home', { id: 'main' });
  show(document.body, topBar(address.locale), main);
  document.title = `${texts.title} – ${chrome.localTenant}`;
  let people: Person[];
  let appOrigin: string;
  try {
    people = await fetchPeople();
    appOrigin = (await fetchInstalledApp()).origin;
  } catch (error) {
    console.error(error);
    show(
      main,
      element(
        'div.notice',
        { role: 'alert' },
        chrome.unreachable,
        element('button', { type: 'button', onclick: () => location.reload() }, chrome.tryAgain),
      ),
    );
    return;
  }
  show(
    main,
    element('h1', {}, texts.title),
    element('p.lead', {}, texts.lead),
    stepList(address, people),
    sampleSection(address.locale),
    everyoneSection(address, people),
    developerSection(address.locale, appOrigin),
  );
}

function topBar(locale: Locale): HTMLElement {
  const chrome = chromeTexts[locale];
  return element(
    'header.top-bar',
    {},
    element('a.skip', { href: '#main' }, chrome.skip),
    element('span.product', {}, element('span.product-mark', { 'aria-hidden': 'true' }, 'D'), 'Dagsorden'),
    element('span.local-tenant', { title: chrome.localTenantTitle }, chrome.localTenant),
    element('span.spread'),
    element('nav', { 'aria-label': chrome.language }, ...(['da-dk', 'en-us'] as const).map((one) => languageLink(one, locale))),
  );
}

/** The page a person is played on, in a tab of its own. */
function playedAt(address: PageAddress, path: string, user: string, place: Readonly<Record<string, string>> = {}): string {
  return `${path}${placeAddress({ ...address, user }, place)}`;
}

/** What there is to try, in order. */
function stepList(address: PageAddress, people: readonly Person[]): HTMLElement {
  const texts = homeTexts[address.locale];
  return element(
    'ol.steps',
    {},
    ...texts.steps.map((step, index) => {
      const role = cast[index] ?? cast[0];
      const person = choosePerson(people, role.user);
      return element(
        'li.step',
        {},
        element('p.step-number', {}, `${fill(texts.step, { number: index + 1 })} · ${step.who} · ${step.where}`),
        element('h2', {}, step.heading),
        element('p', {}, step.text),
        element(
          'p.step-action',
          {},
          avatar(person.displayName),
          element(
            'a',
            { href: playedAt(address, role.path, person.userPrincipalName, 'place' in role ? role.place : {}), target: '_blank' },
            fill(step.action, { name: person.displayName }),
          ),
        ),
      );
    }),
  );
}

/** The text that the first step asks for. */
function sampleSection(locale: Locale): HTMLElement {
  const texts = homeTexts[locale];
  const told = element('span', { role: 'status' });
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(texts.sampleText);
    told.textContent = texts.sampleCopied;
  };
  return element(
    'section',
    { 'aria-labelledby': 'sample' },
    element('h2', { id: 'sample' }, texts.sample),
    element('p.hint', {}, texts.sampleLead),
    element('pre.sample', { tabindex: '0', role: 'group', 'aria-labelledby': 'sample' }, texts.sampleText),
    element('p', {}, element('button', { type: 'button', onclick: () => void copy() }, texts.sampleCopy), ' ', told),
  );
}

/** Everybody who can be played, with a way into each of the two hosts. */
function everyoneSection(address: PageAddress, people: readonly Person[]): HTMLElement {
  const texts = homeTexts[address.locale];
  return element(
    'section',
    { 'aria-labelledby': 'everyone' },
    element('h2', { id: 'everyone' }, texts.everyone),
    element('p.hint', {}, texts.everyoneLead),
    element(
      'ul.everyone',
      {},
      ...people.map((person) =>
        element(
          'li',
          {},
          avatar(person.displayName),
          element('span.who', {}, element('span.name', {}, person.displayName), element('span.title', {}, person.jobTitle)),
          element(
            'a',
            { href: playedAt(address, '/outlook', person.userPrincipalName), target: '_blank', 'aria-label': `Outlook: ${person.displayName}` },
            'Outlook',
          ),
          element(
            'a',
            { href: playedAt(address, '/teams', person.userPrincipalName), target: '_blank', 'aria-label': `Teams: ${person.displayName}` },
            'Teams',
          ),
        ),
      ),
    ),
  );
}

/** Addresses for those who build. */
function developerSection(locale: Locale, appOrigin: string): HTMLElement {
  const texts = homeTexts[locale];
  return element(
    'section',
    { 'aria-labelledby': 'developers' },
    element('h2', { id: 'developers' }, texts.developers),
    element('p.hint', {}, texts.developersLead),
    element(
      'dl.developer',
      {},
      ...entry(texts.graphBase, element('code', {}, `${location.origin}/v1.0`)),
      ...entry(texts.appPage, element('a', { href: `${appOrigin}/index.html` }, `${appOrigin}/index.html`)),
      ...entry(
        texts.discovery,
        element('a', { href: `/${tenantId}/v2.0/.well-known/openid-configuration` }, `/${tenantId}/v2.0/.well-known/openid-configuration`),
      ),
      ...entry(texts.people, element('a', { href: '/_dev/users' }, '/_dev/users')),
      ...entry(texts.log, element('a', { href: '/_dev/log' }, '/_dev/log')),
    ),
  );
}

function languageLink(locale: Locale, current: Locale): HTMLElement {
  const address = readAddress();
  return element(
    'a.language',
    { href: `/${formatAddress({ ...address, locale })}`, 'aria-current': locale === current ? 'true' : null, lang: locale.slice(0, 2) },
    locale === 'da-dk' ? 'Dansk' : 'English',
  );
}

function entry(term: string, value: Node): HTMLElement[] {
  return [element('dt', {}, term), element('dd', {}, value)];
}

void start();
