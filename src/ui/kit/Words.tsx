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

/** How words in this language are drawn; null where as they are. */
export function useDanishWords(lang: string): Draw | null {
  const now = useSyncExternalStore(
    listen,
    () => draw,
    () => null,
  );
  return lang === 'da' ? now : null;
}

/** Words that somebody has written, in their language. Danish ones part at a hyphen where they are too long for a line, also where the browser knows no Danish. */
export function Words({ lang, children }: { lang: string; children: string }): ReactNode {
  const now = useDanishWords(lang);
  return now === null ? children : now(children);
}
