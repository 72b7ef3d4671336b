import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useIsFetching, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutboxState } from '../../commands/commands.ts';
import type { Apology, CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import { isOrganizer } from '../../meeting/permissions.ts';
import { keys } from '../queries/keys.ts';
import { useRefreshFile } from '../queries/useMeetingFile.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { useAction } from '../kit/useAction.ts';
import { useOutbox } from '../kit/useOutbox.ts';
import { FailureState } from '../kit/states/FailureState.tsx';
import { WriteToOrganizer } from './WriteToOrganizer.tsx';

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS, margin: 0, color: tokens.colorNeutralForeground2 },
});

interface AnswerStateProps {
  readonly file: MeetingFile;
  readonly event: CalendarEvent | null;
  /** My apology that stands; null where it was withdrawn. */
  readonly apology: Apology | null;
  /** Is the meeting yet to come? */
  readonly ahead: boolean;
}

/** How far my apology has come beside the record: has the calendar answered, and is the organiser told? Nothing where all is well. */
export default function AnswerState({ file, event, apology, ahead }: AnswerStateProps) {
  const styles = useStyles();
  const { t } = useTranslation('apologySheet');
  const outbox = useOutbox();
  const order = outbox.orders.find(({ command, meeting }) => command === 'sendApology' && meeting === file.pointer.key);
  useLookAgain(file, event, order !== undefined);
  const looking = useIsFetching({ queryKey: keys.myEvent(file.pointer) }) > 0;
  const how = order && apology ? howFar(order, outbox) : null;
  if (how !== null) {
    return (
      <p className={styles.line} role="status">
        {t(`steps.${how}`)} {how === 'refused' && <WriteToOrganizer file={file} event={event} />}
      </p>
    );
  }
  if (!ahead || looking) return null;
  if (!apology) {
    return event ? null : (
      <p className={styles.line}>
        {t('withdrawnGone')} <WriteToOrganizer file={file} event={event} />
      </p>
    );
  }
  return event && isUnanswered(apology, event) ? <Unanswered file={file} event={event} apology={apology} /> : null;
}

/** How far the order has come that is still in the outbox; null where no calendar answers, as for whoever called the meeting, and what is left is said elsewhere. */
function howFar(order: OutboxState['orders'][number], { stuck }: OutboxState): 'answering' | 'waiting' | 'refused' | 'staff' | null {
  const isStaff = order.steps.some(({ name, state }) => (name === 'chairTold' || name === 'secretaryTold') && state === 'failed');
  if (stuck.some(({ id }) => id === order.id)) return isStaff ? 'staff' : 'refused';
  if (order.steps.some(({ name, state }) => name === 'declined' && state === 'skipped')) return null;
  return order.steps.some(({ state }) => state === 'failed') ? 'waiting' : 'answering';
}

/** Does my calendar say something else than my apology? What the secretary entered for me they know of. */
function isUnanswered({ scope, enteredBy, person }: Apology, event: CalendarEvent): boolean {
  const { myAnswer } = event;
  // In a colleague's calendar it is not my copy that stands there.
  if (isOrganizer({ event }) || event.mailbox !== undefined || enteredBy !== person.name) return false;
  return scope.kind === 'meeting' ? myAnswer !== 'declined' : myAnswer === 'none' || myAnswer === 'accepted';
}

/** The calendar has answered by now: the event is as it says. */
function useLookAgain(file: MeetingFile, event: CalendarEvent | null, underWay: boolean): void {
  const client = useQueryClient();
  const was = useRef(underWay);
  const eventId = event?.id;
  const { pointer } = file;
  useEffect(() => {
    const isDone = was.current && !underWay;
    was.current = underWay;
    if (!isDone) return;
    for (const queryKey of [keys.myEvent(pointer), keys.found, ...(eventId === undefined ? [] : [keys.event(eventId)])])
      void client.invalidateQueries({ queryKey });
  }, [client, pointer, eventId, underWay]);
}

/** The record stands, and the calendar was never answered: it may be now. */
function Unanswered({ file, event, apology }: { file: MeetingFile; event: CalendarEvent; apology: Apology }) {
  const styles = useStyles();
  const { t } = useTranslation('apologySheet');
  const commands = useCommands();
  const refresh = useRefreshFile();
  const client = useQueryClient();
  const answer = useAction(
    async () => {
      const { scope, substitute } = apology;
      await commands.apology.sendApology({ file, event, scope, substitute, message: '' });
      await Promise.all([refresh(file.pointer), client.invalidateQueries({ queryKey: keys.myEvent(file.pointer) })]);
    },
    { onKept: () => undefined },
  );
  return (
    <p className={styles.line}>
      {t('steps.untold')}{' '}
      <Button size="small" disabledFocusable={answer.busy} onClick={() => void answer.run()}>
        {t('answerNow')}
      </Button>
      <WriteToOrganizer file={file} event={event} />
      {answer.error !== null && <FailureState error={answer.error} size="inline" onRetry={answer.retry} />}
    </p>
  );
}
