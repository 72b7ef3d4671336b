import { useQueryClient } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import type { FoundMeeting } from '../../commands/commands.ts';
import { isFailure } from '../../meeting/errors.ts';
import type { CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import { keys } from '../queries/keys.ts';
import { useEventMeeting, useFoundMeeting, type ShownFind } from '../queries/useFoundMeeting.ts';
import { useReplaceFile } from '../queries/useMeetingFile.ts';
import { FailureState } from '../kit/states/FailureState.tsx';
import { Loading } from '../kit/states/Loading.tsx';
import { useHost } from '../kit/CommandsContext.tsx';
import { MeetingByPointer } from './MeetingByPointer.tsx';
import { lazyPart } from '../kit/lazyPart.ts';
import type { MeetingPage } from '../kit/route.ts';

// What is shown where there is no agenda is fetched apart from one that is.
const WithoutAgenda = lazyPart(() => import('./WithoutAgenda.tsx'));
const NoMeetingHere = lazyPart(async () => ({ default: (await import('../agenda/NoAgenda.tsx')).NoMeetingHere }));
const UnsavedAppointment = lazyPart(async () => ({ default: (await import('../agenda/NoAgenda.tsx')).UnsavedAppointment }));

/** The meeting the host stands on. */
export function ThisMeeting({ page }: { page: MeetingPage }) {
  const { meeting } = useHost();
  const found = useFoundMeeting();
  if (meeting.kind === 'unsaved' && !found.data?.event)
    return found.isFetching ? (
      <Loading />
    ) : (
      <Suspense fallback={<Loading />}>
        <UnsavedAppointment onRetry={() => void found.refetch()} />
      </Suspense>
    );
  return <Found query={found} page={page} queryKey={keys.found} />;
}

/** A meeting of mine that was chosen from a list and has no agenda (yet). */
export function EventMeeting({ eventId }: { eventId: string }) {
  const found = useEventMeeting(eventId);
  return <Found query={found} page="agenda" queryKey={keys.event(eventId)} />;
}

function Found({ query, page, queryKey }: { query: ShownFind; page: MeetingPage; queryKey: readonly string[] }) {
  const client = useQueryClient();
  const replace = useReplaceFile();
  // An agenda in the making stays on screen, whatever is found out about its event meanwhile: the first steps of attaching it lead there.
  const [held, setHeld] = useState<CalendarEvent | null>(null);
  const again = () => void query.refetch();
  if (query.data === undefined) return query.error ? <FailureState error={query.error} onRetry={again} /> : <Loading onRetry={again} />;
  const { event, pointer, other } = query.data;
  const shown = held ?? event;
  const onAttached = (file: MeetingFile) => {
    setHeld(null);
    replace(file);
    client.setQueryData<FoundMeeting>(queryKey, { event, pointer: file.pointer });
  };
  // Declining takes the event out of my calendar: that it is gone now is no reason to take the meeting off the screen.
  const failed = query.error !== null && !isFailure(query.error, 'NotFound');
  return (
    <>
      {failed && <FailureState error={query.error} onRetry={again} size="inline" />}
      {pointer && !held ? (
        <MeetingByPointer pointer={pointer} event={event} page={page} />
      ) : shown ? (
        <Suspense fallback={<Loading />}>
          <WithoutAgenda event={shown} other={other} onMaking={() => setHeld(shown)} onAttached={onAttached} />
        </Suspense>
      ) : (
        <Suspense fallback={<Loading />}>
          <NoMeetingHere />
        </Suspense>
      )}
    </>
  );
}
