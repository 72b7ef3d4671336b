import type { Fault } from '../../src/tenant/dev/faults.ts';
import type { GraphAnswer } from '../../src/tenant/microsoftGraph/gateway/call.ts';
import { between, chance } from './dice.ts';
import type { FaultKind, PlannedFault } from './history.ts';
import { after, here, nowIs, type Waiter } from './time.ts';
import { ORIGIN, type Asked, type Met, type Town } from './town.ts';

/** Whoever sends: its requests are numbered, and answers reach it only while it is alive and awake. */
export interface Sender extends Waiter {
  readonly device: string;
  readonly who: string;
  /** The number of the next request of this device. */
  count(): number;
  asleep(): boolean;
  /** Calls back when the device wakes. */
  onWake(call: () => void): void;
}

export interface Weather {
  readonly seed: number;
  /** Empty when the storm is over. */
  faults: readonly PlannedFault[];
}

const none: Fault = { rate: 1, after: 0, effect: false, seed: 1 };

const claims = '{"access_token":{"nbf":{"essential":true,"value":"1"}}}';

/** What the tenant is to do for each kind; null where the trouble is the way's alone. */
const faultOf: Readonly<Record<FaultKind, (n: number) => Fault | null>> = {
  busy: () => ({ ...none, status: 429 }),
  busyUntil: (n) => ({ ...none, status: 429, retryAfter: 1 + (n % 12) }),
  down: () => ({ ...none, status: 503 }),
  downUntil: (n) => ({ ...none, status: 503, retryAfter: 1 + (n % 12) }),
  gateway: () => ({ ...none, status: 504 }),
  gatewayDone: () => ({ ...none, status: 504, effect: true }),
  fault: () => ({ ...none, status: 500 }),
  faultDone: () => ({ ...none, status: 500, effect: true }),
  conflict: () => ({ ...none, status: 409, code: 'resourceModified' }),
  conflictDone: () => ({ ...none, status: 409, code: 'resourceModified', effect: true }),
  staleToken: () => ({ ...none, tokenExpired: true }),
  claims: () => ({ ...none, claims }),
  cutBefore: () => ({ ...none, cut: 'before' }),
  cutAfter: () => ({ ...none, cut: 'after' }),
  slowThere: () => null,
  slowBack: () => null,
};

/** SharePoint answers "Save Conflict" to writes to its lists, and to nothing else. */
const forListWrites: readonly FaultKind[] = ['conflict', 'conflictDone'];
/** A token is looked at before anything of a batch is. */
const forWholes: readonly FaultKind[] = ['staleToken'];
const isListWrite = (method: string, target: string): boolean => method !== 'GET' && /^\/sites\/[^/]+\/lists\/[^/]+\/items/.test(target);

/** The network between one pane and Graph: it takes time, by the seed, and meets the faults that the history plans. */
export function fetchOf(town: Town, sender: Sender, weather: Weather): typeof fetch {
  return (input, init) => {
    const asked = readAsked(sender.who, input, init);
    const n = sender.count();
    const planned = weather.faults.find((fault) => fault.device === sender.device && fault.request === n) ?? null;
    const there = latency(weather.seed, sender.device, n, 'there') + (planned?.kind === 'slowThere' ? between(5, 60, n, 'slow') * 1000 : 0);
    const back = latency(weather.seed, sender.device, n, 'back') + (planned?.kind === 'slowBack' ? between(5, 60, n, 'slow') * 1000 : 0);
    const lost = chance(weather.seed, sender.device, n, 'lost') < 0.5;
    return new Promise<Response>((resolve, reject) => {
      const cut = (): void => reject(new TypeError('fetch failed'));
      init?.signal?.addEventListener('abort', cut);
      const back1 = (answer: GraphAnswer | null): void => {
        if (!sender.alive) return;
        if (sender.asleep()) return sender.onWake(cut);
        after(back, () => (answer === null ? cut() : resolve(responseOf(answer))), sender);
      };
      after(
        there,
        () => {
          // What had not left the device when it went to sleep, or was closed, may never leave it.
          if ((!sender.alive || sender.asleep()) && lost) return sender.alive ? sender.onWake(cut) : undefined;
          void here.run(null, () => town.answer(asked, metBy(planned, asked, n))).then(back1);
        },
        null,
      );
    });
  };
}

/** Most answers come at once, some take their time, a few are slow. */
function latency(seed: number, device: string, n: number, way: string): number {
  const dice = chance(seed, device, n, way);
  if (dice < 0.6) return Math.floor(5 + dice * 100);
  if (dice < 0.9) return Math.floor(40 + (dice - 0.6) * 2500);
  return Math.floor(500 + (dice - 0.9) * 40_000);
}

function metBy(planned: PlannedFault | null, asked: Asked, n: number): Met | null {
  const fault = planned === null ? null : faultOf[planned.kind](n);
  if (planned === null || fault === null) return null;
  const parts = partsOf(asked);
  if (parts === null) return forListWrites.includes(planned.kind) && !isListWrite(asked.method, asked.target) ? null : { fault, part: null };
  const part = planned.part < 0 || forWholes.includes(planned.kind) ? null : planned.part % parts.length;
  if (!forListWrites.includes(planned.kind)) return { fault, part };
  const chosen = parts[part ?? 0];
  return chosen && isListWrite(chosen.method, chosen.url) ? { fault, part: part ?? 0 } : null;
}

function partsOf({ target, body }: Asked): readonly { method: string; url: string }[] | null {
  return target.startsWith('/$batch') ? (JSON.parse(body) as { requests: { method: string; url: string }[] }).requests : null;
}

/** A token of the storm says whose it is and what it is for. */
export const tokenOf = (who: string, scopes: readonly string[]): string => `${who} ${scopes.join(' ')}`;

function readAsked(who: string, input: Parameters<typeof fetch>[0], init: RequestInit | undefined): Asked {
  const headers = Object.fromEntries(new Headers(init?.headers));
  const [, ...scopes] = (headers['authorization'] ?? '').replace(/^Bearer /, '').split(' ');
  const url = input instanceof Request ? input.url : String(input);
  const body = typeof init?.body === 'string' ? init.body : '';
  return { who, scopes, method: init?.method ?? 'GET', target: url.slice(`${ORIGIN}/v1.0`.length), headers, body, sentAt: nowIs() };
}

function responseOf({ status, headers, body }: GraphAnswer): Response {
  const text = body === undefined ? '' : JSON.stringify(body);
  const type = body === undefined ? {} : { 'content-type': 'application/json' };
  // The body is handed over as it is: reading it as a stream would take a real moment.
  return Object.assign(new Response(null, { status, headers: { ...type, ...headers } }), { text: () => Promise.resolve(text) });
}
