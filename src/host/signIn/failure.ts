import { HostFailure } from '../host.ts';

/** What msal's errors have in common; told by shape, so that naming an error does not load msal. */
interface AuthErrorShape {
  readonly errorCode: string;
  readonly errorMessage?: string;
  readonly subError?: string;
  readonly correlationId?: string;
}

/** No connection to where people sign in. */
const offline = /^(no_network(_connectivity)?|network_error|post_request_failed|get_request_failed|endpoints_resolution_error|openid_config_error)$/;
/** The host took the question but could not help; asking again may. */
const silent =
  /^(timed_out|bridge_(timeout|handshake_failed|connection_reset|response_invalid)|transient_error|temporarily_unavailable|server_error|unknown(_error)?)$/;
/** The host has no nested sign-in for us, whatever it said before (msal#7723). */
const noBridge = /^(nested_app_auth_bridge_disabled|bridge_disabled|bridge_unavailable|unsupported_operation)$/;
/** Refusals of a server that a person can settle by signing in again. */
const refusal = /^(access_denied|invalid_grant|login_required|interaction_required)$/;
/** Entra's numbers for a permission nobody has given yet: no consent, the person may not give it, declined. */
const consentNumber = /\bAADSTS(65001|65004|90008|90093|90094|90095)\b/;

/** Names what msal or the bridge threw. Failures that have our names already go through untouched. */
export function signInFailure(error: unknown): HostFailure {
  if (error instanceof HostFailure) return error;
  if (isNotLoaded(error)) return new HostFailure('Offline', 'The part of the app that signs in could not be loaded', { cause: error });
  const auth = shapeOf(error);
  if (auth === null) return new HostFailure('HostSilent', 'Signing in failed in an unknown way', { detail: { error: String(error) }, cause: error });
  const detail: Record<string, string> = {
    code: auth.errorCode,
    ...(auth.subError ? { subError: auth.subError } : {}),
    ...(auth.correlationId ? { correlationId: auth.correlationId } : {}),
    ...(aadsts(auth) ? { aadsts: aadsts(auth) ?? '' } : {}),
  };
  const named = (name: 'ConsentMissing' | 'Offline' | 'HostSilent' | 'SignInNeeded') =>
    new HostFailure(name, `Signing in: ${auth.errorCode}`, { detail, cause: error });
  if (auth.errorCode === 'consent_required' || auth.subError === 'consent_required' || consentNumber.test(auth.errorMessage ?? ''))
    return named('ConsentMissing');
  if (offline.test(auth.errorCode)) return named('Offline');
  if (silent.test(auth.errorCode) || (saysServerFault(error) && !refusal.test(auth.errorCode))) return named('HostSilent');
  // All the rest is settled by the person: sign in (again), let the popup open, answer it.
  return named('SignInNeeded');
}

/** Does this error say that nested sign-in is not to be had here, so that another way must be taken? */
export function saysNoBridge(error: unknown): boolean {
  const auth = shapeOf(error);
  return auth !== null && (noBridge.test(auth.errorCode) || noBridge.test(auth.subError ?? ''));
}

/** Did the host's way of signing in fail for a reason of its own, as against a person who said no or a permission that lacks? */
export function anotherWayMayHelp(failure: HostFailure): boolean {
  const declined = /^user_cancell?ed$/.test(failure.detail['code'] ?? '');
  return (failure.name === 'HostSilent' || failure.name === 'SignInNeeded') && !declined;
}

/** Did the server or the host's broker fail, often without a word (oj#5209, oj#4846)? */
function saysServerFault(error: unknown): boolean {
  return error instanceof Error && error.name === 'ServerError';
}

/** Would asking the person help? (msal's InteractionRequiredAuthError, by its shape.) */
export function needsPerson(error: unknown): boolean {
  return (
    error instanceof Error &&
    (error.name === 'InteractionRequiredAuthError' ||
      /^(no_tokens_found|no_account_error|no_account_found|account_unavailable)$/.test(shapeOf(error)?.errorCode ?? ''))
  );
}

/** A file of ours that did not come over the network, in webpack's words. */
function isNotLoaded(error: unknown): boolean {
  return error instanceof Error && error.name === 'ChunkLoadError';
}

function aadsts(auth: AuthErrorShape): string | null {
  return /\bAADSTS\d+\b/.exec(auth.errorMessage ?? '')?.[0] ?? null;
}

function shapeOf(error: unknown): AuthErrorShape | null {
  return error instanceof Error && 'errorCode' in error && typeof error.errorCode === 'string' ? (error as Error & AuthErrorShape) : null;
}
