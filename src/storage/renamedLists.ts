import type { Graph, GraphAnswer, GraphRequest } from '../graph/client.ts';
import { isGraphFailure } from '../graph/failure.ts';
import { fetched } from './fetched.ts';

const PATH = /^\/sites\/([^/]+)\/lists\/(Dagsorden\w+)(?=[/?]|$)/;

/**
 * Lists are addressed by the name they were made with, so that nothing is looked up before the first row is read. Graph may know that name by the title
 * alone, which an owner can change: a list that is not found by it is looked for among the lists of the site by the last part of its address, which stays
 * for ever, and is from then on addressed by its id. So a renamed list is never made a second time. The address is SharePoint's own word; an id kept in
 * a row would be anybody's.
 */
export function findingRenamed(graph: Graph): Graph {
  /** "site list" → the list's id, for lists that were not found by their name. */
  const ids = new Map<string, string>();
  const named = (request: GraphRequest) => {
    const [, site = '', list = ''] = PATH.exec(request.path) ?? [];
    return site === '' ? null : { site, list, key: `${site} ${list}`.toLowerCase() };
  };
  const byId = (request: GraphRequest): GraphRequest => {
    const of = named(request);
    const id = of && ids.get(of.key);
    return of && id ? { ...request, path: request.path.replace(PATH, `/sites/${of.site}/lists/${id}`) } : request;
  };

  /** Is it there under another title? Whoever may not see the site's lists does not find it either. */
  async function isRenamed(request: GraphRequest): Promise<boolean> {
    const of = named(request);
    if (!of || ids.has(of.key)) return false;
    const { siteLists } = await fetched(import(/* webpackChunkName: "preparing" */ '../graph/listSetup.ts'));
    try {
      const found = (await siteLists(graph, decodeURIComponent(of.site))).find(({ name }) => name.toLowerCase() === of.list.toLowerCase());
      if (!found || found.displayName === of.list) return false;
      ids.set(of.key, found.id);
      return true;
    } catch (error) {
      if (isGraphFailure(error, 'notFound') || isGraphFailure(error, 'notAllowed')) return false;
      throw error;
    }
  }

  async function again(requests: readonly GraphRequest[], asked: readonly GraphRequest[], answers: GraphAnswer[]): Promise<GraphAnswer[]> {
    const renamed: number[] = [];
    for (const [index, request] of requests.entries()) {
      const of = named(request);
      if (!of || answers[index]?.status !== 404 || asked[index] !== request) continue;
      if (ids.has(of.key) || (await isRenamed(request))) renamed.push(index);
    }
    if (renamed.length === 0) return answers;
    const anew = await graph.batch(renamed.map((index) => byId(requests[index] ?? { path: '', scopes: [] })));
    return answers.map((answer, index) => anew[renamed.indexOf(index)] ?? answer);
  }

  return {
    async request(request) {
      const asked = byId(request);
      try {
        return await graph.request(asked);
      } catch (error) {
        if (asked !== request || !isGraphFailure(error, 'notFound') || !(await isRenamed(request))) throw error;
        return graph.request(byId(request));
      }
    },
    async batch(requests, options) {
      const asked = requests.map(byId);
      const answers = await graph.batch(asked, options);
      // Writes are planned anew by whoever sent them, from what is read; reading finds the list.
      const reads = asked.every(({ method = 'GET' }) => method === 'GET');
      return reads ? again(requests, asked, answers) : answers;
    },
    async all(request, limit) {
      const asked = byId(request);
      try {
        return await graph.all(asked, limit);
      } catch (error) {
        if (asked !== request || !isGraphFailure(error, 'notFound') || !(await isRenamed(request))) throw error;
        return graph.all(byId(request), limit);
      }
    },
  };
}
