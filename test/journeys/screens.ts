import { AxeBuilder } from '@axe-core/playwright';
import type { FrameLocator, Locator, Page } from '@playwright/test';
import { expect, type House } from './theHouse.ts';

/** The pane in which Outlook shows the app. */
export const outlookPane = (page: Page): FrameLocator => page.frameLocator('aside.task-pane iframe');
/** The frame in which Teams shows the app: a tab, or the side panel of a meeting. */
export const teamsFrame = (page: Page): FrameLocator => page.frameLocator('iframe[title*="Dagsorden"]');

/** What the decision in hand says of itself. The corner of the page speaks for what was sent before it, too. */
export const decisionSaved = (frame: FrameLocator): Locator => frame.getByRole('main').getByText('Gemt', { exact: true });

const barrierTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] as const;

/** No known barrier on what is shown, host page and app alike. */
export async function expectNoBarriers(page: Page, screen: string, look: 'light' | 'dark' | 'contrast' = 'light'): Promise<void> {
  const axe = new AxeBuilder({ page })
    .withTags([...barrierTags])
    // Fluent's guards at the ends of an open menu: they hand the focus on the moment they get it.
    .exclude('[data-tabster-dummy]')
    // The preview of a message allows no scripts, and axe's timers are scripts: it would wait there for ever.
    .exclude('iframe[sandbox]')
    .exclude(['iframe', 'iframe[sandbox]']);
  // With forced colours the system paints, and axe reckons with colours nobody sees.
  if (look === 'contrast') axe.disableRules('color-contrast');
  expect(told(await axe.analyze()), screen).toEqual([]);
  if (look === 'light') await expectReadableMessages(page, screen);
}

/** The messages previewed on a screen, each looked at on a page of its own. A message is light in every theme. */
async function expectReadableMessages(page: Page, screen: string): Promise<void> {
  for (const frame of page.frames().slice(1)) {
    const element = await frame.frameElement();
    const message = (await element.getAttribute('sandbox')) === null ? null : await element.getAttribute('srcdoc');
    if (message === null) continue;
    const alone = await page.context().newPage();
    await alone.setContent(message);
    // Its language and title are those of the page it is shown in.
    const axe = new AxeBuilder({ page: alone }).withTags([...barrierTags]).disableRules(['html-has-lang', 'document-title']);
    expect(told(await axe.analyze()), `the message on ${screen}`).toEqual([]);
    await alone.close();
  }
}

function told({ violations }: Awaited<ReturnType<AxeBuilder['analyze']>>): string[] {
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.flat().join(' ')).join(' | ')}`);
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
  for (const { look, media } of looks) {
    await page.emulateMedia(media);
    await page.waitForTimeout(150);
    await house.picture(page, `${name}-${look}`);
    await expectNoBarriers(page, `${name}, ${look}`, look);
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
