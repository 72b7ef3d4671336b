import { told, type Answer } from './wire.ts';

/** What the tour has made and how each thing is taken away again. */
export interface CleanUp {
  /** Remembers how a thing is taken away, as soon as it is there. `what` is a word of ours, such as "event". */
  owes(what: string, take: () => Promise<Answer>): void;
  /** Takes everything away, the newest first; a thing that is gone already is no failure. Tells what is left. May be called again. */
  run(): Promise<readonly string[]>;
}

export function createCleanUp(): CleanUp {
  const owed: { readonly what: string; readonly take: () => Promise<Answer> }[] = [];
  return {
    owes: (what, take) => void owed.push({ what, take }),
    async run() {
      const left: string[] = [];
      for (let thing = owed.pop(); thing; thing = owed.pop()) {
        const gone = await thing.take().then(isGone, () => false);
        if (!gone) left.push(thing.what);
      }
      return left;
    },
  };
}

const isGone = (answer: Answer) => /^(2\d\d|404|410)/.test(told(answer));
