import type { Desk } from '../desk.ts';
import type { FoundMeeting } from './foundMeeting.ts';

/** The meeting of this visit: what is being looked for, or was found last. */
export interface Finding {
  /** Resolves when what is being looked for is found, or else with what was found before. */
  last(): Promise<FoundMeeting>;
  /** @param place the host's name for where the search began; null where the device has no use for remembering it */
  begin(place: string | null, search: Promise<FoundMeeting>): Promise<FoundMeeting>;
}

export function createFinding({ seen }: Pick<Desk, 'seen'>): Finding {
  let found: Promise<FoundMeeting> = Promise.resolve({ event: null, pointer: null });
  return {
    last: () => found,
    async begin(place, search) {
      const before = found;
      found = search.catch(() => before);
      const { event, pointer } = await search;
      // Without an agenda there is nothing to paint, and soon there may be one.
      if (place !== null && pointer) void seen.keepPlace(place, { event, pointer });
      return search;
    },
  };
}
