import { describe, expect, test } from 'vitest';
import { absenceReasonFromFields } from '../../src/storage/absenceReasonRow.ts';
import { apologyFromFields } from '../../src/storage/apologyRow.ts';
import { approvalFromFields } from '../../src/storage/approvalRow.ts';
import { boardFromFields } from '../../src/storage/boardRow.ts';
import { itemFromFields } from '../../src/storage/itemRow.ts';
import { followUpFromFields } from '../../src/storage/followUpRow.ts';
import { LISTS, listNamed, type ListName } from '../../src/storage/lists.ts';
import { meetingFromFields } from '../../src/storage/meetingRow.ts';
import { memberFromFields } from '../../src/storage/memberRow.ts';
import { rulesFromFields } from '../../src/storage/rulesRow.ts';
import { substituteFromFields } from '../../src/storage/substituteRow.ts';
import { minutesFromFields } from '../../src/storage/minutesRow.ts';
import { presenceFromFields } from '../../src/storage/presenceRow.ts';
import { writingFromFields } from '../../src/storage/writingRow.ts';
import { yearEntryFromFields } from '../../src/storage/yearRow.ts';
import { proposalFromFields } from '../../src/storage/proposalRow.ts';
import { routeFromFields } from '../../src/storage/routeRow.ts';
import { publicationFromFields } from '../../src/storage/publicationRow.ts';
import { broughtUp, retiredColumns } from '../../src/storage/broughtUp.ts';
import { climb, shapeOf } from '../../src/storage/shapes.ts';
import { treatmentFromFields } from '../../src/storage/treatmentRow.ts';
import { site } from '../meeting/agendas.ts';
import { storedLists } from './version1.ts';

const readers: Readonly<Record<ListName, (fields: Record<string, unknown>) => unknown>> = {
  DagsordenMoedeforum: (fields) => boardFromFields(site, fields),
  DagsordenMedlemmer: memberFromFields,
  DagsordenRegler: rulesFromFields,
  DagsordenMoeder: meetingFromFields,
  DagsordenPunkter: itemFromFields,
  DagsordenAfbud: apologyFromFields,
  DagsordenBehandling: treatmentFromFields,
  DagsordenReferat: minutesFromFields,
  DagsordenUdgivelse: publicationFromFields,
  DagsordenKreds: (fields) => fields,
  DagsordenFremmoede: presenceFromFields,
  DagsordenSkriver: writingFromFields,
  DagsordenGodkendelse: approvalFromFields,
  DagsordenStedfortraedere: substituteFromFields,
  DagsordenFravaersgrunde: absenceReasonFromFields,
  DagsordenPunktbank: proposalFromFields,
  DagsordenAarshjul: yearEntryFromFields,
  DagsordenSagsgang: routeFromFields,
  DagsordenOpfoelgning: followUpFromFields,
};

/** What somebody could type in a view: as we write it, without what is empty. */
const written = (fields: Readonly<Record<string, unknown>>) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));

describe.each(storedLists().map((stored) => [`${stored.site} ${stored.list}`, stored] as const))('rows of the first version: %s', (_, stored) => {
  const list = stored.list as ListName;
  const present = new Set([...stored.columns.map((column) => String(column['name'])), ...listNamed(list).columns.map(({ name }) => name)]);

  test('there are some', () => {
    expect(stored.rows.length).toBeGreaterThan(0);
    expect(stored.rows.every((row) => row['Shape'] === 1)).toBe(true);
  });
  test('climb every rung to columns that rows have now', () => {
    const columns = new Set(['Title', ...listNamed(list).columns.map(({ name }) => name)]);
    for (const row of stored.rows) expect(Object.keys(climb(list, row)).filter((name) => !columns.has(name))).toEqual([]);
  });
  test('read the same from below as brought up, once', () => {
    for (const row of stored.rows) {
      const { write, lost } = broughtUp(list, row, present);
      expect(lost).toEqual([]);
      const now = written({ ...row, ...write });
      expect(now['Shape']).toBe(shapeOf(list));
      expect(retiredColumns(list).filter((name) => name in now)).toEqual([]);
      expect(readers[list](now)).toEqual(readers[list](row));
      expect(broughtUp(list, now, present)).toEqual({ write: {}, lost: [] });
    }
  });
  test('keep choices to the words that their columns offer', () => {
    for (const row of stored.rows) {
      const now = climb(list, row);
      for (const column of listNamed(list).columns) {
        const value = now[column.name] ?? null;
        if (column.kind === 'choice' && value !== null) expect(column.choices).toContain(value);
        // A column that came later is empty in rows of before, which is a no.
        if (column.kind === 'boolean' && value !== null) expect(typeof value).toBe('boolean');
        if (column.kind === 'dateTime' && value !== null) expect(value).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
      }
    }
  });
});

describe('the ladder', () => {
  test("the board's row tells the shape of its whole site", () => {
    for (const { name } of LISTS) expect(shapeOf(name)).toBeLessThanOrEqual(shapeOf('DagsordenMoedeforum'));
  });
  test('a row without a shape is of the first, and one of a later shape is not read', () => {
    expect(itemFromFields({ RowId: 'x', Openness: 'open', Kind: 'break' }).item).toMatchObject({ openness: 'open', kind: 'break' });
    expect(() => itemFromFields({ RowId: 'x', Shape: 99 })).toThrowError(expect.objectContaining({ name: 'AppOutdated' }));
  });
  test('openness that is missing or unknown stays closed on every rung', () => {
    for (const fields of [{}, { Openness: 'måske' }, { Shape: 2 }, { Shape: 2, Access: 'Åben' }, { Shape: 2, Openness: 'open' }])
      expect(itemFromFields({ RowId: 'x', ...fields }).item.openness).toBe('closed');
  });
  test('a retired name is never used for another column', () => {
    for (const list of LISTS) expect(list.columns.filter(({ name }) => retiredColumns(list.name).includes(name))).toEqual([]);
  });
  test('titles of columns are unique in a list, those of earlier shapes included', () => {
    for (const stored of storedLists()) {
      const retired = retiredColumns(stored.list as ListName);
      const titles = [
        ...listNamed(stored.list as ListName).columns.map(({ displayName }) => displayName),
        ...stored.columns.filter(({ name }) => retired.includes(String(name))).map(({ displayName }) => String(displayName)),
      ];
      expect(new Set(titles).size, stored.list).toBe(titles.length);
    }
  });
});
