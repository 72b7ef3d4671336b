import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { standingOf } from '../../meeting/calendarFacts.ts';
import type { CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import { mayEditAgenda } from '../../meeting/permissions.ts';
import { scheduleOf } from '../../meeting/timing.ts';
import { whenWords } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { printRoute } from '../kit/route.ts';
import { FailureState } from '../kit/states/FailureState.tsx';
import { useAction } from '../kit/useAction.ts';
import { useNow } from '../kit/useNow.ts';
import { useCopies } from '../queries/useCopies.ts';
import { keys } from '../queries/keys.ts';
import { Foldable } from './NoticesFold.tsx';

const useStyles = makeStyles({
  notice: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    marginInline: tokens.spacingHorizontalL,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
    '@media print': { display: 'none' },
  },
  words: { margin: 0, flex: '1 1 16rem', overflowWrap: 'anywhere' },
});

interface LinkNoticesProps {
  readonly file: MeetingFile;
  readonly event: CalendarEvent | null;
  /** Reached by a link: my calendar was searched for the event. */
  readonly byLink: boolean;
  readonly onTold: (file: MeetingFile) => void;
}

/**
 * What the agenda itself does not tell: that its link stands in other invitations, that the meeting has left its organiser's calendar, and that the
 * invitation still prints the times of before it was moved.
 */
export default function LinkNotices({ file, event, byLink, onTold }: LinkNoticesProps) {
  return (
    <>
      {byLink && <Copies file={file} event={event} />}
      {byLink && <Gone file={file} event={event} onTold={onTold} />}
      {event && isPrintedForEarlier(file, event) && <PrintedForEarlier file={file} />}
    </>
  );
}

/** Were times put in the invitation before the meeting was seen to be moved? Whoever called it can put the new ones in. */
function isPrintedForEarlier({ agenda, occasion, status }: MeetingFile, event: CalendarEvent): boolean {
  const { movedSeen } = occasion;
  if (!mayEditAgenda({ event }) || movedSeen === undefined || status.sentAt === null || status.minutes === 'published') return false;
  return Date.parse(status.sentAt) < Date.parse(movedSeen) && [...scheduleOf(agenda).values()].some(({ start }) => start !== null);
}

function PrintedForEarlier({ file }: { file: MeetingFile }) {
  const styles = useStyles();
  const { t } = useTranslation('calendar');
  const words = t('printedEarlier.words');
  return (
    <Foldable place="meeting" title={words}>
      <div className={styles.notice} role="note">
        <p className={styles.words}>{words}</p>
        <Link href={printRoute({ page: 'revise', pointer: file.pointer })}>{t('printedEarlier.revise')}</Link>
      </div>
    </Foldable>
  );
}

/** The same link stands in several invitations: each meeting of mine is opened from its own. */
function Copies({ file, event }: Pick<LinkNoticesProps, 'file' | 'event'>) {
  const styles = useStyles();
  const { t } = useTranslation('calendar');
  const language = useLanguage();
  const copies = useCopies(file, true);
  if (copies.length === 0) return null;
  const words = t('copied.words', { when: whenWords(event ?? file.occasion, language) });
  return (
    <Foldable place="meeting" title={words}>
      <div className={styles.notice} role="note">
        <p className={styles.words}>{words}</p>
        {[...(event ? [event] : []), ...copies].map((each) => (
          <Link key={each.id} href={printRoute({ page: 'event', eventId: each.id })}>
            {t('copied.open', { title: each.subject, when: whenWords(each, language) })}
          </Link>
        ))}
      </div>
    </Foldable>
  );
}

/** Whoever called the meeting has it in the calendar no more: only they know whether it is called off. */
function Gone({ file, event, onTold }: Omit<LinkNoticesProps, 'byLink'>) {
  const styles = useStyles();
  const { t } = useTranslation('calendar');
  const commands = useCommands();
  const now = useNow();
  const telling = useAction(async () => {
    const told = await commands.find.tellCancelled(file);
    try {
      await (await commands.agenda.guests()).callOffGuests(file.pointer, null);
    } finally {
      onTold(told);
    }
  });
  const { organizer, end } = file.occasion;
  const mayBeGone = event === null && organizer !== undefined && standingOf(file.occasion) !== 'cancelled' && new Date(end) >= now;
  // By what the directory says: the address somebody signs in with is often not the one that calls a meeting.
  const mine = useQuery({
    queryKey: keys.calledByMe(file.pointer),
    queryFn: () => commands.find.calledByMe(file),
    enabled: mayBeGone,
    staleTime: Infinity,
  });
  if (!mayBeGone || mine.data !== true) return null;
  const words = t('gone.words');
  return (
    <Foldable place="meeting" title={words}>
      <div className={styles.notice} role="note">
        <p className={styles.words}>{words}</p>
        <Button disabledFocusable={telling.busy} onClick={() => void telling.run()}>
          {t(telling.busy ? 'gone.busy' : 'gone.tell')}
        </Button>
        {telling.error !== null && <FailureState error={telling.error} size="inline" onRetry={telling.retry} />}
      </div>
    </Foldable>
  );
}
