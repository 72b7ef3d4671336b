import { basename, join } from 'node:path';
import type { Compilation, Compiler } from 'webpack';
import { folders } from '../folders.ts';

/**
 * msal comes in one piece: whoever asks for one of its clients gets them all, a quarter of what an agenda may weigh.
 * Two parts of it never run in this app, and this plugin puts small modules of ours in their place:
 *
 * - msal's ordinary client, for nested app authentication only. Where the host has no bridge, msal quietly becomes that
 *   client, which can do nothing in a frame; we want to be told instead and take our popup sign-in (host/signIn/nested.ts).
 *   The popup and the plain browser need the ordinary client and keep it. So host/signIn/nestedClient.ts and what it loads
 *   are a webpack "layer" of their own: there they are other modules than the ones with the same names elsewhere.
 * - the platform broker, everywhere. msal asks for it only with `allowPlatformBroker`, which we never set
 *   (host/signIn/msalConfiguration.ts).
 *
 * The stand-ins are in host/signIn/msalStubs. Should another version of msal name its parts otherwise, the build fails.
 */
export class MsalTrim {
  apply(compiler: Compiler): void {
    compiler.options.module.rules.push({ test: /[\\/]src[\\/]host[\\/]signIn[\\/]nestedClient\.ts$/, layer: nestedLayer });
    compiler.hooks.normalModuleFactory.tap('MsalTrim', (factory) => {
      factory.hooks.beforeResolve.tap('MsalTrim', (asked) => {
        const { issuer, issuerLayer } = asked.contextInfo;
        if (!ofMsal.test(issuer)) return;
        const part = parts.find(({ name, only }) => name === basename(asked.request) && (only === null || only === issuerLayer));
        if (part) asked.request = part.standIn;
      });
    });
    compiler.hooks.compilation.tap('MsalTrim', (compilation) => {
      compilation.hooks.finishModules.tap('MsalTrim', () => {
        for (const fault of faultsIn(compilation)) compilation.errors.push(new compiler.webpack.WebpackError(fault));
      });
    });
  }
}

/** Where the ordinary client is left out. */
export const nestedLayer = 'nested sign-in';

const ofMsal = /[\\/]@azure[\\/]msal-browser[\\/]dist[\\/]/;
const stubs = join(folders.root, 'src', 'host', 'signIn', 'msalStubs');

interface Part {
  /** msal's file. */
  readonly name: string;
  readonly standIn: string;
  /** The one layer it is left out of; null for all. */
  readonly only: string | null;
}

const parts: readonly Part[] = [
  { name: 'StandardController.mjs', standIn: join(stubs, 'StandardController.ts'), only: nestedLayer },
  ...['PlatformAuthInteractionClient.mjs', 'PlatformAuthDOMHandler.mjs', 'PlatformAuthExtensionHandler.mjs'].map((name) => ({
    name,
    standIn: join(stubs, 'PlatformAuth.ts'),
    only: null,
  })),
];

/** What only the ordinary client uses: none of it may come into the nested layer by another door. */
const ordinaryOnly = /[\\/](StandardController\.mjs|interaction_client[\\/].*)$/;

function faultsIn(compilation: Compilation): string[] {
  const files = [...compilation.modules].map((module) => ({ path: module.nameForCondition() ?? '', layer: module.layer }));
  const layers = files.filter(({ path }) => ofMsal.test(path) && path.endsWith('PublicClientApplication.mjs')).map(({ layer }) => layer);
  const missing = layers.flatMap((layer) =>
    parts
      .filter(({ standIn, only }) => (only === null || only === layer) && !files.some((file) => file.path === standIn && file.layer === layer))
      .map(({ name }) => `msal no longer loads ${name}, so it cannot be left out: see src/tools/build/msalTrim.ts.`),
  );
  const strays = files
    .filter(({ path, layer }) => layer === nestedLayer && ofMsal.test(path) && ordinaryOnly.test(path))
    .map(({ path }) => `msal loads ${basename(path)} for nested sign-in, although its ordinary client is left out: see src/tools/build/msalTrim.ts.`);
  return [...new Set([...missing, ...strays])];
}
