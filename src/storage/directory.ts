import type { Graph } from '../graph/client.ts';
import { ownersOf, type AddressOwner } from '../graph/userAddresses.ts';
import { addressKey, type Directory } from '../meeting/persons.ts';
import { translated } from './failure.ts';

/** What the directory said in this visit: the object id of an address, `group`, or null for an address it does not know. */
const asked = new WeakMap<Graph, Map<string, string | null>>();
const GROUP = 'group';

/**
 * Whose these addresses are (as `addressKey` writes them). Each is asked for once in a visit, all that are not known yet in one batch. An address in the
 * organisation's own domains that is nobody's is a group's: groups themselves may be read with an administrator's consent only, which is not asked for.
 */
export async function directoryOf(graph: Graph, addresses: readonly string[]): Promise<Directory> {
  const known = asked.get(graph) ?? new Map<string, string | null>();
  asked.set(graph, known);
  const unknown = addresses.filter((address) => !known.has(address));
  if (unknown.length > 0) {
    const { owners, complete } = await translated('Looking up addresses', () => ownersOf(graph, unknown));
    const own = new Map(owners.flatMap((owner) => addressesOf(owner).map((address) => [address, owner.id])));
    const domains = new Set(owners.filter(isMember).flatMap(({ mail, userPrincipalName }) => [domainOf(mail), domainOf(userPrincipalName)]));
    for (const address of unknown) {
      const isGroup = complete && domains.has(domainOf(address)) && domainOf(address) !== null;
      known.set(address, own.get(address) ?? (isGroup ? GROUP : null));
    }
  }
  const found = addresses.map((address) => [address, known.get(address) ?? null] as const);
  return {
    ids: Object.fromEntries(found.flatMap(([address, id]) => (id === null || id === GROUP ? [] : [[address, id]]))),
    groups: found.flatMap(([address, id]) => (id === GROUP ? [address] : [])),
  };
}

function addressesOf({ mail, userPrincipalName, proxyAddresses, otherMails }: AddressOwner): string[] {
  return [mail, userPrincipalName, ...(proxyAddresses ?? []), ...(otherMails ?? [])].flatMap((address) => addressKey(address) ?? []);
}

/** A guest's mail is in another organisation's domain. */
const isMember = ({ userPrincipalName }: AddressOwner): boolean => !(userPrincipalName ?? '').includes('#EXT#');

const domainOf = (address: string | null): string | null => /@([^@\s]+)$/.exec(address?.toLowerCase() ?? '')?.[1] ?? null;
