import * as v from 'valibot';
import { opennessOf } from '../../meeting/agenda.ts';
import { asItemId, asMeetingKey, asSiteId } from '../../meeting/ids.ts';
import type { Proposal } from '../../meeting/proposal.ts';
import type { YearEntry } from '../../meeting/yearWheel.ts';
import { PROPOSAL_STATES } from '../../meeting/words.ts';

const textOrNull = v.nullable(v.string());
const siteId = v.pipe(v.string(), v.transform(asSiteId));
const key = v.pipe(v.string(), v.transform(asMeetingKey));
const itemId = v.pipe(v.string(), v.transform(asItemId));

export const place = v.object({ siteId, closedSiteId: v.nullable(siteId) });

export const proposal = v.object({
  id: v.string(),
  title: v.string(),
  text: v.string(),
  openness: v.pipe(v.optional(v.unknown(), null), v.transform(opennessOf)),
  neutralTitle: v.optional(textOrNull),
  proposer: v.object({ id: textOrNull, name: v.string(), email: textOrNull }),
  proposedAt: v.string(),
  deadline: textOrNull,
  state: v.picklist(PROPOSAL_STATES),
  taken: v.nullable(v.object({ key, itemId, title: v.string(), by: v.string(), at: v.string() })),
  origin: v.nullable(v.object({ siteId, key, itemId, words: v.string() })),
}) satisfies v.GenericSchema<unknown, Proposal>;

export const yearEntry = v.object({
  id: v.string(),
  title: v.string(),
  text: v.string(),
  openness: v.pipe(v.optional(v.unknown(), null), v.transform(opennessOf)),
  month: v.number(),
  owner: v.nullable(v.object({ id: textOrNull, name: v.string(), email: textOrNull })),
}) satisfies v.GenericSchema<unknown, YearEntry>;
