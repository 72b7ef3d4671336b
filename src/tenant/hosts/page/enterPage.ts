import { readAddress } from './address.ts';
import { element, show } from './dom.ts';
import { openHostPage } from './hostPage.ts';
import type { HostPage } from './hostPage.ts';
import { chromeTexts } from './texts.ts';

/** The host page, or null where the tenant does not answer: then the page says so and offers another try. */
export async function enterPage(): Promise<HostPage | null> {
  try {
    return await openHostPage();
  } catch (error) {
    console.error(error);
    const texts = chromeTexts[readAddress().locale];
    const again = element('button', { type: 'button', onclick: () => location.reload() }, texts.tryAgain);
    show(document.body, element('main', {}, element('div.notice', { role: 'alert' }, texts.unreachable, again)));
    return null;
  }
}
