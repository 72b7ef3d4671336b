import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unwrapped } from '../../src/meeting/mailedAddress.ts';
import { addressesIn } from '../../src/meeting/readings.ts';
import { joinLinksIn, joinsChat, isJoinLink, samePlace, sameJoinLink } from '../../src/meeting/joinLink.ts';
import { GATEWAYS, google, proofpoint3, safeLink } from './gateways.ts';

const ours =
  'https://dagsorden.fjordby.example/index.html#/m?s=fjordby.sharepoint.com%2C11111111-1111-1111-1111-111111111111%2C22222222-2222-2222-2222-222222222222&k=0123456789abcdef0123456789abcdef';

describe('an address that gateways have wrapped', () => {
  test.each(Object.entries(GATEWAYS))('%s', (_name, wrap) => {
    expect(unwrapped(wrap(ours))).toBe(ours);
    expect(unwrapped(wrap(ours).replaceAll('&', '&amp;'))).toBe(ours);
  });

  test('wrapped by any of them, any number of times, any address comes back', () => {
    const part = fc.stringMatching(/^[\wæøå.~!,()'%;:@+-]{1,12}$/).filter((text) => !/%(?![0-9A-F]{2})/.test(text) && !text.includes("'"));
    const address = fc
      .tuple(fc.domain(), part, part, fc.option(part))
      .map(([host, path, value, hash]) => `https://${host}/${path}?a=${value}&b=1${hash === null ? '' : `#/${hash}`}`)
      .filter((made) => unwrapped(made) === made);
    fc.assert(
      fc.property(address, fc.array(fc.constantFrom(...Object.values(GATEWAYS)), { maxLength: 4 }), (plain, wraps) => {
        expect(unwrapped(wraps.reduce((made, wrap) => wrap(made), plain))).toBe(plain);
      }),
      { numRuns: 300 },
    );
  });

  test('as the makers’ own examples', () => {
    expect(unwrapped('https://urldefense.proofpoint.com/v2/url?u=https-3A__www.example.com_path-3Fa-3D1&d=DwMFaQ&c=x&r=y')).toBe(
      'https://www.example.com/path?a=1',
    );
    expect(unwrapped('https://urldefense.com/v3/__https://www.example.com/*/m?k=1__;Iw!!abc!def$')).toBe('https://www.example.com/#/m?k=1');
    expect(unwrapped('https://urldefense.com/v3/__https:/www.example.com/a**Bb__;w6bDuMOl!!abc!def$')).toBe('https://www.example.com/aæøåb');
    expect(unwrapped('https://eur01.safelinks.protection.outlook.com/?url=https%253A%252F%252Ffjordby.example%252F&data=1')).toBe(
      'https://fjordby.example/',
    );
    expect(unwrapped('https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Ffjordby.example%2Findex.html#/m?k=1&data=05|x')).toBe(
      'https://fjordby.example/index.html#/m?k=1',
    );
  });

  test('one that nobody wrapped, or that cannot be read, stays as it is', () => {
    for (const plain of [
      ours,
      '',
      'mailto:ulla@fjordby.example',
      'https://protect-eu.mimecast.com/s/abc',
      'https://eur01.safelinks.protection.outlook.com/?url=%',
      'x'.repeat(100_000),
    ])
      expect(unwrapped(plain)).toBe(plain);
  });

  test('is found in attributes, in words and between brackets', () => {
    expect(
      addressesIn(`<a href="https://a.dk/1?b=1&amp;c=2">x</a> (https://b.dk/) &lt;https://c.dk/&gt; <img src=data:image/png;base64,AAAA>`),
    ).toEqual(['https://a.dk/1?b=1&c=2', 'https://b.dk/)', 'https://c.dk/']);
  });
});

describe('a join link', () => {
  const thread = '19%3ameeting_ZgAb%40thread.v2';
  const long = `https://teams.microsoft.com/l/meetup-join/${thread}/0?context=%7b%22Tid%22%3a%22aA-1%22%2c%22Oid%22%3a%22b-2%22%7d`;
  test.each([
    ['other escapes', long.replace(/%[0-9a-f]{2}/g, (escape) => escape.toUpperCase())],
    ['none', decodeURIComponent(long)],
    ['on the new host', long.replace('teams.microsoft.com', 'teams.cloud.microsoft')],
    [
      'its context in another order',
      `https://teams.microsoft.com/l/meetup-join/${thread}/0?context=%7b%22Oid%22%3a%22B-2%22%2c%22Tid%22%3a%22aa-1%22%7d`,
    ],
    ['another parameter before its context', long.replace('?', '?anon=true&')],
    ['in Safe Links', safeLink(long)],
    ['in Google', google(safeLink(long))],
    ['in Proofpoint', proofpoint3(long)],
    [
      'through the launcher',
      `https://teams.microsoft.com/dl/launcher/launcher.html?url=${encodeURIComponent(`/_#${long.slice(27)}`)}&type=meetup-join&deeplinkId=1`,
    ],
    ['behind the hash', long.replace('/l/', '/_#/l/')],
    ['for the app', long.replace('https://teams.microsoft.com', 'msteams:')],
  ])('means the same with %s', (_how, other) => {
    expect(sameJoinLink(long, other)).toBe(true);
    expect(samePlace(long, other)).toBe(true);
    expect(joinsChat(other, '19:meeting_ZgAb@thread.v2')).toBe(true);
  });

  test('a short one by number and passcode, on the old and the new host', () => {
    const short = 'https://teams.microsoft.com/meet/3456?p=AbC';
    expect(sameJoinLink(short, 'https://teams.cloud.microsoft/meet/3456?p=AbC&anon=1')).toBe(true);
    expect(sameJoinLink(short, safeLink(short))).toBe(true);
    expect(sameJoinLink(short, 'https://teams.microsoft.com/meet/3456?p=abc')).toBe(false);
    expect(samePlace(short, 'https://teams.microsoft.com/meet/3457?p=AbC')).toBe(false);
    expect(samePlace(short, 'https://teams.live.com/meet/3456?p=AbC')).toBe(false);
    expect(isJoinLink('https://teams.live.com/meet/9312?p=x')).toBe(true);
  });

  test('of another chat, another message or another case of its letters means another meeting', () => {
    expect(sameJoinLink(long, long.replace('ZgAb', 'zgab'))).toBe(false);
    expect(samePlace(long, long.replace('/0?', '/17?'))).toBe(false);
    expect(sameJoinLink(long, long.replace('b-2', 'b-3'))).toBe(false);
    expect(sameJoinLink(null, long)).toBe(false);
    expect(sameJoinLink(null, null)).toBe(true);
  });

  test('is none elsewhere', () => {
    for (const other of [
      'https://teams.microsoft.com/meetingOptions/?threadId=1',
      'https://evil.example/teams.microsoft.com/meet/1',
      'https://teams.microsoft.com.evil.example/meet/1',
      ours,
      '',
    ])
      expect(isJoinLink(other)).toBe(false);
  });

  test('is found in a body as a link and as words', () => {
    expect(joinLinksIn(`<a href="${long}">Deltag</a> Deltag her: https://teams.microsoft.com/meet/3456?p=AbC.`)).toHaveLength(2);
  });
});
