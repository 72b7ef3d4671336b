import * as v from 'valibot';
import { Conflict } from '../meeting/errors.ts';
import { placeOfDecision } from '../meeting/decisions.ts';
import type { MeetingKey } from '../meeting/ids.ts';
import type { Treatment } from '../meeting/meeting.ts';
import { CHOICES, codeOf } from './choices.ts';
import { shortTitle, storedWords, textOrEmpty, type Fields } from './row.ts';
import { shapeOf } from './shapes.ts';
import { result } from './treatmentRow.ts';
import { votesOf, votesToText } from './voteText.ts';

// What is written of a treatment's row. Reading one (treatmentRow.ts) does without it.

/** A treatment as a row of DagsordenBehandling, one row a decision: its RowId is the item's id, of a later decision with its number. */
export function treatmentToFields(key: MeetingKey, treatment: Treatment): Fields {
  const { itemId, nth } = placeOfDecision(treatment.itemId);
  return {
    Title: shortTitle(treatment.notTreated ? 'Ikke behandlet' : treatment.decision),
    RowId: treatment.itemId,
    MeetingKey: key,
    Shape: shapeOf('DagsordenBehandling'),
    ItemId: itemId,
    DecisionNumber: nth,
    Access: CHOICES.access[treatment.openness],
    Result: treatment.outcome === null ? null : CHOICES.result[treatment.outcome],
    Decision: storedWords(treatment.decision),
    PublicDecision: storedWords(treatment.publicDecision),
    IsNotTreated: treatment.notTreated,
    Notes: storedWords(treatment.notes ?? null),
    Dissent: storedWords(treatment.dissent ?? null),
    VoteResult: votesToText(treatment.votes),
  };
}

const COLUMNS = {
  Access: 'openness',
  Result: 'outcome',
  Decision: 'decision',
  PublicDecision: 'publicDecision',
  IsNotTreated: 'notTreated',
  Notes: 'notes',
  Dissent: 'dissent',
  VoteResult: 'votes',
} as const satisfies Readonly<Record<string, keyof Treatment>>;

/** A clash of two rows of DagsordenBehandling told in the treatment's own fields and values, since screens know no columns. */
export function treatmentConflict({ fields, detail }: Conflict): Conflict {
  const read = (column: string, value: unknown): unknown => {
    if (column === 'Access') return codeOf(CHOICES.access, value) ?? 'closed';
    if (column === 'VoteResult') return votesOf(value) ?? undefined;
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
