import * as v from 'valibot';
import { opennessOf } from '../meeting/agenda.ts';
import { Conflict } from '../meeting/errors.ts';
import { asItemId, type MeetingKey } from '../meeting/ids.ts';
import type { Treatment } from '../meeting/meeting.ts';
import { OUTCOME_CODES, type OutcomeCode } from '../meeting/words.ts';
import { asYes, emptyAsNull, optionalText, readRow, shortTitle, textOrEmpty, yes, type Fields } from './row.ts';

/** Reads a result code; a word we do not know is kept as "other" rather than lost. */
export const outcome = v.pipe(
  optionalText,
  v.transform((word): OutcomeCode | null => (word === null ? null : (OUTCOME_CODES.find((code) => code === word) ?? 'other'))),
);

const treatmentFields = v.object({
  RowId: v.string(),
  Openness: optionalText,
  Outcome: outcome,
  Decision: textOrEmpty,
  PublicDecision: textOrEmpty,
  NotTreated: yes,
});

/** A treatment as a row of DagsordenBehandling; its RowId is the item's id, one row an item. */
export function treatmentToFields(key: MeetingKey, treatment: Treatment): Fields {
  return {
    Title: shortTitle(treatment.notTreated ? 'Ikke behandlet' : treatment.decision),
    RowId: treatment.itemId,
    MeetingKey: key,
    Shape: 1,
    Openness: treatment.openness,
    Outcome: treatment.outcome,
    Decision: emptyAsNull(treatment.decision),
    PublicDecision: emptyAsNull(treatment.publicDecision),
    NotTreated: asYes(treatment.notTreated),
  };
}

/** Reads a row of DagsordenBehandling. Throws Failure Unreadable. */
export function treatmentFromFields(fields: Record<string, unknown>): Treatment {
  const row = readRow(treatmentFields, 'DagsordenBehandling', fields);
  return {
    itemId: asItemId(row.RowId),
    openness: opennessOf(row.Openness),
    outcome: row.Outcome,
    decision: row.Decision,
    publicDecision: row.PublicDecision,
    notTreated: row.NotTreated,
  };
}

const COLUMNS = {
  Openness: 'openness',
  Outcome: 'outcome',
  Decision: 'decision',
  PublicDecision: 'publicDecision',
  NotTreated: 'notTreated',
} as const satisfies Readonly<Record<string, keyof Treatment>>;

/** A clash of two rows of DagsordenBehandling told in the treatment's own fields and values, since screens know no columns. */
export function treatmentConflict({ fields, detail }: Conflict): Conflict {
  const read = (column: string, value: unknown): unknown => {
    if (column === 'Openness') return opennessOf(value);
    if (column === 'NotTreated') return value === 'ja';
    if (column === 'Outcome') return v.parse(outcome, value);
    return v.parse(textOrEmpty, value);
  };
  const told = fields.map(({ field, mine, theirs }) => ({
    field: Object.entries(COLUMNS).find(([column]) => column === field)?.[1] ?? field,
    mine: read(field, mine),
    theirs: read(field, theirs),
  }));
  return new Conflict(told, { ...detail });
}
