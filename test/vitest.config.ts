import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    globalSetup: ['test/certificate.ts', 'test/tenant/everyAnswer.ts', 'test/browserService.ts'],
    setupFiles: ['test/states.ts'],
    exclude: ['test/journeys/**', 'node_modules/**'],
    // Tests wait for states. These limits end what hangs, and are no measure of speed.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 60_000 } },
    pool: 'forks',
    maxWorkers: 2,
  },
});
