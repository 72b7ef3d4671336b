import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Document, ExternalHyperlink, Packer, Paragraph, TextRun } from 'docx';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import webpack from 'webpack';
import { freshProfile, openBrowser } from '../realBrowser.ts';

/**
 * Papers with scripts in them, taken in by the app's own stage in a real browser. The page has no content security policy: what
 * keeps the scripts from running is how a paper is read, and nothing else.
 */
let browser: Browser;
let pages: Server;
let page: Page;
/** Everything the page asked any server for once it stood there, but the app's own code. */
let asked: string[] = [];
/** The scripts that ran, in the page or in a frame of it. */
let ran: unknown[] = [];
const folder = mkdtempSync(join(tmpdir(), 'dagsorden-scripts-'));
const trap = 'http://trap.example';

beforeAll(async () => {
  await bundle();
  pages = createServer((request, response) => {
    const name = basename(new URL(request.url ?? '/', 'http://localhost').pathname);
    if (name.endsWith('.js')) return void response.setHeader('Content-Type', 'text/javascript').end(readFileSync(join(folder, name)));
    const html = '<!doctype html><html lang="da"><title>Papir</title><body><script type="module" src="/page.js"></script></body></html>';
    response.setHeader('Content-Type', 'text/html; charset=utf-8').end(html);
  });
  await new Promise<void>((done) => pages.listen(0, 'localhost', done));
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  pages.closeAllConnections();
  pages.close();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  const context = await freshProfile(browser);
  await context.exposeBinding('spring', (_source, which: unknown) => void ran.push(which));
  await context.addInitScript(() => {
    const { spring } = window as unknown as { spring: (which: unknown) => void };
    Object.defineProperty(window, 'owned', { set: (which: unknown) => spring(which) });
  });
  await context.route(`${trap}/**`, (route) => route.abort());
  page = await context.newPage();
  await page.goto(`http://localhost:${(pages.address() as AddressInfo).port}/`);
  await page.getByRole('textbox').waitFor();
  asked = [];
  ran = [];
  context.on('request', (request) => {
    if (!/^http:\/\/localhost:\d+\/[^/]+\.js$/.test(request.url())) asked.push(request.url());
  });
  context.on('page', (window) => void asked.push(`a window: ${window.url()}`));
  page.on('dialog', (dialog) => {
    asked.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return () => context.close();
});

async function bundle(): Promise<void> {
  const compiler = webpack({
    mode: 'development',
    devtool: false,
    entry: join(import.meta.dirname, 'browser/page.tsx'),
    output: { path: folder, filename: 'page.js', chunkFilename: '[id].js', publicPath: '/', module: true },
    experiments: { outputModule: true },
    resolve: { extensions: ['.ts', '.tsx', '.js', '.mjs'] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          loader: 'swc-loader',
          options: { jsc: { parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } }, target: 'es2022' } },
        },
      ],
    },
  });
  await new Promise<void>((done, failed) =>
    compiler.run((error, stats) => {
      if (error) return failed(error);
      if (stats?.hasErrors()) return failed(new Error(stats.toString('errors-only')));
      compiler.close(() => done());
    }),
  );
}

/** Every way HTML has of running something or of asking a server for something. */
const hostile = `<html><head>
  <script>window.owned = 'script'</script>
  <script src="${trap}/script.js"></script>
  <meta http-equiv="refresh" content="0;url=${trap}/refresh">
  <base href="${trap}/">
  <link rel="stylesheet" href="${trap}/link.css"><link rel="preload" as="image" href="${trap}/preload.png">
  <style>@import url("${trap}/import.css"); body { background: url("${trap}/background.png") } @font-face { font-family: t; src: url("${trap}/font.woff2") }</style>
</head><body onload="window.owned='onload'" background="${trap}/body.png">
  <h1 onclick="window.owned='onclick'" style="background:url(${trap}/h1.png)">Dagsorden for direktionsmøde den 8. april 2026</h1>
  <img src="x" onerror="window.owned='onerror'"><img src="${trap}/pixel.gif" srcset="${trap}/pixel2.gif 2x">
  <svg onload="window.owned='svg'"><script>window.owned='svg script'</script><image href="${trap}/svg.png"/><animate onbegin="window.owned='animate'" attributeName="x" dur="1s"/></svg>
  <math><mtext><img src=x onerror="window.owned='math'"></mtext></math>
  <iframe srcdoc="<script>parent.owned='srcdoc'</script>"></iframe><iframe src="javascript:parent.owned='frame'"></iframe><iframe src="${trap}/frame"></iframe>
  <object data="${trap}/object"></object><embed src="${trap}/embed"><video src="${trap}/video" poster="${trap}/poster.png" onerror="window.owned='video'" autoplay></video>
  <audio src="x" onerror="window.owned='audio'"></audio><details open ontoggle="window.owned='toggle'">åben</details>
  <input autofocus onfocus="window.owned='focus'"><form action="${trap}/form"><button formaction="javascript:window.owned='form'">Send</button></form>
  <noscript><p title="</noscript><img src=x onerror=window.owned='noscript'>">x</p></noscript>
  <template><img src=x onerror="window.owned='template'"></template>
  <ol>
    <li>Velkomst <a href="javascript:window.owned='link'">til mødet</a></li>
    <li onmouseover="window.owned='mouseover'">Økonomi v/ Rikke Vindum
      <p>Se <a href="javascript:window.owned='text link'" ping="${trap}/ping">regnskabet</a> og &lt;img src=x onerror="window.owned='escaped'"&gt; samt [klik](javascript:window.owned='markdown') og ![spor](${trap}/markdown.png).</p></li>
    <li>Eventuelt</li>
  </ol>
</body></html>`;

/** What a browser puts on the clipboard when somebody copies the paper. */
async function paste(html: string, text: string): Promise<void> {
  const field = page.getByRole('textbox');
  await field.evaluate(
    (element, [asHtml, asText]) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', asHtml);
      clipboardData.setData('text/plain', asText);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    [html, text] as const,
  );
  await field.fill(text);
  await page.getByRole('button', { name: 'Læs dagsordenen' }).click();
}

const titles = (): Promise<string[]> => page.locator('main h2').allInnerTexts();

/** Nothing ran, nothing was asked for and no element that could do either stands on the page, however it is touched. */
async function expectNothingRan(): Promise<void> {
  await page.locator('main').evaluate((main) => {
    for (const element of main.querySelectorAll<HTMLElement>('*')) {
      for (const type of ['mouseover', 'focus', 'toggle', 'load', 'error', 'begin']) element.dispatchEvent(new Event(type, { bubbles: true }));
      element.click();
    }
  });
  await page.waitForTimeout(300);
  expect(ran).toEqual([]);
  expect(asked).toEqual([]);
  const active = 'script, style, link, img, svg, iframe, object, embed, video, audio, form, base, meta, [href^="javascript:"]';
  expect(await page.locator('main').locator(active).count()).toBe(0);
}

describe('a paper with scripts in it', () => {
  it('runs none of them when it is pasted', async () => {
    await paste(hostile, '1. Kun teksten\n2. Uden tabeller');
    await page.locator('main').waitFor();
    expect(await titles()).toEqual(['Velkomst til mødet', 'Økonomi', 'Eventuelt']);
    await expectNothingRan();
  });

  it('runs none of them when it is pasted as text', async () => {
    await paste('', `1. Velkomst <img src=x onerror="window.owned='title'">\n\n2. Økonomi\n\n${hostile}\n\n3. Eventuelt`);
    await page.locator('main').waitFor();
    await expectNothingRan();
  });

  it('runs none of them when it is a file', async () => {
    const chooser = page.locator('input[type=file]');
    await chooser.setInputFiles({ name: 'mail.html', mimeType: 'text/html', buffer: Buffer.from(hostile) });
    await page.locator('main').waitFor();
    expect((await titles()).at(-1)).toBe('Eventuelt');
    await expectNothingRan();
  });

  it('runs none of them when it is a Word file', async () => {
    const link = new ExternalHyperlink({ link: "javascript:window.owned='word'", children: [new TextRun('regnskabet')] });
    const paragraphs = ['1. Velkomst', `<img src=x onerror="window.owned='word text'">`, '2. Økonomi', '3. Eventuelt'].map(
      (text) => new Paragraph(text),
    );
    const document = new Document({ sections: [{ children: [new Paragraph({ children: [link] }), ...paragraphs] }] });
    const chooser = page.locator('input[type=file]');
    await chooser.setInputFiles({ name: 'a.docx', mimeType: 'application/octet-stream', buffer: await Packer.toBuffer(document) });
    await page.locator('main').waitFor();
    expect(await titles()).toEqual(['Velkomst', 'Økonomi', 'Eventuelt']);
    await expectNothingRan();
  });
});

/** Puts the paper into the page as it is, as a careless importer would. */
async function insert(html: string): Promise<void> {
  await page.evaluate((text) => {
    const place = document.createElement('div');
    place.innerHTML = text;
    document.body.append(place);
  }, html);
}

describe('the trap itself', () => {
  const refresh = /<meta http-equiv="refresh".*>/;

  it('springs where such a paper is put into a page', async () => {
    // The refresh leaves the page, which ends every other trap.
    await insert(hostile.replace(refresh, ''));
    await expect.poll(() => ran).toEqual(expect.arrayContaining(['toggle', 'frame', 'srcdoc', 'onerror', 'math']));
    const requests = ['link.css', 'pixel.gif', 'frame', 'h1.png'].map((name) => `${trap}/${name}`);
    await expect.poll(() => asked).toEqual(expect.arrayContaining(requests));
  });

  it('leaves the page where the paper says so', async () => {
    await insert(refresh.exec(hostile)?.[0] ?? '');
    await expect.poll(() => asked).toEqual([`${trap}/refresh`]);
  });
});
