import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { afterAll, describe, expect, it } from 'vitest';
import { NoBrowser, findBrowser } from '../../src/tools/browser.ts';

const folder = mkdtempSync(join(tmpdir(), 'dagsorden-browser-'));
afterAll(() => rmSync(folder, { recursive: true }));
const linux = process.platform === 'linux';

describe('finding a browser', () => {
  it('takes the one that is named', () => {
    expect(findBrowser({ DAGSORDEN_BROWSER: process.execPath }).executablePath).toBe(process.execPath);
  });

  it('says so when the named one is not there', () => {
    expect(() => findBrowser({ DAGSORDEN_BROWSER: join(folder, 'none') })).toThrow(NoBrowser);
  });

  it.runIf(linux)('takes an installed Chromium where one is asked for', () => {
    const chromiumOnPath = join(folder, 'chromium');
    writeFileSync(chromiumOnPath, '#!/bin/sh\n');
    chmodSync(chromiumOnPath, 0o755);
    expect(findBrowser({ PATH: folder, DAGSORDEN_BROWSER: 'installed' }).executablePath).toBe(chromiumOnPath);
    expect(() => findBrowser({ PATH: join(folder, 'none'), DAGSORDEN_BROWSER: 'installed' })).toThrow(NoBrowser);
  });

  it.runIf(linux && process.arch === 'x64')('has one that runs whatever is installed', async () => {
    const found = findBrowser({ PATH: '' });
    expect(existsSync(found.executablePath)).toBe(true);
    const browser = await chromium.launch({ executablePath: found.executablePath, args: [...found.args], env: found.env });
    const page = await browser.newPage();
    await page.setContent('<h1>Dagsorden</h1>');
    expect(await page.getByRole('heading').textContent()).toBe('Dagsorden');
    await browser.close();
  });
});
