import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { ApprovalLine } from '../../meeting/approval.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { shortMoment } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/useLanguage.ts';

const useStyles = makeStyles({
  heading: { ...typographyStyles.caption1Strong, margin: 0 },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalS },
  who: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
  words: { margin: 0, whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
});

/** What was said of the draft, item by item in the order of the agenda. Only those who may read the draft get any. */
export function Remarks({ file, remarks }: { file: MeetingFile; remarks: readonly ApprovalLine[] }) {
  const styles = useStyles();
  const { t } = useTranslation('approval');
  const language = useLanguage();
  if (remarks.length === 0) return null;
  const { items } = file.agenda;
  const place = ({ itemId }: ApprovalLine) => items.findIndex(({ id }) => id === itemId);
  const named = (line: ApprovalLine): string => {
    const item = items[place(line)];
    return item === undefined ? t('remarkWhole') : item.number === null ? item.title : `${item.number} ${item.title}`;
  };
  return (
    <>
      <h3 className={styles.heading}>{t('remarks')}</h3>
      <ul className={styles.list}>
        {[...remarks]
          .sort((a, b) => place(a) - place(b))
          .map((line) => (
            <li key={line.id}>
              <p className={styles.who}>{`${named(line)} · ${line.by.name} · ${shortMoment(line.at, language)}`}</p>
              <p className={styles.words}>{line.words}</p>
            </li>
          ))}
      </ul>
    </>
  );
}
