import { expect, test } from 'vitest';
import { meetingKey } from '../../src/meeting/meetingKey.ts';

const uid = '040000008200E00074C5B7101A82E00800000000';

test('the key is the same from every copy, differs for each occurrence, and a moved single meeting keeps it', async () => {
  const first = await meetingKey(uid, new Date('2026-09-03T06:30:00Z'));
  expect(first).toMatch(/^[0-9a-f]{32}$/);
  expect(await meetingKey(uid, new Date('2026-09-03T08:30:00+02:00'))).toBe(first);
  expect(await meetingKey(uid, new Date('2026-09-10T06:30:00Z'))).not.toBe(first);
  expect(await meetingKey(uid, null)).not.toBe(first);
  expect(await meetingKey(uid.toLowerCase(), null)).not.toBe(await meetingKey(uid, null));
});

test('rows are filed under it for ever: SHA-256 of what names the meeting, its first half in hexadecimal digits', async () => {
  expect(await meetingKey(uid, new Date('2026-09-03T06:30:00Z'))).toBe('0785710ed1e51cc42d89ca740e8906f8');
  expect(await meetingKey('æøå', null)).toBe('22be1e9d4c9aad1bb055c922fc99f89d');
});
