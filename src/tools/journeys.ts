/**
 * `npm run journeys [-- NAME …] [-- --headed]`: plays whole meetings in a real browser (test/journeys/NAME.journey.ts)
 * each with a tenant and an app of its own. Pictures land in test-results/.
 */
import { join } from 'node:path';
import { NoBrowser, findBrowser } from './browser.ts';
import { BuildFailed } from './build/ensureBuild.ts';
import { ensureJourneyBuild } from './build/journeyBuild.ts';
import { folders } from './folders.ts';
import { runProgram } from './runProgram.ts';

const words = process.argv.slice(2);
const options = words.filter((word) => word.startsWith('-'));
const names = words.filter((word) => !word.startsWith('-')).map((name) => `/${name}(\\.journey|\\.spec)?\\.ts$`);

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
