import { createPrivateKey, generateKeyPair, randomUUID, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { createLocalJWKSet, decodeJwt, errors, importJWK, jwtVerify, SignJWT, type JWK, type JWTPayload } from 'jose';
import type { Certificate } from '../certificate.ts';
import { readSetting, writeSetting } from '../database/settings.ts';
import type { Database } from '../database/database.ts';
import { APP_ID, GRAPH_AUDIENCE, TENANT_ID } from '../known.ts';
import { GraphError } from '../microsoftGraph/gateway/graphError.ts';
import type { Caller } from './caller.ts';

export interface TokenSubject {
  id: string;
  upn: string;
  displayName: string;
}

/** Seconds an access token lives; Entra ID gives 60 to 90 minutes. */
export const tokenLifetime = 3900;
/** Seconds the clocks of two machines may differ. */
const clockTolerance = 5;
const mostGenuine = 1000;

/** Signs and checks the access tokens of the local tenant. */
export class AccessTokens {
  readonly issuer: string;
  /** The private key as the identity provider wants it. */
  readonly signingKey: JWK;
  readonly #imported: ReturnType<typeof importJWK>;
  readonly #keys: ReturnType<typeof createLocalJWKSet>;
  /** What stands in the tokens whose signature was found good: checking it is the dearest part of a small request. */
  readonly #genuine = new Map<string, JWTPayload>();

  constructor(signingKey: JWK, origin: string) {
    this.issuer = `${origin}/${TENANT_ID}/v2.0`;
    this.signingKey = signingKey;
    this.#imported = importJWK(this.signingKey, 'RS256');
    const { kty, n, e, kid, alg, use } = this.signingKey;
    this.#keys = createLocalJWKSet({ keys: [{ kty, n, e, kid, alg, use } as JWK] });
  }

  /** An access token for Graph, shaped as Entra ID shapes it (v2: scp, oid, tid, upn, appid). */
  async issue(subject: TokenSubject, scopes: readonly string[], options: { lifetime?: number; appId?: string; now: number }): Promise<string> {
    const seconds = Math.floor(options.now / 1000);
    const appId = options.appId ?? APP_ID;
    return new SignJWT({ ...graphClaims(subject, appId), scp: scopes.join(' '), ver: '2.0' })
      .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: this.signingKey.kid ?? '' })
      .setIssuer(this.issuer)
      .setAudience(GRAPH_AUDIENCE)
      .setSubject(subject.id)
      .setJti(randomUUID())
      .setIssuedAt(seconds)
      .setNotBefore(seconds - 5)
      .setExpirationTime(seconds + (options.lifetime ?? tokenLifetime))
      .sign(await this.#imported);
  }

  /** An id token for the nested-app bridge, which hands tokens over without a network trip. */
  async issueIdToken(subject: TokenSubject, options: { audience: string; nonce?: string; now: number }): Promise<string> {
    const seconds = Math.floor(options.now / 1000);
    return new SignJWT({
      oid: subject.id,
      tid: TENANT_ID,
      name: subject.displayName,
      preferred_username: subject.upn,
      ver: '2.0',
      ...(options.nonce ? { nonce: options.nonce } : {}),
    })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: this.signingKey.kid ?? '' })
      .setIssuer(this.issuer)
      .setAudience(options.audience)
      .setSubject(subject.id)
      .setIssuedAt(seconds)
      .setNotBefore(seconds - 5)
      .setExpirationTime(seconds + tokenLifetime)
      .sign(await this.#imported);
  }

  /** @throws GraphError 401 `InvalidAuthenticationToken`, in Graph's words for each way a token can be wrong */
  async verify(authorization: string | undefined, now: number): Promise<Caller> {
    const token = /^Bearer\s+(.+)$/i.exec(authorization ?? '')?.[1]?.trim();
    if (!token) throw unauthorised('Access token is empty.');
    if (token.split('.').length !== 3) throw unauthorised('IDX14100: JWT is not well formed, there are no dots (.).');
    try {
      const { oid, upn, name, scp, appid } = await this.#read(token, now);
      if (typeof oid !== 'string' || typeof upn !== 'string') throw unauthorised('Access token validation failure.');
      return {
        id: oid,
        upn,
        name: typeof name === 'string' ? name : upn,
        scopes: new Set(typeof scp === 'string' ? scp.split(' ').filter(Boolean) : []),
        appId: typeof appid === 'string' ? appid : APP_ID,
      };
    } catch (error) {
      if (error instanceof GraphError) throw error;
      if (error instanceof errors.JWTExpired) throw unauthorised('Lifetime validation failed, the token is expired.');
      if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'aud')
        throw unauthorised('Access token validation failure. Invalid audience.');
      if (error instanceof errors.JOSEError) throw unauthorised('Access token validation failure.');
      throw error;
    }
  }

  /** @throws errors.JOSEError for one that is not ours or out of date */
  async #read(token: string, now: number): Promise<JWTPayload> {
    const known = this.#genuine.get(token);
    const { nbf = Infinity, exp = -Infinity } = known ?? {};
    if (known !== undefined && nbf <= now / 1000 && now / 1000 < exp) return known;
    const { payload } = await jwtVerify(token, this.#keys, {
      issuer: this.issuer,
      audience: GRAPH_AUDIENCE,
      currentDate: new Date(now),
      clockTolerance,
    });
    if (this.#genuine.size >= mostGenuine) this.#genuine.clear();
    this.#genuine.set(token, payload);
    return payload;
  }
}

/** The claims Graph reads off an access token besides the scopes. */
export function graphClaims(subject: TokenSubject, appId: string): Record<string, string> {
  return {
    oid: subject.id,
    tid: TENANT_ID,
    upn: subject.upn,
    name: subject.displayName,
    unique_name: subject.upn,
    appid: appId,
    azp: appId,
    idtyp: 'user',
  };
}

export function unauthorised(message: string): GraphError {
  return new GraphError(401, 'InvalidAuthenticationToken', message, {
    headers: {
      'WWW-Authenticate': `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"`,
    },
  });
}

/** The claim `oid` without checking the signature, for the log only. */
export function namedIn(token: string): string | undefined {
  try {
    const { upn } = decodeJwt(token);
    return typeof upn === 'string' ? upn : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The tenant's signing key, kept with the data so that a sign-in outlives a restart. A new one is made beside the main
 * thread: it takes anything from 20 to 200 ms.
 */
export async function keptSigningKey(db: Database): Promise<JWK> {
  const kept = readSetting(db, 'signing key');
  if (kept !== undefined) return JSON.parse(kept) as JWK;
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  const made = asSigningKey(privateKey);
  writeSetting(db, 'signing key', JSON.stringify(made));
  return made;
}

/** The signing key of a tenant that keeps nothing: its certificate's, since a new one would cost as much as the rest of its start. */
export function signingKeyOf(certificate: Certificate): JWK {
  return asSigningKey(createPrivateKey(certificate.key));
}

function asSigningKey(key: KeyObject): JWK {
  return { ...key.export({ format: 'jwk' }), kid: randomUUID(), alg: 'RS256', use: 'sig' };
}
