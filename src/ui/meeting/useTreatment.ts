import { useQueryClient } from '@tanstack/react-query';
import type { AutosaveRules } from '../../device/autosave.ts';
import type { AgendaItem } from '../../meeting/agenda.ts';
import { isFailure, type Conflict } from '../../meeting/errors.ts';
import type { MeetingFile, Treatment } from '../../meeting/meeting.ts';
import { mergeTreatment, sameTreatment } from '../../meeting/mergeTreatment.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { useAutosave, type Autosaving } from '../kit/useAutosave.ts';
import { fileQuery } from '../queries/useMeetingFile.ts';
import { useFoldTreatment, withTreatment } from '../queries/useFoldTreatment.ts';
import { treatmentOf } from '../../meeting/run.ts';
import { bothTexts, theirVersion } from '../../meeting/treatmentConflict.ts';
import { readKept, treatmentKey, writeKept } from '../treatment/keptTreatment.ts';

const rules: AutosaveRules<Treatment> = { same: sameTreatment, merge: mergeTreatment, both: bothTexts };

const isConflict = (error: unknown): error is Conflict => isFailure(error, 'Conflict') && 'fields' in error;

/** What is written about one item: it saves itself, and neither of two people who write loses a word. */
export function useTreatment(file: MeetingFile, item: AgendaItem): Autosaving<Treatment> {
  const commands = useCommands();
  const client = useQueryClient();
  const fold = useFoldTreatment();
  const stored = treatmentOf(file.agenda, file.treatments, item);
  return useAutosave(
    {
      key: treatmentKey(file, item),
      rules,
      print: writeKept,
      parse: (text) => readKept(text, item.id),
      // The words are held against what the kernel says, whatever file is on screen: it may be the device's, or older than what I wrote last.
      send: async (next, onto) => {
        const recorded = await commands.minutes.recordTreatment(withTreatment(file, onto), next);
        await fold(file, recorded);
        return recorded;
      },
      standing: (error, onto) => (isConflict(error) ? theirVersion(onto, error) : null),
      fetch: async () => {
        const newest = await client.fetchQuery({ ...fileQuery(commands, file.pointer), staleTime: 0 });
        return treatmentOf(newest.agenda, newest.treatments, item);
      },
    },
    stored,
  );
}
