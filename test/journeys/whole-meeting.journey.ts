import type { BrowserContext, FrameLocator, Page } from '@playwright/test';
import { directorsProgramme } from './papers.ts';
import { decisionSaved, goToItem, lookAtScreen, outlookPane, teamsFrame } from './screens.ts';
import { expect, test, type House } from './theHouse.ts';

/** Opens a page as somebody of Fjordby, each in a browser of their own. */
async function pageOf(browserContext: () => Promise<BrowserContext>): Promise<Page> {
  return (await browserContext()).newPage();
}

test('one whole meeting: from the calendar invitation to minutes in the channel', async ({ house, browser }) => {
  const context = () =>
    browser.newContext({ ignoreHTTPSErrors: true, locale: 'da-DK', timezoneId: 'Europe/Copenhagen', viewport: { width: 1280, height: 900 } });
  const secret = 'Ledelse på Vej og Park';

  const ulla = await pageOf(context);
  await test.step('the secretary takes a programme in and puts it in the invitation', async () => {
    await openInOutlook(house, ulla, 'ulla.skarvad');
    const pane = outlookPane(ulla);
    await pane.getByRole('button', { name: 'Lav dagsorden' }).click();
    await pane.getByRole('textbox', { name: 'Tekst fra papiret' }).fill(directorsProgramme);
    await lookAtScreen(house, ulla, '1a-paper');
    await pane.getByRole('button', { name: 'Læs dagsordenen' }).click();
    await expect(pane.getByText('Nyt fra borgmesteren')).toBeVisible();
    await expect(pane.getByText('Veje og pladser')).toBeVisible();
    await lookAtScreen(house, ulla, '1b-correct');
    await pane.getByRole('button', { name: /Flere valg for Ventetider i Borgerservice/ }).click();
    await pane.getByRole('menuitem', { name: 'Ret', exact: true }).click();
    await pane.getByRole('textbox', { name: 'Overskrift', exact: true }).fill('Ventetider i Borgerservice og på telefonen');
    await pane.getByRole('button', { name: 'Færdig' }).click();
    await pane.getByRole('button', { name: 'Videre til invitationen' }).click();
    await pane.getByRole('button', { name: 'Gør stedet klar' }).click();
    await expect(pane.getByRole('button', { name: 'Sæt dagsordenen i invitationen' })).toBeVisible();
    await lookAtScreen(house, ulla, '1c-invitation');
    await pane.getByRole('button', { name: 'Sæt dagsordenen i invitationen' }).click();
    await expect(pane.getByText('Skriv beslutninger')).toBeVisible();
    await ulla.getByRole('button', { name: 'Send opdatering' }).click();
    await expect(ulla.getByText('Sendt til 9 deltagere.')).toBeVisible();
    await lookAtScreen(house, ulla, '1d-attached');
  });

  const ane = await pageOf(context);
  await test.step('an attendee reads it from her own invitation and sends an apology', async () => {
    await openInOutlook(house, ane, 'ane.kratholm');
    await expect(ane.getByRole('main').getByText('Ventetider i Borgerservice og på telefonen')).toBeVisible();
    const pane = outlookPane(ane);
    await expect(pane.getByText('Ventetider i Borgerservice og på telefonen')).toBeVisible();
    await lookAtScreen(house, ane, '2a-agenda');
    await pane.getByRole('button', { name: 'Meld afbud' }).click();
    const sheet = pane.getByRole('dialog');
    await sheet.getByRole('combobox', { name: /Stedfortræder/ }).fill('Torkil');
    await pane.getByRole('option', { name: /Torkil Bækhøj/ }).click();
    await lookAtScreen(house, ane, '2b-apology');
    await sheet.getByRole('button', { name: 'Meld afbud' }).click();
    await expect(pane.getByText('Du har meldt afbud')).toBeVisible();
    await expect(pane.getByText(/Torkil Bækhøj\s+møder for dig/)).toBeVisible();
  });

  await test.step('the record is stored and the own copy declined: the secretary sees both', async () => {
    // The calendar answers when the time to undo is over.
    const answer = async () => {
      const { event } = await meetingOf(house, 'ulla.skarvad');
      return event.attendees.find((attendee) => attendee.emailAddress.name === 'Ane Kratholm')?.status.response;
    };
    await expect.poll(answer, { timeout: 30_000 }).toBe('declined');
    await openInOutlook(house, ulla, 'ulla.skarvad');
    await outlookPane(ulla)
      .getByText(/stedfortræder: Torkil Bækhøj/)
      .scrollIntoViewIfNeeded();
    await lookAtScreen(house, ulla, '2c-answers');
  });

  const teams = await pageOf(context);
  await test.step('an attendee finds the same agenda in the Teams meeting', async () => {
    const poul = await pageOf(context);
    await openTeamsMeeting(house, poul, 'poul.kringelholm');
    await expect(teamsFrame(poul).getByText('Ventetider i Borgerservice og på telefonen')).toBeVisible();
    await house.picture(poul, '2d-teams-details');
  });

  await test.step('in the side panel the secretary quotes what was said, from a transcript of Teams', async () => {
    await openTeamsMeeting(house, teams, 'ulla.skarvad');
    await teams.getByRole('link', { name: 'Deltag', exact: true }).click();
    await teams.getByRole('button', { name: 'Dagsorden', exact: true }).click();
    const panel = teamsFrame(teams);
    await expect(panel.getByRole('heading', { name: /Nyt fra borgmesteren/ })).toBeVisible();
    await lookAtScreen(house, teams, '3a-panel');
    await panel.getByText('Hvad blev sagt (udskrift fra Teams)').click();
    const file = (name: string, text: string) => ({ name, mimeType: 'text/vtt', buffer: Buffer.from(text) });
    await panel.getByLabel('Vælg udskriften (.vtt)').setInputFiles(file('dagsorden.vtt', 'Dagsorden for mødet'));
    await expect(panel.getByText('“dagsorden.vtt” er ikke en udskrift fra Teams.', { exact: false })).toBeVisible();
    const said = 'WEBVTT\n\n00:00:03.000 --> 00:00:05.000\n<v Asger Mølbjerg>Borgmesteren var i ministeriet.</v>\n';
    await panel.getByLabel('Vælg udskriften (.vtt)').setInputFiles(file('møde.vtt', said));
    await expect(panel.getByText('Det er ikke noteret, hvornår mødet var ved punkterne', { exact: false })).toBeVisible();
    await panel.getByRole('searchbox', { name: 'Søg i hele udskriften' }).fill('ministeriet asger');
    await panel.getByRole('button', { name: 'Citér i noterne: Borgmesteren var i ministeriet.' }).click();
    await expect(panel.getByRole('textbox', { name: 'Noter' })).toHaveValue('> Asger Mølbjerg: Borgmesteren var i ministeriet.');
    await lookAtScreen(house, teams, '3b-transcript');
  });

  await test.step('and records decisions, one of them closed', async () => {
    const panel = teamsFrame(teams);
    await decide(panel, 'Nyt fra borgmesteren', { phrase: 'Taget til efterretning' });
    await decide(panel, 'Anlægsplan 2027-30, første udkast', { phrase: 'Drøftet', text: 'Drøftet. Planen gennemgås igen i januar.' });
    await decide(panel, 'Ventetider i Borgerservice og på telefonen', { phrase: 'Udsat' });
    await decide(panel, secret, { text: 'Organiseringen godkendes som beskrevet.', publicText: 'Direktionen traf beslutning i en personalesag.' });
    await lookAtScreen(house, teams, '3b-closed');
  });

  await test.step('and publishes, seeing first what goes where', async () => {
    const panel = teamsFrame(teams);
    await goToItem(panel, 'Eventuelt');
    await panel
      .getByRole('button', { name: 'Gå til udgivelse' })
      .or(panel.getByRole('link', { name: 'Gå til udgivelse' }))
      .click();
    await panel
      .getByRole('button', { name: /Markér .*som ikke behandlet/ })
      .first()
      .click();
    await lookAtScreen(house, teams, '3c-publication');
    await panel.getByRole('button', { name: 'Udgiv referatet i kanalen Generelt' }).click();
    // The meeting is still to come.
    await panel.getByRole('button', { name: 'Udgiv alligevel' }).click();
    await expect(panel.getByText('Direktionen · Referat')).toBeVisible();
    const log = await house.graph('ulla.skarvad', `/sites/${await openSiteOf(house)}/lists/DagsordenUdgivelse/items?$expand=fields`);
    const states = (log.body as { value: Row[] }).value.map(({ fields }) => `${fields['Destination']} ${fields['Status']}`);
    expect(states.sort()).toEqual(['Kanal Færdig', 'Lister Færdig', 'Lister for lukkede punkter Færdig']);
    await lookAtScreen(house, teams, '3d-published');
  });

  await test.step('a reader follows the link in the channel, signs in, and sees the minutes without the closed content', async () => {
    const freja = await pageOf(context);
    await freja.goto(`${house.addresses.teams}?user=freja.damsbo@fjordby.example`);
    await freja.getByRole('link', { name: 'Generelt' }).first().click();
    await expect(freja.getByText('Drøftet. Planen gennemgås igen i januar.')).toBeVisible();
    await house.picture(freja, '4a-channel');
    const [minutes] = await Promise.all([freja.context().waitForEvent('page'), freja.getByRole('link', { name: 'Læs hele referatet' }).click()]);
    await minutes.getByRole('button', { name: 'Log ind' }).click();
    await minutes.getByRole('button', { name: /Freja Damsbo/ }).click();
    await expect(minutes.getByText('Drøftet. Planen gennemgås igen i januar.')).toBeVisible();
    await expect(minutes.getByText('Lukket punkt').first()).toBeVisible();
    await expect(minutes.getByText('Direktionen traf beslutning i en personalesag.')).toBeVisible();
    expect(await minutes.content()).not.toContain(secret);
    expect(await minutes.content()).not.toContain('Organiseringen godkendes');
    await lookAtScreen(house, minutes, '4b-minutes');
    await minutes.setViewportSize({ width: 320, height: 640 });
    await lookAtScreen(house, minutes, '4c-minutes-narrow');
  });

  await test.step('Graph itself refuses the closed lists to the reader, and nothing closed is in any open place', async () => {
    const closedSite = await closedSiteOf(house);
    for (const list of ['DagsordenPunkter', 'DagsordenReferat', 'DagsordenBehandling']) {
      expect((await house.graph('freja.damsbo', `/sites/${closedSite}/lists/${list}/items`)).status).toBe(403);
      expect((await house.graph('ulla.skarvad', `/sites/${closedSite}/lists/${list}/items`)).status).toBe(200);
    }
    const openSite = await openSiteOf(house);
    const lists = (await house.graph('freja.damsbo', `/sites/${openSite}/lists`)).body as { value: { id: string }[] };
    for (const { id } of lists.value) {
      const rows = await house.graph('freja.damsbo', `/sites/${openSite}/lists/${id}/items?$expand=fields&$top=500`);
      expect(JSON.stringify(rows.body)).not.toContain(secret);
      expect(JSON.stringify(rows.body)).not.toContain('Organiseringen godkendes');
    }
  });
});

/** Opens the board's next meeting in the page that plays Outlook, and the app's pane beside it. */
async function openInOutlook(house: House, page: Page, person: string): Promise<void> {
  await page.goto(`${house.addresses.outlook}?user=${person}@fjordby.example`);
  await page.getByText('Direktionsmøde', { exact: true }).first().click();
  await page
    .getByRole('button', { name: /Dagsorden/ })
    .first()
    .click();
}

interface MeetingEvent {
  readonly subject: string;
  readonly attendees: readonly { readonly emailAddress: { readonly name: string }; readonly status: { readonly response: string } }[];
}

/** The next meeting of the board as Graph tells this person. */
async function meetingOf(house: House, person: string): Promise<{ event: MeetingEvent }> {
  const from = new Date().toISOString();
  const to = new Date(Date.now() + 14 * 86_400_000).toISOString();
  const { body } = await house.graph(person, `/me/calendarView?startDateTime=${from}&endDateTime=${to}&$orderby=start/dateTime&$top=50`);
  const event = (body as { value: MeetingEvent[] }).value.find((each) => each.subject === 'Direktionsmøde');
  if (!event) throw new Error('The fixture has no coming Direktionsmøde');
  return { event };
}

/** The page of the board's next meeting in Teams, with the app's tab. */
async function openTeamsMeeting(house: House, page: Page, person: string): Promise<void> {
  await page.goto(`${house.addresses.teams}?user=${person}@fjordby.example`);
  await page.getByRole('link', { name: 'Kalender' }).click();
  await page.getByText('Direktionsmøde', { exact: true }).first().click();
  await expect(page.getByRole('heading', { name: 'Direktionsmøde', level: 2 }).first()).toBeVisible();
  await page.getByRole('link', { name: 'Detaljer' }).waitFor();
  await page.getByRole('main').getByRole('link', { name: 'Dagsorden', exact: true }).click();
}

/** Writes an item's decision and waits until it is saved. */
async function decide(panel: FrameLocator, title: string, words: { phrase?: string; text?: string; publicText?: string }): Promise<void> {
  await goToItem(panel, title);
  if (words.phrase) await panel.getByRole('button', { name: words.phrase, exact: true }).click();
  if (words.text) await panel.getByRole('textbox', { name: 'Beslutning' }).fill(words.text);
  if (words.publicText) await panel.getByRole('textbox', { name: 'Det må offentliggøres' }).fill(words.publicText);
  await expect(decisionSaved(panel)).toBeVisible();
}

interface Row {
  readonly fields: Readonly<Record<string, string>>;
}

async function openSiteOf(house: House): Promise<string> {
  const { body } = await house.graph('ulla.skarvad', '/me/joinedTeams');
  const team = (body as { value: { id: string; displayName: string }[] }).value.find((each) => each.displayName === 'Direktionen');
  const site = await house.graph('ulla.skarvad', `/groups/${team?.id}/sites/root`);
  return (site.body as { id: string }).id;
}

async function closedSiteOf(house: House): Promise<string> {
  const { body } = await house.graph('ulla.skarvad', `/sites/${await openSiteOf(house)}/lists/DagsordenMoedeforum/items?$expand=fields`);
  const row = (body as { value: Row[] }).value[0];
  return row?.fields['ClosedSiteId'] ?? 'none';
}
