import type { MeetingFile } from '../../meeting/meeting.ts';
import type { Exported } from '../../meeting/words.ts';

export interface SaveAsProps {
  readonly file: MeetingFile;
  readonly what: Exported;
  /** Whoever publishes may put minutes among the files of the channel as well. */
  readonly publishes?: boolean;
}
