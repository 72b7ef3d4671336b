import { linkTo, pointerOf } from '../../commands/link.ts';
import { asItemId, asSiteId, type ItemId, type SiteId } from '../../meeting/ids.ts';
import { readings } from '../../meeting/readings.ts';
import type { MeetingPointer } from '../../meeting/meeting.ts';

/** The pages of a meeting that has an agenda. */
export type MeetingPage = 'agenda' | 'minutes' | 'record' | 'publish' | 'revise';

/** What is on screen. `start` lets the host's surface decide (startOf). */
export type Route =
  | { readonly page: 'start' }
  | { readonly page: Exclude<MeetingPage, 'record' | 'minutes'>; readonly pointer: MeetingPointer }
  /** `item` is the one to begin with; without it the first that lacks an outcome, or the top of the minutes. */
  | { readonly page: 'record' | 'minutes'; readonly pointer: MeetingPointer; readonly item?: ItemId }
  | { readonly page: 'event'; readonly eventId: string }
  | { readonly page: 'mine' }
  /** The body of a board's site; `from` is the meeting whose agenda it was opened from. */
  | { readonly page: 'body'; readonly siteId: SiteId; readonly from: MeetingPointer | null }
  /** The decision log of a body, or of all mine. */
  | { readonly page: 'decisions'; readonly siteId: SiteId | null }
  /** A link to a meeting that did not arrive whole. */
  | { readonly page: 'cut' };

/** Addresses are hashes only: office.js takes history.pushState away (OfficeDev/office-js#429). */
const PATHS = { m: 'agenda', referat: 'minutes', optag: 'record', udgiv: 'publish', ret: 'revise' } as const satisfies Record<string, MeetingPage>;
const isMeetingPath = (path: string): path is keyof typeof PATHS => Object.hasOwn(PATHS, path);

/**
 * Reads an address such as "#/m?s=<site>&c=<closed site>&k=<key>". Anything unknown is the start, since hosts put things of
 * their own after the hash (Outlook's "#&_xdm_Info=…"); a meeting's address that mail or chat cut short is told as such.
 */
export function readRoute(hash: string): Route {
  const written = hash.replace(/^#/, '').replace(/^\//, '');
  // Mail programs write the question mark as an escape, too.
  const address = readings(written).find((reading) => reading.includes('?')) ?? written;
  const [path = '', query = ''] = address.split('?');
  if (path === 'mine') return { page: 'mine' };
  if (path === 'e') {
    const eventId = new URLSearchParams(query).get('id');
    return eventId ? { page: 'event', eventId } : { page: 'start' };
  }
  if (path === 'decisions') {
    const siteId = new URLSearchParams(query).get('s');
    return { page: 'decisions', siteId: siteId ? asSiteId(siteId) : null };
  }
  if (path === 'forum') {
    const from = pointerOf(address);
    const siteId = from?.siteId ?? new URLSearchParams(query).get('s');
    return siteId ? { page: 'body', siteId: asSiteId(siteId), from } : { page: 'start' };
  }
  if (!isMeetingPath(path)) return { page: 'start' };
  const pointer = pointerOf(address);
  if (!pointer) return { page: 'cut' };
  const page = PATHS[path];
  const item = new URLSearchParams(query).get('i');
  return (page === 'record' || page === 'minutes') && item ? { page, pointer, item: asItemId(item) } : { page, pointer };
}

/** The address of a page, with its "#". */
export function printRoute(route: Route): string {
  if (route.page === 'start') return '#/';
  if (route.page === 'mine') return '#/mine';
  if (route.page === 'cut') return '#/m';
  if (route.page === 'decisions') return `#/decisions${route.siteId === null ? '' : `?${new URLSearchParams({ s: route.siteId })}`}`;
  if (route.page === 'event') return `#/e?${new URLSearchParams({ id: route.eventId })}`;
  if (route.page === 'body') return `#/forum?${route.from === null ? String(new URLSearchParams({ s: route.siteId })) : queryOf(route.from)}`;
  const query = queryOf(route.pointer);
  const path = Object.entries(PATHS).find(([, page]) => page === route.page)?.[0];
  const item = 'item' in route && route.item ? `&${new URLSearchParams({ i: route.item })}` : '';
  return `#/${path}?${query}${item}`;
}

const queryOf = (pointer: MeetingPointer): string => linkTo('', pointer, 'dagsorden').split('?')[1] ?? '';

/** Where a plain browser opens the same page: a host's own page of ours (tab.html, taskpane.html) would wait there for a host. */
export function browserAddress(route: Route, origin = location.origin): string {
  return `${origin}/index.html${printRoute(route)}`;
}
