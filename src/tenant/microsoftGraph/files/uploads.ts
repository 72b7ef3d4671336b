import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from '../../dev/faults.ts';
import type { Tenant } from '../../tenant.ts';
import { newKey } from '../../ids.ts';
import { addAttachment } from '../calendar/attachmentStore.ts';
import { corsHeaders, preflight } from '../gateway/cors.ts';
import { readBody } from '../gateway/readBody.ts';
import { GraphError } from '../gateway/graphError.ts';
import type { Resource } from '../gateway/call.ts';
import { keepFile, type ConflictBehavior } from './fileWriting.ts';
import { driveBy } from './driveStore.ts';
import { driveItemResource } from './driveItemResource.ts';

/** What an upload session is for. */
export type UploadGoal =
  | { kind: 'attachment'; event: string; name: string; size: number; contentType: string }
  | { kind: 'file'; drive: string; parent: string; name: string; by: string; conflict: ConflictBehavior };

interface UploadBody {
  goal: UploadGoal;
  total: number | null;
}

const lifetimeMs = 60 * 60_000;
const fragmentUnit = 320 * 1024;
const mostPerFragment = 60 * 1024 * 1024;
const mostPerAttachmentPiece = 4 * 1024 * 1024;

export function openUpload(tenant: Tenant, goal: UploadGoal): Resource {
  const id = newKey(43);
  const expires = tenant.now() + lifetimeMs;
  const body: UploadBody = { goal, total: goal.kind === 'attachment' ? goal.size : null };
  tenant.db.run(
    'INSERT INTO upload (id, expires_at, received, body, content) VALUES (?,?,0,?,?)',
    id,
    expires,
    JSON.stringify(body),
    new Uint8Array(),
  );
  return { uploadUrl: `${tenant.uploadOrigin}/upload/${id}`, expirationDateTime: new Date(expires).toISOString(), nextExpectedRanges: ['0-'] };
}

/**
 * The address of an upload session: it speaks for itself, and a token sent along is refused (graph driveitem-createuploadsession).
 * It is on another host than Graph's, so that clients leave the token out by themselves. Faults meet it under `/upload/…`.
 */
export async function serveUpload(tenant: Tenant, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === 'OPTIONS') return preflight(request, response, {});
  const started = performance.now();
  const target = request.url ?? '/';
  const faults = tenant.faults.meet({ method: request.method ?? 'GET', target });
  const answer = await answered(tenant, request, target, faults);
  note(tenant, request, { status: answer?.status ?? 0, started, faults });
  if (answer) send(request, response, answer);
}

/** What is answered; undefined where the connection is gone, by a fault or by the client's own doing. */
async function answered(tenant: Tenant, request: IncomingMessage, target: string, faults: readonly Fault[]): Promise<UploadAnswer | undefined> {
  const id = target.slice('/upload/'.length).split('?')[0] ?? '';
  for (const { delayMs } of faults) if (delayMs) await sleep(delayMs);
  if (faults.some(({ cut }) => cut === 'before')) return cutOff(tenant, request, faults);
  const failure = faults.find(({ status }) => status !== undefined);
  try {
    const bytes = await readBody(request);
    if (failure?.status !== undefined && !failure.effect) throw new GraphError(failure.status, failure.code ?? 'generalException', 'A fault.');
    const answer = tenant.db.transaction(() => step(tenant, id, request, bytes));
    if (faults.some(({ cut }) => cut === 'after')) return cutOff(tenant, request, faults);
    if (failure?.status !== undefined) throw new GraphError(failure.status, failure.code ?? 'generalException', 'A fault.');
    return answer;
  } catch (error) {
    if (error instanceof GraphError) return { status: error.status, body: { error: { code: error.code, message: error.message } } };
    // A piece that broke off on its way is not kept; the session still expects it.
    if (request.destroyed && !request.complete) return undefined;
    throw error;
  }
}

function cutOff(tenant: Tenant, request: IncomingMessage, faults: readonly Fault[]): undefined {
  if (faults.some(({ reset }) => reset)) tenant.resetConnection(request.socket);
  else request.socket.destroy();
  return undefined;
}

function note(tenant: Tenant, request: IncomingMessage, facts: { status: number; started: number; faults: readonly Fault[] }): void {
  tenant.log.add({
    time: new Date(tenant.now()).toISOString(),
    method: request.method ?? 'GET',
    // The rest of the address is as good as a key.
    path: '/upload/…',
    status: facts.status,
    user: null,
    durationMs: Math.round((performance.now() - facts.started) * 1000) / 1000,
    requestCharge: 0,
    rowsExamined: 0,
    requestId: randomUUID(),
    clientRequestId: null,
    ...(facts.faults.length === 0 ? {} : { fault: facts.faults.map(({ name, status, cut }) => name ?? cut ?? String(status ?? 'delay')).join(', ') }),
  });
}

interface UploadAnswer {
  status: number;
  body?: Resource;
  location?: string;
}

function step(tenant: Tenant, id: string, request: IncomingMessage, bytes: Buffer): UploadAnswer {
  const { db } = tenant;
  if (request.headers.authorization !== undefined) throw new GraphError(401, 'unauthenticated', 'An upload session takes no Authorization header.');
  const row = db.get<{ expires_at: number; received: number; body: string }>('SELECT expires_at, received, body FROM upload WHERE id = ?', id);
  if (!row || row.expires_at < tenant.now()) throw new GraphError(404, 'itemNotFound', 'The upload session was not found');
  const { goal, total } = JSON.parse(row.body) as UploadBody;
  const state = { expirationDateTime: new Date(row.expires_at).toISOString(), nextExpectedRanges: expected(goal, row.received) };
  if (request.method === 'GET') return { status: 200, body: state };
  if (request.method === 'DELETE') {
    db.run('DELETE FROM upload WHERE id = ?', id);
    return { status: 204 };
  }
  if (request.method !== 'PUT') throw new GraphError(405, 'methodNotAllowed', 'Method not allowed');
  const range = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(request.headers['content-range'] ?? '');
  if (!range) throw new GraphError(400, 'invalidRequest', 'The Content-Range header is missing or malformed.');
  const [first = 0, last = 0, whole = 0] = range.slice(1).map(Number);
  if (last - first + 1 !== bytes.length || last >= whole || (total !== null && total !== whole))
    throw new GraphError(400, 'invalidRequest', 'The Content-Range does not fit the content.');
  if (first !== row.received) throw new GraphError(416, 'invalidRange', 'The uploaded fragment has already been received or is out of order.');
  const isLast = last + 1 === whole;
  if (goal.kind === 'attachment' && bytes.length > mostPerAttachmentPiece)
    throw new GraphError(413, 'ErrorInvalidRequest', 'A piece of an attachment can be at most 4 MB.');
  if (goal.kind === 'file' && (bytes.length >= mostPerFragment || (!isLast && bytes.length % fragmentUnit !== 0))) {
    throw new GraphError(400, 'invalidRequest', 'A fragment must be smaller than 60 MiB and, but for the last, a multiple of 320 KiB.');
  }
  // Each piece prolongs the session (graph resources/uploadsession).
  const expires = tenant.now() + lifetimeMs;
  db.run(
    'UPDATE upload SET content = content || ?, received = ?, expires_at = ?, body = ? WHERE id = ?',
    bytes,
    last + 1,
    expires,
    JSON.stringify({ goal, total: whole }),
    id,
  );
  if (!isLast)
    return {
      status: goal.kind === 'attachment' ? 200 : 202,
      body: { expirationDateTime: new Date(expires).toISOString(), nextExpectedRanges: expected(goal, last + 1) },
    };
  const content = Buffer.from(
    db.get<{ content: Uint8Array }>('SELECT CAST(content AS BLOB) AS content FROM upload WHERE id = ?', id)?.content ?? new Uint8Array(),
  );
  db.run('DELETE FROM upload WHERE id = ?', id);
  return finish(tenant, goal, content);
}

/** A range without an end for a file; for an attachment of Outlook's the place alone where the next piece begins (graph resources/uploadsession). */
function expected({ kind }: UploadGoal, next: number): string[] {
  return [kind === 'attachment' ? String(next) : `${next}-`];
}

function finish(tenant: Tenant, goal: UploadGoal, content: Buffer): UploadAnswer {
  const { db } = tenant;
  if (goal.kind === 'attachment') {
    const made = addAttachment(
      db,
      goal.event,
      { name: goal.name, contentType: goal.contentType, isInline: false, contentId: null, content },
      tenant.now(),
    );
    return { status: 201, location: `${tenant.origin}/v1.0/me/events/attachments/${String(made['id'])}` };
  }
  const drive = driveBy(db, goal.drive);
  if (!drive) throw new GraphError(404, 'itemNotFound', 'The resource could not be found.');
  const { item, isNew } = keepFile(db, { ...goal, content, mimeType: null, ifMatch: undefined, now: tenant.now() });
  return { status: isNew ? 201 : 200, body: driveItemResource(db, drive, item) };
}

function send(request: IncomingMessage, response: ServerResponse, { status, body, location }: UploadAnswer): void {
  const text = body === undefined ? '' : JSON.stringify(body);
  response.writeHead(status, {
    ...corsHeaders(request),
    ...(text === '' ? {} : { 'Content-Type': 'application/json' }),
    ...(location ? { Location: location } : {}),
    ...(status === 204 ? {} : { 'Content-Length': String(Buffer.byteLength(text)) }),
  });
  response.end(text);
}
