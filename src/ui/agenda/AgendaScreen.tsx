import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { Suspense, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { shownOccasion } from '../../meeting/calendarFacts.ts';
import { agendaTold } from '../../meeting/agendaTold.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import { mayCloseItem, mayConfirmApologies, mayEditAgenda, mayEditItem, mayOpenItem, mayReadClosed } from '../../meeting/permissions.ts';
import { clockWhileRunning } from '../../meeting/run.ts';
import { itemInHand } from '../../meeting/timing.ts';
import { lazyPart } from '../kit/lazyPart.ts';
import { usePrinting } from '../kit/usePrinting.ts';
import { useWide } from '../kit/useWide.ts';
import { AgendaHead } from './AgendaHead.tsx';
import { AgendaList } from '../agendaEditor/AgendaList.tsx';
import { ItemPaper } from './ItemPaper.tsx';
import { PageLine } from './PageLine.tsx';
import { useOpenItems } from './useOpenItems.ts';
import { linesOf, outlineOf, sectionLevel, type Entry } from '../../meeting/outline.ts';
import { shownTitle } from '../../meeting/shownTitle.ts';
import { useNow } from '../kit/useNow.ts';
import { useFacts } from '../queries/useFacts.ts';

const AgendaNotices = lazyPart(() => import('./AgendaNotices.tsx'));
const AgendaFoot = lazyPart(() => import('./AgendaFoot.tsx'));
const MeetingActions = lazyPart(() => import('./MeetingActions.tsx'));

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    '@media (max-width: 479px)': { gap: tokens.spacingVerticalS },
    '@media print': { maxWidth: '170mm', marginInline: 'auto', color: '#000' },
  },
  mine: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXL}`,
    paddingInline: tokens.spacingHorizontalL,
    '@media (max-width: 479px)': { gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}` },
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
  empty: { margin: 0, padding: tokens.spacingHorizontalL, color: tokens.colorNeutralForeground2 },
});

export interface AgendaScreenProps {
  readonly file: MeetingFile;
  /** My copy of the event; null for a reader who was not invited. */
  readonly event: CalendarEvent | null;
  /** My own answer and apology. */
  readonly myAnswer: ReactNode;
  /** For the organiser: everybody's. */
  readonly answers: ReactNode;
  /** What there is to know of the meeting that the agenda does not tell. */
  readonly notices: ReactNode;
}

/** The agenda: in a pane items unfold where they stand, on a wide page the open item stands beside the list. */
export function AgendaScreen({ file, event, myAnswer, answers, notices }: AgendaScreenProps) {
  const styles = useStyles();
  const { t } = useTranslation('agenda');
  const now = useNow();
  const printing = usePrinting();
  const beside = useWide() && !printing;
  const facts = useFacts(file, event);
  const lang = facts.profile.rules.language;
  const insider = mayReadClosed(facts);
  const agenda = useMemo(() => agendaTold(file.agenda, file.occasion, shownOccasion(file.occasion, event)), [file.agenda, file.occasion, event]);
  const chapters = useMemo(() => outlineOf(agenda), [agenda]);
  const lines = useMemo(() => linesOf(chapters), [chapters]);
  const inHand = idInHand(file, event, now);
  const items = useOpenItems();
  const lineOf = (id: ItemId | null) => lines.find((line) => line.item.id === id);
  const selected = lineOf(items.chosen) ?? lineOf(inHand) ?? lines.find(hasText) ?? null;
  /** On paper everything with a text stands unfolded. */
  const isUnfolded = (entry: Entry) => (printing ? hasText(entry) && (insider || !entry.closed) : !beside && items.isOpen(entry.item.id));
  const paper = (entry: Entry) => (
    <ItemPaper
      file={file}
      entry={entry}
      insider={insider}
      lang={lang}
      headingLevel={beside ? 3 : sectionLevel(chapters)}
      apart={beside}
      mayEdit={mayEditItem(facts, entry)}
      mayClose={mayCloseItem(facts, entry)}
      mayOpen={mayOpenItem(facts, file.agenda.items, entry.item)}
      doing={printing ? null : items.doing(entry.item.id)}
      onDo={(act) => items.begin(entry.item.id, act)}
      onDone={items.end}
    />
  );
  return (
    <article className={styles.page}>
      <AgendaHead file={file} event={event} lang={lang} />
      <div className={styles.mine}>
        {myAnswer}
        {apart(<MeetingActions file={file} event={event} />)}
      </div>
      {apart(<AgendaNotices file={file} event={event} now={now} items={items} first={notices} />)}
      <div className={mergeClasses(beside && styles.wide)}>
        <div>
          {lines.length === 0 && <p className={styles.empty}>{t('nothing')}</p>}
          <AgendaList
            page
            agenda={agenda}
            chapters={chapters}
            onEdit={mayEditAgenda(facts) ? (id) => items.begin(id, 'edit') : undefined}
            line={(entry, depth) => (
              <PageLine
                entry={entry}
                depth={depth}
                insider={insider}
                inHand={entry.item.id === inHand}
                beside={beside}
                selected={entry === selected}
                unfolded={isUnfolded(entry)}
                meeting={file.pointer}
                lang={lang}
                supplement={file.status.supplement?.includes(entry.item.id) ?? false}
                onOpen={() => items.toggle(entry.item.id)}
              >
                {() => paper(entry)}
              </PageLine>
            )}
          />
          {answers}
          {apart(<AgendaFoot file={file} event={event} shown={!mayConfirmApologies(facts) || printing} />)}
        </div>
        {beside && selected && (
          <ItemBeside entry={selected} insider={insider}>
            {paper(selected)}
          </ItemBeside>
        )}
      </div>
    </article>
  );
}

/** A part that is fetched when the agenda is on screen; the foot with every agenda, shown or not: paper does not wait for it. */
const apart = (part: ReactNode): ReactNode => <Suspense fallback={null}>{part}</Suspense>;

/** The open item of a wide page, with its title over its paper. */
function ItemBeside({ entry, insider, children }: { entry: Entry; insider: boolean; children: ReactNode }) {
  const styles = useStyles();
  const { t } = useTranslation(['agenda', 'common']);
  const title = shownTitle(entry, insider);
  return (
    <section className={styles.beside} aria-label={title ?? t('common:closedItem')}>
      <div className={styles.item}>
        <h2 className={styles.itemTitle}>
          {[entry.item.number, title ?? t(entry.closed ? 'common:closedItem' : 'agenda:untitled')].filter(Boolean).join(' ')}
        </h2>
        {children}
      </div>
    </section>
  );
}

/** The item the clock says the meeting has come to; null while it does not run. */
function idInHand(file: MeetingFile, event: CalendarEvent | null, now: Date): ItemId | null {
  const clock = clockWhileRunning(event ?? file.occasion, now);
  return clock === null ? null : (itemInHand(file.agenda, clock)?.id ?? null);
}

const hasText = (entry: Entry) => entry.item.kind === 'item' && (entry.item.sections.length > 0 || entry.item.attachments.length > 0);
