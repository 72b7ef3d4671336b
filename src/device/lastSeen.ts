import * as v from 'valibot';
import type { CalendarEvent, MeetingFile, MeetingPointer } from '../meeting/meeting.ts';
import { withoutClosed } from '../meeting/withoutClosed.ts';
import { event, meetingFile, pointer } from '../meeting/schemas.ts';
import type { FileRow, SeenDatabase } from './seenDatabase.ts';

/** A meeting as it was when it was last read. `at` is the ISO instant of the reading. */
export interface SeenFile {
  readonly file: MeetingFile;
  readonly at: string;
}

/** Which meeting the host stood on, by the host's own name for it. */
export interface SeenPlace {
  readonly event: CalendarEvent | null;
  readonly pointer: MeetingPointer;
}

/** What this device has shown of meetings, per person. A cache: what cannot be read or written is as if it were not there. */
export interface LastSeen {
  file(of: MeetingPointer): Promise<SeenFile | null>;
  /** Keeps the file in place of an earlier one; closed parts only for those who could read them. */
  keepFile(file: MeetingFile): Promise<void>;
  /** Changes what is kept of a meeting, as of the same reading. */
  amendFile(of: MeetingPointer, change: (file: MeetingFile) => MeetingFile): Promise<void>;
  forgetFile(of: MeetingPointer): Promise<void>;
  /** Forgets what other people on this device have seen of the meeting: what was open to them may have been closed since. */
  forgetOthers(of: MeetingPointer): Promise<void>;
  /** From now on nothing is kept: the person signs out, and what is still being read would be put back. */
  close(): void;
  /** @param name the host's name for the meeting, e.g. `chat:19:…` */
  place(name: string): Promise<SeenPlace | null>;
  keepPlace(name: string, place: SeenPlace): Promise<void>;
  /** Something else that was read, under a name of its own, with the instant (ms) of the reading; whoever asks reads what it says. */
  other(name: string): Promise<{ readonly value: unknown; readonly at: number } | null>;
  keepOther(name: string, value: unknown): Promise<void>;
}

/** So many meetings of one person are kept; the one read longest ago makes room. */
const MOST = 30;
/** For so long (ms) closed parts are shown from the device after Graph last let the person read them: a week without a connection. */
const CLOSED_FOR = 7 * 86_400_000;

/** Before the names of what is no place; a host's name for a meeting is one word. */
const OTHER = 'other';

const seenPlace = v.object({ event: v.nullable(event), pointer });

/** @param owner the id of the person who sits here; null while nobody is known, and then nothing is kept or told */
export function createLastSeen(database: Promise<SeenDatabase>, owner: () => string | null, now: () => number = Date.now): LastSeen {
  database.catch(() => undefined);
  let closed = false;
  const idOf = (...names: string[]) => JSON.stringify([owner(), ...names]);
  const fileId = (of: MeetingPointer) => idFor(owner(), of);

  /** Nothing that fails here keeps anybody from anything. */
  async function quietly<Answer>(work: (open: SeenDatabase, who: string) => Promise<Answer>): Promise<Answer | null> {
    const who = owner();
    if (who === null || closed) return null;
    try {
      const open = await database;
      return closed ? null : await work(open, who);
    } catch {
      return null;
    }
  }

  async function readFile(open: SeenDatabase, id: string): Promise<{ row: FileRow; file: MeetingFile } | null> {
    const row = await open.get('files', id);
    if (!row) return null;
    const found = v.safeParse(meetingFile, row.file);
    if (found.success) return { row, file: found.output };
    await open.delete('files', id);
    return null;
  }

  const put = async (open: SeenDatabase, who: string, file: MeetingFile, at: number): Promise<void> => {
    // The person may have signed out since the reading began.
    if (closed) return;
    await open.put('files', {
      id: fileId(file.pointer),
      owner: who,
      at,
      closedSiteId: file.pointer.closedSiteId,
      insider: file.closedAccess === 'yes',
      file: forKeeping(file),
    });
  };

  return {
    file: (of) =>
      quietly(async (open) => {
        const found = await readFile(open, fileId(of));
        if (found === null) return null;
        const tooOld = now() - found.row.at > CLOSED_FOR;
        return { file: tooOld ? withoutClosed(found.file) : found.file, at: new Date(found.row.at).toISOString() };
      }),
    async keepFile(file) {
      await quietly(async (open, who) => {
        await leaveCircle(open, who, file);
        await put(open, who, file, now());
        await makeRoom(open, 'files', who);
      });
    },
    async amendFile(of, change) {
      await quietly(async (open, who) => {
        const found = await readFile(open, fileId(of));
        if (found) await put(open, who, change(found.file), found.row.at);
      });
    },
    async forgetOthers(of) {
      await quietly((open, who) => forgetOthers(open, who, of));
    },
    close: () => {
      closed = true;
    },
    async forgetFile(of) {
      await quietly((open) => open.delete('files', fileId(of)));
    },
    place: (name) =>
      quietly(async (open) => {
        const found = v.safeParse(seenPlace, (await open.get('places', idOf(name)))?.place);
        return found.success ? found.output : null;
      }),
    async keepPlace(name, place) {
      await quietly(async (open, who) => {
        if (!closed) await open.put('places', { id: idOf(name), owner: who, at: now(), place });
        await makeRoom(open, 'places', who);
      });
    },
    ...others(quietly, (name) => idOf(OTHER, name), now),
  };
}

type Quietly = <Answer>(work: (open: SeenDatabase, who: string) => Promise<Answer>) => Promise<Answer | null>;

/** What is no meeting and no place, beside the places. */
function others(quietly: Quietly, idOf: (name: string) => string, now: () => number): Pick<LastSeen, 'other' | 'keepOther'> {
  return {
    other: (name) =>
      quietly(async (open) => {
        const row = await open.get('places', idOf(name));
        return row === undefined ? null : { value: row.place, at: row.at };
      }),
    async keepOther(name, value) {
      await quietly(async (open, who) => {
        await open.put('places', { id: idOf(name), owner: who, at: now(), place: value });
        await makeRoom(open, 'places', who);
      });
    },
  };
}

/** Without the words of closed items, unless Graph itself let this person read them. */
const forKeeping = (file: MeetingFile): MeetingFile => (file.closedAccess === 'yes' ? file : withoutClosed(file));

async function makeRoom(open: SeenDatabase, store: 'files' | 'places', who: string): Promise<void> {
  const rows = await open.getAllFromIndex(store, 'owner', who);
  const oldest = [...rows].sort((a, b) => b.at - a.at).slice(MOST);
  for (const { id } of oldest) await open.delete(store, id);
}

/** Whoever is no longer let into the closed circle keeps nothing of its other meetings either. */
async function leaveCircle(open: SeenDatabase, who: string, file: MeetingFile): Promise<void> {
  const circle = file.pointer.closedSiteId;
  if (circle === null || file.closedAccess === 'yes') return;
  const rows = await open.getAllFromIndex('files', 'owner', who);
  for (const { id, insider, closedSiteId } of rows) if (insider && closedSiteId === circle) await open.delete('files', id);
}

/** Forgets what other people on this device have seen of the meeting. */
async function forgetOthers(open: SeenDatabase, who: string, of: MeetingPointer): Promise<void> {
  for (const { id, owner } of await open.getAll('files')) if (owner !== who && id === idFor(owner, of)) await open.delete('files', id);
}

const idFor = (who: string | null, of: MeetingPointer): string => JSON.stringify([who, of.siteId, of.key]);
