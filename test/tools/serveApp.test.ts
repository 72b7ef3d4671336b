import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import type { IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PortTaken, requireFree } from '../../src/tools/ports.ts';
import { serveApp } from '../../src/tools/serveApp.ts';
import type { AppServer } from '../../src/tools/serveApp.ts';

const folder = mkdtempSync(join(tmpdir(), 'dagsorden-app-'));

let server: AppServer;

/** The local certificate is nobody's but ours, so it is not asked for here. */
function get(path: string, origin = server.origin): Promise<{ status: number; headers: IncomingHttpHeaders; body: string }> {
  return new Promise((resolve, reject) => {
    request(`${origin}${path}`, { rejectUnauthorized: false }, (answer) => {
      let body = '';
      answer.setEncoding('utf8').on('data', (text: string) => (body += text));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }));
    })
      .on('error', reject)
      .end();
  });
}

describe('the web server of the app', () => {
  beforeAll(async () => {
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'tab.html'), '<!doctype html><title>Dagsorden</title>');
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Start</title>');
    writeFileSync(join(folder, 'assets', 'tab.0123.js'), 'void 0;');
    writeFileSync(join(folder, 'built.json'), '{}');
    server = await serveApp({ folder, port: 0, teamsHosts: 'https://localhost:7473' });
  });
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  it('asks browsers to look for a new page each time, and to keep hashed scripts', async () => {
    expect((await get('/tab.html?surface=personal')).headers['cache-control']).toBe('no-cache');
    expect((await get('/assets/tab.0123.js')).headers['cache-control']).toContain('immutable');
    expect((await get('/assets/gone.js')).headers['cache-control']).toBe('no-cache');
  });

  it('lets Teams, Outlook and the local host pages frame it, and tells types as they are', async () => {
    const { headers } = await get('/tab.html');
    expect(headers['content-security-policy']).toContain('https://*.cloud.microsoft');
    expect(headers['content-security-policy']).toContain('https://localhost:7473');
    expect(headers['x-frame-options']).toBeUndefined();
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it('shows the start page at the root, and says when there is nothing', async () => {
    expect((await get('/')).body).toContain('Start');
    expect((await get('/nothing.html')).status).toBe(404);
  });

  it('gives out the start page for an address whose # became %23 on its way through mail', async () => {
    for (const path of ['/index.html%23/m?s=1&k=2', '/index.html%23%2Fm%3Fs%3D1', '/%23/m%3Fs=1', '/index.html%2523/m%253Fs=1']) {
      const { status, body } = await get(path);
      expect([path, status]).toEqual([path, 200]);
      expect(body).toContain('Start');
    }
  });

  it('gives out nothing but the app', async () => {
    expect((await get('/built.json')).status).toBe(404);
    expect((await get('/../package.json')).status).toBe(404);
    expect((await get('/%2e%2e/package.json')).status).toBe(404);
  });

  it('serves a local build with the addresses as they are this time, and any other build as it is', async () => {
    const built = "connect('https://localhost:6443/v1.0', 'localhost:64431', 'localhost:6444')";
    writeFileSync(join(folder, 'assets', 'page.0123.js'), built);
    const moved = new Map([['localhost:6444', 'localhost:6443']]);
    const elsewhere = await serveApp({ folder, port: 0, teamsHosts: 'https://localhost:6443', moved });
    // The tenant comes up after the app: it needs to know where that is.
    moved.set('localhost:6443', 'localhost:50001');
    const { headers, body } = await get('/assets/page.0123.js', elsewhere.origin);
    await elsewhere.stop();
    expect(body).toBe("connect('https://localhost:50001/v1.0', 'localhost:64431', 'localhost:6443')");
    expect(headers['content-type']).toContain('javascript');
    expect(headers['cache-control']).toContain('immutable');
    expect(headers['content-security-policy']).toContain('https://localhost:50001');
    expect((await get('/assets/page.0123.js')).body).toBe(built);
  });

  it('says which port is taken', async () => {
    const port = Number(new URL(server.origin).port);
    await expect(requireFree(port)).rejects.toThrow(PortTaken);
    await expect(serveApp({ folder, port, teamsHosts: '' })).rejects.toThrow(`Port ${port} is taken`);
  });
});
