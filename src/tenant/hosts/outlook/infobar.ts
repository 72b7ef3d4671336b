import { element, show } from '../page/dom.ts';

/** A notice an add-in put above the appointment. */
export interface Notice {
  readonly key: string;
  readonly message: string;
  readonly type: string;
  readonly actions: number;
}

/** The place above the form where Outlook and add-ins say things. */
export class Infobar {
  readonly element = element('div.infobar', { role: 'status' });
  readonly #notices = new Map<string, Notice>();

  has(key: string): boolean {
    return this.#notices.has(key);
  }

  all(): Notice[] {
    return [...this.#notices.values()];
  }

  show(notice: Notice): void {
    this.#notices.set(notice.key, notice);
    this.#draw();
  }

  /** @returns false when there is no such notice */
  remove(key: string): boolean {
    const had = this.#notices.delete(key);
    this.#draw();
    return had;
  }

  #draw(): void {
    show(this.element, ...this.all().map((notice) => element('p', { 'data-type': notice.type }, notice.message)));
  }
}
