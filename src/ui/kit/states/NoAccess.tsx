import { makeStyles, typographyStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';

const useStyles = makeStyles({
  title: { ...typographyStyles.body1Strong, margin: 0 },
  words: { margin: 0 },
});

/** What somebody invited can do who may not open the board's site: the calendar is theirs, the lists are not. */
export default function NoAccess() {
  const styles = useStyles();
  const { t } = useTranslation('noAccess');
  return (
    <>
      <h2 className={styles.title}>{t('invited.title')}</h2>
      {(['read', 'apology', 'suggestion'] as const).map((each) => (
        <p key={each} className={styles.words}>
          {t(`invited.${each}`)}
        </p>
      ))}
    </>
  );
}
