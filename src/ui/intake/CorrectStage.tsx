import { Button, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowRedoRegular, ArrowUndoRegular } from '@fluentui/react-icons';
import { useMemo, useRef, useState, type Dispatch, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { checkAgenda } from '../../meeting/findings.ts';
import { asItemId, type ItemId } from '../../meeting/ids.ts';
import type { CalendarEvent } from '../../meeting/meeting.ts';
import { useAnnounce } from '../kit/LiveRegion.tsx';
import { useWide } from '../kit/useWide.ts';
import { AgendaLines } from './AgendaLines.tsx';
import type { Edit, Editing } from './editing.ts';
import { FindingList } from './FindingList.tsx';
import { PaneSwitch } from '../paneSwitch/PaneSwitch.tsx';
import { HeadFields } from './HeadFields.tsx';
import { PaperApologies } from './PaperApologies.tsx';
import { assignLine, itemAtLine, type LineRole } from './assignLine.ts';
import type { Lit } from './litField.ts';
import { newItemId } from './newItemId.ts';
import { SourcePane } from './SourcePane.tsx';
import { sourceLines } from './sourceLines.ts';
import { StageBar } from './StageBar.tsx';
import { UnplacedLines } from './UnplacedLines.tsx';

const useStyles = makeStyles({
  stage: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM, minWidth: 0 },
  lead: { margin: 0, color: tokens.colorNeutralForeground2 },
  panes: { display: 'grid', gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 7fr)', gap: tokens.spacingHorizontalXXL, alignItems: 'start' },
  onePane: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', maxWidth: '52rem' },
  result: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL, minWidth: 0 },
  told: { flex: '1 1 10rem', minWidth: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  next: { marginInlineStart: 'auto' },
});

interface CorrectStageProps {
  readonly event: CalendarEvent;
  readonly editing: Editing;
  readonly dispatch: Dispatch<Edit>;
  readonly fileName: string | null;
  readonly register: readonly string[];
  readonly onRegister: (names: readonly string[]) => void;
  readonly onOtherPaper: () => void;
  /** The paper is read in over an agenda that exists: what it changes is shown next. */
  readonly merging: boolean;
  readonly onNext: () => void;
}

const isTyping = (target: EventTarget) => target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);

/** Paper and result side by side (one at a time where it is narrow); pointing at either lights the other. */
export function CorrectStage({ event, editing, dispatch, fileName, register, onRegister, onOtherPaper, merging, onNext }: CorrectStageProps) {
  const styles = useStyles();
  const { t } = useTranslation('intake');
  const wide = useWide();
  const { now } = editing;
  const hasSource = now.source.trim() !== '';
  const lines = useMemo(() => sourceLines(now), [now]);
  const findings = useMemo(() => checkAgenda(now.agenda), [now.agenda]);
  const [lit, setLit] = useState<Lit | null>(null);
  const [chosenId, setChosenId] = useState<ItemId | null>(null);
  // What the last re-assigned line became, as long as nothing else has been done since.
  const [told, setTold] = useState<{ readonly words: string; readonly at: number } | null>(null);
  const announce = useAnnounce();
  const [pane, setPane] = useState<'source' | 'result'>('result');
  const [openId, setOpenId] = useState<ItemId | null>(null);
  const focusRef = useRef<ItemId | null>(null);
  const goTo = (itemId: ItemId) => {
    setPane('result');
    setLit({ itemId, field: null });
    setOpenId(null);
    focusRef.current = itemId;
  };

  const chosen = now.agenda.items.find((item) => item.id === chosenId) ?? null;
  const assign = (line: number, role: LineRole, to: ItemId | null) => {
    const step = { line, role, to, newId: newItemId() };
    const after = assignLine(now, step);
    const item = after.agenda.items.find((other) => other.id === to);
    const title = item?.title.trim() === '' ? t('line.untitled') : (item?.title ?? '');
    const words = after === now ? t('assign.same') : t(`assign.done.${role}`, { title });
    setTold({ words, at: editing.past.length + (after === now ? 0 : 1) });
    announce(words);
    dispatch({ kind: 'assign', ...step });
    if (item) setLit({ itemId: item.id, field: null });
  };
  const onKeyDown = (key: KeyboardEvent) => {
    if (!(key.ctrlKey || key.metaKey) || isTyping(key.target)) return;
    const letter = key.key.toLowerCase();
    if (letter !== 'z' && letter !== 'y') return;
    key.preventDefault();
    key.stopPropagation();
    if (key.target instanceof HTMLElement && key.target.dataset['line'] !== undefined) focusRef.current = asItemId(key.target.dataset['line']);
    dispatch({ kind: letter === 'y' || key.shiftKey ? 'redo' : 'undo' });
  };

  const source = hasSource && (
    <SourcePane
      lines={lines}
      name={fileName}
      lit={lit}
      onLight={setLit}
      onGoTo={goTo}
      itemAt={(line) => itemAtLine(now, line)}
      chosen={chosen}
      onAssign={assign}
    />
  );
  const result = (
    <section className={styles.result} aria-label={t('correct.result')}>
      <HeadFields agenda={now.agenda} event={event} dispatch={dispatch} />
      {now.agenda.items.length > 0 && <FindingList findings={findings} items={now.agenda.items} onGoTo={goTo} />}
      <AgendaLines
        intake={now}
        findings={findings}
        lit={lit}
        onLight={setLit}
        dispatch={dispatch}
        openId={openId}
        onOpen={setOpenId}
        focusRef={focusRef}
        onChosen={setChosenId}
      />
      {now.unplaced.length > 0 && <UnplacedLines unplaced={now.unplaced} dispatch={dispatch} />}
      {now.apologies.length > 0 && <PaperApologies intake={now} event={event} register={register} onRegister={onRegister} />}
    </section>
  );

  return (
    // The keys work wherever the focus is inside; everything they do has a button too.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.stage} onKeyDown={onKeyDown}>
      <p className={styles.lead}>
        {hasSource ? t('correct.lead') : null} {now.treatments.length > 0 ? t('correct.minutesPaper') : null}{' '}
        <Link as="button" inline onClick={onOtherPaper}>
          {t(hasSource ? 'correct.otherPaper' : 'correct.newPaper')}
        </Link>
      </p>
      {hasSource && !wide && (
        <PaneSwitch
          label={t('correct.panes')}
          value={pane}
          choices={[
            ['source', t('correct.source')],
            ['result', t('correct.result')],
          ]}
          onChange={setPane}
        />
      )}
      <div className={mergeClasses(styles.panes, (!hasSource || !wide) && styles.onePane)}>
        {(wide || pane === 'source') && source}
        {(wide || pane === 'result' || !hasSource) && result}
      </div>
      <StageBar>
        <Button
          appearance="subtle"
          icon={<ArrowUndoRegular />}
          aria-label={t('correct.undo')}
          title={t('correct.undo')}
          disabledFocusable={editing.past.length === 0}
          onClick={() => dispatch({ kind: 'undo' })}
        />
        <Button
          appearance="subtle"
          icon={<ArrowRedoRegular />}
          aria-label={t('correct.redo')}
          title={t('correct.redo')}
          disabledFocusable={editing.future.length === 0}
          onClick={() => dispatch({ kind: 'redo' })}
        />
        {told?.at === editing.past.length && <span className={styles.told}>{told.words}</span>}
        <Button className={styles.next} appearance="primary" disabledFocusable={now.agenda.items.length === 0} onClick={onNext}>
          {t(merging ? 'merge.see' : 'correct.next')}
        </Button>
      </StageBar>
    </div>
  );
}
