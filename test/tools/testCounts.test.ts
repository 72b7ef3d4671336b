import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { playwrightCounts, vitestCounts } from '../../src/tools/testCounts.ts';

const folder = mkdtempSync(join(tmpdir(), 'dagsorden-counts-'));
afterAll(() => rmSync(folder, { recursive: true }));

function kept(report: unknown): string {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(report));
  return file;
}

describe('the summary of npm test', () => {
  it('is nothing where a step did not run', () => {
    expect(vitestCounts(join(folder, 'none.json'))).toEqual({ passed: 0, failed: 0, skipped: 0 });
  });

  it('counts a test file that could not be loaded as a failure', () => {
    expect(vitestCounts(kept({ numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numFailedTestSuites: 2 }))).toEqual({
      passed: 5,
      failed: 2,
      skipped: 1,
    });
  });

  it('counts a failed test once, not its file too', () => {
    expect(vitestCounts(kept({ numPassedTests: 5, numFailedTests: 1, numPendingTests: 0, numFailedTestSuites: 1 })).failed).toBe(1);
  });

  it('counts a journey that could not start as a failure', () => {
    expect(playwrightCounts(kept({ stats: { expected: 3, unexpected: 1, skipped: 2, flaky: 1 }, errors: [{ message: 'no browser' }] }))).toEqual({
      passed: 4,
      failed: 2,
      skipped: 2,
    });
  });
});
