import * as v from 'valibot';
import type { ApprovalLine } from './approval.ts';
import { itemId, person } from './schemas.ts';
import { APPROVAL_ACTS } from './words.ts';

/** A line of the approval as it is written: who writes it, and when, is told by the service. */
export const approvalLine = v.object({
  id: v.string(),
  act: v.picklist(APPROVAL_ACTS),
  draft: v.string(),
  itemId: v.nullable(itemId),
  words: v.string(),
  people: v.array(person),
  deadline: v.nullable(v.string()),
}) satisfies v.GenericSchema<unknown, Omit<ApprovalLine, 'by' | 'at' | 'place'>>;
