import type { MeetingKey } from '../meeting/ids.ts';
import { sealOf } from '../meeting/seal.ts';
import { minutesFromFields, minutesToFields, type MinutesRow } from './minutesRow.ts';

/** What a seal holds beside the rows it stands on: the closed lines in full, and the seal before. */
export interface Sealing {
  readonly closed: readonly MinutesRow[];
  readonly previous: string | null;
}

/** The rows of an edition with its seal on the one that holds what is printed around them: made over the rows as they will be read. */
export async function sealedRows(key: MeetingKey, rows: readonly MinutesRow[], { closed, previous }: Sealing): Promise<readonly MinutesRow[]> {
  const read = rows.map((row) => minutesFromFields(minutesToFields(key, row)));
  const [first] = read;
  const around = read.find((row) => row.around !== null)?.around;
  if (!first || !around) return rows;
  const full = closed.map((row) => minutesFromFields(minutesToFields(key, row)).line);
  const { version, publishedAt } = first;
  const seal = await sealOf({ version, publishedAt, ...around, lines: read.map(({ line }) => line) }, full, previous);
  return rows.map((row) => (row.around === null ? row : { ...row, seal }));
}
