import type { Page } from '@playwright/test';
import { meetingAtHand, outlookPage, type MeetingAtHand } from './meetingAtHand.ts';
import { shortProgramme } from './papers.ts';
import { expectNoBarriers, lookAtState, outlookPane, teamsTab } from './screens.ts';
import { everyScope, expect, test, type House } from './theHouse.ts';

const secretary = 'ulla.skarvad';

test('a meeting is moved in the calendar, and then called off: everybody is told, in the pane, by the link and on the board', async ({
  house,
  browser,
}) => {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: 'da-DK', timezoneId: 'Europe/Copenhagen' });
  const page = await context.newPage();
  const meeting = await meetingAtHand(house, shortProgramme);
  const later = (instant: string) => new Date(Date.parse(instant) + 3 * 3_600_000).toISOString().slice(0, 19);

  await test.step('moved by three hours: the secretary sees it, and from then on everybody does', async () => {
    await asked(house, `/me/events/${meeting.event.id}`, 'PATCH', {
      start: { dateTime: later(meeting.event.start), timeZone: 'UTC' },
      end: { dateTime: later(meeting.event.end), timeZone: 'UTC' },
    });
    await page.goto(outlookPage(house, secretary, meeting.event));
    await expect(outlookPane(page).getByText('Flyttet fra')).toBeVisible();
    await lookAtState(house, page, 'meeting-moved');
    await expect.poll(async () => (await meeting.read()).occasion.standing).toBe('moved');
    await byLink(page, meeting, 'mona.thuesen');
    await expect(teamsTab(page).getByText('Flyttet fra')).toBeVisible();
    await expectNoBarriers(page, 'a meeting that was moved');
  });

  await test.step('called off: it is gone from the organiser’s calendar, who says so by the link', async () => {
    await asked(house, `/me/events/${meeting.event.id}/cancel`, 'POST', { comment: 'Aflyst' });
    await byLink(page, meeting, secretary);
    const tab = teamsTab(page);
    await expect(tab.getByText('Mødet står ikke i din kalender længere')).toBeVisible();
    await lookAtState(house, page, 'meeting-gone');
    await tab.getByRole('button', { name: 'Mødet er aflyst' }).click();
    await expect(tab.getByText('Mødet er aflyst').first()).toBeVisible();
    await expect.poll(async () => (await meeting.read()).occasion.standing).toBe('cancelled');
    await byLink(page, meeting, 'mona.thuesen');
    await expect(teamsTab(page).getByText('Mødet er aflyst').first()).toBeVisible();
    await expect(teamsTab(page).getByRole('button', { name: 'Meld afbud' })).toHaveCount(0);
    await lookAtState(house, page, 'meeting-called-off');
  });
  await context.close();
});

test('a new appointment with people on it is saved from the pane, and its agenda begun at once', async ({ house, browser }) => {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: 'da-DK', timezoneId: 'Europe/Copenhagen' });
  const page = await context.newPage();
  await page.goto(`${house.addresses.outlook}?user=${secretary}@fjordby.example&new=1&pane=app`);
  await page.getByLabel('Titel').fill('Budgetseminar');
  const pane = outlookPane(page);
  await expect(pane.getByText('Aftalen er ikke gemt i kalenderen endnu.')).toBeVisible();
  await lookAtState(house, page, 'appointment-unsaved');
  await pane.getByRole('button', { name: 'Gem aftalen, og lav dagsordenen' }).click();
  await expect(pane.getByRole('textbox', { name: 'Tekst fra papiret' })).toBeVisible();
  await expect(page.getByLabel('Titel')).toHaveValue('Budgetseminar');
  await lookAtState(house, page, 'appointment-saved');
  await context.close();
});

const byLink = (page: Page, meeting: MeetingAtHand, person: string) => page.goto(meeting.inTeams(person, 'agenda'));

/** What the secretary does in the calendar itself, past Dagsorden. */
async function asked(house: House, path: string, method: string, body: object): Promise<void> {
  const token = await house.tokenFor(secretary, everyScope);
  const answer = await house.fetch(`${house.addresses.graph}${path}`, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(answer.ok).toBe(true);
}
