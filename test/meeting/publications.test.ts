import { describe, expect, it } from 'vitest';
import type { Publication } from '../../src/meeting/meeting.ts';
import { latestLog } from '../../src/meeting/publications.ts';

const line = (fields: Partial<Publication>): Publication => ({
  target: 'channel',
  version: 1,
  state: 'pending',
  attempts: 1,
  error: null,
  reference: null,
  at: '2026-03-10T12:00:00Z',
  ...fields,
});

describe('the state of each target', () => {
  it('is that of the highest version, and of one version the last line', () => {
    const log = [
      line({ state: 'failed' }),
      line({ state: 'done' }),
      line({ target: 'lists', version: 2, state: 'done' }),
      line({ target: 'lists', state: 'failed' }),
    ];
    expect(latestLog(log).get('channel')?.state).toBe('done');
    expect(latestLog(log).get('lists')?.state).toBe('done');
    expect(latestLog(log).has('closedLists')).toBe(false);
  });
});
