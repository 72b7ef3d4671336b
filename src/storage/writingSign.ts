import type { Graph } from '../graph/client.ts';
import { isGraphFailure } from '../graph/failure.ts';
import { createItem, deleteItem, updateItem } from '../graph/rowWriting.ts';
import type { ItemId } from '../meeting/ids.ts';
import type { MeetingPointer } from '../meeting/meeting.ts';
import { translated } from './failure.ts';
import { findRow, type Place } from './upsert.ts';
import { writingRowId, writingToFields } from './writingRow.ts';

/** One person's sign in a meeting that they are writing. */
export interface WritingSigns {
  /** Two units; four where a row was left behind by an earlier page. @throws Failure NotFound where the site has no list for it */
  say(itemId: ItemId, until: Date): Promise<void>;
  /** Takes it away: two units, none where nothing was said. */
  stop(): Promise<void>;
}

/** What is said goes one after another: a sign that is taken away never comes after the next one. */
export function writingSigns(graph: Graph, { siteId, key }: MeetingPointer, person: { readonly id: string; readonly name: string }): WritingSigns {
  const place: Place = { siteId, list: 'DagsordenSkriver' };
  let rowId: string | null = null;
  let last: Promise<void> = Promise.resolve();
  const inTurn = (action: () => Promise<void>): Promise<void> => {
    const done = last.then(() => translated('Saying who writes', action));
    last = done.catch(() => undefined);
    return done;
  };

  async function say(itemId: ItemId, until: Date): Promise<void> {
    const fields = writingToFields({ key, person, itemId, until });
    if (rowId !== null) {
      try {
        // Nobody else writes it, and it is worth nothing in a while: no version is held against it.
        await updateItem(graph, siteId, place.list, rowId, fields, null);
        return;
      } catch (error) {
        if (!isGraphFailure(error, 'notFound')) throw error;
        rowId = null;
      }
    }
    try {
      rowId = (await createItem(graph, siteId, place.list, fields)).id;
    } catch (error) {
      if (!isGraphFailure(error, 'invalid') && !isGraphFailure(error, 'conflict')) throw error;
      const found = await findRow(graph, place, writingRowId(key, person.id));
      if (found === null) throw error;
      await updateItem(graph, siteId, place.list, found.id, fields, null);
      rowId = found.id;
    }
  }

  return {
    say: (itemId, until) => inTurn(() => say(itemId, until)),
    stop: () =>
      inTurn(async () => {
        if (rowId === null) return;
        await deleteItem(graph, siteId, place.list, rowId);
        rowId = null;
      }),
  };
}
