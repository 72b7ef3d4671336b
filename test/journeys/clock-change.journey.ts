import type { Locator } from '@playwright/test';
import { dayAfter, isoDay } from '../../src/meeting/danishTime.ts';
import { dayClock } from '../../src/meeting/dayClock.ts';
import { teamsPage } from './meetingAtHand.ts';
import { lookAtState, teamsTab } from './screens.ts';
import { everyScope, expect, test, type House } from './theHouse.ts';

const secretary = 'ulla.skarvad';
const programme = `Dagsorden for natøvelse

1. Velkomst (60 min.)

2. Scenariet gennemgås (120 min.)

3. Øvelsen (120 min.)

4. Kl. 04.00-04.15: Pause

5. Kl. 04.15-05.15 (60 min.): Evaluering

6. Eventuelt (45 min.)
`;
/** From ten in the evening to six in the morning, in the night in which the clock goes from 02.00 to 03.00: seven hours. */
const acrossTheChange = ['22.00–23.00', '23.00–01.00', '01.00–04.00', '04.00–04.15', '04.15–05.15', '05.15–06.00'];
/** The same seven hours a week later. */
const inAnOrdinaryNight = ['22.00–23.00', '23.00–01.00', '01.00–03.00', '03.00–03.15', '03.15–04.15', '04.15–05.00'];

test('a meeting in the night in which the clocks are put forward: one time is told everywhere, and it follows the calendar out of that night', async ({
  house,
  browser,
}) => {
  const context = await browser.newContext({
    ...{ ignoreHTTPSErrors: true, locale: 'da-DK', timezoneId: 'America/New_York' },
    viewport: { width: 1280, height: 900 },
  });
  const page = await context.newPage();
  const tab = teamsTab(page);
  const saturday = theEveningBefore();
  const event = await called(house, saturday);
  const open = () => page.goto(teamsPage(house, secretary, `#/e?${new URLSearchParams({ id: event })}`));

  await test.step('clock times flow over the hour that is missing, and fit the meeting', async () => {
    await open();
    await tab.getByRole('button', { name: 'Lav dagsorden' }).click();
    await tab.getByRole('textbox', { name: 'Tekst fra papiret' }).fill(programme);
    await tab.getByRole('button', { name: 'Læs dagsordenen' }).click();
    await expect.poll(() => timesOf(tab.locator('[data-line]'))).toEqual(acrossTheChange);
    await expect(tab.getByText('Tider og numre passer sammen.')).toBeVisible();
    await lookAtState(house, page, '1-written');
  });

  await test.step('the invitation tells the same', async () => {
    await tab.getByRole('button', { name: 'Videre til invitationen' }).click();
    await tab.getByRole('button', { name: 'Gør stedet klar' }).click();
    await tab.getByRole('button', { name: 'Sæt dagsordenen i invitationen til 2 deltagere' }).click();
    await expect(tab.getByRole('button', { name: 'Udskriv / gem som' })).toBeVisible();
    await expect.poll(() => timesOf(tab.getByRole('article'))).toEqual(acrossTheChange);
    expect(await timesInInvitation(house, event)).toEqual(acrossTheChange);
    await lookAtState(house, page, '2-sent');
  });

  await test.step('so does what is printed', async () => {
    await tab.getByRole('button', { name: 'Udskriv / gem som' }).click();
    await tab.getByRole('button', { name: 'Vis som tekst til at kopiere' }).click();
    const text = tab.getByRole('dialog').getByRole('textbox');
    await expect(text).toHaveValue(/Evaluering/);
    expect(spansIn(await text.inputValue())).toEqual(expect.arrayContaining(acrossTheChange));
    await page.keyboard.press('Escape');
    await expect(tab.getByRole('dialog')).toBeHidden();
  });

  await test.step('moved to the same hours a week later: what flows follows by itself, what is fixed in one press, the invitation in another', async () => {
    const [first, last] = [dayAfter(saturday, 7), dayAfter(saturday, 8)];
    await calendar(house, 'PATCH', `/me/events/${event}`, { start: danish(first, '22:00'), end: danish(last, '05:00') });
    await open();
    await expect(tab.getByText('Flyttet fra')).toBeVisible();
    await lookAtState(house, page, '3-moved');
    await tab.getByRole('button', { name: 'Flyt klokkeslættene med' }).click();
    await expect.poll(() => timesOf(tab.getByRole('article'))).toEqual(inAnOrdinaryNight);
    await tab.getByRole('button', { name: 'Opdatér indkaldelsen hos 2' }).click();
    await expect.poll(() => timesInInvitation(house, event)).toEqual(inAnOrdinaryNight);
    await lookAtState(house, page, '4-followed');
  });
  await context.close();
});

/** The Saturday before the next Sunday on which the clocks are put forward, a week ahead or more. */
function theEveningBefore(): string {
  let sunday = isoDay(new Date(Date.now() + 8 * 86_400_000));
  while (dayClock(sunday).length > 1380) sunday = dayAfter(sunday);
  return dayAfter(sunday, -1);
}

const danish = (day: string, clock: string) => ({ dateTime: `${day}T${clock}:00`, timeZone: 'Romance Standard Time' });

async function called(house: House, saturday: string): Promise<string> {
  const invited = ['ane.kratholm', 'mona.thuesen'].map((name) => ({ type: 'required', emailAddress: { address: `${name}@fjordby.example`, name } }));
  const { id } = await calendar(house, 'POST', '/me/events', {
    subject: 'Direktionen: natøvelse',
    start: danish(saturday, '22:00'),
    end: danish(dayAfter(saturday), '06:00'),
    attendees: invited,
    isOnlineMeeting: true,
    onlineMeetingProvider: 'teamsForBusiness',
  });
  return id;
}

/** What the secretary does, or reads, in the calendar itself. */
async function calendar(house: House, method: string, path: string, body?: object): Promise<{ id: string; body: { content: string } }> {
  const answer = await house.graph(secretary, path, { method, scopes: everyScope, ...(body && { body }) });
  expect(answer.status).toBeLessThan(300);
  return answer.body as { id: string; body: { content: string } };
}

/** "22.00–23.00" in printed order. */
const spansIn = (text: string): string[] =>
  [...text.matchAll(/(\d\d\.\d\d)\s*[–-]\s*(\d\d\.\d\d)/g)].map(([, start = '', end = '']) => `${start}–${end}`);

const timesOf = async (lines: Locator): Promise<string[]> => (await lines.allInnerTexts()).flatMap((line) => spansIn(line.replaceAll('\n', '')));

async function timesInInvitation(house: House, event: string): Promise<string[]> {
  const { body } = await calendar(house, 'GET', `/me/events/${event}?$select=body`);
  return spansIn(body.content.replaceAll(/<[^>]*>/g, ' ').replaceAll('&ndash;', '–'));
}
