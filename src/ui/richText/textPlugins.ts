import { baseKeymap, chainCommands, exitCode, toggleMark } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import type { InputRule } from 'prosemirror-inputrules';
import { inputRules, textblockTypeInputRule, undoInputRule, wrappingInputRule } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import { liftListItem, splitListItem } from 'prosemirror-schema-list';
import type { Command, Plugin } from 'prosemirror-state';
import { goToNextCell, isInTable, tableEditing } from 'prosemirror-tables';
import { textCommands } from './textCommands.ts';
import { markType, nodeType } from './textSchema.ts';

const lineBreak: Command = chainCommands(exitCode, (state, dispatch) => {
  if (isInTable(state)) return true;
  dispatch?.(state.tr.replaceSelectionWith(nodeType('hard_break').create()).scrollIntoView());
  return true;
});

/** A cell of Markdown has one line: Enter goes on to the next cell. */
const enterInCell: Command = (state, dispatch) => isInTable(state) && (goToNextCell(1)(state, dispatch) || true);

const item = nodeType('list_item');

/*
 * Tab goes on to the next field, except from cell to cell in a table, whose last cell it leaves: a list is indented by Ctrl+] and its button, so
 * that nobody is caught in the field (WCAG 2.1.2). Ctrl+Enter and Escape belong to the form around.
 */
const keys: Record<string, Command> = {
  'Mod-b': toggleMark(markType('strong')),
  'Mod-i': toggleMark(markType('em')),
  'Mod-z': undo,
  'Mod-y': redo,
  'Mod-Shift-z': redo,
  'Mod-Alt-1': textCommands.heading.run,
  'Mod-Alt-2': textCommands.subheading.run,
  'Mod-Shift-7': textCommands.numbers.run,
  'Mod-Shift-8': textCommands.bullets.run,
  'Mod-]': textCommands.indent.run,
  'Mod-[': textCommands.outdent.run,
  'Shift-Enter': lineBreak,
  Enter: chainCommands(enterInCell, splitListItem(item), liftEmptyItem()),
  Backspace: undoInputRule,
  Tab: goToNextCell(1),
  'Shift-Tab': goToNextCell(-1),
};

function liftEmptyItem(): Command {
  return (state, dispatch) => state.selection.$from.parent.content.size === 0 && liftListItem(item)(state, dispatch);
}

/** What somebody who knows Loop or Word types: "- " begins a list, "1. " a numbered one, "# " a heading. Ctrl+Z or Backspace takes it back. */
const rules: InputRule[] = [
  wrappingInputRule(/^\s*[-*]\s$/, nodeType('bullet_list')),
  wrappingInputRule(/^\s*1[.)]\s$/, nodeType('ordered_list')),
  textblockTypeInputRule(/^(#{1,2})\s$/, nodeType('heading'), ([, signs]) => ({ level: signs?.length ?? 1 })),
];

/** Keys, way back and what is typed. */
export function textPlugins(): Plugin[] {
  const base = Object.fromEntries(Object.entries(baseKeymap).filter(([name]) => !['Mod-Enter', 'Escape'].includes(name)));
  return [history(), inputRules({ rules }), keymap(keys), keymap(base), tableEditing()];
}
