import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asItemId, asMeetingKey, asSiteId } from '../../src/meeting/ids.ts';
import { browserAddress, printRoute, readRoute, type MeetingPage, type Route } from '../../src/ui/kit/route.ts';
import { startOf } from '../../src/ui/app/startScreen.ts';

const guid = fc.uuid();
const site = fc.tuple(guid, guid).map(([collection, web]) => asSiteId(`fjordby.example,${collection},${web}`));
const key = fc.string({ minLength: 32, maxLength: 32, unit: fc.constantFrom(...'0123456789abcdef') }).map(asMeetingKey);
const pointer = fc.record({ siteId: site, closedSiteId: fc.option(site), key });
const page = fc.constantFrom<MeetingPage>('agenda', 'minutes', 'record', 'publish', 'revise');
const route: fc.Arbitrary<Route> = fc.oneof(
  fc.constant<Route>({ page: 'start' }),
  fc.constant<Route>({ page: 'mine' }),
  fc.constant<Route>({ page: 'cut' }),
  fc.string({ minLength: 1 }).map((eventId): Route => ({ page: 'event', eventId })),
  fc.record({ page, pointer }),
  site.map((siteId): Route => ({ page: 'body', siteId, from: null })),
  fc.option(site).map((siteId): Route => ({ page: 'decisions', siteId })),
  pointer.map((from): Route => ({ page: 'body', siteId: from.siteId, from })),
  fc.record({ page: fc.constantFrom('record' as const, 'minutes' as const), pointer, item: fc.string({ minLength: 1 }).map(asItemId) }),
);

describe('addresses inside the app', () => {
  it('come back from their own address', () => {
    fc.assert(
      fc.property(route, (there) => {
        expect(readRoute(printRoute(there))).toEqual(there);
      }),
    );
  });

  it('open the start for what the host or a mail program left behind the hash', () => {
    for (const hash of ['', '#', '#/', '#&_xdm_Info=abc|https://outlook.example', '#code=x&state=y', '#/e', '#/toString?s=1']) {
      expect(readRoute(hash), hash).toEqual({ page: 'start' });
    }
  });

  it('are read as mail programs write them', () => {
    const whole =
      '#/m?s=fjordby.example%2C11111111-1111-4111-8111-111111111111%2C22222222-2222-4222-8222-222222222222&k=0123456789abcdef0123456789abcdef';
    for (const link of [
      whole.replace('?', '%3F'),
      whole.replace('&', '&amp;'),
      whole.replace('#/m', '#/referat').replace('?', '%3F').replaceAll('%2C', '%252C'),
    ]) {
      expect(readRoute(link), link).toMatchObject({ pointer: { key: '0123456789abcdef0123456789abcdef' } });
    }
  });

  it('are told apart from the start where a link to a meeting was cut short', () => {
    const whole =
      '#/m?s=fjordby.example%2C11111111-1111-4111-8111-111111111111%2C22222222-2222-4222-8222-222222222222&k=0123456789abcdef0123456789abcdef';
    expect(readRoute(whole)).toMatchObject({ page: 'agenda' });
    for (const link of ['#/m', '#/m?s=cut', whole.slice(0, -1), whole.slice(0, -40), '#/referat?k=0']) {
      expect(readRoute(link), link).toEqual({ page: 'cut' });
    }
  });

  it('open the minutes that the channel links to', () => {
    const site = 'fjordby.example,11111111-1111-4111-8111-111111111111,22222222-2222-4222-8222-222222222222';
    const key = '0123456789abcdef0123456789abcdef';
    expect(readRoute(`#/referat?s=${encodeURIComponent(site)}&k=${key}`)).toEqual({
      page: 'minutes',
      pointer: { siteId: site, closedSiteId: null, key },
    });
  });
});

describe('a link to send to others', () => {
  it('opens in a plain browser, wherever it was copied', () => {
    expect(browserAddress({ page: 'mine' }, 'https://dagsorden.fjordby.example')).toBe('https://dagsorden.fjordby.example/index.html#/mine');
  });
});

describe('the first screen', () => {
  it('is the meeting one stands on, else what the place is for', () => {
    expect(startOf('appointmentRead')).toBe('thisMeeting');
    expect(startOf('appointmentCompose')).toBe('thisMeeting');
    expect(startOf('meeting')).toBe('thisMeeting');
    expect(startOf('sidePanel')).toBe('panel');
    expect(startOf('channel')).toBe('board');
    expect(startOf('personal')).toBe('mine');
    expect(startOf('page')).toBe('mine');
    expect(startOf('config')).toBe('config');
  });
});
