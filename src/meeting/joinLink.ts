import { unwrapped } from './mailedAddress.ts';
import { addressesIn, readings } from './readings.ts';

/**
 * The address that joins an online meeting, by what it means. Teams itself writes one meeting's link in several ways: with other
 * escapes, on another of its hosts, with the fields of its context in another order, and gateways wrap it.
 */
interface JoinLink {
  /** The meeting: its chat and the message it hangs on there, or the number of a short link. */
  readonly place: string;
  /** What the link must bring along besides: the context of a long link, the passcode of a short one. */
  readonly pass: string;
}

/** Commercial, new, consumer, and those of government clouds. */
const HOSTS = /^(?:[a-z0-9-]+\.)?teams\.(?:microsoft\.com|cloud\.microsoft|live\.com|microsoft\.us|microsoftonline\.cn)$/;

function readJoinLink(address: string): JoinLink | null {
  const plain = unwrapped(address);
  const host = /^(?:https?:|msteams:)\/\/([^/?#]+)/i.exec(plain)?.[1]?.toLowerCase();
  if (host === undefined ? !/^msteams:\//i.test(plain) : !HOSTS.test(host)) return null;
  const realm = host?.endsWith('live.com') ? 'live:' : '';
  for (const reading of readings(plain)) {
    // The launcher's address holds the link once more, behind its own.
    const [, long, message, rest = ''] = /\/l\/meetup-join\/([^/?#]+)\/([^/?#&]+)([^#]*)/i.exec(reading) ?? [];
    if (long !== undefined && message !== undefined) {
      return { place: `${realm}${plainest(long)}/${plainest(message).replace(/\W.*$/s, '')}`, pass: contextOf(parameter(rest, 'context')) };
    }
    const [, number, query = ''] = /\/meet\/([\w.-]+)([^#]*)/i.exec(reading) ?? [];
    if (number !== undefined) return { place: `${realm}meet/${number.replace(/\W+$/, '')}`, pass: parameter(query, 'p').replace(/\W.*$/s, '') };
  }
  return null;
}

const plainest = (text: string): string => readings(text).at(-1) ?? text;

function parameter(query: string, name: string): string {
  return plainest(new RegExp(`[?&]${name}=([^&]*)`, 'i').exec(query)?.[1] ?? '');
}

/** Tenant and organiser, whatever the order and the case they are written in. */
function contextOf(context: string): string {
  return [...context.matchAll(/"(\w+)"\s*:\s*"([^"]*)"/g)]
    .map(([, field = '', value = '']) => `${field}=${value}`.toLowerCase())
    .sort()
    .join('&');
}

/** Does this address join an online meeting of Teams? */
export function isJoinLink(address: string): boolean {
  return readJoinLink(address) !== null;
}

/** What is the same for two join links exactly where they mean the same; null for an address that is none. */
export function joinLinkMeaning(address: string): string | null {
  const link = readJoinLink(address);
  return link && `${link.place}?${link.pass}`;
}

/** Do both addresses join, and in the same way? Two that are missing are the same. */
export function sameJoinLink(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return one === other;
  return one === other || (joinLinkMeaning(one) ?? unwrapped(one)) === (joinLinkMeaning(other) ?? unwrapped(other));
}

/** Do both lead into the same meeting, whatever they bring along? */
export function samePlace(one: string, other: string): boolean {
  const place = readJoinLink(one)?.place;
  return one === other || (place !== undefined && place === readJoinLink(other)?.place);
}

/** Does this address join the meeting of this chat? Only long links tell. */
export function joinsChat(address: string, chatId: string): boolean {
  return readJoinLink(address)?.place.startsWith(`${chatId}/`) ?? false;
}

/** The join links in some HTML, in the order they stand. */
export function joinLinksIn(html: string): string[] {
  return addressesIn(html).filter(isJoinLink);
}
