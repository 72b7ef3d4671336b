import { useQuery } from '@tanstack/react-query';
import type { MeetingPointer } from '../../meeting/meeting.ts';
import type { Writer } from '../../meeting/writers.ts';
import { keys } from './keys.ts';

const NOBODY: readonly Writer[] = [];

/** Who else is writing in the agenda on screen. It asks nothing by itself: live/ puts here what it is told. */
export function useWriters(pointer: MeetingPointer): readonly Writer[] {
  return useQuery({ queryKey: keys.writers(pointer), queryFn: () => NOBODY, initialData: NOBODY, enabled: false }).data;
}
