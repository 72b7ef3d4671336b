import type { Database } from '../../database/database.ts';
import type { Resource } from '../gateway/call.ts';
import { GraphError } from '../gateway/graphError.ts';
import { mailOf, personBy } from '../directory/people.ts';
import type { Column } from './columnTypes.ts';
import { isLookup } from './columnTypes.ts';
import { itemBy, type Item } from './itemStore.ts';
import { listBy } from './listStore.ts';
import { personOfNumber } from './siteStore.ts';

/** "Up to 12 lookup fields may be requested in a single query" (graph resources/fieldvalueset). */
const mostLookups = 12;

/**
 * What lookups and people show, by name, for those among `wanted`: the text of the looked up item's column, a person's name.
 * Of several values an array of `{LookupId, LookupValue}`, with a person's `Email`. Given only to those who ask for the column
 * by its own name; else the item has `…LookupId` alone (graph resources/fieldvalueset).
 * @throws GraphError 400 for more than twelve of them
 */
export function lookupTexts(db: Database, site: string, item: Item, columns: readonly Column[], wanted: readonly string[]): Resource {
  const asked = columns.filter((column) => isLookup(column) && wanted.some((name) => name.toLowerCase() === column.name.toLowerCase()));
  if (asked.length > mostLookups)
    throw new GraphError(400, 'invalidRequest', `At most ${mostLookups} lookup fields can be requested in a single query.`);
  return Object.fromEntries(
    asked.flatMap((column) => {
      const numbers = numbersOf(item, column, columns);
      const shown = numbers.flatMap((number) => shownOf(db, site, column, number) ?? []);
      if (shown.length === 0) return [];
      return [[column.name, isMany(column) ? shown : shown[0]?.LookupValue]];
    }),
  );
}

interface Shown {
  LookupId: number;
  LookupValue: string;
  Email?: string;
}

function isMany({ facet, settings }: Column): boolean {
  return settings[facet === 'lookup' ? 'allowMultipleValues' : 'allowMultipleSelection'] === true;
}

/** A further column of the same looked up item goes by the number of the first (`primaryLookupColumnId`). */
function numbersOf(item: Item, column: Column, columns: readonly Column[]): number[] {
  if (column.name === 'Author') return [item.body.authorNumber];
  if (column.name === 'Editor') return [item.body.editorNumber];
  const primary = columns.find(({ id }) => id === column.settings['primaryLookupColumnId']) ?? column;
  const value = item.fields[`${primary.name}LookupId`];
  return (Array.isArray(value) ? value : [value]).map(Number).filter((number) => number > 0);
}

function shownOf(db: Database, site: string, { facet, settings }: Column, number: number): Shown | undefined {
  if (facet === 'personOrGroup') {
    const person = personBy(db, personOfNumber(db, site, number) ?? '');
    return person && { LookupId: number, LookupValue: person.displayName, Email: mailOf(person) };
  }
  const list = listBy(db, site, String(settings['listId'] ?? ''));
  const looked = list && itemBy(db, list.id, number);
  const value = looked?.fields[String(settings['columnName'] ?? 'Title')];
  return value === undefined || value === null ? undefined : { LookupId: number, LookupValue: String(value as string | number | boolean) };
}
