import { Button, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { LockClosedRegular } from '@fluentui/react-icons';
import { Suspense, useState, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { isClosed, type AgendaItem } from '../../meeting/agenda.ts';
import type { ClockTime } from '../../meeting/clock.ts';
import type { CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import { mayReadClosed } from '../../meeting/permissions.ts';
import type { Slot } from '../../meeting/timing.ts';
import { AlsoWriting } from '../live/AlsoWriting.tsx';
import { ClosedMark } from '../item/ClosedMark.tsx';
import { shownTitle } from '../../meeting/shownTitle.ts';
import { Decisions } from './Decisions.tsx';
import { PaceBar } from './PaceBar.tsx';
import { PaperInHand } from './PaperInHand.tsx';
import { ReadersDecision } from './ReadersDecision.tsx';
import { lazyPart } from '../kit/lazyPart.ts';

/** What is to be done is asked for beside what is decided: nothing of the item waits for it. */
const FollowUpsOfItem = lazyPart(() => import(/* webpackChunkName: "followUpScreen" */ '../followUp/FollowUpsOfItem.tsx'));
const CloseItem = lazyPart(() => import('../item/CloseItem.tsx'));

const useStyles = makeStyles({
  item: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  closed: {
    padding: tokens.spacingHorizontalM,
    marginInline: `calc(-1 * ${tokens.spacingHorizontalM})`,
    backgroundColor: tokens.colorPaletteBerryBackground1,
    boxShadow: `inset 3px 0 0 ${tokens.colorPaletteBerryBorderActive}`,
    borderRadius: tokens.borderRadiusMedium,
    // Tints and shadows are not drawn with forced colours.
    '@media (forced-colors: active)': { borderInlineStartWidth: '3px', borderInlineStartStyle: 'solid', borderInlineStartColor: 'CanvasText' },
  },
  head: { display: 'grid', gap: tokens.spacingVerticalXS },
  title: {
    ...typographyStyles.subtitle1,
    margin: 0,
    overflowWrap: 'anywhere',
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  number: { fontVariantNumeric: 'tabular-nums', marginInlineEnd: tokens.spacingHorizontalS, color: tokens.colorNeutralForeground2 },
  meta: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
});

interface ItemInHandProps {
  readonly file: MeetingFile;
  readonly event: CalendarEvent | null;
  readonly item: AgendaItem;
  readonly slot: Slot;
  readonly clock: ClockTime | null;
  readonly headingRef: RefObject<HTMLHeadingElement>;
  /** May this person write what became of the items? */
  readonly isWriter: boolean;
  readonly writers: Readonly<Record<string, string>>;
  /** When the meeting came to it, and the button that goes on; of writers alone. */
  readonly runSheet: ReactNode;
}

/** The item the meeting has come to: large, with its clock, its paper and what is decided. */
export function ItemInHand({ file, event, item, slot, clock, headingRef, isWriter, writers, runSheet }: ItemInHandProps) {
  const styles = useStyles();
  const { t } = useTranslation(['meetingPanel', 'agenda', 'common']);
  const [closing, setClosing] = useState(false);
  const closed = isClosed(file.agenda.items, item);
  const insider = mayReadClosed({ file });
  const hidden = closed && !insider;
  const own = shownTitle({ item, closed }, insider);
  const title = own ?? t('meetingPanel:untitled');
  // Without a title of its own the mark is the title: "Lukket punkt" stands there once.
  const isUnnamed = closed && own === null;
  const by = [
    item.presenters.length > 0 && !hidden ? t('agenda:by', { names: item.presenters.join(', ') }) : null,
    item.type && !hidden ? t(`common:itemType.${item.type}`) : null,
  ].filter((words) => words !== null);
  return (
    <article className={mergeClasses(styles.item, closed && styles.closed)} aria-label={t('meetingPanel:inHand')}>
      <div className={styles.head}>
        <h1 ref={headingRef} tabIndex={-1} className={styles.title}>
          {item.number !== null && <span className={styles.number}>{item.number}</span>}
          {isUnnamed ? <ClosedMark who={null} /> : title}
        </h1>
        {closed && !isUnnamed && <ClosedMark who={t('meetingPanel:closedBand')} />}
        {by.length > 0 && <p className={styles.meta}>{by.join(' · ')}</p>}
      </div>
      <PaceBar slot={slot} clock={clock} />
      {runSheet}
      {hidden ? <p className={styles.quiet}>{t('meetingPanel:closedOutside')}</p> : <PaperInHand item={item} />}
      {!hidden && isWriter && (
        <>
          <Suspense fallback={null}>
            <AlsoWriting pointer={file.pointer} itemId={item.id} />
          </Suspense>
          <Decisions file={file} item={item} closed={closed} writers={writers} />
        </>
      )}
      {!isWriter && <ReadersDecision file={file} item={item} />}
      {!hidden && (
        <Suspense fallback={null}>
          <FollowUpsOfItem file={file} item={item} event={event} />
        </Suspense>
      )}
      {isWriter &&
        (closing || !closed) &&
        (closing ? (
          <Suspense fallback={null}>
            <CloseItem
              file={file}
              itemId={item.id}
              onDone={() => {
                setClosing(false);
                headingRef.current?.focus();
              }}
            />
          </Suspense>
        ) : (
          <div>
            <Button size="small" appearance="subtle" icon={<LockClosedRegular />} onClick={() => setClosing(true)}>
              {t('agenda:closing.open')}
            </Button>
          </div>
        ))}
    </article>
  );
}
