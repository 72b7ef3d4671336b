import { isFailure, isPassing } from '../../meeting/errors.ts';
import { toDoDayStep, toDoStep, type FollowUp } from '../../meeting/followUp.ts';
import type { FollowUpPlace, FollowUpStore } from '../../storage/followUpStore.ts';
import type { ToDoTask } from '../../storage/toDo.ts';
import type { Desk } from '../desk.ts';

/** What is to be done, with the body it belongs to. */
export interface PlacedFollowUp {
  readonly place: FollowUpPlace;
  readonly one: FollowUp;
}

/**
 * Holds what lies in my To Do against my tasks, and makes both tell the same, whichever was changed. It may be cut off anywhere and done again. My To Do is
 * asked only where something of these lies in it.
 * @returns how many rows were changed
 * @throws Failure ConsentMissing; what the first row that was refused was refused with, when all the others have been seen to
 */
export const keepInStep =
  ({ workplace, me }: Desk) =>
  async (mine: readonly PlacedFollowUp[]): Promise<number> => {
    const kept = mine.filter(({ one }) => one.toDoDone !== null);
    if (kept.length === 0) return 0;
    const followUps = await workplace.store.followUps();
    const tasks = await followUps.toDo.tasks();
    const now = workplace.now().toISOString();
    let changed = 0;
    const refused: unknown[] = [];
    for (const placed of kept) {
      try {
        if (await stepOf(followUps, placed, tasks.get(placed.one.id) ?? null, { by: me().name, at: now })) changed += 1;
      } catch (error) {
        // Whoever changed one of the two at this moment is heard at the next look.
        if (isFailure(error, 'Conflict')) continue;
        if (!isFailure(error) || isPassing(error)) throw error;
        refused.push(error);
      }
    }
    if (refused.length > 0) throw refused[0];
    return changed;
  };

interface Told {
  readonly by: string;
  readonly at: string;
}

/** First whether it is done, then its day: the other way round, what is done there would be moved here first. */
async function stepOf(followUps: FollowUpStore, { place, one }: PlacedFollowUp, task: ToDoTask | null, told: Told): Promise<boolean> {
  const standing = await stateStep(followUps, { place, one }, task, told);
  const moved = task !== null && (await dayStep(followUps, { place, one: standing ?? one }, task));
  return standing !== null || moved;
}

/** @returns the row as it stands then; null where both told the same */
async function stateStep(
  followUps: FollowUpStore,
  { place, one }: PlacedFollowUp,
  task: ToDoTask | null,
  { by, at }: Told,
): Promise<FollowUp | null> {
  const step = toDoStep(one, task === null ? null : task.isDone);
  switch (step.kind) {
    case 'none':
      return null;
    case 'note':
      return followUps.save(place, one, { ...one, toDoDone: step.done });
    case 'gone':
      return followUps.save(place, one, { ...one, toDoDone: null, toDoDue: null });
    case 'row':
      return followUps.save(place, one, { ...one, toDoDone: step.done, state: step.done ? 'done' : 'open', stateBy: by, stateAt: at });
    case 'task':
      if (task !== null) await followUps.toDo.mark(task, step.done);
      return followUps.save(place, one, { ...one, toDoDone: step.done });
  }
}

async function dayStep(followUps: FollowUpStore, { place, one }: PlacedFollowUp, task: ToDoTask): Promise<boolean> {
  const { kind, due } = toDoDayStep(one, task.due);
  if (kind === 'none') return false;
  if (kind === 'task') await followUps.toDo.move(task, due);
  const decidedDue = kind === 'row' ? (one.decidedDue ?? one.due ?? '') : one.decidedDue;
  // Moved back to where the meeting had it, it is as the meeting had it.
  const back = decidedDue === (due ?? '');
  await followUps.save(place, one, { ...one, due, toDoDue: due, decidedDue: back ? null : decidedDue });
  return true;
}
