import type { MeetingFile } from '../../meeting/meeting.ts';
import type { AgendaNow } from '../../storage/watchAgenda.ts';
import type { Desk } from '../desk.ts';

/** An agenda that is open on a screen, followed. */
export interface Watching {
  /** What changed since the last look, and, where it is wanted, who else is writing: a unit each. @throws Failure */
  look(withWriters: boolean): Promise<AgendaNow>;
}

/** Follows the agenda of a meeting for as long as it is looked at: nothing is asked but by `look`. */
export const watchAgenda =
  (desk: Desk) =>
  async ({ pointer, closedAccess }: Pick<MeetingFile, 'pointer' | 'closedAccess'>): Promise<Watching> => {
    const { live, now } = { live: await desk.workplace.store.live(), now: desk.workplace.now };
    const watch = live.watchAgenda(closedAccess === 'yes' ? pointer : { ...pointer, closedSiteId: null }, now);
    return {
      look: async (withWriters) => {
        const seen = await watch.look(withWriters);
        const me = desk.me();
        const isMe = ({ id, name }: { readonly id: string | null; readonly name: string }) => (id === null ? name === me.name : id === me.id);
        return { ...seen, by: seen.by.filter((name) => name !== me.name), writers: seen.writers && seen.writers.filter((writer) => !isMe(writer)) };
      },
    };
  };
