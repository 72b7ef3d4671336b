/**
 * Addresses as they stand in other people's text: mail gateways wrap them in addresses of their own, mail programs write them with
 * entities, and both write the same sign in several ways. Pure functions, for reading only: nothing that was unwrapped is written back.
 */

/** No address that is worth reading is longer; a picture written into the text is. */
const LONGEST = 16_384;
/** Gateways of sender, receiver and chat, one around the other. */
const MOST_WRAPPERS = 8;
const MOST_ESCAPES = 4;

const NAMED: Readonly<Record<string, string>> = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>', nbsp: ' ', num: '#', quest: '?', equals: '=' };

/** The text with HTML's character references as the signs they stand for: the few that addresses meet, and all numeric ones. */
export function withoutEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,6})|(amp|quot|apos|lt|gt|nbsp|num|quest|equals));/gi, (whole, decimal, hex, name) => {
    if (typeof name === 'string') return NAMED[name.toLowerCase()] ?? whole;
    const code = typeof decimal === 'string' ? Number.parseInt(decimal, 10) : Number.parseInt(String(hex), 16);
    return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
  });
}

/** Percent escapes as the signs they stand for; text that has none, or broken ones, stays as it is. */
export function withoutEscapes(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The text as it is, without its escapes, without the escapes of those, and so on: gateways escape what is escaped already. */
export function readings(text: string): string[] {
  const all = [text];
  for (let turn = 0; turn < MOST_ESCAPES; turn += 1) {
    const next = withoutEntities(withoutEscapes(all.at(-1) ?? ''));
    if (next === all.at(-1)) break;
    all.push(next);
  }
  return all;
}

/** All that may be an address in some HTML, in attributes and in words, in the order it stands; entities are read. */
export function addressesIn(html: string): string[] {
  return html
    .split(/[\s"'<>]+/)
    .filter((piece) => piece.length <= LONGEST && /:\/|#\/|%3A|%23|-3A|-23|&#/i.test(piece))
    .flatMap((piece) => withoutEntities(piece).split(/[\s"'<>]+/))
    .map((piece) => piece.slice(Math.max(0, piece.search(/(?:https?|msteams):\//i))))
    .filter((piece) => piece !== '');
}

/**
 * The address inside those that gateways wrapped around it, however many; an address nobody wrapped comes back as it is.
 * Known are Microsoft's Safe Links (mail and Teams), Proofpoint's URL Defense 1 to 3, Google's redirect, and those that carry the
 * address readably in one parameter or at the end of their path. An address that only the gateway's own server can tell stays wrapped.
 */
export function unwrapped(address: string): string {
  let now = withoutEntities(address.trim());
  for (let turn = 0; turn < MOST_WRAPPERS && now.length <= LONGEST; turn += 1) {
    const inner = innerAddress(now);
    if (inner === null) return now;
    now = inner;
  }
  return now;
}

/** Who wraps, and the parameter that holds the address. */
const WRAPPERS: readonly (readonly [host: RegExp, parameter: string])[] = [
  [/(^|\.)safelinks\.protection\.(outlook\.com|office365\.us|partner\.outlook\.cn)$/, 'url'],
  [/^statics\.teams\.(cdn\.office\.net|cdn\.live\.net|microsoft\.com)$/, 'url'],
  [/^(www\.)?google\.[a-z.]{2,6}$/, 'q'],
  [/^(www\.)?google\.[a-z.]{2,6}$/, 'url'],
  [/^urldefense(\.proofpoint)?\.(com|us)$/, 'u'],
  [/(^|\.)linkprotect\.cudasvc\.com$/, 'a'],
  [/(^|\.)trendmicro\.com$/, 'url'],
  [/^clicktime\.symantec\.com$/, 'u'],
  [/(^|\.)fireeye\.com$/, 'u'],
];

function innerAddress(address: string): string | null {
  const host = /^https?:\/\/([^/?#\\]+)/i.exec(address)?.[1]?.toLowerCase().replace(/:\d+$/, '');
  if (host === undefined) return null;
  if (/^urldefense(\.proofpoint)?\.(com|us)$/.test(host)) return proofpoint(address);
  if (host === 'secure-web.cisco.com') return asAddress(/^https?:\/\/[^/]+\/.+\/(http[^/?#]+)/i.exec(address)?.[1]);
  for (const [wrapper, parameter] of WRAPPERS) {
    const inner = wrapper.test(host) ? inParameter(address, parameter) : null;
    if (inner !== null) return inner;
  }
  return null;
}

/** The address in a parameter. Where the gateway left its # as it is, the rest of it stands behind the gateway's own parameters. */
function inParameter(address: string, name: string): string | null {
  const [, value, behind = ''] = new RegExp(`[?&]${name}=([^&#]*)[^#]*(#.*)?$`, 'is').exec(address) ?? [];
  const inner = asAddress(value);
  if (inner === null || behind === '' || inner.includes('#')) return inner;
  return inner + behind.replace(/&(data|sdata|reserved)=.*$/is, '');
}

/** A value that is an address once its escapes are read, or null. */
function asAddress(value: string | undefined): string | null {
  return readings(value ?? '').find((reading) => /^https?:\/\/./i.test(reading)) ?? null;
}

/** URL Defense: 1 escapes as usual, 2 writes % as - and / as _, 3 takes each sign it does not like out and keeps them behind the address. */
function proofpoint(address: string): string | null {
  if (/^https?:\/\/[^/]+\/v3\//i.test(address)) return proofpoint3(address);
  const value = /[?&]u=([^&#]*)/i.exec(address)?.[1];
  if (/^https?:\/\/[^/]+\/v2\//i.test(address)) return asAddress(value?.replace(/-/g, '%').replace(/_/g, '/'));
  return asAddress(value);
}

/** How many signs "**A", "**B" … stand for, from two upwards. */
const RUNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

function proofpoint3(address: string): string | null {
  const [, masked, kept = ''] = /\/v3\/__(.+?)__;([^!]*)!/is.exec(address) ?? [];
  if (masked === undefined) return null;
  const signs = [...fromBase64Url(kept)];
  let at = 0;
  const inner = masked.replace(/\*(?:\*([\w-]))?/g, (_whole, run: string | undefined) => {
    const count = run === undefined ? 1 : RUNS.indexOf(run) + 2;
    at += count;
    return signs.slice(at - count, at).join('');
  });
  return asAddress(inner.replace(/^(https?:\/)(?=[^/])/i, '$1/'));
}

function fromBase64Url(text: string): string {
  try {
    const bytes = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
    return new TextDecoder().decode(Uint8Array.from(bytes, (sign) => sign.charCodeAt(0)));
  } catch {
    return '';
  }
}
