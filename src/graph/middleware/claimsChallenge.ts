import { AuthenticationHandlerOptions } from '@microsoft/microsoft-graph-client';
import type { GraphAnswer } from '../client.ts';
import type { Link } from '../ticket.ts';

/**
 * Continuous access evaluation: a token may be revoked while it lasts. Graph then answers 401 with the claims that a new
 * token must satisfy; we ask for one and repeat the request, once. More would go round for ever on an account that is
 * closed (learn.microsoft.com/entra/identity-platform/claims-challenge).
 */
export const claimsChallenge: Link = async (ticket, next, context) => {
  const attempt = async () => {
    context.options = { ...ticket.options, headers: { ...(ticket.options.headers as Record<string, string>) } };
    const query = { scopes: [...ticket.request.scopes], ...(ticket.claims !== undefined && { claims: ticket.claims }) };
    context.middlewareControl?.setMiddlewareOptions(AuthenticationHandlerOptions, new AuthenticationHandlerOptions(undefined, query));
    await next();
  };
  await attempt();
  const claims = ticket.answer?.status === 401 ? claimsOf(ticket.answer.headers) : null;
  if (claims === null || ticket.claims !== undefined) return;
  ticket.claims = claims;
  await attempt();
};

/** The decoded claims of a WWW-Authenticate header, or null when it holds no challenge. */
export function claimsOf(headers: GraphAnswer['headers']): string | null {
  const challenge = headers['www-authenticate'];
  if (challenge === undefined || !/error="?insufficient_claims"?/.test(challenge)) return null;
  const encoded = /claims="([^"]+)"/.exec(challenge)?.[1];
  if (encoded === undefined) return null;
  try {
    return atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return null; // Not base64: no challenge we could answer; the 401 itself is told to the caller.
  }
}
