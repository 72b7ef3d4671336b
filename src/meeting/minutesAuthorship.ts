import { mayHavePublished, type Authored, type BorneOut, type Publishers } from './authorship.ts';
import type { AsideRow } from './meeting.ts';

/**
 * Rows of published minutes. An edition that is all somebody else's is left out where there is a real one, so that it does not go before that; where
 * there is none it is shown, and told as that. What somebody else wrote in a real edition stands, since a colleague may have ended what was begun, and is told.
 */
export function borneOutMinutes<Row>(rows: readonly Authored<Row>[], versionOf: (row: Row) => number, publishers: Publishers): BorneOut<Row> {
  const isOurs = ({ createdBy, lastModifiedBy }: Authored<Row>) =>
    mayHavePublished(publishers, createdBy) || mayHavePublished(publishers, lastModifiedBy);
  const real = new Set(rows.filter(isOurs).map(({ value }) => versionOf(value)));
  const added = rows.filter(({ value }) => !real.has(versionOf(value)));
  const changed = rows.filter((row) => !added.includes(row) && !mayHavePublished(publishers, row.lastModifiedBy));
  const all = real.size === 0;
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
