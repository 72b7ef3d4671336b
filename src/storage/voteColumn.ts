import * as v from 'valibot';
import { votes } from '../meeting/schemas.ts';
import { asWords } from './row.ts';

/** What stands in the column of a vote. */
export const storedVotes = v.pipe(v.string(), v.transform(asWords), v.parseJson(), votes);

/** Reads the column of a vote; an empty one is null. */
export const voteText = v.nullish(
  v.union([
    v.pipe(
      v.literal(''),
      v.transform(() => null),
    ),
    storedVotes,
  ]),
  null,
);
