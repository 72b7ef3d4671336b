import type { MeetingFile } from '../../meeting/meeting.ts';
import type { Workplace } from '../workplace.ts';
import { followUpsToPrint } from './followUpsToPrint.ts';
import { notesToPrint } from './notesToPrint.ts';
import type { Beside } from './publicationOrder.ts';

/** What minutes print that stands in lists which opening a meeting does not ask for. */
export async function besideToPrint(workplace: Workplace, file: MeetingFile): Promise<Beside> {
  const [notes, followUps] = await Promise.all([notesToPrint(workplace, file), followUpsToPrint(workplace, file)]);
  return { notes, followUps };
}
