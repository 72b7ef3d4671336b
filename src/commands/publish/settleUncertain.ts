import type { MeetingFile, MeetingPointer, Publication, PublicationTarget } from '../../meeting/meeting.ts';
import { latestLog } from '../../meeting/publications.ts';
import type { Store } from '../../storage/store.ts';
import type { Desk } from '../desk.ts';

/** The person looked in the channel and tells whether an uncertain message is there, or is not and may be sent again. */
export const settleUncertain =
  ({ workplace }: Desk) =>
  async (file: MeetingFile, target: PublicationTarget, arrived: boolean): Promise<readonly Publication[]> => {
    const line = latestLog(file.publications).get(target);
    if (!line) return file.publications;
    const told: Publication = { ...line, state: arrived ? 'done' : 'failed', error: null };
    const settled = await settle(workplace.store, file.pointer, told);
    return file.publications.map((each) => (each.target === target && each.version === line.version ? settled : each));
  };

/** The person's word goes over a line that is uncertain, whoever wrote it, and over none that tells by now. */
async function settle(store: Store, pointer: MeetingPointer, told: Publication): Promise<Publication> {
  const earlier = await store.readLogLine(pointer, told.version, told.target);
  if (earlier?.line.state !== 'uncertain') return store.keepLogLine(pointer, told);
  if (await store.claimLogLine(pointer, told, earlier)) return told;
  return (await store.readLogLine(pointer, told.version, told.target))?.line ?? told;
}
