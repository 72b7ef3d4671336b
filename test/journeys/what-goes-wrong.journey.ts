import type { Browser, BrowserContext, FrameLocator, Page, Request } from '@playwright/test';
import { meetingAtHand, nextMeeting, outlookPage, seriesOf, storeOf, teamsPage, type MeetingAtHand } from './meetingAtHand.ts';
import { letterWithoutAgenda, shortProgramme } from './papers.ts';
import { decisionSaved, goToItem, lookAtState, outlookPane, teamsTab, whenTimeRunsOut } from './screens.ts';
import { expect, test } from './theHouse.ts';

const contextIn = (browser: Browser): Promise<BrowserContext> =>
  browser.newContext({ ignoreHTTPSErrors: true, locale: 'da-DK', timezoneId: 'Europe/Copenhagen', viewport: { width: 1000, height: 800 } });

test('papers that cannot be read, and meetings that cannot be shown', async ({ house, browser }) => {
  const page = await (await contextIn(browser)).newPage();
  const secretarys = await nextMeeting(house, 'ulla.skarvad', 'Direktionsmøde');

  await test.step('a text without an agenda says so and stays', async () => {
    await page.goto(outlookPage(house, 'ulla.skarvad', secretarys));
    const pane = outlookPane(page);
    await pane.getByRole('button', { name: 'Lav dagsorden' }).click();
    await pane.getByRole('textbox', { name: 'Tekst fra papiret' }).fill(letterWithoutAgenda);
    await pane.getByRole('button', { name: 'Læs dagsordenen' }).click();
    await expect(pane.getByRole('alert')).toContainText('Der er ingen dagsorden i teksten');
    await expect(pane.getByRole('textbox', { name: 'Tekst fra papiret' })).toHaveValue(letterWithoutAgenda);
    await lookAtState(house, page, 'paper-without-agenda');
  });

  await test.step('a file of another kind and a damaged one: what was found, what is read; the pasted text is still there', async () => {
    const pane = outlookPane(page);
    const chooser = pane.locator('input[type=file]');
    await chooser.setInputFiles({ name: 'Oplæg.pptx.bin', mimeType: 'application/octet-stream', buffer: Buffer.from([1, 0, 0, 2, 0, 0, 3]) });
    await expect(pane.getByRole('alert')).toContainText('Filen er af en slags, vi ikke læser');
    await expect(pane.getByRole('alert')).toContainText('Oplæg.pptx.bin');
    await expect(pane.getByRole('alert')).toContainText('Vi læser Word (.docx), PDF, HTML og ren tekst');
    await lookAtState(house, page, 'paper-of-another-kind');
    await chooser.setInputFiles({ name: 'Dagsorden.docx', mimeType: '', buffer: Buffer.from('PK\u0003\u0004 afbrudt halvvejs') });
    await expect(pane.getByRole('alert')).toContainText('Filen er beskadiget');
    await lookAtState(house, page, 'paper-damaged');
    await expect(pane.getByRole('textbox', { name: 'Tekst fra papiret' })).toHaveValue(letterWithoutAgenda);
  });

  await test.step('and the way on is to make the agenda oneself', async () => {
    const pane = outlookPane(page);
    await pane.getByRole('button', { name: 'Læs dagsordenen' }).click();
    await pane.getByRole('button', { name: 'Lav dagsordenen selv' }).click();
    await expect(pane.getByRole('button', { name: 'Tilføj punkt' })).toBeVisible();
  });

  await test.step('a meeting without an agenda tells an attendee when there will be one', async () => {
    await page.goto(outlookPage(house, 'ane.kratholm', await nextMeeting(house, 'ane.kratholm', 'Direktionsmøde')));
    const pane = outlookPane(page);
    await expect(pane.getByText('Der er ingen dagsorden endnu')).toBeVisible();
    await expect(pane.getByText('Når Ulla Skarvad sætter dagsordenen i invitationen, står den her.')).toBeVisible();
    await lookAtState(house, page, 'no-agenda-yet');
  });

  await test.step("an event of another's mailbox is not found, and the way on is one's own meetings", async () => {
    await page.goto(teamsPage(house, 'ane.kratholm', `#/e?${new URLSearchParams({ id: secretarys.id })}`));
    const tab = teamsTab(page);
    await expect(tab.getByRole('alert')).toContainText('Vi kan ikke finde mødet');
    await lookAtState(house, page, 'event-of-another-mailbox');
    await tab.getByRole('alert').getByRole('link', { name: 'Mine møder' }).click();
    await expect(tab.getByText('Direktionsmøde').first()).toBeVisible();
  });

  await test.step('a board that is not prepared: a member who may not is told who may; the owner does it from the same place', async () => {
    const store = storeOf(house, 'ulla.skarvad');
    const team = (await store.teams()).find(({ name }) => name === 'Børne- og Ungdomsudvalget');
    const channelTab = (person: string) => `${house.addresses.teams}?user=${person}@fjordby.example&view=teams&team=${team?.id}&tab=dagsorden`;
    await page.goto(channelTab('karla.vindeby'));
    const tab = teamsTab(page);
    await expect(tab.getByRole('heading', { name: 'Stedet er ikke gjort klar' })).toBeVisible();
    await lookAtState(house, page, 'site-not-prepared');
    // Where members may not make lists, which is the site's own choice.
    await house.fault({ user: 'karla.vindeby@fjordby.example', method: 'POST', path: '/lists$', status: 403, code: 'accessDenied' });
    await tab.getByRole('button', { name: 'Gør stedet klar' }).click();
    await tab.getByRole('button', { name: 'Gør stedet klar' }).click();
    await expect(tab.getByText('En ejer af Børne- og Ungdomsudvalget skal gøre det')).toBeVisible();
    await expect(tab.getByRole('textbox', { name: 'Tekst, du kan sende' })).toHaveValue(/Det tager et par minutter/);
    await lookAtState(house, page, 'site-for-an-owner');
    await page.goto(channelTab('ulla.skarvad'));
    await tab.getByRole('button', { name: 'Gør stedet klar' }).click();
    await tab.getByRole('button', { name: 'Gør stedet klar' }).click();
    await expect(tab.getByText('Der er ingen møder med dagsorden endnu.')).toBeVisible();
    await lookAtState(house, page, 'site-prepared');
  });

  await test.step('links: cut short, to a place one may not read, to a site whose lists are gone', async () => {
    const meeting = await meetingAtHand(house, shortProgramme);
    const tab = teamsTab(page);
    await page.goto(meeting.inTeams('ane.kratholm', 'agenda').slice(0, -6));
    await expect(tab.getByRole('alert')).toContainText('Vi kan ikke finde mødet');
    await lookAtState(house, page, 'link-cut-short');

    await page.goto(meeting.inTeams('palle.ebbesoe', 'agenda'));
    await expect(tab.getByRole('alert')).toContainText('Det har du ikke adgang til');
    await expect(tab.getByRole('textbox', { name: 'Tekst, du kan sende' })).toHaveValue(/Vil du give mig adgang\? https:\S+\/index\.html#\/m\?s=/);
    await lookAtState(house, page, 'not-allowed');

    const lists = await house.graph('ulla.skarvad', `/sites/${meeting.board.siteId}/lists`);
    const gone = (lists.body as { value: { id: string; displayName: string }[] }).value.find((list) => list.displayName === 'DagsordenPunkter');
    expect((await house.graph('ulla.skarvad', `/sites/${meeting.board.siteId}/lists/${gone?.id}`, { method: 'DELETE' })).status).toBe(204);
    await page.goto(meeting.inTeams('ane.kratholm', 'agenda'));
    await expect(tab.getByRole('alert')).toContainText('Stedet er ikke gjort klar endnu');
    await expect(tab.getByRole('textbox', { name: 'Tekst, du kan sende' })).toHaveValue(/Gør stedet klar/);
    await lookAtState(house, page, 'lists-gone');
  });
});

test('a whole series of meetings is no meeting, and the way on is one of them', async ({ house, browser }) => {
  const page = await (await contextIn(browser)).newPage();
  await page.goto(outlookPage(house, 'ane.kratholm', await seriesOf(house, 'ane.kratholm', 'Chefgruppens ugemøde')));
  const pane = outlookPane(page);
  await expect(pane.getByRole('alert')).toContainText('Du har åbnet hele rækken af møder');
  await lookAtState(house, page, 'whole-series');
  await pane.getByRole('alert').getByRole('link', { name: 'Mine møder' }).click();
  await pane.getByText('Chefgruppens ugemøde').first().click();
  await expect(pane.getByText('Der er ingen dagsorden endnu')).toBeVisible();
});

test('signing in when the host or the organisation says no', async ({ house, browser }) => {
  /** Each visit in a browser of its own, since tokens outlive a page. */
  const visit = async (look: (page: Page, tab: FrameLocator) => Promise<void>, misbehave?: string) => {
    const context = await contextIn(browser);
    const page = await context.newPage();
    await page.goto(`${teamsPage(house, 'ane.kratholm', '')}${misbehave ? `&misbehave=${misbehave}` : ''}`);
    await look(page, teamsTab(page));
    await context.close();
  };
  const meetingsShown = (tab: FrameLocator) => expect(tab.getByText('Direktionsmøde').first()).toBeVisible();

  await test.step('nobody has consented: who must, a text to send them, and on when they have', async () => {
    const { scopes } = (await house.dev('GET', 'consent')) as { scopes: string[] };
    await house.dev('DELETE', 'consent', {});
    await visit(async (page, tab) => {
      await expect(tab.getByRole('alert')).toContainText('Dagsorden mangler en tilladelse');
      await expect(tab.getByRole('textbox', { name: 'Tekst, du kan sende' })).toHaveValue(/adminconsent/);
      await lookAtState(house, page, 'consent-missing');
      await house.dev('POST', 'consent', { scopes });
      await tab.getByRole('button', { name: 'Prøv igen' }).click();
      await meetingsShown(tab);
    });
  });

  await test.step("the host's own sign-in is switched off: one signs in through a window instead", () =>
    visit(async (page, tab) => {
      await expect(tab.getByRole('button', { name: 'Log ind' })).toBeVisible();
      await lookAtState(house, page, 'host-sign-in-off');
      await tab.getByRole('button', { name: 'Log ind' }).click();
      // Teams, the window that passes the answer on to the frame, and the one to sign in with.
      const windows = () => page.context().pages();
      await expect.poll(() => windows().length).toBe(3);
      await windows()[2]
        ?.getByRole('button', { name: /Ane Kratholm/ })
        .click();
      await meetingsShown(tab);
    }, 'naa-disabled'));

  await test.step("the host's sign-in fails without a word: told, with a new try", () =>
    visit(async (page, tab) => {
      await expect(tab.getByRole('alert')).toContainText('Teams eller Outlook svarer ikke');
      await expect(tab.getByRole('button', { name: 'Prøv igen' })).toBeVisible();
      await lookAtState(house, page, 'host-sign-in-fails');
    }, 'naa-persistent'));

  await test.step("a token of another person is not used: nobody's meetings are shown to somebody else", () =>
    visit(async (page, tab) => {
      await expect(tab.getByRole('alert')).toContainText('Du er logget ind med en anden konto');
      await lookAtState(house, page, 'wrong-account');
    }, 'naa-wrong-account'));

  await test.step('the host never answers: outside Teams, and in Outlook when its own script is barred', async () => {
    const context = await contextIn(browser);
    const page = await context.newPage();
    await page.goto(`${house.appOrigin}/tab.html?surface=personal`);
    const silence = 'Dagsorden får ikke svar fra det program, siden er åbnet i';
    await whenTimeRunsOut(page, page.getByRole('heading', { name: silence }));
    await expect(page.getByRole('button', { name: 'Prøv igen' })).toBeVisible();
    await lookAtState(house, page, 'host-silent');
    await page.route('**/office*.js', (route) => route.abort());
    await page.goto(outlookPage(house, 'ane.kratholm', await nextMeeting(house, 'ane.kratholm', 'Direktionsmøde')));
    await whenTimeRunsOut(page, outlookPane(page).getByRole('heading', { name: silence }));
    await lookAtState(house, page, 'outlook-silent');
    await page.unrouteAll();
    await outlookPane(page).getByRole('button', { name: 'Prøv igen' }).click();
    await expect(outlookPane(page).getByText('Der er ingen dagsorden endnu')).toBeVisible();
    await context.close();
  });
});

test('no connection, a busy service, and two people at the same decision', async ({ house, browser }) => {
  const meeting = await meetingAtHand(house, shortProgramme);
  const ulla = await openPanel(await contextIn(browser), meeting, 'ulla.skarvad');
  const panel = teamsTab(ulla);
  const decision = panel.getByRole('textbox', { name: 'Beslutning' });

  await test.step('a busy service is asked again when it said, without anybody noticing more than a moment', async () => {
    await house.fault({ path: 'DagsordenPunkter/items', status: 429, retryAfter: 2, count: 1 });
    await ulla.goto(meeting.inTeams('ulla.skarvad', 'agenda'));
    await expect(panel.getByText('Anlægsplan 2027-30, første udkast')).toBeVisible();
  });

  await test.step('a service that wants half an hour: said, with the time, and a new try', async () => {
    await house.fault({ path: 'DagsordenPunkter/items', status: 429, retryAfter: 1800, count: 1 });
    await ulla.reload();
    await expect(panel.getByRole('alert')).toContainText('Vi prøver selv igen om 30 minutter.');
    await lookAtState(house, ulla, 'busy');
    await panel.getByRole('button', { name: 'Prøv igen' }).click();
    await expect(panel.getByText('Anlægsplan 2027-30, første udkast')).toBeVisible();
  });

  await test.step('offline while reading: what is there stays, what is not says so and comes with the connection', async () => {
    await ulla.context().setOffline(true);
    await expect(panel.getByText('Anlægsplan 2027-30, første udkast')).toBeVisible();
    // A part of the app that is not on the device yet …
    await panel.getByRole('link', { name: 'Mine møder' }).click();
    await expect(panel.getByRole('alert')).toContainText('Der er ikke forbindelse');
    await ulla.context().setOffline(false);
    await panel.getByRole('button', { name: 'Prøv igen' }).click();
    await expect(panel.getByText('Chefgruppens ugemøde').first()).toBeVisible();
    // … and a meeting that is not.
    await ulla.context().setOffline(true);
    await panel.getByText('Chefgruppens ugemøde').first().click();
    await expect(panel.getByRole('alert')).toContainText('Der er ikke forbindelse');
    await lookAtState(house, ulla, 'offline-reading');
    await ulla.context().setOffline(false);
    await expect(panel.getByText('Mødet har ingen dagsorden endnu')).toBeVisible();
  });

  await test.step('offline while writing a decision: kept on the device, and sent by itself', async () => {
    await ulla.goto(meeting.inTeams('ulla.skarvad', 'record'));
    await expect(decision).toBeVisible();
    await ulla.context().setOffline(true);
    await decision.fill('Orienteringen blev taget til efterretning.');
    await expect(panel.getByText('Gemt på din enhed. Sendes, så snart det kan lade sig gøre.')).toBeVisible();
    await lookAtState(house, ulla, 'offline-writing');
    await ulla.context().setOffline(false);
    await expect(decisionSaved(panel)).toBeVisible();
    expect(await decisionsOf(meeting)).toContain('Orienteringen blev taget til efterretning.');
  });

  await test.step('two panes of one person: what the second writes while the first is sending is saved, and the second hears it', async () => {
    const second = await openPanel(ulla.context(), meeting, 'ulla.skarvad');
    const other = teamsTab(second);
    await goToItem(other, /Eventuelt/);
    const letGo = await holdWriting(ulla);
    await decision.fill('Orienteringen blev taget til efterretning, og planen følges op.');
    await decision.blur();
    await expect(panel.getByRole('main').getByText('Gemmer …')).toBeVisible();
    await other.getByRole('textbox', { name: 'Beslutning' }).fill('Intet at bemærke.');
    await other.getByRole('textbox', { name: 'Beslutning' }).blur();
    await expect(decisionSaved(other)).toHaveCount(0);
    letGo();
    await expect(decisionSaved(other)).toBeVisible();
    await expect(decisionSaved(panel)).toBeVisible();
    expect(await decisionsOf(meeting)).toEqual(
      expect.arrayContaining(['Intet at bemærke.', 'Orienteringen blev taget til efterretning, og planen følges op.']),
    );
    await second.close();
  });

  await test.step('two people decide the same item: both texts are shown and both can be kept', async () => {
    const asger = await openPanel(await contextIn(browser), meeting, 'asger.moelbjerg');
    const theirs = teamsTab(asger);
    for (const each of [panel, theirs]) await goToItem(each, /Anlægsplan/);
    await decision.fill('Planen sendes i høring.');
    await expect(decisionSaved(panel)).toBeVisible();
    await theirs.getByRole('textbox', { name: 'Beslutning' }).fill('Planen udsættes til januar.');
    const clash = theirs.getByRole('alert');
    await expect(clash).toContainText('Ulla Skarvad har skrevet det samme sted');
    await expect(clash).toContainText('Planen sendes i høring.');
    await expect(clash).toContainText('Planen udsættes til januar.');
    await expect(theirs.getByText('Gemt', { exact: true })).toHaveCount(0);
    await lookAtState(house, asger, 'conflict');
    // Left like this, the text would be missing in the minutes.
    await asger.goto(meeting.inTeams('asger.moelbjerg', 'publish'));
    await expect(theirs.getByText('1 punkt har tekst, der ikke er gemt i referatet')).toBeVisible();
    await expect(theirs.getByRole('button', { name: 'Udgiv referatet i kanalen Generelt' })).toHaveAttribute('aria-disabled', 'true');
    await lookAtState(house, asger, 'publication-unsent');
    await theirs.getByRole('link', { name: /^Se teksten til Anlægsplan/ }).click();
    await expect(clash).toContainText('Planen udsættes til januar.');
    await clash.getByRole('button', { name: 'Behold begge' }).click();
    await expect(decisionSaved(theirs)).toBeVisible();
    expect(await decisionsOf(meeting)).toContain('Planen udsættes til januar.\n\nPlanen sendes i høring.');
  });
});

test('publishing that fails halfway', async ({ house, browser }) => {
  const meeting = await meetingAtHand(house, shortProgramme, { decisions: true });
  const page = await (await contextIn(browser)).newPage();
  const tab = teamsTab(page);
  const minutesInChannel = async () => {
    const { teamId, channelId } = meeting.board;
    const scopes = ['ChannelMessage.Read.All'];
    const { body } = await house.graph('ulla.skarvad', `/teams/${teamId}/channels/${channelId}/messages`, { scopes });
    return (body as { value: { body: { content: string } }[] }).value.filter((message) => message.body.content.includes('Drøftet.')).length;
  };
  const row = (name: RegExp) => tab.getByRole('listitem').filter({ hasText: name });
  const rowsWritten = async () => {
    const log = (await house.dev('GET', 'log')) as { method: string; path: string }[];
    return log.filter(({ method, path }) => method !== 'GET' && path.includes('DagsordenReferat')).length;
  };
  await page.goto(meeting.inTeams('ulla.skarvad', 'publish'));
  await tab
    .getByRole('button', { name: /Markér .*som ikke behandlet/ })
    .first()
    .click();

  await test.step('the channel refuses: it says so, and what is published is not sent again', async () => {
    await house.fault({ method: 'POST', path: '/messages', status: 403, code: 'Forbidden', message: 'Posting is restricted', count: 1 });
    await tab.getByRole('button', { name: 'Udgiv referatet i kanalen Generelt' }).click();
    await tab.getByRole('button', { name: 'Udgiv alligevel' }).click();
    await expect(row(/En besked i kanalen/)).toContainText('Ikke udgivet');
    await expect(row(/Referatet på webstedet/)).toContainText(/Udgivet \d/);
    await expect(tab.getByText('Noget kom ikke med. Det, der er udgivet, bliver ikke sendt igen.')).toBeVisible();
    await lookAtState(house, page, 'publication-refused');
    expect(await minutesInChannel()).toBe(0);
  });

  await test.step('the answer to the post is lost: a person looks, and nothing is posted twice', async () => {
    const before = await rowsWritten();
    // On the way back, past the browser's own second try of a request whose connection closed without a word.
    await page.route(
      '**/messages',
      async (route) => (route.request().method() === 'POST' ? (await route.fetch(), route.abort('connectionreset')) : route.continue()),
      { times: 2 },
    );
    await tab.getByRole('button', { name: 'Udgiv det, der mangler' }).click();
    await expect(tab.getByText('Er beskeden i kanalen?')).toBeVisible();
    await lookAtState(house, page, 'publication-uncertain');
    expect(await rowsWritten()).toBe(before);
    // Opened anew, it still asks rather than offering to send.
    await page.reload();
    await expect(tab.getByText('Er beskeden i kanalen?')).toBeVisible();
    await expect(tab.getByRole('button', { name: /Udgiv/ })).toHaveCount(0);
    await tab.getByRole('button', { name: 'Ja, den er der' }).click();
    await expect(tab.getByText(/Direktionen · Referat/)).toBeVisible();
    expect(await minutesInChannel()).toBe(1);
    expect((await meeting.read()).status.minutes).toBe('published');
    await lookAtState(house, page, 'published-after-all');
  });
});

/** The decisions of a meeting in Teams' personal tab, as wide as a tab is. */
async function openPanel(context: BrowserContext, meeting: MeetingAtHand, person: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(meeting.inTeams(person, 'record'));
  await expect(teamsTab(page).getByRole('textbox', { name: 'Beslutning' })).toBeVisible();
  return page;
}

/** Holds what a page writes about decisions on its way to the service, until it is let go. */
async function holdWriting(page: Page): Promise<() => void> {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  const writes = (request: Request) => request.method() !== 'GET' && `${request.url()} ${request.postData() ?? ''}`.includes('DagsordenBehandling');
  await page.route('**/v1.0/**', async (route) => {
    if (writes(route.request())) await opened;
    await route.fallback();
  });
  return open;
}

async function decisionsOf(meeting: MeetingAtHand): Promise<string[]> {
  return (await meeting.read()).treatments.map(({ decision }) => decision);
}
