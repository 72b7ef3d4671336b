import type { NamedPeople } from '../exporters/mentions.ts';
import { isFailure, isPassing } from '../meeting/errors.ts';
import type { Board, Person } from '../meeting/meeting.ts';
import { samePerson } from '../meeting/persons.ts';
import type { Store } from '../storage/store.ts';

/**
 * Which of these people a message in the board's channel can notify: those in its team. The others stand there by name. Where the team may not be read, Graph decides:
 * it refuses a message that mentions somebody it does not know, which is then sent with names alone (storage/postMessage.ts).
 * @throws the passing failures
 */
export async function mentionable(store: Store, board: Board, people: readonly Person[]): Promise<NamedPeople> {
  if (people.length === 0) return { mentioned: [], named: [] };
  const members = await store.teamMembers(board).catch((error: unknown) => {
    if (!isFailure(error) || isPassing(error)) throw error;
    return null;
  });
  const idOf = (person: Person): string | null =>
    members === null ? person.id : (members.find((each) => samePerson(each.person, person))?.person.id ?? null);
  const found = people.map((person) => ({ id: idOf(person), name: person.name.trim() || (person.email ?? '') }));
  return {
    mentioned: found.flatMap(({ id, name }) => (id === null ? [] : [{ id, name }])),
    named: found.filter(({ id, name }) => id === null && name !== '').map(({ name }) => name),
  };
}
