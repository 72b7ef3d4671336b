import type { IncomingMessage, ServerResponse } from 'node:http';
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
  return { uploadUrl: `${tenant.origin}/upload/${id}`, expirationDateTime: new Date(expires).toISOString(), nextExpectedRanges: ['0-'] };
}

/** The address of an upload session: it speaks for itself, and a token sent along is refused (graph driveitem-createuploadsession). */
export async function serveUpload(tenant: Tenant, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === 'OPTIONS') return preflight(request, response, {});
  const id = (request.url ?? '').slice('/upload/'.length).split('?')[0] ?? '';
  try {
    const bytes = await readBody(request);
    const answer = tenant.db.transaction(() => step(tenant, id, request, bytes));
    send(request, response, answer.status, answer.body, answer.location);
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    send(request, response, error.status, { error: { code: error.code, message: error.message } });
  }
}

function step(tenant: Tenant, id: string, request: IncomingMessage, bytes: Buffer): { status: number; body?: Resource; location?: string } {
  const { db } = tenant;
  const row = db.get<{ expires_at: number; received: number; body: string }>('SELECT expires_at, received, body FROM upload WHERE id = ?', id);
  if (!row || row.expires_at < tenant.now()) throw new GraphError(404, 'itemNotFound', 'The upload session was not found');
  if (request.headers.authorization !== undefined) throw new GraphError(401, 'unauthenticated', 'An upload session takes no Authorization header.');
  const { goal, total } = JSON.parse(row.body) as UploadBody;
  const state = { expirationDateTime: new Date(row.expires_at).toISOString(), nextExpectedRanges: [`${row.received}-`] };
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
  db.run(
    'UPDATE upload SET content = content || ?, received = ?, body = ? WHERE id = ?',
    bytes,
    last + 1,
    JSON.stringify({ goal, total: whole }),
    id,
  );
  if (!isLast)
    return {
      status: goal.kind === 'attachment' ? 200 : 202,
      body: { expirationDateTime: state.expirationDateTime, nextExpectedRanges: [`${last + 1}-`] },
    };
  const content = Buffer.from(
    db.get<{ content: Uint8Array }>('SELECT CAST(content AS BLOB) AS content FROM upload WHERE id = ?', id)?.content ?? new Uint8Array(),
  );
  db.run('DELETE FROM upload WHERE id = ?', id);
  return finish(tenant, goal, content);
}

function finish(tenant: Tenant, goal: UploadGoal, content: Buffer): { status: number; body?: Resource; location?: string } {
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

function send(request: IncomingMessage, response: ServerResponse, status: number, body?: Resource, location?: string): void {
  const text = body === undefined ? '' : JSON.stringify(body);
  response.writeHead(status, {
    ...corsHeaders(request),
    ...(text === '' ? {} : { 'Content-Type': 'application/json' }),
    ...(location ? { Location: location } : {}),
    ...(status === 204 ? {} : { 'Content-Length': String(Buffer.byteLength(text)) }),
  });
  response.end(text);
}
