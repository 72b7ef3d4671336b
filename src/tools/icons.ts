/**
 * Draws the PNG icons from the SVG files beside them: `node src/tools/icons.ts`. The PNGs are committed, so this runs
 * only when a drawing has changed. Sizes: Teams wants color 192 and a white outline 32, Outlook 16 to 128.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findBrowser } from './browser.ts';
import { folders } from './folders.ts';

export const icons = [
  { file: 'color.png', drawing: 'color.svg', size: 192 },
  { file: 'outline.png', drawing: 'outline.svg', size: 32 },
  { file: 'icon-16.png', drawing: 'mark.svg', size: 16 },
  { file: 'icon-32.png', drawing: 'mark.svg', size: 32 },
  { file: 'icon-64.png', drawing: 'mark.svg', size: 64 },
  { file: 'icon-80.png', drawing: 'mark.svg', size: 80 },
  { file: 'icon-128.png', drawing: 'mark.svg', size: 128 },
] as const;

async function draw(): Promise<void> {
  const { executablePath, args, env } = findBrowser();
  const browser = await chromium.launch({ executablePath, args: [...args], env });
  try {
    const page = await browser.newPage();
    const folder = join(folders.root, 'appPackage', 'icons');
    for (const { file, drawing, size } of icons) {
      await page.setViewportSize({ width: size, height: size });
      const svg = readFileSync(join(folder, drawing), 'utf8').replace('<svg ', `<svg width="${size}" height="${size}" style="display:block" `);
      await page.setContent(`<body style="margin:0">${svg}</body>`);
      await page.screenshot({ path: join(folder, file), omitBackground: true });
      console.log(`${file} ${size}×${size}`);
    }
  } finally {
    await browser.close();
  }
}

if (import.meta.main) await draw();
