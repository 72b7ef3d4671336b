import { fetched } from '../../storage/fetched.ts';
import type { Desk } from '../desk.ts';
import type * as verbs from './paperVerbs.ts';

type Verbs = typeof verbs;

/** Files of the agenda's items: put in, replaced, read and chosen. What they need is fetched with the first of them. */
export type PaperCommands = ReturnType<typeof paperCommands>;

export function paperCommands(desk: Desk) {
  const lazily =
    <Args extends readonly unknown[], Result>(verb: (of: Verbs) => (desk: Desk) => (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> =>
      verb(await fetched(import(/* webpackChunkName: "papers" */ './paperVerbs.ts')))(desk)(...args);
  return {
    addPaper: lazily((of) => of.addPaper),
    replacePaper: lazily((of) => of.replacePaper),
    readPaper: lazily((of) => of.readPaper),
    libraryEntries: lazily((of) => of.libraryEntries),
  };
}
