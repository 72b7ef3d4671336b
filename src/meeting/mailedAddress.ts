import { LONGEST, readings, withoutEntities } from './readings.ts';

/**
 * Addresses as they stand in other people's text: mail gateways wrap them in addresses of their own. Pure functions, for reading only: nothing
 * that was unwrapped is written back.
 */

/** Gateways of sender, receiver and chat, one around the other. */
const MOST_WRAPPERS = 8;

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
