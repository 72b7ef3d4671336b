import { useCallback, useEffect, useMemo, useState } from 'react';
import { useCommands } from './CommandsContext.tsx';
import { createDraftKeeper } from './draftKeeper.ts';

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
  const keeper = useMemo(() => createDraftKeeper(drafts, key), [drafts, key]);
  const [state, setState] = useState({ key, text: initial, ready: false, restored: false });

  useEffect(() => {
    let gone = false;
    const settle = (kept: string | null) => {
      if (gone) return;
      setState((now) => {
        if (now.key === key && keeper.waits()) return { ...now, ready: true };
        return kept === null
          ? { key, text: now.key === key ? now.text : initial, ready: true, restored: false }
          : { key, text: kept, ready: true, restored: true };
      });
    };
    // A store that cannot be read must not keep anybody from typing.
    drafts.read(key).then(settle, () => settle(null));
    const unwatch = keeper.watchPage();
    return () => {
      gone = true;
      keeper.flush();
      unwatch();
    };
    // `initial` is the first value only, as with useState.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [drafts, key, keeper]);

  const change = useCallback(
    (text: string) => {
      keeper.change(text);
      setState((now) => ({ ...now, key, text }));
    },
    [keeper, key],
  );

  const drop = useCallback(() => {
    keeper.drop();
    setState({ key, text: initial, ready: true, restored: false });
  }, [keeper, key, initial]);

  return { text: state.key === key ? state.text : initial, ready: state.key === key && state.ready, restored: state.restored, change, drop };
}
