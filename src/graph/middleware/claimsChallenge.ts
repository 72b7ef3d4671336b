import { AuthenticationHandlerOptions } from '@microsoft/microsoft-graph-client';
import type { GraphAnswer } from '../contract.ts';
import type { GraphMiddleware } from '../requestContext.ts';

/**
 * Continuous access evaluation: a token may be revoked while it lasts. Graph then answers 401 with the claims that a new
 * token must satisfy; we ask for one and repeat the request, once. More would go round for ever on an account that is
 * closed (learn.microsoft.com/entra/identity-platform/claims-challenge).
 */
export const claimsChallenge: GraphMiddleware = async (context, next, sdk) => {
  const attempt = async () => {
    sdk.options = { ...context.options, headers: { ...(context.options.headers as Record<string, string>) } };
    const query = { scopes: [...context.request.scopes], ...(context.claims !== undefined && { claims: context.claims }) };
    sdk.middlewareControl?.setMiddlewareOptions(AuthenticationHandlerOptions, new AuthenticationHandlerOptions(undefined, query));
    await next();
  };
  await attempt();
  const claims = context.answer?.status === 401 ? claimsOf(context.answer.headers) : null;
  if (claims === null || context.claims !== undefined) return;
  context.claims = claims;
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
