import { lift, setBlockType, toggleMark } from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import type { Node, NodeType } from 'prosemirror-model';
import { liftListItem, sinkListItem, wrapInList } from 'prosemirror-schema-list';
import { TextSelection, type Command, type EditorState } from 'prosemirror-state';
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable, isInTable } from 'prosemirror-tables';
import { markType, nodeType } from './textSchema.ts';

const inMark = (state: EditorState, name: string): boolean => {
  const { from, $from, to, empty } = state.selection;
  const type = markType(name);
  return empty ? type.isInSet(state.storedMarks ?? $from.marks()) !== undefined : state.doc.rangeHasMark(from, to, type);
};

const listAround = (state: EditorState): NodeType | null => {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) if (/_list$/.test($from.node(depth).type.name)) return $from.node(depth).type;
  return null;
};

/** Turns paragraphs into a list, one kind of list into the other, and a list into paragraphs again. */
const toggleList =
  (name: 'bullet_list' | 'ordered_list'): Command =>
  (state, dispatch) => {
    const type = nodeType(name);
    const around = listAround(state);
    if (around === null) return wrapInList(type)(state, dispatch);
    if (around === type) return liftListItem(nodeType('list_item'))(state, dispatch);
    const { $from } = state.selection;
    let depth = $from.depth;
    while ($from.node(depth).type !== around) depth -= 1;
    dispatch?.(state.tr.setNodeMarkup($from.before(depth), type, { spread: $from.node(depth).attrs['spread'] as boolean }));
    return true;
  };

const toggleHeading =
  (level: number): Command =>
  (state, dispatch) =>
    isHeading(state, level)
      ? setBlockType(nodeType('paragraph'))(state, dispatch)
      : !isInTable(state) && setBlockType(nodeType('heading'), { level })(state, dispatch);

const isHeading = ({ selection }: EditorState, level: number): boolean =>
  selection.$from.parent.type.name === 'heading' && selection.$from.parent.attrs['level'] === level;

/** Two columns and two rows, the first of them the head; the cursor stands in the first cell. */
const insertTable: Command = (state, dispatch) => {
  if (isInTable(state)) return false;
  const row = (cell: string): Node => nodeType('table_row').create(null, [nodeType(cell).create(), nodeType(cell).create()]);
  const table = nodeType('table').create(null, [row('table_header'), row('table_cell')]);
  const { $from } = state.selection;
  if (!$from.node(-1) && $from.depth === 0) return false;
  if (dispatch) {
    const tr = state.tr.replaceSelectionWith(table);
    let cell: number | null = null;
    tr.doc.descendants((node, at) => {
      if (node === table || node.eq(table)) cell ??= at + 3;
      return cell === null;
    });
    if (cell !== null) tr.setSelection(TextSelection.near(tr.doc.resolve(cell)));
    dispatch(tr.scrollIntoView());
  }
  return true;
};

/** What a button does, whether it is pressed in, and when it is there at all. */
export interface TextCommand {
  readonly run: Command;
  readonly isOn?: (state: EditorState) => boolean;
  readonly isShown?: (state: EditorState) => boolean;
  /** As aria-keyshortcuts writes it. */
  readonly keys?: string;
}

const inList = (state: EditorState): boolean => listAround(state) !== null;

/** In the order of the toolbar. */
export const textCommands = {
  heading: { run: toggleHeading(1), isOn: (state) => isHeading(state, 1), keys: 'Control+Alt+1' },
  subheading: { run: toggleHeading(2), isOn: (state) => isHeading(state, 2), keys: 'Control+Alt+2' },
  bold: { run: toggleMark(markType('strong')), isOn: (state) => inMark(state, 'strong'), keys: 'Control+B' },
  italic: { run: toggleMark(markType('em')), isOn: (state) => inMark(state, 'em'), keys: 'Control+I' },
  bullets: { run: toggleList('bullet_list'), isOn: (state) => listAround(state)?.name === 'bullet_list', keys: 'Control+Shift+8' },
  numbers: { run: toggleList('ordered_list'), isOn: (state) => listAround(state)?.name === 'ordered_list', keys: 'Control+Shift+7' },
  indent: { run: sinkListItem(nodeType('list_item')), isShown: inList, keys: 'Control+]' },
  outdent: { run: (...args) => liftListItem(nodeType('list_item'))(...args) || lift(...args), isShown: inList, keys: 'Control+[' },
  table: { run: insertTable, isShown: (state) => !isInTable(state) },
  rowAfter: { run: addRowAfter, isShown: isInTable },
  columnAfter: { run: addColumnAfter, isShown: isInTable },
  deleteRow: { run: deleteRow, isShown: isInTable },
  deleteColumn: { run: deleteColumn, isShown: isInTable },
  deleteTable: { run: deleteTable, isShown: isInTable },
  undo: { run: undo, keys: 'Control+Z' },
  redo: { run: redo, keys: 'Control+Y' },
} as const satisfies Readonly<Record<string, TextCommand>>;

export type TextCommandName = keyof typeof textCommands;

/** Makes the chosen words a link, or puts the address in where none are chosen; null takes the link away. */
export const setLink =
  (href: string | null): Command =>
  (state, dispatch) => {
    const type = markType('link');
    const { from, to } = linkRange(state) ?? state.selection;
    const tr = state.tr.removeMark(from, to, type);
    if (href !== null && from === to) tr.insertText(href, from).addMark(from, from + href.length, type.create({ href }));
    else if (href !== null) tr.addMark(from, to, type.create({ href }));
    dispatch?.(tr);
    return true;
  };

/** The address of the link the cursor stands in. */
export function linkAt(state: EditorState): string | null {
  const mark = markType('link').isInSet(state.selection.$from.marks());
  return mark ? String(mark.attrs['href']) : null;
}

/** The words of the link the cursor stands in, where nothing is chosen. */
function linkRange({ selection, doc }: EditorState): { readonly from: number; readonly to: number } | null {
  const { $from, empty } = selection;
  const mark = markType('link').isInSet($from.marks());
  if (!empty || !mark) return null;
  let found: { from: number; to: number } | null = null;
  doc.nodesBetween($from.start(), $from.end(), (node, at) => {
    if (!node.isInline || !mark.isInSet(node.marks)) return;
    const to = at + node.nodeSize;
    if (found?.to === at) found.to = to;
    else if (found === null || found.to < $from.pos) found = { from: at, to };
  });
  return found;
}
