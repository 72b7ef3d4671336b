import type { Person } from '../../meeting/meeting.ts';
import type { Desk } from '../desk.ts';

/** Colleagues whose name or address begins with the text. */
export const searchPeople =
  ({ workplace }: Desk) =>
  (text: string): Promise<Person[]> =>
    workplace.store.searchPeople(text);
