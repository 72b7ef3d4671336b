import { AccessTokens, keptSigningKey } from '../../src/tenant/identity/accessTokens.ts';
import { Database } from '../../src/tenant/database/database.ts';
import { Faults, type Fault } from '../../src/tenant/dev/faults.ts';
import { RequestLog } from '../../src/tenant/dev/requestLog.ts';
import { loadFixture } from '../../src/tenant/fixtures/load.ts';
import type { Caller } from '../../src/tenant/identity/caller.ts';
import { APP_ID } from '../../src/tenant/known.ts';
import { personBy, type Person } from '../../src/tenant/microsoftGraph/directory/people.ts';
import type { Arrival } from '../../src/tenant/microsoftGraph/gateway/arrival.ts';
import { answerBatch, isBatch } from '../../src/tenant/microsoftGraph/gateway/batch.ts';
import type { GraphAnswer, Method } from '../../src/tenant/microsoftGraph/gateway/call.ts';
import { Gateway } from '../../src/tenant/microsoftGraph/gateway/gateway.ts';
import { Router } from '../../src/tenant/microsoftGraph/gateway/router.ts';
import { Throttle } from '../../src/tenant/microsoftGraph/gateway/throttle.ts';
import { WriteGate } from '../../src/tenant/microsoftGraph/gateway/writeGate.ts';
import { routes } from '../../src/tenant/microsoftGraph/routes.ts';
import type { Tenant } from '../../src/tenant/tenant.ts';
import { nowIs } from './time.ts';

export const ORIGIN = 'https://localhost:1';

/** A request as it reaches Graph, from whoever it is. */
export interface Asked {
  readonly who: string;
  readonly scopes: readonly string[];
  readonly method: string;
  /** Path and query after `/v1.0`. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** When it left its sender, in milliseconds since 1970. */
  readonly sentAt: number;
}

/** A write that was carried out. */
export interface Written extends Pick<Asked, 'target' | 'sentAt'> {
  /** The address of whoever wrote. */
  readonly who: string;
}

/** The fault a request meets, and which part of a batch: counted from 0, null for the whole. */
export interface Met {
  readonly fault: Fault;
  readonly part: number | null;
}

/** Faults come from the wire's plan, one request at a time, and not from the tenant's own table. */
class PlannedFaults extends Faults {
  next: readonly Fault[] = [];

  override meet(): Fault[] {
    const met = [...this.next];
    this.next = [];
    return met;
  }
}

const router = new Router(routes);

/** The embedded Microsoft 365 in this process: the same gateway, rules and database, without a socket. */
export class Town {
  readonly #db: Database;
  readonly #tokens: AccessTokens;
  readonly #faults = new PlannedFaults();
  readonly #people = new Map<string, Person>();
  #gateway: Gateway;
  #requests = 0;
  /** Told of every write that was carried out, whatever its sender heard of it. */
  onWrite: (written: Written) => Promise<void> = async () => undefined;

  static async open(): Promise<Town> {
    const db = new Database(undefined);
    const tokens = new AccessTokens(await keptSigningKey(db), ORIGIN);
    loadFixture(db, 'fjordby', nowIs());
    return new Town(db, tokens);
  }

  constructor(db: Database, tokens: AccessTokens) {
    this.#db = db;
    this.#tokens = tokens;
    this.#gateway = this.#newGateway();
  }

  #newGateway(): Gateway {
    const throttle = new Throttle('usual');
    const tenant: Tenant = {
      db: this.#db,
      origin: ORIGIN,
      uploadOrigin: ORIGIN,
      appOrigins: [],
      manifestFile: undefined,
      now: nowIs,
      tokens: this.#tokens,
      faults: this.#faults,
      log: new RequestLog(),
      throttle,
      resetConnection: () => undefined,
    };
    return new Gateway(tenant, router, throttle, new WriteGate());
  }

  person(name: string): Person {
    const known = this.#people.get(name) ?? personBy(this.#db, `${name}@fjordby.example`);
    if (!known) throw new Error(`Nobody in Fjordby is called ${name}`);
    this.#people.set(name, known);
    return known;
  }

  /** Keeps the town as it is now, to come back to under this name. */
  keep(name: string): void {
    this.#db.run(`ATTACH DATABASE ':memory:' AS ${name}`);
    for (const table of this.#tables()) this.#db.run(`CREATE TABLE ${name}.${table} AS SELECT * FROM main.${table}`);
  }

  /** Makes the town what it was when it was kept. */
  restore(name: string): void {
    this.#db.transaction(() => {
      for (const table of this.#tables()) {
        this.#db.run(`DELETE FROM main.${table}`);
        this.#db.run(`INSERT INTO main.${table} SELECT * FROM ${name}.${table}`);
      }
    });
    this.#gateway = this.#newGateway();
    this.#requests = 0;
  }

  #tables(): string[] {
    return this.#db.all<{ name: string }>("SELECT name FROM main.sqlite_master WHERE type = 'table' ORDER BY name").map(({ name }) => name);
  }

  /** How many requests have been answered since the town was restored, those inside batches one by one. */
  get requests(): number {
    return this.#requests;
  }

  /** What somebody reads past Dagsorden, at once. */
  async read(who: string, scopes: readonly string[], target: string): Promise<{ status: number; body: unknown }> {
    const answer = await this.answer({ who, scopes, method: 'GET', target, headers: {}, body: '', sentAt: nowIs() });
    return { status: answer?.status ?? 0, body: answer?.body };
  }

  /** Answers a request as Graph does. Null where the connection was cut. */
  async answer(asked: Asked, met: Met | null = null): Promise<GraphAnswer | null> {
    const caller = this.#caller(asked);
    const arrival = this.#arrival(asked);
    try {
      if (!isBatch(arrival)) return await this.#one(arrival, caller, met?.fault ?? null, asked.sentAt);
      if (met?.part === null) return await this.#wholeBatch(arrival, caller, met.fault, asked.sentAt);
      let part = 0;
      return await answerBatch(arrival, (inner) => this.#one({ ...inner, ...ids }, caller, met?.part === part++ ? met.fault : null, asked.sentAt));
    } catch {
      return null;
    }
  }

  /** What befalls the batch itself: its parts are done all or none. */
  async #wholeBatch(arrival: Arrival, caller: Caller, fault: Fault, sentAt: number): Promise<GraphAnswer | null> {
    const done = fault.cut === 'after' || fault.effect;
    if (done) await answerBatch(arrival, (inner) => this.#one({ ...inner, ...ids }, caller, null, sentAt));
    if (fault.cut !== undefined) return null;
    this.#faults.next = [{ ...fault, effect: false }];
    return this.#gateway.answer({ ...arrival, method: 'GET', target: '/me', bytes: Buffer.alloc(0) }, caller);
  }

  async #one(arrival: Arrival, caller: Caller, fault: Fault | null, sentAt: number): Promise<GraphAnswer> {
    this.#requests += 1;
    this.#faults.next = fault === null ? [] : [fault];
    try {
      return await this.#gateway.answer(arrival, caller);
    } finally {
      if (arrival.method !== 'GET') await this.onWrite({ target: arrival.target, who: caller.upn, sentAt });
    }
  }

  #caller({ who, scopes }: Asked): Caller {
    const { id, upn, displayName } = this.person(who);
    return { id, upn, name: displayName, scopes: new Set(scopes), appId: APP_ID };
  }

  #arrival({ method, target, headers, body }: Asked): Arrival {
    const lower = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
    return { method: method as Method, target, header: (name) => lower[name], bytes: Buffer.from(body, 'utf8'), ...ids };
  }
}

const ids = { requestId: 'a request of the storm', clientRequestId: undefined };
