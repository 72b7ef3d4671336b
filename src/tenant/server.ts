import { createServer, type Server } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import type { Certificate } from './certificate.ts';
import { Database } from './database/database.ts';
import { devRoutes } from './dev/devRoutes.ts';
import { Faults } from './dev/faults.ts';
import { RequestLog } from './dev/requestLog.ts';
import { staticPages } from './dev/staticPages.ts';
import { loadFixture, staleDays } from './fixtures/load.ts';
import type { FixtureName } from './fixtures/names.ts';
import { Gateway } from './microsoftGraph/gateway/gateway.ts';
import { Router } from './microsoftGraph/gateway/router.ts';
import { Throttle } from './microsoftGraph/gateway/throttle.ts';
import { WriteGate } from './microsoftGraph/gateway/writeGate.ts';
import { serveDownload } from './microsoftGraph/files/downloads.ts';
import { serveUpload } from './microsoftGraph/files/uploads.ts';
import { routes } from './microsoftGraph/routes.ts';
import type { IdentityProvider } from './identity/provider.ts';
import { AccessTokens, keptSigningKey, signingKeyOf } from './identity/accessTokens.ts';
import { TENANT_ID } from './known.ts';
import type { Limits, Tenant } from './tenant.ts';

export interface TenantOptions {
  /** 0 lets the system pick one. */
  port: number;
  certificate: Certificate;
  /** Folder of the data; undefined keeps everything in memory. */
  data: string | undefined;
  fixture: FixtureName;
  appOrigins: readonly string[];
  manifest?: string;
  /** Which rate limits are enforced. */
  limits?: Limits;
  now?: () => number;
}

/** Where a running tenant is reached; printed as the one line of `npm run tenant`. */
export interface TenantAddresses {
  graph: string;
  issuer: string;
  authority: string;
  teams: string;
  outlook: string;
  home: string;
}

export interface RunningTenant {
  tenant: Tenant;
  addresses: TenantAddresses;
  /** Days since the data were filled in, when that is too long ago for coming meetings. */
  stale: number | undefined;
  close(): Promise<void>;
}

/** Starts the embedded Microsoft 365 on loopback; resolves when it answers. */
export async function startTenant(options: TenantOptions): Promise<RunningTenant> {
  const now = options.now ?? Date.now;
  const db = new Database(options.data);
  const signingKey = options.data === undefined ? signingKeyOf(options.certificate) : keptSigningKey(db);
  loadFixture(db, options.fixture, now());
  const server = createServer(options.certificate);
  // Longer than clients keep an idle connection, so that none is closed under their hands.
  server.keepAliveTimeout = 75_000;
  const port = await listen(server, options.port);
  const origin = `https://localhost:${port}`;
  const throttle = new Throttle(options.limits ?? 'usual');
  const tenant: Tenant = {
    db,
    origin,
    uploadOrigin: `https://127.0.0.1:${port}`,
    appOrigins: options.appOrigins,
    manifestFile: options.manifest,
    now,
    tokens: new AccessTokens(await signingKey, origin),
    faults: new Faults(),
    log: new RequestLog(),
    throttle,
    resetConnection: resetter(server),
  };
  const closing = new AbortController();
  server.on('request', requestListener(tenant, throttle, closing.signal));
  return { tenant, addresses: addressesOf(origin), stale: staleDays(db, now()), close: () => close(server, db, closing) };
}

function addressesOf(origin: string): TenantAddresses {
  const authority = `${origin}/${TENANT_ID}`;
  return {
    graph: `${origin}/v1.0`,
    issuer: `${authority}/v2.0`,
    authority,
    teams: `${origin}/teams`,
    outlook: `${origin}/outlook`,
    home: `${origin}/`,
  };
}

/** Four houses behind one door: Graph, the identity provider, the developer's own entrance, and the host pages. */
function requestListener(tenant: Tenant, throttle: Throttle, closing: AbortSignal): (request: IncomingMessage, response: ServerResponse) => void {
  const gateway = new Gateway(tenant, new Router(routes), throttle, new WriteGate());
  const signIn = laterIdentity(tenant, closing);
  const pages = new Hono();
  pages.route('/_dev', devRoutes(tenant));
  pages.route('/', staticPages());
  const web = getRequestListener(pages.fetch);
  return (request, response) => {
    const path = request.url ?? '/';
    const lower = path.toLowerCase();
    const answer = lower.startsWith('/v1.0')
      ? gateway.serve(request, response)
      : lower.startsWith('/upload/') && `https://${request.headers.host ?? ''}` === tenant.uploadOrigin
        ? serveUpload(tenant, request, response)
        : lower.startsWith('/download/') && `https://${request.headers.host ?? ''}` === tenant.uploadOrigin
          ? serveDownload(tenant, request, response)
          : isIdentityPath(lower)
            ? signIn().then((identity) => identity.serve(request, response))
            : web(request, response);
    Promise.resolve(answer).catch((error: unknown) => {
      console.error(`${request.method ?? ''} ${path}`, error);
      response.destroy();
    });
  };
}

function isIdentityPath(path: string): boolean {
  return path.startsWith(`/${TENANT_ID}/`) || path.startsWith('/signin/');
}

/**
 * The identity provider is the heaviest thing to load and the last to be asked: it is made ready right after the tenant answers, and
 * where no host page is opened, when somebody signs in.
 */
function laterIdentity(tenant: Tenant, closing: AbortSignal): () => Promise<IdentityProvider> {
  let made: Promise<IdentityProvider> | undefined;
  const make = (): Promise<IdentityProvider> =>
    (made ??= import('./identity/provider.ts').then(({ identityProvider }) => {
      closing.throwIfAborted();
      return identityProvider(tenant);
    }));
  if (tenant.manifestFile === undefined) return make;
  const ahead = setTimeout(() => {
    make().catch((error: unknown) => {
      if (!closing.aborted) console.error('The identity provider could not be loaded.', error);
    });
  }, 50);
  closing.addEventListener('abort', () => clearTimeout(ahead));
  return make;
}

/** A reset is done to the connection under the TLS one, so those are known by the other side's port. */
function resetter(server: Server): (socket: Socket) => void {
  const open = new Map<number, Socket>();
  server.on('connection', (plain: Socket) => {
    const port = plain.remotePort;
    if (port === undefined) return;
    open.set(port, plain);
    plain.once('close', () => open.delete(port));
  });
  return (socket) => {
    const plain = open.get(socket.remotePort ?? 0);
    if (plain) plain.resetAndDestroy();
    socket.destroy();
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function close(server: Server, db: Database, closing: AbortController): Promise<void> {
  closing.abort();
  return new Promise((resolve) => {
    server.close(() => {
      db.close();
      resolve();
    });
    server.closeAllConnections();
  });
}
