import type { MeetingFile } from '../../meeting/meeting.ts';

export interface SaveAsProps {
  readonly file: MeetingFile;
  readonly what: 'agenda' | 'minutes';
}
