import { describe, expect, it } from 'vitest';
import { verdictOf } from '../../src/tools/audit.ts';

const answer = (counts: { moderate?: number; high?: number; critical?: number }) =>
  JSON.stringify({ metadata: { vulnerabilities: { info: 0, low: 0, moderate: 0, high: 0, critical: 0, ...counts } } });

describe('what is known of the packages of the app', () => {
  it('is clean without a grave hole, and says how many others there are', () => {
    expect(verdictOf(answer({}))).toMatchObject({ kind: 'clean' });
    expect(verdictOf(answer({ moderate: 2 }))).toMatchObject({ kind: 'clean', sentence: expect.stringContaining('2 moderate') as string });
  });
  it.each([{ high: 1 }, { critical: 1 }])('stops the check for a grave one: %o', (counts) => {
    expect(verdictOf(answer(counts))).toMatchObject({ kind: 'holes', sentence: expect.stringContaining('npm audit') as string });
  });
  it.each([
    [
      'a registry that passes packages on only',
      JSON.stringify({ message: '405 Method Not Allowed - POST https://registry.example/x', statusCode: 405 }),
    ],
    ['no network', JSON.stringify({ error: { code: 'ENOTFOUND' } })],
    ['nothing', ''],
    ['a page of a proxy', '<html>'],
  ])('is not looked at, with a sentence and without the address, where there is %s', (_what, printed) => {
    const verdict = verdictOf(printed);
    expect(verdict).toMatchObject({ kind: 'unanswered', sentence: expect.stringMatching(/^Not looked at/) as string });
    expect(verdict.sentence).not.toContain('registry.example');
  });
});
