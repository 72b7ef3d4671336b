import type { Socket } from 'node:net';
import type { Database } from './database/database.ts';
import type { Faults } from './dev/faults.ts';
import type { RequestLog } from './dev/requestLog.ts';
import type { AccessTokens } from './identity/accessTokens.ts';

/**
 * Which limits are enforced. `usual` leaves out SharePoint's own: they are for a whole app and a person at human speed,
 * and a test that fills a list or plays ten people at once is neither.
 */
export type Limits = 'all' | 'usual' | 'none';

/** What every part of a running tenant is handed: its memory, its clock and its addresses. */
export interface Tenant {
  db: Database;
  /** `https://localhost:<port>`, no slash at the end. */
  origin: string;
  /** `https://127.0.0.1:<port>`: files are uploaded to another host than Graph's, as in SharePoint and Outlook. */
  uploadOrigin: string;
  /** The origins Dagsorden's static pages may be served from (sign-in redirects, host pages). */
  appOrigins: readonly string[];
  /** Path of the built unified manifest, read anew each time it is asked for. */
  manifestFile: string | undefined;
  /** Milliseconds since 1970. */
  now(): number;
  tokens: AccessTokens;
  faults: Faults;
  log: RequestLog;
  /** Which of the published limits are enforced; the counting itself is the gateway's. */
  throttle: { enforced: Limits };
  /** Ends the connection a request came on with a reset instead of a goodbye. */
  resetConnection(socket: Socket): void;
}
