import type { MeetingFile } from '../../meeting/meeting.ts';
import type { Entry } from '../../meeting/outline.ts';

/** The item whose papers are worked with. */
export interface PaperDeskProps {
  readonly file: MeetingFile;
  readonly entry: Entry;
  readonly insider: boolean;
}
