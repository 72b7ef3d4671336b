/**
 * `npm run journeys [-- NAME …] [-- --headed]`: plays whole meetings in a real browser (test/journeys/NAME.journey.ts)
 * each with a tenant and an app of its own; `agenda`, `afbud` and `minutes` play all that hold what those promise. Pictures land in test-results/.
 */
import { join } from 'node:path';
import { NoBrowser, findBrowser } from './browser.ts';
import { BuildFailed } from './build/ensureBuild.ts';
import { ensureJourneyBuild } from './build/journeyBuild.ts';
import { folders } from './folders.ts';
import { runProgram } from './runProgram.ts';

const words = process.argv.slice(2);
const options = words.filter((word) => word.startsWith('-'));
/** Several journeys that hold one promise together, by one name. */
const together: Readonly<Record<string, readonly string[]>> = {
  agenda: [
    'writing',
    'reordering',
    'taking-in-a-paper',
    'two-at-one-agenda',
    'the-body',
    'agenda-papers',
    'sending-out',
    'guests',
    'calendar-moves',
    'clock-change',
    'series-and-delegates',
    'sagsgang',
    'narrow-head',
    'exports',
    'homework',
  ],
  afbud: ['afbud', 'roll-call'],
  minutes: ['minutes', 'whole-meeting', 'seeds', 'approval', 'closed-words', 'follow-up', 'roll-call'],
};
const named = words.filter((word) => !word.startsWith('-')).flatMap((word) => together[word] ?? [word]);
const names = named.map((name) => `/${name}(\\.journey|\\.spec)?\\.ts$`);

try {
  console.log(`Browser: ${findBrowser().origin}`);
  await ensureJourneyBuild(console.log);
  const passed = await runProgram(join(folders.modules, '@playwright', 'test', 'cli.js'), [
    'test',
    '--config',
    'test/playwright.config.ts',
    ...names,
    ...options,
  ]);
  process.exitCode = passed ? 0 : 1;
} catch (error) {
  if (!(error instanceof NoBrowser || error instanceof BuildFailed)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
