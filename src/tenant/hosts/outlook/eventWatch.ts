import { getEvent } from '../graphClient/events.ts';
import type { CalendarEvent } from '../graphClient/events.ts';
import type { GraphSession } from '../graphClient/session.ts';

const everyMs = 5_000;

/**
 * Outlook hears from its mailbox when an open item changes; this asks instead, every five seconds while the page is looked at and at once
 * when it gets the focus back.
 * @param onEvent the item as it is now
 * @param onTrouble a GraphRefusal; status 404 when the item has left the calendar
 * @returns stops watching
 */
export function watchEvent(
  session: GraphSession,
  id: () => string | null,
  onEvent: (event: CalendarEvent) => void,
  onTrouble: (error: unknown) => void,
): () => void {
  let stopped = false;
  const look = (): void => {
    const wanted = id();
    if (!wanted || document.visibilityState !== 'visible') return;
    getEvent(session, wanted).then(
      (event) => {
        if (!stopped) onEvent(event);
      },
      (error: unknown) => {
        if (!stopped) onTrouble(error);
      },
    );
  };
  const timer = setInterval(look, everyMs);
  addEventListener('focus', look);
  return () => {
    stopped = true;
    clearInterval(timer);
    removeEventListener('focus', look);
  };
}
