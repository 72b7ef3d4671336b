import { Failure } from '../meeting/errors.ts';
import type { ListName } from './lists.ts';
import { appOutdated, shapeOf, storedShape } from './shapes.ts';

/** May this row be written over? @throws Failure SiteOutdated where it is of an earlier shape, AppOutdated where of a later one */
export function requireCurrent(list: ListName, fields: Readonly<Record<string, unknown>>): void {
  const shape = storedShape(fields);
  if (shape > shapeOf(list)) throw appOutdated(list, shape);
  if (shape < shapeOf(list)) throw siteOutdated(list);
}

export function siteOutdated(list: ListName): Failure {
  return new Failure(
    'SiteOutdated',
    'The lists of the site are of an earlier shape: they can be read, and written when the site has been brought up',
    {
      detail: { list, shape: String(shapeOf(list)) },
    },
  );
}

/** Somebody has deleted columns: "Gør stedet klar" makes them anew. */
export function columnsMissing(list: ListName, columns: readonly string[]): Failure {
  return new Failure('SiteNotPrepared', 'Columns are missing on the site', { detail: { list, columns: columns.join(', ') } });
}
