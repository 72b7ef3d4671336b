import type { Task } from '../device/outbox.ts';
import { createTurns, type OneWrite, type OneWriteOf } from '../device/outboxTurns.ts';
import type { MakeTurns } from '../device/outbox.ts';
import { sameTreatment } from '../meeting/mergeTreatment.ts';
import { notePresenceOrder } from './attendance/notePresenceOrder.ts';
import { notePresencePlan } from './attendance/notePresencePlan.ts';
import { goOnOrder } from './minutes/goOnOrder.ts';
import { goOnPlan } from './minutes/goOnPlan.ts';
import { recordTreatmentOrder } from './minutes/recordTreatment.ts';
import { recordTreatmentPlan } from './minutes/recordTreatmentPlan.ts';
import { keepNoteOrder } from './notes/keepNote.ts';
import { keepNotePlan } from './notes/keepNotePlan.ts';
import type { Label, Plan } from './plan.ts';

type Read = (task: Pick<Task, 'version' | 'input'>) => OneWrite | null;

/**
 * An order that writes one thing only.
 * @param place names what it writes
 * @param joined both as one order, where the newer begins at what the elder leaves; left out where each is a thing of its own
 */
function oneWrite<Input>(
  label: Label,
  plan: Pick<Plan<Input, unknown, never, never>, 'read'>,
  place: (input: Input) => string,
  joined: (elder: Input, newer: Input) => Input | null = () => null,
): readonly [string, Read] {
  const inputOf = (task: Pick<Task, 'version' | 'input'>): Input | null => {
    try {
      return plan.read(label, task);
    } catch {
      // Handed back when its turn comes.
      return null;
    }
  };
  return [
    label.name,
    (task) => {
      const newer = inputOf(task);
      if (newer === null) return null;
      const takesUp: OneWrite['takesUp'] = (task) => {
        const elder = inputOf(task);
        const input = elder === null ? null : joined(elder, newer);
        return input === null ? null : { version: label.version, input };
      };
      return { place: `${label.name} ${place(newer)}`, takesUp };
    },
  ];
}

/**
 * What people write on and on, also while there is no connection. What one of these leaves in its place is looked at by none of the others: a decision's words,
 * when the meeting was at its item, who was there, and one's own notes lie in columns, rows or files of their own.
 */
const ONE_WRITE: ReadonlyMap<string, Read> = new Map([
  oneWrite(
    recordTreatmentOrder,
    recordTreatmentPlan,
    ({ pointer, after }) => `${pointer.key} ${after.itemId}`,
    (elder, newer) => (newer.before !== null && sameTreatment(elder.after, newer.before) ? { ...newer, before: elder.before } : null),
  ),
  oneWrite(
    keepNoteOrder,
    keepNotePlan,
    ({ key, itemId }) => `${key} ${itemId}`,
    (elder, newer) => (elder.after === newer.before ? { ...newer, before: elder.before } : null),
  ),
  oneWrite(goOnOrder, goOnPlan, ({ pointer, passing }) => `${pointer.key} ${passing.at}`),
  oneWrite(notePresenceOrder, notePresencePlan, ({ pointer, notes }) => `${pointer.key} ${notes.map(({ id }) => id).join(' ')}`),
]);

const oneWriteOf: OneWriteOf = (task) => ONE_WRITE.get(task.command)?.(task) ?? null;

/** The turns of what waits in the outbox: what was ordered of one thing while nothing could be sent goes as one write. */
export const turns: MakeTurns = (queue) => createTurns({ ...queue, oneWriteOf });
