import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { Fragment, type ComponentPropsWithoutRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { minutesOf } from '../../meeting/clock.ts';
import type { Entry } from '../../meeting/outline.ts';
import { shownTitle } from '../../meeting/shownTitle.ts';
import { ClosedMark } from '../item/ClosedMark.tsx';
import { ItemTime } from '../item/ItemTime.tsx';
import { Words } from '../kit/Words.tsx';

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
  meta: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
});

/** The fields a reader tells apart on a line: start, end and duration are one. */
export type LineField = 'number' | 'title' | 'time' | 'presenters' | 'text';
/** How the words of a field are marked, e.g. with where in a paper they come from. */
export type MarkField = (field: LineField, words: ReactNode) => ReactNode;

const unmarked: MarkField = (_, words) => words;

export interface AgendaLineProps extends Omit<ComponentPropsWithoutRef<'button'>, 'type' | 'title'> {
  readonly entry: Entry;
  readonly depth: number;
  /** Does the reader see what is closed? */
  readonly insider: boolean;
  /** A word over the title, e.g. that it is in hand now. */
  readonly above?: ReactNode;
  /** What the item is written in, where that may be another language than the screen's. */
  readonly lang?: string;
  readonly mark?: MarkField;
  /** What the screen says under the title. */
  readonly children?: ReactNode;
}

/** One line of an agenda: number and time left, title, presenter and kind right. The whole line is the button. */
export function AgendaLine({ entry, depth, insider, above, lang = 'da', mark = unmarked, className, children, ...button }: AgendaLineProps) {
  const styles = useStyles();
  const { t } = useTranslation('agenda');
  const { item, slot, closed } = entry;
  const hidden = closed && !insider;
  const title = shownTitle(entry, insider) ?? (hidden ? null : t('untitled'));
  return (
    <button type="button" data-line={item.id} className={mergeClasses(styles.line, className)} {...button}>
      <span className={styles.when}>
        {item.number !== null && <span className={styles.number}>{mark('number', item.number)}</span>}
        {slot.derived ? <ItemTime slot={slot} /> : mark('time', <ItemTime slot={slot} />)}
      </span>
      <span className={styles.what}>
        {above}
        {title !== null && (
          <span className={item.kind === 'break' ? styles.pause : depth === 0 ? styles.title : styles.subTitle} lang={lang}>
            {mark('title', <Words lang={lang}>{title}</Words>)}
          </span>
        )}
        {!hidden && <Meta entry={entry} mark={mark} />}
        {!hidden && children}
        {closed && <ClosedMark who={insider ? t('closed.insider') : null} />}
        {closed && insider && item.neutralTitle !== null && <span className={styles.meta}>{t('closed.neutral', { title: item.neutralTitle })}</span>}
      </span>
    </button>
  );
}

/** "v. Rikke Vindum · Til beslutning · Fast punkt · 20 min." */
function Meta({ entry: { item, slot }, mark }: { entry: Entry; mark: MarkField }): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation(['agenda', 'common']);
  const parts: readonly (readonly [string, ReactNode])[] = [
    ...(item.presenters.length > 0 ? [['presenters', mark('presenters', t('agenda:by', { names: item.presenters.join(', ') }))] as const] : []),
    ...(item.type ? [['type', t(`common:itemType.${item.type}`)] as const] : []),
    ...(item.standing ? [['standing', t('agenda:standing')] as const] : []),
    // A duration that only repeats start and end is not printed.
    ...(item.minutes === null || (slot.start && slot.end && minutesOf(slot.end) - minutesOf(slot.start)) === item.minutes
      ? []
      : [['minutes', mark('time', t('agenda:minutes', { count: item.minutes }))] as const]),
  ];
  if (parts.length === 0) return null;
  return (
    <span className={styles.meta}>
      {parts.map(([name, words], place) => (
        <Fragment key={name}>
          {place > 0 && ' · '}
          {words}
        </Fragment>
      ))}
    </span>
  );
}
