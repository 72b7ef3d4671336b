import type { Author } from '../graph/lists.ts';
import { Conflict, isFailure } from '../meeting/errors.ts';

/** Who wrote a row last, and when, as the service tells it. */
interface Written {
  readonly lastModifiedBy?: Pick<Author, 'name'>;
  readonly modifiedAt?: string | null;
}

const isClash = (error: unknown): error is Conflict => isFailure(error, 'Conflict') && 'fields' in error;

/** For a Conflict's detail: who wrote the latest of the rows that stand in the way; nobody where the service does not tell. */
export function byWhom(...rows: readonly (Written | null | undefined)[]): Record<string, string> {
  const written = rows.flatMap((row) => (row?.lastModifiedBy?.name ? [{ name: row.lastModifiedBy.name, at: row.modifiedAt ?? '' }] : []));
  const [latest] = written.sort((one, other) => other.at.localeCompare(one.at));
  return latest === undefined ? {} : { by: latest.name };
}

/**
 * What is decided on a row as it stands: a clash names who wrote there last.
 * @throws what `decide` throws
 */
export function decidedOver<T>(row: Written | null, decide: () => T): T {
  try {
    return decide();
  } catch (error) {
    throw isClash(error) && error.detail['by'] === undefined ? new Conflict(error.fields, { ...error.detail, ...byWhom(row) }) : error;
  }
}
