import { useQuery } from '@tanstack/react-query';
import type { MeetingPointer } from '../../meeting/meeting.ts';
import { keys } from '../queries/keys.ts';

/** Has the item in which I am writing been taken off the agenda, or closed to me, meanwhile? */
export function useTakenAway(pointer: MeetingPointer): boolean {
  return useQuery({ queryKey: keys.takenAway(pointer), queryFn: () => false, initialData: false, enabled: false }).data;
}
