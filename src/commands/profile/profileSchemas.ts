import * as v from 'valibot';
import type { BodyMember, BodyRules, KeptProfile } from '../../meeting/profile.ts';
import { BOARD_LANGUAGES } from '../../meeting/boardLanguage.ts';
import {
  APPROVAL_RULES,
  BODY_KINDS,
  BODY_ROLES,
  DEADLINE_KINDS,
  NUMBER_RESTARTS,
  NUMBER_SIGNS,
  OPENNESS,
  QUORUM_KINDS,
  SECTION_ROLES,
  SUBSTITUTE_RULES,
  SUBSTITUTE_WORDS,
} from '../../meeting/words.ts';

// The profile's plain data as it is read where this device gives it back: orders, and what was last seen. Apart from meeting/schemas.ts, which the first
// agenda needs.

type Read<Output> = v.GenericSchema<unknown, Output>;

const textOrNull = v.nullable(v.string());
const person = v.object({ id: textOrNull, name: v.string(), email: textOrNull });

export const bodyMember = v.object({
  person,
  roles: v.array(v.picklist(BODY_ROLES)),
  votes: v.boolean(),
  party: textOrNull,
  substitute: v.nullable(person),
}) satisfies Read<BodyMember>;

export const bodyRules = v.object({
  // Rules that were kept before bodies told what they are.
  kind: v.optional(v.nullable(v.picklist(BODY_KINDS)), null),
  quorum: v.object({ kind: v.picklist(QUORUM_KINDS), atLeast: v.nullable(v.number()), chairRequired: v.boolean() }),
  sections: v.array(v.object({ role: v.picklist(SECTION_ROLES), heading: textOrNull })),
  numbering: v.object({
    before: v.exactOptional(v.string()),
    levels: v.array(v.nullable(v.picklist(NUMBER_SIGNS))),
    between: textOrNull,
    behind: v.string(),
    breaks: v.boolean(),
    restart: v.picklist(NUMBER_RESTARTS),
    from: v.number(),
  }),
  openness: v.picklist(OPENNESS),
  castingVote: v.optional(v.boolean(), false),
  approval: v.picklist(APPROVAL_RULES),
  deadlines: v.array(v.object({ what: v.picklist(DEADLINE_KINDS), days: v.number() })),
  substitutes: v.picklist(SUBSTITUTE_RULES),
  substituteWord: v.picklist(SUBSTITUTE_WORDS),
  // Rules that were kept before bodies had a language are Danish.
  language: v.optional(v.picklist(BOARD_LANGUAGES), 'da'),
}) satisfies Read<BodyRules>;

const unreadRow = v.object({ list: v.string(), row: v.string(), column: v.string(), wholeRow: v.boolean(), webUrl: textOrNull });
const keptProfile = v.object({
  profile: v.object({ members: v.array(bodyMember), rules: bodyRules }),
  isPrepared: v.boolean(),
  unread: v.array(unreadRow),
}) satisfies Read<KeptProfile>;

/** What the device kept of a profile; null where it cannot be read. */
export function readKept(stored: unknown): KeptProfile | null {
  const found = v.safeParse(keptProfile, stored);
  return found.success ? found.output : null;
}
