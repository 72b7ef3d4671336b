import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaChange } from '../../meeting/agendaDiff.ts';
import { ChangeLine } from './ChangeLine.tsx';
import { grouped, itemName } from './changeWords.ts';
import { StageBar } from './StageBar.tsx';

const useStyles = makeStyles({
  stage: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM, maxWidth: '48rem', minWidth: 0 },
  title: { ...typographyStyles.subtitle2, margin: 0, ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` } },
  lead: { margin: 0, color: tokens.colorNeutralForeground2 },
  same: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, margin: 0 },
  group: { display: 'grid', gap: tokens.spacingVerticalXS, minWidth: 0 },
  groupTitle: { ...typographyStyles.body1Strong, margin: `${tokens.spacingVerticalS} 0 0` },
  itemTitle: { ...typographyStyles.body1, margin: `${tokens.spacingVerticalXS} 0 0`, overflowWrap: 'anywhere' },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)' },
});

interface MergeStageProps {
  /** Whether a paper makes the changes, or what somebody typed. */
  readonly fromPaper: boolean;
  /** Others have changed the agenda since this was begun. */
  readonly outdated: boolean;
  readonly changes: readonly AgendaChange[];
  readonly accepted: ReadonlySet<string>;
  readonly onAccept: (id: string, accept: boolean) => void;
  /** Decisions of the paper that are left out, because the items have theirs already. */
  readonly keptDecisions: number;
  readonly onBack: () => void;
  readonly onNext: () => void;
}

/** What changes in the agenda there is, each change taken or left, before anybody else sees it. */
export function MergeStage({ fromPaper, outdated, changes, accepted, onAccept, keptDecisions, onBack, onNext }: MergeStageProps) {
  const styles = useStyles();
  const { t } = useTranslation(['intake', 'common']);
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that led here is gone: the reader goes on from the heading.
  useEffect(() => heading.current?.focus(), []);
  const { head, added, changed, moved, removed } = grouped(changes);
  const lines = (list: readonly AgendaChange[]) =>
    list.map((change) => <ChangeLine key={change.id} change={change} accepted={accepted.has(change.id)} onAccept={onAccept} />);
  return (
    <div className={styles.stage}>
      <h2 ref={heading} tabIndex={-1} className={styles.title}>
        {t(fromPaper ? 'intake:merge.title' : 'intake:merge.titleMine')}
      </h2>
      {changes.length === 0 ? (
        <p className={styles.same}>
          <CheckmarkRegular aria-hidden />
          {t(fromPaper ? 'intake:merge.same' : 'intake:merge.sameMine')}
        </p>
      ) : (
        <p className={styles.lead}>{t('intake:merge.lead')}</p>
      )}
      {outdated && <p className={styles.lead}>{t('intake:merge.outdated')}</p>}
      {keptDecisions > 0 && <p className={styles.lead}>{t('intake:merge.keptDecisions', { count: keptDecisions })}</p>}
      {head.length > 0 && <Group title={t('intake:merge.head')}>{lines(head)}</Group>}
      {added.length > 0 && <Group title={t('intake:merge.added', { count: added.length })}>{lines(added)}</Group>}
      {changed.length > 0 && (
        <Group title={t('intake:merge.changed', { count: changed.length })}>
          {changed.map((list) => {
            const [first] = list;
            return first ? (
              <li key={first.after.id}>
                <h4 className={styles.itemTitle}>{itemName(first.before, t)}</h4>
                <ul className={styles.list}>{lines(list)}</ul>
              </li>
            ) : null;
          })}
        </Group>
      )}
      {moved.length > 0 && <Group title={t('intake:merge.moved', { count: moved.length })}>{lines(moved)}</Group>}
      {removed.length > 0 && (
        <Group title={t(fromPaper ? 'intake:merge.removed' : 'intake:merge.removedMine', { count: removed.length })}>{lines(removed)}</Group>
      )}
      <StageBar>
        <Button appearance="primary" onClick={onNext}>
          {t('intake:correct.next')}
        </Button>
        <Button appearance="subtle" onClick={onBack}>
          {t('intake:invite.back')}
        </Button>
      </StageBar>
    </div>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  const styles = useStyles();
  const titleId = useId();
  return (
    <section className={styles.group} aria-labelledby={titleId}>
      <h3 id={titleId} className={styles.groupTitle}>
        {title}
      </h3>
      <ul className={styles.list}>{children}</ul>
    </section>
  );
}
