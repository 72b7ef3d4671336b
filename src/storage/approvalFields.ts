import type { MeetingKey } from '../meeting/ids.ts';
import type { Person } from '../meeting/meeting.ts';
import { BETWEEN, type StoredApproval } from './approvalRow.ts';
import { PROFILE_CHOICES } from './profileChoices.ts';
import { asInstant, emptyAsNull, shortTitle, storedWords, type Fields } from './row.ts';
import { shapeOf } from './shapes.ts';

/** A line of the approval as a row of DagsordenGodkendelse. */
export function approvalToFields(key: MeetingKey, line: StoredApproval): Fields {
  return {
    Title: shortTitle(PROFILE_CHOICES.approvalAct[line.act]),
    RowId: line.id,
    MeetingKey: key,
    Shape: shapeOf('DagsordenGodkendelse'),
    Act: PROFILE_CHOICES.approvalAct[line.act],
    Fingerprint: emptyAsNull(line.draft),
    ItemId: line.itemId,
    Words: storedWords(line.words),
    People: emptyAsNull(line.people.map(written).join('\n')),
    Deadline: asInstant(line.deadline),
  };
}

const written = ({ id, name, email }: Person): string =>
  [name, email ?? '', id ?? ''].map((part) => part.replace(/[|\n]/g, ' ').trim()).join(BETWEEN);
