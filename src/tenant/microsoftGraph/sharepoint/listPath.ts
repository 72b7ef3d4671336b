import type { GraphCall } from '../gateway/call.ts';
import { noSuchList, requireList } from './listAccess.ts';
import { listBy, type List } from './listStore.ts';
import { siteUrl } from './sites.ts';
import type { Site } from './siteStore.ts';

/** The list a path names by id or title. @throws GraphError 404 itemNotFound, 403 accessDenied for a change by a reader of it */
export function listFor(call: GraphCall, site: Site): List {
  const list = listBy(call.tenant.db, site.id, call.params['list'] ?? '');
  if (!list) throw noSuchList();
  const asked = (call.params['list'] ?? '').replace(/^\{(.*)\}$/, '$1').toLowerCase();
  const isNamed = asked === list.id.toLowerCase() || asked === list.displayName.toLowerCase();
  if (!isNamed && call.faults.some(({ namesByTitle }) => namesByTitle)) throw noSuchList();
  requireList(call, site, list);
  return list;
}

/** Where a browser finds the list. */
export function listUrl(site: Site, list: List): string {
  return `${siteUrl(site)}/${list.body.template === 'documentLibrary' ? '' : 'Lists/'}${encodeURIComponent(list.name)}`;
}
