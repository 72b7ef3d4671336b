import { Button } from '@fluentui/react-components';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { GuestEvent } from '../../meeting/guests.ts';
import type { CalendarEvent, MeetingPointer } from '../../meeting/meeting.ts';
import { whenWords } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { useNotice } from '../kit/Notices.tsx';
import { FailureState } from '../kit/states/FailureState.tsx';
import { useAction } from '../kit/useAction.ts';
import { useNoticeStyles } from '../kit/useNoticeStyles.ts';

interface CallOffGuestsProps {
  readonly pointer: MeetingPointer;
  /** The copy of whoever called the meeting, which is marked as called off; null where it has left the calendar. */
  readonly event: CalendarEvent | null;
  readonly guests: readonly GuestEvent[];
  /** Which meeting it is about. */
  readonly lead: string;
  readonly onDone: () => void;
}

/** Guests whose meeting is called off while their own invitations still stand, and the press that calls them off. */
export function CallOffGuests({ pointer, event, guests, lead, onDone }: CallOffGuestsProps) {
  const styles = useNoticeStyles();
  const { t } = useTranslation('sendout');
  const language = useLanguage();
  const { agenda } = useCommands();
  const tell = useNotice();
  const titleId = useId();
  const callingOff = useAction(
    async () => {
      await (await agenda.guests()).callOffGuests(pointer, event);
      tell({ text: t('guestsLeft.done', { count: guests.length }) });
      onDone();
    },
    { onSent: onDone },
  );
  return (
    <section className={styles.notice} aria-labelledby={titleId}>
      <h2 id={titleId} className={styles.title}>
        {t('guestsLeft.title', { count: guests.length })}
      </h2>
      <p className={styles.words}>{lead}</p>
      <ul className={styles.list}>
        {guests.map((guest) => (
          <li key={guest.id}>
            {guest.name} · {guest.subject} · {whenWords(guest, language)}
          </li>
        ))}
      </ul>
      {callingOff.error !== null && <FailureState error={callingOff.error} size="inline" onRetry={callingOff.retry} />}
      {callingOff.kept ? (
        <p className={styles.words} role="status">
          {t('guests.kept')}
        </p>
      ) : (
        <div>
          <Button appearance="primary" disabledFocusable={callingOff.busy} onClick={() => void callingOff.run()}>
            {t('guestsLeft.callOff', { count: guests.length })}
          </Button>
        </div>
      )}
    </section>
  );
}
