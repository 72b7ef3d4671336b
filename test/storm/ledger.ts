import type { ItemId } from '../../src/meeting/ids.ts';
import { personAt } from './device.ts';
import type { Act, Device, Verb } from './history.ts';

/**
 * acked: told as done; refused: told as not done; kept: told as waiting, and the outbox has it; running: nobody was told yet (the pane was closed,
 * or it never ended); skipped: there was nothing to press.
 */
export type Fate = 'running' | 'acked' | 'refused' | 'kept' | 'skipped';

/** What a person pressed, from what, and what they were told. */
export interface Press {
  readonly act: Act;
  readonly index: number;
  /** The ids of its orders in the outbox. */
  readonly orders: string[];
  fate: Fate;
  /** Milliseconds since 1970; when the button was pressed, and when the answer came. */
  pressedAt: number;
  toldAt: number;
  /** The name of what was in the way. */
  told: string;
  /** Not one of our named failures. */
  unnamed: boolean;
  item: ItemId | null;
  /** What stood there before, as this person saw it. */
  base: string;
  /** How many items there were to be published; -1 where nothing was. */
  lines: number;
  /** The draft of the minutes that it is about, by its fingerprint, and the decision of each item as it was seen. */
  draft: string;
  saw: ReadonlyMap<ItemId, string> | null;
  /** The rows that it writes, by their RowId. */
  readonly rows: string[];
  /** What it is about, where that is no item, and what that is to be afterwards. */
  about: string;
  wants: string;
  /** Signing out took it from the device, or its pane was closed before it was kept. */
  forgotten: boolean;
}

export const newPress = (act: Act, index: number): Press => ({
  act,
  index,
  orders: [],
  fate: 'running',
  pressedAt: 0,
  toldAt: Number.POSITIVE_INFINITY,
  told: '',
  unnamed: false,
  item: null,
  base: '',
  lines: -1,
  draft: '',
  saw: null,
  rows: [],
  about: '',
  wants: '',
  forgotten: false,
});

/** A word that stands nowhere else, for what this act writes; `kind` tells apart what one act writes in two places. */
export const markerOf = (index: number | string, kind: string): string => `zq${index}${kind}q`;

/** All such words in a text, each once. */
export const markersIn = (text: string): string[] => [...new Set(text.match(/zq\w+?q/g) ?? [])];

/** One item by itself, or in a revised agenda. */
const isClosing = (verb: Verb): boolean => verb === 'close' || verb === 'shut';

/** Everything that was pressed in a history, and what follows for what may be seen. */
export class Ledger {
  readonly presses: Press[] = [];
  readonly #parents: Map<ItemId, ItemId | null>;
  readonly #closedFromTheStart: ReadonlySet<ItemId>;
  /** marker → the item it belongs to; null where it belongs to nobody outside at any time. */
  readonly #owners = new Map<string, ItemId | null>();

  constructor(items: readonly { id: ItemId; parentId: ItemId | null; openness: string }[]) {
    this.#parents = new Map(items.map(({ id, parentId }) => [id, parentId]));
    this.#closedFromTheStart = new Set(items.filter(({ openness }) => openness === 'closed').map(({ id }) => id));
  }

  own(marker: string, item: ItemId | null): void {
    this.#owners.set(marker, item);
  }

  /** Whose word it is; undefined where it is no secret of an item. */
  ownerOf(marker: string): ItemId | null | undefined {
    return this.#owners.get(marker);
  }

  of(device: Device): readonly Press[] {
    return this.presses.filter((press) => press.act.device === device);
  }

  /** An item that was added. */
  add(item: ItemId, parent: ItemId): void {
    this.#parents.set(item, parent);
  }

  /** Had this person's apology been withdrawn then, as they were told, and have they sent none since? */
  hasWithdrawn(who: string, then: number): boolean {
    const acts = this.presses.filter(({ act, pressedAt }) => personAt[act.device] === who && pressedAt > 0 && pressedAt <= then);
    const newest = acts
      .filter(({ act }) => act.verb === 'apologise' || act.verb === 'withdraw')
      .sort((a, b) => a.pressedAt - b.pressedAt)
      .at(-1);
    return newest?.act.verb === 'withdraw' && newest.fate === 'acked' && newest.toldAt < then;
  }

  /** Has its closing been confirmed to somebody, and has nobody opened it on purpose since? What is under a closed item is closed with it. */
  mustBeClosed(item: ItemId): boolean {
    if (this.#closedItself(item)) return true;
    const parent = this.#parents.get(item) ?? null;
    return parent !== null && this.mustBeClosed(parent);
  }

  /** When somebody was first told that it is closed, as it is now; milliseconds since 1970. */
  closedSince(item: ItemId): number {
    const own = this.presses
      .filter((press) => isClosing(press.act.verb) && press.item === item && press.fate === 'acked')
      .map(({ toldAt }) => toldAt);
    const parent = this.#parents.get(item) ?? null;
    return Math.min(...own, parent === null ? Number.POSITIVE_INFINITY : this.closedSince(parent));
  }

  #closedItself(item: ItemId): boolean {
    const opened = this.presses
      .filter((press) => press.act.verb === 'open' && press.item === item && press.pressedAt > 0)
      .map((press) => press.pressedAt);
    const since = Math.max(0, ...opened);
    if (this.#closedFromTheStart.has(item) && since === 0) return true;
    return this.presses.some((press) => isClosing(press.act.verb) && press.item === item && press.fate === 'acked' && press.pressedAt > since);
  }
}
