import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import webpack from 'webpack';
import { MsalTrim } from '../../src/tools/build/msalTrim.ts';
import { folders } from '../../src/tools/folders.ts';

const house = mkdtempSync(join(tmpdir(), 'dagsorden-msal-'));
afterAll(() => rmSync(house, { recursive: true }));

const msal = 'node_modules/@azure/msal-browser';
const broker = ['PlatformAuthInteractionClient', 'PlatformAuthDOMHandler', 'PlatformAuthExtensionHandler'];
/** A small msal, with its parts where the real one has them. */
const files: Record<string, string> = {
  'src/host/signIn/nestedClient.ts': `import('@azure/msal-browser').then(console.log);`,
  [`${msal}/package.json`]: `{ "name": "@azure/msal-browser", "main": "dist/index.mjs", "sideEffects": false }`,
  [`${msal}/dist/index.mjs`]: `export { PublicClientApplication } from './app/PublicClientApplication.mjs';`,
  [`${msal}/dist/app/PublicClientApplication.mjs`]: [
    `import { StandardController } from '../controllers/StandardController.mjs';`,
    ...broker.map((name) => `import { ${name} } from '../broker/${name}.mjs';`),
    `export const PublicClientApplication = [StandardController, ${broker.join(', ')}];`,
  ].join('\n'),
  [`${msal}/dist/controllers/StandardController.mjs`]: `export class StandardController {}`,
  ...Object.fromEntries(broker.map((name) => [`${msal}/dist/broker/${name}.mjs`, `export class ${name} {}`])),
};

/** What the build says against a msal in which some files are otherwise. */
async function faults(changed: Record<string, string> = {}): Promise<string[]> {
  for (const [file, text] of Object.entries({ ...files, ...changed })) {
    mkdirSync(dirname(join(house, file)), { recursive: true });
    writeFileSync(join(house, file), text);
  }
  const compiler = webpack({
    mode: 'development',
    devtool: false,
    context: house,
    entry: './src/host/signIn/nestedClient.ts',
    output: { path: join(house, 'out') },
    resolveLoader: { modules: [folders.modules] },
    module: { rules: [{ test: /\.ts$/, loader: 'swc-loader', options: { jsc: { parser: { syntax: 'typescript' } } } }] },
    plugins: [new MsalTrim()],
  });
  if (compiler === null) throw new Error('webpack made no compiler');
  const errors = await new Promise<string[]>((done, failed) =>
    compiler.run((error, stats) => (stats === undefined ? failed(error) : done(stats.compilation.errors.map(({ message }) => message)))),
  );
  await new Promise((closed) => compiler.close(closed));
  return errors;
}

const application = `${msal}/dist/app/PublicClientApplication.mjs`;

describe('leaving parts of msal out', () => {
  test('a msal as we know it builds', async () => {
    expect(await faults()).toEqual([]);
  });

  test('a msal that names its ordinary client otherwise stops the build, and says where to look', async () => {
    const errors = await faults({
      [application]: (files[application] ?? '').replaceAll('StandardController', 'OrdinaryController'),
      [`${msal}/dist/controllers/OrdinaryController.mjs`]: `export class OrdinaryController {}`,
    });
    expect(errors).toEqual([expect.stringMatching(/StandardController\.mjs.*src\/tools\/build\/msalTrim\.ts/)]);
  });

  test('so does one that brings the windows of the ordinary client in by another door', async () => {
    const errors = await faults({
      [application]: `${files[application]}\nimport '../interaction_client/PopupClient.mjs';`,
      [`${msal}/dist/interaction_client/PopupClient.mjs`]: `export class PopupClient {}`,
    });
    expect(errors).toEqual([expect.stringContaining('PopupClient.mjs')]);
  });

  test('and one whose platform broker has another shape', async () => {
    const errors = await faults({
      [application]: (files[application] ?? '')
        .replace('{ PlatformAuthDOMHandler }', '{ PlatformAuthDOMHandler, createDOMHandler }')
        .concat('\ncreateDOMHandler();'),
    });
    expect(errors.join()).toContain('createDOMHandler');
  });
});
