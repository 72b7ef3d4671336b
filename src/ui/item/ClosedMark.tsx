import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { LockClosedRegular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';

const useStyles = makeStyles({
  mark: {
    ...typographyStyles.caption1Strong,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `0 ${tokens.spacingHorizontalXS}`,
    color: tokens.colorPaletteBerryForeground1,
  },
  who: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
});

/** The lock, the words, and who can see the content. */
export function ClosedMark({ who }: { who: string | null }) {
  const styles = useStyles();
  const { t } = useTranslation('common');
  return (
    <span className={styles.mark}>
      <LockClosedRegular aria-hidden />
      {t('closedItem')}
      {who && <span className={styles.who}>{who}</span>}
    </span>
  );
}
