import { editionOf } from '../../meeting/edition.ts';
import type { MeetingFile, MeetingPointer } from '../../meeting/meeting.ts';
import { draftFingerprint } from '../../meeting/seal.ts';
import type { Store } from '../../storage/store.ts';

/** The fingerprint of the draft as it is stored now; null for somebody who may not read it. */
export async function draftNow(store: Pick<Store, 'openMeeting'>, pointer: MeetingPointer): Promise<string | null> {
  return draftOf(await store.openMeeting(pointer));
}

/** The same of a meeting as it was read. */
export async function draftOf(file: MeetingFile): Promise<string | null> {
  return file.closedAccess === 'no' ? null : draftFingerprint(editionOf(file, 'circle', 1, '').lines);
}
