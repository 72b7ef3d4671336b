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
  title: { ...typographyStyles.caption1Strong, margin: 0, color: tokens.colorNeutralForeground2 },
  text: { margin: 0, whiteSpace: 'pre-line', overflowWrap: 'anywhere', userSelect: 'text' },
});

/** Words kept on the device that could not be put back where they stood: they are here until a person has taken what they need. */
export function LostWords({ words, onTaken }: { words: string; onTaken: () => void }) {
  const styles = useStyles();
  const { t } = useTranslation('meetingPanel');
  return (
    <div className={styles.box} role="status">
      <p className={styles.title}>{t('lost.title')}</p>
      <p className={styles.text}>{words}</p>
      <div>
        <Button size="small" onClick={onTaken}>
          {t('lost.taken')}
        </Button>
      </div>
    </div>
  );
}
