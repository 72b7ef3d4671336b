import { ensureBuild } from './ensureBuild.ts';
import type { LocalBuild } from './ensureBuild.ts';

/** The journeys' own ports, so that they run beside `npm start`. */
export const journeyPorts = { tenant: 6443, app: 6444 } as const;

/** The build the journeys use: the production build, with its budget kept, for the journeys' tenant. Throws BuildFailed. */
export function ensureJourneyBuild(say: (line: string) => void): Promise<LocalBuild> {
  return ensureBuild({ name: 'journeys', tenantPort: journeyPorts.tenant, appPort: journeyPorts.app, budget: 'fail', say });
}
