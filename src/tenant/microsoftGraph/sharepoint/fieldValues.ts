import { GraphError } from '../gateway/graphError.ts';
import type { Resource } from '../gateway/call.ts';
import type { Column } from './columnTypes.ts';

/** Longest single line SharePoint keeps. */
export const singleLineLimit = 255;
/** The figure in circulation for multi-line text; Microsoft documents no limit (platform fact, third-party source). */
export const multiLineLimit = 63_999;

const wrong = (message: string): GraphError => new GraphError(400, 'invalidRequest', message);

/** What SharePoint writes itself; sent along by a client they are not recognised as writable. */
const systemFields = new Set(
  'id ID ContentType Modified Created AuthorLookupId EditorLookupId Author Editor _UIVersionString Attachments Edit LinkTitle LinkTitleNoMenu LinkTitle2 ItemChildCount FolderChildCount _ComplianceFlags _ComplianceTag _ComplianceTagWrittenTime _ComplianceTagUserId AppAuthorLookupId AppEditorLookupId'.split(
    ' ',
  ),
);

/** What the numbers written to person and lookup columns may stand for. */
export interface KnownNumbers {
  user(number: number): boolean;
  item(list: string, number: number): boolean;
}

/**
 * Checks the `fields` of a POST or PATCH against the list's columns and answers what is to be kept; null empties a field.
 * @param known whether what a number stands for exists: a person of the site's User Information List, an item of the list looked up in
 * @throws GraphError 400 invalidRequest, worded as SharePoint words it
 */
export function readFields(given: unknown, columns: readonly Column[], known: KnownNumbers): Record<string, unknown> {
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
      kept[name] = value === null ? null : lookupValue(lookup, value, fields[`${name}@odata.type`], known);
      continue;
    }
    const column = columns.find((one) => one.name === name);
    if (!column || systemFields.has(name)) throw wrong(systemFields.has(name) ? `Field '${name}' is read-only` : `Field '${name}' is not recognized`);
    if (column.readOnly || column.facet === 'calculated') throw wrong(`Field '${name}' is read-only`);
    // A person or lookup cannot be written by its own name (gd#2991, gd#19901: issue reports).
    if (isLookup(column)) throw new GraphError(500, 'generalException', 'General exception while processing');
    kept[name] = value === null ? null : fieldValue(column, value, fields[`${name}@odata.type`]);
  }
  return kept;
}

function isLookup(column: Column): boolean {
  return column.facet === 'lookup' || column.facet === 'personOrGroup';
}

function lookupValue(column: Column, value: unknown, type: unknown, known: KnownNumbers): unknown {
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
    if (column.facet === 'personOrGroup' && !known.user(number)) throw wrong('The specified user could not be found.');
    if (column.facet === 'lookup' && !known.item(String(column.settings['listId'] ?? ''), number))
      throw wrong(`Invalid lookup value for field '${column.name}': the list looked up in has no item ${number}.`);
  }
  return several ? numbers : numbers[0];
}

function fieldValue(column: Column, value: unknown, type: unknown): unknown {
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
      const number = typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
      if (typeof number !== 'number' || !Number.isFinite(number)) throw invalid();
      const [least, most] = [column.settings['minimum'], column.settings['maximum']];
      if ((typeof least === 'number' && number < least) || (typeof most === 'number' && number > most))
        throw wrong(`The value of field '${column.name}' is out of range`);
      return number;
    }
    case 'boolean':
      if (typeof value !== 'boolean') throw invalid();
      return value;
    case 'dateTime': {
      const time =
        typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value)
          ? Date.parse(/T/.test(value) && !/(Z|[+-]\d{2}:\d{2})$/.test(value) ? `${value}Z` : value)
          : NaN;
      if (Number.isNaN(time)) throw invalid();
      // SharePoint keeps whole seconds; a date-only column keeps the day.
      return `${new Date(time).toISOString().slice(0, 19)}Z`;
    }
    case 'choice': {
      const choices = column.settings['choices'] as string[];
      if (column.settings['displayAs'] === 'checkBoxes') {
        if (!Array.isArray(value) || !value.every((one) => typeof one === 'string')) throw invalid();
        if (type !== 'Collection(Edm.String)')
          throw wrong(`The property '${column.name}' needs the annotation '${column.name}@odata.type' with Collection(Edm.String).`);
        return value;
      }
      if (typeof value !== 'string' || value.length > singleLineLimit) throw invalid();
      if (column.settings['allowTextEntry'] !== true && choices.length > 0 && !choices.includes(value))
        throw wrong(`The value '${value}' is not among the choices of field '${column.name}'`);
      return value;
    }
    case 'hyperlinkOrPicture':
      if (typeof value !== 'object' || value === null || typeof (value as Resource)['Url'] !== 'string') throw invalid();
      return { Url: (value as Resource)['Url'], Description: (value as Resource)['Description'] ?? (value as Resource)['Url'] };
    default:
      return value;
  }
}

/** What an index keeps of a value: texts without case, numbers, 0/1; undefined for nothing to keep. */
export function indexValue(value: unknown): string | number | undefined {
  if (typeof value === 'string') return value.toLowerCase();
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return Number(value);
  return undefined;
}
