// A file that cannot be read, and why. Codes and parameters only: the sentence is the interface's.

export type UnreadableReason = 'encrypted' | 'scanned' | 'notAnAgendaFile' | 'tooLarge' | 'corrupt' | 'zipBomb' | 'aborted';

export type FileFormat = 'text' | 'html' | 'docx' | 'pdf';

export class Unreadable extends Error {
  override readonly name = 'Unreadable';
  readonly reason: UnreadableReason;
  /** What the sentence needs: the file's name, the format found, a limit in bytes. */
  readonly parameters: Record<string, string | number>;

  constructor(reason: UnreadableReason, parameters: Record<string, string | number> = {}, cause?: unknown) {
    super(`Unreadable: ${reason}`, cause === undefined ? undefined : { cause });
    this.reason = reason;
    this.parameters = parameters;
  }
}
