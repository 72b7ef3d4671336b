import type { Attendee } from '../../meeting/presence.ts';
import type { PresenceNoteKind } from '../../meeting/words.ts';

/** The letter after a name, and what it notes. */
const LETTERS: Readonly<Record<string, PresenceNoteKind>> = {
  p: 'present',
  t: 'present',
  o: 'online',
  a: 'apology',
  u: 'absent',
  k: 'arrived',
  g: 'left',
};

export type QuickNote =
  | { readonly kind: 'typing' }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'several'; readonly people: readonly Attendee[] }
  | { readonly kind: 'ready'; readonly person: Attendee; readonly notes: PresenceNoteKind };

const plain = (text: string): string =>
  text
    .toLocaleLowerCase('da')
    .normalize('NFD')
    .replace(/(?<=[aeiouy])[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/**
 * "ane k p": some beginnings of a person's names, and last the letter of what is noted. Where several match, one who has not been noted yet is meant, if there is
 * only one.
 */
export function quickNote(typed: string, people: readonly Attendee[]): QuickNote {
  const words = plain(typed).split(' ');
  const notes = words.length > 1 ? LETTERS[words.at(-1) ?? ''] : undefined;
  if (notes === undefined) return { kind: 'typing' };
  const wanted = words.slice(0, -1);
  const matching = people.filter(({ person }) => matches(plain(`${person.name} ${person.email?.split('@')[0] ?? ''}`).split(' '), wanted));
  const unnoted = matching.filter(({ state, moves }) => state === 'unknown' && moves.length === 0);
  const [one, other] = matching.length > 1 && unnoted.length === 1 ? unnoted : matching;
  if (one === undefined) return { kind: 'nobody' };
  return other === undefined ? { kind: 'ready', person: one, notes } : { kind: 'several', people: matching };
}

/** Does each of the beginnings begin another of the names, in any order? */
function matches(names: readonly string[], beginnings: readonly string[]): boolean {
  const left = [...names];
  return [...beginnings]
    .sort((one, other) => other.length - one.length)
    .every((beginning) => {
      const at = left.findIndex((name) => name.startsWith(beginning));
      if (at >= 0) left.splice(at, 1);
      return at >= 0;
    });
}
