import { GraphError } from '../gateway/graphError.ts';
import type { Resource } from '../gateway/call.ts';
import { HOME_ZONE } from '../../known.ts';
import { instantOf, readInstant, wallOf, writeInstant } from '../../time/zones.ts';
import { isLookup, type Column } from './columnTypes.ts';
import { multiLineLimit, singleLineLimit } from './limits.ts';

const wrong = (message: string): GraphError => new GraphError(400, 'invalidRequest', message);

/** What SharePoint writes itself; sent along by a client they are not recognised as writable. */
const systemFields = new Set(
  'id ID ContentType Modified Created AuthorLookupId EditorLookupId Author Editor _UIVersionString Attachments Edit LinkTitle LinkTitleNoMenu LinkTitle2 ItemChildCount FolderChildCount _ComplianceFlags _ComplianceTag _ComplianceTagWrittenTime _ComplianceTagUserId AppAuthorLookupId AppEditorLookupId'.split(
    ' ',
  ),
);

/** What a value is held against beyond its column. */
export interface Surroundings {
  /** Whether a number of the site's User Information List is a person's. */
  isUser(number: number): boolean;
  /** Whether the list looked up in has an item of this number. */
  isItem(list: string, number: number): boolean;
  /** Takes a choice that is none of the column's, as a client beside Graph can write it (fault `anyChoice`). */
  anyChoice: boolean;
}

/**
 * Checks the `fields` of a POST or PATCH against the list's columns and answers what is to be kept; null empties a field.
 * @throws GraphError 400 invalidRequest, worded as SharePoint words it
 */
export function readFields(given: unknown, columns: readonly Column[], around: Surroundings): Record<string, unknown> {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) throw wrong('The fields of a list item must be an object.');
  const fields = given as Resource;
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (name.includes('@')) continue;
    if (name === 'ContentType') continue;
    const lookup = name.endsWith('LookupId')
      ? columns.find((column) => column.name === name.slice(0, -'LookupId'.length) && isLookup(column))
      : undefined;
    if (lookup) {
      if (shadow(lookup, columns)) {
        keepInShadow(lookup, value, kept);
        continue;
      }
      kept[name] = value === null ? null : lookupValue(lookup, value, fields[`${name}@odata.type`], around);
      continue;
    }
    const column = columns.find((one) => one.name === name);
    if (!column || systemFields.has(name)) throw wrong(systemFields.has(name) ? `Field '${name}' is read-only` : `Field '${name}' is not recognized`);
    if (column.readOnly || column.facet === 'calculated') throw wrong(`Field '${name}' is read-only`);
    // A person or lookup cannot be written by its own name (gd#2991, gd#19901: issue reports).
    if (isLookup(column)) throw new GraphError(500, 'generalException', 'General exception while processing');
    // A link is refused in whatever shape it comes (gd#1965, gd#12638, msgraph-sdk-dotnet#2957: issue reports); so is emptying it, to be sure.
    if (column.facet === 'hyperlinkOrPicture' || column.facet === 'thumbnail') throw wrong('Invalid request');
    kept[name] = value === null ? null : fieldValue(column, value, fields[`${name}@odata.type`], around);
  }
  return kept;
}

/**
 * SharePoint's own name for the number of a lookup `Employee` is `EmployeeId`. Where a column of that name stands beside it,
 * Graph's `EmployeeLookupId` goes astray: a text fills the other column and leaves the person empty, a number is a 500
 * (gd#19901: an issue report).
 */
function shadow({ name }: Column, columns: readonly Column[]): boolean {
  return columns.some((column) => column.name.toLowerCase() === `${name}id`.toLowerCase() && column.facet === 'text');
}

function keepInShadow({ name }: Column, value: unknown, kept: Record<string, unknown>): void {
  if (typeof value !== 'string' && value !== null) throw new GraphError(500, 'generalException', 'General exception while processing');
  kept[`${name}Id`] = value;
}

function lookupValue(column: Column, value: unknown, type: unknown, around: Surroundings): unknown {
  const several = column.settings[column.facet === 'lookup' ? 'allowMultipleValues' : 'allowMultipleSelection'] === true;
  if (several !== Array.isArray(value)) throw wrong(`Field '${column.name}LookupId' takes ${several ? 'a collection of ids' : 'one id'}`);
  if (several && !/^Collection\(Edm\.(Int32|String)\)$/.test(String(type))) {
    throw wrong(
      `The property '${column.name}LookupId' needs the annotation '${column.name}LookupId@odata.type' with Collection(Edm.Int32) or Collection(Edm.String).`,
    );
  }
  const numbers = (Array.isArray(value) ? value : [value]).map(Number);
  for (const number of numbers) {
    if (!Number.isInteger(number) || number < 0) throw wrong(`Invalid lookup id for field '${column.name}'`);
    if (column.facet === 'personOrGroup' && !around.isUser(number)) throw wrong('The specified user could not be found.');
    if (column.facet === 'lookup' && !around.isItem(String(column.settings['listId'] ?? ''), number))
      throw wrong(`Invalid lookup value for field '${column.name}': the list looked up in has no item ${number}.`);
  }
  return several ? numbers : numbers[0];
}

function fieldValue(column: Column, value: unknown, type: unknown, { anyChoice }: Pick<Surroundings, 'anyChoice'>): unknown {
  const invalid = (): GraphError => wrong(`Invalid ${column.facet} value for field '${column.name}'`);
  switch (column.facet) {
    case 'text': {
      if (typeof value !== 'string') throw invalid();
      const limit = column.settings['allowMultipleLines'] === true ? multiLineLimit : Number(column.settings['maxLength'] ?? singleLineLimit);
      if (value.length > limit) throw wrong('Invalid text value.\n\nA text field contains invalid data. Please check the value and try again.');
      return value;
    }
    case 'number':
    case 'currency': {
      if (typeof value !== 'number' || !Number.isFinite(value)) throw invalid();
      const [least, most] = [column.settings['minimum'], column.settings['maximum']];
      if ((typeof least === 'number' && value < least) || (typeof most === 'number' && value > most))
        throw wrong(`The value of field '${column.name}' is out of range`);
      // `decimalPlaces` is how many are shown; what is kept is not rounded.
      return value;
    }
    case 'boolean':
      if (typeof value !== 'boolean') throw invalid();
      return value;
    case 'dateTime': {
      const instant = typeof value === 'string' ? instantIn(value) : undefined;
      if (instant === undefined) throw invalid();
      return column.settings['format'] === 'dateOnly' ? localMidnight(instant) : writeInstant(instant);
    }
    case 'choice': {
      const choices = column.settings['choices'] as string[];
      const isOpen = anyChoice || column.settings['allowTextEntry'] === true;
      const isKnown = (one: string): boolean => isOpen || choices.includes(one);
      if (column.settings['displayAs'] === 'checkBoxes') {
        if (!Array.isArray(value) || !value.every((one) => typeof one === 'string')) throw invalid();
        if (type !== 'Collection(Edm.String)')
          throw wrong(`The property '${column.name}' needs the annotation '${column.name}@odata.type' with Collection(Edm.String).`);
        const unknown = value.find((one) => !isKnown(one));
        if (unknown !== undefined) throw noChoice(column, unknown);
        return value;
      }
      if (typeof value !== 'string' || value.length > singleLineLimit) throw invalid();
      // SharePoint's older interfaces take any text here; whether Graph does is not written anywhere, so it is refused.
      if (value !== '' && !isKnown(value)) throw noChoice(column, value);
      return value;
    }
    default:
      return value;
  }
}

function noChoice(column: Column, value: string): GraphError {
  return wrong(`The value '${value}' is not among the choices of field '${column.name}'`);
}

/** A day, or a day and time with its offset; SharePoint keeps 1900 to 8900. A time without offset is read in no zone we know, so it is refused. */
function instantIn(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/.test(text)) return undefined;
  const year = Number(text.slice(0, 4));
  return year >= 1900 && year <= 8900 ? readInstant(text) : undefined;
}

/**
 * What is kept of an instant in a column that shows only the day: midnight of that day on the site's clock, given back in
 * UTC. So a day comes back as the evening before (pnpjs#1890), and 23:30Z is already the next day here.
 */
function localMidnight(instant: number): string {
  const wall = wallOf(instant, HOME_ZONE);
  return writeInstant(instantOf(wall - (((wall % 86_400_000) + 86_400_000) % 86_400_000), HOME_ZONE));
}

/**
 * What a new item gets that says nothing of this column; undefined for none.
 * @throws GraphError 400 for a default the column could not hold, or a formula: formulas are not calculated here
 */
export function defaultOf(column: Column): unknown {
  const { facet, defaultValue } = column;
  if (defaultValue === null) return undefined;
  if (typeof defaultValue.formula === 'string')
    throw wrong(`The default of column '${column.name}' is a formula, which this tenant does not calculate.`);
  if (typeof defaultValue.value !== 'string') return undefined;
  const text = defaultValue.value;
  const strict = { anyChoice: false };
  switch (facet) {
    case 'boolean':
      if (!/^(0|1|true|false)$/i.test(text)) throw wrong(`Invalid boolean value for field '${column.name}'`);
      return text === '1' || text.toLowerCase() === 'true';
    case 'number':
    case 'currency':
      return fieldValue(column, text.trim() === '' ? undefined : Number(text), undefined, strict);
    case 'text':
    case 'dateTime':
      return fieldValue(column, text, undefined, strict);
    case 'choice':
      return column.settings['displayAs'] === 'checkBoxes'
        ? fieldValue(column, [text], 'Collection(Edm.String)', strict)
        : fieldValue(column, text, undefined, strict);
    default:
      throw wrong(`A ${facet} column cannot have a default value.`);
  }
}

/** What an index keeps of a value: texts without case, numbers, 0/1; undefined for nothing to keep. */
export function indexValue(value: unknown): string | number | undefined {
  if (typeof value === 'string') return value.toLowerCase();
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return Number(value);
  return undefined;
}
