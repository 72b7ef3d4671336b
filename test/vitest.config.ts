import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

/** Turns the clock of its whole process, and so needs one that nothing else has been loaded into. */
const ownProcess = ['test/commands/fortyAtOneAgenda.test.ts'];

/** Stand in a document (jsdom), or hold JSX, which Node does not read. */
const inADocument = [
  'test/**/*.test.tsx',
  'test/host/{builtNestedSignIn,contract,nestedSignIn,outlook,teams}.test.ts',
  'test/ui/intake/patientKeyboardSensor.test.ts',
];

const common: TestProjectInlineConfiguration['test'] = {
  root: new URL('..', import.meta.url).pathname,
  setupFiles: ['test/states.ts'],
  // Tests wait for states. These limits end what hangs, and are no measure of speed.
  testTimeout: 240_000,
  hookTimeout: 240_000,
  expect: { poll: { timeout: 60_000 } },
  pool: 'forks',
};

/** What one file has loaded serves the next: loading costs more than most tests. */
const oneProcessForMany: TestProjectInlineConfiguration['test'] = { ...common, isolate: false };

/** Node reads these files as they are, as it does when the tenant, the tools and the storm are started: that is half the work of Vite's way. */
const asNodeReadsThem: TestProjectInlineConfiguration['test'] = { experimental: { viteModuleRunner: false, nodeLoader: false } };

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    globalSetup: ['test/certificate.ts', 'test/tenant/everyAnswer.ts', 'test/browserService.ts'],
    projects: [
      {
        test: {
          ...oneProcessForMany,
          ...asNodeReadsThem,
          name: 'plain',
          include: ['test/**/*.test.ts'],
          exclude: ['test/journeys/**', 'node_modules/**', ...inADocument, ...ownProcess],
          // More than a small machine has cores: half of these tests wait, for a tenant or a browser.
          maxWorkers: 4,
          sequence: { groupOrder: 0 },
        },
      },
      // A group of their own: vitest ends a process where the next file in its queue wants another surrounding, and all it had loaded is lost.
      {
        test: { ...oneProcessForMany, name: 'in a document', include: inADocument, maxWorkers: 2, sequence: { groupOrder: 1 } },
      },
      {
        test: { ...common, ...asNodeReadsThem, name: 'own process', include: ownProcess, maxWorkers: 2, sequence: { groupOrder: 1 } },
      },
    ],
  },
});
