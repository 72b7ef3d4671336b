import type { Intake } from '../../commands/commands.ts';
import type { WantedRoute } from '../../meeting/caseRoute.ts';
import type { AgendaItem } from '../../meeting/agenda.ts';
import type { ItemId } from '../../meeting/ids.ts';
import { addItem } from '../../meeting/editing/add.ts';
import { applyEdit, type AgendaEdit } from '../../meeting/editing/edit.ts';
import { advance, redo, startHistory, undo, type History } from '../../meeting/editing/history.ts';
import { changeItem } from '../../meeting/editing/setField.ts';
import { topOf } from '../../meeting/outline.ts';
import { assignLine, type Assignment } from './assignLine.ts';
import { carryOver } from './carryOver.ts';
import { spanOfBoth } from './sources.ts';

/** The paper's agenda while it is corrected. */
export type Editing = History<Intake>;

/** One thing the secretary does to the agenda on screen, or to the paper beside it. New ids are handed in, so that the reducer stays pure. */
export type Edit =
  | AgendaEdit
  /** Several edits that are one step for the person, e.g. the click that mends a finding. */
  | { readonly kind: 'several'; readonly edits: readonly AgendaEdit[] }
  /** A person says what a line of the paper is. */
  | ({ readonly kind: 'assign' } & Assignment)
  /** What to do with a line of the paper that found no place. */
  | { readonly kind: 'place'; readonly line: number; readonly as: 'item' | 'text' | 'nothing'; readonly newId: ItemId }
  /** None of the lines without a place is to be in the agenda. */
  | { readonly kind: 'leaveUnplaced' }
  /** Where an item goes on to; nowhere where `next` is null. */
  | { readonly kind: 'route'; readonly itemId: ItemId; readonly next: WantedRoute['next'] | null; readonly day: string | null }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' };

export function startEditing(intake: Intake): Editing {
  return startHistory(intake);
}

/** The next state. An edit that changes nothing leaves the history alone; edits of the same visit are one step. */
export function edit(state: Editing, action: Edit): Editing {
  if (action.kind === 'undo') return undo(state);
  if (action.kind === 'redo') return redo(state);
  return advance(state, apply(state.now, action), 'visit' in action ? (action.visit ?? null) : null);
}

function apply(intake: Intake, action: Exclude<Edit, { kind: 'undo' | 'redo' }>): Intake {
  switch (action.kind) {
    case 'assign':
      return assignLine(intake, action);
    case 'place':
      return place(intake, action);
    case 'route':
      return withRoute(intake, action);
    case 'leaveUnplaced':
      return intake.unplaced.length === 0 ? intake : { ...intake, unplaced: [] };
    case 'several':
      return action.edits.reduce(apply, intake);
    default: {
      const agenda = applyEdit(intake.agenda, action);
      return agenda === intake.agenda ? intake : carryOver(intake, agenda, action);
    }
  }
}

function withRoute(intake: Intake, { itemId, next, day }: Extract<Edit, { kind: 'route' }>): Intake {
  const others = (intake.routes ?? []).filter((route) => route.itemId !== itemId);
  return { ...intake, routes: next === null ? others : [...others, { itemId, next, day }] };
}

function place(intake: Intake, action: Extract<Edit, { kind: 'place' }>): Intake {
  const line = intake.unplaced.find((other) => other.line === action.line);
  if (!line) return intake;
  const rest = { ...intake, unplaced: intake.unplaced.filter((other) => other !== line) };
  if (action.as === 'nothing') return rest;
  const { items } = intake.agenda;
  const before = itemAbove(intake, line.line);
  const span = { fromLine: line.line, toLine: line.line, sure: 1 };
  const placed = (changed: readonly AgendaItem[], sourceOf: Intake['sourceOf']): Intake => ({
    ...rest,
    agenda: { ...intake.agenda, items: changed },
    sourceOf: { ...intake.sourceOf, ...sourceOf },
  });
  if (action.as === 'text' && before) {
    const changed = changeItem(items, before.id, { sections: appendText(before, line.text) });
    return placed(changed, { [before.id]: spanOfBoth(intake.sourceOf[before.id], span) ?? span });
  }
  const top = before && topOf(items, before);
  const added = addItem(items, { after: top?.id ?? null, newId: action.newId, itemKind: 'item' });
  if (added === items) return intake;
  return placed(changeItem(added, action.newId, { title: line.text.trim() }), { [action.newId]: span });
}

/** The item whose source begins last before this line: where a reader would say the line belongs. */
function itemAbove(intake: Intake, line: number): AgendaItem | undefined {
  let best: { item: AgendaItem; from: number } | undefined;
  for (const item of intake.agenda.items) {
    const from = intake.sourceOf[item.id]?.fromLine;
    if (from !== undefined && from <= line && from >= (best?.from ?? 0)) best = { item, from };
  }
  return best?.item;
}

function appendText(item: AgendaItem, text: string): AgendaItem['sections'] {
  const last = item.sections.at(-1);
  if (last?.role !== 'text') return [...item.sections, { role: 'text', heading: null, text }];
  return [...item.sections.slice(0, -1), { ...last, text: `${last.text}\n\n${text}` }];
}
