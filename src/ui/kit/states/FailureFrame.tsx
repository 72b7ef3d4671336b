import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { failureDetails } from './failureName.ts';

const useStyles = makeStyles({
  page: { display: 'grid', gap: tokens.spacingVerticalM, justifyItems: 'start', padding: tokens.spacingHorizontalL, maxWidth: '36rem' },
  inline: {
    padding: tokens.spacingVerticalM,
    paddingInline: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
  title: { ...typographyStyles.subtitle1, margin: 0 },
  titleInline: { ...typographyStyles.body1Strong, margin: 0 },
  what: { margin: 0, color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  details: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, maxWidth: '100%' },
  summary: { cursor: 'pointer', minHeight: '24px' },
  facts: { display: 'grid', gridTemplateColumns: 'max-content 1fr', gap: `0 ${tokens.spacingHorizontalM}`, margin: 0, overflowWrap: 'anywhere' },
  fact: { margin: 0 },
});

export interface FailureStateProps {
  readonly error: unknown;
  /** Tries the same thing again. */
  readonly onRetry?: (() => void) | undefined;
  /** `page`: nothing else can be shown. `inline`: one thing failed beside content that stands. */
  readonly size?: 'page' | 'inline';
  /** Something else to offer, e.g. a link to another place. */
  readonly children?: ReactNode;
}

interface FailureFrameProps {
  readonly error: unknown;
  readonly size: 'page' | 'inline';
  readonly title: string;
  readonly what: string;
  /** A text for somebody else. */
  readonly message?: ReactNode;
  /** The ways on. */
  readonly actions: ReactNode;
}

/** How every failure stands on screen: title, reason, ways on, and codes behind "Detaljer". */
export function FailureFrame({ error, size, title, what, message, actions }: FailureFrameProps) {
  const styles = useStyles();
  const { t } = useTranslation(['states', 'common']);
  const Title = size === 'page' ? 'h1' : 'p';
  return (
    <div className={mergeClasses(styles.page, size === 'inline' && styles.inline)} role="alert">
      <Title className={size === 'page' ? styles.title : styles.titleInline}>{title}</Title>
      <p className={styles.what}>{what}</p>
      {message}
      <div className={styles.actions}>{actions}</div>
      <details className={styles.details}>
        <summary className={styles.summary}>{t('common:details')}</summary>
        <dl className={styles.facts}>
          {failureDetails(error).map(([fact, value]) => (
            <Fact key={fact} fact={fact} value={value} />
          ))}
        </dl>
        <p>{t('states:noSupport')}</p>
      </details>
    </div>
  );
}

function Fact({ fact, value }: { fact: string; value: string }) {
  const styles = useStyles();
  return (
    <>
      <dt>{fact}</dt>
      <dd className={styles.fact}>{value}</dd>
    </>
  );
}
