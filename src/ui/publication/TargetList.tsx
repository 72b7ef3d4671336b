import { Button, makeStyles, Spinner, tokens, typographyStyles } from '@fluentui/react-components';
import { CheckmarkCircleRegular, CircleRegular, ErrorCircleRegular, QuestionCircleRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Publication, PublicationTarget } from '../../meeting/meeting.ts';
import { loggedFailure } from '../../meeting/publications.ts';
import { shortMoment } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { isPlainFailure } from '../kit/states/failureName.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalM },
  target: { display: 'grid', gridTemplateColumns: '1.5rem minmax(0, 1fr)', columnGap: tokens.spacingHorizontalS },
  mark: { fontSize: '20px', lineHeight: '20px', color: tokens.colorNeutralForeground2 },
  done: { color: tokens.colorStatusSuccessForeground1 },
  failed: { color: tokens.colorStatusDangerForeground1 },
  unsure: { color: tokens.colorStatusWarningForeground1 },
  what: { display: 'grid', gap: tokens.spacingVerticalXXS },
  name: { ...typographyStyles.body1Strong, margin: 0, overflowWrap: 'anywhere' },
  who: { margin: 0, color: tokens.colorNeutralForeground2 },
  state: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
  question: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    marginTop: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
  ask: { ...typographyStyles.body1Strong, margin: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface TargetListProps {
  readonly targets: readonly PublicationTarget[];
  readonly latest: ReadonlyMap<PublicationTarget, Publication>;
  readonly board: string;
  readonly channel: string;
  /** While it is being published: the targets that have answered; null when nothing is on its way. */
  readonly arriving: readonly PublicationTarget[] | null;
  readonly onSettle: (target: PublicationTarget, arrived: boolean) => void;
}

/** What goes where, who can read it there, and how far it has come. */
export function TargetList({ targets, latest, board, channel, arriving, onSettle }: TargetListProps) {
  const styles = useStyles();
  const { t } = useTranslation('publication');
  return (
    <ul className={styles.list}>
      {targets.map((target) => {
        const line = latest.get(target) ?? null;
        const working = arriving !== null && !arriving.includes(target) && line?.state !== 'done';
        return (
          <li key={target} className={styles.target}>
            <span className={styles.mark}>{working ? <Spinner size="extra-tiny" /> : <Mark line={line} />}</span>
            <div className={styles.what}>
              <p className={styles.name}>{t(`target.${target}.name`, { board, channel })}</p>
              <p className={styles.who}>{t(`target.${target}.who`)}</p>
              <p className={styles.state}>{working ? t('state.working') : <StateWords line={line} />}</p>
              {line?.state === 'uncertain' && !working && (
                <div className={styles.question} role="alert">
                  <p className={styles.ask}>{t('uncertain.question')}</p>
                  <p className={styles.who}>{t('uncertain.why', { channel })}</p>
                  <div className={styles.actions}>
                    <Button onClick={() => onSettle(target, true)}>{t('uncertain.yes')}</Button>
                    <Button onClick={() => onSettle(target, false)}>{t('uncertain.no')}</Button>
                  </div>
                </div>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function Mark({ line }: { line: Publication | null }): ReactNode {
  const styles = useStyles();
  switch (line?.state) {
    case 'done':
      return <CheckmarkCircleRegular aria-hidden className={styles.done} />;
    case 'failed':
      return <ErrorCircleRegular aria-hidden className={styles.failed} />;
    case 'uncertain':
      return <QuestionCircleRegular aria-hidden className={styles.unsure} />;
    case 'pending':
    case 'withdrawn':
    case undefined:
      return <CircleRegular aria-hidden />;
  }
}

function StateWords({ line }: { line: Publication | null }): ReactNode {
  const { t } = useTranslation(['publication', 'states', 'refusals']);
  const language = useLanguage();
  if (line === null) return t('state.none');
  if (line.state === 'done') return t('state.doneAt', { when: shortMoment(line.at, language) });
  const tries = line.attempts > 1 ? ` · ${t('attempts', { count: line.attempts })}` : '';
  const name = line.error === null ? null : (loggedFailure(line.error) ?? 'Unknown');
  const why = name === null ? '' : `. ${t(isPlainFailure(name) ? `states:${name}.title` : `refusals:${name}.title`)}`;
  return `${t(`state.${line.state}`)}${tries}${why}`;
}
