import * as v from 'valibot';
import { approvalLine } from '../../meeting/approvalSchema.ts';
import { pointer } from '../../meeting/schemas.ts';
import type { StoredApproval } from '../../storage/approvalRow.ts';
import { forgetReasons } from './forgetReasons.ts';
import { decidedOn, keepOne, type DecidedOn } from './keepOne.ts';
import { plan } from '../plan.ts';

interface KeepInput extends DecidedOn {
  /** In the order they are written; `inner`: it holds words about the draft, and stands where that does. */
  readonly lines: readonly { readonly line: StoredApproval; readonly inner: boolean }[];
}

const input: v.GenericSchema<unknown, KeepInput> = v.object({
  pointer,
  lines: v.pipe(v.array(v.object({ line: approvalLine, inner: v.boolean() })), v.minLength(1)),
  ...decidedOn,
});

export const keepApprovalPlan = plan({
  input,
  steps: { stored: {} },
  perform: (workplace, given: KeepInput, { steps }) =>
    steps.take('stored', async () => {
      const { store } = workplace;
      for (const { line, inner } of given.lines) await keepOne(store, given, line, inner);
      if (given.lines.some(({ line: { act } }) => act === 'approve')) await forgetReasons(workplace, given.pointer);
    }),
});
