import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { ChevronLeftRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isClosed, type AgendaItem } from '../../meeting/agenda.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import { mayReadClosed, mayTakeMinutes } from '../../meeting/permissions.ts';
import { scheduleOf } from '../../meeting/timing.ts';
import { shownTitle } from '../../meeting/shownTitle.ts';
import { useNow } from '../kit/useNow.ts';
import { lazyPart } from '../kit/lazyPart.ts';
import { LinkButton } from '../kit/LinkButton.tsx';
import { printRoute } from '../kit/route.ts';
import { forecastIn } from '../../meeting/forecast.ts';
import { clockAtTheTable, firstInHand, itemsToTreat, settledCount, treatmentOf } from '../../meeting/run.ts';
import { settledIn } from '../../meeting/settledIn.ts';
import { AllItems } from './AllItems.tsx';
import { ApologyList } from './ApologyList.tsx';
import { ItemInHand } from './ItemInHand.tsx';
import { RunSheet } from './RunSheet.tsx';
import { UpNext } from './UpNext.tsx';
import { useOthersDecisions } from './useOthersDecisions.ts';
import { usePanelKeys } from './usePanelKeys.ts';
import { useRunningOn } from './useRunningOn.ts';
import { useWritingAt } from './useWritingAt.ts';

const TakenAway = lazyPart(() => import(/* webpackChunkName: "live" */ '../live/TakenAway.tsx'));
const LiveAgenda = lazyPart(() => import(/* webpackChunkName: "live" */ '../live/LiveAgenda.tsx'));
/** Who is here is asked for beside the item in hand: nothing of the panel waits for it. */
const RollCall = lazyPart(() => import('./RollCall.tsx'));
const SaveAs = lazyPart(() => import('../saveAs/SaveAs.tsx'));

const useStyles = makeStyles({
  panel: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    maxWidth: '40rem',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalL}`,
  },
  where: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  place: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums', flexGrow: 1 },
  end: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    justifyItems: 'start',
    paddingTop: tokens.spacingVerticalM,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  settled: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
  empty: { margin: 0, color: tokens.colorNeutralForeground2 },
});

export interface MeetingPanelProps {
  readonly file: MeetingFile;
  /** My own copy of the event, where I have one. */
  readonly event: CalendarEvent | null;
  /** The item to begin with; otherwise the one the clock or the decisions point to. */
  readonly first: ItemId | null;
}

/** The meeting while it runs, within reach of a thumb: the item in hand, the clock, what was decided, what comes next. */
export default function MeetingPanel({ file, event, first }: MeetingPanelProps) {
  const styles = useStyles();
  const { t } = useTranslation('meetingPanel');
  const now = useNow();
  const clock = clockAtTheTable(event ?? file.occasion, now);
  const items = itemsToTreat(file.agenda);
  const { item, at, choose } = useItemInHand(items, () => first ?? firstInHand(file.agenda, file.treatments, clock));
  const heading = useFocusOnChange(item?.id ?? null);
  const isWriter = mayTakeMinutes({ file });
  const writers = useOthersDecisions(file, event);
  const step = (by: -1 | 1) => choose(items[at + by]?.id ?? item?.id ?? null);
  const running = useRunningOn(file, item?.id ?? null, items[at + 1]?.id ?? null, () => step(1));
  const panel = useRef<HTMLDivElement>(null);
  const writingAt = useWritingAt(panel, item?.id ?? null);
  usePanelKeys(panel, { onNext: isWriter ? running.goOn : () => step(1), onPrevious: () => step(-1) });
  if (!item) return <p className={styles.empty}>{t('noItems')}</p>;

  const insider = mayReadClosed({ file });
  const slots = scheduleOf(file.agenda);
  const titled = (inside: boolean) => (id: ItemId) => {
    const found = items.find((other) => other.id === id);
    return found ? shownTitle({ item: found, closed: isClosed(file.agenda.items, found) }, inside) : null;
  };
  const titleOf = titled(insider);
  /** What comes next stands on a panel that is often shared: a closed item is named as others know it until it is in hand. */
  const titleAhead = titled(false);
  const told = isWriter ? file.treatments : file.minutes && settledIn(file.minutes);

  return (
    <div className={styles.panel} ref={panel}>
      <Suspense fallback={null}>
        <LiveAgenda file={file} event={event} editing={writingAt} holding={isWriter ? item.id : null} />
        {isWriter && <TakenAway pointer={file.pointer} />}
      </Suspense>
      {!isWriter && <p className={styles.settled}>{t(file.minutes === null ? 'reading' : 'readingPublished')}</p>}
      <Where at={at} of={items.length} onStep={step} />
      <ItemInHand
        key={item.id}
        file={file}
        event={event}
        item={item}
        slot={slots.get(item.id) ?? { start: item.start, end: item.end, derived: false }}
        clock={clock}
        headingRef={heading}
        isWriter={isWriter}
        writers={writers}
        runSheet={
          isWriter && (
            <RunSheet
              treatment={treatmentOf(file.agenda, file.treatments, item)}
              forecast={forecastIn(file, item, clock)}
              now={clock}
              running={running}
            />
          )
        }
      />
      <Suspense fallback={null}>
        <RollCall file={file} event={event} itemId={item.id} mayRecuse={insider || !isClosed(file.agenda.items, item)} />
      </Suspense>
      <UpNext agenda={file.agenda} after={item.id} slots={slots} titleOf={titleAhead} onChoose={choose} />
      <ApologyList file={file} titleOf={titleAhead} />
      <AllItems
        pointer={isWriter ? file.pointer : null}
        agenda={file.agenda}
        treatments={told}
        current={item.id}
        slots={slots}
        titleOf={titleAhead}
        fullTitleOf={insider ? titleOf : null}
        onChoose={choose}
      />
      <div className={styles.end}>
        {told && <p className={styles.settled}>{t('settled', settledCount(file.agenda, told))}</p>}
        <PanelEnd file={file} isWriter={isWriter} />
        <Suspense fallback={null}>
          <SaveAs file={file} what="agenda" />
        </Suspense>
      </div>
    </div>
  );
}

/** The chosen item and its place; where it is gone, what stands there now, else the last. */
function useItemInHand(items: readonly AgendaItem[], begin: () => ItemId | null) {
  const [chosen, setChosen] = useState<{ readonly id: ItemId | null; readonly at: number }>(() => ({ id: begin(), at: 0 }));
  const found = items.findIndex((other) => other.id === chosen.id);
  const at = found >= 0 ? found : Math.max(0, Math.min(chosen.at, items.length - 1));
  const item = items[at];
  // Remembered as it is shown: the place counts when the item goes.
  if (item !== undefined && (item.id !== chosen.id || at !== chosen.at)) setChosen({ id: item.id, at });
  const choose = (id: ItemId | null) => setChosen((before) => ({ ...before, id }));
  return { item, at, choose };
}

/** Which item of how many, and the way to its neighbours. */
function Where({ at, of, onStep }: { at: number; of: number; onStep: (by: -1 | 1) => void }) {
  const styles = useStyles();
  const { t } = useTranslation('meetingPanel');
  return (
    <div className={styles.where}>
      <p className={styles.place}>{t('itemOf', { place: at + 1, of })}</p>
      <Button
        appearance="subtle"
        icon={<ChevronLeftRegular />}
        aria-label={t('previous')}
        title={t('previous')}
        disabledFocusable={at === 0}
        onClick={() => onStep(-1)}
      />
      <Button
        appearance="subtle"
        icon={<ChevronRightRegular />}
        aria-label={t('next')}
        title={t('next')}
        disabledFocusable={at === of - 1}
        onClick={() => onStep(1)}
      />
    </div>
  );
}

/** What comes after the meeting: publishing, for those who write; reading, for everybody else when there is something. */
function PanelEnd({ file, isWriter }: { file: MeetingFile; isWriter: boolean }) {
  const { t } = useTranslation('meetingPanel');
  if (!isWriter) {
    return file.minutes === null ? null : (
      <LinkButton appearance="secondary" href={printRoute({ page: 'minutes', pointer: file.pointer })}>
        {t('toMinutes')}
      </LinkButton>
    );
  }
  const { done, of } = settledCount(file.agenda, file.treatments);
  return (
    <LinkButton appearance={done === of ? 'primary' : 'secondary'} href={printRoute({ page: 'publish', pointer: file.pointer })}>
      {t('toPublication')}
    </LinkButton>
  );
}

/** The heading takes the focus when another item comes in hand, so that keyboard and screen reader follow; not when the panel opens. */
function useFocusOnChange(itemId: ItemId | null) {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(itemId);
  useEffect(() => {
    if (shown.current === itemId) return;
    shown.current = itemId;
    heading.current?.focus();
  }, [itemId]);
  return heading;
}
