import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BrowserContext, Page } from 'playwright-core';
import { openTheHosts } from './theHosts.ts';
import type { TheHosts } from './theHosts.ts';

let hosts: TheHosts;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  hosts = await openTheHosts();
  context = await hosts.freshContext();
  page = await context.newPage();
});
afterAll(async () => {
  await context.close();
  await hosts.close();
});

const user = 'user=ulla.skarvad@fjordby.example';

/** Every sight of the host pages: where it is, and how to get the rest of the way. */
const sights: Readonly<Record<string, { path: string; wait: string; go?: () => Promise<void> }>> = {
  'the front page': { path: '/?x=1', wait: '.steps' },
  'the calendar of Outlook': { path: `/outlook?${user}`, wait: '.calendar' },
  'an appointment being written': { path: `/outlook?${user}`, wait: '.calendar', go: () => followComing('.body-editor') },
  'an appointment being read': { path: '/outlook?user=ane.kratholm@fjordby.example', wait: '.calendar', go: () => followComing('.invitation') },
  'a new appointment': { path: `/outlook?${user}&new=1`, wait: '.body-editor' },
  'a channel in Teams': { path: `/teams?${user}`, wait: '.posts-page' },
  'the calendar of Teams': { path: `/teams?${user}&view=calendar`, wait: '.week-nav' },
  'the app’s own space': { path: `/teams?${user}&view=app`, wait: 'iframe' },
  'the details of a meeting': { path: `/teams?${user}&view=calendar`, wait: '.day', go: () => followMeeting('.details') },
  'a joined meeting': { path: `/teams?${user}&view=calendar`, wait: '.day', go: () => join() },
  'the menu of faults': { path: `/teams?${user}`, wait: '.posts-page', go: () => page.getByRole('button', { name: 'Fejl' }).click() },
  'the menu of people': { path: `/outlook?${user}`, wait: '.calendar', go: () => page.getByRole('button', { name: /Ulla Skarvad/ }).click() },
};

async function followComing(wait: string): Promise<void> {
  await page
    .locator('.coming')
    .getByRole('link', { name: /Direktionsmøde/ })
    .first()
    .click();
  await page.locator(wait).waitFor();
}

async function followMeeting(wait: string): Promise<void> {
  await page
    .locator('.meeting-link', { hasText: /Direktionsmøde/ })
    .first()
    .click();
  await page.locator(wait).waitFor();
}

async function join(): Promise<void> {
  await followMeeting('.details');
  await page.getByRole('link', { name: 'Deltag', exact: true }).click();
  await page.getByRole('button', { name: 'Prøveapp' }).click();
  await page.locator('.side-panel iframe').waitFor();
}

describe('in light, dark and high contrast', () => {
  test.each(Object.keys(sights))('%s has nothing axe objects to', async (name) => {
    const sight = sights[name];
    if (!sight) throw new Error(name);
    await page.goto(`${hosts.origin}${sight.path}`);
    await page.locator(sight.wait).first().waitFor();
    await sight.go?.();
    for (const theme of ['default', 'dark', 'contrast']) {
      await page.evaluate(`document.documentElement.dataset.theme = '${theme}'`);
      // Frames are left out, and without them the old way says the same for less: it opens no page of its own for the sum.
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).exclude('iframe').analyze();
      expect(
        violations.map((violation) => `${theme}: ${violation.id}: ${violation.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`),
      ).toEqual([]);
    }
  });
});

test('the whole of Outlook’s calendar can be walked with the keyboard', async () => {
  await page.goto(`${hosts.origin}/outlook?${user}`);
  await page.locator('.calendar').waitFor();
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Gå til indholdet');
  await page
    .getByRole('link', { name: /Direktionsmøde/ })
    .first()
    .focus();
  await page.keyboard.press('Enter');
  await page.locator('.appointment').waitFor();
  const button = page.getByRole('button', { name: 'Prøveapp', exact: true });
  await button.focus();
  await page.keyboard.press('Enter');
  await page.locator('#embedded-task-pane').waitFor();
  await page.getByRole('button', { name: 'Luk Prøveapp' }).focus();
  await page.keyboard.press('Enter');
  expect(await button.evaluate((node) => node === document.activeElement)).toBe(true);
});
