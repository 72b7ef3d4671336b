import { Hono } from 'hono';
import { etag } from 'hono/etag';
import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { officeScript } from '../hosts/office/officeScript.ts';

const hosts = fileURLToPath(new URL('../hosts/', import.meta.url));
const officeJs = fileURLToPath(new URL('../../../node_modules/@microsoft/office-js/dist/', import.meta.url));

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.ts': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
  '.map': 'application/json',
  '.xml': 'application/xml',
};

/** The pages that play Teams and Outlook, the front page, and the genuine office.js. TypeScript is served as JavaScript with its types taken out. */
export function staticPages(): Hono {
  const app = new Hono();
  // Asked for each time, and sent again only when it has changed.
  app.use(etag());
  const page = (file: string) => () => serve(hosts, file);
  app.get('/', page('home/index.html'));
  app.get('/teams', page('teams/index.html'));
  app.get('/teams/', page('teams/index.html'));
  app.get('/outlook', page('outlook/index.html'));
  app.get('/outlook/', page('outlook/index.html'));
  app.get('/hosts/*', (context) => serve(hosts, context.req.path.slice('/hosts/'.length)));
  app.get('/teams/*', (context) => serve(hosts, context.req.path.slice(1)));
  app.get('/outlook/*', (context) => serve(hosts, context.req.path.slice(1)));
  app.get('/home/*', (context) => serve(hosts, context.req.path.slice(1)));
  for (const loader of ['office.js', 'office.debug.js'] as const) {
    app.get(
      `/office-js/${loader}`,
      async () => new Response(await officeScript(loader), { headers: { 'Content-Type': types['.js'] ?? '', 'Cache-Control': 'no-cache' } }),
    );
  }
  app.get('/office-js/*', (context) => serve(officeJs, context.req.path.slice('/office-js/'.length)));
  app.notFound((context) => context.text(`Der er ingen side her: ${context.req.path}`, 404));
  return app;
}

const stripped = new Map<string, { source: string; script: string }>();

async function serve(folder: string, path: string): Promise<Response> {
  const file = join(folder, normalize(decodeURIComponent(path)));
  if (!file.startsWith(folder.endsWith(sep) ? folder : folder + sep)) return new Response('Not found', { status: 404 });
  const type = types[extname(file)];
  if (type === undefined) return new Response('Not found', { status: 404 });
  let content: Buffer;
  try {
    content = await readFile(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR'))
      return new Response('Not found', { status: 404 });
    throw error;
  }
  const body: string | Uint8Array<ArrayBuffer> = extname(file) === '.ts' ? scriptOf(file, content.toString('utf8')) : new Uint8Array(content);
  return new Response(body, {
    headers: { 'Content-Type': type, 'Cache-Control': 'no-cache', 'Access-Control-Allow-Origin': '*', 'X-Content-Type-Options': 'nosniff' },
  });
}

/** Kept until the file changes on disk. */
function scriptOf(file: string, source: string): string {
  const kept = stripped.get(file);
  if (kept?.source === source) return kept.script;
  const script = stripTypeScriptTypes(source, { mode: 'strip', sourceUrl: `/hosts/${file.slice(hosts.length)}` });
  stripped.set(file, { source, script });
  return script;
}
