import type { ReadApology } from '../../importers/apologyLines.ts';
import { fetched } from '../../storage/fetched.ts';

export type { ReadApology };

/** The apologies that a pasted text tells of, in its order. Read on this device alone, and kept nowhere: a person confirms each. */
export const readApologies = async (text: string): Promise<readonly ReadApology[]> =>
  (await fetched(import(/* webpackChunkName: "importer" */ '../../importers/apologyLines.ts'))).readApologies(text);
