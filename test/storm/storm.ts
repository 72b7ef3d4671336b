/**
 * `npm run storm -- [--runs N] [--seed S] [--jobs J] [--one]`: seeded histories on the real commands, storage and tenant, in this process and by a
 * clock of its own (docs/reliability.md).
 */
import { historyOf, written } from './history.ts';
import { play } from './play.ts';
import { prepareScene } from './scene.ts';

const words = process.argv.slice(2);
const valueOf = (name: string, otherwise: number): number => {
  const place = words.indexOf(name);
  return place < 0 ? otherwise : Number(words[place + 1]);
};

const began = performance.now();
const scene = await prepareScene();
console.log(`prepared in ${(performance.now() - began).toFixed(0)} ms`);
const seed = valueOf('--seed', 1);
const runs = valueOf('--runs', 1);
for (let n = seed; n < seed + runs; n += 1) {
  const start = performance.now();
  const history = historyOf(n);
  const outcome = await play(scene, history);
  console.log(`seed ${n}: ${(performance.now() - start).toFixed(0)} ms, ${outcome.requests} requests, ${outcome.faults.map(({ column, what }) => `${column}: ${what}`).join('; ')}`);
  if (words.includes('--story')) console.log(written(history), outcome.story.join('\n'));
}
