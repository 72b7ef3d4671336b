import * as v from 'valibot';
import type { Graph } from './client.ts';
import { maybe, parse } from './parse.ts';
import { query } from './path.ts';
import { scopes } from './scopes.ts';

const user = v.object({
  id: v.string(),
  displayName: maybe(v.string()),
  userPrincipalName: maybe(v.string()),
  mail: maybe(v.string()),
  jobTitle: maybe(v.string()),
});
export type User = v.InferOutput<typeof user>;

/** What User.ReadBasic.All lets us read. */
const select = 'id,displayName,userPrincipalName,mail';

export async function me(graph: Graph): Promise<User> {
  return parse(user, (await graph.request({ path: query('/me', { $select: `${select},jobTitle` }), scopes: scopes.profile })).body, 'my profile');
}

/** People whose name or address has a word that begins like `text`, best first, at most `top`. */
export async function searchUsers(graph: Graph, text: string, top = 10): Promise<User[]> {
  // Quotes and backslashes would end the search phrase early (search-query-parameter).
  const words = text.replaceAll(/["\\]/g, ' ').trim();
  if (words === '') return [];
  const found = await graph.all(
    {
      path: query('/users', { $search: `"displayName:${words}" OR "mail:${words}"`, $select: select, $top: top }),
      headers: { ConsistencyLevel: 'eventual' },
      scopes: scopes.people,
    },
    1,
  );
  return found.map((each) => parse(user, each, 'a person'));
}
