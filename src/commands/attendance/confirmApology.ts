import type { Apology, MeetingFile, Person } from '../../meeting/meeting.ts';
import { apologyOf } from '../apology/apologyOf.ts';
import { sendApologyOrder } from '../apology/sendApology.ts';
import type { Desk } from '../desk.ts';

/** Secretary: turns an Outlook "declined" into an apology on that person's behalf. One they sent meanwhile is left as it is and returned. */
export const confirmApology =
  ({ workplace, send, me }: Desk) =>
  async (file: MeetingFile, person: Person): Promise<Apology> => {
    const [at, givenFor] = [workplace.now().toISOString(), file.occasion.start];
    const words = { person, scope: { kind: 'meeting' }, substitute: null, enteredBy: me().name, at, givenFor } as const;
    return send(sendApologyOrder, {
      pointer: file.pointer,
      apology: await apologyOf(file.pointer, words),
      decline: null,
      search: null,
      onBehalf: true,
    });
  };
