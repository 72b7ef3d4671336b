import { useQuery } from '@tanstack/react-query';
import type { MeetingPointer } from '../../meeting/meeting.ts';
import type { Writer } from '../../meeting/writers.ts';

export const writersKey = (pointer: MeetingPointer) => ['writers', pointer.key, pointer.siteId] as const;

const NOBODY: readonly Writer[] = [];

/** Who else is writing in the agenda on screen. It asks nothing by itself: useLiveAgenda puts here what it is told. */
export function useWriters(pointer: MeetingPointer): readonly Writer[] {
  return useQuery({ queryKey: writersKey(pointer), queryFn: () => NOBODY, initialData: NOBODY, enabled: false }).data;
}
