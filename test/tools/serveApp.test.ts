import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import type { IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PortTaken, requireFree } from '../../src/tools/ports.ts';
import { serveApp } from '../../src/tools/serveApp.ts';
import type { AppServer } from '../../src/tools/serveApp.ts';

const port = 7474;
const folder = mkdtempSync(join(tmpdir(), 'dagsorden-app-'));

/** The local certificate is nobody's but ours, so it is not asked for here. */
function get(path: string): Promise<{ status: number; headers: IncomingHttpHeaders; body: string }> {
  return new Promise((resolve, reject) => {
    request(`https://localhost:${port}${path}`, { rejectUnauthorized: false }, (answer) => {
      let body = '';
      answer.setEncoding('utf8').on('data', (text: string) => (body += text));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }));
    })
      .on('error', reject)
      .end();
  });
}

describe('the web server of the app', () => {
  let server: AppServer;
  beforeAll(async () => {
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'tab.html'), '<!doctype html><title>Dagsorden</title>');
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Start</title>');
    writeFileSync(join(folder, 'assets', 'tab.0123.js'), 'void 0;');
    writeFileSync(join(folder, 'built.json'), '{}');
    server = await serveApp({ folder, port, teamsHosts: 'https://localhost:7473' });
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

  it('gives out nothing but the app', async () => {
    expect((await get('/built.json')).status).toBe(404);
    expect((await get('/../package.json')).status).toBe(404);
    expect((await get('/%2e%2e/package.json')).status).toBe(404);
  });

  it('says which port is taken', async () => {
    await expect(requireFree(port)).rejects.toThrow(PortTaken);
    await expect(serveApp({ folder, port, teamsHosts: '' })).rejects.toThrow('Port 7474 is taken');
  });
});
