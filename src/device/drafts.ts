import type { LocalDatabase } from './database.ts';

export interface DraftStore {
  read(key: string): Promise<string | null>;
  write(key: string, text: string): Promise<void>;
  drop(key: string): Promise<void>;
  /** From now on nothing is kept: the person signs out, and a page that goes away writes what is being typed. */
  close(): void;
}

/** A store that has written when it returns, as localStorage has. */
export type Notepad = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * Text as it is being typed, by place ("who:meeting:field"). `owner` keeps two people on one device apart.
 *
 * A page that is closed takes with it what its database had not finished, so each text is noted down at once as well, and
 * struck out when the database has it.
 */
export function createDrafts(database: Promise<LocalDatabase>, owner: () => string, notepad: Notepad | null = pagesNotepad()): DraftStore {
  const keyOf = (key: string) => `${owner()}:${key}`;
  const noteOf = (key: string) => `dagsorden:${keyOf(key)}`;
  let closed = false;
  return {
    read: async (key) => notepad?.getItem(noteOf(key)) ?? (await (await database).get('drafts', keyOf(key)))?.text ?? null,
    write: async (key, text) => {
      if (closed) return;
      const note = noteOf(key);
      putDown(notepad, note, text);
      await (await database).put('drafts', { key: keyOf(key), text, at: Date.now() });
      // Something newer may have been noted meanwhile.
      if (notepad?.getItem(note) === text) notepad.removeItem(note);
    },
    drop: async (key) => {
      notepad?.removeItem(noteOf(key));
      await (await database).delete('drafts', keyOf(key));
    },
    close: () => {
      closed = true;
    },
  };
}

function putDown(notepad: Notepad | null, note: string, text: string): void {
  try {
    notepad?.setItem(note, text);
  } catch {
    // Full: an older note must not come back instead of this text, which the database takes.
    notepad?.removeItem(note);
  }
}

/** Browsers refuse to hand out localStorage where a person has barred it for a frame; then the database must do. */
export function pagesNotepad(): Storage | null {
  try {
    return typeof window === 'undefined' ? null : window.localStorage;
  } catch {
    return null;
  }
}
