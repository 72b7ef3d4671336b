import { useState, type KeyboardEvent, type RefObject } from 'react';
import type { SourceLine } from './sourceLines.ts';

export interface LineFocus {
  /** The one line that is in the tab order; the arrows walk the others. Null where the paper has no words. */
  readonly reachable: number | null;
  readonly setCurrent: (line: number) => void;
  readonly focusLine: (line: number | undefined) => void;
  /** Up, down, home and end, pressed on a line. */
  readonly onKeys: (key: KeyboardEvent, line: number) => void;
}

/** The keyboard's way through the lines of the paper that can be chosen: those with words. */
export function useLineFocus(paper: RefObject<HTMLElement>, lines: readonly SourceLine[]): LineFocus {
  const [current, setCurrent] = useState<number | null>(null);
  const choosable = lines.filter(({ text }) => text.trim() !== '');
  const focusLine = (line: number | undefined) => {
    if (line !== undefined) paper.current?.querySelector<HTMLElement>(`[data-source-line="${line}"]`)?.focus();
  };
  const onKeys = (key: KeyboardEvent, line: number) => {
    if (key.ctrlKey || key.metaKey || key.altKey) return;
    const at = choosable.findIndex((other) => other.line === line);
    const next = { ArrowUp: choosable[at - 1], ArrowDown: choosable[at + 1], Home: choosable[0], End: choosable.at(-1) }[key.key];
    if (!next) return;
    key.preventDefault();
    focusLine(next.line);
  };
  const reachable = choosable.some(({ line }) => line === current) ? current : (choosable[0]?.line ?? null);
  return { reachable, setCurrent, focusLine, onKeys };
}
