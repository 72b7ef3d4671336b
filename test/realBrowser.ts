import { chromium, type Browser, type BrowserContext, type BrowserContextOptions } from 'playwright-core';
import { inject } from 'vitest';
import { holdTimeLimits } from './patience.ts';

/** The run's one browser (browserService.ts). Closing it closes what this file opened in it. */
export async function openBrowser(): Promise<Browser> {
  const answer = await fetch(inject('browserService'));
  const words = await answer.text();
  if (!answer.ok) throw new Error(`No browser: ${words}`);
  return chromium.connect(words);
}

/** A profile nobody has used, as somebody in Fjordby sits at it. Nothing in it gives up waiting by the clock (patience.ts). */
export async function freshProfile(browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: 'da-DK', timezoneId: 'Europe/Copenhagen', ...options });
  // The limit of a step ends what hangs; it is no measure of speed.
  context.setDefaultTimeout(120_000);
  await holdTimeLimits(context);
  return context;
}
