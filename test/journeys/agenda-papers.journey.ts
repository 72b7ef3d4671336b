import type { Page } from '@playwright/test';
import { printRoute } from '../../src/ui/kit/route.ts';
import { meetingAtHand } from './meetingAtHand.ts';
import { shortProgramme } from './papers.ts';
import { lookAtScreen } from './screens.ts';
import { expect, test } from './theHouse.ts';

/** One page that says "Budget 2027", as small as a PDF can be. */
function smallPdf(): Buffer {
  const stream = 'BT /F1 32 Tf 72 700 Td (Budget 2027) Tj ET';
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${stream.length}>>stream\n${stream}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj${object}endobj\n`;
    return place;
  });
  const start = text.length;
  text += `xref\n0 6\n0000000000 65535 f \n${places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')}`;
  return Buffer.from(`${text}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${start}\n%%EOF`, 'latin1');
}

test('papers are put on an item, a cut upload goes on by itself, and a PDF is read beside the agenda', async ({ house, browser }) => {
  const { file, read } = await meetingAtHand(house, shortProgramme);
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    locale: 'da-DK',
    timezoneId: 'Europe/Copenhagen',
    viewport: { width: 320, height: 900 },
  });
  const page = await context.newPage();
  await signIn(page, `${house.appOrigin}/index.html${printRoute({ page: 'agenda', pointer: file.pointer })}`, /Ulla Skarvad/);
  const item = file.agenda.items.find(({ kind }) => kind === 'item')!;
  const titlesNow = async () => (await read()).agenda.items.find(({ id }) => id === item.id)!.attachments.map(({ title }) => title);

  await test.step('a name that SharePoint refuses is mended before anything is sent', async () => {
    await page
      .getByRole('button', { name: new RegExp(item.title.slice(0, 12)) })
      .first()
      .click();
    await page.getByRole('button', { name: 'Bilag', exact: true }).click();
    const panel = page.getByRole('region', { name: 'Bilag til punktet' });
    await panel
      .getByLabel('Vælg filer')
      .last()
      .setInputFiles({ name: 'CON', mimeType: 'text/plain', buffer: Buffer.from('x') });
    await expect(panel.getByRole('textbox', { name: 'Filens navn' })).toHaveValue('Bilag CON');
    await lookAtScreen(house, page, 'papers-naming-narrow');
    await panel.getByRole('button', { name: 'Drop filen' }).click();
  });

  await test.step('a PDF is put in and stands on the item', async () => {
    const panel = page.getByRole('region', { name: 'Bilag til punktet' });
    await panel.getByLabel('Vælg filer').last().setInputFiles({ name: 'Budget 2027.pdf', mimeType: 'application/pdf', buffer: smallPdf() });
    await expect(page.getByRole('link', { name: 'Budget 2027' })).toBeVisible();
    await lookAtScreen(house, page, 'papers-narrow');
  });

  await test.step('an upload that is cut goes on where it was, also after the pane was closed', async () => {
    await house.fault({ name: 'cut', path: '^/upload/', cut: 'before', after: 1 });
    const panel = page.getByRole('region', { name: 'Bilag til punktet' });
    await panel
      .getByLabel('Vælg filer')
      .last()
      .setInputFiles({ name: 'Stor.bin', mimeType: 'application/octet-stream', buffer: Buffer.alloc(12_000_000, 7) });
    await expect(panel.getByText(/Stor\.bin bliver sendt, så snart der er forbindelse/)).toBeVisible();
    await house.clearFaults();
    await page.reload();
    await expect.poll(titlesNow).toEqual(['Budget 2027', 'Stor']);
  });

  await test.step('it is read beside the agenda', async () => {
    await page.setViewportSize({ width: 1400, height: 900 });
    await page.reload();
    await page.getByRole('button', { name: 'Læs Budget 2027 her' }).click();
    await expect(page.getByRole('region', { name: 'Side 1 af 1' })).toContainText('Budget 2027');
    await lookAtScreen(house, page, 'papers-reading-wide');
    await page.getByRole('button', { name: 'Luk', exact: true }).click();
  });
});

async function signIn(page: Page, address: string, who: RegExp): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: 'Log ind' }).click();
  await page.getByRole('button', { name: who }).click();
}
