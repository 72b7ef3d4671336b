import type { FrameLocator, Page } from '@playwright/test';
import { meetingAtHand, nextMeeting, outlookPage } from './meetingAtHand.ts';
import { directorsProgramme, shortProgramme } from './papers.ts';
import { decisionSaved, lookAtState, outlookPane, teamsTab } from './screens.ts';
import { expect, test } from './theHouse.ts';

test.use({ viewport: { width: 1100, height: 860 } });

test('what is typed in the intake outlives the pane, letter by letter', async ({ house, page }) => {
  await page.goto(outlookPage(house, 'ulla.skarvad', await nextMeeting(house, 'ulla.skarvad', 'Direktionsmøde')));
  const pane = outlookPane(page);
  const paper = pane.getByRole('textbox', { name: 'Tekst fra papiret' });
  const begin = () => pane.getByRole('button', { name: 'Lav dagsorden' }).click();

  await test.step('the pasted paper, and what was typed under it a moment before the page was loaded again', async () => {
    await begin();
    await paper.fill(directorsProgramme);
    await paper.press('Control+End');
    await paper.pressSequentially('7. Nyt punkt');
    await page.reload();
    await begin();
    await expect(paper).toHaveValue(`${directorsProgramme}7. Nyt punkt`);
    await lookAtState(house, page, 'paper-restored');
  });

  await test.step('the same when the pane is closed', async () => {
    await paper.press('Control+End');
    await paper.pressSequentially(' v. Mona Thuesen');
    await closePane(page);
    await openPane(page);
    await begin();
    await expect(paper).toHaveValue(/7\. Nyt punkt v\. Mona Thuesen$/);
  });

  await test.step('a heading in the middle of a word', async () => {
    await pane.getByRole('button', { name: 'Læs dagsordenen' }).click();
    await editLine(pane, 'Ventetider i Borgerservice');
    const heading = pane.getByRole('textbox', { name: 'Overskrift', exact: true });
    await heading.press('Control+End');
    await heading.pressSequentially(' og på telef');
    await page.reload();
    await begin();
    await expect(pane.getByText('Ventetider i Borgerservice og på telef').filter({ visible: true }).first()).toBeVisible();
    await lookAtState(house, page, 'agenda-restored');
    await editLine(pane, 'Ventetider i Borgerservice og på telef');
    await pane.getByRole('textbox', { name: 'Overskrift', exact: true }).press('Control+End');
    await pane.getByRole('textbox', { name: 'Overskrift', exact: true }).pressSequentially('onen');
    await closePane(page);
    await openPane(page);
    await begin();
    await expect(pane.getByText('Ventetider i Borgerservice og på telefonen').filter({ visible: true }).first()).toBeVisible();
  });

  await test.step('and nothing is left behind once it stands in the invitation', async () => {
    await pane.getByRole('button', { name: 'Videre til invitationen' }).click();
    await pane.getByRole('button', { name: 'Gør stedet klar' }).click();
    await pane.getByRole('button', { name: 'Sæt dagsordenen i invitationen' }).click();
    await expect(pane.getByText('Skriv beslutninger')).toBeVisible();
    await expect.poll(() => keptOnDevice(pane)).toEqual([]);
  });
});

test('an agenda interrupted on its way into one invitation is never put in another, and is asked for until it stands in its own', async ({
  house,
  page,
}) => {
  const meeting = await nextMeeting(house, 'ulla.skarvad', 'Direktionsmøde');
  const another = await nextMeeting(house, 'ulla.skarvad', 'Chefgruppens ugemøde');
  const pane = outlookPane(page);

  await test.step('the service is busy while it is stored, and the secretary goes on to another meeting', async () => {
    await page.goto(outlookPage(house, 'ulla.skarvad', meeting));
    await pane.getByRole('button', { name: 'Lav dagsorden' }).click();
    await pane.getByRole('textbox', { name: 'Tekst fra papiret' }).fill(shortProgramme);
    await pane.getByRole('button', { name: 'Læs dagsordenen' }).click();
    await pane.getByRole('button', { name: 'Videre til invitationen' }).click();
    await pane.getByRole('button', { name: 'Gør stedet klar' }).click();
    const attach = pane.getByRole('button', { name: 'Sæt dagsordenen i invitationen' });
    await expect(attach).toBeVisible();
    await house.fault({ method: 'POST', path: '/lists/', status: 429, retryAfter: 1800, count: 1 });
    await attach.click();
    await expect(pane.getByRole('status').filter({ hasText: 'bliver sat i af sig selv, så snart det kan lade sig gøre' })).toBeVisible();
    await page.goto(outlookPage(house, 'ulla.skarvad', another));
  });

  await test.step('there it is told, and nothing stands in that invitation', async () => {
    await pane.getByRole('button', { name: '1 ændring er ikke gemt' }).click();
    const told = pane.getByRole('dialog').getByRole('alert');
    await expect(told).toContainText('Dagsordenen står ikke i invitationen endnu');
    await expect(told).toContainText(/Dagsordenen til mødet \S+dag den \d/);
    await lookAtState(house, page, 'agenda-waits-for-its-form');
    await expect(page.getByRole('main').getByText('Anlægsplan 2027-30, første udkast')).toHaveCount(0);
  });

  await test.step('back in its own it is sent again', async () => {
    await page.goto(outlookPage(house, 'ulla.skarvad', meeting));
    await expect(pane.getByText('Anlægsplan 2027-30, første udkast')).toBeVisible();
    await expect(page.getByRole('main').getByText('Anlægsplan 2027-30, første udkast')).toHaveCount(0);
    await pane.getByRole('button', { name: '1 ændring er ikke gemt' }).click();
    await pane.getByRole('button', { name: 'Send igen' }).click();
    await expect(page.getByRole('main').getByText('Anlægsplan 2027-30, første udkast')).toBeVisible();
    await expect(pane.getByText('1 ændring er ikke gemt')).toHaveCount(0);
  });
});

test('what is typed in the apology and in a decision outlives the pane, and is dropped once sent', async ({ house, page }) => {
  const meeting = await meetingAtHand(house, shortProgramme);
  const tab = teamsTab(page);

  await test.step('the apology: the message and the substitute', async () => {
    await page.goto(meeting.inTeams('ane.kratholm', 'agenda'));
    await tab.getByRole('button', { name: 'Meld afbud' }).click();
    const message = tab.getByRole('textbox', { name: 'Besked til arrangøren' });
    await message.pressSequentially('Jeg er på Rådhuset i Aal');
    await page.reload();
    await tab.getByRole('button', { name: 'Meld afbud' }).click();
    await expect(message).toHaveValue('Jeg er på Rådhuset i Aal');
    await expect(tab.getByText('Det, du skrev sidst, er hentet frem.')).toBeVisible();
    await lookAtState(house, page, 'apology-restored');
    await tab.getByRole('combobox', { name: /Stedfortræder/ }).fill('Torkil Bækhøj');
    await tab.getByRole('button', { name: 'Luk', exact: true }).click();
    await page.goto(meeting.inTeams('ane.kratholm', 'minutes'));
    await page.goto(meeting.inTeams('ane.kratholm', 'agenda'));
    await tab.getByRole('button', { name: 'Meld afbud' }).click();
    await expect(message).toHaveValue('Jeg er på Rådhuset i Aal');
    await expect(tab.getByRole('combobox', { name: /Stedfortræder/ })).toHaveValue('Torkil Bækhøj');
    await tab.getByRole('dialog').getByRole('button', { name: 'Meld afbud' }).click();
    await expect(tab.getByText('Du har meldt afbud')).toBeVisible();
    expect((await meeting.read()).apologies).toMatchObject([{ person: { name: 'Ane Kratholm' }, substitute: 'Torkil Bækhøj' }]);
    await expect.poll(() => keptOnDevice(tab)).toEqual([]);
  });

  await test.step('taken back without a connection: said, and done by itself when there is one', async () => {
    await page.context().setOffline(true);
    await tab.getByRole('button', { name: 'Fortryd afbud' }).click();
    await expect(tab.getByText('Dit afbud bliver trukket tilbage, så snart det kan lade sig gøre.')).toBeVisible();
    await house.picture(page, 'apology-to-be-withdrawn');
    await page.context().setOffline(false);
    await expect(tab.getByRole('button', { name: 'Meld afbud' })).toBeVisible();
    expect((await meeting.read()).apologies).toEqual([expect.objectContaining({ withdrawnAt: expect.any(String) })]);
  });

  await test.step('a decision: kept at once, recorded by the next visit, and dropped', async () => {
    await page.goto(meeting.inTeams('ulla.skarvad', 'record'));
    const decision = tab.getByRole('textbox', { name: 'Beslutning' });
    await decision.pressSequentially('Direktionen tog orienteringen til efterretn');
    await page.reload();
    await expect(decision).toHaveValue('Direktionen tog orienteringen til efterretn');
    await expect(decisionSaved(tab)).toBeVisible();
    await decision.press('End');
    await decision.pressSequentially('ing.');
    await page.goto('about:blank');
    await page.goto(meeting.inTeams('ulla.skarvad', 'record'));
    // The item has a decision by now, so the panel may have gone on to the next one.
    await tab.getByRole('button', { name: 'Forrige punkt' }).click();
    await expect(decision).toHaveValue('Direktionen tog orienteringen til efterretning.');
    await expect
      .poll(async () => (await meeting.read()).treatments.map((treatment) => treatment.decision))
      .toEqual(['Direktionen tog orienteringen til efterretning.']);
    await expect.poll(() => keptOnDevice(tab)).toEqual([]);
  });

  await test.step("what one person keeps on a shared device is not another's", async () => {
    const decision = tab.getByRole('textbox', { name: 'Beslutning' });
    await tab.getByRole('button', { name: 'Næste punkt' }).click();
    await decision.pressSequentially('Kun Ulla har skrevet det her');
    await page.goto(meeting.inTeams('asger.moelbjerg', 'record'));
    await expect(tab.getByRole('heading', { name: /Anlægsplan/, level: 1 })).toBeVisible();
    await expect(decision).toHaveValue('');
    expect((await keptOnDevice(tab)).join(' ')).toContain('Kun Ulla har skrevet det her');
  });
});

async function closePane(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Luk Dagsorden' }).click();
  await expect(page.locator('aside.task-pane')).toHaveCount(0);
}

const openPane = (page: Page) => page.getByRole('button', { name: 'Dagsorden', exact: true }).first().click();

async function editLine(pane: FrameLocator, title: string): Promise<void> {
  await pane.getByRole('button', { name: `Flere valg for ${title}`, exact: true }).click();
  await pane.getByRole('menuitem', { name: 'Ret', exact: true }).click();
}

/** Every text that is kept on this device in the app's own database, whoever wrote it. */
async function keptOnDevice(frame: FrameLocator): Promise<string[]> {
  return frame.locator('body').evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('dagsorden');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(new Error('The database does not open'));
    });
    const all = (store: string) =>
      new Promise<unknown[]>((resolve, reject) => {
        const asking = database.transaction(store).objectStore(store).getAll();
        asking.onsuccess = () => resolve(asking.result as unknown[]);
        asking.onerror = () => reject(new Error('The database does not answer'));
      });
    const rows = [...(await all('drafts')), ...(await all('outbox'))];
    database.close();
    return [
      ...rows.map((row) => JSON.stringify(row)),
      ...Object.entries(localStorage)
        .filter(([key]) => key.startsWith('dagsorden'))
        .map(String),
    ];
  });
}
