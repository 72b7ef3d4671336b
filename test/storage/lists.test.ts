import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { LISTS, type ColumnDefinition } from '../../src/storage/lists.ts';

const page = readFileSync(new URL('../../docs/lists.md', import.meta.url), 'utf8');
const kinds: Readonly<Record<ColumnDefinition['kind'], string>> = {
  line: 'text',
  text: 'long text',
  number: 'number',
  boolean: 'yes/no',
  dateTime: 'date and time',
  choice: 'choice',
};

/** The rows of the table below a list's heading, cells trimmed. */
function tableOf(list: string): string[][] {
  const part = page.split(/^## /m).find((section) => section.startsWith(`\`${list}\``));
  return (part ?? '')
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
}

describe('docs/lists.md', () => {
  test.each(LISTS.map((list) => [list.name, list] as const))('tells every column of %s, in order, with its title, kind and words', (_, list) => {
    const told = tableOf(list.name).map(([name, title, kind, words]) => [
      name,
      title,
      kind,
      words?.startsWith('“') ? words.match(/“([^”]+)”/g)?.join(' ') : '',
    ]);
    const columns = list.columns.map((column) => [
      `\`${column.name}\``,
      column.displayName,
      kinds[column.kind],
      column.choices?.map((word) => `“${word}”`).join(' ') ?? '',
    ]);
    expect(told).toEqual(columns);
  });
  test('tells no list that is not there', () => {
    expect([...page.matchAll(/^## `(\w+)`/gm)].map(([, name]) => name)).toEqual(LISTS.map(({ name }) => name));
  });
});
