import type { Publication, PublicationTarget } from './meeting.ts';

/** The newest line of the log for each target: the highest version, and of one version the last written. */
export function latestLog(log: readonly Publication[]): ReadonlyMap<PublicationTarget, Publication> {
  const latest = new Map<PublicationTarget, Publication>();
  for (const line of log) {
    const other = latest.get(line.target);
    if (!other || line.version >= other.version) latest.set(line.target, line);
  }
  return latest;
}
