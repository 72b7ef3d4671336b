import * as v from 'valibot';
import { asItemId } from '../meeting/ids.ts';
import type { Treatment } from '../meeting/meeting.ts';
import { choice, CHOICES } from './choices.ts';
import { optionalInstant, readRow, rowId, textOrEmpty, yes, type OnBadCell } from './row.ts';
import { voteText } from './voteColumn.ts';
import { climb } from './shapes.ts';

/** Reads a result; a word we do not know reads as "other". */
export const result = choice(CHOICES.result, 'other', null);

const treatmentFields = v.object({
  RowId: rowId,
  Access: choice(CHOICES.access, 'closed'),
  Result: result,
  Decision: textOrEmpty,
  PublicDecision: textOrEmpty,
  IsNotTreated: yes,
  StartedOn: optionalInstant,
  EndedOn: optionalInstant,
  Notes: textOrEmpty,
  Dissent: textOrEmpty,
  VoteResult: voteText,
});

/** Reads a row of DagsordenBehandling. Throws Failure Unreadable where it has no RowId. */
export function treatmentFromFields(fields: Readonly<Record<string, unknown>>, onBadCell: OnBadCell = () => undefined): Treatment {
  const row = readRow(treatmentFields, 'DagsordenBehandling', climb('DagsordenBehandling', fields), onBadCell);
  return {
    itemId: asItemId(row.RowId),
    openness: row.Access,
    outcome: row.Result,
    decision: row.Decision,
    publicDecision: row.PublicDecision,
    notTreated: row.IsNotTreated,
    ...(row.StartedOn !== null && { startedAt: row.StartedOn }),
    ...(row.EndedOn !== null && { endedAt: row.EndedOn }),
    ...(row.Notes !== '' && { notes: row.Notes }),
    ...(row.Dissent !== '' && { dissent: row.Dissent }),
    ...(row.VoteResult !== null && { votes: row.VoteResult }),
  };
}
