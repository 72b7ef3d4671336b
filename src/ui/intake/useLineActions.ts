import type { Dispatch, KeyboardEvent, MutableRefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Agenda, ItemKind } from '../../meeting/agenda.ts';
import type { ClockTime } from '../../meeting/clock.ts';
import type { EventWay, Mend } from '../../meeting/editing/mend.ts';
import type { AgendaEdit } from '../../meeting/editing/edit.ts';
import { indentItem, outdentItem } from '../../meeting/editing/indent.ts';
import { numbered } from '../../meeting/editing/numbered.ts';
import { moveItem, type Place } from '../../meeting/editing/move.ts';
import type { Finding } from '../../meeting/finding.ts';
import type { BodyRules } from '../../meeting/profile.ts';
import type { ItemId } from '../../meeting/ids.ts';
import { useAnnounce } from '../kit/LiveRegion.tsx';
import type { Edit } from './editing.ts';
import type { LineAction } from './LineMenu.tsx';
import { newItemId } from './newItemId.ts';

interface LineActionsInput {
  readonly agenda: Agenda;
  readonly dispatch: Dispatch<Edit>;
  readonly onOpen: (itemId: ItemId) => void;
  /** The line that is to have the focus as soon as it stands on screen. */
  readonly focusRef: MutableRefObject<ItemId | null>;
  /** The calendar is to say another time. */
  /** Whether numbers follow what is rearranged: while an agenda is written by hand, and has not been sent. */
  readonly numbersFollow: boolean;
  /** How the body counts, and what a new item is until somebody says otherwise. */
  readonly rules: Pick<BodyRules, 'numbering' | 'openness'>;
  readonly onMoveMeeting: (way: EventWay, time: ClockTime) => void;
}

export interface LineActions {
  readonly act: (itemId: ItemId, action: LineAction) => void;
  /** The keys of a line; answers whether it was one of them. */
  readonly onKey: (itemId: ItemId, key: KeyboardEvent) => boolean;
  /** A new line after this one and everything under it, open for editing; null puts it first. */
  readonly add: (after: ItemId | null, itemKind: ItemKind) => void;
  readonly mend: (finding: Finding, way: Mend) => void;
  /** Puts a line where it was dropped. */
  readonly moveTo: (itemId: ItemId, place: Place) => void;
  /** Nests or lifts a line that is open; answers whether that can be. */
  readonly nest: (itemId: ItemId, action: 'nest' | 'unnest') => boolean;
}

/** How long a new break is until somebody says otherwise: without a length nobody could tell what it overlaps. */
const BREAK_MINUTES = 10;

/** What can be done to the lines of an agenda that is being made: by menu, by key, by the click that mends a finding. Says what moved or went, and where the focus goes on. */
export function useLineActions({ agenda, dispatch, onOpen, focusRef, numbersFollow, rules, onMoveMeeting }: LineActionsInput): LineActions {
  const { t } = useTranslation('intake');
  const announce = useAnnounce();
  const { items } = agenda;
  const titleOf = (itemId: ItemId) => items.find((item) => item.id === itemId)?.title.trim() || t('line.untitled');
  const neighbour = (itemId: ItemId, by: -1 | 1) => items[items.findIndex((item) => item.id === itemId) + by]?.id ?? null;
  const focusOn = (itemId: ItemId | null) => {
    focusRef.current = itemId;
  };

  /** What rearranges, with what it does to the numbers, as one step. */
  const structure = (edit: AgendaEdit) => dispatch({ kind: 'several', edits: numbered(agenda, edit, numbersFollow, rules.numbering) });
  const add = (after: ItemId | null, itemKind: ItemKind) => {
    const newId = newItemId();
    focusOn(null);
    const fields = itemKind === 'break' ? { title: t('correct.pause'), minutes: BREAK_MINUTES } : { openness: rules.openness };
    structure({ kind: 'add', after, newId, itemKind, fields });
    onOpen(newId);
  };
  const move = (itemId: ItemId, by: -1 | 1) => {
    const moved = moveItem(items, itemId, by);
    focusOn(itemId);
    if (moved === items) return;
    structure({ kind: 'move', itemId, by });
    announce(t('correct.moved', { title: titleOf(itemId), place: moved.findIndex((item) => item.id === itemId) + 1 }));
  };
  const change = (edit: AgendaEdit, next: ItemId | null, words?: string) => {
    focusOn(next);
    structure(edit);
    if (words !== undefined) announce(words);
  };
  const act = (itemId: ItemId, action: LineAction) => {
    switch (action) {
      case 'edit':
        focusOn(null);
        return onOpen(itemId);
      case 'up':
        return move(itemId, -1);
      case 'down':
        return move(itemId, 1);
      case 'nest':
        return change({ kind: 'indent', itemId }, itemId, t('correct.nested', { title: titleOf(itemId) }));
      case 'unnest':
        return change({ kind: 'outdent', itemId }, itemId, t('correct.lifted', { title: titleOf(itemId) }));
      case 'merge':
        return change({ kind: 'join', itemId }, neighbour(itemId, -1), t('correct.merged'));
      case 'addAfter':
        return add(itemId, 'item');
      case 'addBreakAfter':
        return add(itemId, 'break');
      case 'close':
      case 'open':
        return change({ kind: 'change', itemId, fields: { openness: action === 'close' ? 'closed' : 'open' } }, itemId);
      case 'remove':
        return change({ kind: 'remove', itemId }, neighbour(itemId, 1) ?? neighbour(itemId, -1), t('correct.removed', { title: titleOf(itemId) }));
    }
  };
  const onKey = (itemId: ItemId, key: KeyboardEvent) => {
    const bare = !key.ctrlKey && !key.metaKey && !key.altKey;
    const action = key.altKey ? ALT_KEYS[key.key] : bare && key.key === 'Delete' ? 'remove' : undefined;
    if (action === undefined) return false;
    act(itemId, action);
    return true;
  };
  const mend = (finding: Finding, way: Mend) => {
    if (way.kind === 'open') return onOpen(way.itemId);
    if (way.kind === 'event') return onMoveMeeting(way.way, way.time);
    focusOn(finding.itemId);
    dispatch({ kind: 'several', edits: way.edits });
  };
  const nest = (itemId: ItemId, action: 'nest' | 'unnest') => {
    const possible = (action === 'nest' ? indentItem(items, itemId) : outdentItem(items, itemId)) !== items;
    if (possible) act(itemId, action);
    // The form stays open, and takes the focus itself.
    focusOn(null);
    return possible;
  };
  const moveTo = (itemId: ItemId, place: Place) => {
    focusOn(itemId);
    structure({ kind: 'moveTo', itemId, place });
  };
  return { act, onKey, add, mend, nest, moveTo };
}

const ALT_KEYS: Readonly<Record<string, LineAction | undefined>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'nest', ArrowLeft: 'unnest' };
