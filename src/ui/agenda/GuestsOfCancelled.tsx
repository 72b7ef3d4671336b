import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import { CallOffGuests } from '../guests/CallOffGuests.tsx';
import { useCommands } from '../kit/CommandsContext.tsx';
import { FailureState } from '../kit/states/FailureState.tsx';
import { keys } from '../queries/keys.ts';
import { Foldable } from './NoticesFold.tsx';

interface GuestsOfCancelledProps {
  readonly file: MeetingFile;
  /** The copy of whoever called the meeting, marked as called off; null where it has left the calendar. */
  readonly event: CalendarEvent | null;
}

/** For whoever called a meeting that is called off: guests whose own invitations still stand. Says nothing where there are none. */
export default function GuestsOfCancelled({ file, event }: GuestsOfCancelledProps) {
  const { t } = useTranslation('sendout');
  const { agenda, find } = useCommands();
  const client = useQueryClient();
  // Their invitations stand in the calendar of whoever called the meeting: nobody else has any to call off.
  const mine = useQuery({
    queryKey: keys.calledByMe(file.pointer),
    queryFn: () => find.calledByMe(file),
    enabled: event === null,
    staleTime: Infinity,
  });
  const { data, error, refetch } = useQuery({
    queryKey: [...keys.guests(file.pointer), 'cancelled'],
    queryFn: async () => (await agenda.guests()).guestsOfCancelled(file, event),
    enabled: event !== null || mine.data === true,
    staleTime: 60_000,
    retry: false,
  });
  if (error !== null) return <FailureState error={error} size="inline" onRetry={() => void refetch()} />;
  if (data === undefined || data.length === 0) return null;
  return (
    <Foldable place="guests" title={t('guestsLeft.title', { count: data.length })}>
      <CallOffGuests
        pointer={file.pointer}
        event={event}
        guests={data}
        lead={t('guestsLeft.here')}
        onDone={() => void client.invalidateQueries({ queryKey: keys.guests(file.pointer) })}
      />
    </Foldable>
  );
}
