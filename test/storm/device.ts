import { AsyncLocalStorage } from 'node:async_hooks';
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { createCommands } from '../../src/commands/createCommands.ts';
import type { Commands } from '../../src/commands/commands.ts';
import { openLocalDatabase } from '../../src/device/database.ts';
import { openSeenDatabase } from '../../src/device/seenDatabase.ts';
import { createGraph } from '../../src/graph/client.ts';
import type { Host } from '../../src/host/host.ts';
import type { MeetingFile } from '../../src/meeting/meeting.ts';
import { createStore } from '../../src/storage/createStore.ts';
import type { Device } from './history.ts';
import { Locks } from './locks.ts';
import { here } from './time.ts';
import { ORIGIN, type Town } from './town.ts';
import { fetchOf, tokenOf, type Sender, type Weather } from './wire.ts';

/** The act in whose name something is ordered just now, and the ids of its orders. */
export const acting = new AsyncLocalStorage<{ readonly orders: string[] }>();

export const personAt: Readonly<Record<Device, string>> = {
  ulla: 'ulla.skarvad',
  asger: 'asger.moelbjerg',
  aneLaptop: 'ane.kratholm',
  anePhone: 'ane.kratholm',
};

/** A new browser for everybody: nothing is kept on any device. */
export function emptyDevices(): void {
  globalThis.indexedDB = new IDBFactory();
}

/** The device whose code runs just now sees its own locks, as a browser's pages do. */
export function giveLocks(): void {
  const locks = (): Locks | undefined => {
    const waiter = here.getStore();
    return waiter instanceof Pane ? waiter.place.locks : undefined;
  };
  const navigator = {
    get locks() {
      return locks() ?? new Locks();
    },
    onLine: true,
    userAgent: 'storm',
    language: 'da',
  };
  Object.defineProperty(globalThis, 'navigator', { value: navigator, configurable: true });
}

/** A machine somebody has before them. It keeps its database over closed panes and nights. */
export class Place {
  readonly name: Device;
  readonly who: string;
  readonly locks = new Locks();
  readonly #town: Town;
  readonly #weather: Weather;
  #requests = 0;
  #wakes: (() => void)[] = [];
  #asleep = false;
  readonly #panes: [Pane | null, Pane | null] = [null, null];
  /** Nobody has opened Dagsorden here since somebody signed out. */
  signedOut = false;
  /** Milliseconds since 1970. */
  wakesAt = 0;

  constructor(name: Device, town: Town, weather: Weather) {
    this.name = name;
    this.who = personAt[name];
    this.#town = town;
    this.#weather = weather;
  }

  get asleep(): boolean {
    return this.#asleep;
  }

  count(): number {
    return this.#requests++;
  }

  sleep(until: number): void {
    this.#asleep = true;
    this.wakesAt = until;
  }

  wake(): void {
    this.#asleep = false;
    const due = this.#wakes;
    this.#wakes = [];
    for (const call of due) call();
  }

  onWake(call: () => void): void {
    this.#wakes.push(call);
  }

  /** Is Dagsorden open here? */
  get isOpen(): boolean {
    return this.#panes.some((pane) => pane !== null);
  }

  /** The pane that is open here, or a new one, in which what an earlier one left behind is sent. `other`: the second one. */
  async open(other = false): Promise<Pane> {
    const which = other ? 1 : 0;
    const found = this.#panes[which];
    if (found) return found;
    const pane = new Pane(this, this.#town, this.#weather);
    this.#panes[which] = pane;
    this.signedOut = false;
    await here.run(pane, () => pane.begin());
    return pane;
  }

  /** Closes one pane, or all. */
  kill(which: 'first' | 'other' | 'all' = 'all'): void {
    for (const [index, name] of [
      [0, 'first'],
      [1, 'other'],
    ] as const) {
      if (which !== 'all' && which !== name) continue;
      this.#panes[index]?.kill();
      this.#panes[index] = null;
    }
  }

  /** What waits here, readable or not. */
  async kept(): Promise<{ id: string; stuck: { name: string } | null; command: string }[]> {
    const database = await openLocalDatabase(this.name);
    const all = (await database.getAll('outbox')) as { id: string; stuck: { name: string } | null; command: string }[];
    database.close();
    return all;
  }
}

/** One open page of Dagsorden. */
export class Pane implements Sender {
  readonly place: Place;
  alive = true;
  /** What it showed last. */
  shown: MeetingFile | null = null;
  readonly commands: Commands;

  constructor(place: Place, town: Town, weather: Weather) {
    this.place = place;
    const { who } = place;
    const { id, displayName, upn } = town.person(who);
    const graph = createGraph({
      baseUrl: `${ORIGIN}/v1.0`,
      token: ({ scopes }) => Promise.resolve(tokenOf(who, scopes)),
      fetch: fetchOf(town, this, weather),
    });
    this.commands = here.run(this, () =>
      createCommands(
        {
          host: hostOf({ id, name: displayName, email: upn }),
          store: createStore(graph),
          now: () => new Date(),
          newId: () => crypto.randomUUID(),
          language: 'da',
          appOrigin: 'https://dagsorden.fjordby.example',
          adminConsentLink: 'https://login.fjordby.example/adminconsent',
        },
        this.#database(openLocalDatabase(place.name)),
        this.#database(openSeenDatabase(`${place.name}-seen`)),
      ),
    );
  }

  get device(): Device {
    return this.place.name;
  }

  get who(): string {
    return this.place.who;
  }

  begin(): Promise<void> {
    void this.commands.outbox.resume().catch(() => undefined);
    return Promise.resolve();
  }

  count(): number {
    return this.place.count();
  }

  asleep(): boolean {
    return this.place.asleep;
  }

  onWake(call: () => void): void {
    this.place.onWake(() => {
      if (this.alive) here.run(this, call);
    });
  }

  putOff(due: () => void): boolean {
    if (!this.place.asleep) return false;
    this.place.onWake(() => {
      if (this.alive) due();
    });
    return true;
  }

  kill(): void {
    this.alive = false;
    this.place.locks.release(this);
  }

  /** The database as this page reaches it: when the page is gone, nothing more is read or written by it. */
  async #database<Opened extends object>(opening: Promise<Opened>): Promise<Opened> {
    const opened = await opening;
    return new Proxy(opened, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function') return member;
        return (...words: unknown[]): unknown => {
          if (!this.alive) {
            if (name === 'transaction') throw new Error('The page is gone');
            return new Promise(() => undefined);
          }
          if (name === 'put' && words[0] === 'outbox') acting.getStore()?.orders.push((words[1] as { id: string }).id);
          return Reflect.apply(member, target, words) as unknown;
        };
      },
    });
  }
}

function hostOf(person: { id: string; name: string; email: string }): Host {
  return {
    kind: 'browser',
    surface: 'page',
    language: 'da',
    theme: 'light',
    onTheme: () => () => undefined,
    meeting: { kind: 'none' },
    channel: null,
    address: null,
    signIn: {
      token: () => Promise.reject(new Error('The graph of the storm has tokens of its own')),
      person: () => person,
      ask: async () => undefined,
    },
    invitation: null,
    openLink: () => undefined,
    shown: () => undefined,
    failed: () => undefined,
  };
}
