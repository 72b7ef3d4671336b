import { z } from 'zod';
import { newKey } from '../../ids.ts';
import { created, noContent, ok, table, type GraphAnswer, type GraphCall, type Resource, type Route } from '../gateway/call.ts';
import { denied, GraphError, missing, refused } from '../gateway/graphError.ts';
import { context } from '../odata/paging.ts';
import { isTeamMember } from '../teams/teamStore.ts';

const scopesToRead = ['Tasks.Read', 'Tasks.ReadWrite', 'Group.Read.All', 'Group.ReadWrite.All'] as const;
const scopesToWrite = ['Tasks.ReadWrite', 'Group.ReadWrite.All'] as const;

interface PlanRow {
  id: string;
  container: string;
  version: number;
  body: string;
}

interface BucketRow {
  id: string;
  plan: string;
  version: number;
  body: string;
}

interface TaskRow {
  id: string;
  plan: string;
  bucket: string | null;
  version: number;
  details_version: number;
  body: string;
  details: string;
}

/** Planner's etags are long and weak; only their being exact matters (graph planner-overview). */
function etag(kind: string, id: string, version: number): string {
  return `W/"JzEt${Buffer.from(`${kind} ${id} ${version}`).toString('base64')}"`;
}

/** PATCH and DELETE need the exact etag: 400 without one, 412 with an old one. The code may be empty (gdc#7153). */
function requireMatch(call: GraphCall, current: string): void {
  const match = call.header('if-match');
  if (match === undefined) throw new GraphError(400, '', 'The If-Match header must contain a valid value.');
  if (match !== current) throw new GraphError(412, '', 'The If-Match header contains a value that does not match the current version of the item.');
}

function planFor(call: GraphCall, id: string): PlanRow {
  const row = call.tenant.db.get<PlanRow>('SELECT * FROM plan WHERE id = ?', id);
  if (!row) throw missing('planner');
  if (!isTeamMember(call.tenant.db, row.container, call.caller.id)) throw denied('planner');
  return row;
}

const planResource = (row: PlanRow): Resource => ({
  '@odata.etag': etag('plan', row.id, row.version),
  id: row.id,
  ...(JSON.parse(row.body) as Resource),
  container: { containerId: row.container, type: 'group', url: `https://graph.microsoft.com/v1.0/groups/${row.container}` },
  owner: row.container,
});
const bucketResource = (row: BucketRow): Resource => ({
  '@odata.etag': etag('bucket', row.id, row.version),
  id: row.id,
  planId: row.plan,
  ...(JSON.parse(row.body) as Resource),
});
const taskResource = (row: TaskRow): Resource => ({
  '@odata.etag': etag('task', row.id, row.version),
  id: row.id,
  planId: row.plan,
  bucketId: row.bucket,
  ...(JSON.parse(row.body) as Resource),
});

const by = (call: GraphCall): Resource => ({
  user: { displayName: null, id: call.caller.id },
  application: { displayName: null, id: call.caller.appId },
});

function postPlan(call: GraphCall): GraphAnswer {
  const parsed = z
    .looseObject({
      title: z.string().min(1),
      owner: z.string().optional(),
      container: z.looseObject({ url: z.string().optional(), containerId: z.string().optional() }).optional(),
    })
    .safeParse(call.body);
  const group = parsed.success
    ? (parsed.data.owner ?? parsed.data.container?.containerId ?? /groups\/([0-9a-f-]{36})/.exec(parsed.data.container?.url ?? '')?.[1])
    : undefined;
  if (!parsed.success || group === undefined) throw refused('planner', 'A plan needs a title and the group that contains it.');
  if (!isTeamMember(call.tenant.db, group, call.caller.id)) throw denied('planner');
  const row: PlanRow = {
    id: newKey(28),
    container: group,
    version: 1,
    body: JSON.stringify({ title: parsed.data.title, createdBy: by(call), createdDateTime: new Date(call.tenant.now()).toISOString() }),
  };
  call.tenant.db.run('INSERT INTO plan (id, container, version, body) VALUES (?,?,?,?)', row.id, row.container, row.version, row.body);
  return created({ '@odata.context': context(call, 'planner/plans/$entity'), ...planResource(row) });
}

const getPlan = (call: GraphCall): GraphAnswer =>
  ok({ '@odata.context': context(call, 'planner/plans/$entity'), ...planResource(planFor(call, call.params['plan'] ?? '')) });

function groupPlans(call: GraphCall): GraphAnswer {
  const group = call.params['group'] ?? '';
  if (!isTeamMember(call.tenant.db, group, call.caller.id)) throw denied('planner');
  return ok({
    '@odata.context': context(call, 'plans'),
    value: call.tenant.db.all<PlanRow>('SELECT * FROM plan WHERE container = ?', group).map(planResource),
  });
}

function postBucket(call: GraphCall): GraphAnswer {
  const parsed = z.looseObject({ name: z.string().min(1), planId: z.string(), orderHint: z.string().optional() }).safeParse(call.body);
  if (!parsed.success) throw refused('planner', 'A bucket needs a name and a planId.');
  const plan = planFor(call, parsed.data.planId);
  const row: BucketRow = {
    id: newKey(28),
    plan: plan.id,
    version: 1,
    body: JSON.stringify({ name: parsed.data.name, orderHint: parsed.data.orderHint ?? ' !' }),
  };
  call.tenant.db.run('INSERT INTO bucket (id, plan, version, body) VALUES (?,?,?,?)', row.id, row.plan, row.version, row.body);
  return created({ '@odata.context': context(call, 'planner/buckets/$entity'), ...bucketResource(row) });
}

const planBuckets = (call: GraphCall): GraphAnswer =>
  ok({
    '@odata.context': context(call, 'buckets'),
    value: call.tenant.db.all<BucketRow>('SELECT * FROM bucket WHERE plan = ?', planFor(call, call.params['plan'] ?? '').id).map(bucketResource),
  });

const planTasks = (call: GraphCall): GraphAnswer =>
  ok({
    '@odata.context': context(call, 'tasks'),
    value: call.tenant.db
      .all<TaskRow>('SELECT * FROM plan_task WHERE plan = ? ORDER BY rowid', planFor(call, call.params['plan'] ?? '').id)
      .map(taskResource),
  });

const assignment = z.looseObject({ '@odata.type': z.string(), orderHint: z.string() });
const taskShape = z.looseObject({
  planId: z.string().optional(),
  bucketId: z.string().nullish(),
  title: z.string().max(255).optional(),
  percentComplete: z.number().int().min(0).max(100).optional(),
  dueDateTime: z.string().nullish(),
  startDateTime: z.string().nullish(),
  priority: z.number().int().min(0).max(10).optional(),
  assignments: z.record(z.string(), assignment.nullable()).optional(),
});

function readTask(call: GraphCall): z.infer<typeof taskShape> {
  const parsed = taskShape.safeParse(call.body);
  if (!parsed.success) throw refused('planner', `Schema validation has failed: ${parsed.error.issues[0]?.path.join('.') ?? ''}`);
  for (const value of Object.values(parsed.data.assignments ?? {})) {
    if (value && !/^#?microsoft\.graph\.plannerAssignment$/.test(value['@odata.type']))
      throw refused('planner', 'An assignment must be a microsoft.graph.plannerAssignment.');
  }
  return parsed.data;
}

/** Assignments are merged by person; null takes one away. Graph adds who and when. */
function assignments(call: GraphCall, before: Resource, given: Record<string, unknown> | undefined): Resource {
  const next = { ...before };
  for (const [person, value] of Object.entries(given ?? {})) {
    if (value === null) delete next[person];
    else
      next[person] = {
        ...(value as Resource),
        '@odata.type': '#microsoft.graph.plannerAssignment',
        assignedDateTime: new Date(call.tenant.now()).toISOString(),
        assignedBy: by(call),
      };
  }
  return next;
}

function postTask(call: GraphCall): GraphAnswer {
  const given = readTask(call);
  if (!given.planId || !given.title) throw refused('planner', 'A task needs a planId and a title.');
  const plan = planFor(call, given.planId);
  const { planId: _plan, bucketId, assignments: assigned, ...rest } = given;
  const body = {
    orderHint: ' !',
    percentComplete: 0,
    priority: 5,
    dueDateTime: null,
    startDateTime: null,
    hasDescription: false,
    previewType: 'automatic',
    completedDateTime: null,
    referenceCount: 0,
    checklistItemCount: 0,
    activeChecklistItemCount: 0,
    ...rest,
    createdDateTime: new Date(call.tenant.now()).toISOString(),
    createdBy: by(call),
    appliedCategories: {},
    assignments: assignments(call, {}, assigned),
  };
  const row: TaskRow = {
    id: newKey(28),
    plan: plan.id,
    bucket: bucketId ?? null,
    version: 1,
    details_version: 1,
    body: JSON.stringify(body),
    details: JSON.stringify({ description: '', previewType: 'automatic', references: {}, checklist: {} }),
  };
  call.tenant.db.run(
    'INSERT INTO plan_task (id, plan, bucket, version, details_version, body, details) VALUES (?,?,?,?,?,?,?)',
    row.id,
    row.plan,
    row.bucket,
    row.version,
    row.details_version,
    row.body,
    row.details,
  );
  return created({ '@odata.context': context(call, 'planner/tasks/$entity'), ...taskResource(row) });
}

function taskFor(call: GraphCall): TaskRow {
  const row = call.tenant.db.get<TaskRow>('SELECT * FROM plan_task WHERE id = ?', call.params['plannerTask'] ?? '');
  if (!row) throw missing('planner');
  planFor(call, row.plan);
  return row;
}

const getTask = (call: GraphCall): GraphAnswer => ok({ '@odata.context': context(call, 'planner/tasks/$entity'), ...taskResource(taskFor(call)) });

/** 204 unless `Prefer: return=representation` asks for the task (graph plannertask-update). */
function patchTask(call: GraphCall): GraphAnswer {
  const row = taskFor(call);
  requireMatch(call, etag('task', row.id, row.version));
  const { planId: _plan, bucketId, assignments: assigned, ...rest } = readTask(call);
  const before = JSON.parse(row.body) as Resource;
  const body = { ...before, ...rest, assignments: assignments(call, before['assignments'] as Resource, assigned) };
  const changed: TaskRow = {
    ...row,
    bucket: bucketId === undefined ? row.bucket : (bucketId ?? null),
    version: row.version + 1,
    body: JSON.stringify(body),
  };
  call.tenant.db.run('UPDATE plan_task SET bucket = ?, version = ?, body = ? WHERE id = ?', changed.bucket, changed.version, changed.body, row.id);
  if (call.prefer.value('return') !== 'representation') return noContent;
  call.prefer.apply('return=representation');
  return ok({ '@odata.context': context(call, 'planner/tasks/$entity'), ...taskResource(changed) });
}

function deleteTask(call: GraphCall): GraphAnswer {
  const row = taskFor(call);
  requireMatch(call, etag('task', row.id, row.version));
  call.tenant.db.run('DELETE FROM plan_task WHERE id = ?', row.id);
  return noContent;
}

const detailsResource = (row: TaskRow): Resource => ({
  '@odata.etag': etag('details', row.id, row.details_version),
  id: row.id,
  ...(JSON.parse(row.details) as Resource),
});
const getDetails = (call: GraphCall): GraphAnswer =>
  ok({ '@odata.context': context(call, 'planner/tasks/details/$entity'), ...detailsResource(taskFor(call)) });

function patchDetails(call: GraphCall): GraphAnswer {
  const row = taskFor(call);
  requireMatch(call, etag('details', row.id, row.details_version));
  const parsed = z.looseObject({ description: z.string().optional(), previewType: z.string().optional() }).safeParse(call.body);
  if (!parsed.success) throw refused('planner', 'Schema validation has failed.');
  const details = JSON.stringify({ ...(JSON.parse(row.details) as Resource), ...parsed.data });
  const changed: TaskRow = { ...row, details, details_version: row.details_version + 1 };
  call.tenant.db.run('UPDATE plan_task SET details = ?, details_version = ? WHERE id = ?', details, changed.details_version, row.id);
  if (call.prefer.value('return') !== 'representation') return noContent;
  call.prefer.apply('return=representation');
  return ok({ '@odata.context': context(call, 'planner/tasks/details/$entity'), ...detailsResource(changed) });
}

/** Tasks assigned to the caller. */
const myTasks = (call: GraphCall): GraphAnswer =>
  ok({
    '@odata.context': context(call, 'tasks'),
    value: call.tenant.db
      .all<TaskRow>('SELECT * FROM plan_task ORDER BY rowid')
      .map(taskResource)
      .filter((task) => call.caller.id in (task['assignments'] as Resource)),
  });

export const plannerRoutes: Route[] = table('planner')(
  ['POST /planner/plans', scopesToWrite, postPlan],
  ['GET /planner/plans/{plan}', scopesToRead, getPlan],
  ['GET /planner/plans/{plan}/buckets', scopesToRead, planBuckets],
  ['GET /planner/plans/{plan}/tasks', scopesToRead, planTasks],
  ['GET /groups/{group}/planner/plans', scopesToRead, groupPlans],
  ['POST /planner/buckets', scopesToWrite, postBucket],
  ['POST /planner/tasks', scopesToWrite, postTask],
  ['GET /planner/tasks/{plannerTask}', scopesToRead, getTask],
  ['PATCH /planner/tasks/{plannerTask}', scopesToWrite, patchTask],
  ['DELETE /planner/tasks/{plannerTask}', scopesToWrite, deleteTask],
  ['GET /planner/tasks/{plannerTask}/details', scopesToRead, getDetails],
  ['PATCH /planner/tasks/{plannerTask}/details', scopesToWrite, patchDetails],
  ['GET /users/{user}/planner/tasks', scopesToRead, myTasks],
);
