import { describe, expect, it } from 'vitest';
import { clockAt } from '../../src/meeting/clock.ts';
import { clockOf, clockSpan, dayAndMonth, isoDay, longDay, meetingTime, timeSpan } from '../../src/ui/i18n/dates.ts';

/** The space after "kl." does not break; for reading the two are the same. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('dates and times as a Danish secretary writes them', () => {
  it('tirsdag den 22. april 2025 kl. 12.00–14.00', () => {
    expect(longDay('2025-04-22', 'da')).toBe('tirsdag den 22. april 2025');
    expect(dayAndMonth('2025-04-22', 'da')).toBe('tirsdag den 22. april');
    expect(plain(timeSpan(clockAt(12 * 60), clockAt(14 * 60), 'da'))).toBe('kl. 12.00–14.00');
    expect(plain(meetingTime('2025-04-22T10:00:00Z', '2025-04-22T12:00:00Z', 'da'))).toBe('tirsdag den 22. april 2025 kl. 12.00–14.00');
  });

  it('prints both days of a meeting that ends on another', () => {
    expect(plain(meetingTime('2026-01-22T08:00:00Z', '2026-01-23T13:30:00Z', 'da'))).toBe(
      'torsdag den 22. januar 2026 kl. 09.00 – fredag den 23. januar 2026 kl. 14.30',
    );
  });

  it('prints what is known, and nothing where nothing is', () => {
    expect(clockSpan(clockAt(8 * 60 + 5), null, 'da')).toBe('08.05');
    expect(clockSpan(null, null, 'da')).toBe('');
    expect(timeSpan(null, null, 'da')).toBe('');
  });

  it('uses the clock of Denmark, summer and winter', () => {
    expect(clockOf('2025-04-22T10:00:00Z')).toBe('12:00');
    expect(clockOf('2025-01-22T10:00:00Z')).toBe('11:00');
    expect(clockOf('2025-01-21T23:00:00Z')).toBe('00:00');
    expect(isoDay('2025-04-21T22:30:00Z')).toBe('2025-04-22');
  });
});
