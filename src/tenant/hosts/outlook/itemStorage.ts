import { parseJsonRecord } from '../wire/record.ts';

/**
 * What Exchange keeps for an add-in in one mailbox: custom properties of an item (on this copy only; they never travel to the other
 * participants, office-js-docs-reference#2020) and roaming settings. Kept in this browser.
 */
export class MailboxStorage {
  readonly #owner: string;
  readonly #mailbox: string;

  /** @param mailbox whose items they are, when a shared calendar is open: properties stand on the item, for all who reach it there */
  constructor(user: string, appId: string, mailbox: string = user) {
    this.#owner = `${user.toLowerCase()}|${appId}`;
    this.#mailbox = `${mailbox.toLowerCase()}|${appId}`;
  }

  properties(itemId: string): Record<string, unknown> {
    return { ...(parseJsonRecord(localStorage.getItem(this.#propertyKey(itemId))) ?? {}) };
  }

  saveProperties(itemId: string, properties: unknown): void {
    localStorage.setItem(this.#propertyKey(itemId), JSON.stringify(properties));
  }

  /** Roaming settings: name → JSON text, as office.js keeps them. */
  settings(): Record<string, unknown> {
    return { ...(parseJsonRecord(localStorage.getItem(this.#settingsKey())) ?? {}) };
  }

  saveSettings(settings: unknown): void {
    localStorage.setItem(this.#settingsKey(), JSON.stringify(settings));
  }

  #propertyKey(itemId: string): string {
    return `local-outlook-properties:${this.#mailbox}|${itemId}`;
  }

  #settingsKey(): string {
    return `local-outlook-settings:${this.#owner}`;
  }
}
