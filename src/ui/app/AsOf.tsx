import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { momentAgo } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/useLanguage.ts';

const useStyles = makeStyles({
  words: {
    ...typographyStyles.caption1Strong,
    margin: 0,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    color: tokens.colorNeutralForeground2,
  },
});

/** As of when the meeting is shown, where the newest could not be fetched. Takes no room otherwise. */
export function AsOf({ at }: { at: string | null }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const language = useLanguage();
  if (at === null) return null;
  return (
    <p className={styles.words} role="status">
      {t('asOf', { when: momentAgo(at, new Date(), language) })}
    </p>
  );
}
