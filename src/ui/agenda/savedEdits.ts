import type { AgendaItem } from '../../meeting/agenda.ts';
import type { MeetingKey } from '../../meeting/ids.ts';

/** An item as it was before it was saved and as it is since. */
export interface SavedEdit {
  readonly before: AgendaItem;
  readonly after: AgendaItem;
}

interface Steps {
  readonly done: SavedEdit[];
  readonly undone: SavedEdit[];
}

/** What has been saved on this page, by meeting. It outlives the form, as the way back does. */
const meetings = new Map<MeetingKey, Steps>();

const stepsOf = (key: MeetingKey): Steps => {
  const steps = meetings.get(key) ?? { done: [], undone: [] };
  meetings.set(key, steps);
  return steps;
};

/** Something new was saved: what was taken back before is gone. */
export function remember(key: MeetingKey, edit: SavedEdit): void {
  const { done, undone } = stepsOf(key);
  done.push(edit);
  undone.length = 0;
}

/** The step to take back or forth, or null; `take` says that it was taken. */
export function step(
  key: MeetingKey,
  way: 'back' | 'forth',
): { readonly from: AgendaItem; readonly to: AgendaItem; readonly take: () => void } | null {
  const { done, undone } = stepsOf(key);
  const edit = (way === 'back' ? done : undone).at(-1);
  if (!edit) return null;
  const take = () => {
    (way === 'back' ? done : undone).pop();
    (way === 'back' ? undone : done).push(edit);
  };
  return way === 'back' ? { from: edit.after, to: edit.before, take } : { from: edit.before, to: edit.after, take };
}
