import { mayHavePublished, type Authored, type BorneOut, type Publishers } from './authorship.ts';
import type { AsideRow } from './meeting.ts';

/**
 * Rows of published minutes. What somebody else added is left out, so that no edition of theirs goes before the real one; what they changed of a real
 * one is told. Where all of it is somebody else's it is shown, and told as that.
 */
export function borneOutMinutes<Row>(rows: readonly Authored<Row>[], versionOf: (row: Row) => number, publishers: Publishers): BorneOut<Row> {
  const added = rows.filter(
    ({ createdBy, lastModifiedBy }) => !mayHavePublished(publishers, createdBy) && !mayHavePublished(publishers, lastModifiedBy),
  );
  const changed = rows.filter((row) => !added.includes(row) && !mayHavePublished(publishers, row.lastModifiedBy));
  const all = added.length === rows.length;
  const told = (what: AsideRow['what'], { value, createdBy, lastModifiedBy }: Authored<Row>): AsideRow => ({
    what,
    by: (what === 'minutesChanged' ? lastModifiedBy : createdBy).name,
    about: String(versionOf(value)),
  });
  return {
    values: rows.filter((row) => all || !added.includes(row)).map(({ value }) => value),
    aside: once([...added.map((row) => told(all ? 'minutesShown' : 'minutes', row)), ...changed.map((row) => told('minutesChanged', row))]),
  };
}

function once(rows: readonly AsideRow[]): AsideRow[] {
  return rows.filter((row, index) => rows.findIndex((other) => JSON.stringify(other) === JSON.stringify(row)) === index);
}
