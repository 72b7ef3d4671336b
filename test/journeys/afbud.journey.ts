import type { Browser, Page } from '@playwright/test';
import { plainProfile } from '../../src/meeting/profile.ts';
import type { BodyRole } from '../../src/meeting/words.ts';
import type { MeetingPage } from '../../src/ui/kit/route.ts';
import { printRoute } from '../../src/ui/kit/route.ts';
import { meetingAtHand, storeOf } from './meetingAtHand.ts';
import { shortProgramme } from './papers.ts';
import { lookAtScreen, outlookPane, teamsTab } from './screens.ts';
import { expect, test, type House } from './theHouse.ts';

const secretary = 'ulla.skarvad';
const named = (name: string, address: string) => ({ id: null, name, email: `${address}@fjordby.example` });

test('somebody declines, a stand-in is called and cannot, the next one comes, and the member comes after all', async ({ house, browser }) => {
  const { board, event, file } = await meetingAtHand(house, shortProgramme);
  const store = storeOf(house, secretary);
  const lene = named('Lene Vadgaard', 'lene.vadgaard');
  await store.saveMember(board.siteId, null, {
    person: lene,
    roles: ['member'],
    votes: true,
    party: null,
    substitute: named('Torkil Bækhøj', 'torkil.baekhoej'),
  });
  await store.saveMember(board.siteId, null, {
    person: named('Poul Kringelholm', 'poul.kringelholm'),
    roles: ['chair'],
    votes: true,
    party: null,
    substitute: null,
  });
  await store.saveRules(board.siteId, plainProfile.rules, {
    ...plainProfile.rules,
    kind: 'council',
    substitutes: 'partyList',
    substituteWord: 'suppleant',
    deadlines: [{ what: 'apology', days: 30 }],
  });
  const open = (who: RegExp, page: MeetingPage = 'agenda') => openAs(house, browser, printRoute({ page, pointer: file.pointer }), who);
  const invited = async () => (await store.eventById(event.id)).invitees.map(({ email }) => email);

  const copy = (await storeOf(house, 'lene.vadgaard').eventOfMeeting({ ...file.occasion, key: file.pointer.key }))!;
  await house.graph('lene.vadgaard', `/me/events/${copy.id}/decline`, {
    method: 'POST',
    body: { comment: 'Kan desværre ikke', sendResponse: true },
    scopes: ['Calendars.ReadWrite'],
  });

  const ulla = await open(/Ulla Skarvad/);
  const standIns = (page: Page) => page.getByRole('region', { name: 'Suppleanter' });

  await test.step('a no in Outlook becomes an apology when the secretary says so', async () => {
    await expect(standIns(ulla)).toHaveCount(0);
    await ulla.getByRole('button', { name: 'Bekræft afbud fra Lene Vadgaard' }).click();
    await expect(standIns(ulla)).toBeVisible();
    await expect(ulla.getByText(/efter fristen/).first()).toBeVisible();
  });

  await test.step('the one whom the rule of the body names is called in one press', async () => {
    // The chair can be told as well; nobody is asked for leave before the box is ticked.
    await expect(standIns(ulla).getByRole('checkbox', { name: 'Giv også Poul Kringelholm besked i Teams' })).not.toBeChecked();
    await expect(standIns(ulla).getByText(/Torkil Bækhøj er indkaldt i stedet for Lene Vadgaard: “Direktionsmøde”/)).toBeVisible();
    await lookAtScreen(house, ulla, 'to-call');
    await standIns(ulla).getByRole('button', { name: 'Indkald Torkil Bækhøj' }).click();
    await expect(standIns(ulla).getByText('Torkil Bækhøj: indkaldt, har ikke svaret')).toBeVisible();
    expect(await invited()).toContain('torkil.baekhoej@fjordby.example');
    await expect(standIns(ulla).getByText('I stedet for Lene Vadgaard', { exact: true })).toBeVisible();
    await lookAtScreen(house, ulla, 'called');
  });

  await test.step('he is asked at the agenda, and cannot', async () => {
    const torkil = await open(/Torkil Bækhøj/);
    await expect(torkil.getByText('Du er indkaldt som suppleant i stedet for Lene Vadgaard.')).toBeVisible();
    await lookAtScreen(house, torkil, 'asked');
    await torkil.getByRole('button', { name: 'Nej, jeg kan ikke' }).click();
    await expect(torkil.getByText(/Du kan ikke komme i stedet for Lene Vadgaard/)).toBeVisible();
  });

  await test.step('the circle keeps why, and the item is put on the agenda', async () => {
    await ulla.reload();
    await standIns(ulla).getByRole('combobox', { name: 'Grund til fraværet: Lene Vadgaard' }).selectOption('Andet offentligt hverv');
    await expect.poll(async () => (await store.absenceReasons(file.pointer)).map(({ reason }) => reason)).toEqual(['publicDuty']);
    await standIns(ulla).getByRole('button', { name: 'Sæt punktet “Indkaldelse af suppleant” først på dagsordenen' }).click();
    await expect(ulla.getByRole('button', { name: /Indkaldelse af suppleant” først/ })).toHaveCount(0);
    await ulla.getByText(/^Mind (den ene|de \d+), der ikke har svaret$/).click();
    await expect(ulla.getByRole('textbox', { name: 'Besked' })).toHaveValue(/^Hej\. Du har ikke svaret på indkaldelsen til “Direktionsmøde”/);
    await lookAtScreen(house, ulla, 'reason');
  });

  await test.step('another is found and called', async () => {
    await ulla.reload();
    await expect(standIns(ulla).getByText('Torkil Bækhøj: kan ikke')).toBeVisible();
    await expect(standIns(ulla).getByText('Reglen for mødeforummet giver ikke flere. Søg efter en anden.')).toBeVisible();
    await standIns(ulla).getByText('Indkald en anden').click();
    await standIns(ulla).getByRole('combobox', { name: 'Hvem' }).pressSequentially('Freja');
    await standIns(ulla)
      .getByRole('option', { name: /Freja Damsbo/ })
      .click();
    await standIns(ulla).getByRole('button', { name: 'Indkald Freja Damsbo' }).click();
    await expect(standIns(ulla).getByText('Freja Damsbo: indkaldt, har ikke svaret')).toBeVisible();
  });

  const freja = await open(/Freja Damsbo/);
  await test.step('she comes', async () => {
    await freja.getByRole('region', { name: 'Du er indkaldt' }).getByRole('button', { name: 'Ja, jeg kommer som suppleant' }).click();
    await expect(freja.getByText('Du kommer som suppleant i stedet for Lene Vadgaard.')).toBeVisible();
    await ulla.reload();
    await expect(standIns(ulla).getByText('Freja Damsbo: kommer')).toBeVisible();
    await expect(standIns(ulla).getByText('1 kommer · 1 kan ikke')).toBeVisible();
  });

  await test.step('the member takes the apology back, and she is told', async () => {
    const leneHere = await open(/Lene Vadgaard/);
    await leneHere.getByRole('button', { name: 'Fortryd afbud' }).click();
    await expect(leneHere.getByText('Dit afbud er trukket tilbage', { exact: false }).first()).toBeVisible();
    await freja.reload();
    await expect(freja.getByText('Lene Vadgaard kommer alligevel, så du er ikke længere indkaldt.', { exact: false })).toBeVisible();
  });

  await test.step('the secretary takes her off the invitation', async () => {
    await ulla.reload();
    await standIns(ulla).getByRole('button', { name: 'Tag Freja Damsbo af indkaldelsen' }).click();
    await expect(standIns(ulla).getByRole('button', { name: 'Tag Freja Damsbo af indkaldelsen' })).toHaveCount(0);
    expect(await invited()).not.toContain('freja.damsbo@fjordby.example');
    await ulla.setViewportSize({ width: 1400, height: 1000 });
    await lookAtScreen(house, ulla, 'wide');
  });
});

test('without a connection, with a calendar that refuses or asks to wait, for a part, and of whoever called the meeting', async ({ house, page }) => {
  const meeting = await meetingAtHand(house, shortProgramme);
  const tab = teamsTab(page);
  const sheet = tab.getByRole('dialog');
  const apologies = async () => (await meeting.read()).apologies.filter(({ withdrawnAt }) => withdrawnAt === null);
  const answerOf = async (name: string) =>
    (await storeOf(house, secretary).eventById(meeting.event.id)).invitees.find((invitee) => invitee.name === name)?.answer;
  const decline = { method: 'POST', path: '/decline$' };
  const open = async (person: string) => {
    await page.goto(meeting.inTeams(person, 'agenda'));
    await tab.getByRole('button', { name: 'Meld afbud' }).click();
    await expect(sheet.getByRole('radio', { name: 'Hele mødet' })).toBeChecked();
  };
  const send = () => sheet.getByRole('button', { name: 'Meld afbud' }).click();

  await test.step('sent without a connection, and the pane closed at once: it is stored and answered when Dagsorden is opened again', async () => {
    await open('lene.vadgaard');
    await page.context().setOffline(true);
    await send();
    await expect(sheet).toHaveCount(0);
    await page.goto('about:blank');
    expect(await apologies()).toEqual([]);
    await page.context().setOffline(false);
    await page.goto(meeting.inTeams('lene.vadgaard', 'agenda'));
    await expect.poll(async () => (await apologies()).map(({ person }) => person.name)).toEqual(['Lene Vadgaard']);
    await expect.poll(() => answerOf('Lene Vadgaard')).toBe('declined');
  });

  await test.step('a calendar that asks to wait is asked again', async () => {
    await open('mona.thuesen');
    await house.fault({ ...decline, user: 'mona.thuesen@fjordby.example', status: 429, retryAfter: 1, count: 1 });
    await send();
    await expect.poll(() => answerOf('Mona Thuesen')).toBe('declined');
    await house.clearFaults();
  });

  await test.step('a calendar that refuses leaves the apology standing, and that is said', async () => {
    await open('asger.moelbjerg');
    await house.fault({ ...decline, user: 'asger.moelbjerg@fjordby.example', status: 403, count: 20 });
    await send();
    await expect(tab.getByText(/Din kalender kunne ikke svare, så arrangøren har ikke fået besked/).first()).toBeVisible();
    await house.clearFaults();
    expect((await apologies()).map(({ person }) => person.name)).toContain('Asger Mølbjerg');
  });

  await test.step('for a part: perhaps in the calendar, and the part in the list that the minutes print', async () => {
    await open('ane.kratholm');
    await sheet.getByRole('radio', { name: 'Begyndelsen eller slutningen' }).click();
    await sheet.getByRole('combobox', { name: 'Jeg kommer' }).selectOption('Klokken …');
    await sheet.getByLabel('Kommer kl.').fill('10:00');
    await send();
    await expect.poll(() => answerOf('Ane Kratholm')).toBe('tentative');
    await page.goto(meeting.inTeams(secretary, 'agenda'));
    await expect(tab.getByText(/^Afbud: .*Ane Kratholm \(kommer kl\.\s10\.00\)/).first()).toBeVisible();
  });

  await test.step('whoever called the meeting sends one too, and the meeting stays', async () => {
    await open(secretary);
    await expect(sheet.getByText(/Du har selv indkaldt til mødet/)).toBeVisible();
    await send();
    await expect(tab.getByText('Du har meldt afbud')).toBeVisible();
    await expect.poll(async () => (await apologies()).map(({ person }) => person.name)).toContain('Ulla Skarvad');
    expect((await storeOf(house, secretary).eventById(meeting.event.id)).cancelled).toBe(false);
  });
});

test('of a series one meeting is declined, the others are kept, and it is taken back', async ({ house, page }) => {
  const subject = 'Chefgruppens ugemøde';
  const meeting = await meetingAtHand(house, shortProgramme, { subject });
  const tab = teamsTab(page);
  const now = Date.now();
  const all = async (person: string) =>
    (await storeOf(house, person).myEvents(new Date(now), new Date(now + 60 * 86_400_000)))
      .filter((event) => event.subject.startsWith(subject))
      .toSorted((one, other) => one.start.localeCompare(other.start));
  const answers = async () => (await all(secretary)).map(({ invitees }) => invitees.find(({ name }) => name === 'Ane Kratholm')?.answer);
  const before = await all('ane.kratholm');
  const asBefore = await answers();
  expect(before.length).toBeGreaterThan(2);

  await test.step('only this one leaves the calendar', async () => {
    await page.goto(meeting.inTeams('ane.kratholm', 'agenda'));
    await tab.getByRole('button', { name: 'Meld afbud' }).click();
    await tab.getByRole('dialog').getByRole('button', { name: 'Meld afbud' }).click();
    await expect(tab.getByText('Du har meldt afbud')).toBeVisible();
    await expect.poll(async () => (await all('ane.kratholm')).map(({ key }) => key)).toEqual(before.slice(1).map(({ key }) => key));
    expect(await answers()).toEqual(['declined', ...asBefore.slice(1)]);
    expect((await meeting.read()).apologies).toMatchObject([{ person: { name: 'Ane Kratholm' }, withdrawnAt: null }]);
  });

  await test.step('taken back, it says that this one is gone, and the others are as they were', async () => {
    await tab.getByRole('button', { name: 'Fortryd afbud' }).click();
    await expect(tab.getByText(/mødet er ude af din kalender, og arrangøren har ikke fået besked/).first()).toBeVisible();
    expect((await meeting.read()).apologies.filter(({ withdrawnAt }) => withdrawnAt === null)).toEqual([]);
    expect((await answers()).slice(1)).toEqual(asBefore.slice(1));
  });
});

test('a delegate of whoever called the meeting confirms a no, has the chair told, and is away themselves', async ({ house, page }) => {
  const { board, event, read } = await meetingAtHand(house, shortProgramme);
  const store = storeOf(house, secretary);
  const member = (name: string, address: string, roles: readonly BodyRole[]) =>
    store.saveMember(board.siteId, null, { person: named(name, address), roles, votes: true, party: null, substitute: null });
  await member('Poul Kringelholm', 'poul.kringelholm', ['chair']);
  await member('Rikke Vindum', 'rikke.vindum', ['secretary']);
  const share = { emailAddress: { address: 'rikke.vindum@fjordby.example' }, role: 'write' };
  await house.graph(secretary, '/me/calendar/calendarPermissions', { method: 'POST', body: share });
  await house.dev('POST', 'consent', { user: 'rikke.vindum@fjordby.example', scopes: ['Chat.Create', 'ChatMessage.Send'] });
  const copy = (await storeOf(house, 'lene.vadgaard').eventOfMeeting({ ...(await read()).occasion, key: event.key }))!;
  await house.graph('lene.vadgaard', `/me/events/${copy.id}/decline`, { method: 'POST', body: { sendResponse: true } });
  const toldTo = async (person: string) => {
    const scopes = ['Chat.Read'];
    const chats = (await house.graph(person, '/me/chats', { scopes })).body as { value: { id: string }[] };
    const messages = await Promise.all(chats.value.map(({ id }) => house.graph(person, `/chats/${id}/messages`, { scopes })));
    return messages.flatMap(({ body }) => (body as { value: { body: { content: string } }[] }).value.map((message) => message.body.content));
  };
  const about = async (person: string) => (await toldTo(person)).filter((text) => text.startsWith('Lene Vadgaard kan ikke komme'));
  const pane = outlookPane(page);

  await test.step('in the shared calendar a no is a suggestion, with the words that the chair can be told', async () => {
    const place = new URLSearchParams({
      user: 'rikke.vindum@fjordby.example',
      calendar: `${secretary}@fjordby.example`,
      event: event.id,
      pane: 'app',
    });
    await page.goto(`${house.addresses.outlook}?${place}`);
    const tick = pane.getByRole('checkbox', { name: 'Giv også Poul Kringelholm besked i Teams' });
    await expect(pane.getByText(/^Beskeden fra dig: Lene Vadgaard kan ikke komme til mødet “Direktionsmøde”/)).toBeVisible();
    // The meeting is days ahead: whether the chair is told is said each time.
    await expect(tick).not.toBeChecked();
    await tick.check();
    await lookAtScreen(house, page, 'told-to-the-chair');
  });

  await test.step('confirmed, it stands by the delegate’s hand, and the chair alone is told, once', async () => {
    await pane.getByRole('button', { name: 'Bekræft afbud fra Lene Vadgaard' }).click();
    await expect(pane.getByText(/Poul Kringelholm får besked i Teams om et øjeblik/).first()).toBeVisible();
    expect((await read()).apologies).toMatchObject([{ person: { name: 'Lene Vadgaard' }, enteredBy: 'Rikke Vindum', way: 'calendar' }]);
    await expect.poll(() => about('poul.kringelholm')).toHaveLength(1);
    expect(await about(secretary)).toEqual([]);
  });

  await test.step('an apology of their own declines their own copy, and the meeting stays', async () => {
    await pane.getByRole('button', { name: 'Meld afbud' }).click();
    await pane.getByRole('dialog').getByRole('button', { name: 'Meld afbud' }).click();
    const answerOf = async (name: string) => (await store.eventById(event.id)).invitees.find((invitee) => invitee.name === name)?.answer;
    await expect.poll(() => answerOf('Rikke Vindum')).toBe('declined');
    expect((await store.eventById(event.id)).cancelled).toBe(false);
  });
});

async function openAs(house: House, browser: Browser, route: string, who: RegExp): Promise<Page> {
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    locale: 'da-DK',
    timezoneId: 'Europe/Copenhagen',
    viewport: { width: 320, height: 900 },
  });
  const page = await context.newPage();
  await page.goto(`${house.appOrigin}/index.html${route}`);
  await page.getByRole('button', { name: 'Log ind' }).click();
  await page.getByRole('button', { name: who }).click();
  return page;
}
