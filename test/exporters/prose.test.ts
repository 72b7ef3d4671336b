import { describe, expect, test } from 'vitest';
import { documentOf, plain } from '../../src/exporters/document/document.ts';
import { proseOf } from '../../src/exporters/document/prose.ts';
import { printMail } from '../../src/exporters/printers/mail.ts';
import { printMarkdown } from '../../src/exporters/printers/markdown.ts';
import { printPlainText } from '../../src/exporters/printers/plainText.ts';

const head = { body: null, title: 'X', date: null, endDate: null, start: null, end: null, location: null, chair: null };
const documentWith = (source: string) =>
  documentOf({ kind: 'agenda', audience: 'outside', language: 'da', title: 'X', head, published: null }, proseOf(source));
const html = (source: string) =>
  printMail(documentWith(source), { id: 'x', link: { href: 'https://fjordby.example/', words: 'Åbn' } })
    .replace(/^<div[^>]*>|<p style="margin:12px 0">.*$/gs, '')
    .replaceAll(/ style="[^"]*"/g, '')
    .replaceAll('\n', '');

describe('what a person wrote, in a mail', () => {
  test.each([
    ['bold, emphasis and strikethrough', '**fed** *kursiv* ~~slettet~~', '<p><strong>fed</strong> <em>kursiv</em> <del>slettet</del></p>'],
    ['every line break', 'et\nto  \ntre', '<p>et<br>to<br>tre</p>'],
    ['a numbered list keeps its first number', '3. at a\n4. at b', '<ol start="3"><li>at a</li><li>at b</li></ol>'],
    ['a heading is a bold line', '## Formål', '<p><strong>Formål</strong></p>'],
    ['an https link', '[Læs](https://fjordby.example/a)', '<p><a href="https://fjordby.example/a">Læs</a></p>'],
    ['a link by reference', '[Læs][1]\n\n[1]: https://fjordby.example/a', '<p><a href="https://fjordby.example/a">Læs</a></p>'],
    [
      'no other address',
      '[a](http://x.example) [b](javascript:alert) [c](HTTPS:x) [d](/sti) <ulla@fjordby.example>',
      '<p>a b c d ulla@fjordby.example</p>',
    ],
    ['no picture', '![kort](https://ondt.example/x.png)', '<p><a href="https://ondt.example/x.png">kort</a></p>'],
    ['raw HTML stands as it was typed', '<b onclick="x()">fed</b>', '<p>&lt;b onclick="x()">fed&lt;/b></p>'],
    ['a script does too', '<script>alert(1)</script>', '<p>&lt;script>alert(1)&lt;/script></p>'],
    ['a task list', '- [x] gjort\n- [ ] ikke', '<ul><li>[x] gjort</li><li>[ ] ikke</li></ul>'],
    ['a definition nobody refers to', '[1]: https://fjordby.example/a', '<p>[1]: https://fjordby.example/a</p>'],
  ])('%s', (_name, source, expected) => {
    expect(html(source)).toBe(expected);
  });

  test('a table has headers of its columns', () => {
    expect(html('| Tid | Punkt |\n| --- | --- |\n| 8.30 | **Nyt** |')).toBe(
      '<table><thead><tr><th scope="col">Tid</th><th scope="col">Punkt</th></tr></thead><tbody><tr><td>8.30</td><td><strong>Nyt</strong></td></tr></tbody></table>',
    );
  });
});

test('Markdown is written as it was meant', () => {
  expect(printMarkdown(documentWith('**fed** _kursiv_\n\n* a\n* b\n\n1) et'))).toBe('**fed** *kursiv*\n\n- a\n- b\n\n1. et\n');
});

describe('a text that nobody wrote by hand', () => {
  const heavy = '*a_'.repeat(20_000);
  test('is printed as it was typed, every line of it', () => {
    expect(html(`${heavy}\n**to**\n\ntre`)).toBe(`<p>${heavy}<br>**to**</p><p>tre</p>`);
  });
  test('signs that turn others round are in no printer', () => {
    const document = documentOf(
      { kind: 'agenda', audience: 'outside', language: 'da', title: 'X', head, published: null },
      proseOf('\u202Etdnekdog\u202C **fed\u2067**'),
    );
    for (const printed of [printMarkdown(document), printPlainText(document)]) expect(printed).toMatch(/^tdnekdog (\*\*)?fed(\*\*)?\n$/);
    expect(plain('Ane\u202E Kratholm\u200B')).toBe('Ane Kratholm');
  });
});
