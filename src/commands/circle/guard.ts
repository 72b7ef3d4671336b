import type { KnownCircles } from '../../device/knownCircles.ts';
import type { MeetingPointer } from '../../meeting/meeting.ts';
import type { Store } from '../../storage/store.ts';

/** What closed places are looked up and remembered with. */
export interface Guard {
  readonly store: Store;
  readonly circles: KnownCircles;
  /** The Entra id of whoever is signed in, or null. */
  readonly me: () => string | null;
  readonly now: () => Date;
  /** Has this device shown something published, or drafts of it, of this meeting? Then its record is asked with everything else. */
  readonly hasSeenRecord: (pointer: MeetingPointer) => Promise<boolean>;
}
