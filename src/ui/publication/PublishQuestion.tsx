import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';

const useStyles = makeStyles({
  box: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  words: { margin: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface PublishQuestionProps {
  readonly asks: readonly ('notEnded' | 'notApproved')[];
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** Asked once, with what speaks against it. */
export function PublishQuestion({ asks, onYes, onNo }: PublishQuestionProps) {
  const styles = useStyles();
  const { t } = useTranslation('approval');
  return (
    <div className={styles.box} role="alert">
      <p className={styles.title}>{t('asks.title')}</p>
      {asks.map((what) => (
        <p key={what} className={styles.words}>
          {t(`asks.${what}`)}
        </p>
      ))}
      <div className={styles.actions}>
        <Button appearance="primary" onClick={onNo}>
          {t('asks.no')}
        </Button>
        <Button onClick={onYes}>{t('asks.yes')}</Button>
      </div>
    </div>
  );
}
