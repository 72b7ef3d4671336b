import { useEffect, useRef, useState } from 'react';
import type { ItemId } from '../../meeting/ids.ts';

/** What can be done to an item in its place. */
export type ItemAct = 'edit' | 'close' | 'open';

export interface OpenItems {
  /** The item chosen last, which a wide page shows beside the list. */
  readonly chosen: ItemId | null;
  /** Does it stand unfolded in a pane? */
  readonly isOpen: (id: ItemId) => boolean;
  readonly toggle: (id: ItemId) => void;
  /** Opens it, and its line takes the focus. */
  readonly show: (id: ItemId) => void;
  /** What is being done to this item, if anything. */
  readonly doing: (id: ItemId) => ItemAct | null;
  /** The item whose words are being changed. */
  readonly editing: ItemId | null;
  readonly begin: (id: ItemId, act: ItemAct) => void;
  /** The form has gone: its line takes the focus, so that it is never lost. */
  readonly end: () => void;
}

/** Which items stand open on the agenda's page, and which one is being changed. */
export function useOpenItems(): OpenItems {
  const [open, setOpen] = useState<ReadonlySet<ItemId>>(new Set());
  const [chosen, setChosen] = useState<ItemId | null>(null);
  const [doing, setDoing] = useState<{ readonly id: ItemId; readonly act: ItemAct } | null>(null);
  const wanted = useRef<ItemId | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    document.querySelector<HTMLElement>(`[data-line="${CSS.escape(wanted.current)}"]`)?.focus();
    wanted.current = null;
  });
  return {
    chosen,
    isOpen: (id) => open.has(id),
    toggle: (id) => {
      setChosen(id);
      setOpen((before) => (before.has(id) ? new Set([...before].filter((other) => other !== id)) : new Set([...before, id])));
    },
    show: (id) => {
      wanted.current = id;
      setChosen(id);
      setOpen((before) => new Set([...before, id]));
    },
    doing: (id) => (doing?.id === id ? doing.act : null),
    editing: doing?.act === 'edit' ? doing.id : null,
    begin: (id, act) => {
      setChosen(id);
      setOpen((before) => new Set([...before, id]));
      setDoing({ id, act });
    },
    end: () => {
      wanted.current = doing?.id ?? null;
      setDoing(null);
    },
  };
}
