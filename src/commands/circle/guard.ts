import type { KnownCircles } from '../../device/knownCircles.ts';
import type { Store } from '../../storage/store.ts';

/** What closed places are looked up and remembered with. */
export interface Guard {
  readonly store: Store;
  readonly circles: KnownCircles;
  /** The Entra id of whoever is signed in, or null. */
  readonly me: () => string | null;
  readonly now: () => Date;
}
