import type { MeetingFile } from '../../meeting/meeting.ts';
import type { Desk } from '../desk.ts';
import { order } from '../order.ts';

export const unpublishMinutesOrder = order({
  name: 'unpublishMinutes',
  version: 1,
  stepNames: ['told', 'rows', 'marked', 'files'],
  plan: async () => (await import(/* webpackChunkName: "writing" */ './unpublishMinutesPlan.ts')).unpublishMinutesPlan,
});

/** Takes published minutes back. What everybody reads from then on is who did, and when. A message in the channel stays, as people take messages away themselves. */
export const unpublishMinutes =
  ({ workplace, send, me }: Desk) =>
  async ({ pointer, minutes, publications }: MeetingFile): Promise<void> => {
    const version = Math.max(minutes?.version ?? 0, ...publications.map((line) => line.version));
    await send(unpublishMinutesOrder, { pointer, version, by: me().name, at: workplace.now().toISOString() });
  };
