import type { Apology, ApologyScope, MeetingPointer, Person } from '../../meeting/meeting.ts';
import { itemsNamed } from '../../meeting/scopeMarks.ts';
import type { ReceivedWay } from '../../meeting/words.ts';
import { asInstant } from '../../storage/row.ts';
import { apologyId } from '../../storage/apologyRow.ts';

export interface ApologyWords {
  readonly person: Person;
  readonly scope: ApologyScope;
  readonly substitute: string | null;
  readonly enteredBy: string;
  /** ISO instants: of sending it, and of the beginning of the meeting it is for. */
  readonly at: string;
  readonly givenFor: string;
  /** How it came, where somebody else enters it. */
  readonly way?: ReceivedWay | undefined;
}

/** The record of an apology. Throws TypeError for a part of a meeting without items: it would read as the whole. */
export async function apologyOf(pointer: MeetingPointer, words: ApologyWords): Promise<Apology> {
  const { scope } = words;
  if (scope.kind !== 'meeting' && itemsNamed(scope).length === 0 && !(scope.kind === 'part' && (scope.arrives !== null || scope.leaves !== null)))
    throw new TypeError('An apology for a part of the meeting names its items, or a time');
  // As a dateTime column keeps it: what is held against it is read from one.
  const givenFor = asInstant(words.givenFor);
  return {
    id: await apologyId(pointer.key, words.person),
    person: words.person,
    scope: words.scope,
    substitute: words.substitute === null || words.substitute.trim() === '' ? null : words.substitute.trim(),
    receivedAt: words.at,
    enteredBy: words.enteredBy,
    withdrawnAt: null,
    ...(givenFor !== null && { givenFor }),
    ...(words.way !== undefined && { way: words.way }),
  };
}
