import * as v from 'valibot';
import { opennessOf, type AgendaItem } from '../meeting/agenda.ts';
import { asItemId, type MeetingKey } from '../meeting/ids.ts';
import { choice, CHOICES } from './choices.ts';
import {
  emptyAsNull,
  numberWithin,
  optionalClock,
  optionalText,
  position,
  readRow,
  rowId,
  shortTitle,
  storedWords,
  textOrEmpty,
  yes,
  type Fields,
  type OnBadCell,
} from './row.ts';
import { readSections, writeSections } from './sectionText.ts';
import { climb, shapeOf } from './shapes.ts';

const attachments = v.array(
  v.object({
    number: v.nullable(v.string()),
    title: v.string(),
    documentId: v.nullable(v.string()),
    openness: v.pipe(v.optional(v.unknown(), null), v.transform(opennessOf)),
    // Kept as it was written; only an https one is ever a link (meeting/linkAddress.ts).
    url: v.nullable(v.string()),
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

/** An item as a row of DagsordenPunkter. `position` orders the rows of a meeting; it is apart from the printed number. */
export function itemToFields(key: MeetingKey, item: AgendaItem, position: number): Fields {
  return {
    Title: shortTitle(`${item.number === null ? '' : `${item.number}. `}${item.title === '' ? (item.neutralTitle ?? 'Lukket punkt') : item.title}`),
    RowId: item.id,
    MeetingKey: key,
    Shape: shapeOf('DagsordenPunkter'),
    ParentId: item.parentId,
    Position: position,
    ItemKind: CHOICES.itemKind[item.kind],
    Number: item.number,
    FullTitle: storedWords(item.title),
    NeutralTitle: item.neutralTitle,
    Access: CHOICES.access[item.openness],
    CaseType: item.type === null ? null : CHOICES.itemType[item.type],
    IsStanding: item.standing,
    DayNumber: item.day,
    Block: storedWords(item.block),
    StartTime: item.start,
    EndTime: item.end,
    Minutes: item.minutes,
    Presenters: storedWords(item.presenters.map((name) => name.replace(/\s*\n\s*/g, ' ')).join('\n')),
    Sections: emptyAsNull(writeSections(item.sections)),
    Papers: item.attachments.length === 0 ? null : JSON.stringify(item.attachments),
  };
}

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
