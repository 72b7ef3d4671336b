import { agendaStateOf } from '../../meeting/agendaState.ts';
import type { CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import { nextStep } from '../../meeting/nextStep.ts';
import { useNow } from '../kit/useNow.ts';
import { useNarrow } from '../kit/useWide.ts';
import { useFacts } from '../queries/useFacts.ts';
import SaveAs from '../saveAs/SaveAs.tsx';
import { MeetingLinks } from './MeetingLinks.tsx';

interface MeetingActionsProps {
  readonly file: MeetingFile;
  readonly event: CalendarEvent | null;
}

/** Beside my own line: where one goes from the agenda, and how it is printed or saved. Fetched when the agenda is on screen. */
export default function MeetingActions({ file, event }: MeetingActionsProps) {
  const narrow = useNarrow();
  const facts = useFacts(file, event);
  const now = useNow();
  const links = <MeetingLinks file={file} step={nextStep(file, event, now, facts)} event={event} />;
  return (
    <>
      {!narrow && links}
      <SaveAs file={toldFile(file, event)} what="agenda" compact={narrow} />
      {narrow && links}
    </>
  );
}

/** As it is told: what stands in a sent invitation is printed as no draft. */
function toldFile(file: MeetingFile, event: CalendarEvent | null): MeetingFile {
  const agenda = agendaStateOf(file, event);
  return agenda === file.status.agenda ? file : { ...file, status: { ...file.status, agenda } };
}
