import type { MiddlewareHandler } from 'hono';

/**
 * Lets in only what this machine's own pages and programs ask: a page from elsewhere that the same browser shows could otherwise have tokens
 * made, or break the tenant, without anybody's knowing.
 *
 * - the host asked for is the tenant's own (a name of somebody else's that leads here is refused);
 * - a browser that names where the request comes from names the tenant's own pages;
 * - a body is JSON, which no page may send to another origin unasked.
 */
export function ownPagesOnly(origin: string): MiddlewareHandler {
  const { host } = new URL(origin);
  return async (context, next) => {
    const header = (name: string): string | undefined => context.req.header(name);
    if (header('host')?.toLowerCase() !== host) return context.json({ error: `This tenant is asked at ${origin}.` }, 421);
    const from = header('origin');
    const site = header('sec-fetch-site');
    if ((from !== undefined && from !== origin) || (site !== undefined && site !== 'same-origin' && site !== 'none'))
      return context.json({ error: '/_dev is for the pages of the tenant itself, and for programs.' }, 403);
    const type = header('content-type');
    const needed = context.req.method === 'POST' || type !== undefined;
    if (needed && !/^application\/json\s*(?:;|$)/i.test(type ?? '')) return context.json({ error: '/_dev takes application/json.' }, 415);
    await next();
    return undefined;
  };
}
