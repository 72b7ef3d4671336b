import { AuthenticationHandlerOptions } from '@microsoft/microsoft-graph-client';
import type { GraphAnswer } from '../contract.ts';
import type { GraphMiddleware } from '../requestContext.ts';

/**
 * A token that was refused (401) is replaced by a new one, and the request repeated, once. Continuous access evaluation: a token may be
 * revoked while it lasts, and Graph then tells the claims that a new one must satisfy; without them the token has run out, by a clock that
 * goes otherwise than ours. More would go round for ever on an account that is closed
 * (learn.microsoft.com/entra/identity-platform/claims-challenge).
 */
export const refusedToken: GraphMiddleware = async (context, next, sdk) => {
  const attempt = async () => {
    sdk.options = { ...context.options, headers: { ...(context.options.headers as Record<string, string>) } };
    const query = {
      scopes: [...context.request.scopes],
      ...(context.claims !== undefined && { claims: context.claims }),
      ...(context.renew && { renew: true }),
    };
    sdk.middlewareControl?.setMiddlewareOptions(AuthenticationHandlerOptions, new AuthenticationHandlerOptions(undefined, query));
    await next();
  };
  await attempt();
  if (context.answer?.status !== 401 || context.claims !== undefined || context.renew) return;
  const claims = claimsOf(context.answer.headers);
  if (claims === null) context.renew = true;
  else context.claims = claims;
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
    return null; // Not base64: no challenge we could answer, and so a token that only has to be a new one.
  }
}
