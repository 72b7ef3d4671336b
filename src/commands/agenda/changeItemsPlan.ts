import * as v from 'valibot';
import { closesSomething, type AgendaItem } from '../../meeting/agenda.ts';
import type { ClosedRows, MeetingPointer } from '../../meeting/meeting.ts';
import { closedRows, item, pointer } from '../../meeting/schemas.ts';
import { plan } from '../plan.ts';
import { closeBeside } from './closeBeside.ts';

interface ChangeInput {
  readonly pointer: MeetingPointer;
  readonly before: readonly AgendaItem[];
  readonly after: readonly AgendaItem[];
  /** The rows in which items stood closed when this was ordered: one that was closed anew since is not opened. */
  readonly closedRows: ClosedRows;
}

const version1 = v.looseObject({});

export const changeItemsPlan = plan({
  // Nobody can tell now which closing an order of version 1 that opens something meant: it is handed back.
  climbs: [(older) => ({ ...v.parse(version1, older), closedRows: {} })],
  input: v.object({ pointer, before: v.array(item), after: v.array(item), closedRows }) satisfies v.GenericSchema<unknown, ChangeInput>,
  steps: { items: {} },
  perform: ({ store, now }, { pointer, before, after, closedRows }: ChangeInput, { steps }) =>
    steps.take('items', async () => {
      await store.changeItems(pointer, before, after, closedRows);
      if (!closesSomething(before, after)) return;
      await closeBeside({ store, now }, pointer, after);
    }),
});
