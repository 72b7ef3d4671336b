import type { Browser, BrowserContext, Page, Request } from '@playwright/test';
import { isClosed } from '../../src/meeting/agenda.ts';
import type { MeetingFile, Person, Treatment } from '../../src/meeting/meeting.ts';
import { treatmentOf } from '../../src/meeting/run.ts';
import { printRoute, type MeetingPage } from '../../src/ui/kit/route.ts';
import { keptHere } from './keptHere.ts';
import { meetingAtHand, storeOf, type MeetingAtHand } from './meetingAtHand.ts';
import { shortProgramme } from './papers.ts';
import { lookAtScreen, lookAtState } from './screens.ts';
import { expect, test, type House } from './theHouse.ts';

/** What another writes is on screen within ten seconds; a loaded machine is given more. */
const soon = { timeout: 60_000 };
const contextIn = (browser: Browser, width = 900): Promise<BrowserContext> =>
  browser.newContext({ ignoreHTTPSErrors: true, locale: 'da-DK', timezoneId: 'Europe/Copenhagen', viewport: { width, height: 900 } });
const address = (house: House, { file }: MeetingAtHand, page: MeetingPage) =>
  `${house.appOrigin}/index.html${printRoute({ page, pointer: file.pointer })}`;

async function signIn(page: Page, to: string, who: RegExp): Promise<void> {
  await page.goto(to);
  await page.getByRole('button', { name: 'Log ind' }).click();
  await page.getByRole('button', { name: who }).click();
}

const decision = (page: Page) => page.getByRole('textbox', { name: 'Beslutning' });
const saved = (page: Page) => page.getByRole('main').getByText('Gemt', { exact: true });
const next = (page: Page) => page.getByRole('button', { name: 'Næste punkt' }).click();
const decisionsIn = async (meeting: MeetingAtHand): Promise<string[]> => {
  const { agenda, treatments } = await meeting.read();
  return agenda.items.map((item) => treatmentOf(agenda, treatments, item).decision);
};

async function personOf(house: House, name: string): Promise<Person> {
  const found = (await house.inhabitants()).find(({ displayName }) => displayName === name);
  if (!found) throw new Error(`${name} has left`);
  return { id: found.id, name: found.displayName, email: found.userPrincipalName };
}

test('two take the minutes of one meeting, and one of them loses the network: nothing is overwritten', async ({ house, browser }) => {
  const meeting = await meetingAtHand(house, shortProgramme);
  const [ullas, anes] = [await contextIn(browser), await contextIn(browser, 320)];
  const [ulla, ane] = [await ullas.newPage(), await anes.newPage()];
  await signIn(ulla, address(house, meeting, 'record'), /Ulla Skarvad/);
  await signIn(ane, address(house, meeting, 'record'), /Ane Kratholm/);

  await test.step('each sees at the item that the other writes there, and what was written', async () => {
    await decision(ulla).pressSequentially('Taget til efterretning.');
    await expect(saved(ulla)).toBeVisible();
    await expect(decision(ane)).toHaveValue('Taget til efterretning.', soon);
    await decision(ane).press('End');
    await decision(ane).pressSequentially(' Borgmesteren takkede.');
    await expect(ane.getByText(/^Ulla Skarvad skriver også i punktet nu/)).toBeVisible(soon);
    await expect(ulla.getByText(/^Ane Kratholm skriver også i punktet nu/)).toBeVisible(soon);
    await lookAtState(house, ulla, 'the-other-takes-minutes');
    await expect(decision(ulla)).toHaveValue('Taget til efterretning. Borgmesteren takkede.', soon);
  });

  await test.step('without a network one writes on, and sees that it is kept on the device', async () => {
    await next(ulla);
    await next(ane);
    await expect(ane.getByText(/skriver også i punktet nu/)).toHaveCount(0, soon);
    await ullas.setOffline(true);
    await decision(ulla).pressSequentially('Ulla: planen godkendes.');
    await expect(ulla.getByText('Gemt på din enhed. Sendes, så snart det kan lade sig gøre.').first()).toBeVisible();
    await next(ulla);
    await decision(ulla).pressSequentially('Ulla: organiseringen godkendes.');
    await expect(ulla.getByText('Gemt på din enhed. Sendes, så snart det kan lade sig gøre.').first()).toBeVisible();
    await decision(ane).pressSequentially('Ane: planen udsættes.');
    await expect(saved(ane)).toBeVisible();
  });

  await test.step('back again, what clashes is shown with both texts, and the rest is sent by itself', async () => {
    await ullas.setOffline(false);
    await expect.poll(async () => (await decisionsIn(meeting))[2], soon).toBe('Ulla: organiseringen godkendes.');
    await ulla.getByRole('button', { name: 'Forrige punkt' }).click();
    const told = ulla.getByRole('alert').filter({ hasText: 'har skrevet det samme sted' });
    await expect(told).toContainText('Ulla: planen godkendes.', soon);
    await expect(told).toContainText('Ane: planen udsættes.');
    await lookAtState(house, ulla, 'both-decisions');
    await told.getByRole('button', { name: /Behold begge/ }).click();
    await expect
      .poll(async () => (await decisionsIn(meeting))[1], soon)
      .toMatch(/Ulla: planen godkendes\.[^]*Ane: planen udsættes\.|Ane: planen udsættes\.[^]*Ulla: planen godkendes\./);
    await expect(decision(ane)).toHaveValue(/Ulla: planen godkendes\./, soon);
    expect((await decisionsIn(meeting))[0]).toBe('Taget til efterretning. Borgmesteren takkede.');
  });
});

/** Where the page is closed. */
interface Cut {
  readonly where: string;
  readonly isIt: (request: Request) => boolean;
  /** The same request, as the tenant's faults name it. */
  readonly fault: string;
  readonly done: boolean;
  /** Is the message in the channel, when the person looks? */
  readonly isThere: boolean;
}

test('the page is closed in the middle of publishing: opened again, there is exactly one complete edition', async ({ house, browser }) => {
  const meeting = await meetingAtHand(house, shortProgramme, { decisions: true });
  const store = storeOf(house, 'ulla.skarvad');
  const first = meeting.file.agenda.items[0]!;
  const decide = async (words: string) => {
    const { agenda, treatments, pointer } = await meeting.read();
    const before = treatmentOf(agenda, treatments, first);
    await store.putTreatment(pointer, before.decision === '' ? null : before, { ...before, outcome: 'noted', decision: words });
  };
  const context = await contextIn(browser);
  const other = await context.newPage();
  await signIn(other, address(house, meeting, 'agenda'), /Ulla Skarvad/);
  await expect(other.getByRole('heading', { name: 'Direktionsmøde' })).toBeVisible();

  /** Publishes, and closes the page at the first request like this: before it reaches Graph, or after it has done its work and before the answer. */
  const crash = async ({ isIt, fault, done }: Cut, asked: boolean): Promise<void> => {
    const page = await context.newPage();
    await page.goto(address(house, meeting, 'publish'));
    const publish = page.getByRole('button', { name: /^Udgiv (referatet i kanalen|rettet udgave)/ });
    await expect(publish).toBeEnabled();
    const closed = page.waitForEvent('close');
    // The request has left, and what it does is done two seconds later, or not at all: by then the page is gone.
    await house.fault({ method: 'POST', path: fault, delayMs: 2000, count: 1, ...(done ? {} : { cut: 'before' }) });
    page.on('request', (request) => {
      if (isIt(request)) void page.close();
    });
    await publish.click();
    // Only the first edition is asked about: the meeting has not ended.
    const anyway = page.getByRole('button', { name: 'Udgiv alligevel' });
    if (asked) await anyway.click();
    await closed;
  };
  /** What a person does who comes back. */
  const goOn = async (version: number, isThere: boolean): Promise<void> => {
    const page = await context.newPage();
    await page.goto(address(house, meeting, 'publish'));
    const rest = page.getByRole('button', { name: /^Udgiv (det, der mangler|referatet i kanalen|rettet udgave)/ });
    const looked = page.getByRole('button', { name: isThere ? 'Ja, den er der' : 'Nej, send igen' });
    const anyway = page.getByRole('button', { name: 'Udgiv alligevel' });
    const isDone = async () => {
      for (const button of [anyway, looked, rest])
        if (await button.isEnabled({ timeout: 250 }).catch(() => false)) await button.click({ timeout: 2_000 }).catch(() => undefined);
      const { publications } = await meeting.read();
      return publications
        .filter((line) => line.version === version)
        .map(({ target, state }) => `${target} ${state}`)
        .sort();
    };
    await expect.poll(isDone, soon).toEqual(['channel done', 'closedLists done', 'lists done']);
    await page.close();
  };
  const messages = async (): Promise<number> => {
    const { teamId, channelId } = meeting.board;
    const { body } = await house.graph('ulla.skarvad', `/teams/${teamId}/channels/${channelId}/messages?$expand=replies`, {
      scopes: ['ChannelMessage.Read.All'],
    });
    return (body as { value: { subject: string | null; replies: unknown[] }[] }).value
      .filter(({ subject }) => subject?.startsWith('Referat') ?? false)
      .reduce((sum, { replies }) => sum + 1 + replies.length, 0);
  };
  const written = (request: Request) => request.method() === 'POST' && `${request.url()} ${request.postData() ?? ''}`;
  const isEdition = (request: Request) => /DagsordenReferat\/items"?[^]*"RowId"/.test(written(request) || '');
  const isMessage = (request: Request) => request.method() === 'POST' && /\/messages(\/[^/]+\/replies)?$/.test(request.url());
  const lists = { isIt: isEdition, fault: 'DagsordenReferat/items$', isThere: false };
  const cases: readonly Cut[] = [
    { where: 'before the edition is in the lists', ...lists, done: false },
    { where: 'after the edition is in the lists', ...lists, done: true },
    { where: 'after the message is in the channel', isIt: isMessage, fault: '/(messages|replies)$', isThere: true, done: true },
  ];
  for (const [place, cut] of cases.entries()) {
    const { where, isThere } = cut;
    await test.step(where, async () => {
      const version = place + 1;
      await decide(`Beslutning ${version}.`);
      await crash(cut, place === 0);
      await goOn(version, isThere);
      const { minutes } = await meeting.read();
      expect([minutes?.version, minutes?.lines.length, minutes?.lines[0]?.decision]).toEqual([version, 4, `Beslutning ${version}.`]);
      await expect.poll(messages, soon).toBe(version);
    });
  }
});

test('a council of 40 with 80 items: decided by keys, the roll called, published', async ({ house, browser }) => {
  const council = ['Anna', 'Bo', 'Carl', 'Dorte', 'Erik', 'Frida', 'Gorm', 'Hanne'].flatMap((first) =>
    ['Aadal', 'Bækby', 'Dalgård', 'Engvang', 'Fjordgren'].map((last) => `${first} ${last}`),
  );
  const programme = ['Dagsorden for byrådsmøde', '', ...Array.from({ length: 80 }, (_, place) => `${place + 1}. Sag ${place + 1}`)].join('\n');
  const meeting = await meetingAtHand(house, programme, { decisions: true });
  expect(meeting.file.agenda.items).toHaveLength(80);
  const store = storeOf(house, 'ulla.skarvad');
  for (const name of council) {
    const person = { id: null, name, email: `${name.toLowerCase().replace(' ', '.')}@byraad.example` };
    await store.saveMember(meeting.board.siteId, null, { person, roles: ['member'], votes: true, party: null, substitute: null });
  }
  const page = await (await contextIn(browser, 1100)).newPage();
  await signIn(page, address(house, meeting, 'record'), /Ulla Skarvad/);

  await test.step('one decision and on is three keys', async () => {
    await expect(page.getByText('Punkt 1 af 80')).toBeVisible();
    await decision(page).focus();
    await page.keyboard.press('Alt+1');
    await expect(saved(page)).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Punkt 2 af 80')).toBeVisible();
    await lookAtState(house, page, 'council-panel');
  });

  await test.step('the roll of 40 is called by keys: a name, a letter, Enter', async () => {
    const roll = page.getByRole('region', { name: 'Fremmøde' });
    await expect(roll.getByText(/ 40 ikke noteret$/)).toBeVisible();
    await roll.getByRole('button', { name: 'Notér fremmøde' }).click();
    const field = roll.getByRole('textbox', { name: 'Navn og et bogstav' });
    for (const name of council) {
      await field.fill(`${name} t`);
      await expect(roll.getByText(`${name}: Til stede. Tryk Enter.`)).toBeVisible();
      await page.keyboard.press('Enter');
    }
    await expect(roll.getByText(/^40 til stede/)).toBeVisible();
    await expect(page.getByText(/notat(er)? er på vej/)).toHaveCount(0);
  });

  await test.step('opened again, nothing of the agenda is asked outside a batch', async () => {
    await page.goto('about:blank');
    await house.dev('DELETE', 'log');
    await page.goto(address(house, meeting, 'record'));
    await expect(page.getByText('80 af 80 punkter har en beslutning')).toBeVisible();
    const log = (await house.dev('GET', 'log')) as { path: string; batchId?: string }[];
    const reads = log.filter(({ path }) => new RegExp(`${meeting.board.siteId}/lists/DagsordenPunkter/items(\\?|$)`).test(decodeURIComponent(path)));
    expect(reads.length).toBeGreaterThan(0);
    expect(reads.filter(({ batchId }) => batchId === undefined)).toEqual([]);
  });

  await test.step('published: 80 decisions in the record, and a message that fits in the channel', async () => {
    await page.goto(address(house, meeting, 'publish'));
    await page.getByRole('button', { name: 'Udgiv referatet i kanalen Generelt' }).click();
    await page.getByRole('button', { name: 'Udgiv alligevel' }).click();
    await expect(page.getByText('Direktionen · Referat')).toBeVisible();
    const { minutes, publications } = await meeting.read();
    expect([minutes?.lines.length, publications.every(({ state }) => state === 'done')]).toEqual([80, true]);
    expect(minutes?.attendance?.present.length).toBeGreaterThanOrEqual(40);
    await lookAtState(house, page, 'council-minutes');
  });
});

test('a person outside the circle is sent nothing of what is planted in every closed field', async ({ house, browser }) => {
  const MARK = 'PLANTET';
  const meeting = await meetingAtHand(house, shortProgramme.replace('Ledelse på Vej og Park', `${MARK} titel`));
  const store = storeOf(house, 'ulla.skarvad');
  const ulla = await personOf(house, 'Ulla Skarvad');
  const ane = await personOf(house, 'Ane Kratholm');
  const secret = meeting.file.agenda.items.find((item) => isClosed(meeting.file.agenda.items, item))!;
  await plantIn(house, meeting, { mark: MARK, ulla, ane });

  const context = await contextIn(browser, 1100);
  const sent: { from: string; words: string }[] = [];
  context.on('response', (response) => {
    void response.text().then(
      (words) => sent.push({ from: response.url(), words }),
      () => undefined,
    );
  });
  const heard: string[] = [];
  context.on('console', (message) => heard.push(message.text()));
  const freja = await context.newPage();
  const look = async (what: string) => {
    expect(await freja.content(), `the page ${what}`).not.toContain(MARK);
    expect(await keptHere(freja), `what the device keeps after ${what}`).not.toContain(MARK);
    expect(
      sent.filter(({ words }) => words.includes(MARK)).map(({ from }) => from),
      `what was sent for ${what}`,
    ).toEqual([]);
  };
  await signIn(freja, address(house, meeting, 'agenda'), /Freja Damsbo/);
  const closedWords = freja.getByText('Lukket punkt').first();

  await test.step('before the minutes are out: agenda, panel, minutes, publication, the body, decisions, tasks', async () => {
    await expect(closedWords).toBeVisible();
    await look('agenda');
    for (const page of ['record', 'minutes', 'publish'] as const) {
      await freja.goto(address(house, meeting, page));
      await expect(freja.getByRole('main')).not.toBeEmpty();
      await freja.waitForLoadState('networkidle');
      await look(page);
    }
    for (const to of [
      printRoute({ page: 'mine' }),
      printRoute({ page: 'decisions', siteId: meeting.board.siteId }),
      printRoute({ page: 'body', siteId: meeting.board.siteId, from: null }),
    ]) {
      await freja.goto(`${house.appOrigin}/index.html${to}`);
      await expect(freja.getByRole('main')).not.toBeEmpty();
      await freja.waitForLoadState('networkidle');
      await look(to);
    }
  });

  await test.step('and once they are out, the page and the channel', async () => {
    const page = await (await contextIn(browser)).newPage();
    await signIn(page, address(house, meeting, 'publish'), /Ulla Skarvad/);
    await page.getByRole('button', { name: 'Udgiv referatet i kanalen Generelt' }).click();
    await page.getByRole('button', { name: 'Udgiv alligevel' }).click();
    await expect(page.getByText(`${MARK} beslutning`).first()).toBeVisible();
    // The preview holds the same words: they are out when the page of the minutes says so.
    await expect(page.getByText('Direktionen · Referat')).toBeVisible();
    expect((await meeting.read()).publications.map(({ state }) => state)).toContain('done');
    await freja.goto(address(house, meeting, 'minutes'));
    // An address that differs in its last part alone loads nothing anew, and what was read a moment ago counts as fresh.
    await freja.reload();
    await expect(closedWords).toBeVisible();
    await expect(freja.getByText('Drøftet.').first()).toBeVisible();
    await lookAtScreen(house, freja, 'outsiders-minutes');
    await look('the published minutes');
  });

  await test.step('what Graph itself gives her, list by list and in the channel', async () => {
    const { siteId, closedSiteId, teamId, channelId } = meeting.board;
    const lists = (await house.graph('freja.damsbo', `/sites/${siteId}/lists`)).body as { value: { id: string }[] };
    for (const { id } of lists.value) {
      const rows = await house.graph('freja.damsbo', `/sites/${siteId}/lists/${id}/items?$expand=fields&$top=500`);
      expect(JSON.stringify(rows.body)).not.toContain(MARK);
    }
    const channel = await house.graph('freja.damsbo', `/teams/${teamId}/channels/${channelId}/messages`, { scopes: ['ChannelMessage.Read.All'] });
    expect(JSON.stringify(channel.body)).toContain('Drøftet.');
    expect(JSON.stringify(channel.body)).not.toContain(MARK);
    expect((await house.graph('freja.damsbo', `/sites/${closedSiteId}/lists`)).status).toBe(403);
    // The marks were there to be found: whoever is inside reads them.
    expect(JSON.stringify(await meeting.read())).toContain(`${MARK} beslutning`);
    expect((await store.openMeeting(meeting.file.pointer)).agenda.items.find(({ id }) => id === secret.id)?.title).toContain(MARK);
  });

  await test.step('no address and no line of a log ever held a word of it', async () => {
    expect(sent.length).toBeGreaterThan(20);
    expect(sent.filter(({ from }) => decodeURIComponent(from).includes(MARK))).toEqual([]);
    expect(heard.filter((words) => words.includes(MARK))).toEqual([]);
    expect(JSON.stringify(await house.dev('GET', 'log'))).not.toContain(MARK);
  });
});

interface Planting {
  readonly mark: string;
  readonly ulla: Person;
  readonly ane: Person;
}

/** Words in every field that a closed item has, written by those inside. */
async function plantIn(house: House, { file, board, read }: MeetingAtHand, { mark, ulla, ane }: Planting): Promise<void> {
  const store = storeOf(house, 'ulla.skarvad');
  const closed = (item: MeetingFile['agenda']['items'][number]) => isClosed(file.agenda.items, item);
  const { agenda } = await read();
  const planted = agenda.items.map((item) =>
    closed(item)
      ? { ...item, presenters: [`${mark} oplægsholder`], sections: [{ role: 'recommendation' as const, heading: null, text: `${mark} indstilling` }] }
      : item,
  );
  await store.changeItems(file.pointer, agenda.items, planted);
  for (const item of agenda.items) {
    const words: Partial<Treatment> = closed(item)
      ? { decision: `${mark} beslutning`, notes: `${mark} noter`, dissent: `${mark} mindretal`, publicDecision: 'Der blev truffet beslutning.' }
      : { decision: 'Drøftet.' };
    await store.putTreatment(file.pointer, null, { ...treatmentOf(agenda, [], item), outcome: 'discussed', ...words });
  }
  const secret = agenda.items.find(closed)!;
  const at = new Date().toISOString();
  await (
    await store.followUps()
  ).save(board, null, {
    id: crypto.randomUUID(),
    key: file.pointer.key,
    itemId: secret.id,
    decision: null,
    openness: 'closed',
    what: `${mark} opgave`,
    owner: ane,
    due: null,
    state: 'open',
    stateBy: ulla.name,
    stateAt: at,
    writtenBy: ulla.name,
    writtenAt: at,
    itemTitle: `${mark} punkt`,
    meetingTitle: '',
    toDoDone: null,
    toDoDue: null,
    decidedDue: null,
  });
  const remark = {
    id: crypto.randomUUID(),
    act: 'comment',
    draft: '',
    itemId: secret.id,
    words: `${mark} bemærkning`,
    people: [],
    deadline: null,
  } as const;
  await store.addApproval(file.pointer, remark, true);
}
