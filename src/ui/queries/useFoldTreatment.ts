import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { foldTreatment } from '../../meeting/decisions.ts';
import type { MeetingFile, Treatment } from '../../meeting/meeting.ts';
import { keys } from './keys.ts';

/** The file with this treatment in place of the item's earlier one. */
export function withTreatment(file: MeetingFile, treatment: Treatment): MeetingFile {
  return { ...file, treatments: foldTreatment(file.treatments, treatment) };
}

/**
 * Shows a recorded treatment on every screen, in the newest file there is: two answers that cross each other lose nothing. A reading that
 * was under way may have been made before it was recorded, and would take it off the screen again: it is begun anew.
 */
export function useFoldTreatment(): (file: MeetingFile, treatment: Treatment) => Promise<void> {
  const client = useQueryClient();
  return useCallback(
    async (file, treatment) => {
      const queryKey = keys.file(file.pointer);
      const reading = client.isFetching({ queryKey }) > 0;
      await Promise.all([client.cancelQueries({ queryKey }), client.cancelQueries({ queryKey: keys.treatments(file.pointer) })]);
      // As of when it was read stays: only my own words are newer.
      const updatedAt = client.getQueryState(queryKey)?.dataUpdatedAt || undefined;
      client.setQueryData<MeetingFile>(queryKey, (newest) => withTreatment(newest ?? file, treatment), updatedAt ? { updatedAt } : undefined);
      if (reading) void client.invalidateQueries({ queryKey });
    },
    [client],
  );
}
