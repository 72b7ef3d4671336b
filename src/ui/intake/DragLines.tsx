import {
  closestCenter,
  DndContext,
  DragOverlay,
  PointerSensor,
  useDraggable,
  useDroppable,
  useSensor,
  useSensors,
  type Announcements,
  type DragEndEvent,
  type KeyboardCoordinateGetter,
  type UniqueIdentifier,
} from '@dnd-kit/core';
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ReOrderDotsVerticalRegular } from '@fluentui/react-icons';
import { memo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaItem } from '../../meeting/agenda.ts';
import { dropPlace } from '../../meeting/editing/dropPlace.ts';
import type { Place } from '../../meeting/editing/move.ts';
import { asItemId, type ItemId } from '../../meeting/ids.ts';
import { PatientKeyboardSensor } from './PatientKeyboardSensor.ts';

const useStyles = makeStyles({
  line: { position: 'relative', display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', alignItems: 'start' },
  handle: { minWidth: '24px', marginBlockStart: '4px', paddingInline: 0, cursor: 'grab', touchAction: 'none', color: tokens.colorNeutralForeground3 },
  lifted: { opacity: 0.4 },
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

/** Up and down go from line to line, whatever is between them. */
const lineByLine: KeyboardCoordinateGetter = (event, { context: { active, over, droppableContainers, droppableRects } }) => {
  const by = { ArrowUp: -1, ArrowDown: 1 }[event.code];
  if (by === undefined) return undefined;
  event.preventDefault();
  const lines = droppableContainers
    .getEnabled()
    .flatMap(({ id }) => ({ id, rect: droppableRects.get(id) }))
    .sort((a, b) => (a.rect?.top ?? 0) - (b.rect?.top ?? 0));
  const at = lines.findIndex(({ id }) => id === (over ?? active)?.id);
  const rect = lines[at + by]?.rect;
  return rect && { x: rect.left, y: rect.top };
};

// The same each time: with others every line is drawn anew.
const POINTER = { activationConstraint: { distance: DRAG_FROM } };
const KEYBOARD = { coordinateGetter: lineByLine };

interface DragLinesProps {
  readonly items: readonly AgendaItem[];
  readonly onMove: (itemId: ItemId, place: Place) => void;
  readonly children: ReactNode;
}

/** Lines that can be dragged by their handles, with the pointer or from the keyboard; what happens is told to those who listen. */
export function DragLines({ items, onMove, children }: DragLinesProps) {
  const styles = useStyles();
  const { t } = useTranslation('intake');
  const [carried, setCarried] = useState<UniqueIdentifier | null>(null);
  const sensors = useSensors(useSensor(PointerSensor, POINTER), useSensor(PatientKeyboardSensor, KEYBOARD));
  const titleOf = (id: UniqueIdentifier | undefined) => items.find((item) => item.id === id)?.title.trim() || t('line.untitled');
  const announcements: Announcements = {
    onDragStart: ({ active }) => t('drag.lifted', { title: titleOf(active.id) }),
    onDragOver: ({ active, over }) => (over && over.id !== active.id ? t('drag.over', { title: titleOf(over.id) }) : undefined),
    onDragEnd: ({ active, over }) =>
      over && over.id !== active.id
        ? t('drag.dropped', { title: titleOf(active.id), at: titleOf(over.id) })
        : t('drag.left', { title: titleOf(active.id) }),
    onDragCancel: ({ active }) => t('drag.left', { title: titleOf(active.id) }),
  };
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    setCarried(null);
    const place = over && dropPlace(items, asItemId(String(active.id)), asItemId(String(over.id)));
    if (place) onMove(asItemId(String(active.id)), place);
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      accessibility={{ announcements, screenReaderInstructions: { draggable: t('drag.how') } }}
      onDragStart={({ active }) => setCarried(active.id)}
      onDragCancel={() => setCarried(null)}
      onDragEnd={onDragEnd}
    >
      {children}
      <DragOverlay dropAnimation={null}>{carried !== null && <div className={styles.carried}>{titleOf(carried)}</div>}</DragOverlay>
    </DndContext>
  );
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
  const { setNodeRef: setDropRef, isOver, active } = useDroppable({ id: itemId });
  const { setNodeRef, setActivatorNodeRef, listeners, attributes, isDragging } = useDraggable({ id: itemId });
  const fromAbove = isOver && active !== null && active.id !== itemId && isBefore(active.id, itemId);
  const fromBelow = isOver && active !== null && active.id !== itemId && !fromAbove;
  return (
    <div
      ref={(node) => {
        setDropRef(node);
        setNodeRef(node);
      }}
      data-drag-line={itemId}
      className={mergeClasses(
        styles.line,
        isDragging && styles.lifted,
        fromBelow && styles.above,
        fromAbove && styles.below,
        (fromAbove || fromBelow) && styles.contrast,
      )}
    >
      <Handle into={setActivatorNodeRef} attributes={attributes} listeners={listeners} title={title} reachable={reachable} />
      {children}
    </div>
  );
}

interface HandleProps extends Pick<ReturnType<typeof useDraggable>, 'attributes' | 'listeners'>, Pick<DragLineProps, 'title' | 'reachable'> {
  readonly into: (node: HTMLElement | null) => void;
}

/** Drawn apart: every line hears where the dragged one is, and few handles change by it. */
const Handle = memo(function Handle({ into, attributes, listeners, title, reachable }: HandleProps) {
  const styles = useStyles();
  const { t } = useTranslation('intake');
  return (
    <Button
      ref={into}
      {...attributes}
      {...listeners}
      role="button"
      tabIndex={reachable ? 0 : -1}
      className={styles.handle}
      appearance="transparent"
      size="small"
      icon={<ReOrderDotsVerticalRegular />}
      aria-roledescription={t('drag.role')}
      aria-label={t('drag.handle', { title })}
    />
  );
});

/** Does one line stand before another on the page? */
function isBefore(one: UniqueIdentifier, other: UniqueIdentifier): boolean {
  const place = (id: UniqueIdentifier) => document.querySelector(`[data-drag-line="${CSS.escape(String(id))}"]`);
  const [a, b] = [place(one), place(other)];
  return a !== null && b !== null && (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
