import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Intake } from '../../commands/commands.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import type { CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import { useDraft, type Draft } from '../kit/useDraft.ts';
import { useSame } from '../kit/useSame.ts';
import { Loading } from '../kit/states/Loading.tsx';
import type { Agenda } from '../../meeting/agenda.ts';
import type { MeetingTimes } from '../../meeting/programme.ts';
import { freshAgenda } from '../../meeting/editing/freshAgenda.ts';
import { newItemId } from './newItemId.ts';
import { emptyIntake, fitToEvent } from './fitToEvent.ts';
import { overExisting } from './overExisting.ts';
import { PaperStage } from './PaperStage.tsx';
import { readWork, type SavedWork } from './savedWork.ts';
import { useBody } from './useBody.ts';
import { Working } from './Working.tsx';

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalL}`,
  },
  title: { ...typographyStyles.subtitle1, margin: 0 },
});

export interface IntakeScreenProps {
  readonly event: CalendarEvent;
  /** The agenda there is already, which is then revised; null before the first one. */
  readonly file: MeetingFile | null;
  /** Another meeting's agenda to begin from; null to begin from a paper or nothing. */
  readonly from?: MeetingFile | null;
  /** Items that were chosen among those proposed; null otherwise. */
  readonly begin?: Agenda | null;
  readonly onAttached: (file: MeetingFile) => void;
}

/** From a paper that exists (or from nothing) to the agenda in the invitation: paper, check, invitation. */
export default function IntakeScreen({ event, file, from = null, begin: chosen = null, onAttached }: IntakeScreenProps) {
  const styles = useStyles();
  const commands = useCommands();
  const { t } = useTranslation('intake');
  const paper = useDraft(`intake:${event.key}:paper`);
  const { profile, own } = useBody(event, file, { title: chosen?.title ?? '' });
  const pasted = useDraft(`intake:${event.key}:pasted`);
  const work = useDraft(`intake:${event.key}:work`);
  const [fresh] = useState(() => (chosen !== null ? workOf(chosen, event) : from === null ? null : freshFrom(from, event)));
  const [open, setOpen] = useState<{ readonly work: SavedWork; readonly turn: number } | 'paper' | null>(null);
  const saved = useKept(work, open === 'paper');
  const stored = useMemo(() => (file ? storedWork(file) : null), [file]);
  const onOtherPaper = useSame(() => setOpen('paper'));

  const onAttachedHere = useSame((attached: MeetingFile) => {
    paper.drop();
    pasted.drop();
    work.drop();
    // What was taken of the backlog is marked there; where that fails it is offered again, and makes no second item.
    if (file === null)
      void commands
        .backlog()
        .then((backlog) => backlog.settleAgenda(attached))
        .catch(() => undefined);
    onAttached(attached);
  });

  if (!paper.ready || !pasted.ready || !work.ready) return <Loading />;

  const begin = (intake: Intake, fileName: string | null) => {
    const fitted = fitToEvent(file ? overExisting(intake, file.agenda) : intake, event);
    setOpen((before) => ({
      work: {
        intake: fitted,
        fileName,
        register: [],
        choices: {},
        base: file?.agenda ?? null,
        ...(intake.source !== '' && { read: timesOf(intake.agenda) }),
      },
      turn: (typeof before === 'object' ? (before?.turn ?? 0) : 0) + 1,
    }));
  };
  const resume = (chosen === null ? saved : fresh) ?? fresh ?? stored;
  const shown = open ?? (resume ? { work: resume, turn: 0 } : 'paper');

  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{t(file ? 'revise' : 'make')}</h1>
      {shown === 'paper' ? (
        <PaperStage
          event={event}
          paper={paper}
          pasted={pasted}
          onRead={begin}
          onResume={resume ? () => setOpen({ work: resume, turn: Date.now() }) : null}
        />
      ) : (
        <Working
          key={shown.turn}
          event={event}
          file={file}
          start={shown.work}
          profile={profile}
          own={own}
          onKeep={work.change}
          onOtherPaper={onOtherPaper}
          onAttached={onAttachedHere}
        />
      )}
    </div>
  );
}

/**
 * What was kept of an earlier visit, read where one may begin from it. It is written anew at every key, and reading it at every key would hold them up.
 *
 * @param again it may be begun from once more
 */
function useKept({ text, ready }: Draft, again: boolean): SavedWork | null {
  // The text as it is then.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  return useMemo(() => (ready && text !== '' ? readWork(text) : null), [ready, again]);
}

/** The agenda as it is stored, to be revised. */
const storedWork = (file: MeetingFile): SavedWork => ({ intake: intakeOf(file), fileName: null, register: [], choices: {}, base: file.agenda });

const timesOf = ({ date, endDate, start, end }: Agenda): MeetingTimes => ({ date, endDate, start, end });

/** An agenda that nobody has stored yet, and that comes from no paper. */
const workOf = (agenda: Agenda, event: CalendarEvent): SavedWork => ({
  intake: fitToEvent({ ...emptyIntake(event, ''), agenda }, event),
  fileName: null,
  register: [],
  choices: {},
  base: null,
});

/** The same items as another meeting has, to be this meeting's own. */
function freshFrom(from: MeetingFile, event: CalendarEvent): SavedWork {
  const agenda = freshAgenda(from.agenda, newItemId);
  return { intake: fitToEvent(intakeOf({ ...from, agenda }), event), fileName: null, register: [], choices: {}, base: null };
}

/** An agenda that is stored already, ready to be revised: there is no paper beside it. */
function intakeOf(file: MeetingFile): Intake {
  return { source: '', agenda: file.agenda, treatments: [], apologies: [], participants: [], unplaced: [], sourceOf: {}, fieldSources: {} };
}
