// A PDF as offices make them: printed by a real browser, with fonts of its own.
import { chromium } from 'playwright-core';
import { findBrowser, NoBrowser } from '../../browser.ts';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A paper's text printed on A4 by the browser at hand; null where there is none. */
export async function printed(text: string): Promise<Uint8Array | null> {
  let found;
  try {
    found = findBrowser();
  } catch (error) {
    if (error instanceof NoBrowser) return null;
    throw error;
  }
  const browser = await chromium.launch({ executablePath: found.executablePath, args: [...found.args], env: found.env });
  try {
    const page = await browser.newPage();
    const paragraphs = text.split('\n').map((line) => `<p>${escaped(line.replaceAll('\f', '')) || '&nbsp;'}</p>`);
    const style = 'body{font:10.5pt/1.25 sans-serif}p{margin:0;white-space:pre-wrap}';
    await page.setContent(`<meta charset="utf-8"><style>${style}</style>${paragraphs.join('')}`);
    return new Uint8Array(await page.pdf({ format: 'A4', margin: { top: '20mm', bottom: '20mm', left: '20mm', right: '20mm' } }));
  } finally {
    await browser.close();
  }
}
