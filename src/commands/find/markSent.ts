import { standsInSentInvitation } from '../../meeting/agendaState.ts';
import type { CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import type { Desk } from '../desk.ts';
import { order } from '../order.ts';

export const markSentOrder = order({
  name: 'markSent',
  version: 2,
  stepNames: ['meeting'],
  plan: async () => (await import(/* webpackChunkName: "writing", webpackPrefetch: true */ './markSentPlan.ts')).markSentPlan,
});

/** An agenda that was put into an open form is a draft until the invitation holds it. */
export function wasSentByForm(event: CalendarEvent, file: MeetingFile): boolean {
  return file.status.agenda === 'draft' && standsInSentInvitation(file, event);
}

/** The organiser has pressed Send in Outlook since: what was put in the form is now in the invitation. The organiser's pane keeps that. */
export async function markSent({ workplace, send }: Desk, file: MeetingFile, event: CalendarEvent): Promise<MeetingFile> {
  if (!event.iAmOrganizer) return { ...file, status: { ...file.status, agenda: 'sent' } };
  const sentAt = workplace.now().toISOString();
  await send(markSentOrder, { pointer: file.pointer, at: sentAt });
  return { ...file, status: { ...file.status, agenda: 'sent', sentAt } };
}
