import type { MeetingPointer } from '../../meeting/meeting.ts';
import type { Store } from '../../storage/store.ts';

/** An invitation arrives, or is given up, within this (ms): its request has half a minute. */
const PATIENCE = 40_000;
const BETWEEN = 400;

/**
 * Waits until no invitation is on its way that was claimed before. Whoever sends one claims it, looks once more how open everything is, and only then sends it: so whoever
 * has closed something, and finds no claim or waits for what there is, can say that nothing of it is sent from now on. What a pane that is gone has left is taken away.
 */
export async function untilInvited(
  store: Pick<Store, 'invitationClaims' | 'dropInvitationClaims'>,
  pointer: MeetingPointer,
  now: () => Date,
): Promise<void> {
  const begun = now().getTime();
  let left = await store.invitationClaims(pointer);
  while (left.length > 0) {
    if (now().getTime() - begun > PATIENCE) return store.dropInvitationClaims(pointer, left);
    await new Promise((resolve) => setTimeout(resolve, BETWEEN));
    const standing = new Set(await store.invitationClaims(pointer));
    left = left.filter((claim) => standing.has(claim));
  }
}
