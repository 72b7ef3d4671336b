import { fetched } from '../../storage/fetched.ts';
import type { Desk } from '../desk.ts';
import type * as closing from './closing.ts';

type Closing = typeof closing;

/** A verb that the first agenda does without: it is fetched with the others of its kind when the first of them is called. */
export const whenClosing =
  <Args extends readonly unknown[], Result>(desk: Desk, verb: (verbs: Closing) => (desk: Desk) => (...args: Args) => Promise<Result>) =>
  async (...args: Args): Promise<Result> =>
    verb(await fetched(import(/* webpackChunkName: "closing" */ './closing.ts')))(desk)(...args);
