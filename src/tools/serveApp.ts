import { createServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { localCertificate } from '../tenant/certificate.ts';
import { frameAncestors } from './build/contentSecurity.ts';
import { folders } from './folders.ts';
import { PortTaken } from './ports.ts';

export interface AppServer {
  readonly origin: string;
  stop(): Promise<void>;
}

/**
 * Serves a build over https on localhost the way docs/admin asks a real web host to: scripts with a hash in their name
 * are kept for ever, pages are asked for each time, and only Teams, Outlook and `teamsHosts` may frame them.
 * Throws PortTaken.
 */
export async function serveApp(options: { folder: string; port: number; teamsHosts: string }): Promise<AppServer> {
  const { key, cert } = await localCertificate(folders.certificate);
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    const hashed = context.req.path.startsWith('/assets/') && context.res.ok;
    context.header('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    context.header('Content-Security-Policy', frameAncestors(options));
    context.header('X-Content-Type-Options', 'nosniff');
    context.header('Referrer-Policy', 'strict-origin-when-cross-origin');
  });
  app.get('/built.json', (context) => context.notFound());
  app.get('*', serveStatic({ root: options.folder }));
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
