import { isFailure } from '../../meeting/errors.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { MeetingPointer } from '../../meeting/meeting.ts';
import type { SeenRow } from '../../storage/openMeeting.ts';
import { lookFreshly } from '../lookFreshly.ts';
import type { Workplace } from '../workplace.ts';
import type { AttachInput } from './attachInput.ts';
import { writeInvitation } from './invitation.ts';
import { refuseClosedSince } from './refuseClosedSince.ts';

export { inBoardLanguage } from '../boardLanguage.ts';
export { tellNotice } from '../notice/tellNotice.ts';

/**
 * Writes the agenda in the invitation, and says so in the meeting's row. Before it leaves it is claimed there, and only then is it looked at how open everything
 * is: whoever closes something waits for what is claimed (`untilInvited`). In Outlook's own form it is nobody's until the organiser sends it.
 * The claim and the reading of what stands in the event are one request, and what was written before it is marked without reading it again: from the
 * claim on it is five requests.
 * @param added items that come in a supplementary agenda for the first time
 * @param revises is there an agenda before that this one is in place of?
 * @throws Conflict where something of it has been closed since; what writeInvitation throws
 */
export async function sendInvitation(
  workplace: Workplace,
  input: Pick<AttachInput, 'event' | 'agenda' | 'via' | 'supplement'>,
  pointer: MeetingPointer,
  { revises, added = [] }: { readonly revises: boolean; readonly added?: readonly ItemId[] | undefined },
): Promise<void> {
  const { store, now } = workplace;
  const claim = input.via === 'graph' ? crypto.randomUUID() : null;
  let mayBeOnItsWay = false;
  let seen: SeenRow | null = null;
  const lastLook = async (): Promise<void> => {
    await lookFreshly(async () => refuseClosedSince(await store.openItems(pointer), input.agenda), now);
    mayBeOnItsWay = true;
  };
  if (claim === null) {
    if (added.length > 0) await store.keepSupplement(pointer, added);
    await writeInvitation(workplace, input, pointer, { before: null, lastLook });
    return;
  }
  try {
    const { body, row } = await store.startInvitation(pointer, input.event.id, { claim, supplement: added });
    await writeInvitation(workplace, input, pointer, { before: body, lastLook });
    seen = row;
  } catch (error) {
    // Where nobody knows whether it left, whoever closes something waits for as long as it may take.
    if (!mayBeOnItsWay) await drop(workplace, pointer, claim);
    throw error;
  }
  await store.markSent(pointer, now().toISOString(), revises, { claim, seen });
}

/** A claim that cannot be taken back is waited for, and taken back, by whoever closes something. */
async function drop({ store }: Workplace, pointer: MeetingPointer, claim: string): Promise<void> {
  try {
    await store.dropInvitationClaims(pointer, [claim]);
  } catch (error) {
    if (!isFailure(error)) throw error;
  }
}
