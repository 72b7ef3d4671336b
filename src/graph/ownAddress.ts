import * as v from 'valibot';
import { failureOf, GraphFailure } from './failure.ts';
import { parse } from './parse.ts';

/** A piece of an upload must be a multiple of this, but for the last (driveitem-createuploadsession). */
const UNIT = 320 * 1024;
/** 10 MiB at a time is what Microsoft advises for a good line; half of it loses less over a bad one. */
export const PIECE = 16 * UNIT;

/** Milliseconds for one piece over a slow line. */
const PATIENCE = 300_000;

interface OwnAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/**
 * Asks an address that speaks for itself, on another host than Graph's: never with a token, which is refused there and would be told to a stranger.
 * @throws GraphFailure offline where no answer came
 */
async function ask(method: 'GET' | 'PUT', url: string, init: Pick<RequestInit, 'headers' | 'body'>, as: 'json' | 'blob'): Promise<OwnAnswer> {
  if (!/^https:\/\//i.test(url)) throw new GraphFailure('Not an address to send to', { kind: 'fault', status: null, code: 'foreignLink' });
  try {
    const answer = await fetch(url, { ...init, method, credentials: 'omit', referrerPolicy: 'no-referrer', signal: AbortSignal.timeout(PATIENCE) });
    const body: unknown = answer.ok && as === 'blob' ? await answer.blob() : jsonIn(await answer.text());
    return { status: answer.status, headers: Object.fromEntries(answer.headers), body };
  } catch (cause) {
    // Its address is as good as a key, and is named nowhere.
    throw new GraphFailure(`${method} of a file: the connection failed`, {
      kind: 'offline',
      status: null,
      code: 'noConnection',
      uncertain: method !== 'GET',
      cause,
    });
  }
}

function jsonIn(text: string): unknown {
  try {
    return text === '' ? null : (JSON.parse(text) as unknown);
  } catch {
    return text;
  }
}

const ranges = v.object({ nextExpectedRanges: v.pipe(v.array(v.string()), v.minLength(1)) });
const placeIn = (body: unknown): number => Number.parseInt(parse(ranges, body, 'how far an upload has come').nextExpectedRanges[0] ?? '0', 10) || 0;

/** The byte that the session expects next; null where it is over, be it finished or forgotten. */
export async function uploadedSoFar(url: string): Promise<number | null> {
  const answer = await ask('GET', url, {}, 'json');
  if (answer.status === 404 || answer.status === 410 || answer.status === 401) return null;
  if (answer.status !== 200) throw failureOf(answer, { path: '/upload', scopes: [] });
  return placeIn(answer.body);
}

/** `next` null: the session is over, finished or forgotten; a browser repeats a request by itself when its connection was closed, and is then told so. */
export type Piece = { readonly next: number | null } | { readonly done: unknown };

/** Sends the piece from byte `from` on: how far it has come then, or what Graph says of the finished file. 416: the session tells where it is. */
export async function sendPiece(url: string, content: Blob, from: number): Promise<Piece> {
  const end = Math.min(from + PIECE, content.size);
  const headers = { 'Content-Range': `bytes ${from}-${end - 1}/${content.size}` };
  const answer = await ask('PUT', url, { headers, body: content.slice(from, end) }, 'json');
  if (answer.status === 202) return { next: placeIn(answer.body) };
  if (answer.status === 200 || answer.status === 201) return { done: answer.body };
  if (answer.status === 404 || answer.status === 410) return { next: null };
  if (answer.status === 416) {
    const next = await uploadedSoFar(url);
    if (next !== from) return { next };
  }
  throw failureOf(answer, { method: 'PUT', path: '/upload', scopes: [] });
}

/** The content of a file by the address Graph gave for it. */
export async function download(url: string): Promise<Blob> {
  const answer = await ask('GET', url, {}, 'blob');
  if (answer.body instanceof Blob) return answer.body;
  throw failureOf(answer, { path: '/download', scopes: [] });
}
