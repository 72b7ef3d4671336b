import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useHiddenStyles } from '../kit/hidden.ts';
import type { Lit } from './litField.ts';
import type { SourceLine, SourcePart } from './sourceLines.ts';

const useStyles = makeStyles({
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

interface LineProps {
  readonly line: SourceLine;
  readonly lit: Lit | null;
  readonly chosen: boolean;
  readonly reachable: boolean;
  readonly onLight: (lit: Lit | null) => void;
  readonly onFocus: (line: SourceLine) => void;
  readonly onKeys: (key: KeyboardEvent, line: SourceLine) => void;
  readonly onChoose: (target: HTMLElement, line: SourceLine) => void;
}

/** A line of the paper; an empty one is only room between the others. Drawn anew only where something of it has changed: papers are long. */
export const SourceLineView = memo(function SourceLineView(props: LineProps) {
  const styles = useStyles();
  const { line, lit } = props;
  if (line.text.trim() !== '') return <LineButton {...props} />;
  return <div className={mergeClasses(styles.line, line.itemId !== null && lit?.itemId === line.itemId && styles.lit)} />;
}, isSameLine);

function isSameLine({ line: before, ...rest }: LineProps, { line: after, ...other }: LineProps): boolean {
  const names = Object.keys(rest) as (keyof typeof rest)[];
  if (!names.every((name) => rest[name] === other[name])) return false;
  if (before === after) return true;
  const { parts } = after;
  return (
    before.line === after.line &&
    before.text === after.text &&
    before.itemId === after.itemId &&
    before.unplaced === after.unplaced &&
    before.parts.length === parts.length &&
    before.parts.every((part, place) => isSamePart(part, parts[place]))
  );
}

const isSamePart = (before: SourcePart, after: SourcePart | undefined): boolean =>
  before.text === after?.text && before.itemId === after.itemId && before.field === after.field;

/** A line as a button; the words that became a field light up with it, and light it. */
function LineButton({ line: whole, lit, chosen, reachable, onLight, onFocus, onKeys, onChoose }: LineProps) {
  const styles = useStyles();
  const hidden = useHiddenStyles();
  const { t } = useTranslation('intake');
  const { line, itemId, unplaced, parts } = whole;
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
      onFocus={() => onFocus(whole)}
      onKeyDown={(key) => onKeys(key, whole)}
      onClick={(click) => onChoose(click.currentTarget, whole)}
      // The context-menu key of the keyboard comes here too.
      onContextMenu={(press) => {
        press.preventDefault();
        onChoose(press.currentTarget, whole);
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
