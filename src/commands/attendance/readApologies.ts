import type { ReadApology } from '../../importers/apologyLines.ts';
import { fetched } from '../../storage/fetched.ts';

export type { ReadApology };

const lines = () => fetched(import(/* webpackChunkName: "importer" */ '../../importers/apologyLines.ts'));

/** The apologies that a pasted text tells of, in its order. Read on this device alone, and kept nowhere: a person confirms each. */
export const readApologies = async (text: string): Promise<readonly ReadApology[]> => (await lines()).readApologies(text);

/** For how much of the meeting somebody is excused, by what stands beside their name in a paper; null for the whole of it. */
export const partSaid = async (remark: string): Promise<ReadApology['part']> => (await lines()).partSaid(remark);
