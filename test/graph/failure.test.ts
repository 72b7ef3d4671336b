import { describe, expect, test } from 'vitest';
import { failureOf, retryAfterOf, type GraphFailureKind } from '../../src/graph/failure.ts';

const answer = (status: number, error: unknown, headers: Record<string, string> = {}) => ({ status, headers, body: { error } });

describe('what an error of Graph means', () => {
  const cases: [GraphFailureKind, string, number, unknown][] = [
    ['conflict', 'preconditionFailed', 412, { code: 'preconditionFailed', message: 'ETag' }],
    ['conflict', 'resourceModified', 409, { code: 'notAllowed', innerError: { code: 'resourceModified' } }],
    ['conflict', '-2130575305', 409, { code: '-2130575305, Microsoft.SharePoint.SPException', message: 'Save Conflict' }],
    ['conflict', 'nameAlreadyExists', 409, { code: 'nameAlreadyExists' }],
    ['signIn', 'InvalidAuthenticationToken', 401, { code: 'InvalidAuthenticationToken' }],
    ['consent', 'Authorization_RequestDenied', 403, { code: 'Authorization_RequestDenied' }],
    ['notAllowed', 'accessDenied', 403, { code: 'accessDenied' }],
    ['notAllowed', 'ErrorAccessDenied', 403, { code: 'ErrorAccessDenied' }],
    ['notFound', 'itemNotFound', 404, { code: 'itemNotFound' }],
    ['notFound', 'ErrorItemNotFound', 404, { code: 'ErrorItemNotFound' }],
    ['tooLarge', 'RequestEntityTooLarge', 413, { code: 'RequestEntityTooLarge' }],
    ['invalid', 'ErrorOccurrenceCrossingBoundary', 400, { code: 'ErrorOccurrenceCrossingBoundary' }],
    ['invalid', '-2147024860', 500, { code: 'generalException', innererror: { code: '-2147024860' } }],
    ['throttled', 'serviceNotAvailable', 503, { code: 'serviceNotAvailable' }],
    ['fault', 'generalException', 500, { code: 'generalException' }],
    // Planner sends an empty code, gateways send no JSON at all.
    ['notAllowed', 'http403', 403, { code: '' }],
    ['fault', 'http502', 502, undefined],
  ];
  test.each(cases)('%s: %s (%i)', (kind, code, status, error) => {
    expect(failureOf(answer(status, error))).toMatchObject({ kind, code, status });
  });

  test('keeps the ids that support asks for', () => {
    const failure = failureOf(answer(500, { code: 'x', innerError: { 'request-id': 'r', 'client-request-id': 'c' } }));
    expect(failure).toMatchObject({ requestId: 'r', clientRequestId: 'c' });
  });

  test('a write that met a fault may have taken effect; a read has no effect, and a refusal none either', () => {
    const uncertain = (method: 'GET' | 'POST', status: number) =>
      failureOf(answer(status, { code: 'x' }), { method, path: '/x', scopes: [] }).uncertain;
    expect([uncertain('POST', 500), uncertain('GET', 500), uncertain('POST', 403)]).toEqual([true, false, false]);
  });

  test('a real 429 for rows names a time and may be waited for', () => {
    const rows = { path: '/sites/s/lists/Moeder/items?$filter=x', scopes: [] };
    const error = { code: 'activityLimitReached' };
    expect(failureOf(answer(429, error, { 'retry-after': '3' }), rows)).toMatchObject({ kind: 'throttled', retryAfter: 3 });
    expect(failureOf(answer(429, error), rows).kind).toBe('invalid');
    expect(failureOf(answer(429, error), { path: '/me/events', scopes: [] }).kind).toBe('throttled');
  });
});

test('Retry-After is a number or a date', () => {
  const now = Date.parse('2026-11-21T20:00:00Z');
  expect(retryAfterOf({ 'retry-after': '12' }, now)).toBe(12);
  expect(retryAfterOf({ 'retry-after': 'Sat, 21 Nov 2026 20:00:30 GMT' }, now)).toBe(30);
  expect(retryAfterOf({ 'retry-after': 'snart' }, now)).toBeNull();
  expect(retryAfterOf({}, now)).toBeNull();
});
