import { Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { UnreadRow } from '../../meeting/unreadRow.ts';

const useStyles = makeStyles({
  box: {
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    marginInline: tokens.spacingHorizontalL,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusWarningBorder1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorStatusWarningBackground1,
    overflowWrap: 'anywhere',
    '@media print': { display: 'none' },
  },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  words: { margin: 0 },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
});

/** How many stand there at first; the rest are counted. */
const MOST = 20;

/** What could not be read, row by row, each with the way to where it is mended. */
export default function UnreadRowList({ rows }: { rows: readonly UnreadRow[] }) {
  const styles = useStyles();
  const { t } = useTranslation('unreadRows');
  return (
    <section className={styles.box} aria-label={t('title')}>
      <p className={styles.title}>{t('title')}</p>
      <p className={styles.words}>{t('what')}</p>
      <ul className={styles.list}>
        {rows.slice(0, MOST).map((row, place) => (
          <li key={place}>
            {t(row.wholeRow ? 'row' : 'cell', { list: row.list, row: row.row, column: row.column })}
            {row.webUrl !== null && (
              <>
                {' '}
                <Link href={row.webUrl} target="_blank" rel="noopener noreferrer" inline>
                  {t('open', { list: row.list, row: row.row })}
                </Link>
              </>
            )}
          </li>
        ))}
      </ul>
      {rows.length > MOST && <p className={styles.words}>{t('more', { count: rows.length - MOST })}</p>}
    </section>
  );
}
