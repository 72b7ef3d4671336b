import { InteractionRequiredAuthError, ServerError } from '@azure/msal-browser';
import { expect, test } from 'vitest';
import { HostFailure } from '../../src/host/host.ts';
import { signInFailure } from '../../src/host/signIn/failure.ts';

const network = (code: string) => Object.assign(new Error(code), { errorCode: code });

test.each([
  ['ConsentMissing', new InteractionRequiredAuthError('interaction_required', 'c', '', 'consent_required')],
  ['ConsentMissing', new ServerError('access_denied', 'c', 'AADSTS65004: User declined to consent')],
  ['SignInNeeded', new InteractionRequiredAuthError('login_required', 'c')],
  ['SignInNeeded', new ServerError('access_denied', 'c', 'the user cancelled')],
  ['HostSilent', new ServerError('', 'c')],
  ['HostSilent', network('timed_out')],
  ['Offline', network('endpoints_resolution_error')],
  ['Offline', network('post_request_failed')],
  ['Offline', Object.assign(new Error('Loading chunk 509 failed.'), { name: 'ChunkLoadError' })],
  ['SignInNeeded', network('popup_window_error')],
  ['HostSilent', new Error('noget helt andet')],
] as const)('%s: %s', (name, error) => {
  expect(signInFailure(error)).toMatchObject({ name, cause: error });
});

test('a failure that has a name keeps it, and the codes go to "Detaljer"', () => {
  const named = new HostFailure('WrongAccount', 'x');
  expect(signInFailure(named)).toBe(named);
  expect(signInFailure(new InteractionRequiredAuthError('invalid_grant', 'corr-1', 'AADSTS90094: admin')).detail).toEqual({
    code: 'invalid_grant',
    correlationId: 'corr-1',
    aadsts: 'AADSTS90094',
  });
});
