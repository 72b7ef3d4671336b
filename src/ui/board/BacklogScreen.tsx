import { Button, makeStyles, MessageBar, MessageBarBody, tokens, typographyStyles } from '@fluentui/react-components';
import { ChevronLeftRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BacklogRead, ProposalWords } from '../../commands/commands.ts';
import { isoDay } from '../../meeting/danishTime.ts';
import { isLateProposal } from '../../meeting/deadlines.ts';
import type { Board } from '../../meeting/meeting.ts';
import { isOutsideCircle, mayReadClosed } from '../../meeting/permissions.ts';
import { mayChangeProposal, mayTakeProposals, waiting, type Proposal } from '../../meeting/proposal.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { FailureState } from '../kit/states/FailureState.tsx';
import { Queried } from '../kit/states/Queried.tsx';
import { useAction } from '../kit/useAction.ts';
import { useNow } from '../kit/useNow.ts';
import { useMe } from '../queries/useMe.ts';
import { useProfile } from '../queries/useProfile.ts';
import { UnreadRows } from '../unreadRows/UnreadRows.tsx';
import { ProposalForm } from './ProposalForm.tsx';
import { ProposalLine } from './ProposalLine.tsx';
import { TakenProposals } from './TakenProposals.tsx';
import { TakeInto } from './TakeInto.tsx';
import { YearWheel } from './YearWheel.tsx';
import { ProposalsUntilWords } from './ProposalsUntilWords.tsx';
import { useBacklog, useBacklogAgain } from './useBacklog.ts';
import { useProposalsUntil } from './useProposalsUntil.ts';

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    justifyItems: 'start',
    padding: tokens.spacingHorizontalL,
    maxWidth: '52rem',
  },
  title: { ...typographyStyles.subtitle1, margin: 0 },
  words: { margin: 0, color: tokens.colorNeutralForeground2 },
  rows: { display: 'grid', gap: tokens.spacingVerticalM, margin: 0, padding: 0, width: '100%', listStyleType: '""' },
});

const EMPTY: ProposalWords = { title: '', text: '', openness: 'open', deadline: null };

/** "Punktbank": what is proposed for agendas to come. */
export default function BacklogScreen({ board, onBack }: { board: Board; onBack: () => void }) {
  const styles = useStyles();
  const { t } = useTranslation('board');
  const backlog = useBacklog(board);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={styles.page}>
      <Button appearance="subtle" icon={<ChevronLeftRegular />} onClick={onBack}>
        {t('backlog.back')}
      </Button>
      <h1 ref={heading} tabIndex={-1} className={styles.title}>
        {t('backlog.title')}
      </h1>
      <p className={styles.words}>{t('backlog.intro')}</p>
      <Queried query={backlog}>{(found) => <Proposals board={board} backlog={found} />}</Queried>
    </section>
  );
}

function Proposals({ board, backlog }: { board: Board; backlog: BacklogRead }) {
  const styles = useStyles();
  const { t } = useTranslation('board');
  const me = useMe();
  const who = { event: null, me, profile: useProfile(board) };
  const today = isoDay(useNow());
  const until = useProposalsUntil(board);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { told, saving, save } = useSaving(board);
  const mayTake = mayTakeProposals(who);
  const mayClose = mayReadClosed({ file: backlog });
  const shown = waiting(backlog.proposals);
  const choose = (id: string, yes: boolean) => setChosen(new Set(yes ? [...chosen, id] : [...chosen].filter((each) => each !== id)));
  if (!backlog.isPrepared) {
    return (
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>{t('backlog.notPrepared')}</MessageBarBody>
      </MessageBar>
    );
  }
  return (
    <>
      <UnreadRows rows={backlog.unread} />
      {until !== null && <ProposalsUntilWords until={until} />}
      <Propose mayClose={mayClose} busy={saving.busy} onSave={(words, done) => void save(null, words, 'saved', done)} />
      <p role="status" className={styles.words}>
        {saving.kept ? t('backlog.kept') : told}
      </p>
      {saving.error !== null && <FailureState error={saving.error} size="inline" onRetry={saving.retry} />}
      {shown.length === 0 && <p className={styles.words}>{t('backlog.none')}</p>}
      <ul className={styles.rows}>
        {shown.map((proposal) => (
          <li key={proposal.id}>
            <ProposalLine
              proposal={proposal}
              today={today}
              isLate={isLateProposal(proposal, until)}
              chosen={mayTake ? chosen.has(proposal.id) : null}
              mayChange={mayChangeProposal(who, proposal)}
              mayClose={mayClose}
              busy={saving.busy}
              onChoose={(yes) => choose(proposal.id, yes)}
              onChange={(words, done) => void save(proposal, words, 'changed', done)}
              onWithdraw={() => void save(proposal, { ...proposal, state: 'withdrawn' }, 'withdrawn', () => undefined)}
            />
          </li>
        ))}
      </ul>
      {isOutsideCircle({ file: backlog }) && <p className={styles.words}>{t('backlog.outside')}</p>}
      {mayTake && shown.length > 0 && (
        <TakeInto board={board} chosen={shown.filter(({ id }) => chosen.has(id))} onTaken={() => setChosen(new Set())} />
      )}
      <YearWheel board={board} entries={backlog.entries} mayEdit={mayTake} mayClose={mayClose} />
      <TakenProposals board={board} proposals={backlog.proposals} />
    </>
  );
}

type Told = 'saved' | 'changed' | 'withdrawn';

/** Saves one proposal at a time, and says so. */
function useSaving(board: Board) {
  const { t } = useTranslation('board');
  const commands = useCommands();
  const again = useBacklogAgain(board);
  const [told, setTold] = useState('');
  const saving = useAction(
    async (before: Proposal | null, after: ProposalWords | Proposal, words: Told, done: () => void) => {
      const backlog = await commands.backlog();
      if (before === null) await backlog.propose(board, after);
      else await backlog.changeProposal(board, before, { ...before, ...after });
      setTold(t(`backlog.${words}`, { title: after.title }));
      done();
      again();
    },
    { onKept: (_before, _after, _words, done) => done(), onSent: again },
  );
  return { told, saving, save: saving.run };
}

function Propose({ mayClose, busy, onSave }: { mayClose: boolean; busy: boolean; onSave: (words: ProposalWords, done: () => void) => void }) {
  const { t } = useTranslation('board');
  const [open, setOpen] = useState(false);
  if (!open) {
    return (
      <Button appearance="primary" onClick={() => setOpen(true)}>
        {t('backlog.propose')}
      </Button>
    );
  }
  const done = () => setOpen(false);
  return <ProposalForm start={EMPTY} mayClose={mayClose} busy={busy} onSave={(words) => onSave(words, done)} onCancel={done} />;
}
