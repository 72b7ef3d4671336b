import { agendaDisclosures, type PlacedDisclosure } from './disclosure.ts';
import type { Agenda } from './agenda.ts';
import type { MeetingHead } from './head.ts';
import type { Publication } from './meeting.ts';

// The channel may be told that an agenda is out. A message cannot be recalled, so it has a log like that of published minutes (noticeLog.ts).

/** The newest message about the agenda, however far it came; null before the first. */
export function newestNotice(log: readonly Publication[]): Publication | null {
  return log.reduce<Publication | null>((newest, line) => (newest === null || line.version >= newest.version ? line : newest), null);
}

/** What the next message would be. */
export interface NextNotice {
  readonly version: number;
  /** Was the channel told before? */
  readonly updated: boolean;
  /** The link to the first message, which an update answers; null where there is none. */
  readonly answers: string | null;
}

/** A message that has not arrived is sent as what it was; after one that has, the next is an update. */
export function nextNotice(log: readonly Publication[]): NextNotice {
  const newest = newestNotice(log);
  const version = newest === null ? 1 : newest.state === 'done' ? newest.version + 1 : newest.version;
  const before = log.filter((line) => line.state === 'done' && line.version < version).sort((a, b) => a.version - b.version);
  return { version, updated: before.length > 0, answers: before.find(({ reference }) => reference !== null)?.reference ?? null };
}

/** What of a message may be somebody's own, as in what everybody reads (disclosure.ts). */
export function noticeDisclosures(agenda: Agenda, { title, location, chair }: MeetingHead): PlacedDisclosure[] {
  const items = agenda.items.map((item) => ({ ...item, sections: [], attachments: [] }));
  return agendaDisclosures({ ...agenda, title, location, chair, items });
}
