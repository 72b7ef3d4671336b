import type { Intake, SourceField, SourceSpan } from '../../commands/commands.ts';
import { asItemId, type ItemId } from '../../meeting/ids.ts';
import { litFieldOf, type LitField } from './litField.ts';

/** Words of a line that became a field, or that became none. */
export interface SourcePart {
  readonly text: string;
  readonly itemId: ItemId | null;
  readonly field: LitField | null;
}

/** One line of the paper with the item it went into. */
export interface SourceLine {
  /** 1-based, as `sourceOf` and `unplaced` count. */
  readonly line: number;
  readonly text: string;
  readonly itemId: ItemId | null;
  readonly unplaced: boolean;
  /** The line cut where fields begin and end; together they are its text. */
  readonly parts: readonly SourcePart[];
}

interface FieldSpan extends SourceSpan {
  readonly itemId: ItemId;
  readonly field: SourceField;
}

/**
 * The paper line by line. A line belongs to the item a field of which stands on it; else, where two items claim it, the
 * narrower claim wins: a sub-item before its parent.
 */
export function sourceLines(intake: Pick<Intake, 'source' | 'sourceOf' | 'unplaced' | 'fieldSources'>): readonly SourceLine[] {
  const texts = intake.source === '' ? [] : intake.source.split('\n');
  const owner = new Map<number, { readonly itemId: ItemId; readonly width: number }>();
  const claim = (itemId: ItemId, span: { readonly fromLine: number; readonly toLine: number }, width: number) => {
    for (let line = Math.max(1, span.fromLine); line <= Math.min(texts.length, span.toLine); line += 1) {
      const other = owner.get(line);
      if (!other || width < other.width) owner.set(line, { itemId, width });
    }
  };
  const spansOn = new Map<number, FieldSpan[]>();
  for (const [id, span] of Object.entries(intake.sourceOf)) claim(asItemId(id), span, span.toLine - span.fromLine);
  for (const [id, fields] of Object.entries(intake.fieldSources)) {
    for (const [field, spans] of Object.entries(fields) as [SourceField, readonly SourceSpan[]][]) {
      for (const span of spans) {
        claim(asItemId(id), span, -1);
        const own: FieldSpan = { ...span, itemId: asItemId(id), field };
        for (let line = Math.max(1, span.fromLine); line <= Math.min(texts.length, span.toLine); line += 1)
          spansOn.set(line, [...(spansOn.get(line) ?? []), own]);
      }
    }
  }
  const unplaced = new Set(intake.unplaced.map((entry) => entry.line));
  let next = 0;
  return texts.map((text, index) => {
    const start = next;
    next += text.length + 1;
    const line = index + 1;
    return {
      line,
      text,
      itemId: owner.get(line)?.itemId ?? null,
      unplaced: unplaced.has(line),
      parts: partsOf(text, start, spansOn.get(line) ?? []),
    };
  });
}

/** Cuts a line where fields begin and end; where two fields claim the same words, the shorter one has them. */
function partsOf(text: string, start: number, spans: readonly FieldSpan[]): readonly SourcePart[] {
  if (spans.length === 0) return [{ text, itemId: null, field: null }];
  const within = (offset: number) => Math.min(Math.max(offset - start, 0), text.length);
  const edges = [...new Set([0, text.length, ...spans.flatMap((span) => [within(span.from), within(span.to)])])].sort((a, b) => a - b);
  return edges.slice(1).map((to, index) => {
    const at = edges[index] ?? 0;
    const [best] = spans.filter((span) => within(span.from) <= at && within(span.to) >= to).sort((a, b) => a.to - a.from - (b.to - b.from));
    return { text: text.slice(at, to), itemId: best?.itemId ?? null, field: best ? litFieldOf(best.field) : null };
  });
}
