import { autosave, autosaveOf, isUnsaved, type Autosave, type AutosaveDraft, type AutosaveEvent, type AutosaveRules } from '../../device/autosave.ts';
import type { Commands } from '../../commands/commands.ts';
import { isPassing } from '../../meeting/errors.ts';
import { createDraftKeeper, type DraftKeeper } from './draftKeeper.ts';

/** A pause in the writing after which it is stored. */
const PAUSE = 1500;
/** So long lies between two writes of one field at least, whatever is pressed and left: a meeting's typists share what the service gives. */
const APART = 3000;

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
  readonly view: () => AutosaveView<Value>;
  readonly subscribe: (listener: () => void) => () => void;
  /** A screen shows the field; the answer says that it no longer does, and what waits for a pause is sent. */
  readonly attach: () => () => void;
  /** How to store it from now on: the meeting as it was last read changes under way. */
  readonly use: (field: AutosaveField<Value>) => void;
  /** The newest reading. */
  readonly read: (stored: Value) => void;
  /** `now` stores as soon as it may (a button was pressed); otherwise after a pause in the writing. Two writes lie three seconds apart. */
  readonly change: (value: Value, now?: boolean) => void;
  /** Stores what waits for a pause as soon as it may, e.g. when the field is left. */
  readonly flush: () => void;
  readonly retry: () => void;
  readonly choose: (value: Value) => void;
  readonly dropUnreadable: () => void;
}

/** Where the words of a draft lie that could not be read. */
export const unreadableKey = (key: string): string => `${key}:unreadable`;

/**
 * Runs the autosave kernel for one field: draft, timer, outbox and store. It lives on without its screen until nothing is on its way, and a
 * screen that comes back finds it as it was; so what my words are held against is remembered here and in the draft, nowhere else.
 */
export function createAutosaver<Value>(commands: Commands, field: AutosaveField<Value>, stored: Value, onIdle: () => void): Autosaver<Value> {
  return new RunningAutosaver(commands, field, stored, onIdle);
}

class RunningAutosaver<Value> implements Autosaver<Value> {
  readonly #commands: Commands;
  readonly #key: string;
  readonly #keeper: DraftKeeper;
  readonly #onIdle: () => void;
  readonly #listeners = new Set<() => void>();
  #field: AutosaveField<Value>;
  #state: Autosave<Value>;
  #lastRead: Value;
  #error: unknown = null;
  #saved = false;
  #unreadable: string | null = null;
  #screens = 0;
  #loaded = false;
  /** Runs while there is typing that has not come to a pause. */
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Runs for three seconds after each write. */
  #rest: ReturnType<typeof setTimeout> | undefined;
  /** There was a pause, or a press, that is to be stored when the rest is over. */
  #waits = false;
  #stopWatching: (() => void) | null = null;
  #view: AutosaveView<Value> | null = null;

  constructor(commands: Commands, field: AutosaveField<Value>, stored: Value, onIdle: () => void) {
    this.#commands = commands;
    this.#key = field.key;
    this.#keeper = createDraftKeeper(commands.drafts, field.key);
    this.#onIdle = onIdle;
    this.#field = field;
    this.#state = autosaveOf(stored);
    this.#lastRead = stored;
  }

  // Handed out as functions on their own, since a screen passes them on.
  readonly view = (): AutosaveView<Value> => {
    const { halted, mine } = this.#state;
    const clash = halted?.kind === 'asking' ? { mine: halted.mine, theirs: halted.theirs } : null;
    return (this.#view ??= { value: mine, saving: this.#saving(), clash, unreadable: this.#unreadable });
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly attach = (): (() => void) => {
    this.#screens += 1;
    if (this.#stopWatching === null) {
      const stops = [this.#keeper.watchPage(), this.#commands.outbox.onChange(() => this.#outboxMayBeEmpty())];
      this.#stopWatching = () => stops.forEach((stop) => stop());
    }
    void this.#load();
    return () => {
      this.#screens -= 1;
      this.flush();
      this.#changed();
    };
  };

  readonly use = (field: AutosaveField<Value>): void => {
    this.#field = field;
  };

  readonly read = (newest: Value): void => {
    if (this.#field.rules.same(newest, this.#lastRead)) return;
    this.#lastRead = newest;
    this.#tell({ kind: 'read', stored: newest });
  };

  readonly change = (value: Value, now = false): void => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.flush, PAUSE);
    this.#tell({ kind: 'typed', value });
    if (now) this.flush();
  };

  readonly flush = (): void => {
    if (this.#timer === undefined && !this.#waits) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waits = this.#rest !== undefined;
    if (this.#waits) this.#changed();
    else this.#tell({ kind: 'paused' });
  };

  readonly retry = (): void => this.#tell({ kind: 'paused' });
  readonly choose = (value: Value): void => this.#tell({ kind: 'chosen', value });

  readonly dropUnreadable = (): void => {
    this.#unreadable = null;
    void this.#commands.drafts.drop(unreadableKey(this.#key));
    this.#changed();
  };

  #tell(event: AutosaveEvent<Value>): void {
    const { rules, print } = this.#field;
    const wasUnsaved = isUnsaved(this.#state, rules);
    const { state, actions } = autosave(this.#state, event, rules);
    this.#state = state;
    if (event.kind === 'typed') this.#saved = false;
    else if (wasUnsaved && !isUnsaved(state, rules)) this.#saved = true;
    for (const action of actions) {
      if (action.kind === 'keepDraft') this.#keeper.change(print(action.draft));
      else if (action.kind === 'dropDraft') this.#keeper.drop();
      else if (action.kind === 'send') void this.#send(action.value, action.onto);
      else if (action.kind === 'read') void this.#fetch();
      // 'ask' is on the screen with the next drawing: the view has both texts.
    }
    this.#changed();
  }

  #beginRest(): void {
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => {
      this.#rest = undefined;
      if (this.#waits) this.flush();
      else this.#changed();
    }, APART);
  }

  async #send(value: Value, onto: Value): Promise<void> {
    this.#beginRest();
    try {
      const stored = await this.#field.send(value, onto);
      this.#tell({ kind: 'sendSucceeded', stored });
    } catch (failure) {
      const standing = this.#field.standing(failure, onto);
      this.#error = failure;
      this.#tell(standing !== null ? { kind: 'conflict', stored: standing } : { kind: isPassing(failure) ? 'kept' : 'refused' });
      this.#outboxMayBeEmpty();
    }
  }

  async #fetch(): Promise<void> {
    try {
      this.#tell({ kind: 'read', stored: await this.#field.fetch() });
    } catch {
      // The draft has the words; the next reading tells whether they are stored.
    }
  }

  /** The outbox sends what was kept as soon as it can, and it may have done so before anybody asked. */
  #outboxMayBeEmpty(): void {
    const { pending, sending } = this.#commands.outbox.state();
    if (this.#state.order === 'kept' && pending === 0 && !sending) this.#tell({ kind: 'outboxEmptied' });
  }

  async #load(): Promise<void> {
    if (this.#loaded) return;
    this.#loaded = true;
    const { drafts } = this.#commands;
    const lost = unreadableKey(this.#key);
    // A store that cannot be read must not keep anybody from typing.
    const readAt = (key: string) => drafts.read(key).catch(() => null);
    const [text, left] = await Promise.all([readAt(this.#key), readAt(lost)]);
    const found = text === null ? null : this.#field.parse(text);
    this.#unreadable = left;
    if (found?.kind === 'unreadable') {
      this.#unreadable = left === null ? found.words : `${left}\n\n${found.words}`;
      // Out of the way of what is typed now, and there until a person has taken it.
      void this.#setAside(lost, this.#unreadable);
    }
    if (found?.kind === 'draft') this.#tell({ kind: 'restored', draft: found.draft });
    else this.#changed();
  }

  async #setAside(lost: string, words: string): Promise<void> {
    await this.#commands.drafts.write(lost, words);
    // What has been typed meanwhile took its place.
    if (!this.#keeper.waits() && !isUnsaved(this.#state, this.#field.rules)) await this.#commands.drafts.drop(this.#key);
  }

  #changed(): void {
    this.#view = null;
    this.#listeners.forEach((listener) => listener());
    // A screen that comes back within the rest finds it, and how long ago was written.
    if (this.#screens > 0 || this.#state.order !== 'none' || this.#rest !== undefined) return;
    this.#keeper.flush();
    this.#stopWatching?.();
    this.#stopWatching = null;
    this.#onIdle();
  }

  #saving(): Saving {
    const { halted, order } = this.#state;
    if (halted?.kind === 'refused') return { kind: 'failed', error: this.#error };
    if (this.#timer !== undefined || this.#waits) return { kind: 'typing' };
    if (order === 'sending' || order === 'checking') return { kind: 'saving' };
    if (order === 'kept') return { kind: 'kept' };
    if (isUnsaved(this.#state, this.#field.rules)) return { kind: 'typing' };
    return { kind: this.#saved ? 'saved' : 'quiet' };
  }
}
