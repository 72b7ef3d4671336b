import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import webpack from 'webpack';
import { MsalTrim } from '../../src/tools/build/msalTrim.ts';

const root = resolve(import.meta.dirname, '../..');

/** Bundles pages as the app's own build does, with the given DAGSORDEN_* values; returns the folder. */
export async function bundle(entries: Record<string, string>, values: Record<string, string>): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'dagsorden-pages-'));
  const compiler = webpack({
    mode: 'development',
    devtool: false,
    context: root,
    entry: entries,
    output: { path: folder, filename: '[name].js', chunkFilename: '[name].js', publicPath: 'auto' },
    resolve: { extensions: ['.ts', '.js', '.mjs'] },
    module: { rules: [{ test: /\.ts$/, loader: 'swc-loader', options: { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } } }] },
    plugins: [
      new MsalTrim(),
      new webpack.DefinePlugin(Object.fromEntries(Object.entries(values).map(([name, value]) => [`process.env.${name}`, JSON.stringify(value)]))),
    ],
  });
  await new Promise<void>((done, failed) =>
    compiler.run((error, stats) => {
      if (error) return failed(error);
      if (stats?.hasErrors()) return failed(new Error(stats.toString('errors-only')));
      compiler.close(() => done());
    }),
  );
  return folder;
}

export interface Served {
  readonly origin: string;
  close(): void;
}

/**
 * Serves the bundles of a folder over https on a free port, and for each name a page that loads it; further pages are
 * given as HTML. `host` is localhost, or 127.0.0.1 for what must be another site to the browser.
 */
export async function serve(folder: () => string, host: 'localhost' | '127.0.0.1', pages: Record<string, string> = {}): Promise<Served> {
  const certificate = join(root, '.local/certificate');
  const server = createServer(
    { key: readFileSync(join(certificate, 'key.pem')), cert: readFileSync(join(certificate, 'cert.pem')) },
    (request, response) => {
      const path = new URL(request.url ?? '/', 'https://localhost').pathname;
      const name = path === '/' ? 'index' : path.slice(1).replace(/\.html$/, '');
      if (extname(path) === '.js') return void response.setHeader('content-type', 'text/javascript').end(readFileSync(join(folder(), path)));
      const page = pages[path] ?? `<!doctype html><html lang="da"><title>${name}</title><body><script src="/${name}.js"></script></body></html>`;
      response.setHeader('content-type', 'text/html; charset=utf-8').end(page);
    },
  );
  await new Promise<void>((done) => server.listen(0, host, done));
  return { origin: `https://${host}:${(server.address() as AddressInfo).port}`, close: () => void server.close() };
}

export function discard(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
