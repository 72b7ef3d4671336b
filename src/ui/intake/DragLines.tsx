import {
  DndContext,
  DragOverlay,
  PointerSensor,
  useDraggable,
  useSensor,
  useSensors,
  type Announcements,
  type DragEndEvent,
  type DragMoveEvent,
  type KeyboardCoordinateGetter,
} from '@dnd-kit/core';
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ReOrderDotsVerticalRegular } from '@fluentui/react-icons';
import { createContext, memo, useContext, useMemo, useState, useSyncExternalStore, type ReactNode, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaItem } from '../../meeting/agenda.ts';
import { dropPlace } from '../../meeting/editing/dropPlace.ts';
import type { Place } from '../../meeting/editing/move.ts';
import { asItemId, type ItemId } from '../../meeting/ids.ts';
import { useSame } from '../kit/useSame.ts';
import { createDragStore, markOf, nearestLine, type DragStore } from './dragging.ts';
import { PatientKeyboardSensor } from './PatientKeyboardSensor.ts';

const useStyles = makeStyles({
  line: { position: 'relative', display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', alignItems: 'start' },
  handle: { minWidth: '24px', marginBlockStart: '4px', paddingInline: 0, cursor: 'grab', touchAction: 'none', color: tokens.colorNeutralForeground3 },
  // Where it was lifted from: fainter words could not be read.
  lifted: { outline: `${tokens.strokeWidthThin} dashed ${tokens.colorNeutralStrokeAccessible}`, outlineOffset: '-1px' },
  above: { boxShadow: `0 -${tokens.strokeWidthThick} 0 ${tokens.colorCompoundBrandStroke}` },
  below: { boxShadow: `0 ${tokens.strokeWidthThick} 0 ${tokens.colorCompoundBrandStroke}` },
  contrast: { '@media (forced-colors: active)': { outline: `${tokens.strokeWidthThick} solid Highlight` } },
  carried: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow16,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  },
});

/** A press of so many pixels is a drag, less is a click. */
const DRAG_FROM = 6;

/** The library knows one thing that is dragged: the line in hand, whichever that is. With one for each line, every line is drawn anew when one is lifted. */
const IN_HAND = 'line';

// The same each time: with others the sensors are made anew.
const POINTER = { activationConstraint: { distance: DRAG_FROM } };

interface DragLinesProps {
  readonly items: readonly AgendaItem[];
  readonly onMove: (itemId: ItemId, place: Place) => void;
  readonly children: ReactNode;
}

interface Hands {
  readonly store: DragStore;
  /** Takes the line of this handle in hand, and lets the library see what is done with the handle. */
  readonly onHandle: (event: SyntheticEvent<HTMLElement>) => void;
  readonly describedBy: string | undefined;
}

const HandsContext = createContext<Hands | null>(null);

/** Lines that can be dragged by their handles, with the pointer or from the keyboard; what happens is told to those who listen. */
export function DragLines({ items, onMove, children }: DragLinesProps) {
  const { t } = useTranslation('intake');
  const [store] = useState(createDragStore);
  const [keyboard] = useState(() => ({ coordinateGetter: lineByLine(store) }));
  const sensors = useSensors(useSensor(PointerSensor, POINTER), useSensor(PatientKeyboardSensor, keyboard));
  const titleOf = (id: ItemId | null) => items.find((item) => item.id === id)?.title.trim() || t('line.untitled');
  const left = () => t('drag.left', { title: titleOf(store.inHand()) });
  const announcements: Announcements = {
    onDragStart: () => t('drag.lifted', { title: titleOf(store.inHand()) }),
    onDragMove: () => {
      const { carried, at } = store.now();
      return at === null || at === carried ? undefined : t('drag.over', { title: titleOf(at) });
    },
    onDragOver: () => undefined,
    onDragEnd: () => {
      const { carried, at } = store.now();
      return at === null || at === carried ? left() : t('drag.dropped', { title: titleOf(carried), at: titleOf(at) });
    },
    onDragCancel: left,
  };
  const onDragEnd = ({ activatorEvent }: DragEndEvent) => {
    const { carried, at } = store.now();
    const place = carried && at && dropPlace(items, carried, at);
    const setDown = () => {
      store.set({ carried: null, at: null });
      if (place) onMove(carried, place);
    };
    // A key holds the focus on the line it moves. The pointer is let go first, and the lines are drawn anew in the next frame: both in one are seen as a stop.
    if (isFromKeyboard(activatorEvent)) setDown();
    else requestAnimationFrame(() => setTimeout(setDown));
  };
  return (
    <DndContext
      sensors={sensors}
      accessibility={{ announcements, screenReaderInstructions: { draggable: t('drag.how') } }}
      onDragStart={() => store.set({ carried: store.inHand(), at: store.inHand() })}
      onDragMove={(event) => aim(store, event)}
      onDragCancel={() => store.set({ carried: null, at: null })}
      onDragEnd={onDragEnd}
    >
      <TakenInHand store={store}>{children}</TakenInHand>
      <DragOverlay dropAnimation={null}>
        <Carried store={store} titleOf={titleOf} />
      </DragOverlay>
    </DndContext>
  );
}

const isFromKeyboard = (event: Event): boolean => event instanceof KeyboardEvent;

/** All lines that can be dragged, as they stand on the page. */
function linesOnPage(): { readonly id: ItemId; readonly element: Element }[] {
  return [...document.querySelectorAll('[data-drag-line]')].map((element) => ({
    id: asItemId(element.getAttribute('data-drag-line') ?? ''),
    element,
  }));
}

/** The pointer aims at the line it is nearest to. A key has said already which line it goes to. */
function aim(store: DragStore, { active, activatorEvent }: DragMoveEvent): void {
  const { translated } = active.rect.current;
  if (!translated || isFromKeyboard(activatorEvent)) return;
  const lines = linesOnPage().map(({ id, element }) => {
    const { top, height } = element.getBoundingClientRect();
    return { id, middle: top + height / 2 };
  });
  store.set({ ...store.now(), at: nearestLine(lines, translated.top + translated.height / 2) });
}

/** Up and down go from line to line, whatever is between them. */
const lineByLine =
  (store: DragStore): KeyboardCoordinateGetter =>
  (event) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.code];
    if (by === undefined) return undefined;
    event.preventDefault();
    const lines = linesOnPage();
    const next = lines[lines.findIndex(({ id }) => id === store.now().at) + by];
    if (next === undefined) return undefined;
    store.set({ ...store.now(), at: next.id });
    const { left, top } = next.element.getBoundingClientRect();
    return { x: left, y: top };
  };

interface TakenInHandProps {
  readonly store: DragStore;
  readonly children: ReactNode;
}

/** Hands the line whose handle is pressed to the library, before that sees the press. */
function TakenInHand({ store, children }: TakenInHandProps) {
  const { setNodeRef, setActivatorNodeRef, listeners, attributes } = useDraggable({ id: IN_HAND });
  const onHandle = useSame((event: SyntheticEvent<HTMLElement>) => {
    const line = event.currentTarget.closest<HTMLElement>('[data-drag-line]');
    if (line === null) return;
    // While a line is carried, it stays the one in hand.
    if (store.now().carried === null) {
      store.takeInHand(asItemId(line.dataset['dragLine'] ?? ''));
      setNodeRef(line);
      setActivatorNodeRef(event.currentTarget);
    }
    const name = event.type === 'keydown' ? 'onKeyDown' : 'onPointerDown';
    listeners?.[name]?.(event);
  });
  const describedBy = attributes['aria-describedby'];
  const hands = useMemo(() => ({ store, onHandle, describedBy }), [store, onHandle, describedBy]);
  return <HandsContext.Provider value={hands}>{children}</HandsContext.Provider>;
}

/** What goes with the pointer. */
function Carried({ store, titleOf }: { readonly store: DragStore; readonly titleOf: (id: ItemId | null) => string }) {
  const styles = useStyles();
  const carried = useSyncExternalStore(store.subscribe, () => store.now().carried);
  return carried === null ? null : <div className={styles.carried}>{titleOf(carried)}</div>;
}

function useHands(): Hands {
  const hands = useContext(HandsContext);
  if (hands === null) throw new TypeError('A line is dragged among others');
  return hands;
}

interface DragLineProps {
  readonly itemId: ItemId;
  readonly title: string;
  /** Whether the Tab key stops at its handle. */
  readonly reachable: boolean;
  readonly children: ReactNode;
}

/** A line with the handle it is dragged by. */
export function DragLine({ itemId, title, reachable, children }: DragLineProps) {
  const styles = useStyles();
  const { store } = useHands();
  const mark = useSyncExternalStore(store.subscribe, () => markOf(store.now(), itemId, () => linesOnPage().map(({ id }) => id)));
  return (
    <div
      data-drag-line={itemId}
      className={mergeClasses(
        styles.line,
        mark === 'lifted' && styles.lifted,
        mark === 'below' && styles.below,
        mark === 'above' && styles.above,
        (mark === 'above' || mark === 'below') && styles.contrast,
      )}
    >
      <Handle title={title} reachable={reachable} lifted={mark === 'lifted'} />
      {children}
    </div>
  );
}

interface HandleProps extends Pick<DragLineProps, 'title' | 'reachable'> {
  readonly lifted: boolean;
}

/** Drawn apart: few handles change by what is done to their lines. */
const Handle = memo(function Handle({ title, reachable, lifted }: HandleProps) {
  const styles = useStyles();
  const { t } = useTranslation('intake');
  const { onHandle, describedBy } = useHands();
  return (
    <Button
      onPointerDown={onHandle}
      onKeyDown={onHandle}
      tabIndex={reachable ? 0 : -1}
      className={styles.handle}
      appearance="transparent"
      size="small"
      icon={<ReOrderDotsVerticalRegular />}
      aria-roledescription={t('drag.role')}
      aria-label={t('drag.handle', { title })}
      aria-describedby={describedBy}
      aria-pressed={lifted || undefined}
    />
  );
});
