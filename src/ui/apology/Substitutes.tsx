import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { standing } from '../../meeting/apologies.ts';
import { isClosed } from '../../meeting/agenda.ts';
import { isFailure } from '../../meeting/errors.ts';
import type { Apology, CalendarEvent, MeetingFile, Person } from '../../meeting/meeting.ts';
import { whoIsWho } from '../../meeting/persons.ts';
import { namesApart } from '../../meeting/namesApart.ts';
import { mayCallSubstitutes, mayReadClosed } from '../../meeting/permissions.ts';
import type { BodyProfile } from '../../meeting/profile.ts';
import { bodyKindOf } from '../../meeting/readyProfiles.ts';
import { itemsMissed } from '../../meeting/scopeMarks.ts';
import { callsFor, candidatesFor, stands, type SubstituteCall } from '../../meeting/substitutes.ts';
import type { Substitutes as Read } from '../../commands/commands.ts';
import { useNow } from '../kit/useNow.ts';
import { FailureState } from '../kit/states/FailureState.tsx';
import { useProfile } from '../queries/useProfile.ts';
import { useSubstitutes } from '../queries/useSubstitutes.ts';
import { AbsenceReason } from './AbsenceReason.tsx';
import { CallNext } from './CallNext.tsx';
import { CalledLine } from './CalledLine.tsx';
import { InsertCallItem } from './InsertCallItem.tsx';

const useStyles = makeStyles({
  section: { display: 'grid', gap: tokens.spacingVerticalS, minWidth: 0 },
  heading: { ...typographyStyles.body1Strong, margin: 0 },
  member: { ...typographyStyles.body1, margin: 0, overflowWrap: 'anywhere' },
  words: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  group: { display: 'grid', gap: tokens.spacingVerticalXS, minWidth: 0 },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalXS },
});

interface SubstitutesProps {
  readonly file: MeetingFile;
  /** The organiser's copy is changed here; with another one only reads. */
  readonly event: CalendarEvent | null;
}

/** Who stands in for whom: called, coming, not coming, and who is asked next. Nothing where nobody is away, or the body has no stand-ins. */
export default function Substitutes({ file, event }: SubstitutesProps) {
  const styles = useStyles();
  const profile = useProfile(file.board);
  const word = profile.rules.substituteWord;
  const { t } = useTranslation('substitutes');
  const { data, error, refetch } = useSubstitutes(file, event);
  const apologies = standing(file.apologies);
  const isPrepared = !isFailure(error, 'SiteNotPrepared');
  // A list that cannot be read may hold somebody who was called.
  const isUnread = error !== null && isPrepared && data === undefined;
  const isNobodyAway = profile.rules.substitutes === 'none' || apologies.length === 0;
  if (isNobodyAway && !isUnread && (data?.calls.length ?? 0) === 0) return null;
  return (
    <section className={styles.section} aria-label={t(`word.${word}.many`)}>
      <h3 className={styles.heading}>{t(`word.${word}.many`)}</h3>
      {!isPrepared ? (
        <p className={styles.words}>{t('notPrepared')}</p>
      ) : isUnread ? (
        <FailureState error={error} size="inline" onRetry={() => void refetch()} />
      ) : (
        data && <Members file={file} event={event} profile={profile} read={data} apologies={apologies} />
      )}
    </section>
  );
}

interface MembersProps extends SubstitutesProps {
  readonly profile: BodyProfile;
  readonly read: Read;
  readonly apologies: readonly Apology[];
}

function Members({ file, event, profile, read, apologies }: MembersProps) {
  const now = useNow();
  const styles = useStyles();
  const { t } = useTranslation('substitutes');
  // The council has to know why before it calls anybody; only the circle is told, and nobody once the minutes are out.
  const asksReason = profile.rules.substitutes === 'partyList' && mayReadClosed({ file }) && file.status.minutes !== 'published';
  const copy = event !== null && mayCallSubstitutes({ event, file, now }) ? event : null;
  const facts = { ...read.facts, apologies: file.apologies, invitees: event?.invitees ?? [], profile };
  const people = [...apologies.map(({ person }) => person), ...read.calls.flatMap(({ person, insteadOf }) => [person, insteadOf])];
  const who = whoIsWho(people);
  const once = people.filter((person, place) => people.findIndex((other) => who(other) === who(person)) === place);
  const apart = namesApart(once);
  const nameOf = (person: Person) => apart(once.find((other) => who(other) === who(person)) ?? person);
  // Who comes after all has no apology any more, and whoever was called for them still stands somewhere.
  const away = apologies.map((apology) => ({ apology, person: apology.person, calls: callsFor(read.calls, apology.person) }));
  const left = read.calls.filter((call) => !away.some(({ calls }) => calls.includes(call)));
  return (
    <>
      <Summary read={read} />
      {away.map(({ apology, person, calls }) => (
        <div key={apology.id} className={styles.group}>
          <p className={styles.member}>{t('for', { name: nameOf(person) })}</p>
          <Called file={file} event={copy} calls={calls} read={read} nameOf={nameOf} />
          {copy && !calls.some(stands) && profile.rules.substitutes !== 'none' && (
            <CallNext file={file} event={copy} apology={apology} calls={read.calls} candidates={candidatesFor(apology, read.calls, facts)} />
          )}
          <ClosedItems file={file} apology={apology} />
          {copy && asksReason && <AbsenceReason file={file} person={person} name={nameOf(person)} />}
        </div>
      ))}
      <Called file={file} event={copy} calls={left} read={read} nameOf={nameOf} />
      <p className={styles.words}>{t(copy ? 'effect' : 'onlyOrganizer')}</p>
      <p className={styles.words}>{t('access')}</p>
      {read.unread.length > 0 && <p className={styles.words}>{t('unread', { count: read.unread.length })}</p>}
      {apologies.length > 0 && bodyKindOf(profile.rules) === 'council' && copy && <InsertCallItem file={file} word={profile.rules.substituteWord} />}
    </>
  );
}

function Summary({ read: { calls, notMet } }: { read: Read }) {
  const styles = useStyles();
  const { t } = useTranslation('substitutes');
  const count = { called: 0, coming: 0, declined: 0, calledOff: 0, notMet: notMet.length };
  for (const call of calls) count[call.state] += 1;
  const told = (['called', 'coming', 'declined', 'calledOff', 'notMet'] as const).filter((what) => count[what] > 0);
  if (told.length === 0) return null;
  return <p className={styles.words}>{told.map((what) => t(`summary.${what}`, { count: count[what] })).join(' · ')}</p>;
}

interface CalledProps extends SubstitutesProps {
  readonly calls: readonly SubstituteCall[];
  readonly read: Read;
  readonly nameOf: (person: SubstituteCall['person']) => string;
}

function Called({ file, event, calls, read, nameOf }: CalledProps) {
  const styles = useStyles();
  if (calls.length === 0) return null;
  return (
    <ol className={styles.list}>
      {calls.map((call) => (
        <CalledLine
          key={`${call.place} ${nameOf(call.person)}`}
          file={file}
          event={event}
          call={call}
          calls={read.calls}
          name={nameOf(call.person)}
          notMet={read.notMet.includes(call)}
        />
      ))}
    </ol>
  );
}

/** What of the part somebody is away from is closed, told plainly: calling gives nobody access to it. */
function ClosedItems({ file: { agenda, pointer }, apology }: { file: MeetingFile; apology: Apology }) {
  const styles = useStyles();
  const { t } = useTranslation('substitutes');
  const missed = itemsMissed(apology.scope, agenda);
  const closed = agenda.items.filter((item) => missed.includes(item.id) && isClosed(agenda.items, item));
  if (closed.length === 0 || pointer.closedSiteId === null) return null;
  const items = closed.map(({ number, id }) => number?.replace(/[.)]$/, '') ?? String(agenda.items.findIndex((item) => item.id === id) + 1));
  return <p className={styles.words}>{t('closed', { count: closed.length, items: items.join(', ') })}</p>;
}
