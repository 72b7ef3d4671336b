import type { AgendaItem } from '../../meeting/agenda.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { PublishedDecision } from './PublishedDecision.tsx';

/** For those who read along: what the published minutes say of the item; nothing before there are any. */
export function ReadersDecision({ file, item }: { file: MeetingFile; item: AgendaItem }) {
  const line = file.minutes?.lines.find(({ itemId }) => itemId === item.id);
  return line === undefined ? null : <PublishedDecision line={line} />;
}
