import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { UnderWay } from './usePaperReading.ts';

const useStyles = makeStyles({
  reading: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start' },
  words: { margin: 0 },
  bar: { width: '100%' },
});

/** How far the reading has come, and the way to stop it. */
export function PaperBeingRead({ reading: { name, part }, onStop }: { reading: UnderWay; onStop: () => void }) {
  const styles = useStyles();
  const { t } = useTranslation('intake');
  const words = name === null ? t('paper.reading') : t('paper.readingFile', { name });
  return (
    <div className={styles.reading}>
      <p className={styles.words} role="status">
        {words}
      </p>
      <ProgressBar className={styles.bar} aria-label={words} {...(part === null ? {} : { value: part })} />
      <Button onClick={onStop}>{t('paper.stop')}</Button>
    </div>
  );
}
