import * as v from 'valibot';
import { opennessOf, type AgendaItem, type Attachment } from '../meeting/agenda.ts';
import { parseClock } from '../meeting/clock.ts';
import { asItemId, type MeetingKey } from '../meeting/ids.ts';
import { ITEM_TYPES } from '../meeting/words.ts';
import { asYes, emptyAsNull, optionalNumber, optionalText, readRow, shortTitle, textOrEmpty, wordOf, yes, type Fields } from './row.ts';
import { readSections, writeSections } from './sectionText.ts';

const attachments = v.array(
  v.object({
    number: v.nullable(v.string()),
    title: v.string(),
    documentId: v.nullable(v.string()),
    openness: v.pipe(v.optional(v.unknown(), null), v.transform(opennessOf)),
    url: v.nullable(v.string()),
  }),
);

const itemFields = v.object({
  RowId: v.string(),
  Title: optionalText,
  ParentId: optionalText,
  Position: optionalNumber,
  Kind: optionalText,
  Number: optionalText,
  FullTitle: textOrEmpty,
  NeutralTitle: optionalText,
  Openness: optionalText,
  ItemType: wordOf(ITEM_TYPES, null),
  Standing: yes,
  DayNumber: optionalNumber,
  Block: optionalText,
  StartTime: optionalText,
  EndTime: optionalText,
  Minutes: optionalNumber,
  Presenters: textOrEmpty,
  Sections: textOrEmpty,
  Papers: textOrEmpty,
});

/** An item as a row of DagsordenPunkter. `position` orders the rows of a meeting; it is apart from the printed number. */
export function itemToFields(key: MeetingKey, item: AgendaItem, position: number): Fields {
  return {
    Title: shortTitle(`${item.number === null ? '' : `${item.number}. `}${item.title === '' ? (item.neutralTitle ?? 'Lukket punkt') : item.title}`),
    RowId: item.id,
    MeetingKey: key,
    Shape: 1,
    ParentId: item.parentId,
    Position: position,
    Kind: item.kind,
    Number: item.number,
    FullTitle: emptyAsNull(item.title),
    NeutralTitle: item.neutralTitle,
    Openness: item.openness,
    ItemType: item.type,
    Standing: asYes(item.standing),
    DayNumber: item.day,
    Block: item.block,
    StartTime: item.start,
    EndTime: item.end,
    Minutes: item.minutes,
    Presenters: emptyAsNull(item.presenters.map((name) => name.replace(/\s*\n\s*/g, ' ')).join('\n')),
    Sections: emptyAsNull(writeSections(item.sections)),
    Papers: item.attachments.length === 0 ? null : JSON.stringify(item.attachments),
  };
}

/** Reads a row of DagsordenPunkter. Throws Failure Unreadable. */
export function itemFromFields(fields: Record<string, unknown>): { item: AgendaItem; position: number } {
  const row = readRow(itemFields, 'DagsordenPunkter', fields);
  return {
    position: row.Position ?? 0,
    item: {
      id: asItemId(row.RowId),
      parentId: row.ParentId === null ? null : asItemId(row.ParentId),
      kind: row.Kind === 'break' ? 'break' : 'item',
      number: row.Number,
      title: row.FullTitle,
      neutralTitle: row.NeutralTitle,
      openness: opennessOf(row.Openness),
      type: row.ItemType,
      standing: row.Standing,
      day: row.DayNumber,
      block: row.Block,
      start: row.StartTime === null ? null : parseClock(row.StartTime),
      end: row.EndTime === null ? null : parseClock(row.EndTime),
      minutes: row.Minutes,
      presenters: row.Presenters === '' ? [] : row.Presenters.split('\n'),
      sections: readSections(row.Sections),
      attachments: readAttachments(row.Papers, row.RowId),
    },
  };
}

function readAttachments(stored: string, rowId: string): Attachment[] {
  if (stored === '') return [];
  let parsed: unknown;
  try {
    parsed = JSON.parse(stored);
  } catch {
    parsed = stored;
  }
  return readRow(v.object({ Papers: attachments }), 'DagsordenPunkter', { Papers: parsed, RowId: rowId }).Papers;
}
