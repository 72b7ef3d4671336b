import { parseJsonRecord } from '../wire/record.ts';

/** The tenant id in a JWT, unchecked: the bridge only repeats what the issuer said. Null when it is no JWT. */
export function decodeTokenPayload(token: string): { readonly tid: string } | null {
  const part = token.split('.')[1];
  if (!part) return null;
  try {
    const claims = parseJsonRecord(
      new TextDecoder().decode(Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.codePointAt(0) ?? 0)),
    );
    const tid = claims?.['tid'];
    return typeof tid === 'string' ? { tid } : null;
  } catch {
    return null;
  }
}
