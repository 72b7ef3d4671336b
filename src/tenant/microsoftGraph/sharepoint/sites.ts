import { ok, table, type GraphAnswer, type GraphCall, type Resource, type Route } from '../gateway/call.ts';
import { denied, missing, refused } from '../gateway/graphError.ts';
import { context } from '../odata/paging.ts';
import { lowerNames, parseSelect, selected } from '../odata/select.ts';
import { SHAREPOINT_HOST } from '../../known.ts';
import { requireRole, siteFor } from './siteAccess.ts';
import { readSites, units } from './scopes.ts';
import { allSites, roleIn, siteBy, type Site } from './siteStore.ts';

const names = lowerNames(
  ...'id name displayName description webUrl createdDateTime lastModifiedDateTime siteCollection root isPersonalSite sharepointIds eTag parentReference createdBy lastModifiedBy error'.split(
    ' ',
  ),
);
const words = { type: 'microsoft.graph.site', code: 'invalidRequest' };

export function siteUrl(site: Site): string {
  return `https://${SHAREPOINT_HOST}${site.path}`;
}

export function siteResource(site: Site): Resource {
  return {
    createdDateTime: site.body.createdDateTime,
    description: site.body.description,
    id: site.id,
    lastModifiedDateTime: site.body.createdDateTime,
    name: site.path.split('/').at(-1) ?? '',
    webUrl: siteUrl(site),
    displayName: site.body.displayName,
    ...(site.path === '' ? { root: {} } : {}),
    siteCollection: { hostname: SHAREPOINT_HOST },
  };
}

function answer(call: GraphCall, site: Site): GraphAnswer {
  return ok({
    '@odata.context': context(call, 'sites/$entity'),
    ...selected(siteResource(site), parseSelect(call.query.get('select')), { names, words }),
  });
}

const getSite = (call: GraphCall): GraphAnswer => answer(call, siteFor(call));

/** `/sites?search=word`: the sites the caller can open. */
function searchSites(call: GraphCall): GraphAnswer {
  const wanted = call.query.get('search')?.toLowerCase().replaceAll('"', '');
  if (wanted === undefined) throw refused('sharepoint', 'The search query parameter is required to list sites.');
  const { db } = call.tenant;
  const sites = allSites(db).filter(
    (site) =>
      roleIn(db, site, call.caller.id) !== 'none' &&
      (wanted === '*' || wanted === '' || `${site.body.displayName} ${site.path}`.toLowerCase().includes(wanted)),
  );
  return ok({ '@odata.context': context(call, 'sites'), value: sites.map(siteResource) });
}

/** The site of a group's team. */
function groupSite(call: GraphCall): GraphAnswer {
  const { db } = call.tenant;
  const row = db.get<{ site: string }>('SELECT site FROM team WHERE id = ?', (call.params['group'] ?? '').toLowerCase());
  const site = row && siteBy(db, row.site);
  if (!site) throw missing('directory', call.params['group'] ?? '');
  if ((call.params['groupSite'] ?? 'root') !== 'root' && call.params['groupSite'] !== site.id) throw denied('sharepoint');
  requireRole(call, site, 'read');
  return answer(call, site);
}

const noSubsites = (call: GraphCall): GraphAnswer => {
  siteFor(call);
  return ok({ '@odata.context': context(call, 'sites'), value: [] });
};

export const siteRoutes: Route[] = table('sharepoint')(
  ['GET /sites', readSites, searchSites, units.query],
  ['GET /sites/{site}', readSites, getSite, units.single],
  ['GET /sites/{site}/sites', readSites, noSubsites, units.query],
  ['GET /groups/{group}/sites/{groupSite}', readSites, groupSite, units.single],
);
