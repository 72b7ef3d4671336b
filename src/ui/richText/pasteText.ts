import { Fragment, Slice, type Node } from 'prosemirror-model';
import { isInTable } from 'prosemirror-tables';
import type { EditorView } from 'prosemirror-view';
import { withoutHiddenSigns } from '../../meeting/hiddenSigns.ts';
import { readBlocks } from './readText.ts';
import { nodeType, textSchema } from './textSchema.ts';

/** HTML with more tags than this is taken as its plain words. Word writes 50,000 for 75 pages. */
const MOST_TAGS = 100_000;

/** Puts in what was pasted: its HTML made clean, or its words where there is none, or where it cannot be read or its reader not be fetched. */
export async function paste(view: EditorView, html: string, text: string): Promise<void> {
  const blocks = await blocksOf(html, text);
  if (!view.isDestroyed && blocks.length > 0) insert(view, blocks);
}

async function blocksOf(html: string, text: string): Promise<Node[]> {
  if (html === '' || html.split('<').length > MOST_TAGS) return paragraphsOf(text);
  try {
    const { blocksOfHtml } = await import('./pastedHtml.ts');
    const blocks = readBlocks(blocksOfHtml(html));
    return blocks.length > 0 ? blocks : paragraphsOf(text);
  } catch {
    return paragraphsOf(text);
  }
}

/** A blank line ends a paragraph; other line ends are kept as such. */
export function paragraphsOf(text: string): Node[] {
  const words = withoutHiddenSigns(text.replace(/\r\n?/g, '\n')).trim();
  return words === '' ? [] : words.split(/\n{2,}/).map((paragraph) => nodeType('paragraph').create(null, paragraph.split('\n').flatMap(lineOf)));
}

function lineOf(line: string, nth: number): Node[] {
  const words = line === '' ? [] : [textSchema.text(line)];
  return nth === 0 ? words : [nodeType('hard_break').create({ soft: true }), ...words];
}

function insert(view: EditorView, blocks: readonly Node[]): void {
  const slice = isInTable(view.state) ? new Slice(Fragment.from(inOneLine(blocks)), 0, 0) : sliceOf(blocks);
  view.dispatch(view.state.tr.replaceSelection(slice).scrollIntoView().setMeta('paste', true));
}

/** The first and the last paragraph go on in the line they are pasted into. */
function sliceOf(blocks: readonly Node[]): Slice {
  const isParagraph = (node: Node | undefined) => (node?.type.name === 'paragraph' ? 1 : 0);
  return new Slice(Fragment.from([...blocks]), isParagraph(blocks[0]), isParagraph(blocks.at(-1)));
}

function inOneLine(blocks: readonly Node[]): Node[] {
  const out: Node[] = [];
  const add = (node: Node): boolean => {
    if (!node.isTextblock) {
      if (node.isLeaf && node.type.name === 'raw_block') out.push(textSchema.text(`${String(node.attrs['source'])} `));
      return true;
    }
    if (out.length > 0) out.push(textSchema.text(' '));
    node.forEach((child) => out.push(child.type.name === 'hard_break' ? textSchema.text(' ') : child));
    return false;
  };
  for (const block of blocks) if (add(block)) block.descendants(add);
  return out;
}
