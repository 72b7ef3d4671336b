import type { MeetingPointer } from '../meeting/meeting.ts';
import { linkTo, type LinkedPage } from './link.ts';
import type { Workplace } from './workplace.ts';

/** What concerns this visit and no meeting in particular. */
export type SessionCommands = ReturnType<typeof sessionCommands>;

export function sessionCommands({ appOrigin, adminConsentLink }: Workplace) {
  return {
    /** The link that opens this meeting in a plain browser. */
    linkTo: (pointer: MeetingPointer, page: LinkedPage): string => linkTo(appOrigin, pointer, page),
    /** Where an administrator consents for everybody; offered when consent is missing. */
    adminConsentLink: (): string => adminConsentLink,
  };
}
