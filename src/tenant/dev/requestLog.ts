/** One line of `GET /_dev/log`. */
export interface LoggedRequest {
  time: string;
  method: string;
  path: string;
  status: number;
  /** User principal name, or null before sign-in. */
  user: string | null;
  durationMs: number;
  /** Resource units, as the real services count them. */
  requestCharge: number;
  rowsExamined: number;
  requestId: string;
  clientRequestId: string | null;
  /** Present for the requests inside a batch: the id inside it. */
  batchId?: string;
  /** Which fault was played on it. */
  fault?: string;
}

const kept = 5000;

/** The newest requests, oldest first. A ring, so that a long-running tenant does not grow. */
export class RequestLog {
  #lines: LoggedRequest[] = [];

  add(line: LoggedRequest): void {
    this.#lines.push(line);
    if (this.#lines.length > kept * 2) this.#lines = this.#lines.slice(-kept);
  }

  lines(): readonly LoggedRequest[] {
    return this.#lines.slice(-kept);
  }

  clear(): void {
    this.#lines = [];
  }
}
