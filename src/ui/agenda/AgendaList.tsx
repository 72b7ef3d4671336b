import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Agenda } from '../../meeting/agenda.ts';
import type { ItemId } from '../../meeting/ids.ts';
import { dayAndMonth } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { AgendaLine } from './AgendaLine.tsx';
import { BreakLine } from './BreakLine.tsx';
import { Heading } from '../kit/Heading.tsx';
import { blockLevel, dayOf, type Chapter, type Entry } from '../../meeting/outline.ts';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: '""' },
  sub: { margin: 0, padding: 0, listStyleType: '""', paddingInlineStart: tokens.spacingHorizontalL },
  row: { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}` },
  day: { ...typographyStyles.subtitle2, margin: 0, padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXS}` },
  block: {
    ...typographyStyles.body1Strong,
    margin: 0,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXS}`,
    color: tokens.colorNeutralForeground2,
  },
  unfolded: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalL}`,
    '@media print': { paddingInlineStart: `calc(5.25rem + ${tokens.spacingHorizontalS} + ${tokens.spacingHorizontalM})` },
    '@media screen and (min-width: 480px)': { paddingInlineStart: `calc(5.25rem + ${tokens.spacingHorizontalL} + ${tokens.spacingHorizontalM})` },
  },
});

export interface AgendaListProps {
  readonly agenda: Agenda;
  readonly chapters: readonly Chapter[];
  readonly insider: boolean;
  readonly inHand: ItemId | null;
  /** Shown beside the list; null where items unfold in the list. */
  readonly selected: ItemId | null;
  /** Panes and paper: what stands unfolded under a line. */
  readonly unfolded: (id: ItemId) => boolean;
  readonly beside: boolean;
  readonly onOpen: (id: ItemId) => void;
  /** F2 on a line. */
  readonly onEdit: ((id: ItemId) => void) | undefined;
  /** What an unfolded line holds. */
  readonly detail: (entry: Entry) => ReactNode;
}

/** The agenda as an ordered list. Arrow keys walk its lines, Enter opens, F2 edits. */
export function AgendaList(props: AgendaListProps) {
  const styles = useStyles();
  const { t } = useTranslation('agenda');
  const language = useLanguage();
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const lines = [...(list.current?.querySelectorAll<HTMLElement>('[data-line]') ?? [])];
    const place = lines.findIndex((line) => line === event.target);
    if (place < 0) return;
    const id = lines[place]?.dataset.line as ItemId;
    const goal = { ArrowDown: place + 1, ArrowUp: place - 1, Home: 0, End: lines.length - 1 }[event.key];
    if (goal !== undefined) {
      lines[Math.min(Math.max(goal, 0), lines.length - 1)]?.focus();
      event.preventDefault();
    } else if (event.key === 'F2' && props.onEdit) {
      props.onEdit(id);
      event.preventDefault();
    }
  };
  return (
    // The keys are handled for the lines (buttons) inside; the frame itself is not a control.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={list} onKeyDown={onKeyDown}>
      {props.chapters.map((chapter, place) => {
        const day = dayOf(props.agenda, chapter.day);
        return (
          <section key={place} aria-label={chapter.block ?? t('listLabel')}>
            {chapter.newDay && <h2 className={styles.day}>{day ? capital(dayAndMonth(day, language)) : t('day', { number: chapter.day ?? 1 })}</h2>}
            {chapter.block !== null && (
              <Heading level={blockLevel(props.chapters)} className={styles.block}>
                {chapter.block}
              </Heading>
            )}
            <Lines entries={chapter.entries} depth={0} {...props} />
          </section>
        );
      })}
    </div>
  );
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

function Lines({ entries, depth, ...props }: AgendaListProps & { entries: readonly Entry[]; depth: number }) {
  const styles = useStyles();
  return (
    <ol className={depth === 0 ? styles.list : styles.sub}>
      {entries.map((entry) => (
        <li key={entry.item.id} className={styles.row}>
          <Line entry={entry} depth={depth} {...props} />
          {entry.children.length > 0 && <Lines {...props} entries={entry.children} depth={depth + 1} />}
        </li>
      ))}
    </ol>
  );
}

function Line({ entry, depth, ...props }: AgendaListProps & { entry: Entry; depth: number }) {
  const styles = useStyles();
  const { id, kind, sections } = entry.item;
  if (kind === 'break' && sections.length === 0) return <BreakLine entry={entry} />;
  const unfolded = props.unfolded(id);
  return (
    <>
      <AgendaLine
        entry={entry}
        depth={depth}
        insider={props.insider}
        inHand={props.inHand === id}
        selected={props.beside && props.selected === id}
        unfolded={props.beside ? null : unfolded}
        onOpen={() => props.onOpen(id)}
      />
      {unfolded && <div className={styles.unfolded}>{props.detail(entry)}</div>}
    </>
  );
}
