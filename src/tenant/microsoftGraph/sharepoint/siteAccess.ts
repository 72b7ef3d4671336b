import type { GraphCall } from '../gateway/call.ts';
import { denied, GraphError, missing } from '../gateway/graphError.ts';
import { roleIn, siteBy, type Site, type SiteRole } from './siteStore.ts';

const rank: Record<SiteRole, number> = { none: 0, read: 1, write: 2, owner: 3 };

/**
 * The site a path names, when the caller may do what is asked there.
 * @throws GraphError 404 itemNotFound for no such site, 403 accessDenied for a reader who is not let in, as Graph answers both
 */
export function siteFor(call: GraphCall, least: Exclude<SiteRole, 'none'> = 'read'): Site {
  const name = call.params['site'] ?? '';
  const site = siteBy(call.tenant.db, name);
  if (!site) {
    if (/^[^,:]+,[^,]*$|,.*,.*,/.test(name)) throw new GraphError(400, 'invalidRequest', 'Provided identifier is malformed - site ID is not valid');
    throw missing('sharepoint');
  }
  requireRole(call, site, least);
  return site;
}

export function requireRole(call: GraphCall, site: Site, least: Exclude<SiteRole, 'none'>): void {
  if (rank[roleIn(call.tenant.db, site, call.caller.id)] < rank[least]) throw denied('sharepoint');
}
