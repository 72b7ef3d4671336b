import { Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useNameList } from './useNameList.ts';
import type { StaffQuestion } from './useTellStaff.ts';

const useStyles = makeStyles({
  part: { display: 'grid', minWidth: 0 },
  words: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

/** "Giv også Torkil Bækhøj besked i Teams", with the words that will be sent. */
export function TellStaff({ question }: { question: StaffQuestion | null }) {
  const styles = useStyles();
  const { t } = useTranslation('apologySheet');
  const list = useNameList();
  if (question === null) return null;
  const { people, texts, isTicked, consent, tick } = question;
  return (
    <div className={styles.part}>
      <Checkbox label={t('staff.label', { names: list(people) })} checked={isTicked} onChange={(_, { checked }) => tick(checked === true)} />
      {texts.map((text, place) => (
        <p key={place} className={styles.words}>
          {t('staff.text', { text })}
        </p>
      ))}
      {consent !== 'given' && (
        <p className={styles.words} role={consent === 'refused' ? 'status' : undefined}>
          {t(`staff.${consent}`)}
        </p>
      )}
    </div>
  );
}
