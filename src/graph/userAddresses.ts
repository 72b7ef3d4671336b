import * as v from 'valibot';
import type { Graph, GraphRequest } from './contract.ts';
import { failureOf } from './failure.ts';
import { maybe, parse } from './parse.ts';
import { literal, query } from './path.ts';
import { scopes } from './scopes.ts';

const owner = v.object({
  id: v.string(),
  userPrincipalName: maybe(v.string()),
  mail: maybe(v.string()),
  proxyAddresses: maybe(v.array(v.string())),
  otherMails: maybe(v.array(v.string())),
});
const owners = v.object({ value: v.array(owner) });
/** Somebody who has one of the addresses that were asked for. */
export type AddressOwner = v.InferOutput<typeof owner>;

export interface OwnersFound {
  readonly owners: readonly AddressOwner[];
  /** Were mail addresses and sign-in names all answered, so that whoever is not among these has no such address? */
  readonly complete: boolean;
}

/** So many comparisons a filter of the directory takes (aad-advanced-queries); the expressions of `in` are counted one by one. */
const MOST = 15;

/**
 * Whose these addresses are, in one batch where there are no more than some fifty-five. Mail and sign-in name are among what User.ReadBasic.All gives;
 * `proxyAddresses` and `otherMails` are not, and a refusal there only leaves those addresses unknown.
 * @throws GraphFailure where the batch fails, or nothing of it is answered
 */
export async function ownersOf(graph: Graph, addresses: readonly string[]): Promise<OwnersFound> {
  const mailed = addresses.filter((address) => address.includes('@'));
  const named = (['mail', 'userPrincipalName'] as const).flatMap((field) =>
    inParts(mailed, MOST).map((part) => asked(`${field} in (${part.map(literal).join(',')})`, `id,userPrincipalName,mail`)),
  );
  const others = inParts(addresses, Math.floor(MOST / 3)).map((part) =>
    asked(part.flatMap(anyOther).join(' or '), 'id,userPrincipalName,mail,proxyAddresses,otherMails'),
  );
  const answers = await graph.batch([...named, ...others]);
  const wrong = answers.map((answer) => (answer.status < 400 ? null : failureOf(answer)));
  if (wrong[0] && wrong.every((failure) => failure !== null)) throw wrong[0];
  return {
    owners: answers.flatMap(({ body }, place) => (wrong[place] ? [] : parse(owners, body, 'people').value)),
    complete: wrong.slice(0, named.length).every((failure) => failure === null),
  };
}

const asked = ($filter: string, $select: string): GraphRequest => ({
  path: query('/users', { $filter, $select, $top: 50 }),
  scopes: scopes.people,
});

/** Mail addresses are kept with the kind before them. */
function anyOther(address: string): string[] {
  if (!address.includes('@')) return [`proxyAddresses/any(p:p eq ${literal(`x500:${address}`)})`];
  return [`proxyAddresses/any(p:p eq ${literal(`smtp:${address}`)})`, `otherMails/any(o:o eq ${literal(address)})`];
}

function inParts<One>(all: readonly One[], most: number): One[][] {
  return Array.from({ length: Math.ceil(all.length / most) }, (_, place) => all.slice(place * most, (place + 1) * most));
}
