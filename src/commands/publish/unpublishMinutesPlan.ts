import * as v from 'valibot';
import { Failure } from '../../meeting/errors.ts';
import type { MeetingPointer } from '../../meeting/meeting.ts';
import { pointer } from '../../meeting/schemas.ts';
import { filesInChannel, takeFromChannel } from '../exports/channelFiles.ts';
import { plan } from '../plan.ts';
import type { Workplace } from '../workplace.ts';
import { untilPublished } from './untilPublished.ts';

interface UnpublishInput {
  readonly pointer: MeetingPointer;
  /** The newest edition as it was seen. */
  readonly version: number;
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
}

const input: v.GenericSchema<unknown, UnpublishInput> = v.object({
  pointer,
  version: v.pipe(v.number(), v.minValue(1)),
  by: v.string(),
  at: v.string(),
});

export const unpublishMinutesPlan = plan({
  input,
  steps: { told: {}, rows: {}, marked: {}, files: {} },
  perform: async (workplace, { pointer, version, by, at }: UnpublishInput, { steps }) => {
    const { store } = workplace;
    // From this line on the minutes are withdrawn, whatever rows of them are still there.
    await steps.take('told', async () => {
      const newer = (await store.publications(pointer)).some((line) => line.version > version);
      if (newer) throw new Failure('Conflict', 'A newer edition has been published since');
      const earlier = await store.readLogLine(pointer, version, 'lists');
      if (earlier?.line.state === 'withdrawn') return;
      const attempts = (earlier?.line.attempts ?? 0) + 1;
      await store.keepLogLine(pointer, { target: 'lists', version, state: 'withdrawn', attempts, error: null, reference: by, at });
    });
    await steps.take('rows', () => store.withdrawMinutes(pointer));
    await steps.take('marked', () => store.markWithdrawn(pointer));
    // What was put among the channel's files goes last: the minutes are withdrawn, whatever a library refuses.
    await steps.take('files', () => takeBack(workplace, pointer));
  },
});

async function takeBack(workplace: Workplace, pointer: MeetingPointer): Promise<void> {
  // One that is just on its way sees that the minutes are withdrawn, or is there by then.
  await untilPublished(workplace.store, pointer, workplace.now);
  if ((await filesInChannel(workplace, pointer)).every(({ stored }) => stored === null)) return;
  await takeFromChannel(workplace, await workplace.store.openMeeting(pointer));
}
