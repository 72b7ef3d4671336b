import type { Apology, MeetingFile } from '../../meeting/meeting.ts';
import { sendApologyOrder } from '../apology/sendApology.ts';
import type { Desk } from '../desk.ts';

/** An apology that was given for an earlier time of the meeting stands for the present one too, as whoever gave it or the secretary says. */
export const renewApology =
  ({ send }: Desk) =>
  (file: MeetingFile, apology: Apology): Promise<Apology> =>
    send(sendApologyOrder, {
      pointer: file.pointer,
      apology: { ...apology, givenFor: file.occasion.start },
      decline: null,
      search: null,
      tentative: false,
      holdUntil: null,
      onBehalf: false,
      staff: null,
      mayBeCalled: false,
    });
