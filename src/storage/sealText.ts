import * as v from 'valibot';
import { asItemId } from '../meeting/ids.ts';
import type { Seal } from '../meeting/meeting.ts';
import { asWords } from './row.ts';

// A seal as a cell keeps it: JSON, which whoever exports the list can check without us (docs/lists.md).

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const itemId = v.pipe(v.string(), v.transform(asItemId));
const seal = v.object({
  hash,
  previous: v.nullable(hash),
  about: hash,
  people: hash,
  lines: v.array(v.object({ itemId, open: v.boolean(), hash })),
  closed: v.array(v.object({ itemId, hash })),
}) satisfies v.GenericSchema<unknown, Seal>;

export const sealFromText = v.pipe(v.string(), v.transform(asWords), v.parseJson(), seal);

/** Parsed before it is written, so that the same seal always makes the same text. */
export const sealToText = (of: Seal): string => JSON.stringify(v.parse(seal, of));
