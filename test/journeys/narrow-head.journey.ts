import type { FrameLocator } from '@playwright/test';
import { meetingAtHand, outlookPage, type MeetingAtHand } from './meetingAtHand.ts';
import { shortProgramme } from './papers.ts';
import { lookAtScreen, lookAtState, outlookPane, teamsTab } from './screens.ts';
import { everyScope, expect, test, type House } from './theHouse.ts';

const secretary = 'ulla.skarvad';
/** A third of a pane of 900 pixels. */
const THIRD = 300;
const LONG_WORD = 'Ejendomsadministrationsudvalgets kommunikationsstrategi';

test('at 320 px the first item stands in the upper third of the pane, and long words part at a hyphen', async ({ house, browser }) => {
  const context = await browser.newContext({
    ...{ ignoreHTTPSErrors: true, locale: 'da-DK', timezoneId: 'Europe/Copenhagen' },
    viewport: { width: 1280, height: 900 },
  });
  const page = await context.newPage();
  // A guest who is not invited, and a title with words that no narrow line has room for.
  const programme = shortProgramme.replace('v. Asger Mølbjerg', 'v. Viola Hasselris').replace('Nyt fra borgmesteren', LONG_WORD);
  const meeting = await meetingAtHand(house, programme);

  await test.step('beside the invitation in Outlook', async () => {
    const pane = outlookPane(page);
    await page.goto(outlookPage(house, secretary, meeting.event));
    const guests = pane.getByRole('button', { name: 'Gæster til enkelte punkter' });
    await expect(guests).toBeVisible();
    expect(await widthOf(pane)).toBe(320);
    expect(await headOf(pane)).toBeLessThanOrEqual(THIRD);
    await lookAtScreen(house, page, 'outlook');
    await guests.press('Enter');
    await expect(pane.getByRole('heading', { name: 'Gæster til enkelte punkter' })).toBeVisible();
    await pane.getByRole('button', { name: 'Indkald gæster' }).press('Enter');
    await expect(pane.getByLabel('Mailadresse til Viola Hasselris')).toBeFocused();
    await lookAtState(house, page, 'outlook-unfolded');
    await pane.getByRole('button', { name: 'Vis mindre' }).press('Enter');
    await expect(pane.getByLabel('Mailadresse til Viola Hasselris')).toBeHidden();
    await pane.getByRole('button', { name: 'Flere sider' }).press('Enter');
    await expect(pane.getByRole('link', { name: 'Mødeforum' })).toBeVisible();
  });

  await test.step('long Danish words part at hyphens, which are in no text', async () => {
    const title = outlookPane(page).locator('[data-line]').first().locator('[lang=da]');
    await expect(title).toHaveText(LONG_WORD);
    await expect.poll(() => title.evaluate(partsInside)).toBe(true);
  });

  await test.step('in Teams, where the meeting has been moved away from its times', async () => {
    await moved(house, meeting);
    const tab = teamsTab(page);
    await page.setViewportSize({ width: 404, height: 900 });
    await page.goto(meeting.inTeams(secretary, 'agenda'));
    await expect(tab.getByRole('button', { name: /^Mødet er flyttet.* \(\+ \d til\)$/ })).toBeVisible();
    expect(await widthOf(tab)).toBe(320);
    expect(await headOf(tab)).toBeLessThanOrEqual(THIRD);
    await lookAtScreen(house, page, 'teams');
    await page.setViewportSize({ width: 320, height: 900 });
    await lookAtState(house, page, 'teams-phone');
  });

  await test.step('where there is room everything stands open', async () => {
    await page.setViewportSize({ width: 1400, height: 900 });
    await expect(teamsTab(page).getByRole('button', { name: 'Flyt klokkeslættene med' })).toBeVisible();
    await lookAtScreen(house, page, 'wide');
  });
  await context.close();
});

const widthOf = (app: FrameLocator): Promise<number> => app.locator('body').evaluate(() => innerWidth);

/** How far down the page the first line of the agenda stands, in pixels. */
const headOf = (app: FrameLocator): Promise<number> =>
  app
    .locator('[data-line]')
    .first()
    .evaluate((line) => line.getBoundingClientRect().top + scrollY);

/** Does a word go over to the next line at one of the places where it may have a hyphen? Either the browser puts it there, or we do. */
function partsInside(title: Element): boolean {
  const cuts = [...title.querySelectorAll('span:empty')];
  return cuts.length > 0 || getComputedStyle(title).hyphens === 'auto';
}

/** The secretary moves the meeting in the calendar itself, by two hours. */
async function moved(house: House, { event }: MeetingAtHand): Promise<void> {
  const later = (instant: string) => new Date(Date.parse(instant) + 2 * 3_600_000).toISOString().slice(0, 19);
  const at = (instant: string) => ({ dateTime: later(instant), timeZone: 'UTC' });
  const body = { start: at(event.start), end: at(event.end) };
  expect((await house.graph(secretary, `/me/events/${event.id}`, { method: 'PATCH', body, scopes: everyScope })).status).toBe(200);
}
