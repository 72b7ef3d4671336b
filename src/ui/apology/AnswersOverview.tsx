import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Apology, CalendarEvent, MeetingFile, Person } from '../../meeting/meeting.ts';
import { longDay, shortMoment } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useRefreshFile } from '../queries/useMeetingFile.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { useNotice } from '../kit/Notices.tsx';
import { useAction } from '../kit/useAction.ts';
import { CopyText } from '../kit/states/CopyText.tsx';
import { FailureState } from '../kit/states/FailureState.tsx';
import { answersOf, countAnswers, type AnswerRow } from '../../meeting/attendance.ts';
import { apologyDeadline, isAfterDeadline } from '../../meeting/apologyDeadline.ts';
import { namesApart } from '../../meeting/namesApart.ts';
import { QuorumAhead } from '../item/QuorumAhead.tsx';
import { callsAsStandIn, withStandIns } from '../../meeting/substitutes.ts';
import { useSubstitutes } from '../queries/useSubstitutes.ts';
import { useProfile } from '../queries/useProfile.ts';
import { useScopeWords } from '../item/useScopeWords.ts';
import { peopleListed } from '../../meeting/peopleListed.ts';
import Reminders from './Reminders.tsx';
import Substitutes from './Substitutes.tsx';
import { EnterApologies } from './EnterApologies.tsx';
import { Suggestions } from './Suggestions.tsx';

const useStyles = makeStyles({
  section: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    '@media print': { display: 'none' },
  },
  heading: { ...typographyStyles.body1Strong, margin: 0 },
  words: { margin: 0, color: tokens.colorNeutralForeground2 },
  table: { width: '100%', borderCollapse: 'collapse' },
  head: { ...typographyStyles.caption1Strong, textAlign: 'start', color: tokens.colorNeutralForeground2, padding: `${tokens.spacingVerticalXS} 0` },
  cell: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXS} 0`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    verticalAlign: 'top',
    overflowWrap: 'break-word',
    fontWeight: tokens.fontWeightRegular,
    textAlign: 'start',
  },
  more: { cursor: 'pointer', minHeight: '24px', width: 'fit-content' },
  aside: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, display: 'block' },
});

/** The organiser's view of who comes: Outlook's answers and our apologies side by side, suggestions first. */
export default function AnswersOverview({ file: asStored, event, unsure = false }: { file: MeetingFile; event: CalendarEvent; unsure?: boolean }) {
  const styles = useStyles();
  const { t } = useTranslation('answers');
  const language = useLanguage();
  const profile = useProfile(asStored.board);
  const deadline = apologyDeadline(profile.rules, asStored.occasion);
  const takeBack = useTakeBack(asStored);
  const standInsRead = useSubstitutes(asStored, event, asStored.apologies.length > 0);
  const standIns = standInsRead.data;
  const file = { ...asStored, apologies: withStandIns(asStored.apologies, standIns?.calls ?? []) };
  const all = answersOf(event, file);
  // Whoever was only called to stand in, and cannot, sends no apology. Until that is known nobody is asked about.
  const isStandIn = (person: Person) => standInsRead.isLoading || callsAsStandIn(standIns?.calls ?? [], person, profile).length > 0;
  const rows = all.map((row) => (row.suggested && isStandIn(row.person) ? { ...row, suggested: false } : row));
  const unheard = rows.filter(({ answer, apology }) => answer === 'none' && apology === null).map(({ person }) => person);
  // Who sent an apology for a part comes to the rest.
  const partly = rows.filter(({ apology }) => apology !== null && apology.scope.kind !== 'meeting').length;
  const counts = { ...countAnswers(rows), partly };
  const nameOf = namesApart(rows.map(({ person }) => person));
  const sentence = (['invited', 'groups', 'accepted', 'tentative', 'apologies', 'partly', 'none'] as const)
    .filter((what) => what === 'invited' || counts[what] > 0)
    .map((what) => t(`summary.${what}`, { count: counts[what] }))
    .join(' · ');
  return (
    <section className={styles.section} id="svar" tabIndex={-1} aria-label={t('title')}>
      <h2 className={styles.heading}>{t('title')}</h2>
      <Suspense fallback={null}>
        <WhatFalls file={file} />
      </Suspense>
      <p className={styles.words}>{sentence}</p>
      {deadline !== null && <p className={styles.words}>{t('deadline.is', { day: longDay(deadline, language) })}</p>}
      <Suggestions
        file={file}
        event={event}
        rows={rows.filter((row) => row.suggested)}
        nameOf={nameOf}
        onTakeBack={(apology) => void takeBack.run(apology)}
      />
      {takeBack.error !== null && <FailureState error={takeBack.error} size="inline" onRetry={takeBack.retry} />}
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.head}>
              {t('table.name')}
            </th>
            <th scope="col" className={styles.head}>
              {t('table.answer')}
            </th>
            <th scope="col" className={styles.head}>
              {t('table.apology')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={nameOf(row.person)} row={row} name={nameOf(row.person)} file={asStored} deadline={deadline} />
          ))}
        </tbody>
      </table>
      <Suspense fallback={null}>
        <Substitutes file={asStored} event={event} />
      </Suspense>
      <Printed file={file} event={event} />
      <p className={styles.words}>{t('hint')}</p>
      <Suspense fallback={null}>
        <Reminders file={asStored} people={unheard} deadline={deadline} />
      </Suspense>
      <EnterApologies file={file} event={event} />
      <Access team={file.board.name} title={event.subject} />
      {unsure && <p className={styles.words}>{t('notAsked')}</p>}
      {counts.groups > 0 && <p className={styles.words}>{t('groupHint')}</p>}
    </section>
  );
}

/** The list as the minutes print it. */
function Printed({ file, event }: { file: MeetingFile; event: CalendarEvent }) {
  const styles = useStyles();
  const { t } = useTranslation('answers');
  const scopeWords = useScopeWords();
  const { excused } = peopleListed(event, file);
  const names = excused.map(({ apology: { scope, substitute }, name }) => {
    const more = [scopeWords(scope, file.agenda.items), substitute === null ? '' : t('printed.instead', { name: substitute })].filter(
      (part) => part !== '',
    );
    return more.length === 0 ? name : `${name} (${more.join('; ')})`;
  });
  return <p className={styles.words}>{t('printed.line', { names: names.length === 0 ? t('printed.none') : names.join(', ') })}</p>;
}

/** Who has access to the team we may not ask: the secretary knows, and gets the words to send. */
function Access({ team, title }: { team: string; title: string }) {
  const styles = useStyles();
  const { t } = useTranslation('answers');
  return (
    <details>
      <summary className={styles.more}>{t('access.title')}</summary>
      <p className={styles.words}>{t('access.what')}</p>
      <CopyText label={t('access.label')} text={t('access.message', { team, title })} />
    </details>
  );
}

function Row({ row, name, file, deadline }: { row: AnswerRow; name: string; file: MeetingFile; deadline: string | null }) {
  const styles = useStyles();
  const { t } = useTranslation('answers');
  const scopeWords = useScopeWords();
  const { apology } = row;
  const language = useLanguage();
  const selfEntered = apology !== null && apology.enteredBy === apology.person.name;
  return (
    <tr>
      <th scope="row" className={styles.cell}>
        {name}
        {row.optional && <span className={styles.aside}>{t('optional')}</span>}
      </th>
      <td className={styles.cell}>
        {t(`answer.${row.answer}`)}
        {row.earlier && apology === null && <span className={styles.aside}>{t('earlier.answer')}</span>}
      </td>
      <td className={styles.cell}>
        {row.comesAfterAll && <span className={styles.aside}>{t('comesAfterAll')}</span>}
        {apology && (
          <>
            {apology.scope.kind === 'meeting' ? t('apology.meeting') : t('apology.part', { part: scopeWords(apology.scope, file.agenda.items) })}
            {isAfterDeadline(deadline, apology.receivedAt, file.occasion) && <span className={styles.aside}>{t('deadline.late')}</span>}
            {apology.substitute && <span className={styles.aside}>{t('apology.substitute', { name: apology.substitute })}</span>}
            {!selfEntered && apology.enteredBy && (
              <span className={styles.aside}>
                {[
                  t('apology.enteredBy', { name: apology.enteredBy }),
                  apology.way === undefined ? '' : t(`way.${apology.way}`),
                  shortMoment(apology.receivedAt, language),
                ]
                  .filter((part) => part !== '')
                  .join(', ')}
              </span>
            )}
            {row.earlier && <Earlier file={file} apology={file.apologies.find(({ id }) => id === apology.id) ?? apology} />}
          </>
        )}
      </td>
    </tr>
  );
}

/** An apology for another day than the meeting's: the secretary asks, and says whether it stands. */
function Earlier({ file, apology }: { file: MeetingFile; apology: Apology }) {
  const styles = useStyles();
  const { t } = useTranslation('answers');
  const language = useLanguage();
  const commands = useCommands();
  const refresh = useRefreshFile();
  const takeBack = useTakeBack(file);
  const renewal = useAction(async () => {
    await commands.attendance.renewApology(file, apology);
    await refresh(file.pointer);
  });
  const day = apology.givenFor ?? file.occasion.movedFrom;
  const busy = renewal.busy || takeBack.busy;
  const { name } = apology.person;
  return (
    <>
      <span className={styles.aside}>{day === undefined ? t('earlier.answer') : t('earlier.apology', { day: longDay(day, language) })}</span>
      <Button size="small" disabledFocusable={busy} aria-label={t('earlier.standsFor', { name })} onClick={() => void renewal.run()}>
        {t('earlier.stands')}
      </Button>
      <Button
        size="small"
        appearance="subtle"
        disabledFocusable={busy}
        aria-label={t('earlier.comesFor', { name })}
        onClick={() => void takeBack.run(apology)}
      >
        {t('earlier.comes')}
      </Button>
      {[renewal, takeBack].map(
        ({ error, retry }, place) => error !== null && <FailureState key={place} error={error} size="inline" onRetry={retry} />,
      )}
    </>
  );
}

/** The way back from an apology that was confirmed. The suggestion itself is gone by then. */
function useTakeBack(file: MeetingFile) {
  const { t } = useTranslation('answers');
  const commands = useCommands();
  const refresh = useRefreshFile();
  const tell = useNotice();
  return useAction(
    async (apology: Apology) => {
      await commands.apology.withdrawApology(file, apology);
      await refresh(file.pointer);
    },
    { onKept: ({ person }) => tell({ text: t('suggestion.undoQueued', { name: person.name }) }) },
  );
}

/** The items that too few could decide on, by the body's rule and the apologies there are. */
function WhatFalls({ file }: { file: MeetingFile }) {
  return <QuorumAhead agenda={file.agenda} apologies={file.apologies} profile={useProfile(file.board)} />;
}
