import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { MeetingFile, Treatment } from '../../meeting/meeting.ts';
import { keys } from './keys.ts';

/** The file with this treatment in place of the item's earlier one. */
export function withTreatment(file: MeetingFile, treatment: Treatment): MeetingFile {
  return { ...file, treatments: [...file.treatments.filter((other) => other.itemId !== treatment.itemId), treatment] };
}

/**
 * Shows a recorded treatment on every screen, in the newest file there is: two answers that cross each other lose nothing. A reading that
 * was under way may have been made before it was recorded, and would take it off the screen again: it is not waited for.
 */
export function useFoldTreatment(): (file: MeetingFile, treatment: Treatment) => Promise<void> {
  const client = useQueryClient();
  return useCallback(
    async (file, treatment) => {
      await client.cancelQueries({ queryKey: keys.file(file.pointer) });
      client.setQueryData<MeetingFile>(keys.file(file.pointer), (newest) => withTreatment(newest ?? file, treatment));
    },
    [client],
  );
}
