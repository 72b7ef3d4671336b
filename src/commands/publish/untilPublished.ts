import { channelFileLog, noticeLog } from '../../meeting/logsBeside.ts';
import type { MeetingPointer } from '../../meeting/meeting.ts';
import type { Store } from '../../storage/store.ts';

/** A publication that stands as under way for longer was left by a pane that is gone. */
const PATIENCE = 20_000;
const BETWEEN = 250;

/**
 * Waits until nothing of this meeting's minutes is just being published, the channel is not just being told of its agenda, and gets no file of its minutes.
 * Each claims its line in the log, then looks once more how open everything is, and only then sends: so whoever has closed something, and finds no claim, or
 * waits for what the claim becomes, can say that nothing of it is sent from now on.
 */
export async function untilPublished(store: Pick<Store, 'publications'>, pointer: MeetingPointer, now: () => Date): Promise<void> {
  const begun = now().getTime();
  for (;;) {
    const log = (await Promise.all([pointer, noticeLog(pointer), channelFileLog(pointer)].map((each) => store.publications(each)))).flat();
    if (log.every(({ state }) => state !== 'pending') || now().getTime() - begun > PATIENCE) return;
    await new Promise((resolve) => setTimeout(resolve, BETWEEN));
  }
}
