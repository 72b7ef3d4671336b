import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AutosaveRules } from '../../device/autosave.ts';
import type { AgendaItem } from '../../meeting/agenda.ts';
import { decisionId, treatmentUnder } from '../../meeting/decisions.ts';
import { isFailure, type Conflict } from '../../meeting/errors.ts';
import type { MeetingFile, Treatment } from '../../meeting/meeting.ts';
import { mergeTreatment, sameTreatment } from '../../meeting/mergeTreatment.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { otherWriter } from '../kit/otherWriter.ts';
import { useAutosave, type Autosaving } from '../kit/useAutosave.ts';
import { fileQuery } from '../queries/useMeetingFile.ts';
import { useFoldTreatment, withTreatment } from '../queries/useFoldTreatment.ts';
import { treatmentOf } from '../../meeting/run.ts';
import { bothTexts, theirVersion } from '../../meeting/treatmentConflict.ts';
import { readKept, treatmentKey, writeKept } from '../treatment/keptTreatment.ts';

const rules: AutosaveRules<Treatment> = { same: sameTreatment, merge: mergeTreatment, both: bothTexts };

const isConflict = (error: unknown): error is Conflict => isFailure(error, 'Conflict') && 'fields' in error;

/** `clashBy`: who wrote what mine clashes with, where the service told it. */
export type TreatmentField = Autosaving<Treatment> & { readonly clashBy: string | null };

/**
 * What is written about one item: it saves itself, and neither of two people who write loses a word.
 * @param nth which of its decisions; each is a field of its own
 */
export function useTreatment(file: MeetingFile, item: AgendaItem, nth = 1): TreatmentField {
  const commands = useCommands();
  const client = useQueryClient();
  const fold = useFoldTreatment();
  const id = decisionId(item.id, nth);
  const [clashBy, setClashBy] = useState<string | null>(null);
  const field = useAutosave(
    {
      key: treatmentKey(file, { id }),
      rules,
      print: writeKept,
      parse: (text) => readKept(text, id),
      // The words are held against what the kernel says, whatever file is on screen: it may be the device's, or older than what I wrote last.
      send: async (next, onto) => {
        const recorded = await commands.minutes.recordTreatment(withTreatment(file, onto), next);
        await fold(file, recorded);
        return recorded;
      },
      standing: (error, onto) => {
        if (!isConflict(error)) return null;
        setClashBy(otherWriter(error, commands));
        return theirVersion(onto, error);
      },
      fetch: async () => {
        const newest = await client.fetchQuery({ ...fileQuery(commands, file.pointer), staleTime: 0 });
        return decisionOf(newest, item, id);
      },
    },
    decisionOf(file, item, id),
  );
  return { ...field, clashBy };
}

/** A decision as it stands, or the blank one. It is as open as its item. */
function decisionOf(file: MeetingFile, item: AgendaItem, id: AgendaItem['id']): Treatment {
  const first = treatmentOf(file.agenda, file.treatments, item);
  if (id === item.id) return first;
  const found = treatmentUnder(file.treatments, id);
  const { openness } = first;
  return found ? { ...found, openness } : { itemId: id, openness, outcome: null, decision: '', publicDecision: '', notTreated: false };
}
