import type { Intake } from '../../commands/commands.ts';
import { asItemId, type ItemId } from '../../meeting/ids.ts';

/** One line of the paper with the item it went into. */
export interface SourceLine {
  /** 1-based, as `sourceOf` and `unplaced` count. */
  readonly line: number;
  readonly text: string;
  readonly itemId: ItemId | null;
  readonly unplaced: boolean;
}

/** The paper line by line. Where two items claim a line, the narrower claim wins: a sub-item before its parent. */
export function sourceLines(intake: Pick<Intake, 'source' | 'sourceOf' | 'unplaced'>): readonly SourceLine[] {
  const texts = intake.source === '' ? [] : intake.source.split('\n');
  const owner = new Map<number, { readonly itemId: ItemId; readonly width: number }>();
  for (const [itemId, span] of Object.entries(intake.sourceOf)) {
    const width = span.toLine - span.fromLine;
    for (let line = Math.max(1, span.fromLine); line <= Math.min(texts.length, span.toLine); line += 1) {
      const other = owner.get(line);
      if (!other || width < other.width) owner.set(line, { itemId: asItemId(itemId), width });
    }
  }
  const unplaced = new Set(intake.unplaced.map((entry) => entry.line));
  return texts.map((text, index) => ({
    line: index + 1,
    text,
    itemId: owner.get(index + 1)?.itemId ?? null,
    unplaced: unplaced.has(index + 1),
  }));
}
