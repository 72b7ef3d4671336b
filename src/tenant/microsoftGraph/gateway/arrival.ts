import type { Method } from './call.ts';

/** One request as it arrives, alone or inside a batch. */
export interface Arrival {
  method: Method;
  /** Path and query after `/v1.0`. */
  target: string;
  header(name: string): string | undefined;
  bytes: Buffer;
  requestId: string;
  clientRequestId: string | undefined;
  batchId?: string;
}
