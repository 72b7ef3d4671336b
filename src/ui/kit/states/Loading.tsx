import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHiddenStyles } from '../hidden.ts';

const useStyles = makeStyles({
  page: { display: 'grid', gap: tokens.spacingVerticalL, padding: tokens.spacingHorizontalL, maxWidth: '44rem' },
  shape: { display: 'grid', gap: tokens.spacingVerticalL },
  bar: {
    height: '16px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralStencil1,
    animationName: { from: { opacity: 1 }, '50%': { opacity: 0.5 }, to: { opacity: 1 } },
    animationDuration: '2s',
    animationIterationCount: 'infinite',
    '@media (prefers-reduced-motion: reduce)': { animationName: 'none' },
  },
  title: { height: '24px' },
  head: { display: 'grid', gap: tokens.spacingVerticalS },
  line: { display: 'grid', gridTemplateColumns: '5rem 1fr', gap: tokens.spacingHorizontalM },
  words: { margin: 0, color: tokens.colorNeutralForeground2 },
});

const LINES = [70, 45, 85, 60, 75];

/** The shape of a page until it is here. After four seconds it says so, after ten it offers another try. */
export function Loading({ onRetry }: { onRetry?: () => void }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const hidden = useHiddenStyles();
  const waited = useWaited();
  return (
    <div className={styles.page} aria-busy="true">
      <h1 className={hidden.hidden}>{t('loading')}</h1>
      <div className={styles.shape} aria-hidden>
        <div className={styles.head}>
          <div className={mergeClasses(styles.bar, styles.title)} style={{ width: '55%' }} />
          <div className={styles.bar} style={{ width: '80%' }} />
        </div>
        {LINES.map((width) => (
          <div key={width} className={styles.line}>
            <div className={styles.bar} />
            <div className={styles.bar} style={{ width: `${width}%` }} />
          </div>
        ))}
      </div>
      {waited >= 4 && (
        <p className={styles.words} role="status">
          {t('loadingLong')}
        </p>
      )}
      {waited >= 10 && onRetry && (
        <div>
          <Button onClick={onRetry}>{t('retry')}</Button>
        </div>
      )}
    </div>
  );
}

/** Seconds since it appeared, told at 4 and at 10. */
function useWaited(): number {
  const [waited, setWaited] = useState(0);
  useEffect(() => {
    const timers = [4, 10].map((seconds) => setTimeout(() => setWaited(seconds), seconds * 1000));
    return () => timers.forEach(clearTimeout);
  }, []);
  return waited;
}
