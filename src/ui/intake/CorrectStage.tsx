import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useDeferredValue, useMemo, useRef, useState, type Dispatch } from 'react';
import { useTranslation } from 'react-i18next';
import type { Agenda } from '../../meeting/agenda.ts';
import type { Intake } from '../../commands/commands.ts';
import { headOfEvent } from '../../meeting/editing/fitToEvent.ts';
import { invitedNames } from '../../meeting/invitedNames.ts';
import { checkAgenda } from '../../meeting/findings.ts';
import type { ClockTime } from '../../meeting/clock.ts';
import type { EventWay } from '../../meeting/editing/mend.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { CalendarEvent } from '../../meeting/meeting.ts';
import type { BodyProfile } from '../../meeting/profile.ts';
import type { MeetingTimes } from '../../meeting/programme.ts';
import { useSame } from '../kit/useSame.ts';
import { useWide } from '../kit/useWide.ts';
import { AgendaLines } from './AgendaLines.tsx';
import { CorrectBar } from './CorrectBar.tsx';
import { MoveMeeting } from '../agendaEditor/MoveMeeting.tsx';
import type { Edit, Editing } from './editing.ts';
import { FindingList } from './FindingList.tsx';
import { PaneSwitch } from '../paneSwitch/PaneSwitch.tsx';
import { HeadFields } from './HeadFields.tsx';
import { PaperApologies } from './PaperApologies.tsx';
import { itemAtLine } from './assignLine.ts';
import type { Lit } from './litField.ts';
import { SourcePane } from './SourcePane.tsx';
import { sourceLines } from './sourceLines.ts';
import { UnplacedLines } from './UnplacedLines.tsx';
import { useAssigning } from './useAssigning.ts';
import { useUndoKeys } from './useUndoKeys.ts';

const useStyles = makeStyles({
  stage: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM, minWidth: 0 },
  lead: { margin: 0, color: tokens.colorNeutralForeground2 },
  panes: { display: 'grid', gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 7fr)', gap: tokens.spacingHorizontalXXL, alignItems: 'start' },
  onePane: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', maxWidth: '52rem' },
  result: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL, minWidth: 0 },
});

interface CorrectStageProps {
  readonly event: CalendarEvent;
  readonly editing: Editing;
  readonly dispatch: Dispatch<Edit>;
  readonly fileName: string | null;
  /** When the paper itself says that the meeting is. */
  readonly read: MeetingTimes | null;
  readonly register: readonly string[];
  readonly onRegister: (names: readonly string[]) => void;
  readonly onOtherPaper: () => void;
  /** The agenda is stored already, so that others may know its numbers. */
  readonly stored: boolean;
  readonly profile: BodyProfile;
  /** The paper is read in over an agenda that exists: what it changes is shown next. */
  readonly merging: boolean;
  readonly onNext: () => void;
}

/** Paper and result side by side (one at a time where it is narrow); pointing at either lights the other. */
export function CorrectStage(props: CorrectStageProps) {
  const { event, editing, dispatch, fileName, read, register, onRegister, onOtherPaper, stored, profile, merging, onNext } = props;
  const styles = useStyles();
  const { t } = useTranslation('intake');
  const wide = useWide();
  const { now } = editing;
  const hasSource = now.source.trim() !== '';
  const { source: paper, sourceOf, unplaced, fieldSources } = now;
  const lines = useMemo(() => sourceLines({ source: paper, sourceOf, unplaced, fieldSources }), [paper, sourceOf, unplaced, fieldSources]);
  const { calendar, people, findings } = useProgramme(event, now.agenda);
  const [moveTo, setMoveTo] = useState<{ readonly way: EventWay; readonly time: ClockTime } | null>(null);
  const [lit, setLit] = useState<Lit | null>(null);
  const [chosenId, setChosenId] = useState<ItemId | null>(null);
  const [pane, setPane] = useState<Pane>('result');
  const [openId, setOpenId] = useState<ItemId | null>(null);
  const focusRef = useRef<ItemId | null>(null);
  const goTo = useSame((itemId: ItemId) => {
    setPane('result');
    setLit({ itemId, field: null });
    setOpenId(null);
    focusRef.current = itemId;
  });

  const chosen = now.agenda.items.find((item) => item.id === chosenId) ?? null;
  const { assign, told } = useAssigning(editing, dispatch, (itemId) => setLit({ itemId, field: null }));
  const onKeyDown = useUndoKeys(dispatch, (itemId) => {
    focusRef.current = itemId;
  });

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
      <HeadFields agenda={now.agenda} event={event} read={read} dispatch={dispatch} />
      {now.agenda.items.length > 0 && <FindingList findings={findings.found} agenda={findings.agenda} onGoTo={goTo} />}
      {moveTo && <MoveMeeting {...moveTo} event={event} onDone={() => setMoveTo(null)} />}
      <AgendaLines
        intake={now}
        findings={findings}
        calendar={calendar}
        numbersFollow={!hasSource && !stored}
        people={people}
        profile={profile}
        onMoveMeeting={(way, time) => setMoveTo({ way, time })}
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
      <CorrectLead intake={now} hasSource={hasSource} onOtherPaper={onOtherPaper} />
      {hasSource && !wide && <Panes pane={pane} onPane={setPane} />}
      <div className={mergeClasses(styles.panes, (!hasSource || !wide) && styles.onePane)}>
        {(wide || pane === 'source') && source}
        {(wide || pane === 'result' || !hasSource) && result}
      </div>
      <CorrectBar editing={editing} dispatch={dispatch} told={told} merging={merging} onNext={onNext} />
    </div>
  );
}

/** What the calendar and the invitation say, and what of the agenda contradicts it. */
function useProgramme(event: CalendarEvent, agenda: Agenda) {
  const calendar = useMemo(() => headOfEvent(event), [event]);
  const people = useMemo(() => invitedNames(event), [event]);
  // Keys come first: what is odd is found when there is time for it.
  const asOf = useDeferredValue(agenda);
  const findings = useMemo(() => ({ found: checkAgenda(asOf, calendar), agenda: asOf }), [asOf, calendar]);
  return { calendar, people, findings };
}

type Pane = 'source' | 'result';

/** Which of the two stands there, where it is too narrow for both. */
function Panes({ pane, onPane }: { pane: Pane; onPane: (pane: Pane) => void }) {
  const { t } = useTranslation('intake');
  const choices = [
    ['source', t('correct.source')],
    ['result', t('correct.result')],
  ] as const;
  return <PaneSwitch label={t('correct.panes')} value={pane} choices={choices} onChange={onPane} />;
}

interface CorrectLeadProps {
  readonly intake: Intake;
  readonly hasSource: boolean;
  readonly onOtherPaper: () => void;
}

/** What is to be done here, and the way back to another paper. */
function CorrectLead({ intake, hasSource, onOtherPaper }: CorrectLeadProps) {
  const styles = useStyles();
  const { t } = useTranslation('intake');
  return (
    <p className={styles.lead}>
      {hasSource ? t('correct.lead') : null} {intake.treatments.length > 0 ? t('correct.minutesPaper') : null}{' '}
      <Link as="button" inline onClick={onOtherPaper}>
        {t(hasSource ? 'correct.otherPaper' : 'correct.newPaper')}
      </Link>
    </p>
  );
}
