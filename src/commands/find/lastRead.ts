import * as v from 'valibot';
import type { ItemId } from '../../meeting/ids.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { mayReadClosed } from '../../meeting/permissions.ts';
import { newsSince, READ_FIELDS, readAgenda, withRead, type AgendaNews, type ReadAgenda, type ReadField } from '../../meeting/readSigns.ts';
import type { Desk } from '../desk.ts';

/** Read on this device, latest last; so many meetings are remembered. */
const MOST = 40;
const NAME = 'read';

const fields = Object.fromEntries(READ_FIELDS.map((field) => [field, v.string()])) as Record<ReadField, v.StringSchema<undefined>>;
const reading = v.object({ meeting: v.string(), at: v.string(), insider: v.boolean(), items: v.record(v.string(), v.object(fields)) });
type Reading = v.InferOutput<typeof reading>;

/** What is new to this person, on this device. */
export interface NewsForMe extends AgendaNews {
  /** The ISO instant of the reading it is new since. */
  readonly since: string;
}

const meetingName = ({ pointer }: Pick<MeetingFile, 'pointer'>): string => `${pointer.siteId} ${pointer.key}`;

async function readings({ seen }: Desk): Promise<readonly Reading[]> {
  const kept = await seen.other(NAME);
  const found = v.safeParse(v.array(reading), kept?.value);
  return found.success ? found.output : [];
}

async function keep(desk: Desk, file: MeetingFile, { insider, items }: ReadAgenda): Promise<void> {
  const meeting = meetingName(file);
  const others = (await readings(desk)).filter((each) => each.meeting !== meeting);
  await desk.seen.keepOther(NAME, [...others, { meeting, at: desk.workplace.now().toISOString(), insider, items }].slice(-MOST));
}

/** What is new in an agenda since I read it here; null the first time, which is kept as the reading. The device keeps signs of it and no words. */
export const newsForMe =
  (desk: Desk) =>
  async (file: MeetingFile): Promise<NewsForMe | null> => {
    const insider = mayReadClosed({ file });
    const before = (await readings(desk)).find(({ meeting }) => meeting === meetingName(file));
    if (before !== undefined) return { ...newsSince(before, file.agenda, insider), since: before.at };
    await keep(desk, file, readAgenda(file.agenda, insider));
    return null;
  };

/** I have read these items as they are now; all of the agenda where none is named. */
export const markRead =
  (desk: Desk) =>
  async (file: MeetingFile, ids: readonly ItemId[] | null = null): Promise<void> => {
    const insider = mayReadClosed({ file });
    const before = ids === null ? undefined : (await readings(desk)).find(({ meeting }) => meeting === meetingName(file));
    await keep(desk, file, before === undefined || ids === null ? readAgenda(file.agenda, insider) : withRead(before, file.agenda, new Set(ids)));
  };
