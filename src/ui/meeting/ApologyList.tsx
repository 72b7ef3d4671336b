import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { ItemId } from '../../meeting/ids.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { peopleListed } from '../../meeting/peopleListed.ts';
import { useScopeWords } from '../item/useScopeWords.ts';

const useStyles = makeStyles({
  summary: { ...typographyStyles.body1Strong, cursor: 'pointer', minHeight: '24px', width: 'fit-content' },
  list: { margin: `${tokens.spacingVerticalXS} 0 0`, paddingInlineStart: tokens.spacingHorizontalL },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  more: { color: tokens.colorNeutralForeground2 },
});

/** Who has sent an apology, one tap away. A withdrawn apology is none. */
export function ApologyList({ file, titleOf }: { file: MeetingFile; titleOf: (itemId: ItemId) => string | null }) {
  const styles = useStyles();
  const { t } = useTranslation(['meetingPanel', 'common']);
  const { excused } = peopleListed(null, file);
  const scopeWords = useScopeWords();
  if (excused.length === 0) return <p className={styles.quiet}>{t('meetingPanel:noApologies')}</p>;
  return (
    <details>
      <summary className={styles.summary}>{t('meetingPanel:apologies', { count: excused.length })}</summary>
      <ul className={styles.list}>
        {excused.map(({ name, apology: { id, scope, substitute } }) => {
          const items = scope.kind === 'items' ? scope.itemIds.map((itemId) => titleOf(itemId) ?? t('common:closedItem')) : [];
          const more = [
            scope.kind === 'part' ? scopeWords(scope, file.agenda.items) : items.length > 0 ? items.join(', ') : null,
            substitute === null ? null : t('meetingPanel:instead', { name: substitute }),
          ].filter((words) => words !== null);
          return (
            <li key={id}>
              {name}
              {more.length > 0 && <span className={styles.more}>{` (${more.join('; ')})`}</span>}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
