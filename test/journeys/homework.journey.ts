import { meetingAtHand } from './meetingAtHand.ts';
import { shortProgramme } from './papers.ts';
import { lookAtScreen, lookAtState, teamsTab } from './screens.ts';
import { expect, test } from './theHouse.ts';

test('what is to be done before a meeting is written at its item, and stands in the agenda; the invitation is said to lack it', async ({
  house,
  browser,
}) => {
  const meeting = await meetingAtHand(house, shortProgramme);
  const item = meeting.file.agenda.items.find(({ kind, openness }) => kind === 'item' && openness === 'open')!;
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    locale: 'da-DK',
    timezoneId: 'Europe/Copenhagen',
    viewport: { width: 1400, height: 1000 },
  });
  const page = await context.newPage();
  const tab = teamsTab(page);
  const row = tab.getByRole('group', { name: 'Forberedelse 1' });

  await test.step('the secretary writes it, with a colleague found by name and a day', async () => {
    await page.goto(meeting.inTeams('ulla.skarvad', 'agenda'));
    await tab
      .getByRole('button', { name: new RegExp(item.title.slice(0, 15)) })
      .first()
      .click();
    await tab.getByRole('button', { name: 'Ret punktet' }).click();
    await tab.getByRole('button', { name: 'Tilføj forberedelse' }).click();
    await row.getByLabel('Hvad skal gøres før mødet').fill('Læs bilag 2');
    await row.getByRole('combobox', { name: 'Ansvarlig' }).pressSequentially('Lene');
    await row
      .getByRole('option', { name: /Lene Vadgaard/ })
      .first()
      .click();
    await row.getByLabel('Senest').fill('2031-01-02');
    await expect(row.getByText('Dagen ligger efter mødet')).toBeVisible();
    await row.getByLabel('Senest').fill('2026-08-28');
    await lookAtScreen(house, page, 'homework-write');
    await page.setViewportSize({ width: 320, height: 1000 });
    await row.scrollIntoViewIfNeeded();
    await lookAtState(house, page, 'homework-write-narrow');
    await page.setViewportSize({ width: 1400, height: 1000 });
    await tab.getByRole('button', { name: 'Gem punktet' }).click();
  });

  await test.step('it stands at the item, and the invitation is said to lack it', async () => {
    await expect(tab.getByRole('heading', { name: 'Forberedelse' })).toBeVisible();
    await expect(tab.getByText('Læs bilag 2 (ansvarlig: Lene Vadgaard, frist: 28. august 2026)', { exact: true })).toBeVisible();
    await expect(tab.getByText(/Forberedelse: Læs bilag 2/).first()).toBeVisible();
    await lookAtState(house, page, 'homework-shown');
  });
});
