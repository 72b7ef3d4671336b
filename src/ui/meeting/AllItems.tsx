import { Checkbox, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { CheckmarkCircleRegular, CircleRegular, LockClosedRegular } from '@fluentui/react-icons';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { depthOf, isClosed, type Agenda } from '../../meeting/agenda.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { MeetingPointer, Treatment } from '../../meeting/meeting.ts';
import type { Slot } from '../../meeting/timing.ts';
import WriterMarks from '../live/WriterMarks.tsx';
import { ItemTime } from '../item/ItemTime.tsx';
import { useHiddenStyles } from '../kit/hidden.ts';
import { isCovered, itemsToTreat } from '../../meeting/run.ts';

const useStyles = makeStyles({
  summary: { ...typographyStyles.body1Strong, cursor: 'pointer', minHeight: '24px', width: 'fit-content' },
  list: { listStyleType: 'none', margin: `${tokens.spacingVerticalXS} 0 0`, padding: 0 },
  line: {
    display: 'grid',
    gridTemplateColumns: '1.25rem minmax(0, 1fr)',
    gridAutoFlow: 'column',
    gridAutoColumns: 'auto',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'start',
    width: '100%',
    minHeight: '32px',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
    boxSizing: 'border-box',
    textAlign: 'start',
    font: 'inherit',
    color: 'inherit',
    backgroundColor: 'transparent',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground3 },
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  current: { boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}`, backgroundColor: tokens.colorNeutralBackground3 },
  mark: { marginTop: '3px', color: tokens.colorNeutralForeground2 },
  title: { overflowWrap: 'anywhere' },
  time: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
});

interface AllItemsProps {
  /** Whose writers stand at the items; null for somebody who is told of none. */
  readonly pointer: MeetingPointer | null;
  readonly agenda: Agenda;
  /** What is known of the items' outcomes; null where nothing is. */
  readonly treatments: readonly Treatment[] | null;
  readonly current: ItemId;
  readonly slots: ReadonlyMap<ItemId, Slot>;
  /** As anybody may see it: the panel is often shared. */
  readonly titleOf: (itemId: ItemId) => string | null;
  /** With closed titles, where somebody inside asks for them; null for those outside. */
  readonly fullTitleOf: ((itemId: ItemId) => string | null) | null;
  readonly onChoose: (itemId: ItemId) => void;
}

/** Every item with a mark for its outcome, one tap away. */
export function AllItems({ pointer, agenda, treatments, current, slots, titleOf, fullTitleOf, onChoose }: AllItemsProps) {
  const styles = useStyles();
  const hidden = useHiddenStyles();
  const { t } = useTranslation(['meetingPanel', 'common']);
  const [full, setFull] = useState(false);
  const nameOf = full && fullTitleOf !== null ? fullTitleOf : titleOf;
  const mayAsk = fullTitleOf !== null && itemsToTreat(agenda).some((item) => isClosed(agenda.items, item));
  return (
    <details>
      <summary className={styles.summary}>{t('meetingPanel:all')}</summary>
      {mayAsk && <Checkbox label={t('meetingPanel:closedTitles')} checked={full} onChange={(_, { checked }) => setFull(checked === true)} />}
      <ol className={styles.list}>
        {itemsToTreat(agenda).map((item) => {
          const done = treatments !== null && isCovered(agenda, treatments, item);
          const closed = isClosed(agenda.items, item);
          const slot = slots.get(item.id);
          const own = nameOf(item.id);
          const title = own ?? t(closed ? 'common:closedItem' : 'meetingPanel:untitled');
          return (
            <li key={item.id} style={{ paddingInlineStart: depthOf(agenda.items, item) > 0 ? tokens.spacingHorizontalL : undefined }}>
              <button
                type="button"
                className={mergeClasses(styles.line, item.id === current && styles.current)}
                aria-current={item.id === current ? 'true' : undefined}
                onClick={() => onChoose(item.id)}
              >
                <span className={styles.mark}>
                  {treatments !== null && (done ? <CheckmarkCircleRegular aria-hidden /> : <CircleRegular aria-hidden />)}
                </span>
                <span className={styles.title}>
                  {item.number === null ? title : `${item.number} ${title}`}
                  {closed && (
                    <>
                      {' '}
                      <LockClosedRegular {...(own === null ? { 'aria-hidden': true } : { 'aria-label': t('common:closedItem') })} />
                    </>
                  )}
                  {treatments !== null && <span className={hidden.hidden}>{` ${t(done ? 'meetingPanel:decided' : 'meetingPanel:undecided')}`}</span>}
                </span>
                {pointer !== null && (
                  <Suspense fallback={null}>
                    <WriterMarks pointer={pointer} itemId={item.id} />
                  </Suspense>
                )}
                <span className={styles.time}>{slot && <ItemTime slot={{ ...slot, end: null }} />}</span>
              </button>
            </li>
          );
        })}
      </ol>
    </details>
  );
}
