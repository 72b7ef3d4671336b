import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, type BrowserServer } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { findBrowser } from '../src/tools/browser.ts';
import { trustsOwnCertificate } from './ownCertificate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Asked over http it starts the run's one browser, unless that is done, and answers with where to connect to it. */
    readonly browserService: string;
  }
}

/** Around a whole test run: one browser for all files that need one (realBrowser.ts), started when the first of them asks. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  let started: Promise<BrowserServer> | undefined;
  const start = async (): Promise<BrowserServer> => {
    const { executablePath, args, env } = findBrowser();
    return chromium.launchServer({ executablePath, args: [...args, await trustsOwnCertificate()], env, timeout: 600_000 });
  };
  const service = createServer((_request, response) => {
    started ??= Promise.resolve().then(start);
    started.then(
      (browser) => response.end(browser.wsEndpoint()),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((listening) => service.listen(0, '127.0.0.1', listening));
  project.provide('browserService', `http://127.0.0.1:${(service.address() as AddressInfo).port}`);
  return async () => {
    service.closeAllConnections();
    service.close();
    await (await started?.catch(() => undefined))?.close();
  };
}
