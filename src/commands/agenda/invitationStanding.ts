import { invitationDiff, type InvitationChange } from '../../exporters/invitationDiff.ts';
import type { CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import type { BoardLanguage } from '../../meeting/boardLanguage.ts';
import type { Desk } from '../desk.ts';
import { blockOf, openFormOf } from './invitation.ts';

/** What the invitation tells of the agenda, read there and nowhere else. */
export interface InvitationStanding {
  /**
   * `absent`: no agenda of ours stands there. `unsent`: it stands in Outlook, and is not sent. `stale`: another one stands there than is stored.
   */
  readonly standing: 'absent' | 'unsent' | 'stale' | 'current';
  /** Is it the open form in Outlook that was read? What is put there reaches the others when the organiser sends it. */
  readonly inForm: boolean;
  /** What would be changed; empty unless it is stale. */
  readonly changes: readonly InvitationChange[];
  /** How many others have it, or will. */
  readonly recipients: number;
}

/**
 * How the invitation stands to the agenda, for whoever sends it. Two requests beside an open form, else one. Nothing is written.
 * @param language what the body writes in
 * @throws named failures, and Offline where what reads invitations cannot be fetched
 */
export const invitationStanding =
  (desk: Desk) =>
  async (file: MeetingFile, event: CalendarEvent, language: BoardLanguage): Promise<InvitationStanding> => {
    const { store } = desk.workplace;
    const form = await openFormOf(desk.workplace, event);
    const [typed, kept] = await Promise.all([form?.readHtml() ?? null, store.invitationBody(event.id)]);
    const block = blockOf({ ...desk.workplace, language }, file.agenda, file.pointer, file.status.supplement);
    const diff = (html: string) => invitationDiff(html, block, file.agenda, language);
    const [here, there] = [diff(typed ?? kept.html), diff(kept.html)];
    // What both say is no longer waiting for Send, but for what Exchange itself says is unsent.
    const isSent = JSON.stringify(here) === JSON.stringify(there) && event.unsent !== true;
    return {
      standing: here === null ? 'absent' : here.length > 0 ? 'stale' : isSent ? 'current' : 'unsent',
      inForm: form !== null,
      changes: here ?? [],
      recipients: event.invitees.filter(({ email }) => email !== event.organizer?.email).length,
    };
  };
