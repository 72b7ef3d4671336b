import * as v from 'valibot';
import { asItemId, type MeetingKey } from '../meeting/ids.ts';
import type { MinutesLine } from '../meeting/meeting.ts';
import { choice, CHOICES } from './choices.ts';
import { asInstant, emptyAsNull, optionalNumber, optionalText, readRow, shortTitle, textOrEmpty, yes, type Fields } from './row.ts';
import { climb, shapeOf } from './shapes.ts';
import { result } from './treatmentRow.ts';

/** A published line with the place and version it was published in. */
export interface MinutesRow {
  readonly version: number;
  readonly position: number;
  readonly publishedAt: string;
  readonly line: MinutesLine;
}

const minutesFields = v.object({
  ItemId: v.string(),
  Edition: optionalNumber,
  Position: optionalNumber,
  Number: optionalText,
  FullTitle: textOrEmpty,
  Access: choice(CHOICES.access, 'closed'),
  Decision: textOrEmpty,
  Result: result,
  IsNotTreated: yes,
  PublishedOn: textOrEmpty,
});

/** A published line as a row of DagsordenReferat; the row id makes publishing again meet the same row. */
export function minutesToFields(key: MeetingKey, row: MinutesRow): Fields {
  const { line } = row;
  return {
    Title: shortTitle(`${line.number === null ? '' : `${line.number}. `}${line.title === '' ? 'Lukket punkt' : line.title}`),
    RowId: `${row.version}-${line.itemId}`,
    MeetingKey: key,
    Shape: shapeOf('DagsordenReferat'),
    Edition: row.version,
    Position: row.position,
    ItemId: line.itemId,
    Number: line.number,
    FullTitle: emptyAsNull(line.title),
    Access: CHOICES.access[line.openness],
    Decision: emptyAsNull(line.decision),
    Result: line.outcome === null ? null : CHOICES.result[line.outcome],
    IsNotTreated: line.notTreated,
    PublishedOn: asInstant(row.publishedAt),
  };
}

/** Reads a row of DagsordenReferat. Throws Failure Unreadable. */
export function minutesFromFields(fields: Record<string, unknown>): MinutesRow {
  const row = readRow(minutesFields, 'DagsordenReferat', climb('DagsordenReferat', fields));
  return {
    version: row.Edition ?? 1,
    position: row.Position ?? 0,
    publishedAt: row.PublishedOn,
    line: {
      itemId: asItemId(row.ItemId),
      number: row.Number,
      title: row.FullTitle,
      openness: row.Access,
      decision: row.Decision,
      outcome: row.Result,
      notTreated: row.IsNotTreated,
    },
  };
}
