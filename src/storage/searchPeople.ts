import type { Graph } from '../graph/client.ts';
import { searchUsers } from '../graph/users.ts';
import { withoutHiddenSigns } from '../meeting/hiddenSigns.ts';
import type { Person } from '../meeting/meeting.ts';
import { translated } from './failure.ts';

/** People of the tenant by name or address. */
export function searchPeople(graph: Graph, text: string): Promise<Person[]> {
  return translated('Searching people', async () =>
    (await searchUsers(graph, text)).map((user) => ({
      id: user.id,
      name: withoutHiddenSigns(user.displayName ?? user.userPrincipalName ?? ''),
      email: user.mail ?? user.userPrincipalName,
    })),
  );
}
