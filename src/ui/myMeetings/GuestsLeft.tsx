import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CalendarEvent } from '../../meeting/meeting.ts';
import { CallOffGuests } from '../guests/CallOffGuests.tsx';
import { whenWords } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { FailureState } from '../kit/states/FailureState.tsx';
import { isPassing } from '../../meeting/errors.ts';

/** Meetings that have left my calendar while guests are still invited to items of theirs. Says nothing where there are none. */
export default function GuestsLeft({ meetings }: { meetings: readonly CalendarEvent[] }) {
  const { t } = useTranslation('sendout');
  const language = useLanguage();
  const { agenda } = useCommands();
  const client = useQueryClient();
  const queryKey = ['guestsLeft', ...meetings.map(({ key }) => key)];
  const {
    data = [],
    error,
    refetch,
  } = useQuery({
    queryKey,
    queryFn: async () => (await agenda.guests()).guestsLeft(meetings),
    staleTime: 60_000,
    retry: false,
  });
  // Without a connection the list of meetings says so itself.
  if (error !== null && !isPassing(error)) return <FailureState error={error} size="inline" onRetry={() => void refetch()} />;
  return data.map(({ pointer, title, occasion, guests }) => (
    <CallOffGuests
      key={`${pointer.siteId} ${pointer.key}`}
      pointer={pointer}
      event={null}
      guests={guests}
      lead={t('guestsLeft.elsewhere', { title, when: whenWords(occasion, language) })}
      onDone={() => void client.invalidateQueries({ queryKey })}
    />
  ));
}
