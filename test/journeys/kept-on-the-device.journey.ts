import { printRoute } from '../../src/ui/kit/route.ts';
import { keptHere } from './keptHere.ts';
import { meetingAtHand } from './meetingAtHand.ts';
import { shortProgramme } from './papers.ts';
import { lookAtScreen, lookAtState } from './screens.ts';
import { expect, test } from './theHouse.ts';

test('a meeting opened before is readable without a connection, and signing out takes everything of a person along', async ({ house, browser }) => {
  const { file } = await meetingAtHand(house, shortProgramme);
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    locale: 'da-DK',
    timezoneId: 'Europe/Copenhagen',
    viewport: { width: 1400, height: 900 },
  });
  const page = await context.newPage();
  const pageAt = (name: 'agenda' | 'record') => `${house.appOrigin}/index.html${printRoute({ page: name, pointer: file.pointer })}`;
  const item = page.getByText('Anlægsplan 2027-30, første udkast');

  await test.step('she signs in and reads the agenda', async () => {
    await page.goto(pageAt('agenda'));
    await page.getByRole('button', { name: 'Log ind' }).click();
    await page.getByRole('button', { name: /Ulla Skarvad/ }).click();
    await expect(item).toBeVisible();
    await expect(page.getByText(/^Vist som den så ud/)).toHaveCount(0);
    await expect.poll(() => keptHere(page)).toContain('Anlægsplan 2027-30');
  });

  await test.step('Microsoft 365 is out of reach: the agenda is there at once, with a word as of when, and comes to date by itself', async () => {
    await house.fault({ cut: 'before' });
    await page.reload();
    await expect(item).toBeVisible();
    await expect(page.getByText(/^Vist som den så ud/)).toBeVisible();
    await lookAtScreen(house, page, 'as-of');
    await page.setViewportSize({ width: 320, height: 640 });
    await lookAtScreen(house, page, 'as-of-narrow');
    await page.setViewportSize({ width: 1400, height: 900 });
  });

  await test.step('what she writes then is asked about before she signs out', async () => {
    await page.goto(pageAt('record'));
    await page.getByRole('textbox', { name: 'Beslutning' }).fill('Kun her på enheden.');
    await expect.poll(() => keptHere(page)).toContain('Kun her på enheden.');
    await page.getByRole('button', { name: 'Log ud', exact: true }).click();
    await expect(page.getByRole('dialog')).toContainText('Noget er ikke gemt');
    await lookAtState(house, page, 'signing-out');
    await page.getByRole('button', { name: 'Bliv logget ind' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByRole('textbox', { name: 'Beslutning' })).toHaveValue('Kun her på enheden.');
  });

  await test.step('and signed out, nothing of hers is on the device', async () => {
    await page.getByRole('button', { name: 'Log ud', exact: true }).click();
    await page.getByRole('button', { name: 'Log ud, og slet det' }).click();
    await expect(page.getByText('Vil du logge ud af den lokale prøve-tenant?')).toBeVisible();
    await page.getByRole('button', { name: 'Log ud', exact: true }).click();
    await page.waitForURL(`${house.appOrigin}/**`);
    await expect(page.getByRole('button', { name: 'Log ind' })).toBeVisible();
    const left = await keptHere(page);
    expect(left).not.toContain('Kun her på enheden.');
    expect(left).not.toContain('Anlægsplan');
    expect(left).not.toContain('Ulla');
  });
  await context.close();
});
