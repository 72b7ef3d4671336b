// Points whose heading is printed twice, one right under the other: as the paper's overview has it, and over the case itself.
import type { ImportedItem } from '../paper.ts';
import { foldTitle } from './titleWords.ts';

/** A heading with nothing under it, and the same number and title in the next: one point. The first says what the second leaves out. */
export function joinPrintedTwice(items: readonly ImportedItem[]): ImportedItem[] {
  const out: ImportedItem[] = [];
  for (const item of items) {
    const before = out.at(-1);
    if (before && isHeadingOf(before, item)) {
      takeOver(item, before);
      out.pop();
    }
    out.push(item);
  }
  return out;
}

function isHeadingOf(before: ImportedItem, item: ImportedItem): boolean {
  if (before.number === null || before.number !== item.number || before.sections.length > 0 || before.children.length > 0) return false;
  const title = foldTitle(item.title);
  return title !== '' && foldTitle(before.title) === title;
}

/** Changed in place: what belongs to an item is known by the item itself. */
function takeOver(item: ImportedItem, before: ImportedItem): void {
  item.start ??= before.start;
  item.end ??= before.end;
  item.minutes ??= before.minutes;
  item.fixed ||= before.fixed;
  item.type ??= before.type;
  item.closed ||= before.closed;
  if (item.presenters.length === 0) item.presenters = before.presenters;
  item.heading = `${before.heading}\n${item.heading}`;
}
