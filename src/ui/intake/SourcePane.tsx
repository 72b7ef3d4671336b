import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { useCallback, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaItem } from '../../meeting/agenda.ts';
import type { ItemId } from '../../meeting/ids.ts';
import { useSame } from '../kit/useSame.ts';
import { useWide } from '../kit/useWide.ts';
import type { LineRole } from './assignLine.ts';
import { LineRoleMenu } from './LineRoleMenu.tsx';
import type { Lit } from './litField.ts';
import type { SourceLine } from './sourceLines.ts';
import { SourceLineView } from './SourceLineView.tsx';
import { useLineFocus } from './useLineFocus.ts';
import { useScrollToLit } from './useScrollToLit.ts';

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
  hint: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
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
  const [menu, setMenu] = useState<{ readonly line: SourceLine; readonly target: HTMLElement } | null>(null);
  const paper = useScrollToLit(lit, wide);
  const title = name === null ? t('correct.source') : t('correct.sourceOf', { name });
  const { reachable, setCurrent, focusLine, onKeys } = useLineFocus(paper, lines);
  const onFocus = useSame((line: SourceLine) => {
    setCurrent(line.line);
    onLight(line.itemId === null ? null : { itemId: line.itemId, field: null });
  });
  const onLineKeys = useSame((key: KeyboardEvent, line: SourceLine) => onKeys(key, line.line));
  const onChoose = useCallback((target: HTMLElement, line: SourceLine) => setMenu({ line, target }), []);
  const close = () => {
    focusLine(menu?.line.line);
    setMenu(null);
  };
  const at = menu ? itemAt(menu.line.line) : null;
  return (
    <section className={mergeClasses(styles.pane, wide && styles.beside)} aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      {reachable !== null && <p className={styles.hint}>{t('assign.hint')}</p>}
      <div ref={paper} className={mergeClasses(styles.paper, wide && styles.scrolls)} role="group" aria-label={title}>
        {lines.map((line) => (
          <SourceLineView
            key={line.line}
            line={line}
            lit={lit !== null && concerns(line, lit) ? lit : null}
            chosen={menu?.line.line === line.line}
            reachable={line.line === reachable}
            onLight={onLight}
            onFocus={onFocus}
            onKeys={onLineKeys}
            onChoose={onChoose}
          />
        ))}
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

/** Is anything of the line lit by that? */
const concerns = ({ itemId, parts }: SourceLine, lit: Lit): boolean => itemId === lit.itemId || parts.some((part) => part.itemId === lit.itemId);
