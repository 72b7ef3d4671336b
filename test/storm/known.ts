import type { History } from './history.ts';

/**
 * Histories that once ended badly, each the shortest that was found. They are played with other latencies too, because a mend moves the
 * requests that met. A new one is pasted here as `npm run storm -- --shrink` prints it.
 */
export const known: readonly { readonly name: string; readonly history: History }[] = [
  {
    name: 'a revision that waited while its pane was closed opened what was closed meanwhile',
    history: {
      seed: 113,
      begins: 'attached',
      acts: [
        { at: 645, device: 'ulla', verb: 'attach', item: 2 },
        { at: 1662, device: 'ulla', verb: 'kill' },
        { at: 2023, device: 'ulla', verb: 'move', item: 1 },
        { at: 2411, device: 'anePhone', verb: 'close', item: 1 },
      ],
      faults: [],
    },
  },
  {
    name: 'a first agenda on a machine that slept opened what was closed meanwhile',
    history: {
      seed: 323,
      begins: 'bare',
      acts: [
        { at: 0, device: 'ulla', verb: 'attach' },
        { at: 4377, device: 'ulla', verb: 'sleep', minutes: 60 },
        { at: 4905, device: 'asger', verb: 'close', item: 2 },
      ],
      faults: [],
    },
  },
  {
    name: 'a first agenda put a title in the invitation after its item was closed',
    history: {
      seed: 35,
      begins: 'bare',
      acts: [
        { at: 0, device: 'ulla', verb: 'attach' },
        { at: 4576, device: 'asger', verb: 'close', item: 1 },
      ],
      faults: [],
    },
  },
  {
    name: 'minutes told the channel of an item that was closed while they were published',
    history: {
      seed: 417,
      begins: 'attached',
      acts: [
        { at: 493183, device: 'aneLaptop', verb: 'close', item: 2 },
        { at: 493656, device: 'ulla', verb: 'publish' },
      ],
      faults: [],
    },
  },
  {
    name: 'minutes told the channel of a decision on an item that was closed while they were published',
    history: {
      seed: 375,
      begins: 'attached',
      acts: [
        { at: 9464, device: 'ulla', verb: 'decide', item: 1 },
        { at: 10322, device: 'asger', verb: 'publish' },
        { at: 21902, device: 'aneLaptop', verb: 'close', item: 1 },
      ],
      faults: [],
    },
  },
  {
    name: 'an apology that waited on one machine came over the newer one sent from another',
    history: {
      seed: 334,
      begins: 'attached',
      acts: [
        { at: 1398, device: 'anePhone', verb: 'sleep', minutes: 1 },
        { at: 2605, device: 'anePhone', verb: 'apologise' },
        { at: 3251, device: 'aneLaptop', verb: 'apologise' },
        { at: 3759, device: 'aneLaptop', verb: 'sleep', minutes: 60 },
      ],
      faults: [],
    },
  },
  {
    name: 'an apology that waited stood again although it was withdrawn on another machine',
    history: {
      seed: 89,
      begins: 'attached',
      acts: [
        { at: 3132, device: 'anePhone', verb: 'apologise' },
        { at: 3749, device: 'aneLaptop', verb: 'apologise' },
        { at: 3773, device: 'aneLaptop', verb: 'withdraw' },
        { at: 3926, device: 'anePhone', verb: 'sleep', minutes: 1440 },
      ],
      faults: [],
    },
  },
  {
    name: 'a line in a paper was lost under a revision',
    history: {
      seed: 369,
      begins: 'bare',
      acts: [
        { at: 0, device: 'ulla', verb: 'attach' },
        { at: 6000, device: 'ulla', verb: 'attach', item: 4 },
        { at: 451186, device: 'asger', verb: 'write', item: 0 },
        { at: 451991, device: 'ulla', verb: 'attach', item: 1, stale: true },
      ],
      faults: [
        { device: 'ulla', request: 26, kind: 'claims', part: 1 },
        { device: 'asger', request: 1, kind: 'busy', part: -1 },
      ],
    },
  },
  {
    name: 'a title was lost under a first agenda that was tried again',
    history: {
      seed: 377,
      begins: 'bare',
      acts: [
        { at: 0, device: 'ulla', verb: 'attach' },
        { at: 5625, device: 'asger', verb: 'edit', item: 1 },
      ],
      faults: [{ device: 'ulla', request: 13, kind: 'fault', part: 0 }],
    },
  },
  {
    name: 'of two first decisions at one moment the second was refused without saying why',
    history: {
      seed: 554,
      begins: 'attached',
      acts: [
        { at: 8934, device: 'ulla', verb: 'decide', item: 1 },
        { at: 9065, device: 'asger', verb: 'publish' },
      ],
      faults: [
        { device: 'ulla', request: 0, kind: 'claims', part: -1 },
        { device: 'asger', request: 6, kind: 'cutBefore', part: 1 },
      ],
    },
  },
  {
    name: 'of two first apologies at one moment the second was refused without saying why',
    history: {
      seed: 409,
      begins: 'attached',
      acts: [
        { at: 757, device: 'aneLaptop', verb: 'apologise' },
        { at: 3887, device: 'anePhone', verb: 'apologise' },
      ],
      faults: [{ device: 'anePhone', request: 1, kind: 'gatewayDone', part: -2 }],
    },
  },
  {
    name: 'of two who published at one moment the second was refused without saying why',
    history: {
      seed: 350,
      begins: 'attached',
      acts: [
        { at: 16291, device: 'ulla', verb: 'publish' },
        { at: 17089, device: 'asger', verb: 'publish' },
      ],
      faults: [],
    },
  },
  {
    name: 'a phone that fell asleep over its last look declined when it woke, though the apology was taken back meanwhile',
    history: {
      seed: 4713,
      begins: 'attached',
      acts: [
        { at: 4776, device: 'ulla', verb: 'publish', item: 0 },
        { at: 10835, device: 'anePhone', verb: 'apologise', item: 4 },
        { at: 14814, device: 'anePhone', verb: 'withdraw', item: 3, other: true },
        { at: 26858, device: 'anePhone', verb: 'sleep', minutes: 1440 },
        { at: 30440, device: 'aneLaptop', verb: 'withdraw', item: 1, other: true },
      ],
      faults: [
        { device: 'anePhone', request: 1, kind: 'cutBefore', part: 0 },
        { device: 'anePhone', request: 8, kind: 'conflictDone', part: -1 },
        { device: 'anePhone', request: 10, kind: 'slowBack', part: 3 },
      ],
    },
  },
  {
    name: 'minutes that slept between two of their rows went on with an item that was closed meanwhile',
    history: {
      seed: 54,
      begins: 'attached',
      rule: 'chair',
      acts: [
        { at: 9089, device: 'ulla', verb: 'publish', item: 2 },
        { at: 30000, device: 'ulla', verb: 'review' },
        { at: 35076, device: 'ulla', verb: 'decide', item: 4 },
        { at: 35170, device: 'asger', verb: 'close', item: 2 },
        { at: 35273, device: 'ulla', verb: 'sleep', minutes: 1440 },
      ],
      faults: [],
    },
  },
  {
    name: 'the chair approved minutes while a decision was on its way into them',
    history: {
      seed: 83,
      begins: 'attached',
      rule: 'chair',
      acts: [
        { at: 0, device: 'ulla', verb: 'review' },
        { at: 5026, device: 'asger', verb: 'approve', item: 1 },
        { at: 5261, device: 'ulla', verb: 'decide', item: 2 },
      ],
      faults: [],
    },
  },
  {
    name: 'a decision that was held up came into minutes that had been approved meanwhile',
    history: {
      seed: 175,
      begins: 'attached',
      rule: 'chair',
      acts: [
        { at: 0, device: 'ulla', verb: 'review' },
        { at: 5094, device: 'aneLaptop', verb: 'decide', item: 1, other: true },
        { at: 6212, device: 'aneLaptop', verb: 'close', item: 2 },
        { at: 35030, device: 'asger', verb: 'approve', item: 2 },
      ],
      faults: [],
    },
  },
  {
    name: 'what is to be done after an item came into the open list while the item was closed',
    history: {
      seed: 5015,
      begins: 'attached',
      acts: [
        { at: 15336, device: 'aneLaptop', verb: 'settle', item: 2 },
        { at: 17422, device: 'ulla', verb: 'callOff', item: 1 },
        { at: 18517, device: 'aneLaptop', verb: 'close', item: 2 },
        { at: 19225, device: 'ulla', verb: 'follow', item: 2 },
      ],
      faults: [],
    },
  },
  {
    name: 'a closing that went on wrote an older row, still without words, over what is to be done',
    history: {
      seed: 7668,
      begins: 'attached',
      acts: [
        { at: 0, device: 'asger', verb: 'apologise' },
        { at: 1000, device: 'ulla', verb: 'follow', item: 1 },
        { at: 7000, device: 'ulla', verb: 'call', item: 0 },
        { at: 31000, device: 'ulla', verb: 'follow', item: 1 },
        { at: 37000, device: 'ulla', verb: 'call', item: 0 },
        { at: 44134, device: 'asger', verb: 'close', item: 1 },
        { at: 44181, device: 'asger', verb: 'follow', item: 2, stale: true },
      ],
      faults: [
        { device: 'ulla', request: 1, kind: 'downUntil', part: -1 },
        { device: 'ulla', request: 5, kind: 'gateway', part: 1 },
        { device: 'ulla', request: 7, kind: 'slowThere', part: 1 },
      ],
    },
  },
  {
    name: 'who is recused from an item came into the open list while the item was closed',
    history: {
      seed: 30157,
      begins: 'attached',
      acts: [
        { at: 14078, device: 'aneLaptop', verb: 'recuse', item: 2 },
        { at: 14128, device: 'ulla', verb: 'close', item: 2, other: true },
        { at: 14142, device: 'aneLaptop', verb: 'recuse', item: 2, stale: true },
      ],
      faults: [],
    },
  },
  {
    name: 'the place of a note came late into the open list, after its order had gone on beside a closing',
    history: {
      seed: 30715,
      begins: 'bare',
      acts: [
        { at: 0, device: 'ulla', verb: 'attach' },
        { at: 6000, device: 'ulla', verb: 'attach', item: 4 },
        { at: 26061, device: 'ulla', verb: 'recuse', item: 2, stale: true },
        { at: 26264, device: 'ulla', verb: 'recuse', item: 2, stale: true },
        { at: 57554, device: 'asger', verb: 'close', item: 2 },
        { at: 59076, device: 'ulla', verb: 'recuse', item: 2, stale: true },
      ],
      faults: [
        { device: 'ulla', request: 33, kind: 'cutAfter', part: 3 },
        { device: 'ulla', request: 40, kind: 'gateway', part: 4 },
        { device: 'ulla', request: 41, kind: 'busy', part: -2 },
        { device: 'ulla', request: 62, kind: 'slowThere', part: 4 },
      ],
    },
  },
  {
    name: 'a colleague’s correction, published again word for word by the secretary, was never the edition that is read',
    history: {
      seed: 5150,
      begins: 'bare',
      acts: [
        { at: 6000, device: 'ulla', verb: 'attach', item: 4 },
        { at: 55372, device: 'ulla', verb: 'publish', item: 0, other: true },
        { at: 364771, device: 'ulla', verb: 'decide', item: 2 },
        { at: 435509, device: 'asger', verb: 'publish', item: 4 },
      ],
      faults: [],
    },
  },
];
