import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Agenda } from '../../meeting/agenda.ts';
import { asItemId, type ItemId } from '../../meeting/ids.ts';
import { blockLevel, dayOf, type Chapter, type Entry } from '../../meeting/outline.ts';
import { dayAndMonth } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { Heading } from '../kit/Heading.tsx';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: '""' },
  sub: { paddingInlineStart: tokens.spacingHorizontalL },
  ruled: { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}` },
  day: { ...typographyStyles.subtitle2, margin: 0, padding: `${tokens.spacingVerticalL} 0 ${tokens.spacingVerticalXS}` },
  block: {
    ...typographyStyles.body1Strong,
    margin: 0,
    padding: `${tokens.spacingVerticalM} 0 ${tokens.spacingVerticalXS}`,
    color: tokens.colorNeutralForeground2,
  },
  inset: { paddingInline: tokens.spacingHorizontalL },
});

export interface AgendaListProps {
  readonly agenda: Agenda;
  readonly chapters: readonly Chapter[];
  /** A page to read, from edge to edge with a rule over each line; else a list among other things. */
  readonly page: boolean;
  /** A line and what belongs to it; what stands under the item in the agenda comes after it by itself. */
  readonly line: (entry: Entry, depth: number) => ReactNode;
  /** F2 on a line. */
  readonly onEdit: ((id: ItemId) => void) | undefined;
  /** Other keys on a line; answers whether it took the key. */
  readonly onKey?: (id: ItemId, key: KeyboardEvent) => boolean;
}

/** An agenda as ordered lists, a day and a block at a time. Arrow keys, Home and End walk its lines, Enter presses them, F2 edits. */
export function AgendaList(props: AgendaListProps) {
  const { agenda, chapters, page } = props;
  const styles = useStyles();
  const { t } = useTranslation('agenda');
  const language = useLanguage();
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (key: KeyboardEvent) => {
    const lines = [...(list.current?.querySelectorAll<HTMLElement>('[data-line]') ?? [])];
    const place = lines.findIndex((line) => line === key.target);
    const name = lines[place]?.dataset['line'];
    if (name === undefined) return;
    const bare = !key.ctrlKey && !key.metaKey && !key.altKey;
    const goal = bare ? { ArrowDown: place + 1, ArrowUp: place - 1, Home: 0, End: lines.length - 1 }[key.key] : undefined;
    if (goal !== undefined) lines[Math.min(Math.max(goal, 0), lines.length - 1)]?.focus();
    else if (bare && key.key === 'F2' && props.onEdit) props.onEdit(asItemId(name));
    else if (!props.onKey?.(asItemId(name), key)) return;
    key.preventDefault();
  };
  return (
    // The keys are handled for the lines (buttons) inside; the frame itself is not a control.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={list} onKeyDown={onKeyDown}>
      {chapters.map((chapter, place) => {
        const day = dayOf(agenda, chapter.day);
        return (
          <section key={place} aria-label={chapter.block ?? t('listLabel')}>
            {chapter.newDay && (
              <h2 className={mergeClasses(styles.day, page && styles.inset)}>
                {day ? capital(dayAndMonth(day, language)) : t('day', { number: chapter.day ?? 1 })}
              </h2>
            )}
            {chapter.block !== null && (
              <Heading level={blockLevel(chapters)} className={mergeClasses(styles.block, page && styles.inset)}>
                {chapter.block}
              </Heading>
            )}
            <Lines entries={chapter.entries} depth={0} page={page} line={props.line} />
          </section>
        );
      })}
    </div>
  );
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

function Lines({ entries, depth, page, line }: Pick<AgendaListProps, 'page' | 'line'> & { entries: readonly Entry[]; depth: number }) {
  const styles = useStyles();
  return (
    <ol className={mergeClasses(styles.list, depth > 0 && styles.sub)}>
      {entries.map((entry) => (
        <li key={entry.item.id} className={page ? styles.ruled : undefined}>
          {line(entry, depth)}
          {entry.children.length > 0 && <Lines entries={entry.children} depth={depth + 1} page={page} line={line} />}
        </li>
      ))}
    </ol>
  );
}
