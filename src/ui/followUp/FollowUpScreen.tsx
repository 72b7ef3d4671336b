import { Button, Checkbox, makeStyles, ToggleButton, tokens, typographyStyles } from '@fluentui/react-components';
import { ChevronLeftRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isoDay } from '../../meeting/danishTime.ts';
import { inTurn } from '../../meeting/followUp.ts';
import type { Board } from '../../meeting/meeting.ts';
import type { FollowUpState } from '../../meeting/words.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { FailureState } from '../kit/states/FailureState.tsx';
import { Queried } from '../kit/states/Queried.tsx';
import { useAction } from '../kit/useAction.ts';
import { useNow } from '../kit/useNow.ts';
import { UnreadRows } from '../unreadRows/UnreadRows.tsx';
import { FollowUpLine } from './FollowUpLine.tsx';
import { useFollowUps, useFollowUpsAgain, type FollowUpsShown, type ShownFollowUp, type Whose } from './useFollowUps.ts';

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    justifyItems: 'start',
    padding: tokens.spacingHorizontalL,
    maxWidth: '52rem',
  },
  title: { ...typographyStyles.subtitle1, margin: 0, overflowWrap: 'anywhere' },
  words: { margin: 0, color: tokens.colorNeutralForeground2 },
  choice: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  rows: { display: 'grid', gap: tokens.spacingVerticalM, margin: 0, padding: 0, width: '100%', listStyleType: '""' },
});

interface FollowUpScreenProps {
  /** Null: my own, of all my bodies. */
  readonly board: Board | null;
  readonly onBack: () => void;
}

/** "Opfølgning": what is to be done after the meetings, mine or all that a body still has to do. */
export default function FollowUpScreen({ board, onBack }: FollowUpScreenProps) {
  const styles = useStyles();
  const { t } = useTranslation('followUp');
  const [whose, setWhose] = useState<Whose>('mine');
  const query = useFollowUps(board, whose);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={styles.page}>
      <Button appearance="subtle" icon={<ChevronLeftRegular />} onClick={onBack}>
        {t('back')}
      </Button>
      <h1 ref={heading} tabIndex={-1} className={styles.title}>
        {board === null ? t('mine') : t('titleOf', { name: board.name })}
      </h1>
      {board !== null && (
        <div className={styles.choice} role="group" aria-label={t('whose')}>
          {(['mine', 'body'] as const).map((each) => (
            <ToggleButton key={each} size="small" checked={whose === each} onClick={() => setWhose(each)}>
              {t(each)}
            </ToggleButton>
          ))}
        </div>
      )}
      <Queried query={query}>{(found) => <FollowUps found={found} whose={whose} hasMany={board === null} />}</Queried>
    </section>
  );
}

function FollowUps({ found, whose, hasMany }: { found: FollowUpsShown; whose: Whose; hasMany: boolean }) {
  const styles = useStyles();
  const { t } = useTranslation('followUp');
  const today = isoDay(useNow());
  const [past, setPast] = useState(false);
  const again = useFollowUpsAgain();
  const { told, doing, settle, put } = useDoing();
  const shown = inTurn(found.all.map(({ one, ...rest }) => ({ ...one, rest: { one, ...rest } })))
    .filter(({ state }) => past || state === 'open')
    .map(({ rest }) => rest);
  return (
    <>
      <UnreadRows rows={found.unread} />
      {found.lacking.length > 0 && <p className={styles.words}>{t('lacking', { names: found.lacking.join(', ') })}</p>}
      {found.failed.length > 0 && <p className={styles.words}>{t('failed', { names: found.failed.join(', ') })}</p>}
      {found.toDoError !== null && (
        <>
          <p className={styles.words}>{t('toDoNotAsked')}</p>
          <FailureState error={found.toDoError} size="inline" onRetry={again} />
        </>
      )}
      {whose === 'mine' && <Checkbox label={t('showDone')} checked={past} onChange={(_, { checked }) => setPast(checked === true)} />}
      <p role="status" className={styles.words}>
        {doing.kept ? t('kept') : told}
      </p>
      {doing.error !== null && <FailureState error={doing.error} size="inline" onRetry={doing.retry} />}
      {shown.length === 0 && <p className={styles.words}>{t(whose === 'mine' ? 'noneMine' : 'none')}</p>}
      <ul className={styles.rows} aria-label={t('title')}>
        {shown.map((each) => (
          <li key={`${each.board.siteId} ${each.one.id}`}>
            <FollowUpLine
              shown={each}
              today={today}
              isMine={whose === 'mine'}
              namesBody={hasMany}
              busy={doing.busy}
              onSettle={(state) => void settle(each, state)}
              onToDo={() => void put(each)}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

/** One act at a time, and what is told of it. */
function useDoing() {
  const { t } = useTranslation('followUp');
  const commands = useCommands();
  const again = useFollowUpsAgain();
  const [told, setTold] = useState('');
  const doing = useAction(
    async ({ board, one }: ShownFollowUp, what: FollowUpState | 'toDo') => {
      const followUp = await commands.followUp();
      if (what === 'toDo') await followUp.putInToDo(board, one, t('toDoLink', { meeting: one.meetingTitle }));
      else await followUp.settle(board, one, what);
      setTold(t(`told.${what}`, { what: one.what }));
      again();
    },
    { onSent: again },
  );
  return {
    told,
    doing,
    settle: (shown: ShownFollowUp, state: FollowUpState) => doing.run(shown, state),
    put: (shown: ShownFollowUp) => doing.run(shown, 'toDo'),
  };
}
