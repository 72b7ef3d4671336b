import { useEffect, useRef, type RefObject } from 'react';
import type { Lit } from './litField.ts';

/** Goes on the paper. Brings its first lit line into sight where the paper scrolls by itself, unless the reader is in it. */
export function useScrollToLit(lit: Lit | null, scrolls: boolean): RefObject<HTMLDivElement> {
  const paper = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const box = paper.current;
    const first = box?.querySelector<HTMLElement>('[data-lit="true"]');
    if (!box || !first || !scrolls || box.matches(':hover') || box.contains(document.activeElement)) return;
    // Only the paper scrolls: scrollIntoView would move the page under the pointer.
    const above = first.offsetTop < box.scrollTop;
    const below = first.offsetTop + first.offsetHeight > box.scrollTop + box.clientHeight;
    if (above || below) box.scrollTop = first.offsetTop - box.clientHeight / 3;
  }, [lit, scrolls]);
  return paper;
}
