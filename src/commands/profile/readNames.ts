import type { NameRead } from '../../importers/memberNames.ts';
import { fetched } from '../../storage/fetched.ts';

export type { NameRead };

/** The people that a pasted list names, in its order, with what it says of their offices. Read on this device alone. */
export const readNames = async (text: string): Promise<readonly NameRead[]> =>
  (await fetched(import(/* webpackChunkName: "importer" */ '../../importers/memberNames.ts'))).readMemberNames(text);
