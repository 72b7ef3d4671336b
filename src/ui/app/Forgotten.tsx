import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

const useStyles = makeStyles({
  page: { display: 'grid', gap: tokens.spacingVerticalM, justifyItems: 'start', padding: tokens.spacingHorizontalL, maxWidth: '36rem' },
  title: {
    ...typographyStyles.subtitle1,
    margin: 0,
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  words: { margin: 0 },
});

/** Everything of the person is off this machine: nothing of it stays on the screen either. Opening again begins anew. */
export function Forgotten() {
  const styles = useStyles();
  const { t } = useTranslation('forgetting');
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <section className={styles.page}>
      <h1 ref={title} tabIndex={-1} className={styles.title}>
        {t('done')}
      </h1>
      <p className={styles.words}>{t('doneWords')}</p>
      <Button onClick={() => location.reload()}>{t('again')}</Button>
    </section>
  );
}
