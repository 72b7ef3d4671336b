import { isFailure } from '../../../meeting/errors.ts';
import { FAILURE_NAMES, type FailureName } from '../../../meeting/words.ts';

export type ShownFailure = FailureName | 'Unknown';

/**
 * Failures that come without a network, by themselves, or before anybody is signed in: their words and their ways on are there from the start.
 * Every other one is an answer of somebody, and is told by RefusalState, which is fetched then.
 */
const PLAIN = ['Offline', 'Throttled', 'SignInNeeded', 'HostSilent', 'WrongAccount', 'ServerFault', 'Unknown'] as const satisfies ShownFailure[];
export type PlainFailure = (typeof PLAIN)[number];
export type Refusal = Exclude<ShownFailure, PlainFailure>;
export const isPlainFailure = (name: ShownFailure): name is PlainFailure => PLAIN.some((each) => each === name);

/** Which designed state an error is shown as. Anything that has no name of ours is `Unknown`, never nothing. */
export function failureName(error: unknown): ShownFailure {
  if (didNotLoad(error)) return 'Offline';
  return (isFailure(error) && FAILURE_NAMES.find((name) => name === error.name)) || 'Unknown';
}

/** A part of the app itself that could not be fetched, in webpack's words, because there is no connection. */
function didNotLoad(error: unknown): boolean {
  return error instanceof Error && error.name === 'ChunkLoadError' && globalThis.navigator?.onLine === false;
}

/** What stands behind "Detaljer": codes and request ids for those who support the reader, never the reader's own text. */
export function failureDetails(error: unknown): [string, string][] {
  const facts: [string, string][] = [['failure', error instanceof Error ? error.name : typeof error]];
  if (error instanceof Error) facts.push(['message', error.message]);
  if (isFailure(error)) {
    facts.push(...Object.entries(error.detail));
    if (error.retryAfter !== null) facts.push(['retryAfter', String(error.retryAfter)]);
  }
  return facts;
}
