import * as v from 'valibot';
import { asItemId, type ItemId, type MeetingKey } from '../meeting/ids.ts';
import { asInstant, instantOrEmpty, optionalText, readRow, rowId, shortTitle, textOrEmpty, type Fields, type OnBadCell } from './row.ts';
import { climb, shapeOf } from './shapes.ts';

const list = 'DagsordenSkriver';

/** That somebody is writing in an item. Who it is, is the service's word (`lastModifiedBy`), and stands in no column but the name in the list view. */
export interface WritingRow {
  readonly rowId: string;
  readonly meetingKey: string;
  readonly itemId: ItemId | null;
  /** ISO instant by the writer's clock; '' where nothing can be read. */
  readonly until: string;
}

const writingFields = v.object({ RowId: rowId, MeetingKey: textOrEmpty, ItemId: optionalText, WritesUntil: instantOrEmpty });

/** Reads a row of DagsordenSkriver. Throws Failure Unreadable where it has no RowId. */
export function writingFromFields(fields: Readonly<Record<string, unknown>>, onBadCell: OnBadCell = () => undefined): WritingRow {
  const row = readRow(writingFields, list, climb(list, fields), onBadCell);
  return {
    rowId: row.RowId,
    meetingKey: row.MeetingKey,
    itemId: row.ItemId === null ? null : asItemId(row.ItemId),
    until: row.WritesUntil,
  };
}

export interface WritingSign {
  readonly key: MeetingKey;
  readonly person: { readonly id: string; readonly name: string };
  readonly itemId: ItemId;
  readonly until: Date;
}

/** One row for a person in a meeting. Nothing of the item but its id stands in it. */
export function writingToFields({ key, person, itemId, until }: WritingSign): Fields {
  return {
    Title: shortTitle(person.name),
    RowId: writingRowId(key, person.id),
    MeetingKey: key,
    Shape: shapeOf(list),
    ItemId: itemId,
    WritesUntil: asInstant(until.toISOString()),
  };
}

export const writingRowId = (key: MeetingKey, personId: string): string => `${key}:${personId}`;
