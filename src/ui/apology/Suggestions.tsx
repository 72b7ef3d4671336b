import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { PersonQuestionMarkRegular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import type { StaffToTell } from '../../commands/commands.ts';
import type { AnswerRow } from '../../meeting/attendance.ts';
import type { Apology, CalendarEvent, MeetingFile, Person } from '../../meeting/meeting.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { useNotice } from '../kit/Notices.tsx';
import { useAction } from '../kit/useAction.ts';
import { FailureState } from '../kit/states/FailureState.tsx';
import { useRefreshFile } from '../queries/useMeetingFile.ts';
import { TellStaff } from './TellStaff.tsx';
import { TIME_TO_UNDO } from './timeToUndo.ts';
import { useNameList } from './useNameList.ts';
import { useTellOfOthers, type Away } from './useTellOfOthers.ts';

const useStyles = makeStyles({
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
});

interface SuggestionsProps {
  readonly file: MeetingFile;
  readonly event: CalendarEvent;
  /** Of those who said no in Outlook and of whom no apology stands. */
  readonly rows: readonly AnswerRow[];
  /** What tells each from others of the same name. */
  readonly nameOf: (person: Person) => string;
  readonly onTakeBack: (apology: Apology) => void;
}

/** The answers in Outlook that may be apologies. One tick says for all of them whether the chair is told of those that are confirmed. */
export function Suggestions({ file, event, rows, nameOf, onTakeBack }: SuggestionsProps) {
  const styles = useStyles();
  const { t } = useTranslation('answers');
  const awayOf = ({ person }: AnswerRow): Away => ({ person, name: nameOf(person), isPart: false });
  // Outlook has told whoever called the meeting.
  const { question, staffFor } = useTellOfOthers(file, rows.map(awayOf), event.organizer);
  if (rows.length === 0) return null;
  return (
    <>
      {rows.map((row) => (
        <Suggestion
          key={nameOf(row.person)}
          file={file}
          person={row.person}
          name={nameOf(row.person)}
          staffFor={() => staffFor(awayOf(row))}
          onTakeBack={onTakeBack}
        />
      ))}
      <TellStaff question={question} />
      <p className={styles.words}>{t('suggestion.comment')}</p>
    </>
  );
}

interface SuggestionProps {
  readonly file: MeetingFile;
  readonly person: Person;
  /** What tells this person from others of the same name. */
  readonly name: string;
  /** Whom the secretary has told of it in Teams. */
  readonly staffFor: () => Promise<StaffToTell | null>;
  readonly onTakeBack: (apology: Apology) => void;
}

/** "Lene Vadgaard har sagt nej i Outlook. Er det et afbud?" An answer is a hint; a person says whether it is an apology. */
function Suggestion({ file, person, name, staffFor, onTakeBack }: SuggestionProps) {
  const styles = useStyles();
  const { t } = useTranslation('answers');
  const commands = useCommands();
  const refresh = useRefreshFile();
  const tell = useNotice();
  const list = useNameList();
  const confirm = useAction(
    async () => {
      // An apology is kept, also where the words for the others cannot be had.
      const staff = await staffFor().catch(() => null);
      const apology = await commands.attendance.confirmApology(file, person, { staff, hold: TIME_TO_UNDO });
      // One they had sent themselves meanwhile is not ours to take back, nor to tell of.
      const theirs = apology.asStandIn || apology.enteredBy === apology.person.name;
      const told = [staff?.chair, staff?.secretary].flatMap((each) => each ?? []);
      const done = t('suggestion.done', { name });
      if (theirs) tell({ text: done });
      else tell({ text: told.length === 0 ? done : `${done} ${t('suggestion.tellsSoon', { names: list(told) })}`, undo: () => onTakeBack(apology) });
      await refresh(file.pointer);
    },
    { onKept: () => tell({ text: t('suggestion.queued', { name }) }) },
  );
  return (
    <>
      <div className={styles.suggestion}>
        <PersonQuestionMarkRegular aria-hidden />
        <span className={styles.grow}>{t('suggestion.words', { name })}</span>
        <Button size="small" disabledFocusable={confirm.busy} aria-label={t('suggestion.confirmFor', { name })} onClick={() => void confirm.run()}>
          {confirm.busy ? t('suggestion.busy') : t('suggestion.confirm')}
        </Button>
      </div>
      {confirm.error !== null && <FailureState error={confirm.error} size="inline" onRetry={confirm.retry} />}
    </>
  );
}
