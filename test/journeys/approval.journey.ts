import type { Page } from '@playwright/test';
import { plainProfile } from '../../src/meeting/profile.ts';
import { meetingAtHand, storeOf } from './meetingAtHand.ts';
import { shortProgramme } from './papers.ts';
import { lookAtScreen, lookAtState, teamsTab } from './screens.ts';
import { expect, test } from './theHouse.ts';

test('minutes are looked through, approved, published with a seal and taken back', async ({ house, browser }) => {
  const meeting = await meetingAtHand(house, shortProgramme, { decisions: true });
  const store = storeOf(house, 'ulla.skarvad');
  const ane = meeting.event.invitees.find(({ name }) => name === 'Ane Kratholm')!;
  const person = { id: ane.id, name: ane.name, email: ane.email };
  await store.saveMember(meeting.board.siteId, null, { person, roles: ['member'], votes: true, party: null, substitute: null });
  const outside = (await house.inhabitants()).find(({ displayName }) => displayName === 'Palle Ebbesø')!;
  const palle = { id: outside.id, name: outside.displayName, email: outside.userPrincipalName };
  await store.saveMember(meeting.board.siteId, null, { person: palle, roles: ['member'], votes: false, party: null, substitute: null });
  await store.saveRules(meeting.board.siteId, plainProfile.rules, { ...plainProfile.rules, approval: 'signatures' });
  const pageOf = async (): Promise<Page> =>
    (
      await browser.newContext({ ignoreHTTPSErrors: true, locale: 'da-DK', timezoneId: 'Europe/Copenhagen', viewport: { width: 1400, height: 1100 } })
    ).newPage();
  const narrow = async (page: Page, look: () => Promise<void>) => {
    await page.setViewportSize({ width: 320, height: 1100 });
    await look();
    await page.setViewportSize({ width: 1400, height: 1100 });
  };

  const ulla = await pageOf();
  const tab = teamsTab(ulla);
  await test.step('the secretary sends the draft to be looked through', async () => {
    await ulla.goto(meeting.inTeams('ulla.skarvad', 'publish'));
    await tab
      .getByRole('button', { name: /Markér .*som ikke behandlet/ })
      .first()
      .click();
    await tab.getByRole('button', { name: 'Send til gennemsyn' }).click();
    await expect(tab.getByRole('checkbox', { name: 'Ane Kratholm' })).toBeChecked();
    // What they will be told in the channel stands there before it is sent.
    await expect(tab.getByRole('checkbox', { name: 'Giv dem besked i kanalen Generelt' })).toBeChecked();
    await expect(tab.frameLocator('iframe[title^="Beskeden, som den kommer"]').getByText('her er et referat til gennemsyn.')).toBeVisible();
    // Whom the channel cannot tell is offered a chat, in words that stand there too; nobody is asked for leave to write there before.
    await expect(tab.getByRole('checkbox', { name: 'Skriv også til Palle Ebbesø i en chat i Teams' })).not.toBeChecked();
    await expect(tab.getByText(/Beskeden fra dig: Referat til gennemsyn\..*Direktionsmøde/)).toBeVisible();
    await lookAtScreen(house, ulla, 'approval-send');
    await narrow(ulla, () => lookAtState(house, ulla, 'approval-send-narrow'));
    await tab.getByRole('checkbox', { name: 'Palle Ebbesø', exact: true }).uncheck();
    await tab.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(tab.getByText(/Til gennemsyn siden/)).toBeVisible();
    await expect(tab.getByText('Mangler: Ane Kratholm')).toBeVisible();
    await expect(tab.getByText(/^Besked i kanalen Generelt: .*Ulla Skarvad\.$/)).toBeVisible();
    await narrow(ulla, () => lookAtState(house, ulla, 'approval-sent-narrow'));
  });

  const her = await pageOf();
  const hers = teamsTab(her);
  await test.step('a member reads it, says what she thinks, and approves', async () => {
    await her.goto(meeting.inTeams('ane.kratholm', 'minutes'));
    await expect(hers.getByRole('heading', { name: 'Udkast til gennemsyn' })).toBeVisible();
    await hers.getByRole('button', { name: 'Skriv en bemærkning' }).click();
    await hers.getByRole('textbox', { name: 'Bemærkning' }).fill('Husk bilaget.');
    await lookAtState(house, her, 'approval-remark');
    await hers.getByRole('button', { name: 'Gem bemærkningen' }).click();
    await expect(hers.getByText('Husk bilaget.')).toBeVisible();
    await narrow(her, () => lookAtState(house, her, 'approval-review-narrow'));
    await hers.getByRole('button', { name: 'Godkend referatet' }).click();
    await expect(hers.getByText(/^Godkendt \d/)).toBeVisible();
  });

  await test.step('the secretary publishes, and takes the minutes back', async () => {
    await ulla.reload();
    await expect(tab.getByText(/^Godkendt \d/)).toBeVisible();
    await tab.getByRole('button', { name: 'Udgiv referatet i kanalen Generelt' }).click();
    await expect(tab.getByText('Mødet er ikke slut endnu.')).toBeVisible();
    await expect(tab.getByText('Referatet er ikke godkendt endnu.')).toHaveCount(0);
    await lookAtState(house, ulla, 'approval-asked');
    await tab.getByRole('button', { name: 'Udgiv alligevel' }).click();
    await expect(tab.getByText('Uændret siden udgivelsen.')).toBeVisible();
    await lookAtScreen(house, ulla, 'approval-published');
    await narrow(ulla, () => lookAtState(house, ulla, 'approval-published-narrow'));
    await ulla.goto(meeting.inTeams('ulla.skarvad', 'publish'));
    await tab.getByRole('button', { name: 'Tilføj en rettelse' }).click();
    await tab.getByRole('textbox', { name: 'Rettelse' }).fill('Beløbet er 3 mio. kr.');
    await lookAtState(house, ulla, 'approval-correction');
    await tab.getByRole('button', { name: 'Gem rettelsen' }).click();
    await expect(tab.getByText(/Rettelse den .* ved Ulla Skarvad/).first()).toBeVisible();
    // Everybody has read edition 1: that the meeting has not ended is not asked again.
    await tab.getByRole('button', { name: 'Udgiv rettet udgave 2' }).click();
    await expect(tab.getByText(/Udgave 2/)).toBeVisible();
    await tab.getByRole('button', { name: 'Udskriv / gem som' }).click();
    await tab.getByRole('button', { name: 'Læg Word i kanalens filer' }).click();
    await expect(tab.getByText('Lagt i kanalens filer:')).toBeVisible();
    await lookAtScreen(house, ulla, 'approval-in-the-channel');
    await ulla.goto(meeting.inTeams('ulla.skarvad', 'publish'));
    await tab.getByRole('button', { name: 'Træk referatet tilbage' }).click();
    await lookAtState(house, ulla, 'approval-take-back');
    await tab.getByRole('button', { name: 'Træk tilbage', exact: true }).click();
    await expect.poll(async () => (await meeting.read()).status.minutes).toBe('withdrawn');
    await her.goto(meeting.inTeams('ane.kratholm', 'minutes'));
    await expect(hers.getByRole('heading', { name: 'Referatet er trukket tilbage' })).toBeVisible();
    await expect(hers.getByText(/Ulla Skarvad trak det tilbage/)).toBeVisible();
    await lookAtState(house, her, 'approval-taken-back');
  });
});
