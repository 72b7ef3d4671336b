import * as v from 'valibot';
import { Failure } from '../meeting/errors.ts';
import { asItemId, type ItemId, type MeetingKey } from '../meeting/ids.ts';
import type { Edition, EditionLine, Seal } from '../meeting/meeting.ts';
import { sealFromText, sealToText } from './sealText.ts';
import { aroundFields } from '../meeting/schemas.ts';
import { OUTCOME_CODES } from '../meeting/words.ts';
import { choice, CHOICES } from './choices.ts';
import {
  asInstant,
  asWords,
  emptyAsNull,
  instantOrEmpty,
  numberWithin,
  optionalText,
  position,
  readRow,
  shortTitle,
  storedWords,
  textOrEmpty,
  yes,
  type Fields,
  type OnBadCell,
} from './row.ts';
import { readSections, writeSections } from './sectionText.ts';
import { climb, shapeOf } from './shapes.ts';
import { result } from './treatmentRow.ts';
import { voteText } from './voteColumn.ts';
import { votesToText } from './voteText.ts';

/** A published line with the place and version it was published in. */
export interface MinutesRow {
  readonly version: number;
  readonly position: number;
  readonly publishedAt: string;
  /** Its depth tells nothing: that follows from all lines together. */
  readonly line: Omit<EditionLine, 'depth'>;
  /** What is printed around the lines, on the first of them; null on all others, and where rows were written before they held it. */
  readonly around: EditionAround | null;
  /** The edition's seal, on the same line; left out or null on all others, and of what was published before there were seals. */
  readonly seal?: Seal | null;
}

/** What an edition prints around its lines. */
export type EditionAround = Pick<Edition, 'head' | 'excused' | 'attendance'>;

const around: v.GenericSchema<unknown, EditionAround> = v.object(aroundFields);

const further = v.array(v.object({ outcome: v.nullable(v.fallback(v.picklist(OUTCOME_CODES), 'other')), decision: v.string() }));

const followUps = v.array(v.object({ what: v.string(), owner: v.nullish(v.string(), null), due: v.nullish(v.string(), null) }));

const minutesFields = v.object({
  RowId: textOrEmpty,
  ItemId: optionalText,
  Edition: numberWithin(1, 100_000),
  Position: position,
  ParentId: optionalText,
  DayNumber: numberWithin(0, 366),
  Block: optionalText,
  Number: optionalText,
  FullTitle: textOrEmpty,
  Access: choice(CHOICES.access, 'closed'),
  Recommendations: v.pipe(textOrEmpty, v.transform(readSections)),
  Decision: textOrEmpty,
  Result: result,
  IsNotTreated: yes,
  FurtherDecisions: v.nullish(v.pipe(v.string(), v.transform(asWords), v.parseJson(), further), null),
  Dissent: textOrEmpty,
  VoteResult: voteText,
  PublishedOn: instantOrEmpty,
  Recused: v.pipe(
    textOrEmpty,
    v.transform((names) => names.split('\n').filter((name) => name.trim() !== '')),
  ),
  FollowUps: v.nullish(v.pipe(v.string(), v.transform(asWords), v.parseJson(), followUps), null),
  Head: v.nullish(v.pipe(v.string(), v.transform(asWords), v.parseJson(), around), null),
  Seal: v.nullish(sealFromText, null),
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
    Block: storedWords(line.block),
    Number: line.number,
    FullTitle: storedWords(line.title),
    Access: CHOICES.access[line.openness],
    Recommendations: emptyAsNull(writeSections(line.recommendations.map((each) => ({ role: 'recommendation', ...each })))),
    Decision: storedWords(line.decision),
    Result: line.outcome === null ? null : CHOICES.result[line.outcome],
    IsNotTreated: line.notTreated,
    FurtherDecisions: line.further === undefined ? null : JSON.stringify(v.parse(further, line.further)),
    Dissent: storedWords(line.dissent ?? null),
    VoteResult: votesToText(line.votes),
    PublishedOn: asInstant(row.publishedAt),
    // Read before it is written, so that the same words always make the same text.
    Head: row.around === null ? null : JSON.stringify(v.parse(around, row.around)),
    Recused: storedWords((line.recused ?? []).join('\n')),
    FollowUps: (line.followUps ?? []).length === 0 ? null : JSON.stringify(v.parse(followUps, line.followUps)),
    Seal: row.seal ? sealToText(row.seal) : null,
  };
}

/**
 * Reads a row of DagsordenReferat. Which edition and item it is of stands in its RowId, and once more in columns: those count only where the RowId tells
 * nothing, so that a number changed by hand makes no newer edition.
 * @throws Failure Unreadable where neither tells it
 */
export function minutesFromFields(fields: Readonly<Record<string, unknown>>, onBadCell: OnBadCell = () => undefined): MinutesRow {
  const row = readRow(minutesFields, 'DagsordenReferat', climb('DagsordenReferat', fields), onBadCell);
  const { version, itemId } = placeOf(row, onBadCell);
  return {
    version,
    position: row.Position ?? 0,
    publishedAt: row.PublishedOn,
    line: {
      itemId,
      number: row.Number,
      title: row.FullTitle,
      openness: row.Access,
      decision: row.Decision,
      outcome: row.Result,
      notTreated: row.IsNotTreated,
      ...(row.FurtherDecisions !== null && row.FurtherDecisions.length > 0 && { further: row.FurtherDecisions }),
      ...(row.Dissent !== '' && { dissent: row.Dissent }),
      ...(row.VoteResult !== null && { votes: row.VoteResult }),
      parentId: row.ParentId === null ? null : asItemId(row.ParentId),
      day: row.DayNumber,
      block: row.Block,
      recommendations: row.Recommendations.map(({ heading, text }) => ({ heading, text })),
      ...(row.Recused.length > 0 && { recused: row.Recused }),
      ...(row.FollowUps !== null && row.FollowUps.length > 0 && { followUps: row.FollowUps }),
    },
    around: row.Head,
    ...(row.Seal !== null && { seal: row.Seal }),
  };
}

function placeOf(
  row: { readonly RowId: string; readonly Edition: number | null; readonly ItemId: string | null },
  onBadCell: OnBadCell,
): { readonly version: number; readonly itemId: ItemId } {
  const [, edition, item] = /^(\d{1,6})-([\s\S]+)$/.exec(row.RowId) ?? [];
  if (edition !== undefined && item !== undefined) {
    if (row.Edition !== null && row.Edition !== Number(edition)) onBadCell('Edition');
    if (row.ItemId !== null && row.ItemId !== item) onBadCell('ItemId');
    return { version: Number(edition), itemId: asItemId(item) };
  }
  if (row.ItemId === null) throw new Failure('Unreadable', 'A row of DagsordenReferat names no item', { detail: { column: 'ItemId' } });
  onBadCell('RowId');
  return { version: row.Edition ?? 1, itemId: asItemId(row.ItemId) };
}
