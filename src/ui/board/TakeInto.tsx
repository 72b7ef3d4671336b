import { Button, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Board } from '../../meeting/meeting.ts';
import type { Proposal } from '../../meeting/proposal.ts';
import { whenWords } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { FailureState } from '../kit/states/FailureState.tsx';
import { useAction } from '../kit/useAction.ts';
import { useNow } from '../kit/useNow.ts';
import { useBoardMeetings } from '../queries/useBoard.ts';
import { useBacklogAgain } from './useBacklog.ts';

const useStyles = makeStyles({
  take: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    justifyItems: 'start',
    width: '100%',
    maxWidth: '36rem',
  },
  words: { margin: 0, color: tokens.colorNeutralForeground2 },
});

interface TakeIntoProps {
  readonly board: Board;
  readonly chosen: readonly Proposal[];
  readonly onTaken: () => void;
}

/** The chosen proposals onto the agenda of a coming meeting. */
export function TakeInto({ board, chosen, onTaken }: TakeIntoProps) {
  const styles = useStyles();
  const { t } = useTranslation(['board', 'common']);
  const language = useLanguage();
  const commands = useCommands();
  const now = useNow();
  const again = useBacklogAgain(board);
  const meetings = useBoardMeetings(board).data?.meetings ?? [];
  const coming = meetings.filter(({ end, minutes }) => new Date(end) > now && minutes !== 'published');
  const [key, setKey] = useState('');
  const [told, setTold] = useState('');
  const meeting = coming.find(({ pointer }) => pointer.key === key) ?? coming[0];
  const taking = useAction(
    async () => {
      if (!meeting) return;
      const { taken, others } = await (await commands.backlog()).takeProposals(meeting, chosen);
      const left = chosen.filter(({ id }) => others.includes(id)).map(({ title }) => title);
      setTold(
        [taken.length > 0 ? t('backlog.taken', { count: taken.length }) : '', left.length > 0 ? t('backlog.others', { titles: left.join(', ') }) : '']
          .filter((words) => words !== '')
          .join(' '),
      );
      onTaken();
      again();
    },
    { onSent: again },
  );
  if (!meeting) return <p className={styles.words}>{t('backlog.noMeetings')}</p>;
  return (
    <div className={styles.take}>
      <Field label={t('backlog.meeting')} style={{ width: '100%' }}>
        <Select value={meeting.pointer.key} onChange={(_, { value }) => setKey(value)}>
          {coming.map((each) => (
            <option key={each.pointer.key} value={each.pointer.key}>
              {`${each.title.trim() || t('common:untitledMeeting')}, ${whenWords(each.occasion, language)}`}
            </option>
          ))}
        </Select>
      </Field>
      <Button appearance="primary" disabledFocusable={chosen.length === 0 || taking.busy} onClick={() => void (chosen.length > 0 && taking.run())}>
        {t('backlog.take', { count: chosen.length })}
      </Button>
      <p role="status" className={styles.words}>
        {taking.kept ? t('backlog.kept') : told}
      </p>
      {taking.error !== null && <FailureState error={taking.error} size="inline" onRetry={taking.retry} />}
    </div>
  );
}
