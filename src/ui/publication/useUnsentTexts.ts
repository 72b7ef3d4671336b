import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { AgendaItem } from '../../meeting/agenda.ts';
import { blankTreatment } from '../../meeting/blankTreatment.ts';
import { decisionId, placeOfDecision } from '../../meeting/decisions.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { MeetingFile, Treatment } from '../../meeting/meeting.ts';
import { treatmentOf } from '../../meeting/run.ts';
import { mergeTreatment, sameTreatment } from '../../meeting/mergeTreatment.ts';
import { unreadableKey, type DraftRead } from '../kit/autosaver.ts';
import { readKept, treatmentKey } from '../treatment/keptTreatment.ts';
import { useCommands } from '../kit/CommandsContext.tsx';

/** A text on its way is stored within seconds and then no longer a draft. */
const AGAIN = 1000;

export interface UnsentTexts {
  readonly items: readonly AgendaItem[];
  /** Looks again, and answers whether everything this device keeps is in the record. */
  readonly lookAgain: () => Promise<boolean>;
}

/**
 * The items for which this device keeps words that are not in the record: refused while nobody looked, or not yet sent.
 * They would be missing in what is published.
 */
export function useUnsentTexts(file: MeetingFile): UnsentTexts {
  const { drafts } = useCommands();
  const { data, refetch } = useQuery({
    queryKey: ['unsentTexts', file.pointer.key, file.agenda, file.treatments],
    networkMode: 'always',
    refetchInterval: ({ state }) => (state.data?.length ? AGAIN : false),
    placeholderData: keepPreviousData,
    queryFn: async () => {
      const unsent: AgendaItem[] = [];
      const isUnsent = async (id: ItemId, stored: Treatment): Promise<boolean> => {
        const key = treatmentKey(file, { id });
        const text = await drafts.read(key);
        return (text !== null && !isStored(readKept(text, id), stored)) || (await drafts.read(unreadableKey(key))) !== null;
      };
      for (const item of file.agenda.items) {
        const stored = treatmentOf(file.agenda, file.treatments, item);
        for (const each of [stored, ...laterDecisions(stored)]) {
          if (!(await isUnsent(each.itemId, each))) continue;
          unsent.push(item);
          break;
        }
      }
      return unsent;
    },
  });
  // A store that cannot be read holds nothing that could be shown; it must not keep anybody from publishing.
  const lookAgain = async () => ((await refetch()).data ?? []).length === 0;
  return { items: data ?? [], lookAgain };
}

/** The later decisions, and the one that may be on this device alone. */
function laterDecisions(stored: Treatment): readonly Treatment[] {
  const later = stored.further ?? [];
  const next = decisionId(stored.itemId, Math.max(1, ...later.map(({ itemId }) => placeOfDecision(itemId).nth)) + 1);
  return [...later, blankTreatment({ ...stored, itemId: next })];
}

/** Does what is stored hold every word of the draft? Words that cannot be put back are held nowhere. */
function isStored(kept: DraftRead<Treatment>, stored: Treatment): boolean {
  if (kept.kind === 'unreadable') return false;
  const merge = mergeTreatment(kept.draft.base, kept.draft.mine, stored);
  return merge.kind === 'merged' && sameTreatment(merge.value, stored);
}
