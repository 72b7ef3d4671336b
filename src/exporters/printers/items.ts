import type { BlockContent, List, ListItem, PhrasingContent } from 'mdast';

/** An item of a document in its parts, for printers whose items are no list. */
export interface PlacedItem {
  /** 0 for a top item. */
  readonly depth: number;
  readonly time: string | null;
  /** Number, title and what stands behind it. */
  readonly title: PhrasingContent[];
  /** Its texts, without its sub-items. */
  readonly blocks: BlockContent[];
}

/** The items of a list from top to bottom, each followed by its sub-items. */
export function walkItems(list: List, depth = 0): PlacedItem[] {
  return list.children.flatMap((item) => [
    partsOf(item, depth),
    ...item.children.flatMap((child) => (isItems(child) ? walkItems(child, depth + 1) : [])),
  ]);
}

const isItems = (node: ListItem['children'][number]): node is List => node.type === 'list' && node.data?.part === 'items';

function partsOf({ children }: ListItem, depth: number): PlacedItem {
  const [line, ...rest] = children;
  const phrasing = line?.type === 'paragraph' ? line.children : [];
  const time = phrasing.find((node) => node.type === 'text' && node.data?.part === 'time');
  return {
    depth,
    time: time?.type === 'text' ? time.value : null,
    title: phrasing.filter((node) => node.type !== 'text' || node.data?.part === undefined),
    blocks: rest.filter((node): node is BlockContent => !isItems(node) && node.type !== 'definition' && node.type !== 'footnoteDefinition'),
  };
}
