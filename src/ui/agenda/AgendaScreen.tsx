import { Button, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { EditRegular, LockClosedRegular } from '@fluentui/react-icons';
import { Suspense, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemId } from '../../meeting/ids.ts';
import type { CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import { mayCloseItem, mayConfirmApologies, mayEditAgenda, mayEditItem, mayReadClosed } from '../../meeting/permissions.ts';
import { itemInHand } from '../../meeting/timing.ts';
import { clockOf } from '../i18n/dates.ts';
import { usePrinting } from '../kit/usePrinting.ts';
import { useWide } from '../kit/useWide.ts';
import { AgendaFoot } from './AgendaFoot.tsx';
import { AgendaHead } from './AgendaHead.tsx';
import { AgendaList } from './AgendaList.tsx';
import { ItemDetail } from './ItemDetail.tsx';
import { MeetingLinks } from './MeetingLinks.tsx';
import { nextStep } from '../../meeting/nextStep.ts';
import { linesOf, outlineOf, sectionLevel, type Entry } from '../../meeting/outline.ts';
import { shownTitle } from '../../meeting/shownTitle.ts';
import { useNow } from '../kit/useNow.ts';
import { lazyPart } from '../kit/lazyPart.ts';

const ItemEditor = lazyPart(() => import('./ItemEditor.tsx'));
const CloseItem = lazyPart(() => import('../item/CloseItem.tsx'));

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    '@media print': { maxWidth: '170mm', marginInline: 'auto', color: '#000' },
  },
  mine: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXL}`,
    paddingInline: tokens.spacingHorizontalL,
  },
  wide: { display: 'grid', gridTemplateColumns: 'minmax(22rem, 5fr) minmax(0, 7fr)', maxWidth: '90rem' },
  beside: {
    borderInlineStartWidth: tokens.strokeWidthThin,
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorNeutralStroke2,
  },
  item: {
    position: 'sticky',
    top: 0,
    maxHeight: '100vh',
    overflowY: 'auto',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL}`,
  },
  itemTitle: { ...typographyStyles.subtitle2, margin: `0 0 ${tokens.spacingVerticalM}`, overflowWrap: 'anywhere' },
  detail: { display: 'grid', gap: tokens.spacingVerticalM },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, '@media print': { display: 'none' } },
  empty: { margin: 0, padding: tokens.spacingHorizontalL, color: tokens.colorNeutralForeground2 },
});

/** What is being done to one item. */
interface Doing {
  readonly id: ItemId;
  readonly what: 'edit' | 'close';
}

export interface AgendaScreenProps {
  readonly file: MeetingFile;
  /** My copy of the event; null for a reader who was not invited. */
  readonly event: CalendarEvent | null;
  /** My own answer and apology. */
  readonly myAnswer: ReactNode;
  /** For the organiser: everybody's. */
  readonly answers: ReactNode;
}

/** The agenda: in a pane items unfold where they stand, on a wide page the open item stands beside the list. */
export function AgendaScreen({ file, event, myAnswer, answers }: AgendaScreenProps) {
  const styles = useStyles();
  const { t } = useTranslation(['agenda', 'common']);
  const now = useNow();
  const wide = useWide();
  const printing = usePrinting();
  const beside = wide && !printing;
  const facts = { file, event };
  const insider = mayReadClosed(facts);
  const chapters = useMemo(() => outlineOf(file.agenda), [file.agenda]);
  const lines = useMemo(() => linesOf(chapters), [chapters]);
  const { start, end } = event ?? file.occasion;
  const running = new Date(start) <= now && now < new Date(end);
  const inHand = running ? (itemInHand(file.agenda, clockOf(now))?.id ?? null) : null;
  const [open, setOpen] = useState<ReadonlySet<ItemId>>(new Set());
  const [chosen, setChosen] = useState<ItemId | null>(null);
  const [doing, setDoing] = useState<Doing | null>(null);
  const selected = lines.find((line) => line.item.id === chosen) ?? lines.find((line) => line.item.id === inHand) ?? lines.find(hasText) ?? null;
  const focusLine = useFocusLine();

  const onOpen = (id: ItemId) => {
    setChosen(id);
    setOpen((before) => (before.has(id) ? new Set([...before].filter((other) => other !== id)) : new Set([...before, id])));
  };
  const onEdit = (id: ItemId) => {
    setChosen(id);
    setOpen((before) => new Set([...before, id]));
    setDoing({ id, what: 'edit' });
  };
  const onDone = () => {
    if (doing) focusLine(doing.id);
    setDoing(null);
  };
  /** An item's paper and, for whoever edits the agenda, what can be done to it. */
  const detail = (entry: Entry): ReactNode => {
    const { id } = entry.item;
    if (doing?.id === id && !printing) {
      const Form =
        doing.what === 'edit' ? (
          <ItemEditor key={id} file={file} item={entry.item} onDone={onDone} />
        ) : (
          <CloseItem file={file} itemId={id} onDone={onDone} />
        );
      return <Suspense fallback={null}>{Form}</Suspense>;
    }
    return (
      <div className={styles.detail}>
        <ItemDetail entry={entry} insider={insider} headingLevel={beside ? 3 : sectionLevel(chapters)} apart={beside} />
        {mayEditItem(facts, entry) && (
          <div className={styles.actions}>
            <Button size="small" icon={<EditRegular />} onClick={() => onEdit(id)}>
              {t('agenda:edit.label')}
            </Button>
            {mayCloseItem(facts, entry) && (
              <Button size="small" icon={<LockClosedRegular />} onClick={() => setDoing({ id, what: 'close' })}>
                {t('agenda:closing.open')}
              </Button>
            )}
          </div>
        )}
      </div>
    );
  };

  const list = (
    <AgendaList
      agenda={file.agenda}
      chapters={chapters}
      insider={insider}
      inHand={inHand}
      selected={selected?.item.id ?? null}
      beside={beside}
      unfolded={(id) =>
        printing ? lines.some((line) => line.item.id === id && hasText(line) && (insider || !line.closed)) : !beside && open.has(id)
      }
      onOpen={onOpen}
      onEdit={mayEditAgenda(facts) ? onEdit : undefined}
      detail={detail}
    />
  );

  return (
    <article className={styles.page}>
      <AgendaHead file={file} event={event} />
      <div className={styles.mine}>
        {myAnswer}
        <MeetingLinks file={file} step={nextStep(file, event, now)} event={event} />
      </div>
      <div className={mergeClasses(beside && styles.wide)}>
        <div>
          {lines.length === 0 ? <p className={styles.empty}>{t('agenda:nothing')}</p> : list}
          {answers}
          {(!mayConfirmApologies(facts) || printing) && <AgendaFoot file={file} event={event} />}
        </div>
        {beside && selected && (
          <section className={styles.beside} aria-label={shownTitle(selected, insider) ?? t('common:closedItem')}>
            <div className={styles.item}>
              <h2 className={styles.itemTitle}>
                {[selected.item.number, shownTitle(selected, insider) ?? t(selected.closed ? 'common:closedItem' : 'agenda:untitled')]
                  .filter(Boolean)
                  .join(' ')}
              </h2>
              {detail(selected)}
            </div>
          </section>
        )}
      </div>
    </article>
  );
}

const hasText = (entry: Entry) => entry.item.kind === 'item' && (entry.item.sections.length > 0 || entry.item.attachments.length > 0);

/** Puts the focus back on an item's line after its form has gone, so that it is never lost. */
function useFocusLine(): (id: ItemId) => void {
  const wanted = useRef<ItemId | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    document.querySelector<HTMLElement>(`[data-line="${CSS.escape(wanted.current)}"]`)?.focus();
    wanted.current = null;
  });
  return (id) => {
    wanted.current = id;
  };
}
