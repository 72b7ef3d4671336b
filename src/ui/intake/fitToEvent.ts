import type { Intake } from '../../commands/commands.ts';
import { fitToEvent as fit, headOfEvent } from '../../meeting/editing/fitToEvent.ts';
import type { CalendarEvent } from '../../meeting/meeting.ts';

/** The paper read in, with what it does not say of the meeting's head taken from the calendar. */
export function fitToEvent(intake: Intake, event: CalendarEvent): Intake {
  return { ...intake, agenda: fit(intake.agenda, event) };
}

/** An agenda to write from nothing; the text, if there is any, stands beside it, all of it still to be placed. */
export function emptyIntake(event: CalendarEvent, source: string): Intake {
  const lines = source === '' ? [] : source.replaceAll('\r\n', '\n').split('\n');
  return {
    source: lines.join('\n'),
    agenda: { ...headOfEvent(event), chair: null, items: [] },
    treatments: [],
    apologies: [],
    participants: [],
    unplaced: lines.flatMap((text, index) => (text.trim() === '' ? [] : [{ line: index + 1, text }])),
    sourceOf: {},
    fieldSources: {},
  };
}
