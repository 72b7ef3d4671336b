import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

/** Turns the clock of its whole process, and so needs one that nothing else has been loaded into. */
const ownProcess = ['test/commands/fortyAtOneAgenda.test.ts'];

const common: TestProjectInlineConfiguration['test'] = {
  root: new URL('..', import.meta.url).pathname,
  setupFiles: ['test/states.ts'],
  // Tests wait for states. These limits end what hangs, and are no measure of speed.
  testTimeout: 240_000,
  hookTimeout: 240_000,
  expect: { poll: { timeout: 60_000 } },
  pool: 'forks',
};

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    globalSetup: ['test/certificate.ts', 'test/tenant/everyAnswer.ts', 'test/browserService.ts'],
    // Twice as many as a small machine has cores: half of the tests wait, for a tenant or a browser.
    maxWorkers: 4,
    projects: [
      {
        test: {
          ...common,
          name: 'shared',
          // What one file has loaded serves the next: loading costs more than most tests.
          isolate: false,
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: ['test/journeys/**', 'node_modules/**', ...ownProcess],
        },
      },
      { test: { ...common, name: 'own process', include: ownProcess } },
    ],
  },
});
