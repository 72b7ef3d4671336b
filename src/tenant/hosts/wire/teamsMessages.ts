import { isRecord, textAt } from './record.ts';

/**
 * What teams-js 2.x sends to its parent window (teams-js internal/messageObjects: MessageRequest).
 * Objects, not strings; `uuidAsString` decides which call an answer belongs to, `id` is the older way.
 */
export interface TeamsCall {
  readonly id: number | null;
  readonly uuid: string;
  readonly func: string;
  readonly args: readonly unknown[];
  /** Nested app authentication carries its request here, as JSON text. */
  readonly data: string;
}

/** What the host sends back for a call. */
export interface TeamsAnswer {
  readonly id: number | null;
  readonly uuidAsString: string;
  /** The standalone bridge of office.js reads `uuid`. */
  readonly uuid: string;
  readonly args: readonly unknown[];
  readonly monotonicTimestamp: number;
}

/** What the host sends unasked: a theme change, the save button, back. */
export interface TeamsEvent {
  readonly func: string;
  readonly args: readonly unknown[];
}

/** The call in a message event's data, or null when the message is not one of teams-js. */
export function parseTeamsCall(data: unknown): TeamsCall | null {
  if (!isRecord(data)) return null;
  const func = textAt(data, 'func');
  if (!func) return null;
  return {
    id: typeof data['id'] === 'number' ? data['id'] : null,
    uuid: textAt(data, 'uuidAsString') || textAt(data, 'uuid'),
    func,
    args: Array.isArray(data['args']) ? data['args'] : [],
    data: textAt(data, 'data'),
  };
}

/** The answer to `call`: both keys are sent, since the library falls back from uuid to id. */
export function teamsAnswer(call: TeamsCall, args: readonly unknown[], now: number): TeamsAnswer {
  return { id: call.id, uuidAsString: call.uuid, uuid: call.uuid, args, monotonicTimestamp: now };
}

/** An event from the host to the app. */
export function teamsEvent(func: string, ...args: readonly unknown[]): TeamsEvent {
  return { func, args };
}
