import { linkTo, pointerOf } from '../../commands/link.ts';
import type { MeetingPointer } from '../../meeting/meeting.ts';

/** The pages of a meeting that has an agenda. */
export type MeetingPage = 'agenda' | 'minutes' | 'record' | 'publish';

/** What is on screen. `start` lets the host's surface decide (startOf). */
export type Route =
  | { readonly page: 'start' }
  | { readonly page: MeetingPage; readonly pointer: MeetingPointer }
  | { readonly page: 'event'; readonly eventId: string }
  | { readonly page: 'mine' };

/** Addresses are hashes only: office.js takes history.pushState away (OfficeDev/office-js#429). */
const PATHS = { m: 'agenda', referat: 'minutes', optag: 'record', udgiv: 'publish' } as const satisfies Record<string, MeetingPage>;
const isMeetingPath = (path: string): path is keyof typeof PATHS => Object.hasOwn(PATHS, path);

/**
 * Reads an address such as "#/m?s=<site>&c=<closed site>&k=<key>". Anything unknown is the start: hosts put things of
 * their own after the hash (Outlook's "#&_xdm_Info=…"), and a link cut short should still open the app.
 */
export function readRoute(hash: string): Route {
  const address = hash.replace(/^#/, '').replace(/^\//, '');
  const [path = '', query = ''] = address.split('?');
  if (path === 'mine') return { page: 'mine' };
  if (path === 'e') {
    const eventId = new URLSearchParams(query).get('id');
    return eventId ? { page: 'event', eventId } : { page: 'start' };
  }
  const pointer = isMeetingPath(path) ? pointerOf(address) : null;
  return isMeetingPath(path) && pointer ? { page: PATHS[path], pointer } : { page: 'start' };
}

/** The address of a page, with its "#". */
export function printRoute(route: Route): string {
  if (route.page === 'start') return '#/';
  if (route.page === 'mine') return '#/mine';
  if (route.page === 'event') return `#/e?${new URLSearchParams({ id: route.eventId })}`;
  const [, query] = linkTo('', route.pointer, 'dagsorden').split('?');
  const path = Object.entries(PATHS).find(([, page]) => page === route.page)?.[0];
  return `#/${path}?${query}`;
}
