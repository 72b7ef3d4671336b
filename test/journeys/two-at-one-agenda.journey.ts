import type { Page } from '@playwright/test';
import { printRoute } from '../../src/ui/kit/route.ts';
import { meetingAtHand, storeOf } from './meetingAtHand.ts';
import { lookAtScreen } from './screens.ts';
import { expect, test } from './theHouse.ts';

const programme = ['1. Godkendelse af dagsorden', '2. Budgetopfølgning', '3. Kommunikationsstrategi', '4. Eventuelt'].join('\n');
/** What another writes is on screen within ten seconds; a loaded machine is given more. */
const soon = { timeout: 60_000 };

test('two write in one agenda: each sees the other, and the other’s words, where they stand', async ({ house, browser }) => {
  const meeting = await meetingAtHand(house, programme);
  const anePerson = (await house.inhabitants()).find(({ userPrincipalName }) => userPrincipalName === 'ane.kratholm@fjordby.example');
  if (!anePerson) throw new Error('Ane has left');
  await storeOf(house, 'ulla.skarvad').saveMember(meeting.board.siteId, null, {
    person: { id: anePerson.id, name: anePerson.displayName, email: anePerson.userPrincipalName },
    roles: ['secretary'],
    votes: true,
    party: null,
    substitute: null,
  });
  const open = async (who: RegExp, width: number): Promise<Page> => {
    const page = await (
      await browser.newContext({ ignoreHTTPSErrors: true, locale: 'da-DK', timezoneId: 'Europe/Copenhagen', viewport: { width, height: 900 } })
    ).newPage();
    await page.goto(`${house.appOrigin}/index.html${printRoute({ page: 'agenda', pointer: meeting.file.pointer })}`);
    await page.getByRole('button', { name: 'Log ind' }).click();
    await page.getByRole('button', { name: who }).click();
    await expect(page.locator('[data-line]')).toHaveCount(4);
    return page;
  };
  const line = (page: Page, title: string | RegExp) => page.locator('[data-line]').filter({ hasText: title });
  const edit = async (page: Page, title: string) => {
    await line(page, title).click();
    await page.getByRole('button', { name: 'Ret punktet' }).last().click();
    await expect(page.getByRole('textbox', { name: 'Overskrift', exact: true })).toBeVisible();
  };
  const title = (page: Page) => page.getByRole('textbox', { name: 'Overskrift', exact: true });

  const ulla = await open(/Ulla Skarvad/, 320);
  const ane = await open(/Ane Kratholm/, 1400);

  await test.step('initials stand at the item in which the other writes', async () => {
    await edit(ulla, 'Budgetopfølgning');
    await expect(line(ane, 'Budgetopfølgning').getByText('Ulla Skarvad skriver her nu')).toBeAttached(soon);
    await expect(line(ane, 'Budgetopfølgning').getByText('US', { exact: true })).toBeVisible();
    await lookAtScreen(house, ane, 'the-other-writes-wide');
  });

  await test.step('what the other saves takes its place; what I am typing keeps its words and the focus', async () => {
    await title(ulla).fill('Budgetopfølgning pr. oktober');
    await edit(ane, 'Kommunikationsstrategi');
    await expect(line(ulla, 'Kommunikationsstrategi').getByText('AK', { exact: true })).toBeVisible(soon);
    await lookAtScreen(house, ulla, 'the-other-writes-narrow');
    await title(ane).fill('Kommunikationsstrategi 2027');
    await title(ulla).focus();
    await ane.getByRole('button', { name: 'Gem punktet' }).click();
    await expect(line(ulla, 'Kommunikationsstrategi 2027')).toBeVisible(soon);
    await expect(title(ulla)).toBeFocused();
    await expect(title(ulla)).toHaveValue('Budgetopfølgning pr. oktober');
    await expect(line(ulla, 'Kommunikationsstrategi').getByText('AK', { exact: true })).toHaveCount(0, soon);
  });

  await test.step('both in one item are told, and both titles are shown where they cannot be one', async () => {
    await edit(ane, 'Budgetopfølgning');
    await expect(ulla.getByText(/^Ane Kratholm skriver også i punktet nu/)).toBeVisible(soon);
    await title(ane).fill('Budget og prognose');
    await ane.getByRole('button', { name: 'Gem punktet' }).click();
    await expect(line(ulla, 'Budget og prognose')).toBeVisible(soon);
    await expect(title(ulla)).toHaveValue('Budgetopfølgning pr. oktober');
    await ulla.getByRole('button', { name: 'Gem punktet' }).click();
    await expect(ulla.getByText('Ane Kratholm har rettet punktet imens')).toBeVisible();
    await expect(ulla.getByText('Dit: Budgetopfølgning pr. oktober')).toBeVisible();
    await expect(ulla.getByText('Ane Kratholm: Budget og prognose')).toBeVisible();
    await lookAtScreen(house, ulla, 'both-titles');
    await ulla.getByRole('button', { name: 'Gem punktet' }).click();
    await expect(line(ane, 'Budgetopfølgning pr. oktober')).toBeVisible(soon);
  });

  await test.step('an item that is taken away under my hands leaves my words standing', async () => {
    await edit(ulla, 'Eventuelt');
    await title(ulla).fill('Eventuelt og næste møde');
    const store = storeOf(house, 'ane.kratholm');
    const { agenda } = await store.openMeeting(meeting.file.pointer);
    await store.changeItems(
      meeting.file.pointer,
      agenda.items,
      agenda.items.filter((item) => item.title !== 'Eventuelt'),
    );
    await expect(line(ane, 'Eventuelt')).toHaveCount(0, soon);
    await expect(ulla.getByText(/^Punktet, du skriver i, er imens taget af dagsordenen/)).toBeInViewport(soon);
    // As after the words were put down elsewhere.
    await ulla.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
    await expect(title(ulla)).toHaveValue('Eventuelt og næste møde');
    await lookAtScreen(house, ulla, 'taken-away');
    await ulla.getByRole('button', { name: 'Annuller' }).click();
    await expect(ulla.locator('[data-line]')).toHaveCount(3);
  });
});
