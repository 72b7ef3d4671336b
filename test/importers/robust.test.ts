import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { importFile } from '../../src/importers/importFile.ts';
import { importText } from '../../src/importers/importText.ts';
import { damage, randomOf } from './damage.ts';
import { makeDocx, makeTableDocx } from './make/docx.ts';
import { makeEncryptedPdf, makePackedPdf, makePdf, makeScannedPdf } from './make/pdf.ts';
import { zipOf } from './make/zip.ts';
import { lostLines } from './words.ts';

const folder = new URL('./papers/raw/', import.meta.url).pathname;
const papers = readdirSync(folder)
  .sort()
  .map((file): [string, string] => [file, readFileSync(`${folder}${file}`, 'utf8')]);
const texts = papers.map(([, text]) => text);
const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('nothing is lost', () => {
  it.each(papers)('every word of %s comes out', (_, text) => {
    expect(lostLines(text, importText(text))).toEqual([]);
  });

  it('a text without an agenda is kept whole, and says so', () => {
    const text = 'Hej Ane\n\nTak for i går. Vi ses på torsdag til kaffe.\n\nUlla';
    const paper = importText(text);
    expect(paper.items).toEqual([]);
    expect(paper.findings.map(({ code }) => code)).toEqual(['noAgenda']);
    expect(paper.unplaced.map((line) => line.text).join(' ')).toContain('Tak for i går.');
    expect(lostLines(text, paper)).toEqual([]);
  });

  it('an empty text is an empty paper', () => {
    expect(importText('').items).toEqual([]);
  });
});

describe('damage', () => {
  it('reads 200 damaged papers without a throw, each into something that can be stored', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 - 1 }), fc.nat(texts.length - 1), (seed, which) => {
        const paper = importText(damage(texts[which] ?? '', texts, randomOf(seed)));
        expect(() => JSON.stringify(paper)).not.toThrow();
        for (const span of Object.values(paper.spans)) expect(span.to).toBeLessThanOrEqual(paper.source.length);
      }),
      { numRuns: 200 },
    );
  });

  it('reads any string at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        expect(importText(text).source).toBeTypeOf('string');
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['one line of a million words', 'ord '.repeat(250_000)],
    ['one line of dates', '1.1.2020 '.repeat(100_000)],
    ['one line of names', `1. ${'Ane Holm og '.repeat(50_000)}\n2. Økonomi\n3. Eventuelt`],
    ['open brackets', '('.repeat(500_000)],
  ])('%s', (_, text) => {
    expect(importText(text).source.length).toBe(text.length);
  });
});

describe('files that cannot be read say why', () => {
  const reasonOf = async (name: string, bytes: Uint8Array): Promise<unknown> => {
    try {
      await importFile({ name, type: '', bytes });
      return 'read';
    } catch (error) {
      return (error as { reason?: unknown }).reason ?? error;
    }
  };

  it('a scanned PDF', async () => expect(await reasonOf('a.pdf', makeScannedPdf())).toBe('scanned'));
  it('an encrypted PDF', async () => expect(await reasonOf('a.pdf', makeEncryptedPdf())).toBe('encrypted'));
  it('a PDF cut in its middle', async () => {
    const whole = makePdf(texts[0] ?? '');
    expect(['corrupt', 'read', 'scanned']).toContain(await reasonOf('a.pdf', whole.slice(0, whole.length / 3)));
  });
  it('a PDF that is none', async () => expect(await reasonOf('a.pdf', bytesOf('hej'))).toBe('corrupt'));
  it('a Word file cut in its middle', async () => {
    const whole = await makeDocx('1. Velkomst\n2. Økonomi');
    expect(await reasonOf('a.docx', whole.slice(0, whole.length / 2))).toBe('corrupt');
  });
  it('a spreadsheet', async () => expect(await reasonOf('a.xlsx', zipSync({ 'xl/workbook.xml': strToU8('<x/>') }))).toBe('notAnAgendaFile'));
  it('a picture', async () => expect(await reasonOf('a.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]))).toBe('notAnAgendaFile'));
  it.each(['<div>', '<b>', '<table><tr><td>', '<ol><li>'])('HTML with thousands of %s in one another', async (opening) => {
    expect(['corrupt', 'read']).toContain(await reasonOf('a.html', bytesOf(`${opening.repeat(20_000)}1. Velkomst`)));
  });
  it('a zip bomb', async () => {
    const bomb = zipOf('word/document.xml', new Uint8Array(160 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await reasonOf('a.docx', bomb)).toBe('zipBomb');
  });
  it('a Word file with more text than a thousand pages', async () => {
    const much = zipOf('word/document.xml', new Uint8Array(17 * 1024 * 1024));
    expect(await reasonOf('a.docx', much)).toBe('zipBomb');
  });
  it('a zip bomb whose directory lies about its size', async () => {
    // Noise keeps it from looking harmless by its packed size alone.
    const random = randomOf(1);
    const noise = Uint8Array.from({ length: 400 * 1024 }, () => random(256));
    const whole = new Uint8Array(40 * 1024 * 1024);
    whole.set(noise);
    const bomb = zipOf('word/document.xml', whole);
    const view = new DataView(bomb.buffer, bomb.byteOffset, bomb.byteLength);
    const directory = view.getUint32(bomb.length - 22 + 16, true);
    view.setUint32(directory + 24, 1_000, true);
    expect(await reasonOf('a.docx', bomb)).toBe('zipBomb');
  });
  const blank = (megabytes: number) => Buffer.alloc(megabytes * 1024 * 1024, 0x20);
  it.each([
    ['in one stream', () => makePackedPdf([blank(300)])],
    ['packed twice', () => makePackedPdf([blank(300)], { times: 2 })],
    ['in many streams', () => makePackedPdf(Array.from<Uint8Array>({ length: 40 }).fill(blank(10)))],
  ])(
    'a PDF that becomes 300 MB and more, %s',
    async (_, make) => {
      const before = globalThis.Uint8Array;
      expect(await reasonOf('a.pdf', make())).toBe('zipBomb');
      expect(globalThis.Uint8Array).toBe(before);
    },
    60_000,
  );
  it('a PDF with more text on a page than anybody can print', async () => {
    const drawn = Buffer.from(`BT /F1 10 Tf ${'1 0 0 1 40 800 Tm (a) Tj 1 0 0 1 90 700 Tm (b) Tj '.repeat(60_000)}ET`);
    expect(await reasonOf('a.pdf', makePackedPdf([drawn]))).toBe('tooLarge');
  });
  it('a PDF with more pages than anybody reads', async () => {
    expect(await reasonOf('a.pdf', makePackedPdf([Buffer.from('BT ET')], { pages: 5_001 }))).toBe('tooLarge');
  });
  it('a text of more lines than a paper has', async () => {
    expect(await reasonOf('a.txt', bytesOf('1. Velkomst\n'.repeat(200_001)))).toBe('tooLarge');
  });
  it('HTML of more tags than a paper has', async () => {
    expect(await reasonOf('a.html', bytesOf('<p>1. Velkomst</p>'.repeat(150_001)))).toBe('tooLarge');
  });
  it('an aborted reading throws the reason of the abort', async () => {
    const controller = new AbortController();
    controller.abort(new Error('enough'));
    await expect(importFile({ name: 'a.txt', type: '', bytes: bytesOf('1. A') }, { signal: controller.signal })).rejects.toThrow('enough');
  });
});

describe('formats', () => {
  it('a Word table reads as times, titles, presenters and decisions', async () => {
    const bytes = await makeTableDocx(
      ['Dagsorden for direktionsmøde', 'Onsdag den 8. april 2026 kl. 8.30-9.45', 'Sted: Lokale 1.07'],
      [
        ['Tid', 'Punkt', 'Indleder'],
        ['08:30-\n08:45', '1. Fast punkt: Nyt fra borgmesteren', 'Asger Mølbjerg'],
        ['08:45-\n09:15', '2. Anlægsplan 2027-30 (D)\nFormål: At finde usikkerhederne.', 'Poul Kringelholm'],
        ['09:15-\n09:30', 'Pause', ''],
        ['09:30-\n09:45', '3. LUKKET: Personalesag', 'Ane Kratholm'],
      ],
      ['Venlig hilsen', 'Ulla Skarvad'],
    );
    const paper = await importFile({ name: 'dagsorden.docx', type: '', bytes });
    expect(paper.items.map(({ number, title, start, end, presenters }) => [number, title, start, end, presenters.join()])).toEqual([
      ['1', 'Nyt fra borgmesteren', '08:30', '08:45', 'Asger Mølbjerg'],
      ['2', 'Anlægsplan 2027-30', '08:45', '09:15', 'Poul Kringelholm'],
      [null, 'Pause', '09:15', '09:30', ''],
      ['3', 'Personalesag', '09:30', '09:45', 'Ane Kratholm'],
    ]);
    expect(paper.items[1]?.purpose).toBe('At finde usikkerhederne');
    expect(paper.items[3]?.closed).toBe(true);
  });

  it('mail HTML with scripts and handlers reads as text, and nothing of the scripts comes along', async () => {
    const html = `<html><head><script>window.owned = 1</script><style>p{}</style></head><body>
      <p><b>Fra:</b> Ulla Skarvad<br><b>Sendt:</b> 4. maj 2026 09:12<br><b>Emne:</b> Dagsorden</p>
      <p>Direktionsmøde onsdag den 6. maj 2026 kl. 13-15</p>
      <ol><li onclick="window.owned=1">Velkomst (5 min.)</li><li>Økonomi v/ Rikke Vindum<img src=x onerror="window.owned=1"></li><li>Eventuelt</li></ol>
      <p hidden>skjult</p></body></html>`;
    const paper = await importFile({ name: 'mail.html', type: 'text/html', bytes: bytesOf(html) });
    expect(paper.items.map(({ title }) => title)).toEqual(['Velkomst', 'Økonomi', 'Eventuelt']);
    expect(paper.date).toBe('2026-05-06');
    expect(JSON.stringify(paper)).not.toMatch(/owned|onclick|onerror|skjult/);
    expect((globalThis as Record<string, unknown>)['owned']).toBeUndefined();
  });

  it('a page that stands in a form, as those of older SharePoint do, keeps its words and loses its fields', async () => {
    const html = '<form action="x"><h1>Dagsorden</h1><ol><li>Velkomst</li><li>Økonomi</li></ol><input value="søg"><button>Send</button></form>';
    const paper = await importFile({ name: 'a.html', type: '', bytes: bytesOf(html) });
    expect(paper.items.map(({ title }) => title)).toEqual(['Velkomst', 'Økonomi']);
    expect(paper.source).not.toMatch(/søg|Send/);
  });

  it('text in Windows-1252 keeps its letters', async () => {
    const bytes = Uint8Array.from('1. Godkendelse af referat\n2. \u00d8konomi\n3. Eventuelt', (sign) => sign.charCodeAt(0));
    expect((await importFile({ name: 'a.txt', type: '', bytes })).items[1]?.title).toBe('Økonomi');
  });
});
