import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folders } from '../../src/tools/folders.ts';
import { printRoute } from '../../src/ui/kit/route.ts';
import { nextMeeting, outlookPage, teamsPage } from './meetingAtHand.ts';
import { outlookPane, teamsTab } from './screens.ts';
import { expect, test } from './theHouse.ts';

/** Real papers, which are no part of the project: where they are not, there is nothing to try. */
const folder = join(folders.root, '..', 'shared', 'corpus', 'seeds', 'raw');
const papers = existsSync(folder)
  ? readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .sort()
  : [];

test.use({ viewport: { width: 1000, height: 900 } });

if (papers.length === 0) test('real papers', () => test.skip(true, 'The folder with real papers is not here.'));

for (const name of papers) {
  test(`${name}: taken in, read by an attendee, decided and published`, async ({ house, page }) => {
    const text = readFileSync(join(folder, name), 'utf8');
    await page.goto(outlookPage(house, 'ulla.skarvad', await nextMeeting(house, 'ulla.skarvad', 'Direktionsmøde')));
    const pane = outlookPane(page);
    await pane.getByRole('button', { name: 'Lav dagsorden' }).click();
    await pane.getByRole('textbox', { name: 'Tekst fra papiret' }).fill(text);
    await pane.getByRole('button', { name: 'Læs dagsordenen' }).click();
    await pane.getByRole('button', { name: 'Videre til invitationen' }).click();
    await pane.getByRole('button', { name: 'Gør stedet klar' }).click();
    await pane.getByRole('button', { name: 'Sæt dagsordenen i invitationen' }).click();
    await expect(pane.getByText('Skriv beslutninger')).toBeVisible();
    await page.getByRole('button', { name: 'Send opdatering' }).click();
    await expect(page.getByText('Sendt til 9 deltagere.')).toBeVisible();

    const own = await nextMeeting(house, 'ane.kratholm', 'Direktionsmøde');
    await page.goto(outlookPage(house, 'ane.kratholm', own));
    await expect(pane.getByRole('button', { name: 'Meld afbud' })).toBeVisible();
    expect(await pane.getByRole('listitem').count()).toBeGreaterThan(1);

    const { pointer } = await nextMeeting(house, 'ulla.skarvad', 'Direktionsmøde');
    if (!pointer) throw new Error('The event carries no pointer');
    await page.goto(teamsPage(house, 'ulla.skarvad', printRoute({ page: 'publish', pointer })));
    const tab = teamsTab(page);
    const publish = tab.getByRole('button', { name: 'Udgiv referatet i kanalen Generelt' });
    await expect(publish).toBeVisible();
    const marks = tab.getByRole('button', { name: /^Markér .*som ikke behandlet$/ });
    const markAll = tab.getByRole('button', { name: 'Markér alle som ikke behandlet' });
    // Either nothing is missing, or what is missing can be marked, all of it at once where it is more than one item.
    await expect.poll(async () => (await publish.isEnabled()) || (await marks.count()) > 0).toBe(true);
    if (!(await publish.isEnabled())) await ((await markAll.count()) > 0 ? markAll : marks.first()).click();
    await expect(publish).toBeEnabled();
    await publish.click();
    await tab.getByRole('button', { name: 'Udgiv alligevel' }).click();
    await expect(tab.getByText('Direktionen · Referat')).toBeVisible();
  });
}
