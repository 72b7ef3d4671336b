import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { plan, refusalOf, roomRules } from '../../src/tools/lint/rooms.js';

const linter = new Linter({ cwd: '/house' });

/** The refusals of the rooms' rule for a line of code in a file. */
function said(filename: string, code: string): string[] {
  return linter
    .verify(code, [{ files: ['**/*.{ts,tsx}'], languageOptions: { parser: tseslint.parser as Linter.Parser } }, ...roomRules], `/house/${filename}`)
    .map(({ message }) => message);
}

const refused = `meeting/ may not look into graph/. ${plan['meeting']?.instead}`;

describe('lint says that a room may not be looked into', () => {
  it.each([
    "import { wire } from '../graph/wire.ts';",
    "import type { Graph } from '../graph/client.ts';",
    "export { wire } from '../graph/wire.ts';",
    "export * from '../graph/wire.ts';",
    "export const later = () => import('../graph/wire.ts');",
    "export let type: import('../graph/client.ts').Graph;",
    "export type All = typeof import('../graph/client.ts');",
  ])('%s', (code) => {
    expect(said('src/meeting/agenda.ts', code)).toEqual([refused]);
  });

  it('from any depth, and of packages', () => {
    expect(said('src/tenant/a/b/c/d/e.ts', "import '../../../../../meeting/agenda.ts';")).toEqual([
      expect.stringContaining('tenant/ may not look into meeting/'),
    ]);
    expect(said('src/storage/a.ts', "void import('@fluentui/react-components');")).toEqual([
      expect.stringContaining('storage/ may not use this package'),
    ]);
    expect(said('src/storage/a.ts', "import 'react/jsx-runtime';")).toEqual([expect.stringContaining('storage/ may not use this package')]);
    expect(said('src/ui/a/b.tsx', "import { browserHost } from '../../host/browser.ts';")).toEqual([expect.stringContaining('host/host.ts')]);
  });

  it('and that a name put together at run time cannot be checked', () => {
    expect(said('src/ui/a.ts', 'export const load = (name: string) => import(`./${name}.ts`);')).toEqual([expect.stringContaining('Name the file')]);
  });

  it('but not of what is allowed', () => {
    for (const [file, code] of [
      ['src/meeting/a.ts', "import './b.ts'; import { z } from '../meeting/c.ts'; import 'valibot';"],
      ['src/storage/a.ts', "import '../graph/wire.ts'; void import('../meeting/agenda.ts'); import 'reactive';"],
      ['src/ui/a/b.tsx', "import type { Host } from '../../host/host.ts'; import 'react';"],
      ['src/entries/tab.tsx', "import '../ui/app/App.tsx'; import '../host/teams.ts';"],
      ['src/tools/x.ts', 'export const load = (name: string) => import(name);'],
    ] as const)
      expect([file, said(file, code)]).toEqual([file, []]);
  });

  it('every room of src has a row in the plan, or is one that may see everything', () => {
    expect(refusalOf('src/entries/a.ts', '../meeting/b.ts')).toBeUndefined();
    expect(Object.keys(plan).concat('entries', 'tools').sort()).toEqual([
      'commands',
      'device',
      'entries',
      'exporters',
      'graph',
      'host',
      'importers',
      'meeting',
      'storage',
      'tenant',
      'tools',
      'ui',
    ]);
  });
});
