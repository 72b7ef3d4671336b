import { fetched } from '../../storage/fetched.ts';

/** What is looked for beside an agenda that is on screen, or in place of one that is missing: one chunk, fetched when it is needed. */
export const lookingRound = () => fetched(import(/* webpackChunkName: "lookingRound" */ './lookingRoundParts.ts'));
