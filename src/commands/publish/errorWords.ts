import { isFailure } from '../../meeting/errors.ts';

/**
 * Why a target failed, as it stands in the publication log, which everybody on the board's site may read: the failure's name and the service's
 * own codes, never a message, since that names addresses, the closed circle's among them, and may quote somebody's words.
 * `NotAllowed: accessDenied 403`
 */
export function errorWords(error: unknown): string {
  if (!isFailure(error)) return 'Unknown';
  const { code, status, requestId } = error.detail;
  const codes = [
    code !== undefined && /^[A-Za-z][A-Za-z0-9_.]{0,60}$/.test(code) ? code : null,
    status !== undefined && /^\d{3}$/.test(status) ? status : null,
    requestId !== undefined && /^[0-9a-f-]{36}$/i.test(requestId) ? requestId : null,
  ].filter((part) => part !== null);
  return codes.length === 0 ? error.name : `${error.name}: ${codes.join(' ')}`;
}
