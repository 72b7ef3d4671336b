import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isFailure, type Conflict } from '../../src/meeting/errors.ts';
import { asItemId, asMeetingKey } from '../../src/meeting/ids.ts';
import { apologyFromFields, apologyId, apologyToFields } from '../../src/storage/apologyRow.ts';
import { checkLengths } from '../../src/storage/checkLengths.ts';
import { itemToFields } from '../../src/storage/itemFields.ts';
import { itemFromFields } from '../../src/storage/itemRow.ts';
import { LISTS } from '../../src/storage/lists.ts';
import { mergeFields } from '../../src/storage/merge.ts';
import { proofpoint2, proofpoint3, safeLink } from '../meeting/gateways.ts';
import { pointerPath, pointersOf, readPointer } from '../../src/storage/eventLink.ts';
import { shortTitle, type Fields } from '../../src/storage/row.ts';
import { readSections, writeSections } from '../../src/storage/sectionText.ts';
import { treatmentToFields } from '../../src/storage/treatmentFields.ts';
import { treatmentFromFields } from '../../src/storage/treatmentRow.ts';
import { anyAgenda, fileOf, treatmentsFor, words } from '../meeting/agendas.ts';

const { key } = fileOf({} as never).pointer;
/** As SharePoint gives a row back: empty columns left out, line ends as Windows writes them. */
const asRead = (fields: Fields): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      value === null ? [] : [[name, typeof value === 'string' ? value.replace(/\n/g, '\r\n') : value]],
    ),
  );

describe('rows', () => {
  test('an item survives its row: numbers with letters, commas, line breaks, signs and emoji', () => {
    fc.assert(
      fc.property(anyAgenda, (agenda) => {
        for (const item of agenda.items) expect(itemFromFields(asRead(itemToFields(key, item, 1024))).item).toEqual(item);
      }),
    );
  });
  test('a treatment survives its row', () => {
    fc.assert(
      fc.property(anyAgenda.chain(treatmentsFor), (treatments) => {
        for (const treatment of treatments) expect(treatmentFromFields(asRead(treatmentToFields(key, treatment)))).toEqual(treatment);
      }),
    );
  });
  test('an apology survives its row, whole or in part, and the same person has the same row', async () => {
    const person = { id: null, name: 'Ane Kratholm', email: 'Ane.Kratholm@fjordby.example' };
    for (const scope of [{ kind: 'meeting' as const }, { kind: 'items' as const, itemIds: [asItemId('a'), asItemId('b')] }]) {
      const apology = {
        id: await apologyId(key, person),
        person,
        scope,
        substitute: 'Torkil Bækhøj',
        receivedAt: '2026-08-30T10:00:00Z',
        enteredBy: 'Ulla Skarvad',
        withdrawnAt: null,
      };
      expect(apologyFromFields(asRead(apologyToFields(key, apology)))).toEqual(apology);
    }
    expect(await apologyId(key, { ...person, email: 'ane.kratholm@fjordby.example' })).toBe(await apologyId(key, person));
  });
  test('openness that is missing means closed', () => {
    expect(itemFromFields({ RowId: 'x', FullTitle: 'Personsag' }).item.openness).toBe('closed');
    expect(treatmentFromFields({ RowId: 'x' }).openness).toBe('closed');
  });
  test("a row that is nobody's is told by list, row and column, without its words", () => {
    const failure = (() => {
      try {
        return itemFromFields({ RowId: ['Opsigelse af Palle'], id: '7' });
      } catch (error) {
        return error;
      }
    })();
    expect(failure).toMatchObject({ name: 'Unreadable', detail: { list: 'DagsordenPunkter', column: 'RowId', found: 'array instead of string' } });
    expect(JSON.stringify(String(failure))).not.toContain('Palle');
  });
  test('a column that is missing, null or empty reads the same', () => {
    const bare = itemFromFields({ RowId: 'x' });
    for (const empty of [null, undefined, '']) {
      expect(
        itemFromFields({ RowId: 'x', FullTitle: empty, Number: empty, Minutes: empty, ItemType: empty, Standing: empty, ParentId: empty }),
      ).toEqual(bare);
    }
    expect(bare).toMatchObject({ position: 0, item: { number: null, title: '', minutes: null, type: null, standing: false, parentId: null } });
  });
  test('every column we write is defined', () => {
    const item = itemToFields(key, anyItem(), 1);
    const columns = new Set(['Title', ...LISTS.find((list) => list.name === 'DagsordenPunkter')!.columns.map((column) => column.name)]);
    expect(Object.keys(item).filter((name) => !columns.has(name))).toEqual([]);
  });
  test('internal names are ASCII, unique, and none ends in Id beside a stem', () => {
    for (const list of LISTS) {
      const names = list.columns.map((column) => column.name);
      expect(names.every((name) => /^[A-Za-z]+$/.test(name))).toBe(true);
      expect(new Set(names).size).toBe(names.length);
    }
  });
  test('too long text is refused before it is sent, with the column', () => {
    expect(() => checkLengths({ Number: 'x'.repeat(256) }, new Set(['Number']))).toThrowError(
      expect.objectContaining({ name: 'TooLarge', detail: { column: 'Number', length: '256', limit: '255' } }),
    );
    expect(() => checkLengths({ Sections: 'x'.repeat(60_001) }, new Set())).toThrow();
  });
  test('a short title never cuts a character in two', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 200, maxLength: 400 }), (text) => {
        const short = shortTitle(text);
        expect(short.length).toBeLessThanOrEqual(255);
        expect(short.isWellFormed()).toBe(true);
      }),
    );
  });
});

const anyItem = () =>
  fc.sample(
    anyAgenda.filter((agenda) => agenda.items.length > 0),
    1,
  )[0]!.items[0]!;

describe('sections as text', () => {
  test('any sections come back as they were', () => {
    const section = fc.record({
      role: fc.constantFrom('purpose' as const, 'text' as const),
      heading: fc.option(fc.constantFrom('Formål', 'A {b}'), { nil: null }),
      text: words,
    });
    fc.assert(
      fc.property(fc.array(section, { maxLength: 5 }), (sections) => {
        expect(readSections(writeSections(sections))).toEqual(sections);
      }),
    );
  });
  test('what a person typed in SharePoint without headings is one plain section', () => {
    expect(readSections('Vi mødes\r\nkl. 9')).toEqual([{ role: 'text', heading: null, text: 'Vi mødes\nkl. 9' }]);
  });
});

describe('merging', () => {
  const base = { Title: 'a', Decision: 'Godkendt', Outcome: 'approved' };
  test('different columns of one row never conflict', () => {
    expect(mergeFields(base, { ...base, Decision: 'Udsat' }, { ...base, Outcome: 'deferred' })).toEqual({ Decision: 'Udsat' });
  });
  test('the same column to the same value is no conflict, and nothing is left to write', () => {
    expect(mergeFields(base, { ...base, Decision: 'Udsat' }, { ...base, Decision: 'Udsat' })).toEqual({});
  });
  test('the same column to different values keeps both', () => {
    try {
      mergeFields(base, { ...base, Decision: 'Udsat' }, { ...base, Decision: 'Udgår' });
      expect.unreachable();
    } catch (error) {
      expect(isFailure(error, 'Conflict')).toBe(true);
      expect((error as Conflict).fields).toEqual([{ field: 'Decision', mine: 'Udsat', theirs: 'Udgår' }]);
    }
  });
  test('neither loses a word: what I changed is written or told, whatever others did', () => {
    const value = fc.constantFrom('a', 'b', 'c', null);
    const row = fc.record({ A: value, B: value, C: value });
    fc.assert(
      fc.property(row, row, row, (before, mine, theirs) => {
        let written: Fields;
        try {
          written = mergeFields(before, mine, theirs);
        } catch (error) {
          const clash = (error as Conflict).fields[0]!;
          expect(clash.mine).not.toEqual(clash.theirs);
          return;
        }
        const after = { ...theirs, ...written } as Record<string, unknown>;
        for (const name of ['A', 'B', 'C'] as const) {
          if (mine[name] !== before[name]) expect(after[name]).toBe(mine[name]);
          else expect(after[name]).toBe(theirs[name]);
        }
      }),
    );
  });
});

describe('the pointer in an invitation', () => {
  const { pointer } = fileOf({} as never);
  const link = `https://dagsorden.fjordby.example/index.html#${pointerPath(pointer, 'm')}`;
  test.each([
    ['as we write it', link],
    ['with & escaped', link.replaceAll('&', '&amp;')],
    ['with & as Exchange writes it', link.replaceAll('&', '&#x26;')],
    ['inside a safe link', `https://safelinks.fjordby.example/?url=${encodeURIComponent(link)}&data=1`],
  ])('is read %s', async (_how, href) => {
    expect(await pointersOf(`<p><a href="${href}">Åbn</a></p>`)).toEqual([pointer]);
  });
  test('without a closed circle, and cut short', async () => {
    const plain = { ...pointer, closedSiteId: null };
    expect(readPointer(pointerPath(plain, 'm'))).toEqual(plain);
    expect(readPointer(pointerPath(pointer, 'm').slice(0, -1))).toBeNull();
    expect(await pointersOf('<a href="https://fjordby.example/#/m?s=x&k=y">x</a>')).toEqual([]);
  });
  test('all of them, in the order they stand, each once', async () => {
    const last = { ...pointer, key: asMeetingKey('f'.repeat(32)) };
    const lastLink = `https://dagsorden.fjordby.example/index.html#${pointerPath(last, 'm')}`;
    const html = `<p>Vi fortsætter fra sidste mødes dagsorden: ${lastLink}.</p><a href="${link}">Åbn</a><a href='${lastLink}'>sidst</a>`;
    expect(await pointersOf(html)).toEqual([last, pointer]);
  });
  test.each([
    ['wrapped twice', (address: string) => safeLink(safeLink(address))],
    [
      'escaped twice',
      (address: string) => `https://eur05.safelinks.protection.outlook.com/?url=${encodeURIComponent(encodeURIComponent(address))}&data=1`,
    ],
    ['with its # as %23', (address: string) => address.replace('#', '%23').replace('?', '%3F')],
    ['in Proofpoint 2', (address: string) => proofpoint2(address)],
    ['in Proofpoint 3', (address: string) => proofpoint3(address)],
    ['in words, before a full stop and a bracket', (address: string) => `${address}).`],
    ['with what Dagsorden writes behind it', (address: string) => `${address}&l=abcdABCD`],
  ])('is read %s', async (_how, wrap) => {
    expect(await pointersOf(`<p>Se ${wrap(link).replaceAll('&', '&amp;')} nu</p>`)).toEqual([pointer]);
    expect(await pointersOf(`<a href="${wrap(link).replaceAll('&', '&amp;')}">Åbn</a>`)).toEqual([pointer]);
  });
});
