// Where a value stood: its place in the source, found again inside the lines it was read from.
import type { Block } from './blocks.ts';
import type { Span } from './paper.ts';

/** The span of a value inside its blocks, or of the blocks' lines when it does not stand there word for word. */
export function spanOf(source: string, blocks: readonly Block[], value: string | null, confidence: number): Span | null {
  const lines = blocks.flatMap((block) => block.lines);
  if (lines.length === 0) return null;
  let from = Infinity;
  let to = 0;
  let firstLine = Infinity;
  let lastLine = 0;
  for (const line of lines) {
    from = Math.min(from, line.from);
    to = Math.max(to, line.to);
    firstLine = Math.min(firstLine, line.number);
    lastLine = Math.max(lastLine, line.number);
  }
  if (value !== null && value.length > 0 && value.length < 2_000 && to - from < 20_000) {
    const words = value
      .trim()
      .split(/\s+/)
      .map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
    const found = new RegExp(words.join('[\\s*_#>|\\u00ad\\u200b]+'), 'u').exec(source.slice(from, to));
    if (found) {
      const at = from + found.index;
      const before = source.slice(from, at).split('\n').length - 1;
      const inside = found[0].split('\n').length - 1;
      return { from: at, to: at + found[0].length, firstLine: firstLine + before, lastLine: firstLine + before + inside, confidence };
    }
  }
  return { from, to, firstLine, lastLine, confidence: Math.min(confidence, 0.8) };
}
