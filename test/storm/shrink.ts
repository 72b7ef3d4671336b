import type { History } from './history.ts';

/** Parts of a list to leave out, the largest first. */
function* parts(length: number): Generator<readonly [from: number, to: number]> {
  for (let size = length; size >= 1; size = size > 1 ? Math.ceil(size / 2) : 0) {
    for (let from = length - size; from > -size; from -= size) yield [Math.max(0, from), from + size];
  }
}

const without = <Each>(list: readonly Each[], [from, to]: readonly [number, number]): Each[] => [...list.slice(0, from), ...list.slice(to)];

/**
 * The shortest history that is found to fail in the same way, by leaving out acts and faults and making the rest plainer.
 * @param fails plays it
 * @param most how often it may be played
 */
export async function shrink(history: History, fails: (history: History) => Promise<boolean>, most = 400): Promise<History> {
  let shortest = history;
  let played = 0;
  const takes = async (candidate: History): Promise<boolean> => {
    if (played >= most) return false;
    played += 1;
    if (!(await fails(candidate))) return false;
    shortest = candidate;
    return true;
  };
  for (let before = -1; before !== sizeOf(shortest) && played < most;) {
    before = sizeOf(shortest);
    for (const list of ['faults', 'acts'] as const) {
      let again = true;
      while (again && played < most) {
        again = false;
        for (const part of parts(shortest[list].length)) {
          if (!(await takes({ ...shortest, [list]: without<unknown>(shortest[list], part) } as History))) continue;
          again = shortest[list].length > 0;
          break;
        }
      }
    }
    for (let index = 0; index < shortest.acts.length; index += 1) await plainer(shortest, index, takes);
  }
  return shortest;
}

/** Without an old screen, and for item 1, where that fails as well. */
async function plainer(history: History, index: number, takes: (candidate: History) => Promise<boolean>): Promise<void> {
  const act = history.acts[index];
  if (!act) return;
  const put = (other: typeof act): History => ({ ...history, acts: history.acts.map((each, place) => (place === index ? other : each)) });
  if (act.stale) {
    const { stale: _stale, ...fresh } = act;
    await takes(put(fresh));
  }
}

const sizeOf = ({ acts, faults }: History): number => acts.length * 10 + faults.length + acts.filter(({ stale }) => stale).length;
