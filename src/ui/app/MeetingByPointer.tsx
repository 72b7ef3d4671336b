import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import type { FoundMeeting } from '../../commands/commands.ts';
import { isFailure } from '../../meeting/errors.ts';
import type { ItemId } from '../../meeting/ids.ts';
import { differsFromCalendar } from '../../meeting/calendarFacts.ts';
import { isOrganizersCopy, mayConfirmApologies, mayEditAgenda, mayMendRows } from '../../meeting/permissions.ts';
import type { CalendarEvent, MeetingFile, MeetingPointer } from '../../meeting/meeting.ts';
import { AsOf } from './AsOf.tsx';
import { AgendaScreen } from '../agenda/AgendaScreen.tsx';
import { MyAnswer } from '../apology/MyAnswer.tsx';
import { keys } from '../queries/keys.ts';
import { useMeetingFile, useReplaceFile } from '../queries/useMeetingFile.ts';
import { useFacts } from '../queries/useFacts.ts';
import { useListed } from '../queries/useListed.ts';
import { useMyEvent } from '../queries/useMyEvent.ts';
import { FailureState } from '../kit/states/FailureState.tsx';
import { Queried } from '../kit/states/Queried.tsx';
import type { MeetingPage } from '../kit/route.ts';
import { goTo } from '../kit/useRoute.ts';
import { lazyPart } from '../kit/lazyPart.ts';
import { UnreadRows } from '../unreadRows/UnreadRows.tsx';

const AsideRows = lazyPart(() => import('./AsideRows.tsx'));
const AnswersOverview = lazyPart(() => import('../apology/AnswersOverview.tsx'));
const SubstitutesHere = lazyPart(() => import('../apology/SubstitutesHere.tsx'));
const FollowCalendar = lazyPart(() => import('./FollowCalendar.tsx'));
const IntakeScreen = lazyPart(() => import('../intake/IntakeScreen.tsx'));
const MeetingPanel = lazyPart(() => import('../meeting/MeetingPanel.tsx'));
const LinkNotices = lazyPart(() => import('../agenda/LinkNotices.tsx'));
const MinutesPage = lazyPart(() => import('./MinutesPage.tsx'));
const PublicationScreen = lazyPart(() => import('../publication/PublicationScreen.tsx'));

export interface MeetingByPointerProps {
  readonly pointer: MeetingPointer;
  readonly page: MeetingPage;
  /** My copy of the event where the host told it; undefined where we came by a link and must look for it. */
  readonly event?: CalendarEvent | null;
  /** The item to record or show first, where the address names one. */
  readonly item?: ItemId | null;
}

/** A meeting that has an agenda, on one of its pages. The page stands as soon as the meeting is here; my own event may follow. */
export function MeetingByPointer({ pointer, page, event: told, item = null }: MeetingByPointerProps) {
  // What is published or taken apart is the newest, not what this device saw last.
  const file = useMeetingFile(pointer, page !== 'publish' && page !== 'revise');
  // In a calendar that is shared with me I do its owner's work, on all pages; what I answer myself stands in my own.
  const { data: found } = useQuery<FoundMeeting>({ queryKey: keys.found, enabled: false });
  const event = told ?? (found?.event?.mailbox !== undefined && found.pointer?.key === pointer.key ? found.event : told);
  const isShared = event?.mailbox !== undefined;
  const searched = useMyEvent(event === undefined || isShared ? file.data : undefined);
  const own = event ?? searched.data ?? null;
  const answered = isShared ? (searched.data ?? null) : undefined;
  // By a link one may mean a meeting that its invitation was copied to, and only by a link the calendar was searched.
  const byLink = event === undefined && searched.isSuccess;
  // The link leads elsewhere than my own event: nothing of it is shown.
  if (isFailure(searched.error, 'OtherBoard')) return <FailureState error={searched.error} />;
  return (
    <Queried query={file}>
      {(data) => (
        <>
          <AsOf at={file.asOf} />
          {own && isOrganizersCopy({ event: own }) && differsFromCalendar(data.occasion, own) && (
            <Suspense fallback={null}>
              <FollowCalendar file={data} event={own} />
            </Suspense>
          )}
          {data.aside && (
            <Suspense fallback={null}>
              <AsideRows rows={data.aside} />
            </Suspense>
          )}
          <RowsToMend file={data} event={own} />
          <Page file={data} page={page} event={own} answered={answered} item={item} byLink={byLink} />
        </>
      )}
    </Queried>
  );
}

/** What of the meeting cannot be read, for whoever does the secretary's work. */
function RowsToMend({ file, event }: Pick<PageProps, 'file' | 'event'>) {
  return mayMendRows(useFacts(file, event)) && <UnreadRows rows={file.unread} />;
}

interface PageProps {
  readonly file: MeetingFile;
  readonly page: MeetingPage;
  readonly event: CalendarEvent | null;
  /** My own copy, where `event` stands in another's calendar. */
  readonly answered: CalendarEvent | null | undefined;
  readonly item: ItemId | null;
  readonly byLink: boolean;
}

function Page({ file: asStored, page, event: own, answered, item, byLink }: PageProps) {
  const { file, event, unsure } = useListed(asStored, own);
  const replace = useReplaceFile();
  const facts = useFacts(file, event);
  if (page === 'minutes') return <MinutesPage file={file} event={event} first={item} />;
  if (page === 'record') return <MeetingPanel key={item} file={file} event={event} first={item} />;
  if (page === 'publish') {
    const onPublished = (published: MeetingFile) => {
      replace(published);
      goTo({ page: 'minutes', pointer: published.pointer });
    };
    return <PublicationScreen file={file} event={event} onPublished={onPublished} />;
  }
  if (page === 'revise' && event && mayEditAgenda({ event })) {
    const onAttached = (attached: MeetingFile) => {
      replace(attached);
      goTo({ page: 'agenda', pointer: attached.pointer });
    };
    return <IntakeScreen event={event} file={file} onAttached={onAttached} />;
  }
  const answers =
    event && mayConfirmApologies(facts) ? (
      <Suspense fallback={null}>
        <AnswersOverview file={file} event={event} unsure={unsure} />
      </Suspense>
    ) : null;
  const mine = answered === undefined ? event : answered;
  const notices = (byLink || file.occasion.movedSeen !== undefined) && (
    <Suspense fallback={null}>
      <LinkNotices file={file} event={event} byLink={byLink} onTold={replace} />
    </Suspense>
  );
  return (
    <AgendaScreen
      file={file}
      event={event}
      myAnswer={
        <>
          <MyAnswer file={file} event={mine} byLink={byLink} />
          {answers === null && file.apologies.length > 0 && (
            <Suspense fallback={null}>
              <SubstitutesHere file={file} event={mine} />
            </Suspense>
          )}
        </>
      }
      answers={answers}
      notices={notices}
    />
  );
}
