import { readFileSync } from 'node:fs';
import { importFile } from '../../src/importers/importFile.ts';
import { printRoute } from '../../src/ui/kit/route.ts';
import { meetingAtHand } from './meetingAtHand.ts';
import { lookAtScreen, lookAtState } from './screens.ts';
import { expect, test } from './theHouse.ts';

const programme = `Dagsorden til møde i direktionen
Torsdag den 3. september 2026 kl. 8.30-10.00

1. Anlægsplan 2027-30, første udkast (D)
v/ Poul Kringelholm
Planen går til fagcheferne i næste uge.

2. Lukket punkt: Ledelsesmæssig organisering på Vej og Park
v/ Poul Kringelholm

3. Eventuelt
`;

test('an agenda is saved as Word and PDF by one of the closed circle who chooses nothing: in the open edition; and one item is shown as text', async ({
  house,
  browser,
}) => {
  const { file } = await meetingAtHand(house, programme);
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    locale: 'da-DK',
    timezoneId: 'Europe/Copenhagen',
    viewport: { width: 1400, height: 900 },
  });
  const page = await context.newPage();

  await test.step('the button stands at the agenda', async () => {
    await page.goto(`${house.appOrigin}/index.html${printRoute({ page: 'agenda', pointer: file.pointer })}`);
    await page.getByRole('button', { name: 'Log ind' }).click();
    await page.getByRole('button', { name: /Ane Kratholm/ }).click();
    await expect(page.getByRole('heading', { name: /Anlægsplan 2027-30/ })).toBeVisible();
    await page.getByRole('button', { name: 'Udskriv / gem som' }).click();
    await expect(page.getByRole('dialog')).toContainText('Hele dagsordenen');
    await expect(page.getByRole('radio', { name: 'Åben udgave' })).toBeChecked();
    await lookAtState(house, page, 'save-as');
  });

  for (const [name, ending] of [
    ['Word', 'docx'],
    ['PDF', 'pdf'],
  ] as const) {
    await test.step(`${name} can be read in again, with the municipality and without what is closed`, async () => {
      const download = page.waitForEvent('download');
      await page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
      const saved = await download;
      expect(saved.suggestedFilename()).toMatch(new RegExp(`^(Udkast til d|D)agsorden .*\\.${ending}$`));
      const bytes = new Uint8Array(readFileSync(await saved.path()));
      const paper = await importFile({ name: saved.suggestedFilename(), type: '', bytes });
      expect(paper.items.map(({ number, closed }) => [number, closed])).toEqual([
        ['1', false],
        ['2', true],
        ['3', false],
      ]);
      expect(paper.source).toContain('Fjordby Kommune');
      expect(paper.source).not.toContain('Vej og Park');
    });
  }

  await test.step('one item is shown as text to copy', async () => {
    await page.getByRole('dialog').getByRole('combobox').selectOption({ index: 1 });
    await page.getByRole('button', { name: 'Vis som tekst' }).click();
    await expect(page.getByRole('dialog').getByRole('textbox')).toHaveValue(/UDSKRIFT AF .*DAGSORDEN[^]*Anlægsplan/);
    await page.setViewportSize({ width: 320, height: 640 });
    await lookAtScreen(house, page, 'save-as-narrow');
  });
  await context.close();
});
