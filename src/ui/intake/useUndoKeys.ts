import type { Dispatch, KeyboardEvent } from 'react';
import { asItemId, type ItemId } from '../../meeting/ids.ts';
import type { Edit } from './editing.ts';

/** A field has a way back of its own; an empty text has none worth having, e.g. the title of a line that was just added. */
const isTyping = (target: EventTarget) =>
  target instanceof HTMLElement &&
  /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) &&
  !(target instanceof HTMLTextAreaElement && target.value === '');

/** Ctrl+Z, Ctrl+Y and Ctrl+Shift+Z outside the fields, which have their own as long as anything stands in them. `onFrom` is called with the line of the agenda they were pressed on. */
export function useUndoKeys(dispatch: Dispatch<Edit>, onFrom: (itemId: ItemId) => void): (key: KeyboardEvent) => void {
  return (key) => {
    if (!(key.ctrlKey || key.metaKey) || isTyping(key.target)) return;
    const letter = key.key.toLowerCase();
    if (letter !== 'z' && letter !== 'y') return;
    key.preventDefault();
    key.stopPropagation();
    if (key.target instanceof HTMLElement && key.target.dataset['line'] !== undefined) onFrom(asItemId(key.target.dataset['line']));
    dispatch({ kind: letter === 'y' || key.shiftKey ? 'redo' : 'undo' });
  };
}
