import * as v from 'valibot';
import type { AgendaItem } from '../../meeting/agenda.ts';
import type { MeetingPointer } from '../../meeting/meeting.ts';
import { item, pointer } from '../../meeting/schemas.ts';
import { plan } from '../plan.ts';

interface ChangeInput {
  readonly pointer: MeetingPointer;
  readonly before: readonly AgendaItem[];
  readonly after: readonly AgendaItem[];
}

const input: v.GenericSchema<unknown, ChangeInput> = v.object({ pointer, before: v.array(item), after: v.array(item) });

export const changeItemsPlan = plan({
  input,
  steps: { items: {} },
  perform: ({ store }, { pointer, before, after }: ChangeInput, { steps }) => steps.take('items', () => store.changeItems(pointer, before, after)),
});
