import type { Browser, Page } from '@playwright/test';
import type { CalendarEvent } from '../../src/meeting/meeting.ts';
import { isoDay } from '../../src/meeting/danishTime.ts';
import { meetingAtHand, nextMeeting, outlookPage, storeOf } from './meetingAtHand.ts';
import { shortProgramme } from './papers.ts';
import { lookAtState, outlookPane } from './screens.ts';
import { everyScope, expect, test, type House } from './theHouse.ts';

const secretary = 'ulla.skarvad';
const attendee = 'ane.kratholm';
const chair = 'asger.moelbjerg';
const onlooker = 'rikke.vindum';
const DAY = 86_400_000;

test('one occurrence of a series, moved to another day, has an agenda of its own; the others and their invitations are left alone', async ({
  house,
  browser,
}) => {
  const page = await pageIn(browser);
  const pane = outlookPane(page);
  const moved = 'Chefgruppens ugemøde (flyttet til tirsdag)';
  const exception = await nextMeeting(house, secretary, moved);
  const before = await occurrences(house, attendee);

  await test.step('the agenda is put in the moved occurrence alone, and sent', async () => {
    await page.goto(outlookPage(house, secretary, exception));
    await makeAgenda(page, 'Bemandingen i ferien');
    await lookAtState(house, page, 'series-in-the-form');
    await page.getByRole('button', { name: 'Send opdatering' }).click();
    await expect(page.getByText('Sendt til 5 deltagere.')).toBeVisible();
    const after = await occurrences(house, attendee);
    expect(after.map(({ start, subject }) => [start, subject])).toEqual(before.map(({ start, subject }) => [start, subject]));
    const changed = after.filter(({ body }, at) => body !== before[at]?.body);
    expect(changed.map(({ subject }) => subject)).toEqual([moved]);
  });

  await test.step('another occurrence has its own', async () => {
    const regular = await meetingAtHand(house, shortProgramme, { subject: 'Chefgruppens ugemøde' });
    await page.goto(outlookPage(house, secretary, regular.event));
    await expect(pane.getByText('Anlægsplan 2027-30, første udkast')).toBeVisible();
    await expect(pane.getByText('Bemandingen i ferien')).toBeHidden();
    const written = (await occurrences(house, attendee)).filter(({ body }, at) => body !== before[at]?.body);
    expect(written.map(({ body }) => /Bemandingen i ferien/.test(body))).toEqual(written.map(({ subject }) => subject === moved));
    expect(written).toHaveLength(2);
  });

  await test.step('the link in the invitation to the moved one opens its agenda, on its own day', async () => {
    await page.goto(outlookPage(house, attendee, await nextMeeting(house, attendee, moved)));
    await expect(pane.getByText('Bemandingen i ferien')).toBeVisible();
    await lookAtState(house, page, 'series-to-an-attendee');
    const href = await page.locator('.invitation a[href*="#/m?"]').first().getAttribute('href');
    if (href === null) throw new Error('There is no link in the invitation');
    await page.goto(href);
    await page.getByRole('button', { name: 'Log ind' }).click();
    await page.getByRole('button', { name: /Ane Kratholm/ }).click();
    await expect(page.getByText('Bemandingen i ferien').first()).toBeVisible();
    await expect(page.getByText(/^tirsdag den .*\skl\.\s10\.00–10\.30/).first()).toBeVisible();
    await expect(page.getByText(/^Udsendt/)).toBeVisible();
    await lookAtState(house, page, 'series-by-link');
  });
});

test('a secretary makes and sends the agenda in the chair’s calendar; whoever may only see it loses nothing', async ({ house, browser }) => {
  const page = await pageIn(browser);
  const pane = outlookPane(page);
  await share(house, secretary, 'write');
  await share(house, onlooker, 'read');
  const [first, second] = [await calledByChair(house, 'Direktionen: lederaftale', 5), await calledByChair(house, 'Direktionen: lønaftale', 6)];
  const open = (person: string, id: string) =>
    page.goto(`${outlookPage(house, person, { id })}&${new URLSearchParams({ calendar: `${chair}@fjordby.example` })}`);

  await test.step('the secretary writes it in the chair’s event, and it is sent from there', async () => {
    await open(secretary, first);
    await makeAgenda(page, 'Nyt fra borgmesteren');
    await page.getByRole('button', { name: 'Send opdatering' }).click();
    await expect(page.getByText('Sendt til 3 deltagere.')).toBeVisible();
    await lookAtState(house, page, 'delegate-sent');
  });

  await test.step('those who are invited have it from the chair', async () => {
    await page.goto(outlookPage(house, attendee, await nextMeeting(house, attendee, 'Direktionen: lederaftale')));
    await expect(page.getByText('Arrangør: Asger Mølbjerg')).toBeVisible();
    await expect(page.locator('.invitation').getByText('Nyt fra borgmesteren')).toBeVisible();
    await expect(pane.getByText('Nyt fra borgmesteren')).toBeVisible();
    await expect(pane.getByText(/^Udsendt/)).toBeVisible();
  });

  await test.step('whoever may only see the calendar is told whose it is, what is kept, and what to do', async () => {
    await open(onlooker, second);
    await makeAgenda(page, 'Nyt fra borgmesteren');
    await expect(pane.getByText('Kalenderen lader dig ikke ændre indkaldelsen')).toBeVisible();
    await expect(pane.getByRole('textbox', { name: 'Tekst, du kan sende' })).toHaveValue(/Vil du dele den med mig/);
    await house.picture(page, 'calendar-only-to-see');
    expect(await bodyOf(house, second)).not.toContain('Nyt fra borgmesteren');
  });

  await test.step('the agenda stands there, for a colleague who may change the event too', async () => {
    await open(onlooker, second);
    await expect(pane.getByText('Nyt fra borgmesteren')).toBeVisible();
    await house.picture(page, 'calendar-only-to-see-later');
    await open(secretary, second);
    await expect(pane.getByText('Nyt fra borgmesteren')).toBeVisible();
  });

  await test.step('who puts it in and sends it: the way there stands in sight at 320 pixels', async () => {
    const put = pane.getByRole('link', { name: 'Se og send den' });
    await expect(put).toBeVisible();
    await lookAtState(house, page, 'delegate-next-step');
    await put.click();
    await pane.getByRole('button', { name: 'Videre til invitationen' }).click();
    await pane.getByRole('button', { name: /^Sæt dagsordenen i invitationen/ }).click();
    await expect(pane.getByText(/Tryk på Send i Outlook/)).toBeVisible();
    await page.getByRole('button', { name: 'Send opdatering' }).click();
    await expect(page.getByText('Sendt til 3 deltagere.')).toBeVisible();
    expect(await bodyOf(house, second)).toContain('Nyt fra borgmesteren');
  });
});

async function pageIn(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    ...{ ignoreHTTPSErrors: true, locale: 'da-DK', timezoneId: 'Europe/Copenhagen' },
    viewport: { width: 1280, height: 900 },
  });
  return context.newPage();
}

/** From a paper into the invitation that stands open, in the pane beside it. */
async function makeAgenda(page: Page, firstItem: string): Promise<void> {
  const pane = outlookPane(page);
  await pane.getByRole('button', { name: 'Lav dagsorden' }).click();
  await pane.getByRole('textbox', { name: 'Tekst fra papiret' }).fill(`1. ${firstItem}\n\n2. Budgetopfølgning\n\n3. Eventuelt`);
  await pane.getByRole('button', { name: 'Læs dagsordenen' }).click();
  await pane.getByRole('button', { name: 'Videre til invitationen' }).click();
  const [prepare, put] = [
    pane.getByRole('button', { name: 'Gør stedet klar' }),
    pane.getByRole('button', { name: /^Sæt dagsordenen i invitationen/ }),
  ];
  const board = pane.getByRole('combobox', { name: 'Mødeforum' });
  await expect(board).toBeVisible();
  if ((await board.inputValue()) === '') await board.selectOption({ label: 'Direktionen' });
  await expect(prepare.or(put)).toBeVisible();
  if (await prepare.isVisible()) await prepare.click();
  await put.click();
  await expect(pane.getByText(/Tryk på Send i Outlook|Kalenderen lader dig ikke ændre indkaldelsen/)).toBeVisible();
}

/** The coming occurrences of the managers' series in a person's calendar, earliest first. */
async function occurrences(house: House, person: string): Promise<(Pick<CalendarEvent, 'start' | 'subject'> & { readonly body: string })[]> {
  const store = storeOf(house, person);
  const events = await store.myEvents(new Date(), new Date(Date.now() + 50 * DAY));
  const coming = events.filter(({ subject }) => subject.startsWith('Chefgruppens ugemøde')).sort((a, b) => a.start.localeCompare(b.start));
  return Promise.all(coming.map(async ({ id, start, subject }) => ({ start, subject, body: (await store.invitationBody(id)).html })));
}

/** The chair shares the calendar, as in Outlook's own settings. */
async function share(house: House, person: string, role: 'read' | 'write'): Promise<void> {
  const body = { emailAddress: { address: `${person}@fjordby.example` }, role };
  const answer = await house.graph(chair, '/me/calendar/calendarPermissions', { method: 'POST', body, scopes: everyScope });
  expect(answer.status).toBe(201);
}

async function calledByChair(house: House, subject: string, inDays: number): Promise<string> {
  const day = isoDay(new Date(Date.now() + inDays * DAY));
  const at = (clock: string) => ({ dateTime: `${day}T${clock}:00`, timeZone: 'Romance Standard Time' });
  const attendees = [secretary, attendee, onlooker].map((name) => ({ type: 'required', emailAddress: { address: `${name}@fjordby.example`, name } }));
  const body = { subject, start: at('09:00'), end: at('11:00'), attendees, isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' };
  const answer = await house.graph(chair, '/me/events', { method: 'POST', body, scopes: everyScope });
  expect(answer.status).toBe(201);
  return (answer.body as { id: string }).id;
}

async function bodyOf(house: House, id: string): Promise<string> {
  const { body } = await house.graph(chair, `/me/events/${id}?$select=body`, { scopes: everyScope });
  return (body as { body: { content: string } }).body.content;
}
