import { GraphSession } from '../graphClient/session.ts';
import type { NestedAuthBridge } from '../wire/nestedAppAuth.ts';
import { accountBridge } from './accountBroker.ts';
import { formatAddress, readAddress } from './address.ts';
import type { Locale, PageAddress, Theme, ThemeChoice } from './address.ts';
import { askConsent } from './consentDialog.ts';
import { fetchInstalledApp } from './installedApp.ts';
import type { InstalledApp } from './installedApp.ts';
import { choosePerson, fetchPeople } from './people.ts';
import type { Person } from './people.ts';
import { onSystemTheme, themeOf } from './systemTheme.ts';
import { chromeTexts } from './texts.ts';
import type { ChromeTexts } from './texts.ts';

/** One open host page: who is playing, which app is installed, where in the page we are. */
export class HostPage {
  readonly people: readonly Person[];
  readonly person: Person;
  readonly app: InstalledApp;
  readonly session: GraphSession;
  #address: PageAddress;
  readonly #placeListeners: (() => void)[] = [];
  readonly #themeListeners: ((theme: Theme) => void)[] = [];

  constructor(people: readonly Person[], app: InstalledApp, address: PageAddress) {
    this.people = people;
    this.person = choosePerson(people, address.user);
    this.app = app;
    this.session = new GraphSession(this.person.userPrincipalName);
    this.#address = address;
    this.#applyTheme();
    document.documentElement.lang = this.locale === 'da-dk' ? 'da' : 'en';
    onSystemTheme(() => {
      if (this.themeChoice === 'system') this.#changeTheme();
    });
    addEventListener('popstate', () => {
      this.#address = readAddress();
      this.#placeListeners.forEach((listener) => listener());
    });
  }

  get address(): PageAddress {
    return this.#address;
  }

  get locale(): Locale {
    return this.#address.locale;
  }

  get themeChoice(): ThemeChoice {
    return this.#address.theme;
  }

  /** What is worn now. */
  get theme(): Theme {
    return themeOf(this.themeChoice);
  }

  get texts(): ChromeTexts {
    return chromeTexts[this.locale];
  }

  /** Goes to another place in this page and tells the listeners. */
  go(place: Readonly<Record<string, string>>, how: 'push' | 'replace' = 'push'): void {
    this.#address = { ...this.#address, user: this.person.userPrincipalName, place: new URLSearchParams(place) };
    const target = `${location.pathname}${formatAddress(this.#address)}`;
    if (how === 'push') history.pushState(null, '', target);
    else history.replaceState(null, '', target);
    if (how === 'push') this.#placeListeners.forEach((listener) => listener());
  }

  /** The address of a place, for links. */
  href(place: Readonly<Record<string, string>>): string {
    return `${location.pathname}${formatAddress({ ...this.#address, user: this.person.userPrincipalName, place: new URLSearchParams(place) })}`;
  }

  /** Changes the theme without loading anything again: the app hears themeChange. */
  setTheme(theme: ThemeChoice): void {
    this.#address = { ...this.#address, theme };
    history.replaceState(null, '', `${location.pathname}${formatAddress(this.#address)}`);
    this.#changeTheme();
  }

  onPlace(listener: () => void): void {
    this.#placeListeners.push(listener);
  }

  /** @returns a way to stop listening */
  onTheme(listener: (theme: Theme) => void): () => void {
    this.#themeListeners.push(listener);
    return () => {
      const index = this.#themeListeners.indexOf(listener);
      if (index >= 0) this.#themeListeners.splice(index, 1);
    };
  }

  /** A new nested-app-auth bridge for one app page. */
  bridge(): NestedAuthBridge {
    return accountBridge({
      person: this.person,
      stranger: this.people.find((other) => other.id !== this.person.id) ?? this.person,
      misbehaviours: () => this.#address.misbehaviours,
      askConsent: (request) => askConsent(this, request),
    });
  }

  #changeTheme(): void {
    const before = document.documentElement.dataset['theme'];
    this.#applyTheme();
    if (this.theme === before) return;
    this.#themeListeners.forEach((listener) => listener(this.theme));
  }

  #applyTheme(): void {
    document.documentElement.dataset['theme'] = this.theme;
  }
}

/** Reads the address and asks the tenant who is there. @throws TenantUnreachable */
export async function openHostPage(): Promise<HostPage> {
  const [people, app] = await Promise.all([fetchPeople(), fetchInstalledApp()]);
  return new HostPage(people, app, readAddress());
}
