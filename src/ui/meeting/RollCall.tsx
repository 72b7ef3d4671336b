import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { Suspense, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemId } from '../../meeting/ids.ts';
import { isFailure } from '../../meeting/errors.ts';
import type { CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import { attendeesOf, groupOf, wasRollCalled, type Attendee, type Listed } from '../../meeting/presence.ts';
import type { BodyProfile } from '../../meeting/profile.ts';
import { samePerson } from '../../meeting/persons.ts';
import { stands, withStandIns, type SubstituteCall } from '../../meeting/substitutes.ts';
import { QuorumAhead } from '../item/QuorumAhead.tsx';
import { lazyPart } from '../kit/lazyPart.ts';
import { FailureState } from '../kit/states/FailureState.tsx';
import { useSubstitutes } from '../queries/useSubstitutes.ts';
import { useProfile } from '../queries/useProfile.ts';
import { useRollCall } from '../queries/useRollCall.ts';
import { UnreadRows } from '../unreadRows/UnreadRows.tsx';
import { usePanelPace } from './panelPace.ts';
import { QuorumHere } from './QuorumHere.tsx';

const RollCallList = lazyPart(() => import('./RollCallList.tsx'));

const useStyles = makeStyles({
  part: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS, justifyItems: 'start' },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  words: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: { width: '100%' },
});

export interface RollCallProps {
  readonly file: MeetingFile;
  readonly event: CalendarEvent | null;
  /** The item in hand. */
  readonly itemId: ItemId;
  /** Is this person told what the item is about? */
  readonly mayRecuse: boolean;
}

/** Who is here, and whether the item in hand can be decided; the list to note it on is one tap away. */
export default function RollCall({ file, event, itemId, mayRecuse }: RollCallProps) {
  const styles = useStyles();
  const titleId = useId();
  const { t } = useTranslation('rollCall');
  const [open, setOpen] = useState(false);
  const profile = useProfile(file.board);
  const pace = usePanelPace(file, event, 'rollCall');
  const calling = useRollCall(file, pace);
  const { query, notes, refused, retry, unsent } = calling;
  const { data: standIns } = useSubstitutes(file, event, file.apologies.length > 0);
  const calls = standIns?.calls ?? [];
  const attendees = attendeesOf(withCalled(peopleToCall(profile, event), calls), notes, file.apologies);
  const called = wasRollCalled(notes);
  if (query.data === undefined && query.error) {
    if (!isFailure(query.error, 'SiteNotPrepared')) return <FailureState error={query.error} size="inline" onRetry={() => void query.refetch()} />;
    return <p className={styles.words}>{t('notReady')}</p>;
  }
  return (
    <section className={styles.part} aria-labelledby={titleId}>
      <h2 id={titleId} className={styles.title}>
        {t('title')}
      </h2>
      <p className={styles.words}>{t('counts', countsOf(attendees))}</p>
      {called ? (
        <QuorumHere file={file} profile={profile} attendees={attendees} itemId={itemId} />
      ) : (
        <QuorumAhead agenda={file.agenda} apologies={withStandIns(file.apologies, calls)} profile={profile} />
      )}
      {refused !== null && <FailureState error={refused} size="inline" onRetry={retry} />}
      {unsent > 0 && (
        <p className={styles.words} role="status">
          {t('unsent', { count: unsent })}
        </p>
      )}
      <UnreadRows rows={query.data?.unread ?? []} />
      <Button aria-expanded={open} disabledFocusable={query.data === undefined} onClick={() => setOpen(!open)}>
        {t(open ? 'hide' : 'open')}
      </Button>
      {open && (
        <div className={styles.list}>
          <Suspense fallback={null}>
            <RollCallList file={file} attendees={attendees} profile={profile} note={calling.note} itemId={itemId} mayRecuse={mayRecuse} />
          </Suspense>
        </div>
      )}
    </section>
  );
}

/** The members of the body, or everybody invited where nobody has told who they are. */
function peopleToCall({ members }: BodyProfile, event: CalendarEvent | null): Listed[] {
  if (members.length > 0) return members.map(({ person }) => ({ person }));
  if (event === null) return [];
  return [
    ...(event.organizer ? [{ person: event.organizer }] : []),
    ...event.invitees.filter(({ isGroup }) => !isGroup).map((person) => ({ person })),
  ];
}

/** The same with those who were called to stand in, each for whom. */
function withCalled(people: readonly Listed[], calls: readonly SubstituteCall[]): Listed[] {
  const due = calls.filter(stands);
  const called = people.map((one): Listed => {
    const call = due.find(({ person }) => samePerson(person, one.person));
    return call ? { ...one, insteadOf: call.insteadOf } : one;
  });
  const others = due.filter(({ person }) => !people.some((one) => samePerson(one.person, person)));
  return [...called, ...others.map(({ person, insteadOf }) => ({ person, insteadOf }))];
}

function countsOf(attendees: readonly Attendee[]) {
  const count = (group: ReturnType<typeof groupOf>) => attendees.filter((attendee) => groupOf(attendee) === group).length;
  return { present: count('present'), excused: count('excused'), absent: count('absent'), unknown: count('none') };
}
