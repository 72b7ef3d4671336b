import { Button } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { applyEdit } from '../../meeting/editing/edit.ts';
import { timesFollowing, type Following } from '../../meeting/editing/followTimes.ts';
import { mendsOf, type EventWay, type Mend } from '../../meeting/editing/mend.ts';
import { agendaTold } from '../../meeting/agendaTold.ts';
import type { Agenda, AgendaItem } from '../../meeting/agenda.ts';
import { calendarHead, shownOccasion } from '../../meeting/calendarFacts.ts';
import type { ClockTime } from '../../meeting/clock.ts';
import { isPassing } from '../../meeting/errors.ts';
import type { Finding } from '../../meeting/finding.ts';
import { checkAgenda } from '../../meeting/findings.ts';
import { asItemId } from '../../meeting/ids.ts';
import type { CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import { findingSentence, mendWords } from '../agendaEditor/findingWords.ts';
import { MoveMeeting } from '../agendaEditor/MoveMeeting.tsx';
import { clock } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { useNotice } from '../kit/Notices.tsx';
import { FailureState } from '../kit/states/FailureState.tsx';
import { useAction } from '../kit/useAction.ts';
import { useNoticeStyles } from '../kit/useNoticeStyles.ts';
import { Foldable } from './NoticesFold.tsx';
import { useNewestFile, useReplaceFile } from '../queries/useMeetingFile.ts';

interface ProgrammeStateProps {
  readonly file: MeetingFile;
  readonly event: CalendarEvent;
}

/** What of a programme lies outside the meeting: the findings that are about the calendar. */
const ABOUT_CALENDAR: readonly Finding['code'][] = ['beforeStart', 'startsLate', 'pastEnd', 'tooLong'];

/** For whoever makes the agenda: times that a moved meeting has left behind, else those that lie outside it, each with the click that mends it. */
export default function ProgrammeState({ file, event }: ProgrammeStateProps) {
  const { t } = useTranslation('intake');
  const occasion = useMemo(() => shownOccasion(file.occasion, event), [file.occasion, event]);
  const agenda = useMemo(() => agendaTold(file.agenda, file.occasion, occasion), [file.agenda, file.occasion, occasion]);
  const following = useMemo(() => timesFollowing(agenda, occasion), [agenda, occasion]);
  const finding = useMemo(
    () => checkAgenda(agenda, calendarHead(occasion)).find(({ code }) => ABOUT_CALENDAR.includes(code)) ?? null,
    [agenda, occasion],
  );
  const times = useTimes(file);
  if (following === null && finding === null) return null;
  return (
    <Foldable place="times" title={t(following === null ? 'findings.outside' : 'findings.moved.title')}>
      {following !== null && <Follow file={file} following={following} times={times} />}
      {following === null && finding !== null && <Outside file={file} event={event} agenda={agenda} finding={finding} times={times} />}
    </Foldable>
  );
}

type Timed = Pick<AgendaItem, 'id' | 'start' | 'end' | 'minutes'>;

/** Writes other times of some items, with the way back. */
function useTimes(file: MeetingFile) {
  const { t } = useTranslation('intake');
  const { agenda } = useCommands();
  const replace = useReplaceFile();
  const newest = useNewestFile(file.pointer);
  const tell = useNotice();
  return useAction(async (timed: readonly Timed[]) => {
    const was = file.agenda.items.filter(({ id }) => timed.some((item) => item.id === id));
    const undo = async () => {
      try {
        replace(await agenda.changeTimes(newest() ?? file, was));
        tell({ text: t('findings.moved.undone') });
      } catch (error) {
        tell({ text: t(isPassing(error) ? 'findings.moved.kept' : 'findings.moved.notUndone') });
      }
    };
    replace(await agenda.changeTimes(file, timed));
    tell({ text: t('findings.moved.done'), undo: () => void undo() });
  }, {});
}

type Times = ReturnType<typeof useTimes>;

function Follow({ file, following, times }: { file: MeetingFile; following: Following; times: Times }) {
  const styles = useNoticeStyles();
  const { t } = useTranslation('intake');
  const language = useLanguage();
  const { from, to, items } = following;
  return (
    <section className={styles.notice} aria-label={t('findings.moved.title')} key={file.pointer.key}>
      <h2 className={styles.title}>{t('findings.moved.title')}</h2>
      <p className={styles.words}>
        {times.kept
          ? t('findings.moved.kept')
          : t('findings.moved.what', { from: clock(from, language), to: clock(to, language), count: items.length })}
      </p>
      {times.error !== null && <FailureState error={times.error} size="inline" onRetry={times.retry} />}
      {!times.kept && (
        <div>
          <Button appearance="primary" disabledFocusable={times.busy} onClick={() => void times.run(items)}>
            {t('findings.moved.do')}
          </Button>
        </div>
      )}
    </section>
  );
}

function Outside({ file, event, agenda, finding, times }: ProgrammeStateProps & { agenda: Agenda; finding: Finding; times: Times }) {
  const styles = useNoticeStyles();
  const { t } = useTranslation('intake');
  const language = useLanguage();
  const [moving, setMoving] = useState<{ readonly way: EventWay; readonly time: ClockTime } | null>(null);
  const mends = mendsOf(finding, agenda, () => asItemId(''), calendarHead(shownOccasion(file.occasion, event))).filter(onlyTimes);
  const take = (mend: Mend) => {
    if (mend.kind === 'event') setMoving(mend);
    if (mend.kind === 'edits') void times.run(mend.edits.reduce(applyEdit, agenda).items.filter((item) => !agenda.items.includes(item)));
  };
  return (
    <section className={styles.notice} aria-label={t('findings.outside')}>
      <h2 className={styles.title}>{t('findings.outside')}</h2>
      <p className={styles.words}>
        {finding.values['title'] ? `“${finding.values['title']}”: ` : ''}
        {times.kept ? t('findings.moved.kept') : findingSentence(finding, language, t)}
      </p>
      {times.error !== null && <FailureState error={times.error} size="inline" onRetry={times.retry} />}
      {moving === null ? (
        <div className={styles.buttons}>
          {mends.map((mend, place) => (
            <Button key={place} size="small" disabledFocusable={times.busy || times.kept} onClick={() => take(mend)}>
              {mendWords(mend, language, t)}
            </Button>
          ))}
        </div>
      ) : (
        <MoveMeeting {...moving} event={event} onDone={() => setMoving(null)} />
      )}
    </section>
  );
}

/** What changes times alone, of the items or of the meeting: the rest is done where the agenda is written. */
const onlyTimes = (mend: Mend): boolean => mend.kind === 'event' || (mend.kind === 'edits' && mend.edits.every(({ kind }) => kind === 'change'));
