import { foldTimes, type Passing } from '../../meeting/passing.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { MeetingFile, Treatment } from '../../meeting/meeting.ts';
import { treatmentOf } from '../../meeting/run.ts';
import type { Desk } from '../desk.ts';
import { blankIn } from './blankIn.ts';
import { goOnOrder } from './goOnOrder.ts';

/** Notes that the meeting has gone on from one item to another; gives the treatments with the times in them. */
export const goOn =
  ({ send, seen, workplace }: Desk) =>
  async (file: MeetingFile, from: ItemId | null, to: ItemId | null): Promise<readonly Treatment[]> => {
    const passing: Passing = { from, to, at: workplace.now().toISOString() };
    const blanks = file.agenda.items.filter(({ id }) => id === from || id === to).map((item) => treatmentOf(file.agenda, [], item));
    const fold = (treatments: readonly Treatment[]) => foldTimes(treatments, passing, (id) => blankIn(blanks, id));
    await send(goOnOrder, { pointer: file.pointer, passing, blanks });
    void seen.amendFile(file.pointer, (kept) => ({ ...kept, treatments: fold(kept.treatments) }));
    return fold(file.treatments);
  };
