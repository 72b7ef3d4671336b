// An agenda of 200 items in the editor, in a real browser: typing in a line, moving it from the keyboard and dragging it, beside the same done to the same list in plain
// Fluent UI. Frames are counted in the page.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Locator, type Page } from '@playwright/test';
import { ensureJourneyBuild, journeyPlaces } from '../build/journeyBuild.ts';
import { findBrowser } from '../browser.ts';
import { folders } from '../folders.ts';
import { serveApp, withMoved } from '../serveApp.ts';
import { startTenant } from '../tenantProcess.ts';
import { framesOf, type Frames } from './editing/frames.ts';
import { plainPage } from './editing/plainPage.ts';

const ITEMS = 200;
const KEYS = 'Budgetopfølgning for tredje kvartal og forslag til omplacering';
const MOVES = 20;
/** Milliseconds between two keys of somebody who types fast. */
const TYPING = 60;

/** `npm run bench -- editor [ITEMS]`: frames over 50 ms, and how the editor's frames stand to those of plain Fluent UI. */
export async function run(words: readonly string[]): Promise<void> {
  const items = Number(words[0] ?? ITEMS);
  const { executablePath, args, env } = findBrowser();
  const browser = await chromium.launch({ executablePath, args: [...args], env });
  try {
    const ours = await inEditor(browser, items);
    const plain = await inPlain(browser, items);
    console.log(`  ${items} items                frames   median  slowest 1 %  longest  over 50 ms  long tasks  work`);
    for (const [name, act] of Object.entries(ours)) {
      const other = plain[name];
      told(`${name}, editor`, act);
      if (other === undefined) continue;
      told(`${name}, plain`, other);
      const ratios = [act.slowest / other.slowest, act.work / other.work].map((ratio) => ratio.toFixed(2));
      console.log(`  ${''.padEnd(24)} of plain Fluent UI: slowest 1 % ${ratios[0]}, work ${ratios[1]}`);
    }
  } finally {
    await browser.close();
  }
}

function told(name: string, { count, median, slowest, longest, over50, longTasks, work }: Frames): void {
  const columns = [count, ...[median, slowest, longest].map((ms) => `${ms.toFixed(1)} ms`), over50, longTasks, `${work.toFixed(0)} ms`].map((value) =>
    String(value).padStart(9),
  );
  console.log(`  ${name.padEnd(24)}${columns.join(' ')}`);
}

/** What is done to one list. */
interface Hands {
  readonly page: Page;
  /** Opens the line in the middle, and gives its title field. */
  readonly open: () => Promise<Locator>;
  readonly close: () => Promise<void>;
  /** The line in the middle, where the keys that move it are pressed. */
  readonly line: () => Locator;
  readonly handle: () => Locator;
  /** At which place of the list the line stands. */
  readonly place: () => Promise<number>;
}

async function played({ page, open, close, line, handle, place }: Hands): Promise<Readonly<Record<string, Frames>>> {
  const field = await open();
  page.setDefaultTimeout(300_000);
  await field.press('End');
  const typing = await framesOf(page, () => field.pressSequentially(KEYS, { delay: TYPING }));
  expectThat((await field.inputValue()).endsWith(KEYS), 'the line was typed in');
  await close();
  await line().focus();
  const before = await place();
  const keyboard = await framesOf(page, async () => {
    for (let move = 0; move < MOVES; move += 1) await page.keyboard.press('Alt+ArrowDown', { delay: TYPING });
  });
  expectThat((await place()) === before + MOVES, 'the line was moved by keyboard');
  await line().scrollIntoViewIfNeeded();
  const box = await handle().boundingBox();
  if (box === null) throw new Error('There is no handle to drag by.');
  const pointer = await framesOf(page, async () => {
    await page.mouse.move(box.x + 8, box.y + 8);
    await page.mouse.down();
    for (let step = 1; step <= 60; step += 1) {
      await page.mouse.move(box.x + 12, box.y + 8 - step * 4);
      await page.waitForTimeout(16);
    }
    await page.mouse.up();
    await page.waitForTimeout(200);
  });
  expectThat((await place()) < before + MOVES, 'the line was dragged');
  return { typing, 'moving by keyboard': keyboard, dragging: pointer };
}

/** Frames of nothing say nothing. */
function expectThat(isSo: boolean, what: string): void {
  if (!isSo) throw new Error(`Measured nothing: it is not so that ${what}.`);
}

async function inPlain(browser: Browser, items: number): Promise<Readonly<Record<string, Frames>>> {
  const plain = await plainPage(items);
  try {
    const page = await (await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1280, height: 900 } })).newPage();
    await page.goto(plain.address);
    const line = page.locator(`[data-line="${Math.floor(items / 2)}"]`);
    return await played({
      page,
      open: async () => {
        await line.locator('[data-title]').click();
        return line.getByRole('textbox', { name: 'Overskrift' });
      },
      close: async () => void (await page.reload()),
      line: () => line.locator('[data-title]'),
      handle: () => line.getByRole('button', { name: /^Træk/ }),
      place: () => placeOf(page, Math.floor(items / 2).toString()),
    });
  } finally {
    await plain.stop();
  }
}

async function inEditor(browser: Browser, items: number): Promise<Readonly<Record<string, Frames>>> {
  const { folder, manifest: builtManifest } = await ensureJourneyBuild(console.log);
  const moved = new Map<string, string>();
  const app = await serveApp({ folder, port: 0, teamsHosts: `https://${journeyPlaces.tenant}`, moved });
  moved.set(journeyPlaces.app, new URL(app.origin).host);
  const manifest = join(folders.local, 'bench-manifest.json');
  writeFileSync(manifest, withMoved(readFileSync(builtManifest, 'utf8'), moved));
  const tenant = await startTenant({ port: 0, data: null, appOrigin: app.origin, manifest });
  moved.set(journeyPlaces.tenant, new URL(tenant.addresses.home).host);
  try {
    const page = await (await browser.newContext({ ignoreHTTPSErrors: true, locale: 'da-DK', viewport: { width: 1280, height: 900 } })).newPage();
    await page.goto(`${tenant.addresses.outlook}?user=ulla.skarvad@fjordby.example`);
    const event = page.getByText('Direktionsmøde', { exact: true }).first();
    await event.click();
    const id = new URL(page.url()).searchParams.get('event') ?? '';
    await page.goto(`${app.origin}/index.html#/e?${new URLSearchParams({ id })}`);
    await page.getByRole('button', { name: 'Log ind' }).click();
    await page.getByRole('button', { name: /Ulla Skarvad/ }).click();
    await page.getByRole('button', { name: 'Lav dagsorden' }).click();
    await page.getByRole('textbox', { name: 'Tekst fra papiret' }).fill(programme(items));
    await page.getByRole('button', { name: 'Læs dagsordenen' }).click();
    const line = page.locator('[data-line]').nth(Math.floor(items / 2));
    const name = await line.getAttribute('data-line');
    const own = page.locator(`[data-line="${name}"]`);
    return await played({
      page,
      open: async () => {
        await own.click();
        return page.getByRole('textbox', { name: 'Overskrift', exact: true });
      },
      close: () => page.keyboard.press('Escape'),
      line: () => own,
      handle: () => page.locator(`[data-drag-line="${name}"]`).getByRole('button', { name: /^Træk/ }),
      place: () => placeOf(page, name ?? ''),
    });
  } finally {
    await tenant.stop();
    await app.stop();
  }
}

const placeOf = (page: Page, name: string): Promise<number> =>
  page.locator('[data-line]').evaluateAll((lines, wanted) => lines.findIndex((line) => line.getAttribute('data-line') === wanted), name);

/** A paper of so many items, each with who presents it, for how long, and some text: longer by far than the meeting, which is told. */
const programme = (items: number): string =>
  [
    'Dagsorden',
    '',
    ...Array.from({ length: items }, (_, place) => [
      `${place + 1}. Sag nummer ${place + 1} v. Poul Kringelholm (5 min.)`,
      'Forvaltningen fremlægger sagen til drøftelse.',
      '',
    ]),
  ]
    .flat()
    .join('\n');
