/** How two versions of a value are compared and made one. All three functions are pure. */
export interface AutosaveRules<Value> {
  same(one: Value, other: Value): boolean;
  /** Holds both against what they began with: one value, or both with what they agree on in each. */
  merge(
    base: Value,
    mine: Value,
    theirs: Value,
  ): { readonly kind: 'merged'; readonly value: Value } | { readonly kind: 'clash'; readonly mine: Value; readonly theirs: Value };
  /** Every word of both. */
  both(mine: Value, theirs: Value): Value;
}

/** One order to store: what stood in the field, and what was sent for it (the same, or that with what others had stored). */
export interface Sent<Value> {
  readonly from: Value;
  readonly value: Value;
}

/** What the device keeps, enough to go on from after the pane was closed at any moment. */
export interface AutosaveDraft<Value> {
  readonly mine: Value;
  /** What my words are held against. */
  readonly base: Value;
  readonly sent: readonly Sent<Value>[];
}

/**
 * One field that saves itself. `base` is the only memory of what my words are held against: whatever of mine differs from it is
 * not known to be stored, and it is an ancestor both of `mine` and of `stored`.
 */
export interface Autosave<Value> {
  readonly base: Value;
  /** What stands in the field. */
  readonly mine: Value;
  /** The newest that is known to be stored. */
  readonly stored: Value;
  /** What I ordered and have not seen stored, oldest first. */
  readonly sent: readonly Sent<Value>[];
  /** What the newest order is held against. */
  readonly onto: Value;
  /** `sending`: an answer is awaited. `kept`: all of `sent` waits in the outbox. `checking`: it has left the outbox, and a reading tells whether it was stored. */
  readonly order: 'none' | 'sending' | 'kept' | 'checking';
  /** There are words to be sent as soon as no answer is awaited. */
  readonly due: boolean;
  /** Only a person gets on from here: a refusal, or two texts of which they choose. */
  readonly halted: { readonly kind: 'refused' } | { readonly kind: 'asking'; readonly mine: Value; readonly theirs: Value } | null;
}

export type AutosaveEvent<Value> =
  | { readonly kind: 'typed'; readonly value: Value }
  /** The typing has come to a pause, the field was left, or the person asked for another try. */
  | { readonly kind: 'paused' }
  | { readonly kind: 'sendSucceeded'; readonly stored: Value }
  /** The order waits in the outbox, which tries by itself. */
  | { readonly kind: 'kept' }
  /** The order was handed back. */
  | { readonly kind: 'refused' }
  /** The order was handed back because `stored` stands there now. */
  | { readonly kind: 'conflict'; readonly stored: Value }
  /** Nothing waits in the outbox any more: stored, or given up. */
  | { readonly kind: 'outboxEmptied' }
  /** The newest reading, in which others may have written. */
  | { readonly kind: 'read'; readonly stored: Value }
  /** The draft of an earlier visit. */
  | { readonly kind: 'restored'; readonly draft: AutosaveDraft<Value> }
  /** A person has seen both texts and chosen. */
  | { readonly kind: 'chosen'; readonly value: Value };

export type AutosaveAction<Value> =
  | { readonly kind: 'keepDraft'; readonly draft: AutosaveDraft<Value> }
  | { readonly kind: 'dropDraft' }
  /** Store `value`, held against `onto`. */
  | { readonly kind: 'send'; readonly value: Value; readonly onto: Value }
  /** Read what is stored; a reading that was begun earlier does not tell. */
  | { readonly kind: 'read' }
  /** Show both texts: `state.halted` has them. */
  | { readonly kind: 'ask' };

export interface AutosaveStep<Value> {
  readonly state: Autosave<Value>;
  readonly actions: readonly AutosaveAction<Value>[];
}

/** A field nobody has typed in. */
export function autosaveOf<Value>(stored: Value): Autosave<Value> {
  return { base: stored, mine: stored, stored, sent: [], onto: stored, order: 'none', due: false, halted: null };
}

/** Is anything of mine not known to be stored? */
export function isUnsaved<Value>(state: Autosave<Value>, { same }: AutosaveRules<Value>): boolean {
  return state.sent.length > 0 || !same(state.mine, state.base);
}

/**
 * What becomes of a field when something happens, and what is to be done about it. Pure: whoever runs it carries out the actions in
 * order and tells how they ended. Neither of two people loses a word: what differs is merged, or both texts are shown. The text under a
 * person's cursor changes only when all of it is stored.
 */
export function autosave<Value>(state: Autosave<Value>, event: AutosaveEvent<Value>, rules: AutosaveRules<Value>): AutosaveStep<Value> {
  switch (event.kind) {
    case 'typed':
      return typed(state, event.value, rules);
    case 'paused':
      return proceed({ ...state, due: true, halted: state.halted?.kind === 'refused' ? null : state.halted }, rules);
    case 'sendSucceeded':
      return succeeded(state, event.stored, rules);
    case 'kept':
      return proceed({ ...state, order: 'kept' }, rules);
    case 'refused':
      return keeping({ ...handedBack(state), due: false, halted: { kind: 'refused' } });
    case 'conflict':
      return conflicted(state, event.stored, rules);
    case 'outboxEmptied':
      return state.order === 'kept' ? { state: { ...state, order: 'checking' }, actions: [{ kind: 'read' }] } : { state, actions: [] };
    case 'read':
      return read(state, event.stored, rules);
    case 'restored':
      return restored(state, event.draft, rules);
    case 'chosen':
      return chosen(state, event.value, rules);
  }
}

function typed<Value>(state: Autosave<Value>, mine: Value, rules: AutosaveRules<Value>): AutosaveStep<Value> {
  const next: Autosave<Value> = { ...state, mine, due: false, halted: null };
  if (state.halted?.kind === 'asking') return keeping({ ...next, halted: clashOf(next, rules) });
  return state.order === 'none' && rules.same(mine, state.stored) ? atRest(mine) : keeping(next);
}

function succeeded<Value>(state: Autosave<Value>, stored: Value, rules: AutosaveRules<Value>): AutosaveStep<Value> {
  const base = state.sent.at(-1)?.from ?? state.base;
  if (rules.same(state.mine, base)) return atRest(stored);
  // Typed on meanwhile: what was sent is what both the field and the store build on.
  return alsoKeeping(proceed({ ...state, base, stored, sent: [], order: 'none' }, rules));
}

function conflicted<Value>(state: Autosave<Value>, stored: Value, rules: AutosaveRules<Value>): AutosaveStep<Value> {
  // Refused for the very words it was held against, as one who reads them otherwise than the store would be time and again: a person must look.
  const nothingNew = rules.same(stored, state.onto);
  const next = recognised({ ...handedBack(state), stored }, rules);
  if (nothingNew) return asking({ ...next, due: false }, next.mine, stored);
  return alsoKeeping(proceed({ ...next, due: true }, rules));
}

function read<Value>(state: Autosave<Value>, stored: Value, rules: AutosaveRules<Value>): AutosaveStep<Value> {
  // Begun before or after the order was carried out? The answer to the order tells more.
  if (state.order === 'sending' || state.order === 'kept') return { state, actions: [] };
  const checked = state.order === 'checking';
  const seen = recognised({ ...state, stored, order: 'none' }, rules);
  if (!isUnsaved(seen, rules)) return checked || state.halted !== null ? atRest(stored) : { state: autosaveOf(stored), actions: [] };
  // What was ordered and is not there is ordered again, unless more is being typed: then a pause will come.
  const ordered = state.sent.at(-1);
  const due = seen.due || seen.halted?.kind === 'asking' || (checked && ordered !== undefined && rules.same(seen.mine, ordered.from));
  return proceed({ ...seen, due }, rules);
}

function restored<Value>(state: Autosave<Value>, draft: AutosaveDraft<Value>, rules: AutosaveRules<Value>): AutosaveStep<Value> {
  const typedMeanwhile = !rules.same(state.mine, state.base);
  const apart = typedMeanwhile ? rules.merge(state.base, state.mine, draft.mine) : null;
  const mine = apart === null ? draft.mine : apart.kind === 'merged' ? apart.value : rules.both(state.mine, draft.mine);
  // Typed since, a pause will come; else what was left behind goes now.
  const next: Autosave<Value> = { ...state, mine, base: draft.base, sent: draft.sent, due: !typedMeanwhile };
  // Where something was sent, only a reading begun now tells whether it arrived.
  if (draft.sent.length > 0)
    return { state: { ...next, order: 'checking' }, actions: [{ kind: 'keepDraft', draft: draftOf(next) }, { kind: 'read' }] };
  return alsoKeeping(proceed(next, rules));
}

function chosen<Value>(state: Autosave<Value>, value: Value, rules: AutosaveRules<Value>): AutosaveStep<Value> {
  const before = state.order === 'kept' ? state.sent.at(-1) : undefined;
  const next: Autosave<Value> = { ...state, mine: value, due: true, halted: null };
  // What was chosen over is what it is held against now.
  if (before) return proceed({ ...next, sent: [...state.sent.slice(0, -1), { from: before.value, value: before.value }] }, rules);
  return alsoKeeping(proceed({ ...next, base: state.stored, sent: [] }, rules));
}

/** What the next order builds on: the one that waits in the outbox will be stored before it. */
function ground<Value>({ order, sent, base, stored }: Autosave<Value>): { readonly from: Value; readonly onto: Value; readonly waits: boolean } {
  const last = order === 'kept' ? sent.at(-1) : undefined;
  return last ? { from: last.from, onto: last.value, waits: true } : { from: base, onto: stored, waits: false };
}

/** The two texts a person must choose of, or null where they are one by now. */
function clashOf<Value>(state: Autosave<Value>, rules: AutosaveRules<Value>): Autosave<Value>['halted'] {
  const { from, onto } = ground(state);
  const merge = rules.merge(from, state.mine, onto);
  return merge.kind === 'clash' ? { kind: 'asking', mine: merge.mine, theirs: merge.theirs } : null;
}

/** Sends what is due, asks where it cannot be one with what is stored, and is at rest where nothing is left to say. */
function proceed<Value>(state: Autosave<Value>, rules: AutosaveRules<Value>): AutosaveStep<Value> {
  if (state.order === 'sending' || state.order === 'checking') return { state, actions: [] };
  const { from, onto, waits } = ground(state);
  if (rules.same(state.mine, from)) return waits ? { state: { ...state, due: false }, actions: [] } : atRest(state.stored);
  if (!state.due) return { state, actions: [] };
  const merge = rules.merge(from, state.mine, onto);
  if (merge.kind === 'clash') return asking({ ...state, due: false }, merge.mine, merge.theirs);
  if (!waits && rules.same(merge.value, onto)) return atRest(state.stored);
  const next: Autosave<Value> = {
    ...state,
    sent: [...(waits ? state.sent : recognisable(state.sent)), { from: state.mine, value: merge.value }],
    onto,
    order: 'sending',
    due: false,
    halted: null,
  };
  return {
    state: next,
    actions: [
      { kind: 'keepDraft', draft: draftOf(next) },
      { kind: 'send', value: merge.value, onto },
    ],
  };
}

/** An order of mine that arrived although nobody heard of it is no other person's words. */
function recognised<Value>(state: Autosave<Value>, { same }: AutosaveRules<Value>): Autosave<Value> {
  const mine = [...state.sent].reverse().find(({ value }) => same(value, state.stored));
  return mine ? { ...state, base: mine.from, sent: [] } : state;
}

/** Enough of the latest orders to know one's own words by. */
const recognisable = <Value>(sent: readonly Sent<Value>[]): readonly Sent<Value>[] => sent.slice(-3);

const handedBack = <Value>(state: Autosave<Value>): Autosave<Value> => ({ ...state, sent: state.sent.slice(0, -1), order: 'none' });
const draftOf = <Value>({ mine, base, sent }: Autosave<Value>): AutosaveDraft<Value> => ({ mine, base, sent });
const atRest = <Value>(stored: Value): AutosaveStep<Value> => ({ state: autosaveOf(stored), actions: [{ kind: 'dropDraft' }] });
const keeping = <Value>(state: Autosave<Value>): AutosaveStep<Value> => ({ state, actions: [{ kind: 'keepDraft', draft: draftOf(state) }] });
const asking = <Value>(state: Autosave<Value>, mine: Value, theirs: Value): AutosaveStep<Value> => {
  const next: Autosave<Value> = { ...state, halted: { kind: 'asking', mine, theirs } };
  return { state: next, actions: [{ kind: 'keepDraft', draft: draftOf(next) }, { kind: 'ask' }] };
};
/** The draft follows what it is held against, where the step itself did not see to it. */
function alsoKeeping<Value>(step: AutosaveStep<Value>): AutosaveStep<Value> {
  const seenTo = step.actions.some(({ kind }) => kind === 'keepDraft' || kind === 'dropDraft');
  return seenTo ? step : { ...step, actions: [{ kind: 'keepDraft', draft: draftOf(step.state) }, ...step.actions] };
}
