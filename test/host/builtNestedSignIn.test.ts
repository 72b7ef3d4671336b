// @vitest-environment jsdom
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import webpack, { type Stats } from 'webpack';
import type { SignIn } from '../../src/host/host.ts';
import type { createNestedSignIn } from '../../src/host/signIn/nested.ts';
import { createTeamsHost } from '../../src/host/teams.ts';
import { MsalTrim, nestedLayer } from '../../src/tools/build/msalTrim.ts';
import { config, FakeTeams, refused, ulla } from './fakeTeams.ts';

/**
 * Nested sign-in as the build makes it: without msal's ordinary client, to which msal turns where there is no bridge.
 * (nestedSignIn.test.ts has the same code with all of msal.)
 */
const root = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'dagsorden-nested-'));
let stats: Stats;
let create: typeof createNestedSignIn;

beforeAll(async () => {
  const compiler = webpack({
    mode: 'development',
    devtool: false,
    context: root,
    target: 'node',
    entry: { nested: './src/host/signIn/nested.ts', popup: './src/host/signIn/popup.ts' },
    output: { path: folder, filename: '[name].cjs', chunkFilename: '[id].cjs', library: { type: 'commonjs2' } },
    resolve: { extensions: ['.ts', '.js', '.mjs'], conditionNames: ['browser', 'import'], mainFields: ['browser', 'module', 'main'] },
    module: { rules: [{ test: /\.ts$/, loader: 'swc-loader', options: { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } } }] },
    plugins: [new MsalTrim()],
  });
  if (compiler === null) throw new Error('webpack made no compiler');
  stats = await new Promise<Stats>((done, failed) => compiler.run((error, made) => (made === undefined ? failed(error) : done(made))));
  await new Promise((done) => compiler.close(done));
  if (stats.hasErrors()) throw new Error(stats.toString('errors-only'));
  ({ createNestedSignIn: create } = createRequire(import.meta.url)(join(folder, 'nested.cjs')) as { createNestedSignIn: typeof createNestedSignIn });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let teams: FakeTeams;
beforeEach(() => {
  teams = new FakeTeams();
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
  teams.leave();
});

const fallback: SignIn = { token: async () => 'by popup', person: () => null, ask: async () => undefined };
async function signIn(): Promise<SignIn> {
  await createTeamsHost(config);
  return create(
    config,
    async () => ({ objectId: ulla.localAccountId, address: ulla.username }),
    async () => fallback,
  );
}

describe('nested sign-in as it is built', () => {
  test('takes its tokens from the host', async () => {
    const who = await signIn();
    expect(await who.token({ scopes: ['User.Read'] })).toBe('access-u-ulla');
    expect(who.person()?.name).toBe('Ulla Skarvad');
  });

  test('goes to our popup where the host has no bridge', async () => {
    teams.supports = { app: {}, pages: {} };
    const who = await signIn();
    expect(await who.token({ scopes: ['User.Read'] })).toBe('by popup');
    expect(await who.token({ scopes: ['User.Read'], interactive: true })).toBe('by popup');
  });

  test.each(['NESTED_APP_AUTH_UNAVAILABLE', 'DISABLED', 'PERSISTENT_ERROR'])('goes to our popup where the bridge opens with %s', async (status) => {
    teams.bridge = () => refused(status, '');
    expect(await (await signIn()).token({ scopes: ['User.Read'] })).toBe('by popup');
  });
});

describe('what is left out of msal', () => {
  const files = (layer: string | null) =>
    [...stats.compilation.modules]
      .filter((module) => module.layer === layer)
      .map((module) => module.nameForCondition() ?? '')
      .filter((path) => path.includes('msal'))
      .map((path) => path.slice(path.lastIndexOf('/') + 1));

  test('the nested layer has no ordinary client and none of its windows and frames', () => {
    expect(files(nestedLayer)).toContain('NestedAppAuthController.mjs');
    expect(files(nestedLayer)).not.toContain('StandardController.mjs');
    expect(files(nestedLayer).filter((file) => /(Popup|Redirect|Silent\w+)Client\.mjs/.test(file))).toEqual([]);
  });

  test('the popup keeps the ordinary client', () => {
    expect(files(null)).toEqual(expect.arrayContaining(['StandardController.mjs', 'PopupClient.mjs', 'SilentIframeClient.mjs']));
  });

  test('the platform broker is nowhere', () => {
    expect([...files(null), ...files(nestedLayer)].filter((file) => /^PlatformAuth\w+(Client|Handler)\.mjs$/.test(file))).toEqual([]);
  });
});
