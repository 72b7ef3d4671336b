import { useState, type Dispatch } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemId } from '../../meeting/ids.ts';
import { useAnnounce } from '../kit/LiveRegion.tsx';
import { assignLine, type LineRole } from './assignLine.ts';
import type { Edit, Editing } from './editing.ts';
import { newItemId } from './newItemId.ts';

export interface Assigning {
  /** Says what a line of the paper is, `to` being the item it belongs to, and tells what became of it. */
  readonly assign: (line: number, role: LineRole, to: ItemId | null) => void;
  /** What the last re-assigned line became, as long as nothing else has been done since. */
  readonly told: string | null;
}

/** Lines of the paper that a person says what are. `onAssigned` is called with the item a line was given to, where that is still there. */
export function useAssigning(editing: Editing, dispatch: Dispatch<Edit>, onAssigned: (itemId: ItemId) => void): Assigning {
  const { t } = useTranslation('intake');
  const announce = useAnnounce();
  const { now, past } = editing;
  const [told, setTold] = useState<{ readonly words: string; readonly at: number } | null>(null);
  const assign = (line: number, role: LineRole, to: ItemId | null) => {
    const step = { line, role, to, newId: newItemId() };
    const after = assignLine(now, step);
    const item = after.agenda.items.find((other) => other.id === to);
    const title = item?.title.trim() === '' ? t('line.untitled') : (item?.title ?? '');
    const words = after === now ? t('assign.same') : t(`assign.done.${role}`, { title });
    setTold({ words, at: past.length + (after === now ? 0 : 1) });
    announce(words);
    dispatch({ kind: 'assign', ...step });
    if (item) onAssigned(item.id);
  };
  return { assign, told: told?.at === past.length ? told.words : null };
}
