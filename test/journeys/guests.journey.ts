import { meetingAtHand, storeOf } from './meetingAtHand.ts';
import { shortProgramme } from './papers.ts';
import { lookAtScreen, lookAtState, teamsTab } from './screens.ts';
import { everyScope, expect, test, type House } from './theHouse.ts';

const secretary = 'ulla.skarvad';

test('a meeting moves, its times follow in one press, and the guest of one item follows with them', async ({ house, browser }) => {
  const context = await browser.newContext({
    ...{ ignoreHTTPSErrors: true, locale: 'da-DK', timezoneId: 'Europe/Copenhagen' },
    viewport: { width: 1280, height: 900 },
  });
  const page = await context.newPage();
  const meeting = await meetingAtHand(house, shortProgramme.replace('v. Asger Mølbjerg', 'v. Viola Hasselris'));
  const tab = teamsTab(page);
  const open = () => page.goto(meeting.inTeams(secretary, 'agenda'));
  const guests = async () =>
    (await storeOf(house, secretary).guests()).guestEvents(null, meeting.file.pointer.key, meeting.event.start, far(meeting.event.end));

  await test.step('whoever presents and is not invited can be', async () => {
    await open();
    await expect(tab.getByRole('heading', { name: 'Gæster til enkelte punkter' })).toBeVisible();
    await tab.getByRole('button', { name: 'Indkald gæster' }).click();
    const email = tab.getByLabel('Mailadresse til Viola Hasselris');
    await email.fill('viola');
    await email.press('Enter');
    await expect(tab.getByText('Skriv en mailadresse, fx navn@firma.dk')).toBeVisible();
    await lookAtScreen(house, page, 'guests-asked');
    await page.setViewportSize({ width: 360, height: 800 });
    await lookAtState(house, page, 'guests-asked-narrow');
    await page.setViewportSize({ width: 1280, height: 900 });
    await email.fill('viola.hasselris@konsulenthuset.example');
    await email.press('Enter');
    await expect(tab.getByText(/^Indkaldt /)).toBeVisible();
    expect((await guests()).map(({ email: to }) => to)).toEqual(['viola.hasselris@konsulenthuset.example']);
  });

  await test.step('the meeting is moved in the calendar: nothing is moved along until somebody says so', async () => {
    const later = (instant: string) => new Date(Date.parse(instant) + 2 * 3_600_000).toISOString().slice(0, 19);
    await asked(house, `/me/events/${meeting.event.id}`, {
      start: { dateTime: later(meeting.event.start), timeZone: 'UTC' },
      end: { dateTime: later(meeting.event.end), timeZone: 'UTC' },
    });
    await open();
    await expect(tab.getByRole('heading', { name: 'Mødet er flyttet, men punkternes klokkeslæt er som før' })).toBeVisible();
    const before = (await meeting.read()).agenda.items.map(({ start }) => start);
    expect(before[0]).toBe('09:00');
    await lookAtState(house, page, 'times-left-behind');
    await tab.getByRole('button', { name: 'Flyt klokkeslættene med' }).click();
    await expect(tab.getByText('Punkternes klokkeslæt følger nu mødet.').first()).toBeVisible();
    await expect.poll(async () => (await meeting.read()).agenda.items[0]?.start).toBe('11:00');
  });

  await test.step('and the guest is given the new time', async () => {
    await tab.getByRole('button', { name: 'Opdatér gæstens indkaldelse' }).click();
    await expect(tab.getByText('Gæsternes indkaldelser er opdateret.').first()).toBeVisible();
    await expect.poll(async () => (await guests()).map(({ start }) => Date.parse(start) - Date.parse(meeting.event.start))).toEqual([2 * 3_600_000]);
    await lookAtState(house, page, 'guests-updated');
  });
  await context.close();
});

const far = (instant: string) => new Date(Date.parse(instant) + 86_400_000).toISOString();

/** What the secretary does in the calendar itself, past Dagsorden. */
async function asked(house: House, path: string, body: object): Promise<void> {
  const token = await house.tokenFor(secretary, everyScope);
  const answer = await house.fetch(`${house.addresses.graph}${path}`, {
    method: 'PATCH',
    headers: { Authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(answer.ok).toBe(true);
}
