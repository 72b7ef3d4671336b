import type { Intake } from '../../commands/commands.ts';
import { inviteeNamed } from '../../meeting/attendance.ts';
import type { CalendarEvent, Invitee } from '../../meeting/meeting.ts';

export interface PaperApology {
  readonly name: string;
  readonly note: string | null;
  readonly substitute: string | null;
  /** The invited person of that name, if exactly one is. */
  readonly invitee: Invitee | null;
}

/** The apologies printed in the paper beside the people who are invited. A name that two invited people bear is nobody's. */
export function paperApologies(intake: Pick<Intake, 'apologies'>, event: Pick<CalendarEvent, 'invitees'>): readonly PaperApology[] {
  return intake.apologies.map((apology) => {
    return { ...apology, invitee: inviteeNamed(event.invitees, apology.name) };
  });
}
