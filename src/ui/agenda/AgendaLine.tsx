import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ClosedMark } from '../item/ClosedMark.tsx';
import { ItemTime } from '../item/ItemTime.tsx';
import { shownTitle } from '../../meeting/shownTitle.ts';
import type { Entry } from '../../meeting/outline.ts';

const useStyles = makeStyles({
  line: {
    display: 'grid',
    gridTemplateColumns: '5.25rem minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    width: '100%',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    minHeight: '40px',
    textAlign: 'start',
    font: 'inherit',
    color: 'inherit',
    backgroundColor: 'transparent',
    border: 'none',
    cursor: 'pointer',
    scrollMarginBlock: '48px',
    // Not the hover tokens: in high contrast those turn the ground bright under text that stays white.
    ':hover': { backgroundColor: tokens.colorNeutralBackground3 },
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    '@media (max-width: 359px)': { gridTemplateColumns: '4.75rem minmax(0, 1fr)', paddingInline: tokens.spacingHorizontalM },
    '@media print': { paddingInline: tokens.spacingHorizontalS, breakInside: 'avoid', breakAfter: 'avoid' },
  },
  selected: { backgroundColor: tokens.colorNeutralBackground3, boxShadow: `inset -3px 0 0 ${tokens.colorCompoundBrandStroke}` },
  inHand: { boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}` },
  closed: {
    backgroundColor: tokens.colorPaletteBerryBackground1,
    boxShadow: `inset 3px 0 0 ${tokens.colorPaletteBerryBorderActive}`,
    ':hover': { backgroundColor: tokens.colorPaletteBerryBackground1 },
  },
  closedSelected: { boxShadow: `inset 3px 0 0 ${tokens.colorPaletteBerryBorderActive}, inset -3px 0 0 ${tokens.colorCompoundBrandStroke}` },
  when: {
    display: 'flex',
    flexDirection: 'column',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  number: { ...typographyStyles.body1Strong, color: tokens.colorNeutralForeground1, fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' },
  what: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS, minWidth: 0, overflowWrap: 'anywhere' },
  title: { ...typographyStyles.body1Strong },
  subTitle: { ...typographyStyles.body1 },
  meta: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
  now: { ...typographyStyles.caption1Strong, color: tokens.colorBrandForeground1 },
});

export interface AgendaLineProps {
  readonly entry: Entry;
  readonly depth: number;
  readonly insider: boolean;
  readonly inHand: boolean;
  /** Wide screens: the item shown beside the list. */
  readonly selected: boolean;
  /** Panes: is the item unfolded here? null where it opens beside the list. */
  readonly unfolded: boolean | null;
  readonly onOpen: () => void;
}

/** One line of the page: number and time left, title, presenter and kind right. The whole line is the button. */
export function AgendaLine({ entry, depth, insider, inHand, selected, unfolded, onOpen }: AgendaLineProps) {
  const styles = useStyles();
  const { t } = useTranslation(['agenda', 'common']);
  const { item, slot, closed } = entry;
  const hidden = closed && !insider;
  const title = shownTitle(entry, insider);
  return (
    <button
      type="button"
      data-line={item.id}
      className={mergeClasses(
        styles.line,
        selected && styles.selected,
        inHand && styles.inHand,
        closed && styles.closed,
        closed && selected && styles.closedSelected,
      )}
      aria-expanded={unfolded ?? undefined}
      aria-current={unfolded === null && selected ? 'true' : undefined}
      onClick={onOpen}
    >
      <span className={styles.when}>
        {item.number !== null && <span className={styles.number}>{item.number}</span>}
        <ItemTime slot={slot} />
      </span>
      <span className={styles.what}>
        {inHand && <span className={styles.now}>{t('agenda:now')}</span>}
        {title !== null && <span className={depth === 0 ? styles.title : styles.subTitle}>{title}</span>}
        {title === null && !closed && <span className={styles.subTitle}>{t('agenda:untitled')}</span>}
        {!hidden && <Meta entry={entry} />}
        {closed && <ClosedMark who={insider ? t('agenda:closed.insider') : null} />}
      </span>
    </button>
  );
}

/** "v. Rikke Vindum · Til beslutning · Fast punkt · 20 min." */
function Meta({ entry: { item, slot } }: { entry: Entry }): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation(['agenda', 'common']);
  const words = [
    item.presenters.length > 0 ? t('agenda:by', { names: item.presenters.join(', ') }) : null,
    item.type ? t(`common:itemType.${item.type}`) : null,
    item.standing ? t('agenda:standing') : null,
    item.minutes !== null && slot.end === null ? t('agenda:minutes', { count: item.minutes }) : null,
  ].filter((word) => word !== null);
  return words.length === 0 ? null : <span className={styles.meta}>{words.join(' · ')}</span>;
}
