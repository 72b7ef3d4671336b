import * as v from 'valibot';
import { Conflict } from '../meeting/errors.ts';
import { asItemId, type MeetingKey } from '../meeting/ids.ts';
import type { Treatment } from '../meeting/meeting.ts';
import { choice, CHOICES, codeOf } from './choices.ts';
import { readRow, rowId, shortTitle, storedWords, textOrEmpty, yes, type Fields, type OnBadCell } from './row.ts';
import { climb, shapeOf } from './shapes.ts';

/** Reads a result; a word we do not know reads as "other". */
export const result = choice(CHOICES.result, 'other', null);

const treatmentFields = v.object({
  RowId: rowId,
  Access: choice(CHOICES.access, 'closed'),
  Result: result,
  Decision: textOrEmpty,
  PublicDecision: textOrEmpty,
  IsNotTreated: yes,
});

/** A treatment as a row of DagsordenBehandling; its RowId is the item's id, one row an item. */
export function treatmentToFields(key: MeetingKey, treatment: Treatment): Fields {
  return {
    Title: shortTitle(treatment.notTreated ? 'Ikke behandlet' : treatment.decision),
    RowId: treatment.itemId,
    MeetingKey: key,
    Shape: shapeOf('DagsordenBehandling'),
    Access: CHOICES.access[treatment.openness],
    Result: treatment.outcome === null ? null : CHOICES.result[treatment.outcome],
    Decision: storedWords(treatment.decision),
    PublicDecision: storedWords(treatment.publicDecision),
    IsNotTreated: treatment.notTreated,
  };
}

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
  };
}

const COLUMNS = {
  Access: 'openness',
  Result: 'outcome',
  Decision: 'decision',
  PublicDecision: 'publicDecision',
  IsNotTreated: 'notTreated',
} as const satisfies Readonly<Record<string, keyof Treatment>>;

/** A clash of two rows of DagsordenBehandling told in the treatment's own fields and values, since screens know no columns. */
export function treatmentConflict({ fields, detail }: Conflict): Conflict {
  const read = (column: string, value: unknown): unknown => {
    if (column === 'Access') return codeOf(CHOICES.access, value) ?? 'closed';
    if (column === 'IsNotTreated') return value === true;
    if (column === 'Result') return v.is(result, value) ? v.parse(result, value) : 'other';
    return v.is(textOrEmpty, value) ? v.parse(textOrEmpty, value) : '';
  };
  const told = fields.map(({ field, mine, theirs }) => ({
    field: Object.entries(COLUMNS).find(([column]) => column === field)?.[1] ?? field,
    mine: read(field, mine),
    theirs: read(field, theirs),
  }));
  return new Conflict(told, { ...detail });
}
