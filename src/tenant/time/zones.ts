/** Windows zone name ↔ IANA zone, for the zones a European mailbox meets. Graph takes both kinds and gives back the one it was asked in. */
const windowsZones: Readonly<Record<string, string>> = {
  UTC: 'UTC',
  'tzone://Microsoft/Utc': 'UTC',
  'GMT Standard Time': 'Europe/London',
  'Greenwich Standard Time': 'Atlantic/Reykjavik',
  'Romance Standard Time': 'Europe/Copenhagen',
  'W. Europe Standard Time': 'Europe/Berlin',
  'Central Europe Standard Time': 'Europe/Budapest',
  'Central European Standard Time': 'Europe/Warsaw',
  'FLE Standard Time': 'Europe/Helsinki',
  'GTB Standard Time': 'Europe/Bucharest',
  'Turkey Standard Time': 'Europe/Istanbul',
  'Russian Standard Time': 'Europe/Moscow',
  'Greenland Standard Time': 'America/Nuuk',
  'Eastern Standard Time': 'America/New_York',
  'Central Standard Time': 'America/Chicago',
  'Mountain Standard Time': 'America/Denver',
  'Pacific Standard Time': 'America/Los_Angeles',
  'India Standard Time': 'Asia/Kolkata',
  'China Standard Time': 'Asia/Shanghai',
  'Tokyo Standard Time': 'Asia/Tokyo',
  'AUS Eastern Standard Time': 'Australia/Sydney',
};

const byLowerCase = new Map(Object.entries(windowsZones).map(([name, zone]) => [name.toLowerCase(), zone]));
const formats = new Map<string, Intl.DateTimeFormat>();

/** The IANA zone of a Windows or IANA name, or undefined when nobody knows it. */
export function ianaZone(name: string): string | undefined {
  const windows = byLowerCase.get(name.toLowerCase());
  if (windows) return windows;
  try {
    formatOf(name);
    return name;
  } catch {
    return undefined;
  }
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const kept = formats.get(zone);
  if (kept) return kept;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, made);
  return made;
}

/** Milliseconds a zone's wall clock is ahead of UTC at an instant. */
export function offsetAt(instant: number, zone: string): number {
  if (zone === 'UTC') return 0;
  const part: Record<string, number> = {};
  for (const { type, value } of formatOf(zone).formatToParts(instant)) part[type] = Number(value);
  const wall = Date.UTC(part['year'] ?? 0, (part['month'] ?? 1) - 1, part['day'] ?? 1, part['hour'] ?? 0, part['minute'] ?? 0, part['second'] ?? 0);
  return wall - Math.floor(instant / 1000) * 1000;
}

/** The wall clock of an instant, as if it were UTC: `new Date(result).getUTCHours()` is the hour on the wall. */
export function wallOf(instant: number, zone: string): number {
  return instant + offsetAt(instant, zone);
}

/**
 * The instant a wall clock shows `wall` (given as if UTC). In the hour skipped in spring the time is moved an hour on;
 * of the hour that comes twice in autumn the first is taken. Outlook does the same.
 */
export function instantOf(wall: number, zone: string): number {
  const before = offsetAt(wall - 24 * 3_600_000, zone);
  const early = wall - before;
  if (offsetAt(early, zone) === before) return early;
  const late = wall - offsetAt(early, zone);
  return wallOf(late, zone) === wall ? late : early;
}

/** `2026-11-24T09:00:00.0000000`, the way Graph writes the dateTime of a dateTimeTimeZone. */
export function writeWall(wall: number): string {
  return `${new Date(wall).toISOString().slice(0, 23)}0000`;
}

/** Reads `2026-11-24T09:00:00[.fff]` (without offset) to a wall clock, or undefined. */
export function readWall(text: string): number | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?)?$/.exec(text);
  if (!parts) return undefined;
  const [, year, month, day, hour, minute, second, fraction] = parts;
  const wall = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour ?? 0),
    Number(minute ?? 0),
    Number(second ?? 0),
    Math.floor(Number(`0.${fraction ?? 0}`) * 1000),
  );
  const back = new Date(wall);
  return back.getUTCMonth() === Number(month) - 1 && back.getUTCDate() === Number(day) ? wall : undefined;
}

/** An instant from ISO text with offset or Z; without either it is UTC (calendarView's rule). Undefined when it is no date. */
export function readInstant(text: string): number | undefined {
  const trimmed = text.trim().replace(/ (\d{2}:\d{2})$/, '+$1');
  const zoned = /^(.+?)(Z|[+-]\d{2}:?\d{2})$/i.exec(trimmed);
  // A plain date ends in -DD, which looks like an offset only when a time precedes it.
  if (!zoned || !trimmed.includes('T')) return readWall(trimmed);
  const wall = readWall(zoned[1] ?? '');
  if (wall === undefined) return undefined;
  const offset = zoned[2] ?? 'Z';
  if (offset.toUpperCase() === 'Z') return wall;
  const sign = offset.startsWith('-') ? -1 : 1;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2));
  return wall - sign * minutes * 60_000;
}

/** `2026-11-21T22:05:07Z` */
export function writeInstant(instant: number): string {
  return new Date(instant).toISOString().replace(/\.\d{3}Z$/, 'Z');
}
