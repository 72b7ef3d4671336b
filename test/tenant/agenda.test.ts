import { createServer, type Server } from 'node:http';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import webpack from 'webpack';
import { daysFromNow, fjordby, type Fjordby, type GraphAs } from './running.ts';
import { freshProfile, openBrowser } from '../realBrowser.ts';

/**
 * Graph Toolkit's agenda in a real browser. It speaks only to graph.microsoft.com, so the browser's way out leads to the tenant,
 * whatever is asked for: addresses, headers and preflights are those of a page in the wild, and none of them leaves the machine.
 */
let tenant: Fjordby;
let browser: Browser;
let pages: Server;
/** The browser's way out. */
let microsoft: Server;
const folder = mkdtempSync(join(tmpdir(), 'dagsorden-agenda-'));

beforeAll(async () => {
  tenant = await fjordby();
  await bundle();
  pages = createServer((request, response) => {
    if (request.url === '/page.js') return void response.setHeader('Content-Type', 'text/javascript').end(readFileSync(join(folder, 'page.js')));
    const attributes = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').search.slice(1));
    const html = `<!doctype html><html lang="da"><title>Kalender</title><mgt-agenda ${attributes}></mgt-agenda><script src="/page.js"></script></html>`;
    response.setHeader('Content-Type', 'text/html; charset=utf-8').end(html);
  });
  await new Promise<void>((done) => pages.listen(0, 'localhost', done));
  microsoft = await roadTo(Number(new URL(tenant.origin).port));
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  pages.closeAllConnections();
  pages.close();
  microsoft.close();
  rmSync(folder, { recursive: true, force: true });
  await tenant.close();
});

async function bundle(): Promise<void> {
  const compiler = webpack({
    mode: 'development',
    devtool: false,
    entry: join(import.meta.dirname, 'agenda/page.ts'),
    output: { path: folder, filename: 'page.js' },
    module: { rules: [{ test: /\.ts$/, loader: 'swc-loader', options: { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } } }] },
  });
  await new Promise<void>((done, failed) =>
    compiler.run((error, stats) => {
      if (error) return failed(error);
      if (stats?.hasErrors()) return failed(new Error(stats.toString('errors-only')));
      compiler.close(() => done());
    }),
  );
}

/** A proxy that leads every https connection to one port of this machine. */
async function roadTo(port: number): Promise<Server> {
  const road = createServer();
  road.on('connect', (_request, here, head) => {
    const there = connect(port, '127.0.0.1', () => {
      here.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      there.write(head);
      here.pipe(there).pipe(here);
    });
    for (const [one, other] of [
      [here, there],
      [there, here],
    ] as const)
      one.on('error', () => other.destroy()).on('close', () => other.destroy());
  });
  await new Promise<void>((done) => road.listen(0, '127.0.0.1', done));
  return road;
}

/** The agenda of a person, with these attributes, when it shows as many meetings as it should. */
async function agendaOf(person: GraphAs, attributes: string, meetings: number): Promise<Page> {
  const context = await freshProfile(browser, {
    proxy: { server: `http://127.0.0.1:${(microsoft.address() as AddressInfo).port}`, bypass: 'localhost' },
  });
  const page = await context.newPage();
  await page.goto(`http://localhost:${(pages.address() as AddressInfo).port}/?${encodeURIComponent(attributes)}#${person.token}`);
  await page.waitForFunction(
    (count) => document.querySelector('mgt-agenda')?.shadowRoot?.querySelectorAll('.event-subject').length === count,
    meetings,
  );
  return page;
}

const subjects = (page: Page): Promise<string[]> => page.locator('mgt-agenda .event-subject').allInnerTexts();

describe("Graph Toolkit's mgt-agenda", () => {
  it('shows every meeting of the coming weeks, page after page, in order', async () => {
    const ulla = await tenant.as('ulla.skarvad');
    const window = `startDateTime=${daysFromNow(0)}&endDateTime=${daysFromNow(60)}`;
    const { body } = await ulla.get(`/me/calendarView?${window}&$orderby=start/dateTime&$top=1000`);
    const expected = (body.value as { subject: string }[]).map(({ subject }) => subject);
    expect(expected.length).toBeGreaterThan(10);

    const page = await agendaOf(ulla, 'days="60"', expected.length);
    expect(await subjects(page)).toEqual(expected);
    // Those invited to a meeting are looked up by their addresses.
    await page.locator('mgt-agenda mgt-person').first().waitFor();
    await page.context().close();
  });
});
