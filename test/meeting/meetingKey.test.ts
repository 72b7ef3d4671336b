import { expect, test } from 'vitest';
import { meetingKey } from '../../src/meeting/meetingKey.ts';

const uid = '040000008200E00074C5B7101A82E00800000000';

test('the key is the same from every copy, differs for each occurrence, and a moved single meeting keeps it', () => {
  const first = meetingKey(uid, new Date('2026-09-03T06:30:00Z'));
  expect(first).toMatch(/^[0-9a-f]{32}$/);
  expect(meetingKey(uid, new Date('2026-09-03T08:30:00+02:00'))).toBe(first);
  expect(meetingKey(uid, new Date('2026-09-10T06:30:00Z'))).not.toBe(first);
  expect(meetingKey(uid, null)).not.toBe(first);
  expect(meetingKey(uid.toLowerCase(), null)).not.toBe(meetingKey(uid, null));
});
