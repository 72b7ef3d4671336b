import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { findBrowser } from '../src/tools/browser.ts';
import { folders } from '../src/tools/folders.ts';

const { executablePath, args, env } = findBrowser();

export default defineConfig({
  testDir: join(folders.root, 'test', 'journeys'),
  testMatch: ['**/*.journey.ts', '**/*.spec.ts'],
  outputDir: folders.results,
  // One tenant with fixed ports serves all journeys, one after another.
  workers: 1,
  fullyParallel: false,
  forbidOnly: process.env['CI'] !== undefined,
  // A run nobody watches tries a journey once more before it calls it broken.
  retries: process.env['CI'] === undefined ? 0 : 1,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] === undefined ? [['list']] : [['list'], ['json']],
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath, args: [...args], env },
    ignoreHTTPSErrors: true,
    actionTimeout: 15_000,
    locale: 'da-DK',
    timezoneId: 'Europe/Copenhagen',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
});
