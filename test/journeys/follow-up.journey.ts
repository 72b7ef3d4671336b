import type { Page } from '@playwright/test';
import { printRoute } from '../../src/ui/kit/route.ts';
import { meetingAtHand } from './meetingAtHand.ts';
import { shortProgramme } from './papers.ts';
import { lookAtScreen } from './screens.ts';
import { expect, test } from './theHouse.ts';

test('what is to be done is written at the item, printed in the minutes, and done by its owner here and in To Do', async ({ house, browser }) => {
  const meeting = await meetingAtHand(house, shortProgramme, { decisions: true });
  const { file } = meeting;
  const context = () =>
    browser.newContext({ ignoreHTTPSErrors: true, locale: 'da-DK', timezoneId: 'Europe/Copenhagen', viewport: { width: 320, height: 1000 } });
  const address = (page: 'record' | 'publish' | 'minutes') => `${house.appOrigin}/index.html${printRoute({ page, pointer: file.pointer })}`;

  const ulla = await (await context()).newPage();
  await signIn(ulla, address('record'), /Ulla Skarvad/);
  const part = ulla.getByRole('region', { name: 'Opfølgning' });

  await test.step('the secretary writes it at the item in hand: what, who and by when', async () => {
    await part.getByRole('button', { name: 'Tilføj opfølgning' }).click();
    await part.getByRole('textbox', { name: 'Hvad skal gøres?' }).fill('Indhente tilbud på kajen');
    await part.getByRole('combobox', { name: 'Ansvarlig' }).fill('ane');
    await part.getByRole('option', { name: /Ane Kratholm/ }).click();
    await part.getByLabel('Frist').fill('2027-01-15');
    await lookAtScreen(house, ulla, 'follow-up-form-narrow');
    await part.getByRole('button', { name: 'Gem', exact: true }).click();
    await expect(part.getByText('“Indhente tilbud på kajen” er gemt.')).toBeVisible();
    await expect(part.getByText('Ansvarlig: Ane Kratholm · Frist: fredag den 15. januar 2027')).toBeVisible();
    await expect(part.getByRole('textbox', { name: 'Hvad skal gøres?' })).toHaveCount(0);
  });

  const ane = await (await context()).newPage();
  await signIn(ane, `${house.appOrigin}/index.html${printRoute({ page: 'mine' })}`, /Ane Kratholm/);
  await test.step('its owner finds it among theirs and puts it in To Do', async () => {
    await ane.getByRole('button', { name: 'Mine opgaver' }).click();
    await expect(ane.getByRole('heading', { name: 'Mine opgaver' })).toBeFocused();
    await expect(ane.getByText('Indhente tilbud på kajen', { exact: true })).toBeVisible();
    await ane.getByRole('button', { name: 'Læg “Indhente tilbud på kajen” i min To Do' }).click();
    await expect(ane.getByText('Ligger i din To Do')).toBeVisible();
    await lookAtScreen(house, ane, 'follow-up-mine-narrow');
  });

  await test.step('done is told, and asked for again it can be seen among what is done', async () => {
    await ane.getByRole('button', { name: 'Markér “Indhente tilbud på kajen” som udført' }).click();
    await expect(ane.getByText('Du har ingen opgaver, der mangler at blive gjort.')).toBeVisible();
    await ane.getByRole('checkbox', { name: 'Vis også det, der er udført eller bortfaldet' }).check();
    await expect(ane.getByText('Udført', { exact: true })).toBeVisible();
    await ane.setViewportSize({ width: 1400, height: 900 });
    await lookAtScreen(house, ane, 'follow-up-mine-wide');
  });

  await test.step('the minutes print it with who and by when', async () => {
    await ulla.goto(address('publish'));
    await expect(ulla.getByText('Indhente tilbud på kajen').first()).toBeVisible();
    await expect(ulla.getByText(/ansvarlig: Ane Kratholm/).first()).toBeVisible();
  });
});

async function signIn(page: Page, address: string, who: RegExp): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: 'Log ind' }).click();
  await page.getByRole('button', { name: who }).click();
}
