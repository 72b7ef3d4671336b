import type { Intake } from '../../commands/commands.ts';
import type { CalendarEvent, Invitee } from '../../meeting/meeting.ts';

export interface PaperApology {
  readonly name: string;
  readonly note: string | null;
  readonly substitute: string | null;
  /** The invited person of that name, if exactly one is. */
  readonly invitee: Invitee | null;
}

function plain(name: string): string {
  return name
    .toLocaleLowerCase('da')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
}

/** The apologies printed in the paper beside the people who are invited. A name that two invited people bear is nobody's. */
export function paperApologies(intake: Pick<Intake, 'apologies'>, event: Pick<CalendarEvent, 'invitees'>): readonly PaperApology[] {
  return intake.apologies.map((apology) => {
    const same = event.invitees.filter((invitee) => plain(invitee.name) === plain(apology.name));
    return { ...apology, invitee: same.length === 1 ? (same[0] ?? null) : null };
  });
}
