import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { PersonQuestionMarkRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isPassing } from '../../meeting/errors.ts';
import type { CalendarEvent, MeetingFile, Person } from '../../meeting/meeting.ts';
import { useRefreshFile } from '../queries/useMeetingFile.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { useNotice } from '../kit/Notices.tsx';
import { FailureState } from '../kit/states/FailureState.tsx';
import { answersOf, countAnswers, type AnswerRow } from './apologies.ts';
import { useScopeWords } from './useScopeWords.ts';

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
  suggestion: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
  grow: { flexGrow: 1, flexBasis: '12rem' },
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
  aside: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, display: 'block' },
});

/** The organiser's view of who comes: Outlook's answers and our apologies side by side, suggestions first. */
export default function AnswersOverview({ file, event }: { file: MeetingFile; event: CalendarEvent }) {
  const styles = useStyles();
  const { t } = useTranslation('answers');
  const rows = answersOf(event, file);
  const counts = countAnswers(rows);
  const sentence = (['invited', 'accepted', 'tentative', 'apologies', 'none'] as const)
    .filter((what) => what === 'invited' || counts[what] > 0)
    .map((what) => t(`summary.${what}`, { count: counts[what] }))
    .join(' · ');
  return (
    <section className={styles.section} id="svar" tabIndex={-1} aria-label={t('title')}>
      <h2 className={styles.heading}>{t('title')}</h2>
      <p className={styles.words}>{sentence}</p>
      {rows
        .filter((row) => row.suggested)
        .map((row) => (
          <Suggestion key={row.person.email ?? row.person.name} file={file} person={row.person} />
        ))}
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
            <Row key={row.person.email ?? row.person.name} row={row} file={file} />
          ))}
        </tbody>
      </table>
      <p className={styles.words}>{t('hint')}</p>
    </section>
  );
}

function Row({ row, file }: { row: AnswerRow; file: MeetingFile }) {
  const styles = useStyles();
  const { t } = useTranslation('answers');
  const scopeWords = useScopeWords();
  const { person, apology } = row;
  const selfEntered = apology !== null && apology.enteredBy === apology.person.name;
  return (
    <tr>
      <th scope="row" className={styles.cell}>
        {person.name}
        {row.optional && <span className={styles.aside}>{t('optional')}</span>}
      </th>
      <td className={styles.cell}>{t(`answer.${row.answer}`)}</td>
      <td className={styles.cell}>
        {apology && (
          <>
            {apology.scope.kind === 'meeting' ? t('apology.meeting') : t('apology.items', { items: scopeWords(apology.scope, file.agenda.items) })}
            {apology.substitute && <span className={styles.aside}>{t('apology.substitute', { name: apology.substitute })}</span>}
            {!selfEntered && apology.enteredBy && <span className={styles.aside}>{t('apology.enteredBy', { name: apology.enteredBy })}</span>}
          </>
        )}
      </td>
    </tr>
  );
}

/** "Lene Vadgaard har sagt nej i Outlook. Er det et afbud?" An answer is a hint; a person says whether it is an apology. */
function Suggestion({ file, person }: { file: MeetingFile; person: Person }) {
  const styles = useStyles();
  const { t } = useTranslation('answers');
  const commands = useCommands();
  const refresh = useRefreshFile();
  const tell = useNotice();
  const [state, setState] = useState<{ busy: boolean; error: unknown }>({ busy: false, error: null });
  const confirm = async () => {
    setState({ busy: true, error: null });
    try {
      const apology = await commands.attendance.confirmApology(file, person);
      const undo = async () => {
        try {
          await commands.apology.withdrawApology(file, apology);
          await refresh(file.pointer);
        } catch (error) {
          if (isPassing(error)) tell({ text: t('suggestion.undoQueued', { name: person.name }) });
          else setState({ busy: false, error });
        }
      };
      // One they had sent themselves meanwhile is not ours to take back.
      const theirs = apology.enteredBy === apology.person.name;
      tell({ text: t('suggestion.done', { name: person.name }), ...(theirs ? {} : { undo: () => void undo() }) });
      setState({ busy: false, error: null });
    } catch (error) {
      // What passes is in the outbox and goes through by itself.
      if (isPassing(error)) tell({ text: t('suggestion.queued', { name: person.name }) });
      setState({ busy: false, error: isPassing(error) ? null : error });
      return;
    }
    await refresh(file.pointer);
  };
  return (
    <>
      <div className={styles.suggestion}>
        <PersonQuestionMarkRegular aria-hidden />
        <span className={styles.grow}>{t('suggestion.words', { name: person.name })}</span>
        <Button
          size="small"
          disabledFocusable={state.busy}
          aria-label={t('suggestion.confirmFor', { name: person.name })}
          onClick={() => void confirm()}
        >
          {state.busy ? t('suggestion.busy') : t('suggestion.confirm')}
        </Button>
      </div>
      {state.error !== null && <FailureState error={state.error} size="inline" onRetry={() => void confirm()} />}
    </>
  );
}
