import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import webpack from 'webpack';
import { serveApp } from '../../serveApp.ts';

export interface PlainPage {
  readonly address: string;
  stop(): Promise<void>;
}

/** Builds and serves the list in plain Fluent UI (plain.tsx), as the app is built for production. */
export async function plainPage(lines: number): Promise<PlainPage> {
  const folder = mkdtempSync(join(tmpdir(), 'dagsorden-plain-'));
  await built(folder);
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><html lang="da"><title>Plain</title><body><script src="plain.js"></script></body></html>',
  );
  const { origin, stop } = await serveApp({ folder, port: 0, teamsHosts: "'self'" });
  return {
    address: `${origin}/index.html?lines=${lines}`,
    stop: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function built(folder: string): Promise<void> {
  const compiler = webpack({
    mode: 'production',
    entry: join(import.meta.dirname, 'plain.tsx'),
    output: { path: folder, filename: 'plain.js' },
    resolve: { extensions: ['.ts', '.tsx', '.js', '.mjs'] },
    performance: false,
    module: {
      rules: [
        {
          test: /\.tsx$/,
          loader: 'swc-loader',
          options: { jsc: { parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } }, target: 'es2022' } },
        },
      ],
    },
  });
  return new Promise((resolve, reject) => {
    compiler.run((error, stats) => {
      if (error) reject(error);
      else if (stats?.hasErrors() === true) reject(new Error(stats.toString('errors-only')));
      else resolve();
    });
  });
}
