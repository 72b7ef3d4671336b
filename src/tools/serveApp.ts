import { createServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { localCertificate } from '../tenant/certificate.ts';
import { frameAncestors } from './build/contentSecurity.ts';
import { folders } from './folders.ts';
import { PortTaken } from './ports.ts';

/** Addresses a local build was made with (`localhost:6443`), and where they are this time. */
export type Moved = ReadonlyMap<string, string>;

/** A text of a local build with the addresses as they are this time. */
export function withMoved(text: string, moved: Moved): string {
  if (moved.size === 0) return text;
  // No longer number begins like an address: 6443 is not the beginning of 64431.
  return text.replace(new RegExp(`(?:${[...moved.keys()].join('|')})(?!\\d)`, 'g'), (place) => moved.get(place) ?? place);
}

export interface AppServer {
  readonly origin: string;
  stop(): Promise<void>;
}

/**
 * Serves a build over https on localhost the way docs/admin asks a real web host to: scripts with a hash in their name
 * are kept for ever, pages are asked for each time, and only Teams, Outlook and `teamsHosts` may frame them.
 * Port 0 is any free one. `moved` is asked for each page, so that it may be filled in once the app is served. Throws PortTaken.
 */
export async function serveApp(options: { folder: string; port: number; teamsHosts: string; moved?: Moved }): Promise<AppServer> {
  const moved: Moved = options.moved ?? new Map<string, string>();
  const { key, cert } = await localCertificate(folders.certificate);
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    const hashed = context.req.path.startsWith('/assets/') && context.res.ok;
    context.header('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    context.header('Content-Security-Policy', withMoved(frameAncestors(options), moved));
    context.header('X-Content-Type-Options', 'nosniff');
    context.header('Referrer-Policy', 'strict-origin-when-cross-origin');
  });
  if (options.moved !== undefined) {
    app.use(async (context, next) => {
      await next();
      if (!context.res.ok || !/^text\/(html|javascript)/.test(context.res.headers.get('Content-Type') ?? '')) return;
      // Hono takes the headers over from the answer that is replaced.
      context.res.headers.delete('Content-Length');
      context.res = new Response(withMoved(await context.res.text(), moved), context.res);
    });
  }
  app.get('/built.json', (context) => context.notFound());
  app.get('*', serveStatic({ root: options.folder }));
  // An address of ours whose # a mail gateway has written as %23: the page reads it out of its own path.
  app.get('*', (context, next) =>
    /%(25)*23/i.test(context.req.url) ? serveStatic({ root: options.folder, path: 'index.html' })(context, next) : next(),
  );
  app.notFound((context) => context.text(`There is nothing at ${context.req.path}.`, 404));

  return new Promise((resolve, reject) => {
    const server = serve(
      { fetch: app.fetch, createServer, serverOptions: { key, cert }, hostname: '127.0.0.1', port: options.port },
      (address: AddressInfo) => {
        resolve({ origin: `https://localhost:${address.port}`, stop });
      },
    );
    // A browser keeps connections open; they must not keep the server alive.
    const sockets = new Set<Socket>();
    server.on('connection', (socket: Socket) => {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
    });
    server.once('error', (error: NodeJS.ErrnoException) => reject(error.code === 'EADDRINUSE' ? new PortTaken(options.port) : error));
    const stop = () =>
      new Promise<void>((done) => {
        server.close(() => done());
        for (const socket of sockets) socket.destroy();
      });
  });
}
