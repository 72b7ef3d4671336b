import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { BrowserContext, Frame, Page } from 'playwright-core';
import { localCertificate } from '../../src/tenant/certificate.ts';
import { startTenant } from '../../src/tenant/server.ts';
import type { RunningTenant } from '../../src/tenant/server.ts';
import { freshProfile, openBrowser } from '../realBrowser.ts';
import { startTrialApp, trialManifest } from './trialApp.ts';
import type { TrialApp } from './trialApp.ts';

/** A tenant in memory, a throw-away app on another origin, and a real browser. */
export interface TheHosts {
  readonly origin: string;
  readonly app: TrialApp;
  readonly tenant: RunningTenant;
  /** Installs the trial app anew, with these parts of its manifest changed. */
  install(changes?: object): void;
  /** A fresh browser profile, so that nothing kept by one test is there in the next. */
  freshContext(): Promise<BrowserContext>;
  close(): Promise<void>;
}

export async function openTheHosts(): Promise<TheHosts> {
  const folder = mkdtempSync(join(tmpdir(), 'hosts-'));
  const certificate = await localCertificate(resolve('.local/certificate'));
  const app = await startTrialApp(certificate);
  const manifest = join(folder, 'manifest.json');
  const install = (changes: object = {}): void => writeFileSync(manifest, JSON.stringify({ ...trialManifest(app.origin), ...changes }));
  install();
  const tenant = await startTenant({ port: 0, certificate, data: undefined, fixture: 'fjordby', appOrigins: [app.origin], manifest });
  const origin = tenant.tenant.origin;
  app.meet(origin);
  const browser = await openBrowser();
  return {
    origin,
    app,
    tenant,
    install,
    freshContext: () => freshProfile(browser, { viewport: { width: 1360, height: 860 } }),
    async close() {
      await browser.close();
      await tenant.close();
      await app.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** The app's frame by the id the host gave its iframe, once the page in it is there. */
export async function appFrame(page: Page, id: string): Promise<Frame> {
  const handle = await page.waitForSelector(`iframe#${id}`);
  const frame = await handle.contentFrame();
  if (!frame) throw new Error(`The iframe ${id} has no page.`);
  await frame.waitForFunction('window.ready !== undefined');
  return frame;
}

/** Waits until the host's library has come up in the app's page: asked as a state, since a browser may give up a promise asked from outside. */
export async function isReady(frame: Frame): Promise<void> {
  await frame.waitForFunction('window.cameUp === true');
}

/** Opens a coming appointment with this title (the first; `which` counts on from there) from a person's Outlook. */
export async function openAppointment(page: Page, origin: string, user: string, title: RegExp, query = '', which = 0): Promise<void> {
  await page.goto(`${origin}/outlook?user=${user}@fjordby.example${query}`);
  await page.locator('.coming').getByRole('link', { name: title }).nth(which).click();
  await page.locator('.appointment').waitFor();
}
