import { z } from 'zod';
import { ok, table, type GraphAnswer, type GraphCall, type Resource, type Route } from '../gateway/call.ts';
import { GraphError } from '../gateway/graphError.ts';
import { itemResource } from './items.ts';
import { fieldsResource } from './itemResource.ts';
import { itemBy } from './itemStore.ts';
import { seesList } from './listAccess.ts';
import { columnsOf, listBy } from './listStore.ts';
import { readSites } from './scopes.ts';
import { allSites, roleIn } from './siteStore.ts';

const shape = z.object({
  requests: z
    .array(
      z.object({
        entityTypes: z.array(z.string()).min(1),
        query: z.object({ queryString: z.string() }),
        from: z.number().int().min(0).optional(),
        size: z.number().int().min(1).max(500).optional(),
        fields: z.array(z.string()).optional(),
      }),
    )
    .min(1),
});

/**
 * POST /search/query over list items. Search follows SharePoint's permissions: what the caller cannot open is not found.
 * Words are looked for in all text fields; the real index lags behind by minutes, which is not played.
 */
function query(call: GraphCall): GraphAnswer {
  const parsed = shape.safeParse(call.body);
  if (!parsed.success) throw new GraphError(400, 'BadRequest', 'SearchRequest Invalid: entityTypes and query.queryString are required.');
  const { db } = call.tenant;
  const sites = allSites(db).filter((site) => roleIn(db, site, call.caller.id) !== 'none');
  const value = parsed.data.requests.map(({ entityTypes, query: { queryString }, from = 0, size = 25, fields }) => {
    if (entityTypes.some((type) => type !== 'listItem'))
      throw new GraphError(400, 'BadRequest', 'The local tenant searches entityTypes listItem only.');
    const words = queryString
      .toLowerCase()
      .replaceAll(/[*"()]/g, ' ')
      .split(/\s+/)
      .filter((word) => word !== '' && word !== 'and');
    const found: Resource[] = [];
    for (const site of sites) {
      const rows = db.all<{ list: string; id: number }>(
        `SELECT item.list, item.id FROM item JOIN list ON list.id = item.list WHERE list.site = ? ${words.map(() => "AND lower(item.fields) LIKE ? ESCAPE '\\'").join(' ')} ORDER BY item.changed DESC LIMIT 500`,
        site.id,
        ...words.map((word) => `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`),
      );
      for (const row of rows) {
        const [list, item] = [listBy(db, site.id, row.list), itemBy(db, row.list, row.id)];
        if (list && item && seesList(db, site, list, call.caller.id))
          found.push({
            ...itemResource(call, site, list, item),
            fields: chosen(fieldsResource(item, columnsOf(db, list.id, call.tenant.now())), fields),
          });
      }
    }
    const page = found.slice(from, from + size);
    return {
      searchTerms: words,
      hitsContainers: [
        {
          hits: page.map((resource, at) => ({
            hitId: String(resource['id']),
            rank: from + at + 1,
            summary: '',
            resource: { '@odata.type': '#microsoft.graph.listItem', ...resource },
          })),
          total: found.length,
          moreResultsAvailable: found.length > from + size,
        },
      ],
    };
  });
  return ok({ '@odata.context': `${call.tenant.origin}/v1.0/$metadata#Collection(microsoft.graph.searchResponse)`, value });
}

function chosen(all: Resource, names: string[] | undefined): Resource {
  const { '@odata.etag': _etag, ...fields } = all;
  return names
    ? Object.fromEntries(Object.entries(fields).filter(([name]) => names.some((one) => one.toLowerCase() === name.toLowerCase())))
    : fields;
}

export const searchRoutes: Route[] = table('sharepoint')(['POST /search/query', readSites, query, 2]);
