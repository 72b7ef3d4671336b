/** A value from another window or from the network, before anyone has looked at it. */
export type UnknownRecord = Readonly<Record<string, unknown>>;

/** True for plain objects (not null, not arrays). */
export function isRecord(value: unknown): value is UnknownRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The text at `key`, or `fallback` when it is missing or of another type. */
export function textAt(record: UnknownRecord, key: string, fallback = ''): string {
  const value = record[key];
  return typeof value === 'string' ? value : fallback;
}

/** The record at `key`, or an empty one. */
export function recordAt(record: UnknownRecord, key: string): UnknownRecord {
  const value = record[key];
  return isRecord(value) ? value : {};
}

/** The list of records at `key`, or an empty one; members of another shape are left out. */
export function recordsAt(record: UnknownRecord, key: string): UnknownRecord[] {
  const value = record[key];
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** JSON text as a record, or null when it is no JSON object. */
export function parseJsonRecord(text: unknown): UnknownRecord | null {
  if (typeof text !== 'string') return null;
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}
