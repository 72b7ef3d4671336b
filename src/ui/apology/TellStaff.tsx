import { Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/useLanguage.ts';
import type { StaffQuestion } from './useTellStaff.ts';

const useStyles = makeStyles({
  part: { display: 'grid', minWidth: 0 },
  words: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

/** "Giv også Torkil Bækhøj besked i Teams", with the words that will be sent. */
export function TellStaff({ question }: { question: StaffQuestion | null }) {
  const styles = useStyles();
  const { t } = useTranslation('apologySheet');
  const language = useLanguage();
  if (question === null) return null;
  const { people, text, isTicked, consent, tick } = question;
  const names = new Intl.ListFormat(language === 'da' ? 'da-DK' : 'en-GB').format(people.map(({ name, email }) => name.trim() || (email ?? '')));
  return (
    <div className={styles.part}>
      <Checkbox label={t('staff.label', { names })} checked={isTicked} onChange={(_, { checked }) => tick(checked === true)} />
      <p className={styles.words}>{t('staff.text', { text })}</p>
      {consent !== 'given' && (
        <p className={styles.words} role={consent === 'refused' ? 'status' : undefined}>
          {t(`staff.${consent}`)}
        </p>
      )}
    </div>
  );
}
