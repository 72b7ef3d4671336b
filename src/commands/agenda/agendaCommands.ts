import type { Desk } from '../desk.ts';
import { attachAgenda } from './attachAgenda.ts';
import { changeItem } from './changeItem.ts';
import { closeItem } from './closeItem.ts';
import { openItem } from './openItem.ts';
import { previewInvitation } from './previewInvitation.ts';
import { whenClosing } from './whenClosing.ts';

/** Attaching an agenda and changing its items. */
export type AgendaCommands = ReturnType<typeof agendaCommands>;

export function agendaCommands(desk: Desk) {
  return {
    previewInvitation: previewInvitation(desk),
    attachAgenda: attachAgenda(desk),
    changeItem: changeItem(desk),
    closeItem: closeItem(desk),
    openItem: openItem(desk),
    copiesOfItem: whenClosing(desk, ({ copiesOfItem }) => copiesOfItem),
    updateInvitation: whenClosing(desk, ({ updateInvitation }) => updateInvitation),
  };
}
