import { hash } from 'node:crypto';
import { createReadStream, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Answered } from '../../src/tenant/microsoftGraph/gateway/gateway.ts';
import { contractForAll, contractWitness } from './contract.ts';

/**
 * Around a whole test run: every answer any tenant gives in it, to whichever client and in whichever process, is written
 * down and held against the independent description of Graph when the run ends. A difference fails the run.
 */
export default function setUp(): (() => Promise<void>) | undefined {
  if (!contractForAll) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'dagsorden-answers-'));
  const before = process.env['NODE_OPTIONS'];
  process.env['NODE_OPTIONS'] = `${before ?? ''} --import=${new URL('answerRecorder.mjs', import.meta.url).href}`.trim();
  process.env['DAGSORDEN_CONTRACT_ANSWERS'] = folder;
  return async () => {
    if (before === undefined) delete process.env['NODE_OPTIONS'];
    else process.env['NODE_OPTIONS'] = before;
    try {
      await judge(folder);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
}

async function judge(folder: string): Promise<void> {
  // Compiling the contract takes a moment: not for a run in which no tenant was asked anything.
  if (readdirSync(folder).length === 0) return;
  const { look, differences, counts } = await contractWitness();
  // More than half are the same to the letter, and what was said of one goes for all.
  const judged = new Set<string>();
  for (const name of readdirSync(folder)) {
    for await (const line of createInterface({ input: createReadStream(join(folder, name)) })) {
      const print = hash('sha1', line);
      if (judged.has(print)) continue;
      judged.add(print);
      const { method, target, status, body } = JSON.parse(line) as Answered;
      look(method, target, status, body ?? {}, undefined);
    }
  }
  console.log(
    `Held against the contract of Graph: ${counts.judged} different answers (${counts.shapes.size} kinds of request); ` +
      `${counts.outside.size} kinds lie outside its subset${counts.outside.size === 0 ? '' : `: ${[...counts.outside].sort().join(', ')}`}.`,
  );
  if (differences.length === 0) return;
  process.exitCode = 1;
  throw new Error(`Answers the Graph contract does not allow:\n${differences.join('\n')}`);
}
