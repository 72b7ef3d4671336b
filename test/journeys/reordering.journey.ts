import type { Page } from '@playwright/test';
import { printRoute } from '../../src/ui/kit/route.ts';
import { nextMeeting, storeOf } from './meetingAtHand.ts';
import { lookAtScreen, lookAtState } from './screens.ts';
import { expect, test, type House } from './theHouse.ts';

const secretary = 'ulla.skarvad';
const COUNT = 60;
const titles = Array.from({ length: COUNT }, (_, at) => `Sag ${String(at + 1).padStart(2, '0')}`);
const numbered = (inOrder: readonly string[]) => inOrder.map((title, at) => `${at + 1} ${title}`);
const moved = (from: number, to: number): string[] => {
  const rest = titles.filter((_, at) => at !== from);
  return [...rest.slice(0, to), titles[from] ?? '', ...rest.slice(to)];
};

const numbersAndTitles = (page: Page): Promise<string[]> =>
  page
    .locator('[data-line]')
    .evaluateAll((lines) => lines.map((line) => [...line.children].map((part) => part.firstElementChild?.textContent ?? '').join(' ')));
const lineOf = (page: Page, title: string) => page.locator('[data-line]').filter({ hasText: title });
/** So many presses of a key, one after another as when it is held down. */
const press = async (page: Page, key: string, times: number) => {
  for (let at = 0; at < times; at += 1) await page.keyboard.press(key);
};

test('sixty items are written, moved and sent by keyboard alone in a narrow window, and one that is moved is one row', async ({ house, browser }) => {
  const page = await (
    await browser.newContext({ ignoreHTTPSErrors: true, locale: 'da-DK', timezoneId: 'Europe/Copenhagen', viewport: { width: 320, height: 900 } })
  ).newPage();
  const event = await nextMeeting(house, secretary, 'Direktionsmøde');
  await page.goto(`${house.appOrigin}/index.html#/e?${new URLSearchParams({ id: event.id })}`);
  await page.getByRole('button', { name: 'Log ind' }).press('Enter');
  await page.getByRole('button', { name: /Ulla Skarvad/ }).press('Enter');
  await page.getByRole('button', { name: 'Lav dagsorden' }).press('Enter');
  await page.getByRole('button', { name: 'Begynd med en tom dagsorden' }).press('Enter');
  await page.getByRole('button', { name: 'Tilføj punkt' }).press('Enter');
  await expect(page.getByRole('textbox', { name: 'Overskrift', exact: true })).toBeFocused();
  for (const title of titles) {
    await page.keyboard.insertText(title);
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Escape');
  await expect.poll(() => numbersAndTitles(page)).toEqual(numbered(titles));

  await test.step('Alt and an arrow move a line a place at a time: all numbers follow, the focus stays, Ctrl+Z goes back', async () => {
    const last = lineOf(page, 'Sag 60');
    await last.focus();
    await press(page, 'Alt+ArrowUp', 59);
    await expect.poll(() => numbersAndTitles(page)).toEqual(numbered(moved(59, 0)));
    await expect(last).toBeFocused();
    await expect(last).toBeInViewport();
    await lookAtScreen(house, page, '1-moved-to-the-top');
    await press(page, 'Control+z', 59);
    await expect.poll(() => numbersAndTitles(page)).toEqual(numbered(titles));
    await expect(last).toBeFocused();
    await expect(last).toBeInViewport();
  });

  await test.step('the handle carries it over many lines in one go, and one step takes that back', async () => {
    const carried = lineOf(page, 'Sag 02');
    await carried.focus();
    await page.keyboard.press('Shift+Tab');
    await expect(page.getByRole('button', { name: 'Træk Sag 02' })).toBeFocused();
    await page.keyboard.press('Space');
    await expect(page.getByText('Sag 02 er løftet.')).toBeAttached();
    await press(page, 'ArrowDown', 40);
    await expect(page.getByText('Ved Sag 42.')).toBeAttached();
    await lookAtState(house, page, '2-carried');
    await page.keyboard.press('Space');
    await expect.poll(() => numbersAndTitles(page)).toEqual(numbered(moved(1, 41)));
    await expect(carried).toBeFocused();
    await expect(carried).toBeInViewport();
    await page.keyboard.press('Control+z');
    await expect.poll(() => numbersAndTitles(page)).toEqual(numbered(titles));
  });

  await test.step('it is sent, and put in another order since', async () => {
    await page.getByRole('button', { name: 'Videre til invitationen' }).press('Enter');
    await page.getByRole('button', { name: 'Gør stedet klar' }).press('Enter');
    await page.getByRole('button', { name: /^Sæt dagsordenen i invitationen til/ }).press('Enter');
    await expect(page.getByRole('button', { name: 'Udskriv / gem som' })).toBeVisible();
    const { pointer } = await nextMeeting(house, secretary, 'Direktionsmøde');
    if (pointer === null) throw new Error('The agenda stands in no invitation');
    await page.setViewportSize({ width: 1400, height: 900 });
    await page.goto(`${house.appOrigin}/index.html${printRoute({ page: 'revise', pointer })}`);
    // The page before it has a line of that name, too.
    await expect(page.getByRole('heading', { name: 'Ret dagsordenen' })).toBeVisible();
    await lineOf(page, 'Sag 30').focus();
    await press(page, 'Alt+ArrowUp', 20);
    // What was sent keeps its numbers until somebody asks for other ones.
    await expect.poll(async () => (await numbersAndTitles(page))[9]).toBe('30 Sag 30');
    await expect(lineOf(page, 'Sag 30')).toBeFocused();
    await lookAtState(house, page, '3-revised');
    await page.getByRole('button', { name: 'Videre til invitationen' }).press('Enter');
    await house.dev('DELETE', 'log');
    await page.getByRole('button', { name: /^Sæt dagsordenen i invitationen til/ }).press('Enter');
    await expect(page.getByRole('button', { name: 'Udskriv / gem som' })).toBeVisible();
    expect(await rowsWritten(house)).toBe(1);
    expect((await storeOf(house, secretary).openMeeting(pointer)).agenda.items.map(({ title }) => title)).toEqual(moved(29, 9));
  });
});

/** How many rows of items were written since the log was emptied. */
async function rowsWritten(house: House): Promise<number> {
  const log = (await house.dev('GET', 'log')) as { method: string; path: string }[];
  return log.filter(({ method, path }) => method !== 'GET' && /DagsordenPunkter\/items/.test(path)).length;
}
