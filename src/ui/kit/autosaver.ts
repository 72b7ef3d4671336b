import { autosave, autosaveOf, isUnsaved, type Autosave, type AutosaveDraft, type AutosaveEvent, type AutosaveRules } from '../../device/autosave.ts';
import type { Commands } from '../../commands/commands.ts';
import { isPassing } from '../../meeting/errors.ts';
import { createDraftKeeper } from './draftKeeper.ts';

/** A pause in the writing after which it is stored. */
const PAUSE = 1500;

/** What a draft's text held: what to go on from, or words that cannot be put back where they stood. */
export type DraftRead<Value> =
  { readonly kind: 'draft'; readonly draft: AutosaveDraft<Value> } | { readonly kind: 'unreadable'; readonly words: string };

/** One kind of field: how its values are compared, kept and stored. */
export interface AutosaveField<Value> {
  /** Names the meeting and the field: where the draft lies. */
  readonly key: string;
  readonly rules: AutosaveRules<Value>;
  readonly print: (draft: AutosaveDraft<Value>) => string;
  readonly parse: (text: string) => DraftRead<Value>;
  /** Stores `value`, held against `onto`; answers what is stored. */
  readonly send: (value: Value, onto: Value) => Promise<Value>;
  /** What stands there, where the failure says that somebody else has written; otherwise null. */
  readonly standing: (error: unknown, onto: Value) => Value | null;
  readonly fetch: () => Promise<Value>;
}

export type Saving = { readonly kind: 'quiet' | 'typing' | 'saving' | 'saved' | 'kept' } | { readonly kind: 'failed'; readonly error: unknown };

/** A field as it is to be shown. */
export interface AutosaveView<Value> {
  readonly value: Value;
  readonly saving: Saving;
  /** Two texts of which a person must choose. */
  readonly clash: { readonly mine: Value; readonly theirs: Value } | null;
  /** Words of an earlier visit that could not be put back. */
  readonly unreadable: string | null;
}

export interface Autosaver<Value> {
  view(): AutosaveView<Value>;
  subscribe(listener: () => void): () => void;
  /** A screen shows the field; the answer says that it no longer does, and what waits for a pause is sent. */
  attach(): () => void;
  /** How to store it from now on: the meeting as it was last read changes under way. */
  use(field: AutosaveField<Value>): void;
  /** The newest reading. */
  read(stored: Value): void;
  /** `now` stores at once (a button was pressed); otherwise after a pause in the writing. */
  change(value: Value, now?: boolean): void;
  /** Stores what waits for a pause, e.g. when the field is left. */
  flush(): void;
  retry(): void;
  choose(value: Value): void;
  dropUnreadable(): void;
}

/** Where the words of a draft lie that could not be read. */
export const unreadableKey = (key: string): string => `${key}:unreadable`;

/**
 * Runs the autosave kernel for one field: draft, timer, outbox and store. It lives on without its screen until nothing is on its way, and a screen that
 * comes back finds it as it was; so what my words are held against is remembered here and in the draft, nowhere else.
 */
export function createAutosaver<Value>(commands: Commands, first: AutosaveField<Value>, stored: Value, onIdle: () => void): Autosaver<Value> {
  const keeper = createDraftKeeper(commands.drafts, first.key);
  const listeners = new Set<() => void>();
  let field = first;
  let state: Autosave<Value> = autosaveOf(stored);
  let lastRead = stored;
  let error: unknown = null;
  let saved = false;
  let unreadable: string | null = null;
  let screens = 0;
  let loaded = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopWatching: (() => void) | null = null;
  let shown: AutosaveView<Value> | null = null;

  const isIdle = () => screens === 0 && state.order === 'none';
  const changed = () => {
    shown = null;
    listeners.forEach((listener) => listener());
    if (!isIdle()) return;
    keeper.flush();
    stopWatching?.();
    stopWatching = null;
    onIdle();
  };

  function tell(event: AutosaveEvent<Value>): void {
    const wasUnsaved = isUnsaved(state, field.rules);
    const step = autosave(state, event, field.rules);
    state = step.state;
    if (event.kind === 'typed') saved = false;
    else if (wasUnsaved && !isUnsaved(state, field.rules)) saved = true;
    for (const action of step.actions) {
      if (action.kind === 'keepDraft') keeper.change(field.print(action.draft));
      else if (action.kind === 'dropDraft') keeper.drop();
      else if (action.kind === 'send') void send(action.value, action.onto);
      else if (action.kind === 'read') void fetchNewest();
    }
    changed();
  }

  async function send(value: Value, onto: Value): Promise<void> {
    try {
      const result = await field.send(value, onto);
      tell({ kind: 'sendSucceeded', stored: result });
    } catch (failure) {
      const standing = field.standing(failure, onto);
      error = failure;
      tell(standing !== null ? { kind: 'conflict', stored: standing } : { kind: isPassing(failure) ? 'kept' : 'refused' });
      outboxMayBeEmpty();
    }
  }

  async function fetchNewest(): Promise<void> {
    try {
      tell({ kind: 'read', stored: await field.fetch() });
    } catch {
      // The draft has the words; the next reading tells whether they are stored.
    }
  }

  // The outbox sends what was kept as soon as it can, and it may have done so before anybody asked.
  function outboxMayBeEmpty(): void {
    const { pending, sending } = commands.outbox.state();
    if (state.order === 'kept' && pending === 0 && !sending) tell({ kind: 'outboxEmptied' });
  }

  function load(): void {
    if (loaded) return;
    loaded = true;
    const lost = unreadableKey(first.key);
    const { drafts } = commands;
    // A store that cannot be read must not keep anybody from typing.
    const readAt = (key: string) => drafts.read(key).catch(() => null);
    void Promise.all([readAt(first.key), readAt(lost)]).then(([text, left]) => {
      const found = text === null ? null : field.parse(text);
      const words = [left, found?.kind === 'unreadable' ? found.words : null].filter((each) => each !== null);
      if (words.length > 0) unreadable = words.join('\n\n');
      if (found?.kind === 'unreadable') {
        // Out of the way of what is typed now, and there until a person has taken it.
        void drafts
          .write(lost, words.join('\n\n'))
          .then(() => (keeper.waits() || isUnsaved(state, field.rules) ? undefined : drafts.drop(first.key)));
      }
      if (found?.kind === 'draft') tell({ kind: 'restored', draft: found.draft });
      else changed();
    });
  }

  function flush(): void {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    tell({ kind: 'paused' });
  }

  const saving = (): Saving => {
    if (state.halted?.kind === 'refused') return { kind: 'failed', error };
    if (timer !== undefined) return { kind: 'typing' };
    if (state.order === 'sending' || state.order === 'checking') return { kind: 'saving' };
    if (state.order === 'kept') return { kind: 'kept' };
    if (isUnsaved(state, field.rules)) return { kind: 'typing' };
    return { kind: saved ? 'saved' : 'quiet' };
  };

  return {
    view() {
      const { halted } = state;
      const clash = halted?.kind === 'asking' ? { mine: halted.mine, theirs: halted.theirs } : null;
      return (shown ??= { value: state.mine, saving: saving(), clash, unreadable });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    attach() {
      screens += 1;
      if (stopWatching === null) {
        const stops = [keeper.watchPage(), commands.outbox.onChange(outboxMayBeEmpty)];
        stopWatching = () => stops.forEach((stop) => stop());
      }
      load();
      return () => {
        screens -= 1;
        flush();
        changed();
      };
    },
    use(next) {
      field = next;
    },
    read(newest) {
      if (field.rules.same(newest, lastRead)) return;
      lastRead = newest;
      tell({ kind: 'read', stored: newest });
    },
    change(value, now = false) {
      clearTimeout(timer);
      timer = setTimeout(flush, PAUSE);
      tell({ kind: 'typed', value });
      if (now) flush();
    },
    flush,
    retry: () => tell({ kind: 'paused' }),
    choose: (value) => tell({ kind: 'chosen', value }),
    dropUnreadable() {
      unreadable = null;
      void commands.drafts.drop(unreadableKey(first.key));
      changed();
    },
  };
}
