import { Button, Checkbox, Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProposalWords } from '../../commands/commands.ts';
import type { Proposal } from '../../meeting/proposal.ts';
import { longDay } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { printRoute } from '../kit/route.ts';
import { StateMark } from '../kit/StateMark.tsx';
import { ProposalForm } from './ProposalForm.tsx';

const useStyles = makeStyles({
  line: { display: 'flex', gap: tokens.spacingHorizontalXS, alignItems: 'start', width: '100%' },
  what: { display: 'grid', gap: tokens.spacingVerticalXXS, minWidth: 0, flexGrow: 1, overflowWrap: 'anywhere' },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  words: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
});

interface ProposalLineProps {
  readonly proposal: Proposal;
  /** ISO day. */
  readonly today: string;
  /** Was it proposed after the body's deadline for the next meeting? */
  readonly isLate: boolean;
  /** Null where this person takes nothing. */
  readonly chosen: boolean | null;
  readonly mayChange: boolean;
  readonly mayClose: boolean;
  readonly busy: boolean;
  readonly onChoose: (chosen: boolean) => void;
  /** `done` when it is saved, or kept to be sent. */
  readonly onChange: (words: ProposalWords, done: () => void) => void;
  readonly onWithdraw: () => void;
}

/** A proposal that waits. */
export function ProposalLine(props: ProposalLineProps) {
  const { proposal, chosen, mayChange, mayClose, busy, onChoose, onChange, onWithdraw } = props;
  const styles = useStyles();
  const { t } = useTranslation('board');
  const [editing, setEditing] = useState(false);
  const { title } = proposal;
  if (editing) {
    const done = () => setEditing(false);
    return <ProposalForm start={proposal} mayClose={mayClose} busy={busy} onSave={(words) => onChange(words, done)} onCancel={done} />;
  }
  return (
    <div className={styles.line}>
      {chosen !== null && (
        <Checkbox aria-label={t('backlog.choose', { title })} checked={chosen} onChange={(_, { checked }) => onChoose(checked === true)} />
      )}
      <div className={styles.what}>
        <p className={styles.title}>
          {title} {proposal.openness === 'closed' && <StateMark>{t('backlog.closedMark')}</StateMark>}
        </p>
        <ProposalFacts proposal={proposal} today={props.today} isLate={props.isLate} />
        {mayChange && (
          <div className={styles.actions}>
            <Button size="small" appearance="subtle" aria-label={t('backlog.editTitle', { title })} onClick={() => setEditing(true)}>
              {t('backlog.edit')}
            </Button>
            <Button size="small" appearance="subtle" aria-label={t('backlog.withdrawTitle', { title })} disabledFocusable={busy} onClick={onWithdraw}>
              {t('backlog.withdraw')}
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}

/** Who proposed it, by when, and where it comes from. */
function ProposalFacts({ proposal: { proposer, deadline, origin }, today, isLate }: Pick<ProposalLineProps, 'proposal' | 'today' | 'isLate'>) {
  const styles = useStyles();
  const { t } = useTranslation('board');
  const language = useLanguage();
  const facts = [
    proposer.name === '' ? null : t('backlog.by', { name: proposer.name }),
    deadline === null ? null : t('backlog.deadline', { day: longDay(deadline, language) }),
  ].filter((fact) => fact !== null);
  return (
    <>
      {facts.length > 0 && <p className={styles.words}>{facts.join(' · ')}</p>}
      {isLate && <p className={styles.words}>{t('backlog.late')}</p>}
      {deadline !== null && deadline < today && <p className={styles.words}>{t('backlog.overdue')}</p>}
      {origin !== null && (
        <Link href={printRoute({ page: 'agenda', pointer: { siteId: origin.siteId, closedSiteId: null, key: origin.key } })}>
          {t('backlog.from', { words: origin.words })}
        </Link>
      )}
    </>
  );
}
