import { makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { AsideRow } from '../../meeting/meeting.ts';

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  bar: { '@media print': { display: 'none' } },
});

/** What was written past Dagsorden: by whom, by SharePoint's own word, and what that means for what is on screen. */
export default function AsideRows({ rows }: { rows: readonly AsideRow[] }) {
  const styles = useStyles();
  const { t } = useTranslation('unreadRows');
  return (
    <MessageBar intent="warning" layout="multiline" className={styles.bar}>
      <MessageBarBody>
        <ul className={styles.list}>
          {rows.map(({ what, by, about }) => (
            <li key={`${what} ${by} ${about}`}>{t(`aside.${what}`, { by: by === '' ? t('aside.unknown') : by, about })}</li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}
