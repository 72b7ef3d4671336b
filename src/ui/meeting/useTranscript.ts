import { useQuery, useQueryClient } from '@tanstack/react-query';
import { clockOf } from '../../meeting/danishTime.ts';
import { isFailure } from '../../meeting/errors.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { likelyBeginning, type Transcript } from '../../meeting/transcript.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { useAction } from '../kit/useAction.ts';

interface ChosenTranscript {
  readonly name: string;
  readonly lines: Transcript;
  /** An ISO instant: when the recording began, as far as anybody has said. */
  readonly beginning: string;
}

const NONE: ChosenTranscript | null = null;

/** The transcript somebody has chosen for this meeting: as long as the page is open, whichever item is in hand, and nowhere else. */
export function useTranscript(file: MeetingFile) {
  const commands = useCommands();
  const client = useQueryClient();
  const queryKey = ['transcript', file.pointer.key];
  const { data: chosen } = useQuery<ChosenTranscript | null>({ queryKey, queryFn: () => NONE, initialData: NONE, enabled: false, gcTime: Infinity });
  const keep = (next: ChosenTranscript | null) => client.setQueryData(queryKey, next);
  const reading = useAction(async (paper: File) => {
    const lines = await commands.minutes.readTranscript(paper);
    keep({ name: paper.name, lines, beginning: likelyBeginning(file.treatments, file.occasion.start) });
  });
  const refused = isFailure(reading.error, 'Unreadable') ? reading.error.detail : null;
  return {
    chosen,
    choose: (paper: File) => void reading.run(paper),
    /** Why the file cannot be read; what else went wrong stands in `error`. */
    refused: refused && {
      name: refused['found'] ?? '',
      reason: refused['reason'] === 'tooLarge' ? ('tooLarge' as const) : ('notTranscript' as const),
    },
    error: refused ? null : reading.error,
    retry: reading.retry,
    /** @param time `HH.MM` or `HH:MM`, on the day the recording began */
    beginAt(time: string) {
      if (chosen && /^\d\d[.:]\d\d$/.test(time)) keep({ ...chosen, beginning: movedTo(chosen.beginning, time) });
    },
    remove: () => keep(null),
  };
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

function movedTo(beginning: string, time: string): string {
  return new Date(Date.parse(beginning) + (minutesOf(time) - minutesOf(clockOf(beginning))) * 60_000).toISOString();
}
