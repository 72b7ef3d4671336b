import type { Resource } from '../gateway/call.ts';
import { mailOf, type Person } from '../directory/people.ts';

/** Who made or changed something, as SharePoint writes it. */
export function identity(person: Person | undefined): Resource {
  return person ? { user: { email: mailOf(person), id: person.id, displayName: person.displayName } } : { user: { displayName: 'System Account' } };
}
