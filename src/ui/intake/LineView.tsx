import { Button, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { WarningRegular } from '@fluentui/react-icons';
import { Fragment, useMemo, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldSources } from '../../commands/commands.ts';
import type { AgendaItem } from '../../meeting/agenda.ts';
import { minutesOf } from '../../meeting/clock.ts';
import type { Finding } from '../../meeting/finding.ts';
import type { Slot } from '../../meeting/timing.ts';
import { ClosedMark } from '../item/ClosedMark.tsx';
import { ItemTime } from '../item/ItemTime.tsx';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useHiddenStyles } from '../kit/hidden.ts';
import { findingSentence, mendWords } from './findingWords.ts';
import { textAtAGlance } from './glance.ts';
import { LineMenu, type LineAction } from './LineMenu.tsx';
import { litFieldNamed, sourceFieldsOf, type Lit, type LitField } from './litField.ts';
import type { Mend } from '../../meeting/editing/mend.ts';

/** Below this the recogniser was in doubt, and the field says so. */
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
  litWords: {
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
    borderRadius: tokens.borderRadiusSmall,
    '@media (forced-colors: active)': { outline: '1px solid Highlight' },
  },
  meta: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
  glance: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground2,
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: '2',
    overflow: 'hidden',
    overflowWrap: 'anywhere',
  },
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
  /** Where the paper says what stands here; undefined for a line that is not from the paper. */
  readonly sources: FieldSources | undefined;
  readonly lit: Lit | null;
  readonly reachable: boolean;
  readonly findings: readonly Finding[];
  readonly mendOf: (finding: Finding) => Mend;
  readonly onMend: (finding: Finding) => void;
  readonly onLight: (lit: Lit | null) => void;
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
  sources,
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
  const { t } = useTranslation(['intake', 'agenda', 'common']);
  const language = useLanguage();
  const title = item.title.trim() === '' ? t('intake:line.untitled') : item.title;
  const field = (name: LitField, words: ReactNode) => (
    <FieldWords name={name} sources={sources} lit={lit?.field === name}>
      {words}
    </FieldWords>
  );
  const meta: readonly (readonly [string, ReactNode])[] = [
    ...(item.presenters.length > 0 ? [['presenters', field('presenters', item.presenters.join(', '))] as const] : []),
    ...(item.type ? [['type', t(`common:itemType.${item.type}`)] as const] : []),
    ...(item.standing ? [['standing', t('intake:line.standing')] as const] : []),
    ...(item.minutes === null || spans(slot) === item.minutes
      ? []
      : [['minutes', field('time', t('intake:line.minutes', { count: item.minutes }))] as const]),
  ];
  const glance = useMemo(
    () => textAtAGlance(item.sections, ({ heading, role }) => heading ?? (role === 'text' ? null : t(`agenda:section.${role}`))),
    [item.sections, t],
  );
  const titleStyle = item.kind === 'break' ? styles.pause : depth === 0 ? styles.title : styles.subTitle;
  return (
    <li
      className={mergeClasses(styles.line, closed && styles.closed, lit !== null && styles.lit)}
      style={{ paddingInlineStart: INDENT[Math.min(depth, INDENT.length - 1)] }}
    >
      <button
        type="button"
        data-line={item.id}
        tabIndex={reachable ? 0 : -1}
        className={styles.button}
        onClick={() => onAct('edit')}
        onFocus={onFocus}
        onMouseOver={({ target }) =>
          onLight({
            itemId: item.id,
            field: litFieldNamed(target instanceof HTMLElement ? target.closest<HTMLElement>('[data-field]')?.dataset['field'] : undefined),
          })
        }
        onMouseLeave={() => onLight(null)}
        onKeyDown={onKeys}
      >
        <span className={styles.when}>
          {item.number !== null && <span className={styles.number}>{field('number', item.number)}</span>}
          {slot.derived ? <ItemTime slot={slot} /> : field('time', <ItemTime slot={slot} />)}
        </span>
        <span className={styles.what}>
          <span className={titleStyle}>{field('title', title)}</span>
          {meta.length > 0 && (
            <span className={styles.meta}>
              {meta.map(([name, words], place) => (
                <Fragment key={name}>
                  {place > 0 && ' · '}
                  {words}
                </Fragment>
              ))}
            </span>
          )}
          {glance !== '' && <span className={styles.glance}>{field('text', glance)}</span>}
          {item.attachments.length > 0 && <span className={styles.meta}>{t('intake:line.attachments', { count: item.attachments.length })}</span>}
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

interface FieldWordsProps {
  readonly name: LitField;
  readonly sources: FieldSources | undefined;
  readonly lit: boolean;
  readonly children: ReactNode;
}

/** One field's words: pointing at them lights exactly their words in the paper; a dotted line says that the reading is in doubt. */
function FieldWords({ name, sources, lit, children }: FieldWordsProps) {
  const styles = useStyles();
  const hidden = useHiddenStyles();
  const { t } = useTranslation('intake');
  const unsure = sourceFieldsOf(name).some((field) => sources?.[field]?.some((span) => span.sure < SURE));
  return (
    <span data-field={name} className={mergeClasses(unsure && styles.unsure, lit && styles.litWords)}>
      {children}
      {unsure && <span className={hidden.hidden}>{` (${t('line.sure')})`}</span>}
    </span>
  );
}
