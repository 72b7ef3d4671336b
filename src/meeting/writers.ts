import type { ItemId } from './ids.ts';

/** Somebody who is writing in an item now. */
export interface Writer {
  /** Entra object id, by the service's own word; null where it told none. */
  readonly id: string | null;
  readonly name: string;
  readonly itemId: ItemId;
}

/** Milliseconds for which somebody is taken to be writing after they said so; they say so again at half of it. */
export const WRITING_FOR = 120_000;
/** Milliseconds after which what was left of somebody's writing is taken away by whoever meets it. */
export const LEFT_BEHIND = 3_600_000;

/** "AK" of "Ane Kratholm", "Å" of "Åse": of the first and the last of a name's words. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s,]+/u).filter((word) => /^\p{L}/u.test(word));
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => [...(word ?? '')][0]?.toLocaleUpperCase('da') ?? '').join('') || '?';
}

/** Each person once at each item, by name. */
export function writersAt(writers: readonly Writer[], itemId: ItemId): readonly Writer[] {
  const here = writers.filter((writer) => writer.itemId === itemId);
  return here
    .filter((writer, place) => here.findIndex((other) => (other.id ?? other.name) === (writer.id ?? writer.name)) === place)
    .sort((a, b) => a.name.localeCompare(b.name, 'da'));
}
