import { useEffect, useReducer, useState } from 'react';
import type { CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import { CorrectStage } from './CorrectStage.tsx';
import { edit, startEditing } from './editing.ts';
import { InviteStage } from './InviteStage.tsx';
import { writeWork, type SavedWork } from './savedWork.ts';

interface WorkingProps {
  readonly event: CalendarEvent;
  readonly file: MeetingFile | null;
  readonly start: SavedWork;
  /** Keeps the work as it is now, for a pane that is closed and opened again. */
  readonly onKeep: (saved: string) => void;
  readonly onOtherPaper: () => void;
  readonly onAttached: (file: MeetingFile) => void;
}

/** The agenda while it is corrected and until it stands in the invitation. Going back and forth between the two loses nothing. */
export function Working({ event, file, start, onKeep, onOtherPaper, onAttached }: WorkingProps) {
  const [editing, dispatch] = useReducer(edit, start.intake, startEditing);
  const [register, setRegister] = useState(start.register);
  const [stage, setStage] = useState<'correct' | 'invite'>('correct');
  const { fileName } = start;
  // An agenda that was only looked at is not kept: it would come back older than what others have stored meanwhile.
  const worthKeeping = editing.now !== start.intake || register !== start.register || start.intake.source !== '';
  useEffect(() => {
    if (worthKeeping) onKeep(writeWork({ intake: editing.now, fileName, register }));
  }, [onKeep, worthKeeping, editing.now, fileName, register]);
  return stage === 'correct' ? (
    <CorrectStage
      event={event}
      editing={editing}
      dispatch={dispatch}
      fileName={fileName}
      register={register}
      onRegister={setRegister}
      onOtherPaper={onOtherPaper}
      onNext={() => setStage('invite')}
    />
  ) : (
    <InviteStage event={event} file={file} intake={editing.now} register={register} onBack={() => setStage('correct')} onAttached={onAttached} />
  );
}
