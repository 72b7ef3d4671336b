import { useEffect, type RefObject } from 'react';

export interface PanelKeys {
  readonly onNext: () => void;
  readonly onPrevious: () => void;
}

/**
 * The panel's keys, wherever in it one stands: Alt+1 … Alt+9 press the phrase of that place, Alt+0 takes the recommendation, of the decision one
 * is writing or else of the first; Ctrl+Enter goes on, Ctrl+Shift+Enter back. They have a modifier each, so no letter that is typed or spoken is
 * one of them (WCAG 2.1.4).
 */
export function usePanelKeys(panel: RefObject<HTMLElement>, { onNext, onPrevious }: PanelKeys): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const press = keyOf(event);
      if (press === null || panel.current === null) return;
      if (press === 'next') onNext();
      else if (press === 'previous') onPrevious();
      else {
        const button = decisionAt(panel.current)?.querySelector<HTMLElement>(`[data-phrase="${press}"]`);
        if (!button) return;
        button.click();
      }
      event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [panel, onNext, onPrevious]);
}

function keyOf({ key, code, altKey, ctrlKey, metaKey, shiftKey, isComposing }: KeyboardEvent): 'next' | 'previous' | number | null {
  if (isComposing) return null;
  if (key === 'Enter' && (ctrlKey || metaKey) && !altKey) return shiftKey ? 'previous' : 'next';
  // The place of the key, since with Alt some keyboards give another sign. AltGr is Ctrl and Alt, and types signs.
  const [, digit] = /^(?:Digit|Numpad)(\d)$/.exec(code) ?? [];
  return digit !== undefined && altKey && !ctrlKey && !metaKey && !shiftKey ? Number(digit) : null;
}

/** The decision that is being written, else the first. */
function decisionAt(panel: HTMLElement): Element | null {
  const { activeElement } = panel.ownerDocument;
  const own = activeElement?.closest('[data-decision]') ?? null;
  return own !== null && panel.contains(own) ? own : panel.querySelector('[data-decision]');
}
