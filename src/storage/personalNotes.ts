import { readAppText, writeAppText, type AppText } from '../graph/appFolder.ts';
import type { Graph } from '../graph/client.ts';
import { isGraphFailure } from '../graph/failure.ts';
import type { ItemId, MeetingKey } from '../meeting/ids.ts';
import { mergeText } from '../meeting/mergeText.ts';
import { translated } from './failure.ts';

/** How often a note is merged anew where another of the person's devices writes at the same time. */
const MOST_TRIES = 4;

/** One file for each item of each meeting: the key and the id hold signs that a name may not. */
const nameOf = (key: MeetingKey, itemId: ItemId): string => `${asName(key)}--${asName(itemId)}.md`;
const asName = (id: string): string =>
  [...id]
    .map((sign) => (/[a-zA-Z0-9-]/.test(sign) ? sign : `_${sign.codePointAt(0)?.toString(16) ?? ''}_`))
    .join('')
    .slice(0, 180);

/** My own note about an item, '' where I have written none. Throws Failure ConsentMissing where the tenant does not let the app keep any. */
export function readNote(graph: Graph, key: MeetingKey, itemId: ItemId): Promise<string> {
  return translated('Reading a note of my own', async () => (await standing(graph, nameOf(key, itemId)))?.text ?? '');
}

/**
 * Keeps my note, held against what it began as: what another device of mine has written meanwhile is merged, and where the two cannot be one, both stand.
 * Doing it again changes nothing. Answers what stands there then.
 */
export function keepNote(graph: Graph, key: MeetingKey, itemId: ItemId, before: string, after: string): Promise<string> {
  const name = nameOf(key, itemId);
  return translated('Keeping a note of my own', async () => {
    for (let tried = 1; ; tried += 1) {
      const there = await standing(graph, name);
      const wanted = bothOf(before, after, there?.text ?? '');
      if (wanted === (there?.text ?? '')) return wanted;
      try {
        return (await writeAppText(graph, name, wanted, there?.etag ?? null)).text;
      } catch (error) {
        if (!isGraphFailure(error, 'conflict') || tried >= MOST_TRIES) throw error;
      }
    }
  });
}

function bothOf(before: string, after: string, there: string): string {
  const merged = mergeText(before, after, there);
  return merged.kind === 'merged' ? merged.value : `${merged.theirs}\n\n${merged.mine}`;
}

async function standing(graph: Graph, name: string): Promise<AppText | null> {
  try {
    return await readAppText(graph, name);
  } catch (error) {
    if (isGraphFailure(error, 'notFound')) return null;
    throw error;
  }
}
