import * as v from 'valibot';
import { GraphFailure } from './failure.ts';

/** Graph's dateTimeTimeZone: a wall clock without offset and the zone it stands in. */
export const dateTimeTimeZone = v.object({ dateTime: v.string(), timeZone: v.string() });
export type DateTimeTimeZone = v.InferOutput<typeof dateTimeTimeZone>;

/**
 * The instant as ISO text ("2025-04-22T10:00:00.000Z"). We ask for UTC in every Outlook request (Prefer:
 * outlook.timezone); another zone means that the preference was not honoured, and guessing would move the meeting.
 */
export function instantOf(value: DateTimeTimeZone): string {
  const time = Date.parse(/[zZ]|[+-]\d\d:\d\d$/.test(value.dateTime) ? value.dateTime : `${value.dateTime.replace(/(\.\d{3})\d+$/, '$1')}Z`);
  if (!/^(UTC|Etc\/UTC|tzone:\/\/Microsoft\/Utc)$/i.test(value.timeZone) || Number.isNaN(time)) {
    throw new GraphFailure(`Graph sent a time outside UTC: ${value.dateTime} ${value.timeZone}`, {
      kind: 'fault',
      status: null,
      code: 'unexpectedTimeZone',
    });
  }
  return new Date(time).toISOString();
}
