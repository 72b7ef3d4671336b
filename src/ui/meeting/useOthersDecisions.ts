import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import { mayTakeMinutes } from '../../meeting/permissions.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { keys } from '../queries/keys.ts';
import { usePanelPace } from './panelPace.ts';

const NOBODY: Readonly<Record<string, string>> = {};

/**
 * Asks for others' decisions while the panel is open and can be seen, and shows them in the file on screen. One request for one list; a tab in the
 * background and a device without a network ask nothing, and whoever may not read the drafts does not either. Those who write decisions see each other's
 * within ten seconds; how often the others ask follows from how many they are.
 * @returns who wrote each row last, by its id; nobody before the first answer
 */
export function useOthersDecisions(file: MeetingFile, event: CalendarEvent | null): Readonly<Record<string, string>> {
  const commands = useCommands();
  const client = useQueryClient();
  const { pointer } = file;
  const pace = usePanelPace(file, event, 'decisions');
  const { data } = useQuery({
    queryKey: keys.treatments(pointer),
    queryFn: async ({ signal }) => {
      const { treatments, writers } = await commands.minutes.treatmentsNow(file);
      const queryKey = keys.file(pointer);
      // Begun before something of mine was recorded: it would take that off the screen again (useFoldTreatment).
      if (signal.aborted) return writers;
      // As of when the rest was read stays.
      const updatedAt = client.getQueryState(queryKey)?.dataUpdatedAt;
      client.setQueryData<MeetingFile>(queryKey, (newest) => newest && { ...newest, treatments }, { ...(updatedAt && { updatedAt }) });
      return writers;
    },
    enabled: mayTakeMinutes({ file }),
    refetchInterval: ({ state }) => pace(new Set(Object.values(state.data ?? NOBODY)).size),
    refetchIntervalInBackground: false,
    // The file has just been read, and after a failure the next turn is soon enough.
    initialData: NOBODY,
    refetchOnMount: false,
    retry: false,
    gcTime: 0,
  });
  return data;
}
