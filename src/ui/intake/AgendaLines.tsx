import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { AddRegular, NumberSymbolRegular, PauseRegular } from '@fluentui/react-icons';
import { useCallback, useEffect, useMemo, useRef, useState, type Dispatch, type MutableRefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Intake } from '../../commands/commands.ts';
import type { Agenda, AgendaItem } from '../../meeting/agenda.ts';
import { mendsOf, type EventWay } from '../../meeting/editing/mend.ts';
import type { ClockTime } from '../../meeting/clock.ts';
import { plainProfile, type BodyProfile } from '../../meeting/profile.ts';
import { dayLine, type MeetingTimes } from '../../meeting/programme.ts';
import type { Finding } from '../../meeting/finding.ts';
import type { ItemId } from '../../meeting/ids.ts';
import { outlineOf, type Entry } from '../../meeting/outline.ts';
import type { ItemKind } from '../../meeting/words.ts';
import { AgendaList } from '../agendaEditor/AgendaList.tsx';
import { useSame } from '../kit/useSame.ts';
import type { Edit } from './editing.ts';
import { DragLines } from './DragLines.tsx';
import { EditorLine } from './EditorLine.tsx';
import { NumberingPanel } from './NumberingPanel.tsx';
import { LineEditor } from './LineEditor.tsx';
import type { Lit } from './litField.ts';
import { newItemId } from './newItemId.ts';
import { useLineActions, type LineActions } from './useLineActions.ts';

const useStyles = makeStyles({
  lines: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXS, minWidth: 0 },
  add: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  keys: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2, '@media (hover: none)': { display: 'none' } },
});

export interface AgendaLinesProps {
  readonly intake: Intake;
  /** What is odd, and about which agenda that was found: while somebody types it may be the one of a moment ago. */
  readonly findings: { readonly found: readonly Finding[]; readonly agenda: Agenda };
  /** When the meeting is by the calendar. */
  readonly calendar: MeetingTimes;
  /** The calendar is to say another time. */
  readonly onMoveMeeting: (way: EventWay, time: ClockTime) => void;
  readonly numbersFollow: boolean;
  /** Who is invited. */
  readonly people: readonly string[];
  /** The body that meets, as far as it is known: what it writes in an item, how it counts, and what a new item is. */
  readonly profile?: BodyProfile;
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

/** The agenda as it was understood, each line edited where it stands. */
export function AgendaLines(props: AgendaLinesProps) {
  const { intake, findings, calendar, people, lit, onLight, dispatch, openId, onOpen, focusRef, onChosen } = props;
  const { rules } = props.profile ?? plainProfile;
  const styles = useStyles();
  // The words of a line's form come with the list, so that the first keys after "Tilføj punkt" meet a field.
  const { t } = useTranslation(['intake', 'agendaEditor']);
  const { agenda } = intake;
  const { items } = agenda;
  const chapters = useMemo(() => outlineOf(agenda), [agenda]);
  const [current, setCurrent] = useState<ItemId | null>(null);
  // One line at a time is in the tab order; the arrows walk the others.
  const reachable = items.some((item) => item.id === current) ? current : (items[0]?.id ?? null);
  const box = useFocusOnLine(
    focusRef,
    items.map(({ id }) => id),
    reachable,
  );
  const { act, onKey, add, mend, nest, moveTo } = useLineActions({ ...props, agenda, rules });
  const addLast = (kind: ItemKind) => add(items.findLast((item) => item.parentId === null)?.id ?? null, kind);

  const { found, mendsFor } = useFound(findings, calendar);
  const { leave, moveOpen } = openLine({ focusRef, onOpen, act });
  const onMend = useSame(mend);
  const onAct = useSame(act);
  const onFocus = useSame((id: ItemId) => {
    setCurrent(id);
    onLight({ itemId: id, field: null });
    onChosen(id);
  });
  const line = (entry: Entry, depth: number) => {
    const { id } = entry.item;
    if (id === openId) {
      return (
        <LineEditor
          item={entry.item}
          people={people}
          rules={rules}
          line={dayLine(agenda, calendar, entry.item.day)}
          lastDay={calendar.endDate ?? calendar.date}
          dispatch={dispatch}
          onLight={onLight}
          onDone={() => leave(id)}
          onNext={() => add(id, 'item')}
          onDrop={() => {
            act(id, 'remove');
            onOpen(null);
          }}
          onNest={(action) => nest(id, action)}
          onMove={(by) => moveOpen(id, by)}
        />
      );
    }
    return (
      <EditorLine
        entry={entry}
        depth={depth}
        lang={rules.language}
        sources={intake.fieldSources[id]}
        lit={lit?.itemId === id ? lit : null}
        reachable={reachable === id}
        findings={found.get(id) ?? NO_FINDINGS}
        mendsOf={mendsFor}
        onMend={onMend}
        onLight={onLight}
        onFocus={onFocus}
        onAct={onAct}
      />
    );
  };
  return (
    <div ref={box} className={styles.lines}>
      {items.length === 0 && <p className={styles.quiet}>{t('correct.noItems')}</p>}
      <DragLines items={items} onMove={moveTo}>
        <AgendaList agenda={agenda} chapters={chapters} page={false} line={line} onEdit={onOpen} onKey={onKey} />
      </DragLines>
      <AddLines items={items} dispatch={dispatch} onAdd={addLast} />
      {items.length > 0 && <p className={styles.keys}>{t('correct.keys')}</p>}
    </div>
  );
}

const NO_FINDINGS: readonly Finding[] = [];

/** What the form of a line does to its line: leaves it, so that the line has the focus again, or moves it and keeps the focus itself. */
function openLine({ focusRef, onOpen, act }: Pick<AgendaLinesProps, 'focusRef' | 'onOpen'> & Pick<LineActions, 'act'>) {
  const leave = (id: ItemId) => {
    focusRef.current = id;
    onOpen(null);
  };
  const moveOpen = (id: ItemId, by: -1 | 1) => {
    act(id, by === -1 ? 'up' : 'down');
    focusRef.current = null;
  };
  return { leave, moveOpen };
}

/** The findings of each line, and what mends one of them. */
function useFound(findings: AgendaLinesProps['findings'], calendar: MeetingTimes) {
  const found = useMemo(() => byItem(findings.found), [findings]);
  const mendsFor = useCallback((finding: Finding) => mendsOf(finding, findings.agenda, newItemId, calendar), [findings, calendar]);
  return { found, mendsFor };
}

function byItem(found: readonly Finding[]): ReadonlyMap<ItemId, readonly Finding[]> {
  const by = new Map<ItemId, Finding[]>();
  for (const finding of found) if (finding.itemId !== null) by.set(finding.itemId, [...(by.get(finding.itemId) ?? []), finding]);
  return by;
}

interface AddLinesProps {
  readonly items: readonly AgendaItem[];
  readonly dispatch: Dispatch<Edit>;
  readonly onAdd: (kind: ItemKind) => void;
}

/** Under the last line: another one, a break, and how they are numbered. */
function AddLines({ items, dispatch, onAdd }: AddLinesProps) {
  const styles = useStyles();
  const { t } = useTranslation('intake');
  const [numbering, setNumbering] = useState(false);
  return (
    <>
      <div className={styles.add}>
        <Button size="small" icon={<AddRegular />} onClick={() => onAdd('item')}>
          {t('correct.addItem')}
        </Button>
        <Button size="small" icon={<PauseRegular />} onClick={() => onAdd('break')}>
          {t('correct.addBreak')}
        </Button>
        {items.length > 0 && (
          <Button size="small" appearance="subtle" icon={<NumberSymbolRegular />} aria-expanded={numbering} onClick={() => setNumbering(!numbering)}>
            {t('numbering.open')}
          </Button>
        )}
      </div>
      {numbering && <NumberingPanel items={items} dispatch={dispatch} onDone={() => setNumbering(false)} />}
    </>
  );
}

/** React moves the element of a moved line, and the browser then takes its focus away: gives it back, to the line `focusRef` names. */
function useFocusOnLine(focusRef: MutableRefObject<ItemId | null>, ids: readonly ItemId[], reachable: ItemId | null) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focusRef.current === null) return;
    // The line that had it is gone (an undone addition): the line in the tab order takes it.
    if (reachable !== null && !ids.includes(focusRef.current)) focusRef.current = reachable;
    const line = box.current?.querySelector<HTMLElement>(`[data-line="${CSS.escape(focusRef.current)}"]`);
    if (!line) return;
    focusRef.current = null;
    line.focus();
    // A line that kept its focus where it went is not brought into sight by it.
    line.scrollIntoView({ block: 'nearest' });
  });
  return box;
}
