import * as v from 'valibot';
import type { YearEntry } from '../meeting/yearWheel.ts';
import { choice, CHOICES } from './choices.ts';
import { numberWithin, optionalText, readRow, rowId, shortTitle, storedWords, textOrEmpty, type Fields, type OnBadCell } from './row.ts';
import { climb, shapeOf } from './shapes.ts';

const list = 'DagsordenAarshjul';

const yearFields = v.object({
  RowId: rowId,
  Title: textOrEmpty,
  FullTitle: textOrEmpty,
  CaseText: textOrEmpty,
  Access: choice(CHOICES.access, 'closed'),
  MonthNumber: numberWithin(1, 12),
  OwnerId: optionalText,
  OwnerName: textOrEmpty,
  OwnerEmail: optionalText,
});

/** Reads a row of DagsordenAarshjul; month 0 is one that nobody can read. @throws Failure Unreadable, AppOutdated */
export function yearEntryFromFields(fields: Readonly<Record<string, unknown>>, onBadCell: OnBadCell = () => undefined): YearEntry {
  const row = readRow(yearFields, list, climb(list, fields), onBadCell);
  const owner = row.OwnerName.trim() || (row.OwnerEmail ?? '');
  return {
    id: row.RowId,
    title: row.FullTitle.trim() === '' ? row.Title : row.FullTitle,
    text: row.CaseText,
    openness: row.Access,
    month: row.MonthNumber ?? 0,
    owner: owner === '' ? null : { id: row.OwnerId, name: owner, email: row.OwnerEmail },
  };
}

/** An entry as a row of DagsordenAarshjul. */
export function yearEntryToFields(entry: YearEntry): Fields {
  return {
    Title: shortTitle(entry.title),
    RowId: entry.id,
    Shape: shapeOf(list),
    FullTitle: storedWords(entry.title),
    CaseText: storedWords(entry.text),
    Access: CHOICES.access[entry.openness],
    MonthNumber: entry.month,
    OwnerId: entry.owner?.id ?? null,
    OwnerName: entry.owner?.name ?? null,
    OwnerEmail: entry.owner?.email ?? null,
  };
}
