import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import * as v from 'valibot';
import { isClosed } from '../meeting/agenda.ts';
import type { CalendarEvent, MeetingFile, MeetingPointer } from '../meeting/meeting.ts';
import { asOutsider } from '../meeting/openness.ts';
import { event, meetingFile, pointer } from '../meeting/schemas.ts';

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
  /** @param name the host's name for the meeting, e.g. `chat:19:…` */
  place(name: string): Promise<SeenPlace | null>;
  keepPlace(name: string, place: SeenPlace): Promise<void>;
}

interface FileRow {
  readonly id: string;
  readonly owner: string;
  readonly at: number;
  readonly closedSiteId: string | null;
  readonly insider: boolean;
  readonly file: unknown;
}

interface PlaceRow {
  readonly id: string;
  readonly owner: string;
  readonly at: number;
  readonly place: unknown;
}

/** What this device knows of a board's closed circle and one person. */
export interface KnownCircle {
  /** The place that was borne out when it was last looked at; null where none was. */
  readonly closedSiteId: string | null;
  /** Has the person been shown the place and its members, and said that it is the right one? */
  readonly confirmed: boolean;
  /** When Graph last said that the place is not for this person, in milliseconds; null where it has not. */
  readonly outsideAt: number | null;
}

/** Kept per person and board: a device of two people tells neither what the other may see. */
export interface KnownCircles {
  of(boardSiteId: string): Promise<KnownCircle | null>;
  keep(boardSiteId: string, known: KnownCircle): Promise<void>;
}

interface CircleRow extends KnownCircle {
  readonly id: string;
  readonly owner: string;
}

interface Schema extends DBSchema {
  circles: { key: string; value: CircleRow; indexes: { owner: string } };
  files: { key: string; value: FileRow; indexes: { owner: string } };
  places: { key: string; value: PlaceRow; indexes: { owner: string } };
}

export type SeenDatabase = IDBPDatabase<Schema>;

/** So many meetings of one person are kept; the one read longest ago makes room. */
const MOST = 30;

/**
 * A database beside that of outbox and drafts. Raising the version of that one would wait until every pane of an older version of the app
 * is closed, and nothing typed could be kept meanwhile; and what may be thrown away at any time lies apart from what must not.
 */
export function openSeenDatabase(name = 'dagsorden-seen'): Promise<SeenDatabase> {
  return openDB<Schema>(name, 2, {
    upgrade(database, before) {
      const added = before < 1 ? (['files', 'places', 'circles'] as const) : (['circles'] as const);
      for (const store of added) database.createObjectStore(store, { keyPath: 'id' }).createIndex('owner', 'owner');
    },
    // A newer version of the app wants to change it: this pane does without from now on.
    blocking: (_now, _next, event) => (event.target as IDBDatabase | null)?.close(),
  });
}

const seenPlace = v.object({ event: v.nullable(event), pointer });

/** @param owner the id of the person who sits here; null while nobody is known, and then nothing is kept or told */
export function createLastSeen(database: Promise<SeenDatabase>, owner: () => string | null, now: () => number = Date.now): LastSeen {
  database.catch(() => undefined);
  const idOf = (...names: string[]) => JSON.stringify([owner(), ...names]);
  const fileId = (of: MeetingPointer) => idOf(of.siteId, of.key);

  /** Nothing that fails here keeps anybody from anything. */
  async function quietly<Answer>(work: (open: SeenDatabase, who: string) => Promise<Answer>): Promise<Answer | null> {
    const who = owner();
    if (who === null) return null;
    try {
      return await work(await database, who);
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

  const put = (open: SeenDatabase, who: string, file: MeetingFile, at: number) =>
    open.put('files', {
      id: fileId(file.pointer),
      owner: who,
      at,
      closedSiteId: file.pointer.closedSiteId,
      insider: file.closedAccess === 'yes',
      file: forKeeping(file),
    });

  return {
    file: (of) =>
      quietly(async (open) => {
        const found = await readFile(open, fileId(of));
        return found && { file: found.file, at: new Date(found.row.at).toISOString() };
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
        await open.put('places', { id: idOf(name), owner: who, at: now(), place });
        await makeRoom(open, 'places', who);
      });
    },
  };
}

/** Without the words of closed items, unless Graph itself let this person read them. */
function forKeeping(file: MeetingFile): MeetingFile {
  if (file.closedAccess === 'yes') return file;
  const { items } = file.agenda;
  const closed = new Set(items.filter((item) => isClosed(items, item)).map(({ id }) => id));
  return {
    ...file,
    agenda: { ...file.agenda, items: items.map((item) => asOutsider(items, item)) },
    treatments: file.treatments.filter(({ itemId, openness }) => openness === 'open' && !closed.has(itemId)),
  };
}

const knownCircle = v.object({ closedSiteId: v.nullable(v.string()), confirmed: v.boolean(), outsideAt: v.nullable(v.number()) });

/** What this device knows of closed circles. A cache as the rest: what cannot be read is looked up again, and asked again. */
export function createKnownCircles(database: Promise<SeenDatabase>, owner: () => string | null): KnownCircles {
  database.catch(() => undefined);
  const idOf = (who: string, board: string) => JSON.stringify([who, board.toLowerCase()]);
  return {
    async of(board) {
      const who = owner();
      if (who === null) return null;
      try {
        const found = v.safeParse(knownCircle, await (await database).get('circles', idOf(who, board)));
        return found.success ? found.output : null;
      } catch {
        return null;
      }
    },
    async keep(board, known) {
      const who = owner();
      if (who === null) return;
      try {
        await (await database).put('circles', { id: idOf(who, board), owner: who, ...known });
      } catch {
        // Asked again the next time.
      }
    },
  };
}
