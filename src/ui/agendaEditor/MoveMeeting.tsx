import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ClockTime } from '../../meeting/clock.ts';
import type { EventWay } from '../../meeting/editing/mend.ts';
import type { CalendarEvent } from '../../meeting/meeting.ts';
import { mayMoveMeeting } from '../../meeting/permissions.ts';
import { clock } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { useAnnounce } from '../kit/LiveRegion.tsx';
import { FailureState } from '../kit/states/FailureState.tsx';
import { useAction } from '../kit/useAction.ts';

const useStyles = makeStyles({
  note: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
  words: { margin: 0, overflowWrap: 'anywhere' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface MoveMeetingProps {
  readonly event: CalendarEvent;
  readonly way: EventWay;
  readonly time: ClockTime;
  /** It was moved, or is not to be. */
  readonly onDone: () => void;
}

/**
 * Moves the meeting in the calendar, after saying who is told. Beside Outlook's open form the time is set in the form, which would send its own older
 * time otherwise; and whoever did not call the meeting is told who did.
 */
export function MoveMeeting({ event, way, time, onDone }: MoveMeetingProps) {
  const styles = useStyles();
  const { t } = useTranslation(['intake']);
  const language = useLanguage();
  const { agenda, host } = useCommands();
  const announce = useAnnounce();
  const client = useQueryClient();
  const told = { time: clock(time, language) };
  const shown = () => {
    // Whatever shows when the meeting is, is asked anew.
    for (const name of ['found', 'event', 'myEvent', 'file', 'myMeetings']) void client.invalidateQueries({ queryKey: [name] });
    announce(t(`intake:findings.moveMeeting.moved.${way}`, told));
    onDone();
  };
  const move = useAction(
    async () => {
      await agenda.moveMeeting(event, way, time);
      shown();
    },
    { onSent: shown },
  );
  if (host.invitation !== null || !mayMoveMeeting({ event })) {
    const organizer = event.organizer?.name ?? event.organizer?.email ?? '';
    return (
      <p className={styles.note} role="status">
        {host.invitation !== null ? t(`intake:findings.moveMeeting.${way}`, told) : t('intake:findings.moveMeeting.others', { organizer })}
      </p>
    );
  }
  const invited = event.invitees.filter(({ email }) => email !== event.organizer?.email).length;
  return (
    <div className={styles.note} role="group" aria-label={t(`intake:findings.mend.${way}`, told)}>
      <p className={styles.words} role="status">
        {move.kept ? t('intake:findings.moveMeeting.kept') : t(`intake:findings.moveMeeting.ask.${way}`, told)}{' '}
        {invited > 0 && t('intake:findings.moveMeeting.tells', { count: invited })}
      </p>
      {move.error !== null && <FailureState error={move.error} size="inline" onRetry={move.retry} />}
      {!move.kept && (
        <div className={styles.buttons}>
          <Button appearance="primary" disabledFocusable={move.busy} onClick={() => void move.run()}>
            {t('intake:findings.moveMeeting.do')}
          </Button>
          <Button onClick={onDone}>{t('intake:findings.moveMeeting.leave')}</Button>
        </div>
      )}
    </div>
  );
}
