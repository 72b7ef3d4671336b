import * as v from 'valibot';
import { asItemId } from '../meeting/ids.ts';
import type { ApprovalLine } from '../meeting/approval.ts';
import type { Person } from '../meeting/meeting.ts';
import { choice } from './choices.ts';
import { PROFILE_CHOICES } from './profileChoices.ts';
import { optionalInstant, optionalText, readRow, rowId, textOrEmpty, type OnBadCell } from './row.ts';
import { climb } from './shapes.ts';

/** A line as its row says it; who wrote it and when is told by the service alone. */
export type StoredApproval = Omit<ApprovalLine, 'by' | 'at' | 'place'>;

/** Between the name, the address and the id of a person, who stand one a line. */
export const BETWEEN = ' | ';

const approvalFields = v.object({
  RowId: rowId,
  // A word that is none of ours is a remark, which changes nothing.
  Act: choice(PROFILE_CHOICES.approvalAct, 'comment'),
  Fingerprint: textOrEmpty,
  ItemId: optionalText,
  Words: textOrEmpty,
  People: textOrEmpty,
  Deadline: optionalInstant,
});

/** Reads a row of DagsordenGodkendelse. Throws Failure Unreadable where it has no RowId. */
export function approvalFromFields(fields: Readonly<Record<string, unknown>>, onBadCell: OnBadCell = () => undefined): StoredApproval {
  const row = readRow(approvalFields, 'DagsordenGodkendelse', climb('DagsordenGodkendelse', fields), onBadCell);
  return {
    id: row.RowId,
    act: row.Act,
    draft: row.Fingerprint,
    itemId: row.ItemId === null ? null : asItemId(row.ItemId),
    words: row.Words,
    people: row.People.split('\n').flatMap(personIn),
    deadline: row.Deadline,
  };
}

function personIn(line: string): Person[] {
  const [name = '', email = '', id = ''] = line.split(BETWEEN.trim()).map((part) => part.trim());
  if (name === '' && email === '' && id === '') return [];
  return [{ id: id === '' ? null : id, name, email: email === '' ? null : email }];
}
