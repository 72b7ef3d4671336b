import { isFailure } from '../../meeting/errors.ts';
import type { MeetingPointer } from '../../meeting/meeting.ts';
import { lookFreshly } from '../lookFreshly.ts';
import type { Workplace } from '../workplace.ts';
import type { AttachInput } from './attachInput.ts';
import { writeInvitation } from './invitation.ts';
import { refuseClosedSince } from './refuseClosedSince.ts';

export { inBoardLanguage } from '../boardLanguage.ts';

/**
 * Writes the agenda in the invitation, and says so in the meeting's row. Before it leaves it is claimed there, and only then is it looked at how open everything
 * is: whoever closes something waits for what is claimed (`untilInvited`). In Outlook's own form it is nobody's until the organiser sends it.
 * @param revises is there an agenda before that this one is in place of?
 * @throws Conflict where something of it has been closed since; what writeInvitation throws
 */
export async function sendInvitation(
  workplace: Workplace,
  input: Pick<AttachInput, 'event' | 'agenda' | 'via' | 'supplement'>,
  pointer: MeetingPointer,
  revises: boolean,
): Promise<void> {
  const { store, now } = workplace;
  const claim = input.via === 'graph' ? crypto.randomUUID() : null;
  let mayBeOnItsWay = false;
  const lastLook = async (): Promise<void> => {
    await lookFreshly(async () => refuseClosedSince(await store.openItems(pointer), input.agenda), now);
    mayBeOnItsWay = true;
  };
  if (claim !== null) await store.claimInvitation(pointer, claim);
  try {
    await writeInvitation(workplace, input, pointer, lastLook);
  } catch (error) {
    // Where nobody knows whether it left, whoever closes something waits for as long as it may take.
    if (claim !== null && !mayBeOnItsWay) await drop(workplace, pointer, claim);
    throw error;
  }
  if (claim !== null) await store.markSent(pointer, now().toISOString(), revises, claim);
}

/** A claim that cannot be taken back is waited for, and taken back, by whoever closes something. */
async function drop({ store }: Workplace, pointer: MeetingPointer, claim: string): Promise<void> {
  try {
    await store.dropInvitationClaims(pointer, [claim]);
  } catch (error) {
    if (!isFailure(error)) throw error;
  }
}
