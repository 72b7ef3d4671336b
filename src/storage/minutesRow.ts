import * as v from 'valibot';
import { parseClock, type ClockTime } from '../meeting/clock.ts';
import { opennessOf } from '../meeting/agenda.ts';
import { asItemId, type MeetingKey } from '../meeting/ids.ts';
import type { Edition, EditionLine } from '../meeting/meeting.ts';
import { choice, CHOICES } from './choices.ts';
import { asInstant, emptyAsNull, optionalNumber, optionalText, readRow, shortTitle, textOrEmpty, yes, type Fields } from './row.ts';
import { readSections, writeSections } from './sectionText.ts';
import { climb, shapeOf } from './shapes.ts';
import { result } from './treatmentRow.ts';

/** A published line with the place and version it was published in. */
export interface MinutesRow {
  readonly version: number;
  readonly position: number;
  readonly publishedAt: string;
  /** Its depth tells nothing: that follows from all lines together. */
  readonly line: Omit<EditionLine, 'depth'>;
  /** What is printed around the lines, on the first of them; null on all others, and where rows were written before they held it. */
  readonly around: EditionAround | null;
}

/** What an edition prints around its lines. */
export type EditionAround = Pick<Edition, 'head' | 'excused'>;

const text = v.nullable(v.string());
const itemId = v.pipe(v.string(), v.transform(asItemId));
const clock = v.nullable(v.custom<ClockTime>((value) => typeof value === 'string' && parseClock(value) === value));
const excusedItem = v.object({ itemId, number: text, title: v.string(), openness: v.pipe(v.unknown(), v.transform(opennessOf)) });
const around: v.GenericSchema<unknown, EditionAround> = v.object({
  head: v.object({ body: text, title: v.string(), date: text, endDate: text, start: clock, end: clock, location: text, chair: text }),
  excused: v.array(
    v.object({
      name: v.string(),
      scope: v.variant('kind', [v.object({ kind: v.literal('meeting') }), v.object({ kind: v.literal('items'), items: v.array(excusedItem) })]),
      substitute: text,
    }),
  ),
});

const minutesFields = v.object({
  ItemId: v.string(),
  Edition: optionalNumber,
  Position: optionalNumber,
  ParentId: optionalText,
  DayNumber: optionalNumber,
  Block: optionalText,
  Number: optionalText,
  FullTitle: textOrEmpty,
  Access: choice(CHOICES.access, 'closed'),
  Recommendations: v.pipe(textOrEmpty, v.transform(readSections)),
  Decision: textOrEmpty,
  Result: result,
  IsNotTreated: yes,
  PublishedOn: textOrEmpty,
  Head: v.nullish(v.pipe(v.string(), v.parseJson(), around), null),
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
    ParentId: line.parentId,
    DayNumber: line.day,
    Block: line.block,
    Number: line.number,
    FullTitle: emptyAsNull(line.title),
    Access: CHOICES.access[line.openness],
    Recommendations: emptyAsNull(writeSections(line.recommendations.map((each) => ({ role: 'recommendation', ...each })))),
    Decision: emptyAsNull(line.decision),
    Result: line.outcome === null ? null : CHOICES.result[line.outcome],
    IsNotTreated: line.notTreated,
    PublishedOn: asInstant(row.publishedAt),
    // Read before it is written, so that the same words always make the same text.
    Head: row.around === null ? null : JSON.stringify(v.parse(around, row.around)),
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
      parentId: row.ParentId === null ? null : asItemId(row.ParentId),
      day: row.DayNumber,
      block: row.Block,
      recommendations: row.Recommendations.map(({ heading, text }) => ({ heading, text })),
    },
    around: row.Head,
  };
}
