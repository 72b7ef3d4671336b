import * as v from 'valibot';
import type { SeenDatabase } from './seenDatabase.ts';

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
