import type { Publication } from './meeting.ts';
import { FAILURE_NAMES, type FailureName, type PublicationTarget } from './words.ts';

/** The newest line of the log for each target: the highest version, and of one version the last written. */
export function latestLog(log: readonly Publication[]): ReadonlyMap<PublicationTarget, Publication> {
  const latest = new Map<PublicationTarget, Publication>();
  for (const line of log) {
    const other = latest.get(line.target);
    if (!other || line.version >= other.version) latest.set(line.target, line);
  }
  return latest;
}

/** Who took the newest edition back, and when; null where nobody did. */
export function withdrawn(log: readonly Publication[]): { readonly version: number; readonly by: string; readonly at: string } | null {
  const version = Math.max(0, ...log.map((line) => line.version));
  const line = log.find((each) => each.version === version && each.state === 'withdrawn');
  return line ? { version, by: line.reference ?? '', at: line.at } : null;
}

/** The name of the failure a log line tells of, kept as "Name: message"; null where it is none of ours. */
export function loggedFailure(error: string): FailureName | null {
  const word = error.split(':', 1)[0];
  return FAILURE_NAMES.find((name) => name === word) ?? null;
}
