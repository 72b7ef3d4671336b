import * as v from 'valibot';
import { opennessOf } from '../meeting/agenda.ts';
import { asItemId, type MeetingKey } from '../meeting/ids.ts';
import type { MinutesLine } from '../meeting/meeting.ts';
import { asYes, emptyAsNull, optionalNumber, optionalText, readRow, shortTitle, textOrEmpty, yes, type Fields } from './row.ts';
import { outcome } from './treatmentRow.ts';

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
  Openness: optionalText,
  Decision: textOrEmpty,
  Outcome: outcome,
  NotTreated: yes,
  PublishedAt: textOrEmpty,
});

/** A published line as a row of DagsordenReferat; the row id makes publishing again meet the same row. */
export function minutesToFields(key: MeetingKey, row: MinutesRow): Fields {
  const { line } = row;
  return {
    Title: shortTitle(`${line.number === null ? '' : `${line.number}. `}${line.title === '' ? 'Lukket punkt' : line.title}`),
    RowId: `${row.version}-${line.itemId}`,
    MeetingKey: key,
    Shape: 1,
    Edition: row.version,
    Position: row.position,
    ItemId: line.itemId,
    Number: line.number,
    FullTitle: emptyAsNull(line.title),
    Openness: line.openness,
    Decision: emptyAsNull(line.decision),
    Outcome: line.outcome,
    NotTreated: asYes(line.notTreated),
    PublishedAt: row.publishedAt,
  };
}

/** Reads a row of DagsordenReferat. Throws Failure Unreadable. */
export function minutesFromFields(fields: Record<string, unknown>): MinutesRow {
  const row = readRow(minutesFields, 'DagsordenReferat', fields);
  return {
    version: row.Edition ?? 1,
    position: row.Position ?? 0,
    publishedAt: row.PublishedAt,
    line: {
      itemId: asItemId(row.ItemId),
      number: row.Number,
      title: row.FullTitle,
      openness: opennessOf(row.Openness),
      decision: row.Decision,
      outcome: row.Outcome,
      notTreated: row.NotTreated,
    },
  };
}
