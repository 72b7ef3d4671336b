/** A message to the channel that an agenda is out, as it was shown to whoever sends it; plain data, so that it can wait in the outbox. */
export interface NoticeShown {
  /** Counts the messages about this agenda. */
  readonly version: number;
  readonly subject: string;
  readonly html: string;
}
