import type { LocalDatabase } from '../device/database.ts';
import type { DraftStore } from '../device/drafts.ts';
import { forgetFiles } from '../device/fileDatabase.ts';
import type { LastSeen } from '../device/lastSeen.ts';
import type { SeenDatabase } from '../device/seenDatabase.ts';
import type { Outbox } from '../device/outbox.ts';
import type { MeetingPointer } from '../meeting/meeting.ts';
import { fetched } from '../storage/fetched.ts';
import { linkTo, type LinkedPage } from './link.ts';
import type { Workplace } from './workplace.ts';

/** What this device keeps, and whose it is. */
interface Kept {
  readonly owner: () => string;
  readonly database: Promise<LocalDatabase>;
  readonly seen: Promise<SeenDatabase>;
  readonly drafts: Pick<DraftStore, 'close'>;
  readonly outbox: Pick<Outbox, 'close'>;
  readonly lastSeen: Pick<LastSeen, 'close'>;
}

/** What concerns this visit and no meeting in particular. */
export type SessionCommands = ReturnType<typeof sessionCommands>;

/** What forgets is fetched when somebody asks about it. */
const forgetting = () => fetched(import(/* webpackChunkName: "forgetting" */ '../device/forgetPerson.ts'));

export function sessionCommands({ appOrigin, adminConsentLink }: Workplace, { owner, database, seen, drafts, outbox, lastSeen }: Kept) {
  return {
    /** The link that opens this meeting in a plain browser. */
    linkTo: (pointer: MeetingPointer, page: LinkedPage): string => linkTo(appOrigin, pointer, page),
    /** Where an administrator consents for everybody; offered when consent is missing. */
    adminConsentLink: (): string => adminConsentLink,
    /** Does this device keep anything of mine that is not in the record: text that was typed, orders that wait? */
    hasUnsent: async (): Promise<boolean> => (await forgetting()).hasUnsent(owner(), { database }),
    /** Removes everything of mine from this device, before signing out, or where there is no signing out. Afterwards nothing is kept or sent until the page is loaded anew. */
    forgetMe: async (): Promise<void> => {
      const { forgetPerson } = await forgetting();
      // The page is about to go, and would write down what is being typed.
      drafts.close();
      outbox.close();
      lastSeen.close();
      await forgetPerson(owner(), { database, seen });
      await forgetFiles(owner());
    },
  };
}
