import { useQuery } from '@tanstack/react-query';
import type { MeetingPointer } from '../../meeting/meeting.ts';

export const takenAwayKey = (pointer: MeetingPointer) => ['takenAway', pointer.key, pointer.siteId] as const;

/** Has the item in which I am writing been taken off the agenda, or closed to me, meanwhile? */
export function useTakenAway(pointer: MeetingPointer): boolean {
  return useQuery({ queryKey: takenAwayKey(pointer), queryFn: () => false, initialData: false, enabled: false }).data;
}
