import { printRoute } from '../../src/ui/kit/route.ts';
import { meetingAtHand, storeOf, teamsPage } from './meetingAtHand.ts';
import { shortProgramme } from './papers.ts';
import { lookAtScreen, teamsTab } from './screens.ts';
import { expect, test } from './theHouse.ts';

test('a secretary tells who the body is, and whoever it names as secretary gets the tools without having called the meeting', async ({
  house,
  browser,
}) => {
  const { file, board, inTeams } = await meetingAtHand(house, shortProgramme);
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    locale: 'da-DK',
    timezoneId: 'Europe/Copenhagen',
    viewport: { width: 1400, height: 900 },
  });
  const page = await context.newPage();
  const frame = teamsTab(page);
  const body = printRoute({ page: 'body', siteId: board.siteId, from: file.pointer });

  await test.step('from the agenda she comes to the body, which nobody has told anything of', async () => {
    await page.goto(inTeams('ulla.skarvad', 'agenda'));
    await frame.getByRole('link', { name: 'Mødeforum' }).click();
    await expect(frame.getByRole('heading', { name: 'Mødeforum: Direktionen', level: 1 })).toBeVisible();
    await expect(frame.getByText('Der er ingen medlemmer endnu.')).toBeVisible();
    await lookAtScreen(house, page, 'body-empty');
  });

  await test.step('a pasted list is read, and only who is ticked is added', async () => {
    await frame.getByRole('button', { name: 'Sæt en liste ind' }).click();
    await frame
      .getByRole('textbox', { name: 'Navne, et på hver linje' })
      .fill('Formand: Asger Mølbjerg (A)\nLene Vadgaard, næstformand\nPeter Nielsen');
    await frame.getByRole('checkbox', { name: /Peter Nielsen/ }).uncheck();
    await frame.getByRole('button', { name: 'Tilføj 2 personer' }).click();
    await expect(frame.getByRole('listitem').filter({ hasText: 'Asger Mølbjerg' })).toContainText('Formand · stemmeret · A');
    await expect(frame.getByRole('listitem').filter({ hasText: 'Lene Vadgaard' })).toContainText(/^Lene VadgaardNæstformand · stemmeret/);
  });

  await test.step('the others come from the team, and one of them is made secretary by keyboard', async () => {
    await frame.getByRole('button', { name: 'Fra teamet' }).click();
    await frame.getByRole('button', { name: /^Tilføj \d+ personer$/ }).click();
    const ane = frame.getByRole('listitem').filter({ hasText: 'Ane Kratholm' });
    await ane.getByRole('button', { name: 'Ret Ane Kratholm' }).press('Enter');
    await ane.getByRole('checkbox', { name: 'Sekretær' }).press('Space');
    await ane.getByRole('button', { name: 'Gem' }).press('Enter');
    await expect(ane).toContainText('Sekretær');
  });

  await test.step('a ready body fills in the rules; one is changed, and they are kept', async () => {
    await frame.getByRole('combobox', { name: 'Begynd med et færdigt forum' }).selectOption('Politisk udvalg');
    await frame.getByRole('textbox', { name: 'Afbud senest, dage før mødet' }).fill('2');
    await lookAtScreen(house, page, 'body-filled');
    await page.setViewportSize({ width: 320, height: 900 });
    await lookAtScreen(house, page, 'body-narrow');
    await page.setViewportSize({ width: 1400, height: 900 });
    await frame.getByRole('button', { name: 'Gem reglerne' }).click();
    await expect(frame.getByText('Der er ændringer, som ikke er gemt.')).toHaveCount(0);
    const { profile } = await storeOf(house, 'ulla.skarvad').readProfile(board.siteId);
    expect(profile.rules).toMatchObject({ quorum: { kind: 'half' }, substitutes: 'partyList' });
    expect(profile.rules.deadlines).toContainEqual({ what: 'apology', days: 2 });
  });

  await test.step('whom it names writes decisions; whom it does not only reads the body', async () => {
    await page.goto(inTeams('ane.kratholm', 'agenda'));
    await expect(frame.getByRole('link', { name: 'Skriv beslutninger' })).toBeVisible();
    await page.goto(teamsPage(house, 'lene.vadgaard', body));
    await expect(frame.getByText('Forummet ændres af sekretæren eller af en ejer af teamet.')).toBeVisible();
    await expect(frame.getByRole('button', { name: 'Gem reglerne' })).toHaveCount(0);
    await lookAtScreen(house, page, 'body-read');
  });
});
