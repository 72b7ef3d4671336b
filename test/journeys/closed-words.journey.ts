import type { BrowserContext, Page } from '@playwright/test';
import { printRoute } from '../../src/ui/kit/route.ts';
import { keptHere } from './keptHere.ts';
import { meetingAtHand, outlookPage } from './meetingAtHand.ts';
import { shortProgramme } from './papers.ts';
import { lookAtScreen, lookAtState, outlookPane } from './screens.ts';
import { expect, test, type House } from './theHouse.ts';

/** Stands in the title of an item that is closed after everybody has had it. */
const MARK = 'PLANTET';
const title = `${MARK} anlægssag`;

test('an item that is closed afterwards: who has had it is told, what can be mended is, and its words are nowhere they should not be', async ({
  house,
  browser,
}) => {
  const { file, event } = await meetingAtHand(house, shortProgramme.replace('Anlægsplan 2027-30, første udkast', title));
  const context = () =>
    browser.newContext({ ignoreHTTPSErrors: true, locale: 'da-DK', timezoneId: 'Europe/Copenhagen', viewport: { width: 1400, height: 900 } });
  const address = (page: 'agenda' | 'record') => `${house.appOrigin}/index.html${printRoute({ page, pointer: file.pointer })}`;
  const overheard: string[] = [];

  const freja = await (await listened(context, overheard)).newPage();
  await test.step('somebody outside the circle has read it while it was open', async () => {
    await signIn(freja, address('agenda'), /Freja Damsbo/);
    await expect(freja.getByText(title)).toBeVisible();
    await expect.poll(() => keptHere(freja.mainFrame())).toContain(MARK);
  });

  const ulla = await (await listened(context, overheard)).newPage();
  await test.step('the form says where else it stands, and who has had it', async () => {
    await signIn(ulla, address('agenda'), /Ulla Skarvad/);
    await ulla.getByRole('button', { name: new RegExp(title) }).click();
    await ulla.getByRole('button', { name: 'Gør punktet lukket' }).click();
    const form = ulla.getByRole('form', { name: 'Gør punktet lukket' });
    await expect(form.getByText(/Overskriften står i indkaldelsen i \d+ postkasser/)).toBeVisible();
    await form.getByText('Se hvem').click();
    await expect(form.getByText(/ · Ane Kratholm/)).toBeVisible();
    await lookAtScreen(house, ulla, 'closing-wide');
    await ulla.setViewportSize({ width: 320, height: 900 });
    await lookAtScreen(house, ulla, 'closing-narrow');
  });

  await test.step('closed, the invitation is updated from there', async () => {
    const form = ulla.getByRole('form', { name: 'Gør punktet lukket' });
    await form.getByRole('textbox', { name: 'Neutral overskrift' }).fill('Anlægssag');
    await form.getByRole('button', { name: 'Luk punktet for andre end kredsen' }).click();
    await expect(ulla.getByText('Punktet er lukket i dagsordenen.')).toBeVisible();
    await lookAtScreen(house, ulla, 'closed-narrow');
    await ulla.setViewportSize({ width: 1400, height: 900 });
    await lookAtScreen(house, ulla, 'closed-wide');
    expect(await invitationOf(house, 'ane.kratholm', event.iCalUId)).toContain(MARK);
    await ulla
      .getByRole('region', { name: 'Gør punktet lukket' })
      .getByRole('button', { name: /^Opdatér indkaldelsen hos \d+$/ })
      .click();
    await expect(ulla.getByText('Rettet', { exact: true })).toBeVisible();
    expect(await invitationOf(house, 'ane.kratholm', event.iCalUId)).not.toContain(MARK);
    await ulla.getByRole('button', { name: 'Færdig' }).click();
    expect(await ulla.getByText(/Kun den lukkede kreds kan/).count()).toBe(0);
  });

  await test.step('no row or version that everybody reads holds a word of it', async () => {
    for (const list of ['DagsordenPunkter', 'DagsordenMoeder', 'DagsordenReferat', 'DagsordenUdgivelse', 'DagsordenMoedeforum']) {
      const { body } = await house.graph('freja.damsbo', `/sites/${file.pointer.siteId}/lists/${list}/items?$expand=fields&$top=500`);
      expect(JSON.stringify(body), list).not.toContain(MARK);
      for (const { id } of (body as { value: { id: string }[] }).value) {
        const versions = await house.graph('freja.damsbo', `/sites/${file.pointer.siteId}/lists/${list}/items/${id}/versions?$expand=fields`);
        expect(JSON.stringify(versions.body), `${list} ${id}`).not.toContain(MARK);
      }
    }
  });

  await test.step('who has read it forgets it when the agenda is opened again', async () => {
    await freja.reload();
    await expect(freja.getByRole('button', { name: /kl\..*Anlægssag/ })).toBeVisible();
    await expect(freja.getByText(title)).toHaveCount(0);
    await expect.poll(() => keptHere(freja.mainFrame())).not.toContain(MARK);
  });

  await test.step('on the panel that the room looks at, what comes next is named neutrally and with a lock', async () => {
    await ulla.goto(address('record'));
    await ulla.setViewportSize({ width: 320, height: 900 });
    const next = ulla.getByRole('region', { name: 'Derefter' });
    await expect(next.getByRole('button', { name: /Anlægssag.*Lukket punkt/ })).toBeVisible();
    await expect(next.getByText(MARK)).toHaveCount(0);
    await lookAtScreen(house, ulla, 'up-next');
    await ulla.setViewportSize({ width: 1400, height: 900 });
  });

  await test.step('it can be opened again', async () => {
    await ulla.goto(address('agenda'));
    await ulla.getByRole('button', { name: new RegExp(title) }).click();
    await ulla.getByRole('button', { name: 'Gør punktet åbent igen' }).click();
    await lookAtScreen(house, ulla, 'opening');
    await ulla.getByRole('button', { name: 'Åbn punktet for alle' }).click();
    await expect(ulla.getByText('Punktet er åbent i dagsordenen.')).toBeVisible();
    await lookAtState(house, ulla, 'opened');
    await ulla.getByRole('button', { name: 'Færdig' }).click();
  });

  await test.step('no address, title of a page or line of a log ever held a word of it', () => {
    expect(overheard.length).toBeGreaterThan(10);
    expect(overheard.filter((words) => decodeURIComponent(words).includes(MARK))).toEqual([]);
  });

  await test.step('in Outlook, where nobody signs out, everything can be forgotten all the same', async () => {
    const page = await (await listened(context, overheard)).newPage();
    await page.goto(outlookPage(house, 'ulla.skarvad', event));
    const pane = outlookPane(page);
    // What the invitation shows otherwise names it, too.
    await expect(pane.getByRole('button', { name: title })).toBeVisible();
    const app = () => page.frames().find((frame) => frame.url().startsWith(house.appOrigin))!;
    await expect.poll(() => keptHere(app())).toContain(MARK);
    await pane.getByRole('button', { name: 'Glem alt på denne maskine' }).click();
    await lookAtScreen(house, page, 'forgetting');
    await pane.getByRole('button', { name: 'Glem alt', exact: true }).click();
    await expect(pane.getByRole('heading', { name: 'Alt er slettet på denne maskine' })).toBeVisible();
    await lookAtState(house, page, 'forgotten');
    await expect(pane.getByText(title)).toHaveCount(0);
    const left = await keptHere(app());
    expect(left).not.toContain(MARK);
    expect(left).not.toContain('Ulla');
    expect(left).not.toContain('ulla.skarvad');
  });
});

async function signIn(page: Page, address: string, who: RegExp): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: 'Log ind' }).click();
  await page.getByRole('button', { name: who }).click();
}

/** A browser whose every address, page title and line of a log is written down. */
async function listened(context: () => Promise<BrowserContext>, overheard: string[]): Promise<BrowserContext> {
  const made = await context();
  made.on('console', (message) => overheard.push(message.text()));
  made.on('weberror', (error) => overheard.push(error.error().message));
  made.on('request', (request) => overheard.push(request.url()));
  made.on('page', (page) => {
    page.on('framenavigated', (frame) => {
      overheard.push(frame.url());
      void frame.title().then(
        (words) => overheard.push(words),
        () => undefined,
      );
    });
  });
  return made;
}

async function invitationOf(house: House, person: string, iCalUId: string): Promise<string> {
  const { body } = await house.graph(person, `/me/events?$filter=iCalUId eq '${iCalUId}'&$select=body`);
  return JSON.stringify(body);
}
