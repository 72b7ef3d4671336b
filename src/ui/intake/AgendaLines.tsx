import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { AddRegular, PauseRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState, type Dispatch, type KeyboardEvent, type MutableRefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Intake } from '../../commands/commands.ts';
import { depthOf, isClosed, type Agenda, type AgendaItem, type ItemKind } from '../../meeting/agenda.ts';
import type { Finding } from '../../meeting/finding.ts';
import type { ItemId } from '../../meeting/ids.ts';
import { scheduleOf } from '../../meeting/timing.ts';
import { dayOf } from '../../meeting/outline.ts';
import { longDay } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useAnnounce } from '../kit/LiveRegion.tsx';
import type { Edit } from './editing.ts';
import { LineForm } from './LineForm.tsx';
import type { LineAction } from './LineMenu.tsx';
import type { Lit } from './litField.ts';
import { LineView } from './LineView.tsx';
import { mendOf } from '../../meeting/editing/mend.ts';
import { newItemId } from './newItemId.ts';
import { moveItem } from '../../meeting/editing/move.ts';

const useStyles = makeStyles({
  lines: { display: 'grid', gap: tokens.spacingVerticalXS, minWidth: 0 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  day: { ...typographyStyles.subtitle2, margin: `${tokens.spacingVerticalM} 0 0` },
  block: { ...typographyStyles.body1Strong, margin: `${tokens.spacingVerticalS} 0 0`, color: tokens.colorNeutralForeground2 },
  add: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  keys: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2, '@media (hover: none)': { display: 'none' } },
});

export interface AgendaLinesProps {
  readonly intake: Intake;
  readonly findings: readonly Finding[];
  readonly lit: Lit | null;
  readonly onLight: (lit: Lit | null) => void;
  readonly dispatch: Dispatch<Edit>;
  /** The line that is open for editing. */
  readonly openId: ItemId | null;
  readonly onOpen: (itemId: ItemId | null) => void;
  /** The line that is to have the focus as soon as it stands on screen. */
  readonly focusRef: MutableRefObject<ItemId | null>;
  /** The line a person last stood on: what a line of the paper may be given to. */
  readonly onChosen: (itemId: ItemId) => void;
}

/** Lines with the same day and block, under one heading. */
interface Group {
  readonly day: number | null;
  readonly block: string | null;
  readonly newDay: boolean;
  readonly items: AgendaItem[];
}

function groupsOf(items: readonly AgendaItem[]): readonly Group[] {
  const groups: Group[] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last && (item.parentId !== null || (last.day === item.day && last.block === item.block))) last.items.push(item);
    else groups.push({ day: item.day, block: item.block, newDay: item.day !== null && item.day !== last?.day, items: [item] });
  }
  return groups;
}

/** The agenda as it was understood, each line edited where it stands. */
export function AgendaLines({ intake, findings, lit, onLight, dispatch, openId, onOpen, focusRef, onChosen }: AgendaLinesProps) {
  const styles = useStyles();
  const { t } = useTranslation('intake');
  const language = useLanguage();
  const announce = useAnnounce();
  const box = useRef<HTMLDivElement>(null);
  const { items } = intake.agenda;
  const [current, setCurrent] = useState<ItemId | null>(null);
  // One line at a time is in the tab order; the arrows walk the others.
  const reachable = items.some((item) => item.id === current) ? current : (items[0]?.id ?? null);
  const slots = scheduleOf(intake.agenda);

  // React moves the element of a moved line, and the browser then takes its focus away: give it back.
  useEffect(() => {
    if (focusRef.current === null) return;
    // The line that had it is gone (an undone addition): the line in the tab order takes it.
    if (reachable !== null && !items.some((item) => item.id === focusRef.current)) focusRef.current = reachable;
    const line = box.current?.querySelector<HTMLElement>(`[data-line="${CSS.escape(focusRef.current)}"]`);
    if (!line) return;
    focusRef.current = null;
    line.focus();
  });

  const add = (after: ItemId | null, itemKind: ItemKind) => {
    const newId = newItemId();
    dispatch({ kind: 'add', after, newId, itemKind });
    onOpen(newId);
  };
  const neighbour = (itemId: ItemId, by: -1 | 1) => items[items.findIndex((item) => item.id === itemId) + by]?.id ?? null;
  const move = (item: AgendaItem, by: -1 | 1) => {
    const moved = moveItem(items, item.id, by);
    if (moved === items) return;
    focusRef.current = item.id;
    dispatch({ kind: 'move', itemId: item.id, by });
    announce(t('correct.moved', { title: item.title, place: moved.findIndex((other) => other.id === item.id) + 1 }));
  };
  const act = (item: AgendaItem, action: LineAction) => {
    const itemId = item.id;
    focusRef.current = itemId;
    switch (action) {
      case 'edit':
        focusRef.current = null;
        return onOpen(itemId);
      case 'up':
        return move(item, -1);
      case 'down':
        return move(item, 1);
      case 'nest':
        return dispatch({ kind: 'indent', itemId });
      case 'unnest':
        return dispatch({ kind: 'outdent', itemId });
      case 'merge':
        focusRef.current = neighbour(itemId, -1);
        dispatch({ kind: 'join', itemId });
        return announce(t('correct.merged'));
      case 'addAfter':
        focusRef.current = null;
        return add(itemId, 'item');
      case 'addBreakAfter':
        focusRef.current = null;
        return add(itemId, 'break');
      case 'close':
      case 'open':
        return dispatch({ kind: 'change', itemId, fields: { openness: action === 'close' ? 'closed' : 'open' } });
      case 'remove':
        focusRef.current = neighbour(itemId, 1) ?? neighbour(itemId, -1);
        dispatch({ kind: 'remove', itemId });
        return announce(t('correct.removed', { title: item.title }));
    }
  };
  const onKeys = (item: AgendaItem) => (key: KeyboardEvent) => {
    const step = key.key === 'ArrowUp' ? -1 : key.key === 'ArrowDown' ? 1 : null;
    const bare = !key.ctrlKey && !key.metaKey && !key.altKey;
    if (step !== null && key.altKey) move(item, step);
    else if (step !== null && bare) {
      const next = neighbour(item.id, step);
      if (next) box.current?.querySelector<HTMLElement>(`[data-line="${CSS.escape(next)}"]`)?.focus();
    } else if (key.altKey && key.key === 'ArrowRight') act(item, 'nest');
    else if (key.altKey && key.key === 'ArrowLeft') act(item, 'unnest');
    else if (bare && key.key === 'Delete') act(item, 'remove');
    else if (bare && key.key === 'F2') onOpen(item.id);
    else return;
    key.preventDefault();
  };
  const mend = (finding: Finding) => {
    const way = mendOf(finding, intake.agenda, newItemId);
    if (way === null) return;
    if (way.kind === 'open') return onOpen(way.itemId);
    focusRef.current = finding.itemId;
    way.edits.forEach(dispatch);
  };

  return (
    <div ref={box} className={styles.lines}>
      {items.length === 0 && <p className={styles.quiet}>{t('correct.noItems')}</p>}
      {groupsOf(items).map((group) => (
        <section key={group.items[0]?.id} aria-label={headingOf(group, intake.agenda, language)}>
          {group.newDay && <h2 className={styles.day}>{dayWords(group, intake.agenda, language)}</h2>}
          {group.block !== null && <h3 className={styles.block}>{group.block}</h3>}
          <ol className={styles.list}>
            {group.items.map((item) =>
              item.id === openId ? (
                <LineForm
                  key={item.id}
                  item={item}
                  dispatch={dispatch}
                  depth={depthOf(items, item)}
                  onLight={onLight}
                  onDone={() => {
                    focusRef.current = item.id;
                    onOpen(null);
                  }}
                />
              ) : (
                <LineView
                  key={item.id}
                  item={item}
                  slot={slots.get(item.id) ?? { start: item.start, end: item.end, derived: false }}
                  depth={depthOf(items, item)}
                  closed={isClosed(items, item)}
                  sources={intake.fieldSources[item.id]}
                  lit={lit?.itemId === item.id ? lit : null}
                  reachable={reachable === item.id}
                  findings={findings.filter((finding) => finding.itemId === item.id)}
                  mendOf={(finding) => mendOf(finding, intake.agenda, newItemId)}
                  onMend={mend}
                  onLight={onLight}
                  onFocus={() => {
                    setCurrent(item.id);
                    onLight({ itemId: item.id, field: null });
                    onChosen(item.id);
                  }}
                  onAct={(action) => act(item, action)}
                  onKeys={onKeys(item)}
                />
              ),
            )}
          </ol>
        </section>
      ))}
      <div className={styles.add}>
        <Button size="small" icon={<AddRegular />} onClick={() => add(items.findLast((item) => item.parentId === null)?.id ?? null, 'item')}>
          {t('correct.addItem')}
        </Button>
        <Button size="small" icon={<PauseRegular />} onClick={() => add(items.findLast((item) => item.parentId === null)?.id ?? null, 'break')}>
          {t('correct.addBreak')}
        </Button>
      </div>
      {items.length > 0 && <p className={styles.keys}>{t('correct.keys')}</p>}
    </div>
  );
}

function dayWords(group: Group, agenda: Agenda, language: 'da' | 'en'): string {
  const day = dayOf(agenda, group.day);
  return day === null ? String(group.day) : longDay(day, language);
}

function headingOf(group: Group, agenda: Agenda, language: 'da' | 'en'): string | undefined {
  return group.block ?? (group.day === null ? undefined : dayWords(group, agenda, language));
}
