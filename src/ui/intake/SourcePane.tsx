import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemId } from '../../meeting/ids.ts';
import { useHiddenStyles } from '../shell/hidden.ts';
import { useWide } from '../shell/useWide.ts';
import type { SourceLine } from './sourceLines.ts';

const useStyles = makeStyles({
  pane: { display: 'grid', gap: tokens.spacingVerticalS, minWidth: 0 },
  beside: { position: 'sticky', top: tokens.spacingVerticalM },
  title: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  paper: {
    position: 'relative',
    padding: `${tokens.spacingVerticalM} 0`,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  scrolls: { maxHeight: 'calc(100vh - 9rem)', overflowY: 'auto' },
  line: {
    display: 'block',
    boxSizing: 'border-box',
    width: '100%',
    minHeight: tokens.lineHeightBase200,
    margin: 0,
    padding: `0 ${tokens.spacingHorizontalM}`,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    textAlign: 'start',
    font: 'inherit',
    color: 'inherit',
    backgroundColor: 'transparent',
    borderTopStyle: 'none',
    borderBottomStyle: 'none',
    borderInlineEndStyle: 'none',
    borderInlineStartWidth: tokens.strokeWidthThicker,
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: 'transparent',
  },
  placed: { cursor: 'pointer' },
  unplaced: {
    borderInlineStartStyle: 'dotted',
    borderInlineStartColor: tokens.colorNeutralStrokeAccessible,
    color: tokens.colorNeutralForeground2,
  },
  lit: {
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorBrandStroke1,
  },
});

interface SourcePaneProps {
  readonly lines: readonly SourceLine[];
  readonly name: string | null;
  readonly lit: ItemId | null;
  readonly onLight: (itemId: ItemId | null) => void;
  readonly onGoTo: (itemId: ItemId) => void;
}

/** The paper as it was read. Its lines can be pointed at and clicked; the keyboard's way to the same is the item itself. */
export function SourcePane({ lines, name, lit, onLight, onGoTo }: SourcePaneProps) {
  const styles = useStyles();
  const hidden = useHiddenStyles();
  const { t } = useTranslation('intake');
  const wide = useWide();
  const paper = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const box = paper.current;
    const first = box?.querySelector<HTMLElement>('[data-lit="true"]');
    if (!box || !first || !wide || box.matches(':hover')) return;
    // Only the paper scrolls: scrollIntoView would move the page under the pointer.
    const above = first.offsetTop < box.scrollTop;
    const below = first.offsetTop + first.offsetHeight > box.scrollTop + box.clientHeight;
    if (above || below) box.scrollTop = first.offsetTop - box.clientHeight / 3;
  }, [lit, wide]);
  const title = name === null ? t('correct.source') : t('correct.sourceOf', { name });
  return (
    <section className={mergeClasses(styles.pane, wide && styles.beside)} aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      <div
        ref={paper}
        className={mergeClasses(styles.paper, wide && styles.scrolls)}
        role="group"
        aria-label={title}
        // A region that scrolls must be reachable from the keyboard.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        {lines.map(({ line, text, itemId, unplaced }) =>
          itemId === null || text.trim() === '' ? (
            <div key={line} className={mergeClasses(styles.line, unplaced && styles.unplaced, itemId !== null && lit === itemId && styles.lit)}>
              {text}
              {unplaced && <span className={hidden.hidden}>{` (${t('unplaced.mark')})`}</span>}
            </div>
          ) : (
            <button
              key={line}
              type="button"
              tabIndex={-1}
              data-lit={lit === itemId}
              className={mergeClasses(styles.line, styles.placed, unplaced && styles.unplaced, lit === itemId && styles.lit)}
              onMouseEnter={() => onLight(itemId)}
              onMouseLeave={() => onLight(null)}
              onClick={() => onGoTo(itemId)}
            >
              {text}
            </button>
          ),
        )}
      </div>
    </section>
  );
}
