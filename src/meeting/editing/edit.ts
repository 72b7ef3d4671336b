import type { Agenda, AgendaItem } from '../agenda.ts';
import type { ItemId } from '../ids.ts';
import { addItem, type Addition } from './add.ts';
import { indentItem, outdentItem } from './indent.ts';
import { joinToPrevious } from './join.ts';
import { moveItem, moveItemTo, type Place } from './move.ts';
import { removeItem } from './remove.ts';
import type { Numbering } from '../numbering.ts';
import { renumber } from './renumber.ts';
import { changeHead, changeItem, type HeadFields, type ItemFields } from './setField.ts';
import { splitItem } from './split.ts';

/** One thing that is done to an agenda, as plain data. `visit` names the sitting at a field that typing belongs to (history.ts). */
export type AgendaEdit =
  | { readonly kind: 'change'; readonly itemId: ItemId; readonly fields: ItemFields; readonly visit?: string }
  | { readonly kind: 'head'; readonly fields: HeadFields; readonly visit?: string }
  | ({ readonly kind: 'add' } & Addition)
  | { readonly kind: 'remove'; readonly itemId: ItemId }
  /** Joins the item to the one printed before it. */
  | { readonly kind: 'join'; readonly itemId: ItemId }
  /** Cuts the title at this offset; what comes after becomes a line of its own. */
  | { readonly kind: 'split'; readonly itemId: ItemId; readonly newId: ItemId; readonly at: number }
  | { readonly kind: 'move'; readonly itemId: ItemId; readonly by: -1 | 1 }
  | { readonly kind: 'moveTo'; readonly itemId: ItemId; readonly place: Place }
  | { readonly kind: 'indent'; readonly itemId: ItemId }
  | { readonly kind: 'outdent'; readonly itemId: ItemId }
  /** The only edit that writes numbers nobody typed. */
  | { readonly kind: 'renumber'; readonly numbering: Numbering; readonly keepBare?: boolean };

/**
 * The agenda after an edit; the very same agenda where the edit changes nothing. Takes and gives items in outline order (outline.ts)
 * with unique ids. Only 'change' opens what was closed, only 'remove' takes words away, only 'change' and 'renumber' touch a number
 * (and 'join', which makes the second number a word of the title).
 */
export function applyEdit(agenda: Agenda, edit: AgendaEdit): Agenda {
  return edit.kind === 'head' ? changeHead(agenda, edit.fields) : withItems(agenda, editItems(agenda.items, edit));
}

function editItems(items: readonly AgendaItem[], edit: Exclude<AgendaEdit, { kind: 'head' }>): readonly AgendaItem[] {
  switch (edit.kind) {
    case 'change':
      return changeItem(items, edit.itemId, edit.fields);
    case 'add':
      return addItem(items, edit);
    case 'remove':
      return removeItem(items, edit.itemId);
    case 'join':
      return joinToPrevious(items, edit.itemId);
    case 'split':
      return splitItem(items, edit.itemId, edit.at, edit.newId);
    case 'move':
      return moveItem(items, edit.itemId, edit.by);
    case 'moveTo':
      return moveItemTo(items, edit.itemId, edit.place);
    case 'indent':
      return indentItem(items, edit.itemId);
    case 'outdent':
      return outdentItem(items, edit.itemId);
    case 'renumber':
      return renumber(items, edit.numbering, edit.keepBare);
  }
}

function withItems(agenda: Agenda, items: readonly AgendaItem[]): Agenda {
  return items === agenda.items ? agenda : { ...agenda, items };
}
