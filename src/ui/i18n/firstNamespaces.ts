import type { Namespace } from './resources.ts';

/** What the first screen needs; the words of other screens arrive with them (they suspend until then). */
export const FIRST = ['common', 'states', 'agenda', 'apology'] as const satisfies readonly Namespace[];
export type FirstNamespace = (typeof FIRST)[number];
