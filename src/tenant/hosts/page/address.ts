import { formatMisbehaviours, parseMisbehaviours } from '../wire/misbehaviour.ts';
import type { Misbehaviour } from '../wire/misbehaviour.ts';

export const themes = ['default', 'dark', 'contrast'] as const;
export type Theme = (typeof themes)[number];
/** What a person has chosen; `system` is what the operating system shows. */
export type ThemeChoice = Theme | 'system';
export const themeChoices = ['system', ...themes] as const satisfies readonly ThemeChoice[];
export type Locale = 'da-dk' | 'en-us';

/** What every host page keeps in its address, so that a link leads back to the same sight. */
export interface PageAddress {
  readonly user: string | null;
  readonly theme: ThemeChoice;
  readonly locale: Locale;
  readonly misbehaviours: ReadonlySet<Misbehaviour>;
  /** One place: all other parameters, each page's own. */
  readonly place: URLSearchParams;
}

const own = ['user', 'theme', 'locale', 'misbehave'];

/** Reads the address; an unknown theme or locale counts as the default. */
export function readAddress(search: string = location.search): PageAddress {
  const parameters = new URLSearchParams(search);
  const theme = parameters.get('theme');
  const place = new URLSearchParams(search);
  own.forEach((name) => place.delete(name));
  return {
    user: parameters.get('user'),
    theme: themeChoices.find((known) => known === theme) ?? 'system',
    locale: parameters.get('locale') === 'en-us' ? 'en-us' : 'da-dk',
    misbehaviours: parseMisbehaviours(parameters.get('misbehave')),
    place,
  };
}

/** The query of an address, with `?`; defaults are left out. */
export function formatAddress(address: PageAddress): string {
  const parameters = new URLSearchParams();
  if (address.user) parameters.set('user', address.user);
  if (address.theme !== 'system') parameters.set('theme', address.theme);
  if (address.locale !== 'da-dk') parameters.set('locale', address.locale);
  const wrong = formatMisbehaviours(address.misbehaviours);
  if (wrong) parameters.set('misbehave', wrong);
  address.place.forEach((value, key) => parameters.set(key, value));
  return `?${parameters.toString()}`;
}

/** The address of another place in the same page, for the same person. */
export function placeAddress(address: PageAddress, place: Readonly<Record<string, string>>): string {
  return formatAddress({ ...address, place: new URLSearchParams(place) });
}
