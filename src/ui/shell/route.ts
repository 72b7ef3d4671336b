import { asMeetingKey, asSiteId } from '../../meeting/ids.ts';
import type { MeetingPointer } from '../../meeting/meeting.ts';

/** The pages of a meeting that has an agenda. */
export type MeetingPage = 'agenda' | 'minutes' | 'record' | 'publish';

/** What is on screen. `start` lets the host's surface decide (startRoute). */
export type Route =
  | { readonly page: 'start' }
  | { readonly page: MeetingPage; readonly pointer: MeetingPointer }
  | { readonly page: 'event'; readonly eventId: string }
  | { readonly page: 'mine' };

/** Addresses are hashes only: office.js takes history.pushState away (OfficeDev/office-js#429). */
const PATHS = { agenda: 'm', minutes: 'referat', record: 'optag', publish: 'udgiv' } as const satisfies Record<MeetingPage, string>;

/**
 * Reads an address such as "#/m?s=<site>&c=<closed site>&k=<key>". Anything unknown is the start: hosts put things of
 * their own after the hash (Outlook's "#&_xdm_Info=…"), and a link cut short should still open the app.
 */
export function readRoute(hash: string): Route {
  const address = hash.replace(/^#/, '').replace(/^\//, '');
  const [path = '', query = ''] = address.split('?');
  const values = new URLSearchParams(query);
  if (path === 'mine') return { page: 'mine' };
  if (path === 'e') {
    const eventId = values.get('id');
    return eventId ? { page: 'event', eventId } : { page: 'start' };
  }
  for (const [page, word] of Object.entries(PATHS) as [MeetingPage, string][]) {
    if (path !== word) continue;
    const pointer = readPointer(values);
    return pointer ? { page, pointer } : { page: 'start' };
  }
  return { page: 'start' };
}

function readPointer(values: URLSearchParams): MeetingPointer | null {
  const site = values.get('s');
  const key = values.get('k');
  if (!site || !key || !/^[0-9a-f]{32}$/.test(key)) return null;
  const closed = values.get('c');
  return { siteId: asSiteId(site), closedSiteId: closed ? asSiteId(closed) : null, key: asMeetingKey(key) };
}

/** The address of a page, with its "#". */
export function printRoute(route: Route): string {
  if (route.page === 'start') return '#/';
  if (route.page === 'mine') return '#/mine';
  if (route.page === 'event') return `#/e?${new URLSearchParams({ id: route.eventId })}`;
  const { siteId, closedSiteId, key } = route.pointer;
  const values = new URLSearchParams({ s: siteId, ...(closedSiteId ? { c: closedSiteId } : {}), k: key });
  return `#/${PATHS[route.page]}?${values}`;
}
