import * as v from 'valibot';
import { opennessOf, type AgendaItem } from '../meeting/agenda.ts';
import { asItemId } from '../meeting/ids.ts';
import { paperFile } from '../meeting/schemas.ts';
import { choice, CHOICES } from './choices.ts';
import { numberWithin, optionalClock, optionalText, position, readRow, rowId, textOrEmpty, yes, type OnBadCell } from './row.ts';
import { readSections } from './sectionText.ts';
import { climb } from './shapes.ts';

const attachments = v.array(
  v.object({
    number: v.nullable(v.string()),
    title: v.string(),
    documentId: v.nullable(v.string()),
    openness: v.pipe(v.optional(v.unknown(), null), v.transform(opennessOf)),
    // Kept as it was written; only an https one is ever a link (meeting/linkAddress.ts).
    url: v.nullable(v.string()),
    // What cannot be read of where it lies leaves a plain link, and takes nothing else along.
    file: v.fallback(v.optional(paperFile), undefined),
  }),
);

const itemFields = v.object({
  RowId: rowId,
  Title: optionalText,
  ParentId: optionalText,
  Position: position,
  ItemKind: choice(CHOICES.itemKind, 'item'),
  Number: optionalText,
  FullTitle: textOrEmpty,
  NeutralTitle: optionalText,
  Access: choice(CHOICES.access, 'closed'),
  CaseType: choice(CHOICES.itemType, null),
  IsStanding: yes,
  DayNumber: numberWithin(0, 366),
  Block: optionalText,
  StartTime: optionalClock,
  EndTime: optionalClock,
  Minutes: numberWithin(0, 100_000),
  Presenters: textOrEmpty,
  Sections: textOrEmpty,
  Papers: v.pipe(
    textOrEmpty,
    v.transform((stored) => (stored === '' ? '[]' : stored)),
    v.parseJson(),
    attachments,
  ),
});

/** Reads a row of DagsordenPunkter. Throws Failure Unreadable where it has no RowId. */
export function itemFromFields(
  fields: Readonly<Record<string, unknown>>,
  onBadCell: OnBadCell = () => undefined,
): { item: AgendaItem; position: number } {
  const row = readRow(itemFields, 'DagsordenPunkter', climb('DagsordenPunkter', fields), onBadCell);
  return {
    position: row.Position ?? 0,
    item: {
      id: asItemId(row.RowId),
      parentId: row.ParentId === null ? null : asItemId(row.ParentId),
      kind: row.ItemKind,
      number: row.Number,
      title: row.FullTitle,
      neutralTitle: row.NeutralTitle,
      openness: row.Access,
      type: row.CaseType,
      standing: row.IsStanding,
      day: row.DayNumber,
      block: row.Block,
      start: row.StartTime,
      end: row.EndTime,
      minutes: row.Minutes,
      presenters: row.Presenters === '' ? [] : row.Presenters.split('\n'),
      sections: readSections(row.Sections),
      attachments: row.Papers,
    },
  };
}
