import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaItem } from '../../meeting/agenda.ts';
import type { ItemId } from '../../meeting/ids.ts';
import { useHiddenStyles } from '../kit/hidden.ts';
import { useWide } from '../kit/useWide.ts';
import type { LineRole } from './assignLine.ts';
import { LineRoleMenu } from './LineRoleMenu.tsx';
import type { Lit } from './litField.ts';
import type { SourceLine, SourcePart } from './sourceLines.ts';

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
    // Forced colours paint even a transparent line.
    '@media (forced-colors: active)': { borderInlineStartColor: 'Canvas' },
  },
  choosable: {
    cursor: 'pointer',
    // Lines stand close, so the target itself has the 24 px.
    minHeight: '24px',
    paddingBlock: tokens.spacingVerticalXS,
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  chosen: { outline: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`, outlineOffset: '-1px' },
  hint: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
  unplaced: {
    borderInlineStartStyle: 'dotted',
    borderInlineStartColor: tokens.colorNeutralStrokeAccessible,
    color: tokens.colorNeutralForeground2,
    '@media (forced-colors: active)': { borderInlineStartColor: 'CanvasText' },
  },
  litWords: {
    backgroundColor: tokens.colorBrandBackground2Pressed,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'underline',
    textDecorationThickness: '2px',
    textUnderlineOffset: '3px',
    '@media (forced-colors: active)': { outline: '1px solid Highlight' },
  },
  lit: {
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorBrandStroke1,
    '@media (forced-colors: active)': { borderInlineStartColor: 'Highlight' },
  },
});

interface SourcePaneProps {
  readonly lines: readonly SourceLine[];
  readonly name: string | null;
  readonly lit: Lit | null;
  readonly onLight: (lit: Lit | null) => void;
  readonly onGoTo: (itemId: ItemId) => void;
  /** The item a line stands at, and the one that is chosen in the agenda. */
  readonly itemAt: (line: number) => AgendaItem | null;
  readonly chosen: AgendaItem | null;
  readonly onAssign: (line: number, role: LineRole, to: ItemId | null) => void;
}

/** The paper as it was read. Each line can be pointed at, and chosen to say what it is: with a click, or with arrows and Enter. */
export function SourcePane({ lines, name, lit, onLight, onGoTo, itemAt, chosen, onAssign }: SourcePaneProps) {
  const styles = useStyles();
  const { t } = useTranslation('intake');
  const wide = useWide();
  const paper = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState<number | null>(null);
  const [menu, setMenu] = useState<{ readonly line: SourceLine; readonly target: HTMLElement } | null>(null);
  useEffect(() => {
    const box = paper.current;
    const first = box?.querySelector<HTMLElement>('[data-lit="true"]');
    if (!box || !first || !wide || box.matches(':hover') || box.contains(document.activeElement)) return;
    // Only the paper scrolls: scrollIntoView would move the page under the pointer.
    const above = first.offsetTop < box.scrollTop;
    const below = first.offsetTop + first.offsetHeight > box.scrollTop + box.clientHeight;
    if (above || below) box.scrollTop = first.offsetTop - box.clientHeight / 3;
  }, [lit, wide]);
  const title = name === null ? t('correct.source') : t('correct.sourceOf', { name });
  const choosable = lines.filter(({ text }) => text.trim() !== '');
  // One line at a time is in the tab order; the arrows walk the others.
  const reachable = choosable.some(({ line }) => line === current) ? current : choosable[0]?.line;
  const focusLine = (line: number | undefined) => {
    if (line !== undefined) paper.current?.querySelector<HTMLElement>(`[data-source-line="${line}"]`)?.focus();
  };
  const onKeys = (key: KeyboardEvent, line: number) => {
    if (key.ctrlKey || key.metaKey || key.altKey) return;
    const at = choosable.findIndex((other) => other.line === line);
    const next = { ArrowUp: choosable[at - 1], ArrowDown: choosable[at + 1], Home: choosable[0], End: choosable.at(-1) }[key.key];
    if (!next) return;
    key.preventDefault();
    focusLine(next.line);
  };
  const close = () => {
    focusLine(menu?.line.line);
    setMenu(null);
  };
  const at = menu ? itemAt(menu.line.line) : null;
  return (
    <section className={mergeClasses(styles.pane, wide && styles.beside)} aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      {choosable.length > 0 && <p className={styles.hint}>{t('assign.hint')}</p>}
      <div ref={paper} className={mergeClasses(styles.paper, wide && styles.scrolls)} role="group" aria-label={title}>
        {lines.map((line) =>
          line.text.trim() === '' ? (
            <div key={line.line} className={mergeClasses(styles.line, line.itemId !== null && lit?.itemId === line.itemId && styles.lit)} />
          ) : (
            <LineButton
              key={line.line}
              line={line}
              lit={lit}
              chosen={menu?.line.line === line.line}
              reachable={line.line === reachable}
              onLight={onLight}
              onFocus={() => {
                setCurrent(line.line);
                onLight(line.itemId === null ? null : { itemId: line.itemId, field: null });
              }}
              onKeys={(key) => onKeys(key, line.line)}
              onChoose={(target) => setMenu({ line, target })}
            />
          ),
        )}
      </div>
      {menu && (
        <LineRoleMenu
          text={menu.line.text}
          at={at}
          chosen={chosen?.id === at?.id ? null : chosen}
          target={menu.target}
          onClose={close}
          onRole={(role, to) => {
            onAssign(menu.line.line, role, to);
            close();
          }}
          onGoTo={
            menu.line.itemId === null
              ? null
              : () => {
                  const { itemId } = menu.line;
                  setMenu(null);
                  if (itemId !== null) onGoTo(itemId);
                }
          }
        />
      )}
    </section>
  );
}

interface LineButtonProps {
  readonly line: SourceLine;
  readonly lit: Lit | null;
  readonly chosen: boolean;
  readonly reachable: boolean;
  readonly onLight: (lit: Lit | null) => void;
  readonly onFocus: () => void;
  readonly onKeys: (key: KeyboardEvent) => void;
  readonly onChoose: (target: HTMLElement) => void;
}

/** A line as a button; the words that became a field light up with it, and light it. */
function LineButton({ line: { line, itemId, unplaced, parts }, lit, chosen, reachable, onLight, onFocus, onKeys, onChoose }: LineButtonProps) {
  const styles = useStyles();
  const hidden = useHiddenStyles();
  const { t } = useTranslation('intake');
  const own = itemId !== null && lit?.itemId === itemId;
  const isLit = (part: SourcePart) => lit !== null && part.field !== null && lit.itemId === part.itemId && lit.field === part.field;
  const pointAt = (target: EventTarget) => {
    const place = target instanceof HTMLElement ? target.dataset['part'] : undefined;
    const part = place === undefined ? undefined : parts[Number(place)];
    if (part && part.itemId !== null) onLight({ itemId: part.itemId, field: part.field });
    else onLight(itemId === null ? null : { itemId, field: null });
  };
  return (
    <button
      type="button"
      aria-haspopup="menu"
      tabIndex={reachable ? 0 : -1}
      data-source-line={line}
      data-lit={lit?.field ? parts.some(isLit) : own}
      className={mergeClasses(styles.line, styles.choosable, unplaced && styles.unplaced, own && styles.lit, chosen && styles.chosen)}
      onMouseOver={({ target }) => pointAt(target)}
      onMouseLeave={() => onLight(null)}
      onFocus={onFocus}
      onKeyDown={onKeys}
      onClick={(click) => onChoose(click.currentTarget)}
      // The context-menu key of the keyboard comes here too.
      onContextMenu={(press) => {
        press.preventDefault();
        onChoose(press.currentTarget);
      }}
    >
      {parts.map((part, place) =>
        part.field === null ? (
          part.text
        ) : (
          <span key={place} data-part={place} className={isLit(part) ? styles.litWords : undefined}>
            {part.text}
          </span>
        ),
      )}
      {unplaced && <span className={hidden.hidden}>{` (${t('unplaced.mark')})`}</span>}
    </button>
  );
}
