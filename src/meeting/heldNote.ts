import type { PresenceNote } from './presence.ts';

/**
 * The place of a note whose words are still on their way: it names the item, so that a closing takes it along, and nobody and nothing else. It says nothing of anybody,
 * and is shown to nobody.
 */
export const heldFor = (note: PresenceNote): PresenceNote => ({
  ...note,
  person: { id: null, name: '', email: null },
  kind: 'unknown',
  time: null,
  insteadOf: null,
  guest: false,
  onTheDay: false,
  undoes: [],
  notedBy: '',
});

/** Is it only the place of a note? */
export const isHeld = ({ kind, itemId, person }: PresenceNote): boolean =>
  kind === 'unknown' && itemId !== null && person.id === null && person.email === null && person.name === '';
