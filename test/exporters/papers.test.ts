import { readdirSync, readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { PAPER_FORMATS, type PaperFormat } from '../../src/exporters/exportPaper.ts';
import { extractOf } from '../../src/exporters/paper/extract.ts';
import { paperItem } from '../../src/exporters/paper/paper.ts';
import { NotAPaper, readPaper } from '../../src/exporters/paper/readPaper.ts';
import { instantAt } from '../../src/exporters/paper/when.ts';
import { importFile } from '../../src/importers/importFile.ts';
import { importText } from '../../src/importers/importText.ts';
import { f1, scorePaper } from '../importers/score.ts';
import { anyPaper, MARK, plainPaper } from './anyPaper.ts';
import { exported, lettersOf, openPdf } from './paperText.ts';
import { words, wordsInHtml, wordsInMarkdown } from './wordsIn.ts';

const raw = new URL('../importers/papers/raw/', import.meta.url).pathname;
const names = readdirSync(raw).map((file) => file.replace(/\.txt$/, ''));
const readingOf = (name: string) => importText(readFileSync(`${raw}${name}.txt`, 'utf8'));
const fields = (paper: object) => paper as Record<string, unknown>;

describe('what is taken in, printed and taken in again', () => {
  it.each(names)('%s is the same agenda, from Word, from text and from a page', async (name) => {
    const reading = readingOf(name);
    for (const format of ['docx', 'md', 'txt', 'html'] as const) {
      const { bytes } = await exported(readPaper(reading), format);
      const again = await importFile({ name: `x.${format === 'md' ? 'txt' : format}`, type: '', bytes });
      const score = scorePaper(fields(reading), fields(again));
      expect(f1(score), `${format}\n${score.misses.join('\n')}`).toBe(1);
    }
  });

  it.each(names)('%s is nearly the same from a PDF, whose lines have lost what they were', async (name) => {
    const reading = readingOf(name);
    const { bytes } = await exported(readPaper(reading), 'pdf');
    const score = scorePaper(fields(reading), fields(await importFile({ name: 'x.pdf', type: '', bytes })));
    expect(f1(score), score.misses.join('\n')).toBeGreaterThanOrEqual(0.9);
  });

  it.each(names)('%s as JSON can be exported anew and says the same', async (name) => {
    const paper = readPaper(readingOf(name));
    const json = JSON.parse(new TextDecoder().decode((await exported(paper, 'json')).bytes)) as object;
    expect(readPaper(json)).toEqual(paper);
  });
});

test('papers that are called as a heading is stay papers of their item', async () => {
  const titles = ['Indstilling', 'Beslutning', 'Byrådsdebat 9. april'];
  const attachments = titles.map((title) => ({ number: null, title, documentId: null, closed: false, url: null }));
  const sections = [{ role: 'decision', heading: null, text: 'Godkendt.' }];
  const items = ['Havnen', 'Vejen', 'Eventuelt'].map((title, place) => paperItem(title, { number: `${place + 1}`, sections, attachments }));
  for (const format of ['docx', 'md'] as const) {
    const { bytes } = await exported({ ...plainPaper, kind: 'minutes', items }, format);
    const again = await importFile({ name: `x.${format}`, type: '', bytes });
    expect(again.attachments.map(({ title, itemIndex }) => [itemIndex?.[0], title])).toEqual(
      items.flatMap((_, place) => titles.map((title) => [place, title])),
    );
    expect(again.items.map(({ decision, recommendation }) => [decision, recommendation])).toEqual(items.map(() => ['Godkendt', null]));
  }
});

describe('every printed form says the same words', () => {
  it.each(names)('%s', async (name) => {
    const paper = readPaper(readingOf(name));
    const letters = async (format: PaperFormat) => lettersOf(await exported(paper, format), format);
    const told = words(await letters('txt'));
    expect(wordsInMarkdown(await letters('md'))).toEqual(told);
    const html = await letters('html');
    expect(wordsInHtml(html.slice(html.indexOf('<main>'), html.indexOf('</main>')))).toEqual(told);
    const calendar = (await letters('ics')).replace(/\r\n /g, '');
    const description = /DESCRIPTION:(.*)\r\n/.exec(calendar)?.[1]?.replaceAll('\\n', '\n') ?? '';
    expect(words(description)).toEqual(told);
    const main = /word\/document\.xml\n([^]*?)(?=\nword\/|\n_rels|\ndocProps|\[Content)/.exec(await letters('docx'))?.[1] ?? '';
    const unordered = (list: readonly string[]) => [...new Set(list)].sort();
    const inWord = unordered(
      words(
        main
          .replace(/<\/w:p>/g, ' ')
          .replace(/<w:br\/>/g, ' ')
          .replace(/<[^>]+>/g, '')
          .replaceAll('&amp;', '&')
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&quot;', '"')
          .replaceAll('&apos;', "'"),
      ),
    );
    // Numbers of ordered lists are Word's own there.
    expect(unordered(told).filter((word) => !inWord.includes(word) && !/^\d+$/.test(word))).toEqual([]);
  });
});

describe('the open edition', () => {
  const everywhere = PAPER_FORMATS.filter((format) => format !== 'pdf');

  test('holds nothing that is closed, in no format', async () => {
    await fc.assert(
      fc.asyncProperty(anyPaper, async (paper) => {
        for (const format of everywhere) {
          const file = await exported(paper, format, 'open');
          expect(`${file.name}${await lettersOf(file, format)}`.includes(MARK), format).toBe(false);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('nor in a PDF: its text, its links, its structure, its information', async () => {
    await fc.assert(
      fc.asyncProperty(anyPaper, async (paper) => {
        expect((await lettersOf(await exported(paper, 'pdf', 'open'), 'pdf')).includes(MARK)).toBe(false);
      }),
      { numRuns: 12 },
    );
  });

  test('nor in an extract of one item, also of one that is closed by the item above it', async () => {
    const child = paperItem(`${MARK} under`, { id: 'child' });
    const paper = { ...plainPaper, items: [paperItem(MARK, { id: 'top', closed: true, children: [child] })] };
    const extract = extractOf(paper, 'child')!;
    const text = await lettersOf(await exported(extract, 'txt', 'open'), 'txt');
    expect(text).not.toContain(MARK);
    expect(text).toContain('Lukket punkt');
    expect(await lettersOf(await exported(extract, 'txt', 'closed'), 'txt')).toContain(`${MARK} under`);
    expect(extractOf(paper, 'nobody')).toBeNull();
  });

  test('says “Lukket punkt” once of an item that was given these words as its neutral title', async () => {
    const paper = { ...plainPaper, items: [paperItem('Personsag', { closed: true, neutralTitle: 'Lukket punkt.' })] };
    expect((await lettersOf(await exported(paper, 'txt', 'open'), 'txt')).match(/Lukket punkt/g)).toHaveLength(1);
  });

  test('leaves the line of a closed paper out of the text of an open item, and the place of a closed item in', async () => {
    const paper = readPaper(readingOf('f02-hmu-fjordby-dagsorden'));
    const text = await lettersOf(await exported(paper, 'txt', 'open'), 'txt');
    expect(text).not.toMatch(/Langtidsfravær fordelt|personalemæssige/);
    expect(text).toContain('5. Lukket punkt');
    expect(text).toContain('Version: Åben udgave');
  });
});

describe('a tagged PDF', () => {
  const paper = {
    ...plainPaper,
    items: [
      paperItem('Budget', {
        number: '1',
        sections: [
          {
            role: 'background',
            heading: null,
            text: 'Tal:\n\n| År | Kr. |\n| - | - |\n| 2027 | 5 |\n\n- et\n- to\n\n[Notat](https://fjordby.example/n)',
          },
        ],
        children: [paperItem('Drift', { number: '1.1' })],
      }),
      ...Array.from({ length: 40 }, (_, place) =>
        paperItem(`Punkt ${place}`, { number: `${place + 2}`, sections: [{ role: 'text', heading: null, text: 'Tekst. '.repeat(60) }] }),
      ),
    ],
  };

  test('tells its language and title, and has headings, lists, a table and links in its structure tree', async () => {
    const document = await openPdf((await exported(paper, 'pdf')).bytes);
    const { info, metadata } = await document.getMetadata();
    expect(info).toMatchObject({ Title: 'Dagsorden: Direktionsmøde', Language: 'da-DK' });
    expect(metadata?.getRaw()).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(await document.getMarkInfo()).toMatchObject({ Marked: true });
    const roles: string[] = [];
    const walk = (node: object): void => {
      if ('role' in node) roles.push(String(node.role));
      if ('children' in node) (node.children as object[]).forEach(walk);
    };
    for (let number = 1; number <= document.numPages; number += 1) walk(await (await document.getPage(number)).getStructTree());
    const count = (role: string) => roles.filter((each) => each === role).length;
    expect(document.numPages).toBeGreaterThan(3);
    expect(count('H1')).toBe(1);
    expect(count('H2')).toBeGreaterThanOrEqual(41);
    expect(count('H3')).toBe(1);
    expect([count('L'), count('LI'), count('Lbl'), count('LBody')]).toEqual([1, 2, 2, 2]);
    expect([count('Table'), count('TR'), count('TH'), count('TD')]).toEqual([1, 2, 2, 2]);
    expect(count('Link')).toBe(1);
    const links = (await (await document.getPage(1)).getAnnotations()) as { url?: string }[];
    expect(links.map(({ url }) => url)).toContain('https://fjordby.example/n');
    await document.destroy();
  });

  test('says on each page who meets, what it is, when, for whom, and which page it is', async () => {
    const document = await openPdf((await exported(paper, 'pdf', 'open')).bytes);
    for (const number of [1, document.numPages]) {
      const { items } = await (await document.getPage(number)).getTextContent();
      const text = items.map((item) => ('str' in item ? item.str : '')).join('');
      expect(text).toContain('Fjordby Kommune · Direktionen · Dagsorden · 3. september 2026 · Åben udgave');
      expect(text).toContain(`Side ${number} af ${document.numPages}`);
    }
    await document.destroy();
  });
});

test('a Word file has heading styles, its language and title, and fields for the pages', async () => {
  const letters = await lettersOf(await exported({ ...plainPaper, items: [paperItem('Budget', { number: '1' })] }, 'docx'), 'docx');
  expect(letters).toContain('<w:pStyle w:val="Heading1"/>');
  expect(letters).toContain('<w:pStyle w:val="Heading2"/>');
  expect(letters).toContain('w:lang w:val="da-DK"');
  expect(letters).toMatch(/<dc:title>Dagsorden: Direktionsmøde<\/dc:title>/);
  expect(letters).toMatch(/PAGE[^]*NUMPAGES/);
  expect(letters).toContain('Fjordby Kommune · Direktionen · Dagsorden · 3. september 2026 · Lukket udgave');
});

describe('a calendar file', () => {
  const calendarOf = async (fields: object) =>
    lettersOf(await exported({ ...plainPaper, items: [paperItem('Æ'.repeat(90))], ...fields }, 'ics'), 'ics');

  test('has its times in UTC, and no line of more than 75 bytes', async () => {
    const text = await calendarOf({});
    expect(text).toContain('DTSTART:20260903T063000Z\r\nDTEND:20260903T090000Z');
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  });

  test('of whole days ends before the day after; a meeting past midnight ends on the next', async () => {
    expect(await calendarOf({ start: null, end: null, endDate: '2026-09-04' })).toContain('DTSTART;VALUE=DATE:20260903\r\nDTEND;VALUE=DATE:20260905');
    expect(await calendarOf({ start: '22:00', end: '01:00' })).toContain('DTEND:20260903T230000Z');
  });

  test('cannot be made without a day', async () => {
    await expect(calendarOf({ date: null })).rejects.toMatchObject({ name: 'NoDate' });
  });

  test('knows summer and winter time', () => {
    expect(instantAt('2026-10-25', '04:00')).toBe('2026-10-25T03:00:00.000Z');
    expect(instantAt('2026-10-24', '04:00')).toBe('2026-10-24T02:00:00.000Z');
    expect(instantAt('2026-03-29', '03:30')).toBe('2026-03-29T01:30:00.000Z');
  });
});

test('JSON is as its schema says', async () => {
  const schema = JSON.parse(readFileSync(new URL('../../docs/export.schema.json', import.meta.url), 'utf8')) as object;
  const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema);
  await fc.assert(
    fc.asyncProperty(anyPaper, fc.constantFrom('open' as const, 'closed' as const), async (paper, edition) => {
      const json: unknown = JSON.parse(await lettersOf(await exported(paper, 'json', edition), 'json'));
      expect(validate(json), JSON.stringify(validate.errors)).toBe(true);
    }),
    { numRuns: 40 },
  );
});

test('XML for a case system is well formed, and names each text once', async () => {
  const { JSDOM } = await import('jsdom');
  await fc.assert(
    fc.asyncProperty(anyPaper, async (paper) => {
      const xml = new JSDOM(await lettersOf(await exported(paper, 'sbsys'), 'sbsys'), { contentType: 'application/xml' }).window.document;
      expect(xml.querySelectorAll('parsererror')).toHaveLength(0);
      for (const contents of xml.querySelectorAll('Indhold')) {
        const tags = [...contents.children].map(({ tagName }) => tagName);
        expect(new Set(tags).size).toBe(tags.length);
      }
    }),
    { numRuns: 30 },
  );
});

describe('what is no agenda', () => {
  test.each([
    [{}, 'noItems', null],
    [{ items: [] }, 'noItems', null],
    [[], 'noItems', null],
    ['text', 'noItems', null],
    [{ items: [{ title: 3 }] }, 'malformed', 'items.0.title'],
    [{ items: [{ title: 'x', children: [{ title: 'y', start: '25:00' }] }] }, 'malformed', 'items.0.children.0.start'],
    [{ items: [{ title: 'x' }], date: '3. maj' }, 'malformed', 'date'],
  ])('%j is refused with the field', (value, reason, where) => {
    try {
      readPaper(value);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(NotAPaper);
      expect(error).toMatchObject({ reason, where });
    }
  });

  test('an item that does not say that it is open is closed', () => {
    expect(readPaper({ items: [{ title: 'x' }] }).items[0]?.closed).toBe(true);
  });
});
