import type { MeetingFile, Publication, PublicationTarget } from '../../meeting/meeting.ts';
import type { Desk } from '../desk.ts';

/** The person looked in the channel and tells whether an uncertain message is there, or is not and may be sent again. */
export const settleUncertain =
  ({ workplace }: Desk) =>
  async (file: MeetingFile, target: PublicationTarget, arrived: boolean): Promise<readonly Publication[]> => {
    const line = file.publications.find((each) => each.target === target);
    if (!line) return file.publications;
    const told: Publication = { ...line, state: arrived ? 'done' : 'failed', error: null };
    const settled = await workplace.store.keepLogLine(file.pointer, told);
    return file.publications.map((each) => (each.target === target ? settled : each));
  };
