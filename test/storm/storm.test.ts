import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { chance } from './dice.ts';
import { historyOf, written, type History } from './history.ts';
import { shrink } from './shrink.ts';

/** The storm takes over the clock of its process, so it has one of its own. */
const storm = (...words: string[]): string =>
  execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'storm.ts'), ...words], { encoding: 'utf8' });

describe('a history', () => {
  test('is the same each time its seed is played, in a process of its own or after others', () => {
    expect(storm('--story', '--seed', '7')).toBe(storm('--story', '--seed', '7', '--after', '3'));
  });

  test('is printed as it can be pasted', () => {
    const history = historyOf(11);

    expect(new Function(`return ${written(history)}`)()).toEqual(history);
  });

  test('does not change for the rest of it where something is left out', () => {
    expect(chance(5, 'ulla', 3, 'there')).toBe(chance(5, 'ulla', 3, 'there'));
    expect(chance(5, 'ulla', 3, 'there')).not.toBe(chance(5, 'ulla', 4, 'there'));
  });
});

describe('shrinking', () => {
  const long: History = {
    seed: 1,
    begins: 'attached',
    acts: Array.from({ length: 18 }, (_, n) => ({
      at: n,
      device: 'ulla' as const,
      verb: n === 4 ? ('close' as const) : ('edit' as const),
      stale: true as const,
    })),
    faults: Array.from({ length: 60 }, (_, n) => ({ device: 'ulla' as const, request: n, kind: 'busy' as const, part: 0 })),
  };

  test('leaves out all that the failure does without', async () => {
    const fails = ({ acts, faults }: History) =>
      Promise.resolve(acts.some(({ verb }) => verb === 'close') && faults.some(({ request }) => request === 37));
    const shortest = await shrink(long, fails);
    expect(shortest.acts).toEqual([{ at: 4, device: 'ulla', verb: 'close' }]);
    expect(shortest.faults).toEqual([{ device: 'ulla', request: 37, kind: 'busy', part: 0 }]);
  });

  test('ends after so many tries', async () => {
    let played = 0;
    await shrink(long, () => Promise.resolve((played += 1) > 0 && played % 3 === 0), 40);
    expect(played).toBeLessThanOrEqual(40);
  });
});
