import { z } from 'zod';
import { newGuid } from '../../ids.ts';
import { created, noContent, ok, table, type GraphAnswer, type GraphCall, type Resource, type Route } from '../gateway/call.ts';
import { missing, refused } from '../gateway/graphError.ts';
import { context } from '../odata/paging.ts';
import { checklistOf, type ChecklistItem } from './checklistItem.ts';
import { scopesToRead, scopesToWrite, taskRow, type Row } from './todo.ts';

const shape = z.looseObject({
  displayName: z.string().min(1).optional(),
  isChecked: z.boolean().nullish(),
  checkedDateTime: z.string().nullish(),
  createdDateTime: z.string().nullish(),
});

function read(call: GraphCall): z.infer<typeof shape> {
  const parsed = shape.safeParse(call.body);
  if (!parsed.success) throw refused('todo', `Invalid checklist item: ${parsed.error.issues[0]?.path.join('.') ?? ''}`);
  return parsed.data;
}

/** Keeps the steps with their task. */
function keep(call: GraphCall, task: Row, items: readonly ChecklistItem[]): void {
  const body = JSON.stringify({ ...(JSON.parse(task.body) as Resource), checklistItems: items });
  call.tenant.db.run('UPDATE task SET version = version + 1, body = ? WHERE id = ?', body, task.id);
}

const entity = (call: GraphCall, item: ChecklistItem): Resource => ({ '@odata.context': context(call, 'checklistItems/$entity'), ...item });

const list = (call: GraphCall): GraphAnswer => ok({ '@odata.context': context(call, 'checklistItems'), value: checklistOf(taskRow(call).body) });

function found(call: GraphCall): { task: Row; items: ChecklistItem[]; item: ChecklistItem } {
  const task = taskRow(call);
  const items = checklistOf(task.body);
  const item = items.find(({ id }) => id === call.params['checklistItem']);
  if (!item) throw missing('todo');
  return { task, items, item };
}

const get = (call: GraphCall): GraphAnswer => ok(entity(call, found(call).item));

function post(call: GraphCall): GraphAnswer {
  const task = taskRow(call);
  const { displayName, isChecked } = read(call);
  if (displayName === undefined) throw refused('todo', 'A displayName is required.');
  const item: ChecklistItem = { id: newGuid(), displayName, createdDateTime: now(call), isChecked: false };
  const made = checked(call, item, isChecked ?? false);
  keep(call, task, [...checklistOf(task.body), made]);
  return created(entity(call, made));
}

function patch(call: GraphCall): GraphAnswer {
  const { task, items, item } = found(call);
  const { displayName, isChecked } = read(call);
  const changed = checked(call, { ...item, displayName: displayName ?? item.displayName }, isChecked ?? item.isChecked);
  keep(
    call,
    task,
    items.map((one) => (one.id === item.id ? changed : one)),
  );
  return ok(entity(call, changed));
}

/** A step done gets the moment it was; opened again it loses it. */
function checked(call: GraphCall, { checkedDateTime, ...item }: ChecklistItem, isChecked: boolean): ChecklistItem {
  return isChecked ? { ...item, isChecked, checkedDateTime: checkedDateTime ?? now(call) } : { ...item, isChecked };
}

const now = (call: GraphCall): string => new Date(call.tenant.now()).toISOString();

function remove(call: GraphCall): GraphAnswer {
  const { task, items, item } = found(call);
  keep(
    call,
    task,
    items.filter(({ id }) => id !== item.id),
  );
  return noContent;
}

const root = '/users/{user}/todo/lists/{taskList}/tasks/{task}/checklistItems';

export const checklistRoutes: Route[] = table('todo')(
  [`GET ${root}`, scopesToRead, list],
  [`POST ${root}`, scopesToWrite, post],
  [`GET ${root}/{checklistItem}`, scopesToRead, get],
  [`PATCH ${root}/{checklistItem}`, scopesToWrite, patch],
  [`DELETE ${root}/{checklistItem}`, scopesToWrite, remove],
);
