import * as v from 'valibot';
import type { FollowUp } from '../meeting/followUp.ts';
import { asItemId, asMeetingKey } from '../meeting/ids.ts';
import { choice, CHOICES } from './choices.ts';
import { FOLLOW_UP_STATUS } from './followUpChoices.ts';
import {
  asInstant,
  emptyAsNull,
  instantOrEmpty,
  numberWithin,
  optionalDay,
  optionalText,
  readRow,
  rowId,
  shortTitle,
  storedWords,
  textOrEmpty,
  type Fields,
  type OnBadCell,
} from './row.ts';
import { climb, shapeOf } from './shapes.ts';

const list = 'DagsordenOpfoelgning';
/** What people read where the meeting named no day. */
const NO_DAY = 'Ingen frist';

const followUpFields = v.object({
  RowId: rowId,
  MeetingKey: textOrEmpty,
  ItemId: textOrEmpty,
  DecisionNumber: numberWithin(1, 1000),
  Access: choice(CHOICES.access, 'closed'),
  Title: textOrEmpty,
  Task: textOrEmpty,
  OwnerId: optionalText,
  OwnerName: textOrEmpty,
  OwnerEmail: optionalText,
  DueDay: optionalDay,
  // A word that is none of ours: nobody has said that it is done.
  Status: choice(FOLLOW_UP_STATUS, 'open'),
  StatusBy: textOrEmpty,
  StatusOn: instantOrEmpty,
  WrittenBy: textOrEmpty,
  WrittenOn: instantOrEmpty,
  ItemTitle: textOrEmpty,
  MeetingTitle: textOrEmpty,
  ToDoStatus: choice(FOLLOW_UP_STATUS, null),
  ToDoDay: optionalDay,
  DecidedDay: optionalText,
});

/** Reads a row of DagsordenOpfoelgning. @throws Failure Unreadable, AppOutdated */
export function followUpFromFields(fields: Readonly<Record<string, unknown>>, onBadCell: OnBadCell = () => undefined): FollowUp {
  const row = readRow(followUpFields, list, climb(list, fields), onBadCell);
  const named = row.OwnerId !== null || row.OwnerEmail !== null || row.OwnerName.trim() !== '';
  return {
    id: row.RowId,
    key: asMeetingKey(row.MeetingKey),
    itemId: asItemId(row.ItemId),
    decision: row.DecisionNumber,
    openness: row.Access,
    what: row.Task.trim() === '' ? row.Title : row.Task,
    owner: named ? { id: row.OwnerId, name: row.OwnerName.trim() === '' ? (row.OwnerEmail ?? '') : row.OwnerName, email: row.OwnerEmail } : null,
    due: row.DueDay,
    state: row.Status,
    stateBy: row.StatusBy,
    stateAt: row.StatusOn,
    writtenBy: row.WrittenBy,
    writtenAt: row.WrittenOn,
    itemTitle: row.ItemTitle,
    meetingTitle: row.MeetingTitle,
    toDoDone: row.ToDoStatus === null ? null : row.ToDoStatus !== 'open',
    toDoDue: row.ToDoDay,
    decidedDue: decidedDay(row.DecidedDay),
  };
}

/** What somebody typed there that is no day says nothing. */
const decidedDay = (text: string | null): string | null => (text === NO_DAY ? '' : /^\d{4}-\d{2}-\d{2}$/.test(text ?? '') ? text : null);

/** What is to be done as a row of DagsordenOpfoelgning. */
export function followUpToFields(one: FollowUp): Fields {
  return {
    Title: shortTitle(one.what),
    RowId: one.id,
    MeetingKey: one.key,
    Shape: shapeOf(list),
    ItemId: one.itemId,
    DecisionNumber: one.decision,
    Access: CHOICES.access[one.openness],
    Task: storedWords(one.what),
    OwnerId: one.owner?.id ?? null,
    OwnerName: emptyAsNull(one.owner?.name ?? ''),
    OwnerEmail: one.owner?.email ?? null,
    DueDay: one.due,
    Status: FOLLOW_UP_STATUS[one.state],
    StatusBy: emptyAsNull(one.stateBy),
    StatusOn: asInstant(one.stateAt),
    WrittenBy: emptyAsNull(one.writtenBy),
    WrittenOn: asInstant(one.writtenAt),
    ItemTitle: storedWords(one.itemTitle),
    MeetingTitle: storedWords(one.meetingTitle),
    ToDoDay: one.toDoDue,
    DecidedDay: one.decidedDue === '' ? NO_DAY : one.decidedDue,
    ToDoStatus: one.toDoDone === null ? null : one.toDoDone ? FOLLOW_UP_STATUS.done : FOLLOW_UP_STATUS.open,
  };
}
