import type { Configuration } from '@azure/msal-browser';
import type { AppConfig } from '../config.ts';
import type { TokenRequest } from '../host.ts';

/** The page that takes msal's answers; ordinary pages of an app cannot since msal 5 (msal#8272, msal#8281). */
export const redirectPage = '/redirect.html';

/** What all three ways of signing in have in common. CP1 says that we answer claims challenges (graph/middleware/refusedToken). */
export function msalConfiguration(config: AppConfig, cacheLocation: 'sessionStorage' | 'localStorage'): Configuration {
  return {
    auth: {
      clientId: config.clientId,
      authority: config.authority,
      knownAuthorities: [...config.knownAuthorities],
      redirectUri: config.appOrigin + redirectPage,
      clientCapabilities: ['CP1'],
    },
    cache: { cacheLocation },
  };
}

/** Hosts crash or refuse when only openid scopes are asked (oj#5001): there is always one of Graph's. */
export function atLeastUserRead(scopes: readonly string[]): string[] {
  return scopes.length === 0 ? ['User.Read'] : [...scopes];
}

/** What msal is asked for a token. `forceRefresh` passes over the token that msal keeps; only a silent request knows it. */
export function askedOf({ scopes, claims, renew }: TokenRequest): { scopes: string[]; claims?: string; forceRefresh?: true } {
  return { scopes: atLeastUserRead(scopes), ...(claims !== undefined && { claims }), ...(renew === true && { forceRefresh: true }) };
}
