import type { AgendaItem } from '../meeting/agenda.ts';
import type { MeetingKey } from '../meeting/ids.ts';
import { CHOICES } from './choices.ts';
import { emptyAsNull, shortTitle, storedWords, type Fields } from './row.ts';
import { writeSections } from './sectionText.ts';
import { shapeOf } from './shapes.ts';

// What is written of an item's row. Reading one (itemRow.ts) does without it.

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
