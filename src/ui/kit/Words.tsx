import { useSyncExternalStore, type ReactNode } from 'react';

type Draw = (words: string) => ReactNode;

let draw: Draw | null = null;
const listeners = new Set<() => void>();
const listen = (changed: () => void) => {
  listeners.add(changed);
  return () => void listeners.delete(changed);
};

/** From now on Danish words are drawn so (kit/hyphenation.tsx); null draws them as they are. */
export function drawDanishWords(next: Draw | null): void {
  draw = next;
  for (const changed of listeners) changed();
}

/** Words that somebody has written, in their language. Danish ones part at a hyphen where they are too long for a line, also where the browser knows no Danish. */
export function Words({ lang, children }: { lang: string; children: string }): ReactNode {
  const now = useSyncExternalStore(listen, () => draw);
  return now !== null && lang === 'da' ? now(children) : children;
}
