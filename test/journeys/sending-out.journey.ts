import type { Page } from '@playwright/test';
import { shortProgramme } from './papers.ts';
import { lookAtScreen, outlookPane } from './screens.ts';
import { expect, test, type House } from './theHouse.ts';

test('an agenda is looked at, put in the invitation and sent, and is a draft to nobody afterwards', async ({ house, browser }) => {
  const context = () =>
    browser.newContext({ ignoreHTTPSErrors: true, locale: 'da-DK', timezoneId: 'Europe/Copenhagen', viewport: { width: 1280, height: 900 } });
  const ulla = await (await context()).newPage();
  const pane = outlookPane(ulla);

  await test.step('what may be somebody’s own is shown before it leaves, and blocks nothing', async () => {
    await openInOutlook(house, ulla, 'ulla.skarvad');
    await pane.getByRole('button', { name: 'Lav dagsorden' }).click();
    await pane
      .getByRole('textbox', { name: 'Tekst fra papiret' })
      .fill(shortProgramme.replace('Nyt fra borgmesteren', 'Nyt fra borgmesteren, tlf. 22 33 44 55'));
    await pane.getByRole('button', { name: 'Læs dagsordenen' }).click();
    await pane.getByRole('button', { name: 'Videre til invitationen' }).click();
    await pane.getByRole('button', { name: 'Gør stedet klar' }).click();
    await expect(pane.getByText('Telefonnummer: 22 33 44 55')).toBeVisible();
    await pane.getByRole('button', { name: 'Den lukkede kreds' }).click();
    await expect(pane.getByText('Ingen andre ser det.', { exact: false })).toBeVisible();
    await lookAtScreen(house, ulla, 'before-sending');
    await pane.getByRole('button', { name: 'Det må stå: 22 33 44 55' }).click();
    await expect(pane.getByText('Telefonnummer: 22 33 44 55')).toBeHidden();
  });

  await test.step('beside the form, Send is what is left', async () => {
    await pane.getByRole('button', { name: 'Sæt dagsordenen i invitationen' }).click();
    await expect(pane.getByText('Tryk på Send i Outlook, så får 9 deltagere den.', { exact: false })).toBeVisible();
    await expect(pane.getByText('Udgiv referatet')).toBeHidden();
    await lookAtScreen(house, ulla, 'send-is-left');
    await ulla.getByRole('button', { name: 'Send opdatering' }).click();
    await expect(ulla.getByText('Sendt til 9 deltagere.')).toBeVisible();
  });

  await test.step('the channel is told when somebody wants that, exactly as it was shown', async () => {
    await openInOutlook(house, ulla, 'ulla.skarvad');
    await pane.getByRole('button', { name: /^Besked til Generelt/ }).click();
    await pane.getByRole('button', { name: 'Giv Generelt besked om dagsordenen' }).click();
    await expect(pane.getByText('Dagsorden kan ikke kalde den tilbage.', { exact: false })).toBeVisible();
    await lookAtScreen(house, ulla, 'before-telling-the-channel');
    await pane.getByRole('button', { name: 'Send beskeden til Generelt' }).click();
    await expect(pane.getByText(/^Generelt fik besked/)).toBeVisible();
  });

  await test.step('to an attendee it is no draft', async () => {
    const ane = await (await context()).newPage();
    await openInOutlook(house, ane, 'ane.kratholm');
    await expect(outlookPane(ane).getByText(/^Udsendt/)).toBeVisible();
    await expect(outlookPane(ane).getByText('Udkast', { exact: true })).toBeHidden();
  });
});

async function openInOutlook(house: House, page: Page, person: string): Promise<void> {
  await page.goto(`${house.addresses.outlook}?user=${person}@fjordby.example`);
  await page.getByText('Direktionsmøde', { exact: true }).first().click();
  await page
    .getByRole('button', { name: /Dagsorden/ })
    .first()
    .click();
}
