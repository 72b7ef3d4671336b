import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { ItemTime } from '../item/ItemTime.tsx';
import type { Entry } from '../../meeting/outline.ts';

const useStyles = makeStyles({
  line: {
    display: 'grid',
    gridTemplateColumns: '5.25rem minmax(0, max-content) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'center',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    color: tokens.colorNeutralForeground2,
    ...typographyStyles.caption1,
    '::after': { content: '""', height: '1px', backgroundColor: tokens.colorNeutralStroke2 },
    '@media (max-width: 359px)': { gridTemplateColumns: '4.75rem minmax(0, max-content) minmax(0, 1fr)', paddingInline: tokens.spacingHorizontalM },
    '@media print': { paddingInline: tokens.spacingHorizontalS },
  },
});

/** A break: a thin line across the page. */
export function BreakLine({ entry }: { entry: Entry }) {
  const styles = useStyles();
  const { t } = useTranslation('agenda');
  return (
    <div className={styles.line}>
      <ItemTime slot={entry.slot} />
      {entry.slot.start === null && <span />}
      <span>{entry.item.title || t('break')}</span>
    </div>
  );
}
