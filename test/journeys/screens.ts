import type { FrameLocator, Locator, Page } from '@playwright/test';
import { timeRunsOut } from '../patience.ts';
import { barriersOn, nothingMoves, outlineOf, type Rules } from './barriers.ts';
import { expect, type House } from './theHouse.ts';

/** The pane in which Outlook shows the app. */
export const outlookPane = (page: Page): FrameLocator => page.frameLocator('aside.task-pane iframe');
/** The frame in which Teams shows the app: a tab, or the side panel of a meeting. */
export const teamsFrame = (page: Page): FrameLocator => page.frameLocator('iframe[title*="Dagsorden"]');

/** What the decision in hand says of itself. The corner of the page speaks for what was sent before it, too. */
export const decisionSaved = (frame: FrameLocator): Locator => frame.getByRole('main').getByText('Gemt', { exact: true });

/** No known barrier on what is shown, host page and app alike. */
export async function expectNoBarriers(page: Page, screen: string): Promise<void> {
  expect(await barriersOn(page), screen).toEqual([]);
  await expectReadableMessages(page, screen);
}

/** Messages that were found readable, each with the width it was read at: the same message is the same the next time. */
const readable = new Set<string>();

/** The messages previewed on a screen, each looked at on a page of its own. A message is light in every theme. */
async function expectReadableMessages(page: Page, screen: string): Promise<void> {
  for (const frame of page.frames().slice(1)) {
    const element = await frame.frameElement();
    const message = (await element.getAttribute('sandbox')) === null ? null : await element.getAttribute('srcdoc');
    const read = `${page.viewportSize()?.width} ${message}`;
    if (message === null || readable.has(read)) continue;
    const alone = await page.context().newPage();
    await alone.setContent(message);
    // Its language and title are those of the page it is shown in.
    expect(await barriersOn(alone, { without: ['html-has-lang', 'document-title'] }), `the message on ${screen}`).toEqual([]);
    await alone.close();
    readable.add(read);
  }
}

/** Walks the decisions of a meeting, item by item, to the one with this title. */
export async function goToItem(frame: FrameLocator, title: string | RegExp): Promise<void> {
  const heading = frame.getByRole('heading', { level: 1 });
  await expect(frame.getByRole('textbox', { name: 'Beslutning' })).toBeVisible();
  while (!(await frame.getByRole('heading', { name: title, level: 1 }).isVisible())) {
    const before = await heading.innerText();
    await frame.getByRole('button', { name: 'Næste punkt' }).click();
    await expect(heading).not.toHaveText(before);
  }
}

/** The colour Fluent UI paints a page with in each theme: in its variables, whatever the system paints over them. */
const backgrounds = { light: '#ffffff', dark: '#292929', contrast: '#000000' } as const;

/** Waits until the app wears this look in every frame it stands in (its colours come over the network), and nothing moves any more. */
async function wears(page: Page, look: keyof typeof backgrounds): Promise<void> {
  const worn = async (): Promise<string[]> => {
    const frames = await Promise.all(
      page.frames().map((frame) =>
        frame.evaluate(() => {
          const provider = document.querySelector('.fui-FluentProvider');
          return provider === null ? [] : [getComputedStyle(provider).getPropertyValue('--colorNeutralBackground1')];
        }),
      ),
    );
    return [...new Set(frames.flat())];
  };
  await expect.poll(worn, `the look of ${page.url()}`).toEqual([backgrounds[look]]);
  await nothingMoves(page);
}

/** Waits for what the app shows once it has given up on somebody who does not answer. */
export async function whenTimeRunsOut(page: Page, shown: Locator): Promise<void> {
  await expect
    .poll(async () => {
      await timeRunsOut(page);
      return shown.isVisible();
    })
    .toBe(true);
}

/**
 * Looks at a screen as the light, the dark and the high-contrast theme show it, without leaving it. The system's theme is changed,
 * which Outlook and the plain browser follow, and Teams too, which tells the app. (DAGSORDEN_JOURNEY_LOOKS=none takes one picture
 * only, for a quick run.)
 */
export async function lookAtScreen(house: House, page: Page, name: string): Promise<void> {
  if (process.env['DAGSORDEN_JOURNEY_LOOKS'] === 'none') return house.picture(page, name);
  const looks = [
    { look: 'light', media: { colorScheme: 'light', forcedColors: 'none' } },
    { look: 'dark', media: { colorScheme: 'dark', forcedColors: 'none' } },
    { look: 'contrast', media: { colorScheme: 'dark', forcedColors: 'active' } },
  ] as const;
  let outline = '';
  for (const { look, media } of looks) {
    await page.emulateMedia(media);
    await wears(page, look);
    await house.picture(page, `${name}-${look}`);
    const before = outline;
    outline = await outlineOf(page);
    // What has no colour is looked at once, as long as nothing but colours has changed.
    const rules: Rules = outline === before ? 'ofColour' : 'all';
    // With forced colours the system paints, and axe reckons with colours nobody sees.
    const without = look === 'contrast' ? ['color-contrast'] : [];
    expect(await barriersOn(page, { rules, without }), `${name}, ${look}`).toEqual([]);
    if (look === 'light') await expectReadableMessages(page, name);
  }
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
}

/** A page of the app in Teams: the personal tab, a channel's tab, a meeting's details tab. */
export const teamsTab = (page: Page): FrameLocator => page.frameLocator('iframe[name="embedded-page"]');

/** One picture of a state and no known barrier in it; the themes are tried out on the screens of the whole meeting. */
export async function lookAtState(house: House, page: Page, name: string): Promise<void> {
  await house.picture(page, name);
  await expectNoBarriers(page, name);
}
