import { createSemaphore } from '../semaphore.ts';
import type { GraphMiddleware } from '../requestContext.ts';

/** Lets `size` calls to the mailbox out at a time; the others wait their turn. Other workloads pass at once. */
export function outlookQueue(size: number): GraphMiddleware {
  const inTurn = createSemaphore(size);
  return (context, next) => (context.outlook ? inTurn(next) : next());
}

/** Is this a call to the mailbox (Exchange)? `path` is relative to v1.0. */
export function isOutlook(path: string): boolean {
  return /^\/(me|users\/[^/]+)\/(events|calendar|calendars|calendarView|calendarGroups|translateExchangeIds|mailboxSettings)\b/i.test(path);
}
