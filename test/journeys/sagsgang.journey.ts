import { meetingAtHand, storeOf } from './meetingAtHand.ts';
import { shortProgramme } from './papers.ts';
import { lookAtScreen, lookAtState, teamsTab } from './screens.ts';
import { expect, test } from './theHouse.ts';

test('an item goes on from one body to the next when its minutes are published, and tells where it came to', async ({ house, browser }) => {
  const meeting = await meetingAtHand(house, shortProgramme, { decisions: true });
  const store = storeOf(house, 'ulla.skarvad');
  const team = (await store.teams()).find(({ name }) => name.startsWith('Børne'))!;
  const committee = await store.prepareBoard(team, () => undefined);
  const item = meeting.file.agenda.items.filter(({ kind, openness }) => kind === 'item' && openness === 'open')[1]!;
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    locale: 'da-DK',
    timezoneId: 'Europe/Copenhagen',
    viewport: { width: 1400, height: 1100 },
  });
  const page = await context.newPage();
  const tab = teamsTab(page);
  const openItem = async () => {
    await page.goto(meeting.inTeams('ulla.skarvad', 'agenda'));
    await tab
      .getByRole('button', { name: new RegExp(item.title.slice(0, 15)) })
      .first()
      .click();
    await tab.getByRole('button', { name: 'Sagsgang' }).click();
  };

  await test.step('the secretary chooses the next body and by when', async () => {
    await openItem();
    await tab.getByRole('combobox', { name: 'Videre til' }).selectOption(committee.name);
    await tab.getByLabel('Ønskes behandlet senest').fill('2027-02-01');
    await lookAtScreen(house, page, 'route-choose');
    await tab.getByRole('button', { name: 'Gem', exact: true }).click();
    await expect(tab.getByText(/Videre til Børne- og Ungdomsudvalget, ønskes behandlet senest/)).toBeVisible();
    await expect(tab.getByText('Afventer: forslaget kommer i punktbanken dér')).toBeVisible();
    await page.setViewportSize({ width: 320, height: 1100 });
    await lookAtState(house, page, 'route-narrow');
    await page.setViewportSize({ width: 1400, height: 1100 });
  });

  await test.step('when the minutes are published it waits in the other body’s backlog', async () => {
    await page.goto(meeting.inTeams('ulla.skarvad', 'publish'));
    await tab
      .getByRole('button', { name: /Markér .*som ikke behandlet/ })
      .first()
      .click();
    await tab.getByRole('button', { name: 'Udgiv referatet i kanalen Generelt' }).click();
    await tab.getByRole('button', { name: 'Udgiv alligevel' }).click();
    await expect.poll(async () => (await meeting.read()).status.minutes).toBe('published');
    await openItem();
    await expect(tab.getByText('Afventer i punktbanken dér.')).toBeVisible();
    await lookAtState(house, page, 'route-waiting');
  });

  await test.step('the other body sees it once, with the decision and the way back', async () => {
    const { proposals } = await (await store.backlog()).read(committee);
    expect(proposals.map(({ title }) => title)).toEqual([item.title]);
    expect(proposals[0]!.text).toContain('Behandlet i [Direktionen');
    await page.goto(`${house.addresses.teams}?user=ulla.skarvad@fjordby.example&view=teams&team=${team.id}&tab=dagsorden`);
    await tab.getByRole('button', { name: 'Punktbank og årshjul' }).click();
    await expect(tab.getByText(item.title).first()).toBeVisible();
    await expect(tab.getByRole('link', { name: /Kommer fra Direktionen/ })).toBeVisible();
    await lookAtScreen(house, page, 'route-backlog');
  });

  await test.step('what returns each year is edited and taken away', async () => {
    await tab.getByRole('textbox', { name: 'Titel' }).last().fill('Budget');
    await tab.getByRole('button', { name: 'Føj til årshjulet' }).click();
    await tab.getByRole('button', { name: 'Ret “Budget” på årshjulet' }).click();
    await tab.getByRole('combobox', { name: 'Måned' }).first().selectOption('september');
    await tab.getByRole('button', { name: 'Gem', exact: true }).click();
    await expect(tab.getByText('september · Budget')).toBeVisible();
    await lookAtState(house, page, 'year-wheel');
    await tab.getByRole('button', { name: 'Fjern “Budget” fra årshjulet' }).click();
    await expect(tab.getByText('september · Budget')).toHaveCount(0);
  });
});
