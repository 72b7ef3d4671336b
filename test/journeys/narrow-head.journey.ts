import type { FrameLocator, Page } from '@playwright/test';
import { meetingAtHand, outlookPage, type MeetingAtHand } from './meetingAtHand.ts';
import { shortProgramme } from './papers.ts';
import { lookAtScreen, outlookPane, teamsTab } from './screens.ts';
import { everyScope, expect, test, type House } from './theHouse.ts';

const secretary = 'ulla.skarvad';
/** A third of a pane of 900 pixels. */
const THIRD = 300;

test('at 320 px the first item stands in the upper third of the pane, whatever there is to do about the agenda', async ({ house, browser }) => {
  const context = await browser.newContext({
    ...{ ignoreHTTPSErrors: true, locale: 'da-DK', timezoneId: 'Europe/Copenhagen' },
    viewport: { width: 1280, height: 900 },
  });
  const page = await context.newPage();
  // A guest who is not invited, and times that begin after the meeting does.
  const meeting = await meetingAtHand(house, shortProgramme.replace('v. Asger Mølbjerg', 'v. Viola Hasselris'));

  await test.step('beside the agenda in Outlook', async () => {
    await page.goto(outlookPage(house, secretary, meeting.event));
    await expect(outlookPane(page).getByRole('button', { name: 'Gæster til enkelte punkter' })).toBeVisible();
    await page.setViewportSize({ width: 320, height: 900 });
    console.log('outlook 320 page', await headOf(outlookPane(page)));
    await page.setViewportSize({ width: 1280, height: 900 });
    console.log(
      'outlook',
      await outlookPane(page)
        .locator('body')
        .evaluate(() => innerWidth),
      await headOf(outlookPane(page)),
    );
    await expect.soft(await headOf(outlookPane(page))).toBeLessThanOrEqual(THIRD);
    await lookAtScreen(house, page, 'outlook');
  });

  await test.step('in Teams, with a meeting that was moved away from its times', async () => {
    await moved(house, meeting);
    await page.setViewportSize({ width: 404, height: 900 });
    await page.goto(meeting.inTeams(secretary, 'agenda'));
    await expect(teamsTab(page).getByRole('button', { name: /^Mødet er flyttet/ })).toBeVisible();
    for (const width of [320, 404, 420]) {
      await page.setViewportSize({ width, height: 900 });
      console.log(
        'teams',
        await teamsTab(page)
          .locator('body')
          .evaluate(() => innerWidth),
        await headOf(teamsTab(page)),
      );
      await lookAtScreen(house, page, `teams-${width}`);
    }
    await expect.soft(await headOf(teamsTab(page))).toBeLessThanOrEqual(THIRD);
    await lookAtScreen(house, page, 'teams');
  });
  await wide(page);
  await lookAtScreen(house, page, 'wide');
  await context.close();
});

const wide = (page: Page) => page.setViewportSize({ width: 1400, height: 900 });

/** How far down the page the first line of the agenda stands, in pixels. */
const headOf = (app: FrameLocator): Promise<number> =>
  app
    .locator('[data-line]')
    .first()
    .evaluate((line) => line.getBoundingClientRect().top + scrollY);

/** The secretary moves the meeting in the calendar itself, by two hours. */
async function moved(house: House, { event }: MeetingAtHand): Promise<void> {
  const later = (instant: string) => new Date(Date.parse(instant) + 2 * 3_600_000).toISOString().slice(0, 19);
  const at = (instant: string) => ({ dateTime: later(instant), timeZone: 'UTC' });
  const body = { start: at(event.start), end: at(event.end) };
  expect((await house.graph(secretary, `/me/events/${event.id}`, { method: 'PATCH', body, scopes: everyScope })).status).toBe(200);
}
