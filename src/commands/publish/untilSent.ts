import type { MeetingPointer } from '../../meeting/meeting.ts';
import type { Workplace } from '../workplace.ts';
import { untilInvited } from './untilInvited.ts';
import { untilPublished } from './untilPublished.ts';

/** After closing something: waits for all that cannot be recalled and left before. */
export async function untilSent({ store, now }: Pick<Workplace, 'store' | 'now'>, pointer: MeetingPointer): Promise<void> {
  await Promise.all([untilPublished(store, pointer, now), untilInvited(store, pointer, now)]);
}
