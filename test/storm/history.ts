import { between, chance, oneOf } from './dice.ts';

/** Ulla, the secretary, at her desk; Asger, of the closed circle; Ane, invited and of the circle, on a laptop and on a phone. */
export const DEVICES = ['ulla', 'asger', 'aneLaptop', 'anePhone'] as const;
export type Device = (typeof DEVICES)[number];

export const VERBS = [
  'attach',
  'edit',
  'write',
  'move',
  'add',
  'close',
  'shut',
  'open',
  'apologise',
  'withdraw',
  'decide',
  'publish',
  'review',
  'approve',
  'object',
  'remark',
  'takeBack',
  'correct',
  'note',
  'recuse',
  'follow',
  'settle',
  'call',
  'answer',
  'callOff',
  'signOut',
  'kill',
  'sleep',
] as const;
/**
 * attach: the agenda for the first time, or revised with another title; edit: an item's title; write: a line more in an item's paper;
 * move: an item to the end; add: an item under another; shut: an item is closed in a revised agenda; decide: a line more in a decision; review: the draft is sent to
 * those who look it through, and takeBack: taken back from them; remark: words at an item of it; correct: a line more in what is approved; note: somebody comes to the roll call;
 * recuse: somebody is recused from an item; follow: something is to be done after an item, and settle: it is done; call: a stand-in; answer: to being called; kill: the pane is closed under everything that goes on in it.
 */
export type Verb = (typeof VERBS)[number];

export interface Act {
  /** Milliseconds after the history began. */
  readonly at: number;
  readonly device: Device;
  readonly verb: Verb;
  /** Which item, counted from 0. */
  readonly item?: number;
  /** From what this pane showed last, though others may have written since; else the meeting is opened first. */
  readonly stale?: true;
  /** In a second pane on the same device, in Outlook beside Teams. */
  readonly other?: true;
  /** How long the device sleeps, in minutes. */
  readonly minutes?: number;
}

export const FAULT_KINDS = [
  'busy',
  'busyUntil',
  'down',
  'downUntil',
  'gateway',
  'gatewayDone',
  'fault',
  'faultDone',
  'conflict',
  'conflictDone',
  'staleToken',
  'claims',
  'cutBefore',
  'cutAfter',
  'slowThere',
  'slowBack',
] as const;
/** `…Until` names a time in Retry-After; `…Done` took effect all the same; `slow…` takes up to a minute on the way there or back. */
export type FaultKind = (typeof FAULT_KINDS)[number];

/** A fault that one request of a device meets: the how manieth, and which part of it where it is a batch (-1: the whole). */
export interface PlannedFault {
  readonly device: Device;
  readonly request: number;
  readonly kind: FaultKind;
  readonly part: number;
}

/** All that is needed to play it again. */
export interface History {
  /** Of latencies and ids. */
  readonly seed: number;
  /** Is there an agenda already, or is it attached in this history? */
  readonly begins: 'attached' | 'bare';
  /** Every item has been decided already, and who approves the minutes: the chair alone, or all who are asked (as where nothing is said). */
  readonly rule?: 'chair' | 'all';
  readonly acts: readonly Act[];
  readonly faults: readonly PlannedFault[];
}

type Weights = Readonly<Record<Device, Partial<Record<Verb, number>>>>;

/** How often each is drawn, by who sits there. */
const weights: Weights = {
  ulla: { attach: 3, edit: 3, write: 3, move: 2, add: 2, close: 3, shut: 2, open: 1, decide: 3, publish: 4, kill: 1, sleep: 1, signOut: 0.4 },
  asger: { edit: 2, write: 3, close: 4, open: 1.5, decide: 3, apologise: 1, withdraw: 1, publish: 1, kill: 1, sleep: 1, signOut: 0.4 },
  aneLaptop: { apologise: 4, withdraw: 3, edit: 1, write: 2, close: 1.5, decide: 1, kill: 1, sleep: 2, signOut: 0.4 },
  anePhone: { apologise: 4, withdraw: 3, write: 1, close: 1, kill: 1, sleep: 2 },
};

/** Few acts at one moment, of those that touch the same. */
const duellists: Weights = {
  ulla: { attach: 2, shut: 2, close: 2, publish: 5, edit: 1, decide: 2, add: 1, sleep: 0.5, kill: 0.5 },
  asger: { close: 4, open: 1, publish: 2, edit: 1, write: 1, decide: 2, kill: 0.3 },
  aneLaptop: { close: 3, decide: 1, write: 1, apologise: 2, withdraw: 1, sleep: 0.5 },
  anePhone: { close: 2, apologise: 2, withdraw: 2, sleep: 0.5 },
};

/** Minutes on their way to being approved. */
const approvers: Weights = {
  ulla: { review: 5, decide: 4, takeBack: 1, publish: 3, correct: 2, edit: 1, close: 1.5, open: 0.5, kill: 1, sleep: 1, signOut: 0.3 },
  asger: { approve: 7, object: 1.5, remark: 2, decide: 2, close: 1.5, kill: 0.5, sleep: 1 },
  aneLaptop: { approve: 6, object: 2, remark: 2, decide: 2, close: 1, kill: 0.5, sleep: 1, signOut: 0.3 },
  anePhone: { approve: 6, object: 2, remark: 1, kill: 0.5, sleep: 2 },
};

/** What stands beside the agenda: the roll call, what is to be done, and stand-ins. */
const besides: Weights = {
  ulla: {
    call: 6,
    callOff: 2,
    note: 2,
    recuse: 2,
    follow: 2,
    settle: 1.5,
    close: 2,
    open: 1,
    decide: 1,
    publish: 3,
    attach: 0.5,
    kill: 1,
    sleep: 1,
    signOut: 0.3,
  },
  asger: { apologise: 4, withdraw: 2, note: 2, recuse: 2, follow: 2, settle: 1.5, close: 2, kill: 0.5, sleep: 1 },
  aneLaptop: { answer: 5, apologise: 2, withdraw: 1.5, follow: 1.5, settle: 1, recuse: 1.5, close: 1, kill: 0.5, sleep: 1, signOut: 0.3 },
  anePhone: { answer: 5, apologise: 1.5, withdraw: 1, note: 1, settle: 1, kill: 0.5, sleep: 2 },
};

/** Who is recused from items that are closed and opened at that moment. */
const recusers: Weights = {
  ulla: { recuse: 5, close: 3, open: 2.5, shut: 1, publish: 0.5, kill: 0.7, sleep: 0.5 },
  asger: { recuse: 4, close: 3, open: 2.5, kill: 0.7, sleep: 0.5 },
  aneLaptop: { recuse: 4, close: 2, open: 1, kill: 0.7, sleep: 0.7, signOut: 0.3 },
  anePhone: { recuse: 2, note: 1, close: 1, kill: 0.5, sleep: 1 },
};

const MOST_REQUESTS = 120;

/** The history of a seed. */
export function historyOf(seed: number): History {
  const duel = chance(seed, 'duel') < 0.4;
  const about = chance(seed, 'about');
  const drawn = about < 0.25 ? approvers : about >= 0.5 ? null : chance(seed, 'recused') < 0.3 ? recusers : besides;
  const begins = drawn !== approvers && chance(seed, 'begins') < 0.3 ? 'bare' : 'attached';
  const count = duel ? between(2, 6, seed, 'acts') : between(3, 18, seed, 'acts');
  // Some histories are a crowd at one moment, some go on for days.
  const span = oneOf([500, 3_000, 30_000, 120_000, 600_000], seed, 'span');
  const acts: Drawn[] =
    drawn === null ? Array.from({ length: count }, (_, n) => actOf(seed, n, duel ? 200 : span, duel ? duellists : weights)) : roundsOf(seed, drawn);
  if (begins === 'bare') {
    for (const act of acts) act.at += drawn === null ? 1_500 : 12_000;
    acts.unshift({ at: 0, device: 'ulla', verb: 'attach' }, { at: 6_000, device: 'ulla', verb: 'attach', item: 4 });
  }
  const rule = drawn === approvers ? ({ rule: oneOf(['chair', 'all'] as const, seed, 'rule') } as const) : {};
  const rate = oneOf([0, 0.01, 0.03, 0.08, 0.2], seed, 'rate');
  return { seed, begins, ...rule, acts: acts.sort((a, b) => a.at - b.at), faults: faultsOf(seed, rate) };
}

function actOf(seed: number, n: number, span: number, drawn: Weights): Act {
  const device = oneOf(DEVICES, seed, n, 'device');
  const verb = weighed(drawn[device], seed, n);
  // People come together: most acts fall into a few moments of some seconds.
  const moment = between(0, span, seed, between(1, 3, seed, n, 'which'), 'moment');
  const act: Act = { at: moment + between(0, oneOf([1_000, 4_000, 15_000, 40_000], seed, 'crowd'), seed, n, 'at'), device, verb };
  if (verb === 'sleep') return { ...act, minutes: oneOf([1, 10, 60, 60 * 24, 60 * 24 * 3], seed, n, 'minutes') };
  // Most go for the same two items, so that they meet.
  const item = chance(seed, n, 'apart') < 0.65 ? between(1, 2, seed, n, 'item') : between(0, 4, seed, n, 'item');
  return {
    ...act,
    item,
    ...(chance(seed, n, 'stale') < 0.5 && { stale: true as const }),
    ...(chance(seed, n, 'other') < 0.2 && { other: true as const }),
  };
}

type Drawn = { -readonly [Name in keyof Act]: Act[Name] };

const openings: readonly { readonly of: Weights; readonly acts: readonly Act[] }[] = [
  { of: approvers, acts: [{ at: 0, device: 'ulla', verb: 'review' }] },
  {
    of: besides,
    acts: [
      { at: 0, device: 'asger', verb: 'apologise' },
      { at: 1_000, device: 'ulla', verb: 'follow', item: 1 },
      { at: 7_000, device: 'ulla', verb: 'call', item: 0 },
    ],
  },
];

/** Minutes that are approved before anything meets them. */
const agreed: readonly Act[] = [
  { at: 0, device: 'ulla', verb: 'review' },
  { at: 5_000, device: 'asger', verb: 'approve' },
  { at: 6_000, device: 'aneLaptop', verb: 'approve' },
];

/** What hangs together comes in rounds: something is begun, and answered by several at one moment. Now and then a beginning is left out. */
function roundsOf(seed: number, drawn: Weights): Drawn[] {
  const opening = chance(seed, 'agreed') < 0.35 && drawn === approvers ? agreed : (openings.find(({ of }) => of === drawn)?.acts ?? []);
  const rounds = between(1, 3, seed, 'rounds');
  return Array.from({ length: rounds }, (_, round) => {
    const begins = round * 30_000;
    const crowd = oneOf([300, 2_000, 6_000], seed, round, 'crowd');
    const answers = Array.from({ length: between(2, 6, seed, round, 'acts') }, (_, n): Drawn => {
      const act = actOf(seed, 100 * (round + 1) + n, 1, drawn);
      return { ...act, at: begins + (opening === openings[0]?.acts ? 5_000 : 14_000) + between(0, crowd, seed, round, n, 'at') };
    });
    const begun = opening.filter((_, n) => chance(seed, round, n, 'begun') < 0.85).map((act) => ({ ...act, at: begins + act.at }));
    return [...begun, ...answers];
  }).flat();
}

function weighed(choices: Partial<Record<Verb, number>>, ...words: readonly (string | number)[]): Verb {
  const all = Object.entries(choices) as [Verb, number][];
  let left = chance(...words, 'verb') * all.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [verb, weight] of all) if ((left -= weight) < 0) return verb;
  return 'edit';
}

function faultsOf(seed: number, rate: number): PlannedFault[] {
  return DEVICES.flatMap((device) =>
    Array.from({ length: MOST_REQUESTS }, (_, request) => request)
      .filter((request) => chance(seed, device, request, 'fault') < rate)
      .map((request) => ({
        device,
        request,
        kind: oneOf(FAULT_KINDS, seed, device, request, 'kind'),
        part: between(-2, 4, seed, device, request, 'part'),
      })),
  );
}

/** As it can be pasted into a test. */
export function written({ seed, begins, rule, acts, faults }: History): string {
  const line = (each: object): string =>
    `    { ${Object.entries(each)
      .map(([name, value]) => `${name}: ${typeof value === 'string' ? `'${value}'` : String(value)}`)
      .join(', ')} },`;
  const list = (name: string, all: readonly object[]): string =>
    all.length === 0 ? `  ${name}: [],` : `  ${name}: [\n${all.map(line).join('\n')}\n  ],`;
  return `{\n  seed: ${seed},\n  begins: '${begins}',\n${rule === undefined ? '' : `  rule: '${rule}',\n`}${list('acts', acts)}\n${list('faults', faults)}\n}`;
}
