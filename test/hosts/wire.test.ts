import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatAddress, readAddress } from '../../src/tenant/hosts/page/address.ts';
import {
  addDays,
  fromWallClock,
  startOfWeek,
  startOfWorkingWeek,
  timeZoneOffsets,
  toWallClock,
  zoneOffsetMinutes,
} from '../../src/tenant/hosts/page/times.ts';
import { formatMisbehaviours, misbehaviours, parseMisbehaviours } from '../../src/tenant/hosts/wire/misbehaviour.ts';
import { NestedAuthBridge, NestedAuthRefusal, parseNestedAuthRequest } from '../../src/tenant/hosts/wire/nestedAppAuth.ts';
import type { NestedAuthHost, NestedAuthTokens } from '../../src/tenant/hosts/wire/nestedAppAuth.ts';
import { ewsItemId, parseMailboxCall, parseOfficeCall, taskPaneAddress } from '../../src/tenant/hosts/wire/officeMessages.ts';
import { parseTeamsCall, teamsAnswer } from '../../src/tenant/hosts/wire/teamsMessages.ts';

describe('messages from other windows', () => {
  test('anything that is no message of the library is let go by', () => {
    fc.assert(
      fc.property(fc.anything(), (data) => {
        expect(() => [parseTeamsCall(data), parseOfficeCall(data), parseMailboxCall(data)]).not.toThrow();
      }),
    );
    expect(parseTeamsCall('setImmediate$0.1$')).toBeNull();
    expect(parseOfficeCall('{"_messageType":1}')).toBeNull();
  });

  test('an answer of the Teams host repeats both keys of the call', () => {
    const call = parseTeamsCall({ id: 4, uuidAsString: 'a-b', func: 'getContext', args: [] });
    expect(call && teamsAnswer(call, [{}], 12)).toMatchObject({ id: 4, uuidAsString: 'a-b', args: [{}] });
  });

  test('the address of a task pane keeps the dollar signs and ends with the host', () => {
    const address = taskPaneAddress('https://localhost:1/taskpane.html?x=1', {
      locale: 'da-DK',
      conversationId: 'c',
      appId: 'a',
      hostOrigin: 'https://localhost:2',
      correlationId: 'k',
      bridge: true,
    });
    expect(address).toBe(
      'https://localhost:1/taskpane.html?x=1&_host_Info=Outlook$Web$16.01$da-DK$k$$$0#&_serializer_version=1&_xdm_Info=c|a|https://localhost:2',
    );
  });

  test('an id in the alphabet of Exchange is the same bytes as the one in Graph’s', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1 }), (bytes) => {
        const graphId = Buffer.from(bytes).toString('base64').replaceAll('/', '-').replaceAll('+', '_');
        expect(Buffer.from(ewsItemId(graphId), 'base64')).toEqual(Buffer.from(bytes));
      }),
    );
  });
});

describe('the nested-app-auth bridge', () => {
  const account = { objectId: 'o', tenantId: 't', username: 'ulla.skarvad@fjordby.example', name: 'Ulla Skarvad', environment: 'localhost:1' };
  const tokens = (name: string): NestedAuthTokens => ({ accessToken: name, idToken: 'i', expiresInSeconds: 60, scopes: ['User.Read'], account });
  const host = (wrong: string, asked = true): NestedAuthHost => ({
    account: () => account,
    silentTokens: async () => tokens('own'),
    askedTokens: async () => {
      if (!asked) throw new NestedAuthRefusal('USER_CANCEL', 'user_canceled', '');
      return tokens('asked');
    },
    strangersTokens: async () => tokens('stranger'),
    misbehaviours: () => parseMisbehaviours(wrong),
  });
  const request = (method: string, scope = 'User.Read openid') => {
    const parsed = parseNestedAuthRequest(
      JSON.stringify({ messageType: 'NestedAppAuthRequest', method, requestId: 'r', tokenParams: { clientId: 'c', scope } }),
    );
    if (!parsed) throw new Error('no request');
    return parsed;
  };
  const answer = async (bridge: NestedAuthBridge, method: string, scope?: string): Promise<unknown> =>
    JSON.parse((await bridge.answer(request(method, scope))) ?? 'null');

  test('the host introduces the account it is signed in with', async () => {
    expect(await answer(new NestedAuthBridge(host('')), 'GetInitContext')).toMatchObject({
      success: true,
      initContext: { accountContext: { homeAccountId: 'o.t', environment: 'localhost:1', tenantId: 't' } },
    });
  });

  test('scopes of OpenID alone are refused', async () => {
    expect(await answer(new NestedAuthBridge(host('')), 'GetToken', 'openid profile')).toMatchObject({
      success: false,
      error: { status: 'PERSISTENT_ERROR' },
    });
  });

  test('once the person has consented the next silent request goes through', async () => {
    const bridge = new NestedAuthBridge(host('naa-interaction'));
    expect(await answer(bridge, 'GetToken')).toMatchObject({ success: false, error: { status: 'USER_INTERACTION_REQUIRED' } });
    expect(await answer(bridge, 'GetTokenPopup')).toMatchObject({ success: true, token: { access_token: 'asked' } });
    expect(await answer(bridge, 'GetToken')).toMatchObject({ success: true });
  });

  test('a person who says no is a cancel', async () => {
    expect(await answer(new NestedAuthBridge(host('naa-interaction', false)), 'GetTokenPopup')).toMatchObject({
      success: false,
      error: { status: 'USER_CANCEL' },
    });
  });

  test.each(['naa-timeout', 'naa-init-timeout'])('%s is silence', async (wrong) => {
    expect(await answer(new NestedAuthBridge(host(wrong)), wrong === 'naa-timeout' ? 'GetToken' : 'GetInitContext')).toBeNull();
  });
});

describe('the address of a host page', () => {
  test('what is chosen is in it, and nothing else', () => {
    expect(formatAddress(readAddress('?user=a@b&theme=system&locale=da-dk&event=x'))).toBe('?user=a%40b&event=x');
    expect(formatAddress(readAddress('?user=a@b&theme=default'))).toBe('?user=a%40b&theme=default');
    expect(readAddress('?theme=neon&locale=fr').theme).toBe('system');
  });

  test('misbehaviours come back as they were', () => {
    fc.assert(
      fc.property(fc.subarray([...misbehaviours]), (chosen) => {
        expect([...parseMisbehaviours(formatMisbehaviours(new Set(chosen)))]).toEqual(chosen);
      }),
    );
  });
});

describe('the municipality’s clock', () => {
  test('a wall clock and back is the same instant, except in the hour that comes twice', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2035-01-01T00:00:00Z'), noInvalidDate: true }), (date) => {
        const minute = new Date(Math.floor(date.getTime() / 60_000) * 60_000);
        const back = fromWallClock(toWallClock(minute));
        expect([0, 3_600_000]).toContain(Math.abs(back.getTime() - minute.getTime()));
        expect(toWallClock(back)).toBe(toWallClock(minute));
      }),
    );
  });

  test('a day later is the same clock time across summer time', () => {
    expect(toWallClock(addDays(fromWallClock('2026-03-28T09:00'), 1))).toBe('2026-03-29T09:00');
  });

  test('a week starts on Monday; from Saturday on the calendar opens at the next one', () => {
    expect(toWallClock(startOfWeek(fromWallClock('2026-11-22T23:30')))).toBe('2026-11-16T00:00');
    expect(toWallClock(startOfWorkingWeek(fromWallClock('2026-11-21T10:00')))).toBe('2026-11-23T00:00');
    expect(toWallClock(startOfWorkingWeek(fromWallClock('2026-11-20T23:00')))).toBe('2026-11-16T00:00');
  });

  test('the offsets office.js gets have no gap and are right at every hour', () => {
    const ranges = timeZoneOffsets(new Date('2026-11-21T12:00:00Z'));
    fc.assert(
      fc.property(fc.date({ min: new Date('2017-01-01T00:00:00Z'), max: new Date('2035-12-30T00:00:00Z'), noInvalidDate: true }), (date) => {
        const at = ranges.filter((range) => range.start <= date.getTime() && date.getTime() < range.end);
        expect(at.map((range) => range.offset)).toEqual([zoneOffsetMinutes(date)]);
      }),
    );
  });
});
