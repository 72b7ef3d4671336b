import * as v from 'valibot';
import type { Seal } from '../meeting/meeting.ts';
import { seal } from '../meeting/schemas.ts';
import { asWords } from './row.ts';

// A seal as a cell keeps it: JSON, which whoever exports the list can check without us (docs/lists.md).

export const sealFromText = v.pipe(v.string(), v.transform(asWords), v.parseJson(), seal);

/** Parsed before it is written, so that the same seal always makes the same text. */
export const sealToText = (of: Seal): string => JSON.stringify(v.parse(seal, of));
