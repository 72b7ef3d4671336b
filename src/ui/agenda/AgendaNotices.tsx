import { Suspense, type ReactNode } from 'react';
import { standingOf } from '../../meeting/calendarFacts.ts';
import type { CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import { isOrganizersCopy, mayEditAgenda, mayMoveMeeting } from '../../meeting/permissions.ts';
import { lazyPart } from '../kit/lazyPart.ts';
import { useFacts } from '../queries/useFacts.ts';
import LiveAgenda from '../live/LiveAgenda.tsx';
import { NoticesFold } from './NoticesFold.tsx';
import type { OpenItems } from './useOpenItems.ts';

const InvitationState = lazyPart(() => import('./InvitationState.tsx'));
const ProgrammeState = lazyPart(() => import('./ProgrammeState.tsx'));
const AgendaDueState = lazyPart(() => import('./AgendaDueState.tsx'));
const Guests = lazyPart(() => import('./Guests.tsx'));
const GuestsOfCancelled = lazyPart(() => import('./GuestsOfCancelled.tsx'));
const NoticeState = lazyPart(() => import('./NoticeState.tsx'));
const NewsSince = lazyPart(() => import('./NewsSince.tsx'));

export interface AgendaNoticesProps {
  readonly file: MeetingFile;
  readonly event: CalendarEvent | null;
  readonly now: Date;
  readonly items: OpenItems;
  /** What there is to know of the meeting itself. */
  readonly first: ReactNode;
}

/**
 * What there is to do about times, guests and the invitation for whoever sees to them, what is new for everybody else, and what others are writing meanwhile: fetched when the
 * agenda is on screen.
 */
export default function AgendaNotices({ file, event, now, items, first }: AgendaNoticesProps) {
  const facts = useFacts(file, event);
  const live = <LiveAgenda file={file} event={event} editing={items.editing} />;
  const ahead = event !== null && isAhead(event, now) ? event : null;
  const isOver = file.status.minutes === 'published';
  const sends = ahead !== null && mayEditAgenda({ event: ahead });
  return (
    <NoticesFold>
      {live}
      {first}
      {!isOver && (
        <Suspense fallback={null}>
          {ahead !== null && mayEditAgenda(facts) && <ProgrammeState file={file} event={ahead} />}
          {ahead !== null && mayEditAgenda(facts) && <AgendaDueState file={file} event={ahead} now={now} />}
          {ahead !== null && mayMoveMeeting({ event: ahead }) && <Guests file={file} event={ahead} />}
          {sends && <NoticeState file={file} event={ahead} />}
          {isCalledOff(file, event) && <GuestsOfCancelled file={file} event={event} />}
          {sends ? <InvitationState file={file} event={ahead} /> : <NewsSince file={file} opened={items.chosen} onOpen={items.show} />}
        </Suspense>
      )}
    </NoticesFold>
  );
}

/** By the copy of whoever called the meeting, and where that is gone by what they said. */
const isCalledOff = ({ occasion }: MeetingFile, event: CalendarEvent | null): boolean =>
  event === null ? standingOf(occasion) === 'cancelled' : event.cancelled && isOrganizersCopy({ event });

/** An invitation is worth mending until the meeting is over, or called off. */
const isAhead = (event: CalendarEvent, now: Date): boolean => !event.cancelled && now < new Date(event.end);
