import { Failure } from '../meeting/errors.ts';
import { LINE_LIMIT, TEXT_LIMIT, type Fields } from './row.ts';

/** Refuses text that SharePoint would refuse or cut, before anything is sent. */
export function checkLengths(fields: Fields, lineColumns: ReadonlySet<string>): void {
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value !== 'string') continue;
    const limit = lineColumns.has(name) ? LINE_LIMIT : TEXT_LIMIT;
    if (value.length > limit) {
      throw new Failure('TooLarge', `${name} holds ${value.length} characters; ${limit} is the most`, {
        detail: { column: name, length: String(value.length), limit: String(limit) },
      });
    }
  }
}
