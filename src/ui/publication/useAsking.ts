import { useState } from 'react';
import type { CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import { asksBeforePublishing } from '../../meeting/permissions.ts';
import { useApproval } from '../approval/useApproval.ts';
import { useFacts } from '../queries/useFacts.ts';

type Asked = ReturnType<typeof asksBeforePublishing>;

/** What is asked once before the minutes are published; nothing until somebody presses. */
export function useAsking(file: MeetingFile, event: CalendarEvent | null): { readonly asks: Asked; ask(): boolean; drop(): void } {
  const facts = useFacts(file, event);
  const approval = useApproval(file).data;
  const [asks, setAsks] = useState<Asked>([]);
  return {
    asks,
    ask() {
      const found = asksBeforePublishing({ ...facts, profile: approval?.profile ?? facts.profile, now: new Date() }, approval?.approval ?? null);
      setAsks(found);
      return found.length > 0;
    },
    drop: () => setAsks([]),
  };
}
