import { useEffect, useState, type RefObject } from 'react';
import type { ItemId } from '../../meeting/ids.ts';

/**
 * The item in whose decision I am typing, so that others are told, and it is not taken from under my hands; null while I am not. It begins with the first letter
 * and ends when the focus leaves the decision, or another item comes in hand.
 */
export function useWritingAt(panel: RefObject<HTMLElement>, itemId: ItemId | null): ItemId | null {
  const [writingAt, setWritingAt] = useState<ItemId | null>(null);
  useEffect(() => {
    const decisionOf = (target: EventTarget | null) =>
      target instanceof Element && panel.current?.contains(target) === true ? target.closest('[data-decision]') : null;
    // At the window, after the field itself has been told: drawn before that, it would take the letter back.
    const onInput = ({ target }: Event) => decisionOf(target) !== null && setWritingAt(itemId);
    const onLeave = ({ relatedTarget }: FocusEvent) => decisionOf(relatedTarget) === null && setWritingAt(null);
    window.addEventListener('input', onInput);
    window.addEventListener('focusout', onLeave);
    return () => {
      window.removeEventListener('input', onInput);
      window.removeEventListener('focusout', onLeave);
    };
  }, [panel, itemId]);
  return writingAt === itemId ? writingAt : null;
}
