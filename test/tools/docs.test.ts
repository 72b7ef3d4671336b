import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scopes as asked } from '../../src/graph/scopes.ts';
import { scopeTable } from '../../src/graph/scopeTable.ts';
import { readSettings, variables } from '../../src/tools/build/settings.ts';
import { folders } from '../../src/tools/folders.ts';
import { LISTS } from '../../src/storage/lists.ts';

const read = (file: string) => readFileSync(join(folders.root, file), 'utf8');
const pages = ['README.md', 'CHANGELOG.md', ...globSync('docs/*.md', { cwd: folders.root })];

/** The cells of a table's first two columns, by the first; the table begins after `mark`. */
function table(text: string, mark: string): Map<string, string> {
  const rows = text
    .slice(text.indexOf(mark))
    .split('\n')
    .map((line) => /^\| +`(\w[\w.]*)` +\| +(.*?) +\|/.exec(line))
    .filter((row) => row !== null);
  return new Map(rows.map(([, name = '', next = '']) => [name, next]));
}

describe('the documentation', () => {
  it.each(['docs/admin.da.md', 'docs/admin.en.md'])('%s names every permission the app asks for, and no other', (page) => {
    const [scopes = ''] = read(page).split('<!-- scopes -->')[1]?.split('\n## ') ?? [];
    expect([...table(scopes, '').keys()].sort()).toEqual(scopeTable.map(({ scope }) => scope).sort());
  });

  it('tells what each permission that the app asks for is needed for', () => {
    expect(scopeTable.map(({ scope }) => scope)).toEqual(Object.values(asked).flat());
  });

  it.each(['docs/admin.da.md', 'docs/admin.en.md'])('%s names every list of a board', (page) => {
    for (const { name } of LISTS) expect(read(page)).toContain(`\`${name}\``);
  });

  it.each(['README.md', 'docs/configuration.md'])('%s names every setting of a build with its default', (page) => {
    const documented = table(read(page), '| variable');
    const defaults = readSettings({});
    for (const [key, variable] of Object.entries(variables)) {
      expect(documented.has(variable), variable).toBe(true);
      const value = defaults[key as keyof typeof defaults];
      if (value !== '') expect(documented.get(variable)).toBe(`\`${value}\``);
    }
  });

  it.each(['docs/admin.da.md', 'docs/admin.en.md', 'docs/configuration.md'])(
    '%s tells the web host which headers keep pages and addresses to themselves',
    (page) => {
      const text = read(page);
      for (const header of ['Strict-Transport-Security: max-age=31536000', 'Referrer-Policy: strict-origin-when-cross-origin', 'frame-ancestors'])
        expect(text).toContain(header);
    },
  );

  it.each(pages)('%s links only to what is there', (page) => {
    const targets = [...read(page).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, target = '']) => target);
    expect(targets.filter((target) => !existsSync(join(folders.root, dirname(page), target)))).toEqual([]);
  });
});
