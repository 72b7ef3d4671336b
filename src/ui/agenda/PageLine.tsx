import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entry } from '../../meeting/outline.ts';
import type { MeetingPointer } from '../../meeting/meeting.ts';
import { lazyPart } from '../kit/lazyPart.ts';
import { AgendaLine } from '../agendaEditor/AgendaLine.tsx';
import { BreakLine } from './BreakLine.tsx';

const WriterMarks = lazyPart(() => import(/* webpackChunkName: "live" */ '../live/WriterMarks.tsx'));

const useStyles = makeStyles({
  selected: {
    backgroundColor: tokens.colorNeutralBackground3,
    boxShadow: `inset -3px 0 0 ${tokens.colorCompoundBrandStroke}`,
    // Forced colours take grounds and shadows away.
    '@media (forced-colors: active)': { outline: `${tokens.strokeWidthThick} solid Highlight`, outlineOffset: '-2px' },
  },
  inHand: { boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}` },
  closed: {
    backgroundColor: tokens.colorPaletteBerryBackground1,
    boxShadow: `inset 3px 0 0 ${tokens.colorPaletteBerryBorderActive}`,
    ':hover': { backgroundColor: tokens.colorPaletteBerryBackground1 },
  },
  closedSelected: { boxShadow: `inset 3px 0 0 ${tokens.colorPaletteBerryBorderActive}, inset -3px 0 0 ${tokens.colorCompoundBrandStroke}` },
  now: { ...typographyStyles.caption1Strong, color: tokens.colorBrandForeground1 },
  unfolded: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalL}`,
    '@media print': { paddingInlineStart: `calc(5.25rem + ${tokens.spacingHorizontalS} + ${tokens.spacingHorizontalM})` },
    '@media screen and (min-width: 480px)': { paddingInlineStart: `calc(5.25rem + ${tokens.spacingHorizontalL} + ${tokens.spacingHorizontalM})` },
  },
});

interface PageLineProps {
  readonly entry: Entry;
  readonly depth: number;
  readonly insider: boolean;
  readonly inHand: boolean;
  /** Whether the open item stands beside the list rather than unfolded in it. */
  readonly beside: boolean;
  readonly selected: boolean;
  readonly unfolded: boolean;
  /** Did it come in a supplementary agenda? */
  readonly supplement: boolean;
  /** Of which is told who else writes here. */
  readonly meeting: MeetingPointer;
  readonly lang: string;
  readonly onOpen: () => void;
  /** What stands under the line while it is unfolded. */
  readonly children: () => ReactNode;
}

/** A line of the page that is read, with its paper unfolded under it. */
export function PageLine({ entry, depth, insider, inHand, beside, selected, unfolded, supplement, meeting, lang, onOpen, children }: PageLineProps) {
  const styles = useStyles();
  const { t } = useTranslation('agenda');
  const { item, closed } = entry;
  if (item.kind === 'break' && item.sections.length === 0) return <BreakLine entry={entry} />;
  const chosen = beside && selected;
  return (
    <>
      <AgendaLine
        entry={entry}
        depth={depth}
        insider={insider}
        lang={lang}
        className={mergeClasses(
          chosen && styles.selected,
          inHand && styles.inHand,
          closed && styles.closed,
          closed && chosen && styles.closedSelected,
        )}
        aria-expanded={beside ? undefined : unfolded}
        aria-current={chosen ? 'true' : undefined}
        above={inHand && <span className={styles.now}>{t('now')}</span>}
        onClick={onOpen}
      >
        {supplement && <span className={styles.now}>{t('state.supplementNoDay')}</span>}
        <Suspense>
          <WriterMarks pointer={meeting} itemId={item.id} />
        </Suspense>
      </AgendaLine>
      {unfolded && <div className={styles.unfolded}>{children()}</div>}
    </>
  );
}
