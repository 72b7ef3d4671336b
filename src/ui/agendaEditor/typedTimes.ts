import { typedClock, typedMinutes } from '../../meeting/editing/typedFields.ts';

/** The times of a line as they are being typed: what stands in a field exactly so, readable or not. A field nobody is typing in is left out. */
export interface TypedTimes {
  readonly start?: string;
  readonly end?: string;
  readonly minutes?: string;
}
export type TimeName = keyof TypedTimes;

/** Can what is typed be read? */
export function isReadable(name: TimeName, text: string): boolean {
  return (name === 'minutes' ? typedMinutes(text) : typedClock(text)).ok;
}

/** Is there a time that cannot be read as it stands? */
export function unreadable(typed: TypedTimes): boolean {
  return (['start', 'end', 'minutes'] as const).some((name) => typed[name] !== undefined && !isReadable(name, typed[name]));
}

/** What is typed without this field. */
export function withoutTime(typed: TypedTimes, name: TimeName): TypedTimes {
  const { [name]: _, ...rest } = typed;
  return rest;
}
