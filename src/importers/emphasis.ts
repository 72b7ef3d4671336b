// Markdown's bold in a text that is otherwise plain ("**1. Budget**", "**Beslutning:** Godkendt"): the stars go, bold stays.
import type { Line } from './source.ts';

const marked = /\*\*|__/g;

/** Takes stars in pairs off the lines; a lone star stays the bullet or the mark it is. */
export function mendEmphasis(lines: readonly Line[]): Line[] {
  return lines.map((line) => {
    if (!line.text.includes('**') || line.row !== null) return line;
    // Reading the line took the first star for a bullet.
    const taken = line.bullet === '*' && line.text.startsWith('*');
    const text = `${taken ? '*' : ''}${line.text}`;
    if ((text.match(marked)?.length ?? 0) % 2 !== 0) return line;
    const plain = text.replace(marked, '').trim();
    if (plain === '') return line;
    return {
      ...line,
      text: plain,
      cells: line.cells.length > 1 ? line.cells.map((cell) => cell.replace(marked, '')) : [plain],
      bullet: taken ? null : line.bullet,
      bold: line.bold || /^\*\*[^*]+\*\*:?$/.test(text),
    };
  });
}
