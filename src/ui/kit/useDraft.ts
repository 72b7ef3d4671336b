import { useCallback, useEffect, useRef, useState } from 'react';
import { useCommands } from './CommandsContext.tsx';

const PAUSE = 300;

export interface Draft {
  readonly text: string;
  /** True once what was kept has been read; until then `text` is the initial text. */
  readonly ready: boolean;
  /** True where the text came from an earlier, unsent visit. */
  readonly restored: boolean;
  readonly change: (text: string) => void;
  /** Call when the text has been sent or given up. */
  readonly drop: () => void;
}

/**
 * Text that survives a closed pane and a reload: kept 300 ms after the last key, and at once when the page is hidden
 * or the field goes away. What the person types while the kept text is being read wins over it.
 *
 * @param key names the meeting and the field, e.g. `apology:<key>`
 * @param initial the text before anybody typed
 */
export function useDraft(key: string, initial = ''): Draft {
  const { drafts } = useCommands();
  const [state, setState] = useState({ key, text: initial, ready: false, restored: false });
  const unsaved = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    const text = unsaved.current;
    unsaved.current = null;
    if (text !== null) void drafts.write(key, text);
  }, [drafts, key]);

  useEffect(() => {
    let gone = false;
    const settle = (kept: string | null) => {
      if (gone) return;
      setState((now) => {
        if (now.key === key && unsaved.current !== null) return { ...now, ready: true };
        return kept === null
          ? { key, text: now.key === key ? now.text : initial, ready: true, restored: false }
          : { key, text: kept, ready: true, restored: true };
      });
    };
    // A store that cannot be read must not keep anybody from typing.
    drafts.read(key).then(settle, () => settle(null));
    const onHidden = () => {
      if (document.visibilityState === 'hidden') flush();
    };
    addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', onHidden);
    return () => {
      gone = true;
      flush();
      removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', onHidden);
    };
    // `initial` is the first value only, as with useState.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [drafts, key, flush]);

  const change = useCallback(
    (text: string) => {
      unsaved.current = text;
      setState((now) => ({ ...now, key, text }));
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, PAUSE);
    },
    [flush, key],
  );

  const drop = useCallback(() => {
    clearTimeout(timer.current);
    unsaved.current = null;
    setState({ key, text: initial, ready: true, restored: false });
    void drafts.drop(key);
  }, [drafts, key, initial]);

  return { text: state.key === key ? state.text : initial, ready: state.key === key && state.ready, restored: state.restored, change, drop };
}
