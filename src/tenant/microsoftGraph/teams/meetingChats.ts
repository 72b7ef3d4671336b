import type { Database } from '../../database/database.ts';
import { personByAddress } from '../directory/people.ts';
import type { StoredEvent } from '../calendar/event.ts';
import { writeEventId } from '../calendar/eventIds.ts';

/** What a meeting chat keeps beside its members. */
export interface ChatBody {
  topic: string | null;
  createdDateTime: string;
  /** The organiser's event, for meeting chats. */
  meeting: { eventKey: string; mailbox: string; joinUrl: string } | null;
}

/** The chat of an online meeting; its id is the thread in the join address. */
export function openMeetingChat(db: Database, event: StoredEvent, now: number): void {
  const { online, subject } = event.body;
  if (!online) return;
  const body: ChatBody = {
    topic: subject,
    createdDateTime: new Date(now).toISOString(),
    meeting: { eventKey: event.master ?? event.key, mailbox: event.mailbox, joinUrl: online.joinUrl },
  };
  db.run('INSERT INTO chat (id, kind, body) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING', online.thread, 'meeting', JSON.stringify(body));
  syncMeetingChat(db, event);
}

/** Invited people are in the chat. People taken off stay, as in Teams, until someone removes them. */
export function syncMeetingChat(db: Database, event: StoredEvent): void {
  const { online, attendees } = event.body;
  if (!online) return;
  const people = [event.mailbox, ...attendees.map(({ emailAddress }) => personByAddress(db, emailAddress.address)?.id)];
  for (const person of people)
    if (person !== undefined) db.run('INSERT INTO chat_member (chat, person) VALUES (?, ?) ON CONFLICT DO NOTHING', online.thread, person);
}

/** Graph names the organiser's event in `onlineMeetingInfo.calendarEventId`; only the organiser can read it under that id. */
export function calendarEventIdOf(meeting: NonNullable<ChatBody['meeting']>): string {
  return writeEventId({ mailbox: meeting.mailbox, key: meeting.eventKey, slot: undefined }, false);
}
