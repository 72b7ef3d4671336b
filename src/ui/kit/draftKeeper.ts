import type { Drafts } from '../../commands/commands.ts';

const PAUSE = 300;

/** What is being typed at one place, written to the device. */
export interface DraftKeeper {
  /** Written 300 ms after the last key. */
  readonly change: (text: string) => void;
  /** Is there anything that has not been handed to the device yet? */
  readonly waits: () => boolean;
  readonly flush: () => void;
  readonly drop: () => void;
  /** Begins to write at once when the page is hidden, since it may be ended without a word; the answer ends that. */
  readonly watchPage: () => () => void;
}

/** @param key names the meeting and the field */
export function createDraftKeeper(drafts: Drafts, key: string): DraftKeeper {
  let unsaved: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    clearTimeout(timer);
    const text = unsaved;
    unsaved = null;
    if (text !== null) void drafts.write(key, text);
  };
  return {
    change(text) {
      unsaved = text;
      clearTimeout(timer);
      timer = setTimeout(flush, PAUSE);
    },
    waits: () => unsaved !== null,
    flush,
    drop() {
      clearTimeout(timer);
      unsaved = null;
      void drafts.drop(key);
    },
    watchPage() {
      const onHidden = () => {
        if (document.visibilityState === 'hidden') flush();
      };
      addEventListener('pagehide', flush);
      document.addEventListener('visibilitychange', onHidden);
      return () => {
        removeEventListener('pagehide', flush);
        document.removeEventListener('visibilitychange', onHidden);
      };
    },
  };
}
