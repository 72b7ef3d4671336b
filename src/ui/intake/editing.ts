import type { Intake, SourceField } from '../../commands/commands.ts';
import { newItem, type Agenda, type AgendaItem, type ItemKind } from '../../meeting/agenda.ts';
import type { ItemId } from '../../meeting/ids.ts';
import { keepClosed } from '../../meeting/keepClosed.ts';
import { assignLine, type Assignment } from './assignLine.ts';
import { joinItems, joinTreatments, spanOfBoth } from './joining.ts';
import { ancestorOf, moveItem, nestItem, subtreeEnd, unnestItem } from './outline.ts';
import { joinSources } from './takeLine.ts';

/** What is being corrected (an intake is immutable, so history is a list of them) with the way back and forth. */
export interface Editing {
  readonly now: Intake;
  readonly past: readonly Intake[];
  readonly future: readonly Intake[];
  /** The edits of one visit to a line are one step back; null when nothing is being typed. */
  readonly visit: string | null;
}

export type ItemFields = Partial<Omit<AgendaItem, 'id' | 'parentId'>>;
export type HeadFields = Partial<Omit<Agenda, 'items'>>;

/** One thing the secretary does to the agenda on screen. New ids are handed in, so that the reducer stays pure. */
export type Edit =
  | { readonly kind: 'change'; readonly itemId: ItemId; readonly fields: ItemFields; readonly visit?: string }
  | { readonly kind: 'head'; readonly fields: HeadFields; readonly visit?: string }
  /** A new line after this item and everything under it; `after: null` puts it first. */
  | { readonly kind: 'add'; readonly after: ItemId | null; readonly newId: ItemId; readonly itemKind: ItemKind }
  | { readonly kind: 'remove'; readonly itemId: ItemId }
  /** Joins the item to the one printed before it. */
  | { readonly kind: 'merge'; readonly itemId: ItemId }
  /** Cuts the title at this offset; what comes after becomes a line of its own. */
  | { readonly kind: 'split'; readonly itemId: ItemId; readonly newId: ItemId; readonly at: number }
  | { readonly kind: 'move'; readonly itemId: ItemId; readonly by: -1 | 1 }
  | { readonly kind: 'nest'; readonly itemId: ItemId }
  | { readonly kind: 'unnest'; readonly itemId: ItemId }
  /** A person says what a line of the paper is. */
  | ({ readonly kind: 'assign' } & Assignment)
  /** What to do with a line of the paper that found no place. */
  | { readonly kind: 'place'; readonly line: number; readonly as: 'item' | 'text' | 'nothing'; readonly newId: ItemId }
  /** None of the lines without a place is to be in the agenda. */
  | { readonly kind: 'leaveUnplaced' }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' };

/** Steps back that are kept; far more than anybody takes in one sitting. */
const HISTORY = 500;

export function startEditing(intake: Intake): Editing {
  return { now: intake, past: [], future: [], visit: null };
}

/** The next state. An edit that changes nothing leaves the history alone; edits of the same visit are one step. */
export function edit(state: Editing, action: Edit): Editing {
  if (action.kind === 'undo') {
    const before = state.past.at(-1);
    return before ? { now: before, past: state.past.slice(0, -1), future: [state.now, ...state.future], visit: null } : state;
  }
  if (action.kind === 'redo') {
    const [after, ...future] = state.future;
    return after ? { now: after, past: [...state.past, state.now], future, visit: null } : state;
  }
  const now = apply(state.now, action);
  if (now === state.now) return state;
  const visit = 'visit' in action && action.visit !== undefined ? action.visit : null;
  if (visit !== null && visit === state.visit) return { ...state, now, future: [] };
  return { now, past: [...state.past, state.now].slice(-HISTORY), future: [], visit };
}

type Applied = Exclude<Edit, { kind: 'undo' | 'redo' }>;

function apply(intake: Intake, action: Applied): Intake {
  switch (action.kind) {
    case 'change':
      return seen(withItems(intake, change(intake.agenda.items, action.itemId, action.fields)), intake, action);
    case 'head':
      return differs(intake.agenda, action.fields) ? { ...intake, agenda: { ...intake.agenda, ...action.fields } } : intake;
    case 'add':
      return withItems(intake, add(intake.agenda.items, action));
    case 'remove':
      return remove(intake, action.itemId);
    case 'merge':
      return merge(intake, action.itemId);
    case 'split':
      return split(intake, action);
    case 'move':
      return withItems(intake, moveItem(intake.agenda.items, action.itemId, action.by));
    case 'nest':
      return withItems(intake, nestItem(intake.agenda.items, action.itemId));
    case 'unnest':
      return withItems(intake, keepClosed(intake.agenda.items, unnestItem(intake.agenda.items, action.itemId)));
    case 'assign':
      return assignLine(intake, action);
    case 'place':
      return place(intake, action);
    case 'leaveUnplaced':
      return intake.unplaced.length === 0 ? intake : { ...intake, unplaced: [] };
  }
}

function withItems(intake: Intake, items: readonly AgendaItem[]): Intake {
  return items === intake.agenda.items ? intake : { ...intake, agenda: { ...intake.agenda, items } };
}

function differs<T extends object>(whole: T, part: Partial<T>): boolean {
  return (Object.keys(part) as (keyof T)[]).some((key) => JSON.stringify(whole[key]) !== JSON.stringify(part[key]));
}

function change(items: readonly AgendaItem[], itemId: ItemId, fields: ItemFields): readonly AgendaItem[] {
  const found = items.find((item) => item.id === itemId);
  if (!found || !differs<AgendaItem>(found, fields)) return items;
  return items.map((item) => (item.id === itemId ? { ...item, ...fields } : item));
}

/** A field that a person has written is no longer in doubt. */
function seen(now: Intake, before: Intake, { itemId, fields }: Extract<Edit, { kind: 'change' }>): Intake {
  const sources = before.fieldSources[itemId];
  if (now === before || !sources) return now;
  const sure = Object.fromEntries(
    Object.entries(sources).map(([field, spans]) => [field, (field as SourceField) in fields ? spans.map((span) => ({ ...span, sure: 1 })) : spans]),
  );
  return { ...now, fieldSources: { ...before.fieldSources, [itemId]: sure } };
}

function add(items: readonly AgendaItem[], action: Extract<Edit, { kind: 'add' }>): readonly AgendaItem[] {
  if (items.some((item) => item.id === action.newId)) return items;
  const at = action.after === null ? -1 : items.findIndex((item) => item.id === action.after);
  const before = items[at];
  const fresh = newItem(action.newId, {
    kind: action.itemKind,
    parentId: before?.parentId ?? null,
    day: (before ?? items[0])?.day ?? null,
    block: (before ?? items[0])?.block ?? null,
  });
  const index = at < 0 ? 0 : subtreeEnd(items, at);
  return [...items.slice(0, index), fresh, ...items.slice(index)];
}

/** Sub-items of a removed line are not removed with it: they rise to its level. */
function remove(intake: Intake, itemId: ItemId): Intake {
  const gone = intake.agenda.items.find((item) => item.id === itemId);
  if (!gone) return intake;
  const items = intake.agenda.items
    .filter((item) => item.id !== itemId)
    .map((item) => (item.parentId === itemId ? { ...item, parentId: gone.parentId } : item));
  return {
    ...intake,
    agenda: { ...intake.agenda, items: keepClosed(intake.agenda.items, items) },
    treatments: intake.treatments.filter((treatment) => treatment.itemId !== itemId),
    sourceOf: without(intake.sourceOf, itemId),
    fieldSources: without(intake.fieldSources, itemId),
  };
}

function without<T>(record: Readonly<Record<ItemId, T>>, itemId: ItemId): Readonly<Record<ItemId, T>> {
  return Object.fromEntries(Object.entries(record).filter(([id]) => id !== itemId));
}

function merge(intake: Intake, itemId: ItemId): Intake {
  const { items } = intake.agenda;
  const at = items.findIndex((item) => item.id === itemId);
  const item = items[at];
  const before = items[at - 1];
  if (!item || !before) return intake;
  const joined = items
    .filter((other) => other.id !== itemId)
    .map((other) => (other.id === before.id ? joinItems(before, item) : other.parentId === itemId ? { ...other, parentId: before.id } : other));
  const span = spanOfBoth(intake.sourceOf[before.id], intake.sourceOf[itemId]);
  const sourceOf = without(intake.sourceOf, itemId);
  const sources = joinSources(intake.fieldSources[before.id], intake.fieldSources[itemId]);
  return {
    ...intake,
    agenda: { ...intake.agenda, items: joined },
    treatments: joinTreatments(intake.treatments, before.id, itemId),
    sourceOf: span ? { ...sourceOf, [before.id]: span } : sourceOf,
    fieldSources: { ...without(intake.fieldSources, itemId), [before.id]: sources },
  };
}

function split(intake: Intake, action: Extract<Edit, { kind: 'split' }>): Intake {
  const { items } = intake.agenda;
  const at = items.findIndex((item) => item.id === action.itemId);
  const item = items[at];
  if (!item || items.some((other) => other.id === action.newId)) return intake;
  const head = item.title.slice(0, action.at).trim();
  const tail = item.title.slice(action.at).trim();
  if (head === '' || tail === '') return intake;
  const rest = newItem(action.newId, {
    title: tail,
    kind: item.kind,
    parentId: item.parentId,
    openness: item.openness,
    day: item.day,
    block: item.block,
  });
  const end = subtreeEnd(items, at);
  const next = [...items.slice(0, at), { ...item, title: head }, ...items.slice(at + 1, end), rest, ...items.slice(end)];
  const span = intake.sourceOf[item.id];
  const title = intake.fieldSources[item.id]?.title;
  return {
    ...intake,
    agenda: { ...intake.agenda, items: next },
    sourceOf: span ? { ...intake.sourceOf, [action.newId]: span } : intake.sourceOf,
    fieldSources: title ? { ...intake.fieldSources, [action.newId]: { title } } : intake.fieldSources,
  };
}

function place(intake: Intake, action: Extract<Edit, { kind: 'place' }>): Intake {
  const line = intake.unplaced.find((other) => other.line === action.line);
  if (!line) return intake;
  const rest = { ...intake, unplaced: intake.unplaced.filter((other) => other !== line) };
  if (action.as === 'nothing') return rest;
  const before = itemAbove(intake, line.line);
  const span = { fromLine: line.line, toLine: line.line, sure: 1 };
  if (action.as === 'text' && before) {
    const sections = appendText(before, line.text);
    return {
      ...withItems(rest, change(intake.agenda.items, before.id, { sections })),
      sourceOf: { ...intake.sourceOf, [before.id]: spanOfBoth(intake.sourceOf[before.id], span) ?? span },
    };
  }
  const top = before && ancestorOf(intake.agenda.items, before);
  const items = add(intake.agenda.items, { kind: 'add', after: top?.id ?? null, newId: action.newId, itemKind: 'item' });
  if (items === intake.agenda.items) return intake;
  return {
    ...withItems(rest, change(items, action.newId, { title: line.text.trim() })),
    sourceOf: { ...intake.sourceOf, [action.newId]: span },
  };
}

/** The item whose source ends last before this line: where a reader would say the line belongs. */
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
