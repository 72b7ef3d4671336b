import type { Page } from '@playwright/test';
import { printRoute } from '../../src/ui/kit/route.ts';
import { meetingAtHand } from './meetingAtHand.ts';
import { shortProgramme } from './papers.ts';
import { lookAtScreen } from './screens.ts';
import { expect, test } from './theHouse.ts';

test('the roll is called by two at once, by tap and by keyboard', async ({ house, browser }) => {
  const { file } = await meetingAtHand(house, shortProgramme, { decisions: true });
  const context = () =>
    browser.newContext({ ignoreHTTPSErrors: true, locale: 'da-DK', timezoneId: 'Europe/Copenhagen', viewport: { width: 320, height: 900 } });
  const address = (page: 'record' | 'minutes' | 'publish') => `${house.appOrigin}/index.html${printRoute({ page, pointer: file.pointer })}`;

  const ulla = await (await context()).newPage();
  await signIn(ulla, address('record'), /Ulla Skarvad/);
  const part = (page: Page) => page.getByRole('region', { name: 'Fremmøde' });
  const stateOf = (page: Page, name: string, state: string) =>
    part(page)
      .getByRole('group', { name: `${name}: fremmøde` })
      .getByRole('button', { name: state, exact: true });

  await test.step('everybody begins as not noted, and one tap notes', async () => {
    await expect(part(ulla).getByText(/^0 til stede, 0 med afbud, 0 udeblevet, \d+ ikke noteret$/)).toBeVisible();
    await part(ulla).getByRole('button', { name: 'Notér fremmøde' }).click();
    await stateOf(ulla, 'Ane Kratholm', 'Til stede').click();
    await expect(stateOf(ulla, 'Ane Kratholm', 'Til stede')).toHaveAttribute('aria-pressed', 'true');
    await lookAtScreen(house, ulla, 'roll-call-narrow');
  });

  await test.step('by keyboard: a name, a letter, Enter', async () => {
    await part(ulla).getByRole('textbox', { name: 'Navn og et bogstav' }).fill('poul k a');
    await expect(part(ulla).getByText('Poul Kringelholm: Afbud. Tryk Enter.')).toBeVisible();
    await ulla.keyboard.press('Enter');
    await expect(stateOf(ulla, 'Poul Kringelholm', 'Afbud')).toHaveAttribute('aria-pressed', 'true');
  });

  await test.step('somebody else calls the roll at the same time, and each sees what the other noted', async () => {
    const ane = await (await context()).newPage();
    await signIn(ane, address('record'), /Ane Kratholm/);
    await part(ane).getByRole('button', { name: 'Notér fremmøde' }).click();
    await expect(stateOf(ane, 'Ane Kratholm', 'Til stede')).toHaveAttribute('aria-pressed', 'true');
    await stateOf(ane, 'Rikke Vindum', 'Online').click();
    await expect(stateOf(ane, 'Rikke Vindum', 'Online')).toHaveAttribute('aria-pressed', 'true');
    await expect(ane.getByText('notat er på vej')).toHaveCount(0);
    await ulla.reload();
    await part(ulla).getByRole('button', { name: 'Notér fremmøde' }).click();
    await expect(stateOf(ulla, 'Rikke Vindum', 'Online')).toHaveAttribute('aria-pressed', 'true');
  });

  await test.step('who came late is noted with time and item', async () => {
    await part(ulla).getByRole('button', { name: 'Mere om Ane Kratholm' }).click();
    const more = part(ulla).getByRole('group', { name: 'Mere om Ane Kratholm' });
    await more.getByRole('textbox', { name: 'Klokken' }).fill('10.15');
    await more.getByRole('button', { name: 'Kom', exact: true }).click();
    await expect(part(ulla).getByText(/kom kl\. 10\.15 under punkt 1/)).toBeVisible();
    await lookAtScreen(house, ulla, 'roll-call-more-narrow');
    await ulla.setViewportSize({ width: 1400, height: 900 });
    await lookAtScreen(house, ulla, 'roll-call-wide');
  });
});

async function signIn(page: Page, address: string, who: RegExp): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: 'Log ind' }).click();
  await page.getByRole('button', { name: who }).click();
}
