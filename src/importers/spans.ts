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
    const said = source.slice(from, to);
    const plain = said.indexOf(value);
    if (plain >= 0 && value.trim() === value) return within(said, plain, value.length, from, firstLine, confidence);
    const words = value
      .trim()
      .split(/\s+/)
      .map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
    const found = new RegExp(words.join('[\\s*_#>|\\u00ad\\u200b]+'), 'u').exec(said);
    if (found) return within(said, found.index, found[0].length, from, firstLine, confidence);
  }
  return { from, to, firstLine, lastLine, confidence: Math.min(confidence, 0.8) };
}

/** The span of `length` characters at `at` in `said`, whose first character is `from` in the source, on line `firstLine`. */
function within(said: string, at: number, length: number, from: number, firstLine: number, confidence: number): Span {
  const first = firstLine + lineEnds(said, 0, at);
  return { from: from + at, to: from + at + length, firstLine: first, lastLine: first + lineEnds(said, at, at + length), confidence };
}

function lineEnds(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
