import { Button, Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Board as BoardRow } from '../../meeting/meeting.ts';
import { useBoardReady, useBoards, useBoardState } from '../queries/useBoard.ts';
import { useHost } from '../kit/CommandsContext.tsx';
import { Loading } from '../kit/states/Loading.tsx';
import { Queried } from '../kit/states/Queried.tsx';
import { BoardMeetings } from './BoardMeetings.tsx';
import { lazyPart } from '../kit/lazyPart.ts';
import { printRoute } from '../kit/route.ts';

const BacklogScreen = lazyPart(() => import('./BacklogScreen.tsx'));
const FollowUpScreen = lazyPart(() => import(/* webpackChunkName: "followUpScreen" */ '../followUp/FollowUpScreen.tsx'));
const AttendanceOverTime = lazyPart(() => import(/* webpackChunkName: "attendance" */ './AttendanceOverTime.tsx'));
const AttendanceButton = lazyPart(() => import(/* webpackChunkName: "attendance" */ './AttendanceButton.tsx'));
const PrepareScreen = lazyPart(() => import('../prepare/PrepareScreen.tsx'));

const useStyles = makeStyles({
  page: { display: 'grid', gap: tokens.spacingVerticalM, justifyItems: 'start', padding: tokens.spacingHorizontalL, maxWidth: '36rem' },
  title: { ...typographyStyles.subtitle1, margin: 0 },
  words: { margin: 0, color: tokens.colorNeutralForeground2 },
  boards: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start' },
});

/** The channel tab: this board's meetings. Opened without a channel it asks which board. */
export default function BoardScreen() {
  const { channel } = useHost();
  const [chosen, setChosen] = useState<string | null>(null);
  const teamId = channel?.teamId ?? chosen;
  return teamId ? <Board teamId={teamId} /> : <ChooseBoard onChoose={setChosen} />;
}

function ChooseBoard({ onChoose }: { onChoose: (teamId: string) => void }) {
  const styles = useStyles();
  const { t } = useTranslation('board');
  const boards = useBoards();
  return (
    <Queried query={boards}>
      {(choices) => (
        <div className={styles.page}>
          <h1 className={styles.title}>{t('choose')}</h1>
          {choices.length === 0 && <p className={styles.words}>{t('noBoards')}</p>}
          <div className={styles.boards}>
            {choices.map((board) => (
              <Button key={board.teamId} onClick={() => onChoose(board.teamId)}>
                {board.name}
              </Button>
            ))}
          </div>
        </div>
      )}
    </Queried>
  );
}

function Board({ teamId }: { teamId: string }) {
  const styles = useStyles();
  const { t } = useTranslation('board');
  const { channel } = useHost();
  const [preparing, setPreparing] = useState(false);
  const [beside, setBeside] = useState<Beside | null>(null);
  const state = useBoardState(teamId);
  const boards = useBoards(state.data?.kind === 'notPrepared' || preparing);
  const onReady = useBoardReady();
  const onPrepared = (board: BoardRow) => {
    onReady(board);
    setPreparing(false);
  };
  return (
    <Queried query={state}>
      {(found) => {
        if (found.kind === 'ready' && beside !== null) return <BesideMeetings what={beside} board={found.board} onBack={() => setBeside(null)} />;
        if (found.kind === 'ready' && !preparing) {
          return (
            <>
              <BoardMeetings board={found.board} />
              <div className={styles.page}>
                <Button appearance="subtle" onClick={() => setBeside('backlog')}>
                  {t('backlog.open')}
                </Button>
                <Button appearance="subtle" onClick={() => setBeside('followUp')}>
                  {t('followUp')}
                </Button>
                <Suspense fallback={null}>
                  <AttendanceButton board={found.board} onShow={() => setBeside('attendance')} />
                </Suspense>
                <Link href={printRoute({ page: 'decisions', siteId: found.board.siteId })}>{t('decisions')}</Link>
                <Link href={printRoute({ page: 'body', siteId: found.board.siteId, from: null })}>{t('body')}</Link>
                <Button appearance="subtle" onClick={() => setPreparing(true)}>
                  {t('prepareAgain')}
                </Button>
              </div>
            </>
          );
        }
        if (preparing) {
          const name = boards.data?.find((board) => board.teamId === teamId)?.name ?? channel?.channelName ?? '';
          return (
            <Suspense fallback={<Loading />}>
              <PrepareScreen teamId={teamId} name={name} onReady={onPrepared} />
            </Suspense>
          );
        }
        const prepare = (
          <Button appearance="primary" onClick={() => setPreparing(true)}>
            {t('prepare')}
          </Button>
        );
        if (found.kind === 'notPrepared' && found.earlier) {
          return (
            <>
              <section className={styles.page}>
                <h2 className={styles.title}>{t('outdated')}</h2>
                <p className={styles.words}>{t('outdatedWords')}</p>
                {prepare}
              </section>
              <BoardMeetings board={found.earlier} />
            </>
          );
        }
        return (
          <div className={styles.page}>
            <h1 className={styles.title}>{t('notPrepared')}</h1>
            <p className={styles.words}>{t('notPreparedWords')}</p>
            {prepare}
          </div>
        );
      }}
    </Queried>
  );
}

/** What is shown of a board in place of its meetings. */
type Beside = 'attendance' | 'backlog' | 'followUp';

function BesideMeetings({ what, board, onBack }: { what: Beside; board: BoardRow; onBack: () => void }) {
  return (
    <Suspense fallback={<Loading />}>
      {what === 'attendance' && <AttendanceOverTime board={board} onBack={onBack} />}
      {what === 'backlog' && <BacklogScreen board={board} onBack={onBack} />}
      {what === 'followUp' && <FollowUpScreen board={board} onBack={onBack} />}
    </Suspense>
  );
}
