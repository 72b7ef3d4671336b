import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CalendarEvent } from '../../meeting/meeting.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { keys } from './keys.ts';

const DAY = 86_400_000;

/**
 * My meetings from one day to another, counted from today: (0, 60) are the next two months.
 * Each event is remembered under its meeting, so that opening it needs no second search.
 */
export function useMyMeetings(today: string, fromDays: number, toDays: number) {
  const commands = useCommands();
  const client = useQueryClient();
  return useQuery({
    queryKey: keys.myMeetings(today, fromDays, toDays),
    queryFn: async (): Promise<CalendarEvent[]> => {
      const start = Date.parse(`${today}T00:00:00`);
      const meetings = await commands.find.listMyMeetings(new Date(start + fromDays * DAY), new Date(start + toDays * DAY));
      for (const meeting of meetings) if (meeting.pointer) client.setQueryData(keys.myEvent(meeting.pointer), meeting);
      return meetings;
    },
    placeholderData: keepPreviousData,
  });
}
