import { memo, useEffect, useMemo, useReducer, useState } from 'react';
import { applyChanges, diffAgendas } from '../../meeting/agendaDiff.ts';
import type { SiteId } from '../../meeting/ids.ts';
import type { CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import { CorrectStage } from './CorrectStage.tsx';
import { DraftRoutesProvider } from './DraftRoutes.tsx';
import { edit, startEditing } from './editing.ts';
import { heldItems, unrecorded } from '../../meeting/recorded.ts';
import { InviteStage } from './InviteStage.tsx';
import { MergeStage } from './MergeStage.tsx';
import { writeWork, type SavedWork } from './savedWork.ts';
import { plainProfile, type BodyProfile } from '../../meeting/profile.ts';
import { takenChanges } from '../../meeting/editing/takenChanges.ts';

interface WorkingProps {
  readonly event: CalendarEvent;
  readonly file: MeetingFile | null;
  readonly start: SavedWork;
  /** The body that meets, as far as it is known. */
  readonly profile?: BodyProfile;
  /** Its site, as far as that is known. */
  readonly own?: SiteId | null;
  /** Keeps the work as it is now, for a pane that is closed and opened again. */
  readonly onKeep: (saved: string) => void;
  readonly onOtherPaper: () => void;
  readonly onAttached: (file: MeetingFile) => void;
}

/**
 * The agenda while it is corrected and until it stands in the invitation. A paper read in over an agenda that exists shows
 * in between what it changes. Going back and forth loses nothing. Each key is kept by the screen around it, and changes nothing of what that hands in.
 */
export const Working = memo(function Working({
  event,
  file,
  start: given,
  onKeep,
  onOtherPaper,
  onAttached,
  profile = plainProfile,
  own = null,
}: WorkingProps) {
  // What was kept is read anew with each keeping: taken once, or each keeping would be followed by another, and one that is dropped by one more.
  const [start] = useState(given);
  const [editing, dispatch] = useReducer(edit, start.intake, startEditing);
  const [register, setRegister] = useState(start.register);
  const [choices, setChoices] = useState(start.choices);
  const [stage, setStage] = useState<'correct' | 'merge' | 'invite'>('correct');
  const { fileName, base, read } = start;
  const { now } = editing;
  // An agenda that was only looked at is not kept: it would come back older than what others have stored meanwhile.
  const worthKeeping = now !== start.intake || register !== start.register || choices !== start.choices || start.intake.source !== '';
  useEffect(() => {
    if (worthKeeping) onKeep(writeWork({ intake: now, fileName, register, choices, base, ...(read && { read }) }));
  }, [onKeep, worthKeeping, now, fileName, register, choices, base, read]);

  const fromPaper = start.intake.source !== '';
  // Others may have changed the agenda since this was begun, today or in another pane weeks ago.
  const outdated = useMemo(() => file !== null && (base === null || diffAgendas(base, file.agenda).length > 0), [file, base]);
  const merging = file !== null && (fromPaper || outdated);
  const changes = useMemo(() => (merging ? diffAgendas(file.agenda, now.agenda, heldItems(file)) : []), [merging, file, now.agenda]);
  const accepted = useMemo(() => takenChanges(changes, choices, base, now.agenda), [changes, choices, base, now.agenda]);
  const result = useMemo(() => {
    if (!merging) return now;
    const agenda = applyChanges(file.agenda, now.agenda, accepted);
    return { ...now, agenda, treatments: unrecorded(now.treatments, file.treatments, agenda.items) };
  }, [merging, file, now, accepted]);

  const routes = useMemo(() => ({ routes: now.routes ?? [], own, stored: new Set(file?.agenda.items.map(({ id }) => id)) }), [now.routes, own, file]);
  if (stage === 'correct') {
    return (
      <DraftRoutesProvider value={routes}>
        <CorrectStage
          event={event}
          editing={editing}
          dispatch={dispatch}
          fileName={fileName}
          read={read ?? null}
          register={register}
          onRegister={setRegister}
          onOtherPaper={onOtherPaper}
          stored={file !== null}
          profile={profile}
          merging={merging}
          onNext={() => setStage(merging ? 'merge' : 'invite')}
        />
      </DraftRoutesProvider>
    );
  }
  if (stage === 'merge') {
    return (
      <MergeStage
        fromPaper={fromPaper}
        outdated={outdated}
        changes={changes}
        accepted={accepted}
        onAccept={(id, accept) => setChoices((before) => ({ ...before, [id]: accept }))}
        keptDecisions={
          now.treatments.filter(({ itemId }) => result.agenda.items.some((item) => item.id === itemId)).length - result.treatments.length
        }
        onBack={() => setStage('correct')}
        onNext={() => setStage('invite')}
      />
    );
  }
  return (
    <InviteStage
      event={event}
      file={file}
      intake={result}
      register={register}
      onBack={() => setStage(merging ? 'merge' : 'correct')}
      onOutdated={() => setStage('merge')}
      onAttached={onAttached}
    />
  );
});
