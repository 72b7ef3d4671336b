import { useTranslation } from 'react-i18next';
import { shownOccasion } from '../../meeting/calendarFacts.ts';
import { agendaDue } from '../../meeting/deadlines.ts';
import type { CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import { dayAndMonth } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useNoticeStyles } from '../kit/useNoticeStyles.ts';
import { useProfile } from '../queries/useProfile.ts';
import { Foldable } from './NoticesFold.tsx';

interface AgendaDueStateProps {
  readonly file: MeetingFile;
  readonly event: CalendarEvent;
  readonly now: Date;
}

/** For whoever makes the agenda: by when it goes out by the body's rule, and that the day is over. Silent when it is out. */
export default function AgendaDueState({ file, event, now }: AgendaDueStateProps) {
  const styles = useNoticeStyles();
  const { t } = useTranslation('sendout');
  const language = useLanguage();
  const { rules } = useProfile(file.board);
  const due = agendaDue(rules, file, event, shownOccasion(file.occasion, event), now);
  if (due === null) return null;
  const words = t(due.isPast ? 'due.past' : 'due.is', { day: dayAndMonth(due.day, language) });
  return (
    <Foldable place="due" title={words}>
      <div className={styles.notice} role="note">
        <p className={styles.words}>{words}</p>
      </div>
    </Foldable>
  );
}
