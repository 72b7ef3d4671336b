import type { Page } from '@playwright/test';
import { nextMeeting } from './meetingAtHand.ts';
import { lookAtScreen, lookAtState } from './screens.ts';
import { expect, test } from './theHouse.ts';

const narrow = { ignoreHTTPSErrors: true, locale: 'da-DK', timezoneId: 'Europe/Copenhagen', viewport: { width: 320, height: 900 } } as const;

const numbersAndTitles = (page: Page): Promise<string[]> =>
  page
    .locator('[data-line]')
    .evaluateAll((lines) => lines.map((line) => [...line.children].map((part) => part.firstElementChild?.textContent ?? '').join(' ')));

test('five items are written from nothing in a narrow pane, moved by keyboard and by dragging, and held against the calendar', async ({
  house,
  browser,
}) => {
  const page = await (await browser.newContext(narrow)).newPage();
  const event = await nextMeeting(house, 'ulla.skarvad', 'Direktionsmøde');
  await page.goto(`${house.appOrigin}/index.html#/e?${new URLSearchParams({ id: event.id })}`);
  await page.getByRole('button', { name: 'Log ind' }).click();
  await page.getByRole('button', { name: /Ulla Skarvad/ }).click();
  await page.getByRole('button', { name: 'Lav dagsorden' }).click();
  await page.getByRole('button', { name: 'Begynd med en tom dagsorden' }).click();
  await page.getByRole('button', { name: 'Tilføj punkt' }).click();
  await expect(page.getByRole('textbox', { name: 'Overskrift', exact: true })).toBeFocused();

  await test.step('Enter begins the next line, Tab goes to its text', async () => {
    for (const title of ['Godkendelse af dagsorden', 'Budgetopfølgning', 'Kommunikationsstrategi', 'Personalesag', 'Eventuelt']) {
      await page.keyboard.type(title);
      await page.keyboard.press('Tab');
      await page.keyboard.type('Sagen forelægges.');
      await page.keyboard.press('Control+Enter');
    }
    await lookAtState(house, page, '1-writing');
    await page.keyboard.press('Escape');
    await expect
      .poll(() => numbersAndTitles(page))
      .toEqual(['1 Godkendelse af dagsorden', '2 Budgetopfølgning', '3 Kommunikationsstrategi', '4 Personalesag', '5 Eventuelt']);
  });

  await test.step('the first item stands in the upper half of the pane', async () => {
    await page.evaluate(() => scrollTo(0, 0));
    const top = (await page.locator('[data-line]').first().boundingBox())?.y ?? Infinity;
    expect(top).toBeLessThan(450);
    await lookAtScreen(house, page, '2-narrow');
  });

  await test.step('a line is dragged from the keyboard, and what happens is told', async () => {
    await page.locator('[data-line]').nth(4).focus();
    const handle = page.getByRole('button', { name: 'Træk Eventuelt' });
    await handle.focus();
    await page.keyboard.press('Space');
    await expect(page.getByText('Eventuelt er løftet.')).toBeAttached();
    await page.keyboard.press('ArrowUp');
    await expect(page.getByText('Ved Personalesag.')).toBeAttached();
    await page.keyboard.press('Space');
    await expect.poll(() => numbersAndTitles(page)).toContain('4 Eventuelt');
    await page.keyboard.press('Control+z');
    await expect.poll(() => numbersAndTitles(page)).toContain('5 Eventuelt');
  });

  await test.step('a line is dragged with the pointer', async () => {
    const [from, to] = [
      await page.getByRole('button', { name: 'Træk Eventuelt' }).boundingBox(),
      await page.locator('[data-line]').first().boundingBox(),
    ];
    if (!from || !to) throw new Error('There is no line to drag');
    await page.mouse.move(from.x + 8, from.y + 8);
    await page.mouse.down();
    await page.mouse.move(to.x + 20, to.y + 40, { steps: 8 });
    await page.mouse.move(to.x + 20, to.y + 8, { steps: 4 });
    await expect(page.getByText('Ved Godkendelse af dagsorden.')).toBeAttached();
    await page.mouse.up();
    await expect.poll(() => numbersAndTitles(page)).toEqual(expect.arrayContaining(['1 Eventuelt', '5 Personalesag']));
  });
});
