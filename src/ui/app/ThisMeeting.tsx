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
const UnsavedAppointment = lazyPart(() => import('../agenda/UnsavedAppointment.tsx'));

/** The meeting the host stands on. */
export function ThisMeeting({ page }: { page: MeetingPage }) {
  const { meeting } = useHost();
  const client = useQueryClient();
  const found = useFoundMeeting();
  const [begun, setBegun] = useState(false);
  // While it is saved it has a name already, and no agenda can be told of it yet.
  const [wasUnsaved] = useState(meeting.kind === 'unsaved');
  if (wasUnsaved && (found.error === null || isFailure(found.error, 'NotFound')) && !found.data?.event) {
    const onSaved = (saved: FoundMeeting) => {
      setBegun(saved.pointer === null);
      client.setQueryData<FoundMeeting>(keys.found, saved);
    };
    return found.data === undefined ? (
      <Loading />
    ) : (
      <Suspense fallback={<Loading />}>
        <UnsavedAppointment onSaved={onSaved} onRetry={() => void found.refetch()} />
      </Suspense>
    );
  }
  return <Found query={found} page={page} queryKey={keys.found} begun={begun} />;
}

/** A meeting of mine that was chosen from a list and has no agenda (yet). */
export function EventMeeting({ eventId }: { eventId: string }) {
  const found = useEventMeeting(eventId);
  return <Found query={found} page="agenda" queryKey={keys.event(eventId)} />;
}

interface FoundProps {
  readonly query: ShownFind;
  readonly page: MeetingPage;
  readonly queryKey: readonly string[];
  /** Its agenda was begun before it was in the calendar. */
  readonly begun?: boolean;
}

function Found({ query, page, queryKey, begun = false }: FoundProps) {
  const client = useQueryClient();
  const replace = useReplaceFile();
  // An agenda in the making stays on screen, whatever is found out about its event meanwhile: the first steps of attaching it lead there.
  const [held, setHeld] = useState<CalendarEvent | null>(begun ? (query.data?.event ?? null) : null);
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
        <MeetingByPointer key={pointer.key} pointer={pointer} event={event} page={page} />
      ) : shown ? (
        <Suspense fallback={<Loading />}>
          <WithoutAgenda event={shown} other={other} begun={begun} onMaking={() => setHeld(shown)} onAttached={onAttached} />
        </Suspense>
      ) : (
        <Suspense fallback={<Loading />}>
          <NoMeetingHere />
        </Suspense>
      )}
    </>
  );
}
