import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';

/** Graph's answer as it came, whatever its status. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON, or the text where it is none. */
  readonly body: unknown;
}

export interface Sent {
  /** Text is sent as it is, all else as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One person's requests to Graph: a path below v1.0, or an address that Graph gave. Answers every status; throws only where no answer came. */
export type Ask = (method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE', path: string, sent?: Sent) => Promise<Answer>;

const MOST_TRIES = 6;

/**
 * Asks past all of Dagsorden's own layers: what is wanted here is what Graph says, a refusal included. Only what was put off (429, 503 with
 * a time) is asked again.
 * @param base "https://graph.microsoft.com/v1.0"
 */
export function createAsk(base: string, token: () => Promise<string>): Ask {
  return async (method, path, { body, headers = {} } = {}) => {
    for (let tries = 1; ; tries += 1) {
      const raw = typeof body === 'string';
      const response = await fetch(path.startsWith('https:') ? path : `${base}${path}`, {
        method,
        headers: {
          Authorization: `Bearer ${await token()}`,
          'client-request-id': randomUUID(),
          ...(body === undefined || raw ? {} : { 'Content-Type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: raw ? body : JSON.stringify(body) }),
      });
      const answer = { status: response.status, headers: response.headers, body: parsed(await response.text()) };
      const wait = Number(response.headers.get('Retry-After') ?? (answer.status === 429 ? 2 ** tries : 0));
      if (tries >= MOST_TRIES || wait <= 0 || (answer.status !== 429 && answer.status !== 503)) return answer;
      await delay(wait * 1000);
    }
  };
}

function parsed(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return text;
  }
}

/** What stands at a path of an answer's body, such as `at(body, 'value', 0, 'id')`; undefined where nothing does. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  let here = value;
  for (const step of path) {
    if (typeof here !== 'object' || here === null) return undefined;
    here = (here as Readonly<Record<string | number, unknown>>)[step];
  }
  return here;
}

/** The list at a path of an answer's body; empty where there is none. */
export function listAt(value: unknown, ...path: readonly (string | number)[]): readonly unknown[] {
  const found = at(value, ...path);
  return Array.isArray(found) ? found : [];
}

/** The HTML at a path of an answer, with its ampersands as they are meant: each tenant has its own way of escaping them. */
export const htmlAt = (value: unknown, ...path: readonly (string | number)[]): string =>
  String(at(value, ...path)).replaceAll(/&(amp|#38|#x26);/gi, '&');

/** An answer that the tour cannot go on from, told without anybody's words. */
export class Unexpected extends Error {
  override readonly name = 'Unexpected';
}

/** The text at a path of an answer's body. Throws Unexpected. */
export function textAt(answer: Answer, ...path: readonly (string | number)[]): string {
  const found = at(answer.body, ...path);
  if (typeof found !== 'string') throw new Unexpected(`${told(answer)} without ${path.join('.')}`);
  return found;
}

/** Status and code of an answer: all that is ever told of one. */
export function told({ status, body }: Answer): string {
  const code = at(body, 'error', 'code');
  return typeof code === 'string' && /^[\w.]{1,60}$/.test(code) ? `${status} ${code}` : String(status);
}
