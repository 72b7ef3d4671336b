import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { MeetingFile, Treatment } from '../../meeting/meeting.ts';
import { keys } from './keys.ts';

/** The file with this treatment in place of the item's earlier one. */
export function withTreatment(file: MeetingFile, treatment: Treatment): MeetingFile {
  return { ...file, treatments: [...file.treatments.filter((other) => other.itemId !== treatment.itemId), treatment] };
}

/** Shows a recorded treatment on every screen, in the newest file there is: two answers that cross each other lose nothing. */
export function useFoldTreatment(): (file: MeetingFile, treatment: Treatment) => void {
  const client = useQueryClient();
  return useCallback(
    (file, treatment) => void client.setQueryData<MeetingFile>(keys.file(file.pointer), (newest) => withTreatment(newest ?? file, treatment)),
    [client],
  );
}
