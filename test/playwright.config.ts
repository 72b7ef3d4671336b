import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { findBrowser } from '../src/tools/browser.ts';
import { folders } from '../src/tools/folders.ts';
import { trustsOwnCertificate } from './ownCertificate.ts';

const { executablePath, args, env } = findBrowser();

export default defineConfig({
  testDir: join(folders.root, 'test', 'journeys'),
  testMatch: ['**/*.journey.ts', '**/*.spec.ts'],
  outputDir: folders.results,
  globalSetup: join(folders.root, 'test', 'journeys', 'wholeRun.ts'),
  // Each journey has a tenant, an app and ports of its own (theHouse.ts), and waits for them part of its time: more of them than a small
  // machine has cores.
  workers: 3,
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  // What passes only at the second try is broken.
  retries: 0,
  // A journey waits for states. These limits end what hangs, and are no measure of speed.
  timeout: 1_200_000,
  expect: { timeout: 120_000 },
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] === undefined ? [['list']] : [['list'], ['json']],
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath, args: [...args, await trustsOwnCertificate()], env },
    ignoreHTTPSErrors: true,
    actionTimeout: 120_000,
    navigationTimeout: 120_000,
    locale: 'da-DK',
    timezoneId: 'Europe/Copenhagen',
    // What was done and asked. Pictures of every step and copies of every page (`--trace=retain-on-failure`) cost more than all journeys.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false, sources: false },
    screenshot: 'only-on-failure',
  },
});
