import { Button, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { WarningRegular } from '@fluentui/react-icons';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaItem } from '../../meeting/agenda.ts';
import { minutesOf } from '../../meeting/clock.ts';
import type { Finding } from '../../meeting/finding.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { Slot } from '../../meeting/timing.ts';
import { ClosedMark } from '../agenda/ClosedMark.tsx';
import { ItemTime } from '../agenda/ItemTime.tsx';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useHiddenStyles } from '../shell/hidden.ts';
import { findingSentence, mendWords } from './findingWords.ts';
import { LineMenu, type LineAction } from './LineMenu.tsx';
import type { Mend } from './mending.ts';

/** Below this the recogniser was in doubt, and the line says so. */
const SURE = 0.7;

const useStyles = makeStyles({
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'start',
    scrollMarginBlock: '64px',
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { backgroundColor: tokens.colorNeutralBackground3 },
  },
  lit: { backgroundColor: tokens.colorNeutralBackground3, boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}` },
  closed: { backgroundColor: tokens.colorPaletteBerryBackground1, boxShadow: `inset 3px 0 0 ${tokens.colorPaletteBerryBorderActive}` },
  button: {
    display: 'grid',
    gridTemplateColumns: '5.25rem minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    width: '100%',
    boxSizing: 'border-box',
    minHeight: '36px',
    padding: `${tokens.spacingVerticalS} 0 ${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    textAlign: 'start',
    font: 'inherit',
    color: 'inherit',
    backgroundColor: 'transparent',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    '@media (max-width: 359px)': { gridTemplateColumns: '4.75rem minmax(0, 1fr)', columnGap: tokens.spacingHorizontalS },
  },
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
  pause: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2 },
  unsure: {
    textDecorationLine: 'underline',
    textDecorationStyle: 'dotted',
    textDecorationThickness: '2px',
    textUnderlineOffset: '3px',
    textDecorationColor: tokens.colorNeutralStrokeAccessible,
  },
  meta: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
  findings: {
    listStyleType: 'none',
    gridColumn: '1 / -1',
    margin: 0,
    padding: `0 ${tokens.spacingHorizontalS} ${tokens.spacingVerticalS} calc(5.25rem + ${tokens.spacingHorizontalXXL})`,
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    '@media (max-width: 479px)': { paddingInlineStart: tokens.spacingHorizontalM },
  },
  finding: {
    ...typographyStyles.caption1,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
  },
  sentence: { display: 'flex', gap: tokens.spacingHorizontalXS, flex: '0 1 auto', minWidth: 0 },
  sign: { flexShrink: 0, marginTop: '2px', color: tokens.colorStatusWarningForeground1 },
});

const INDENT = ['', tokens.spacingHorizontalXXL, `calc(2 * ${tokens.spacingHorizontalXXL})`];

/** The minutes between start and end, where both are known: a duration that only repeats them is not printed. */
function spans({ start, end }: Slot): number | null {
  return start === null || end === null ? null : minutesOf(end) - minutesOf(start);
}

interface LineViewProps {
  readonly item: AgendaItem;
  readonly slot: Slot;
  readonly depth: number;
  readonly closed: boolean;
  /** 0–1: how sure the recogniser was. */
  readonly sure: number;
  readonly lit: boolean;
  readonly reachable: boolean;
  readonly findings: readonly Finding[];
  readonly mendOf: (finding: Finding) => Mend;
  readonly onMend: (finding: Finding) => void;
  readonly onLight: (itemId: ItemId | null) => void;
  readonly onFocus: () => void;
  readonly onAct: (action: LineAction) => void;
  readonly onKeys: (key: KeyboardEvent) => void;
}

/** A line as it reads on paper. The line is the button that opens it; what is odd about it stands under it. */
export function LineView({
  item,
  slot,
  depth,
  closed,
  sure,
  lit,
  reachable,
  findings,
  mendOf,
  onMend,
  onLight,
  onFocus,
  onAct,
  onKeys,
}: LineViewProps) {
  const styles = useStyles();
  const hidden = useHiddenStyles();
  const { t } = useTranslation(['intake', 'common']);
  const language = useLanguage();
  const title = item.title.trim() === '' ? t('intake:line.untitled') : item.title;
  const meta = [
    item.presenters.length > 0 ? item.presenters.join(', ') : null,
    item.type ? t(`common:itemType.${item.type}`) : null,
    item.standing ? t('intake:line.standing') : null,
    item.minutes === null || spans(slot) === item.minutes ? null : t('intake:line.minutes', { count: item.minutes }),
  ].filter((words) => words !== null);
  const titleStyle = item.kind === 'break' ? styles.pause : depth === 0 ? styles.title : styles.subTitle;
  return (
    <li
      className={mergeClasses(styles.line, closed && styles.closed, lit && styles.lit)}
      style={{ paddingInlineStart: INDENT[Math.min(depth, INDENT.length - 1)] }}
    >
      <button
        type="button"
        data-line={item.id}
        tabIndex={reachable ? 0 : -1}
        className={styles.button}
        onClick={() => onAct('edit')}
        onFocus={onFocus}
        onMouseEnter={() => onLight(item.id)}
        onMouseLeave={() => onLight(null)}
        onKeyDown={onKeys}
      >
        <span className={styles.when}>
          {item.number !== null && <span className={styles.number}>{item.number}</span>}
          <ItemTime slot={slot} />
        </span>
        <span className={styles.what}>
          <span className={titleStyle}>
            <span className={sure < SURE ? styles.unsure : undefined}>{title}</span>
            {sure < SURE && <span className={hidden.hidden}>{` (${t('intake:line.sure')})`}</span>}
          </span>
          {meta.length > 0 && <span className={styles.meta}>{meta.join(' · ')}</span>}
          {closed && <ClosedMark who={t('intake:line.closedNote')} />}
          {closed && item.neutralTitle !== null && <span className={styles.meta}>{t('intake:line.neutral', { title: item.neutralTitle })}</span>}
        </span>
      </button>
      <LineMenu title={title} item={item} depth={depth} reachable={reachable} onAct={onAct} />
      {findings.length > 0 && (
        <ul className={styles.findings}>
          {findings.map((finding) => {
            const mend = mendOf(finding);
            return (
              <li key={finding.code} className={styles.finding}>
                <span className={styles.sentence}>
                  <WarningRegular aria-hidden className={styles.sign} />
                  {findingSentence(finding, language, t)}
                </span>
                {mend && (
                  <Button size="small" onClick={() => onMend(finding)}>
                    {mendWords(finding, mend, language, t)}
                  </Button>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </li>
  );
}
