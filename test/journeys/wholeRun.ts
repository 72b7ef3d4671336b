import { ensureJourneyBuild } from '../../src/tools/build/journeyBuild.ts';

/** Before a run of journeys: the one build all workers serve. */
export default async function setUp(): Promise<void> {
  await ensureJourneyBuild((line) => console.log(line));
}
