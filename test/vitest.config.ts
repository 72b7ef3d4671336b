import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    globalSetup: ['test/tenant/everyAnswer.ts'],
    exclude: ['test/journeys/**', 'node_modules/**'],
    testTimeout: 20_000,
    pool: 'forks',
    maxWorkers: 2,
  },
});
