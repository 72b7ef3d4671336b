import type { FrameLocator, Locator, Page } from '@playwright/test';
import { makeDocx } from '../importers/make/docx.ts';
import { makePdf } from '../importers/make/pdf.ts';
import { meetingAtHand, nextMeeting, outlookPage, storeOf } from './meetingAtHand.ts';
import { directorsProgramme, shortProgramme } from './papers.ts';
import { expectNoBarriers, lookAtScreen, lookAtState, outlookPane, teamsTab } from './screens.ts';
import { expect, test, type House } from './theHouse.ts';

const desk = { ignoreHTTPSErrors: true, locale: 'da-DK', timezoneId: 'Europe/Copenhagen', viewport: { width: 1400, height: 1000 } } as const;

/** A line of the paper, as the source pane shows it. */
const sourceLine = (frame: FrameLocator | Page, text: string): Locator =>
  frame.getByRole('group', { name: /^Papiret/ }).getByRole('button', { name: text, exact: false });

test('a line of the paper is given to where it belongs, with the pointer and with the keyboard, and in a narrow pane', async ({ house, browser }) => {
  const page = await (await browser.newContext(desk)).newPage();
  const event = await nextMeeting(house, 'ulla.skarvad', 'Direktionsmøde');

  await test.step('the wide page shows paper and agenda side by side; a field and its words light each other', async () => {
    await openAlone(house, page, event);
    await page.getByRole('button', { name: 'Lav dagsorden' }).click();
    await page.getByRole('textbox', { name: 'Tekst fra papiret' }).fill(directorsProgramme);
    await page.getByRole('button', { name: 'Læs dagsordenen' }).click();
    await expect(page.getByRole('region', { name: 'Dagsordenen' })).toBeVisible();
    await page
      .getByRole('button', { name: /^1 .*Nyt fra borgmesteren/ })
      .getByText('Asger Mølbjerg')
      .hover();
    await lookAtScreen(house, page, '1a-field-and-words');
  });

  await test.step('a click makes a line an item of its own, with what stands below it', async () => {
    await sourceLine(page, 'Formål: At finde').click();
    await lookAtScreen(house, page, '1b-menu');
    await page.getByRole('menuitem', { name: 'Eget punkt' }).click();
    await expect(page.getByText('Linjen er nu et punkt for sig.').last()).toBeVisible();
    const agenda = page.getByRole('region', { name: 'Dagsordenen' });
    await expect(agenda.getByRole('button', { name: /^(?!Flere|Træk|2\b).*Formål: At finde/ })).toBeVisible();
    await expect(sourceLine(page, 'Formål: At finde')).toBeFocused();
  });

  await test.step('Ctrl+Z takes it back; arrows and Enter do the same without a pointer', async () => {
    await page.keyboard.press('Control+z');
    await expect(
      page.getByRole('region', { name: 'Dagsordenen' }).getByRole('button', { name: /^(?!Flere|Træk|2\b).*Formål: At finde/ }),
    ).toHaveCount(0);
    await page.keyboard.press('ArrowDown');
    await expect(sourceLine(page, 'a. Veje og pladser')).toBeFocused();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Skal ikke med' }).press('Enter');
    await expect(page.getByText(/1 linje|2 linjer/).first()).toBeVisible();
    await expect(sourceLine(page, 'a. Veje og pladser')).toBeFocused();
    await expect(page.getByRole('listitem').filter({ hasText: 'a. Veje og pladser' }).last()).toBeVisible();
  });

  await test.step('at 320 px the panes are switched', async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.getByRole('button', { name: 'Papiret', exact: true }).click();
    await sourceLine(page, 'Sagen rummer').click();
    await lookAtScreen(house, page, '1c-narrow-menu');
    await page.getByRole('menuitem', { name: 'Eget punkt' }).click();
    await lookAtScreen(house, page, '1d-narrow-told');
    await page.getByRole('button', { name: 'Dagsordenen', exact: true }).click();
    // Born in a closed item, it is closed.
    await expect(page.getByRole('button', { name: /Sagen rummer oplysninger om enkelte medarbejdere.*Lukket punkt/ })).toBeVisible();
  });
});

test('a paper over an agenda that exists shows what it changes, and changes what is ticked', async ({ house, browser }) => {
  const meeting = await meetingAtHand(house, directorsProgramme, { decisions: true });
  const page = await (await browser.newContext(desk)).newPage();
  await page.goto(meeting.inTeams('ulla.skarvad', 'revise'));
  const app = teamsTab(page);

  const newProgramme = directorsProgramme
    .replace('Lokale 1.07 (Skibet)', 'Lokale 2.01 (Fyret)')
    .replace('Kl. 09.00-09.15 (15 min.)', 'Kl. 09.00-09.10 (10 min.)')
    .replace('5. Kl. 10.35-11.05 (30 min.): LUKKET: Ledelse', '5. Kl. 10.35-11.05 (30 min.): Ledelse')
    .replace(/6\. Kl\. 11\.05-11\.30: Fast punkt: Eventuelt\s*/, '6. Kl. 11.05-11.20: Borgerbudget v. Mona Thuesen\n');

  await test.step('the same paper again changes no item; the calendar adds what the paper does not say', async () => {
    await readPaper(app, directorsProgramme);
    await app.getByRole('button', { name: 'Se, hvad der ændres' }).click();
    await expect(app.getByRole('heading', { name: 'Mødet', exact: true })).toBeVisible();
    await expect(app.getByRole('checkbox')).toHaveCount(2);
    await expect(app.getByRole('checkbox', { name: 'Dag' })).toBeChecked();
    await expect(app.getByRole('checkbox', { name: 'Tid' })).toBeChecked();
    await app.getByRole('button', { name: 'Tilbage til gennemsyn' }).click();
  });

  await test.step('a new one tells what is new, changed and gone; what is decided or closed is kept unless ticked', async () => {
    await readPaper(app, newProgramme);
    await app.getByRole('button', { name: 'Se, hvad der ændres' }).click();
    await expect(app.getByRole('heading', { name: 'Det ændrer papiret i dagsordenen' })).toBeFocused();
    await expect(app.getByRole('checkbox', { name: 'Sted' })).toBeChecked();
    await expect(app.getByRole('checkbox', { name: /Borgerbudget/ })).toBeChecked();
    await expect(app.getByRole('checkbox', { name: 'Slet 6 Eventuelt' })).not.toBeChecked();
    await expect(app.getByRole('checkbox', { name: 'Åbent eller lukket' })).not.toBeChecked();
    await lookAtScreen(house, page, '2a-what-changes');
    await app.getByRole('checkbox', { name: 'Sted' }).uncheck();
    await page.setViewportSize({ width: 420, height: 760 });
    await lookAtScreen(house, page, '2b-what-changes-narrow');
    await page.setViewportSize(desk.viewport);
  });

  await test.step('the choices survive a reload, and what is written is what was ticked', async () => {
    await page.reload();
    await app.getByRole('button', { name: 'Se, hvad der ændres' }).click();
    await expect(app.getByRole('checkbox', { name: 'Sted' })).not.toBeChecked();
    await app.getByRole('button', { name: 'Videre til invitationen' }).click();
    await app.getByRole('button', { name: /Sæt dagsordenen i invitationen/ }).click();
    await expect(app.getByText('Borgerbudget').first()).toBeVisible();
    const { agenda, treatments } = await meeting.read();
    expect(agenda.location).toBe('Lokale 1.07 (Skibet)');
    expect(agenda.items.find((item) => item.title === 'Nyt fra borgmesteren')).toMatchObject({ end: '09:10', minutes: 10 });
    expect(agenda.items.find((item) => item.title === 'Ledelse på Vej og Park')?.openness).toBe('closed');
    expect(agenda.items.map((item) => item.title)).toEqual(expect.arrayContaining(['Borgerbudget', 'Eventuelt']));
    for (const before of meeting.file.agenda.items) expect(agenda.items.map((item) => item.id)).toContain(before.id);
    expect(treatments.filter((treatment) => treatment.decision === 'Drøftet.').length).toBe(meeting.file.agenda.items.length - 1);
  });
});

test('an agenda that somebody else changes meanwhile is not undone by an older copy', async ({ house, browser }) => {
  const meeting = await meetingAtHand(house, shortProgramme);
  const page = await (await browser.newContext(desk)).newPage();
  await page.goto(meeting.inTeams('ulla.skarvad', 'revise'));
  const app = teamsTab(page);
  await app.getByRole('textbox', { name: 'Sted' }).fill('Lokale 2.01 (Fyret)');
  await app.getByRole('button', { name: 'Videre til invitationen' }).click();
  const { items } = meeting.file.agenda;
  const closed = items.map((item, index) => (index === 1 ? { ...item, openness: 'closed' as const } : item));
  await storeOf(house, 'asger.moelbjerg').changeItems(meeting.file.pointer, items, closed);

  await app.getByRole('button', { name: /Sæt dagsordenen i invitationen/ }).click();
  await expect(app.getByRole('alert')).toContainText('Asger Mølbjerg har rettet det samme');
  await lookAtState(house, page, 'outdated');
  await app.getByRole('button', { name: 'Hent den nyeste' }).click();
  await expect(app.getByRole('heading', { name: 'Det ændrer du i dagsordenen' })).toBeFocused();
  await expect(app.getByRole('checkbox', { name: 'Sted' })).toBeChecked();
  await expect(app.getByRole('checkbox', { name: 'Åbent eller lukket' })).not.toBeChecked();
  await lookAtState(house, page, 'what-i-change');
  await app.getByRole('button', { name: 'Videre til invitationen' }).click();
  await app.getByRole('button', { name: /Sæt dagsordenen i invitationen/ }).click();
  await expect(app.getByText(/^Revideret/)).toBeVisible();
  const { agenda } = await meeting.read();
  expect(agenda.location).toBe('Lokale 2.01 (Fyret)');
  expect(agenda.items[1]?.openness).toBe('closed');
});

test('Word and PDF files are dropped, and a table pasted from Word keeps its cells', async ({ house, browser }) => {
  const page = await (await browser.newContext(desk)).newPage();
  const event = await nextMeeting(house, 'ulla.skarvad', 'Direktionsmøde');
  await page.goto(outlookPage(house, 'ulla.skarvad', event));
  const pane = outlookPane(page);
  await pane.getByRole('button', { name: 'Lav dagsorden' }).click();

  const files = [
    { name: 'program.docx', bytes: await makeDocx(directorsProgramme) },
    { name: 'program.pdf', bytes: makePdf(directorsProgramme) },
  ];
  for (const { name, bytes } of files) {
    await test.step(`${name} is dropped`, async () => {
      await drop(pane, name, bytes);
      await expect(pane.getByRole('button', { name: /Ventetider i Borgerservice/ }).first()).toBeVisible();
      await expect(pane.getByRole('button', { name: /^2 .*Anlægsplan/ })).toContainText('Poul Kringelholm');
      await house.picture(page, `3-${name}`);
      await pane.getByRole('button', { name: 'Læs et andet papir' }).click();
    });
  }

  await test.step('a copied table is read as a table, and said so', async () => {
    const html = `<h1>Dagsorden for direktionsmøde</h1><table>${[
      ['Tid', 'Punkt', 'Indleder'],
      ['9.00-9.30', 'Budget for 2027', 'Rikke Vindum'],
      ['9.30-10.00', 'Anlægsplan 2027-30', 'Poul Kringelholm'],
      ['10.00-10.15', 'Eventuelt', ''],
    ]
      .map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
      .join('')}</table>`;
    await paste(pane.getByRole('textbox', { name: 'Tekst fra papiret' }), 'Dagsorden for direktionsmøde\nTid Punkt Indleder', html);
    await expect(pane.getByText('Tabeller, lister og overskrifter bliver læst')).toBeVisible();
    await house.picture(page, '3-pasted');
    await expectNoBarriers(page, 'pasted');
    await pane.getByRole('button', { name: 'Læs dagsordenen' }).click();
    await expect(pane.getByRole('button', { name: /^(?!Træk).*Anlægsplan 2027-30/ }).first()).toContainText('Poul Kringelholm');
  });
});

/** The app as a page of its own, signed in, at the meeting: room for two panes. */
async function openAlone(house: House, page: Page, event: { id: string }): Promise<void> {
  await page.goto(`${house.appOrigin}/index.html#/e?${new URLSearchParams({ id: event.id })}`);
  await page.getByRole('button', { name: 'Log ind' }).click();
  await page.getByRole('button', { name: /Ulla Skarvad/ }).click();
}

/** Reads a paper in the place of the one that is open. */
async function readPaper(app: FrameLocator, text: string): Promise<void> {
  await app.getByRole('button', { name: /Læs et (nyt|andet) papir/ }).click();
  await app.getByRole('textbox', { name: 'Tekst fra papiret' }).fill(text);
  await app.getByRole('button', { name: 'Læs dagsordenen' }).click();
}

async function drop(pane: FrameLocator, name: string, bytes: Uint8Array): Promise<void> {
  const field = pane.getByRole('textbox', { name: 'Tekst fra papiret' });
  await field.evaluate(
    (target, { name, data }) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0))], name));
      for (const type of ['dragover', 'drop']) target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
    },
    { name, data: Buffer.from(bytes).toString('base64') },
  );
}

/** A paste of text and HTML, as Word leaves both on the clipboard. */
async function paste(field: Locator, text: string, html: string): Promise<void> {
  await field.fill('');
  await field.evaluate(
    (target: HTMLTextAreaElement, { text, html }) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      clipboardData.setData('text/html', html);
      target.focus();
      target.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }));
      // A made-up paste puts nothing into the field by itself.
      document.execCommand('insertText', false, text);
    },
    { text, html },
  );
}
