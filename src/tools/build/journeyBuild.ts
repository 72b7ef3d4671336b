import { ensureBuild } from './ensureBuild.ts';
import type { LocalBuild } from './ensureBuild.ts';

/**
 * Where the journeys' build believes tenant and app to be. Nobody listens there: each journey has both on free ports of its own, and
 * its app is served with those in the place of these (serveApp's `moved`).
 */
export const journeyPlaces = { tenant: 'localhost:6443', app: 'localhost:6444' } as const;

/** The build the journeys use: the production build, with its budget kept. Throws BuildFailed. */
export function ensureJourneyBuild(say: (line: string) => void): Promise<LocalBuild> {
  const port = (place: string) => Number(new URL(`https://${place}`).port);
  return ensureBuild({ name: 'journeys', tenantPort: port(journeyPlaces.tenant), appPort: port(journeyPlaces.app), budget: 'fail', say });
}
