import { parseJsonRecord } from '../wire/record.ts';

/**
 * What Exchange keeps for an add-in in one mailbox: custom properties of an item (on this copy only; they never travel to the other
 * participants, office-js-docs-reference#2020) and roaming settings. Kept in this browser.
 */
export class MailboxStorage {
  readonly #owner: string;

  constructor(user: string, appId: string) {
    this.#owner = `${user.toLowerCase()}|${appId}`;
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
    return `local-outlook-properties:${this.#owner}|${itemId}`;
  }

  #settingsKey(): string {
    return `local-outlook-settings:${this.#owner}`;
  }
}
