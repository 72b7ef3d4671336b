// @vitest-environment jsdom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { afterEach, expect, it, vi } from 'vitest';
import type { UnreadRow } from '../../src/meeting/unreadRow.ts';
import { createI18n } from '../../src/ui/i18n/createI18n.ts';
import { UnreadRows } from '../../src/ui/unreadRows/UnreadRows.tsx';

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);

let root: Root | null = null;
afterEach(() => act(() => root?.unmount()));

async function shown(rows: readonly UnreadRow[], words: string): Promise<HTMLElement> {
  const page = document.createElement('div');
  root = createRoot(page);
  const i18n = await createI18n('da');
  await act(async () =>
    root?.render(
      <I18nextProvider i18n={i18n}>
        <UnreadRows rows={rows} />
      </I18nextProvider>,
    ),
  );
  await vi.waitFor(async () => {
    await act(async () => undefined);
    expect(page.textContent).toContain(words);
  }, 20_000);
  return page;
}
const row = { list: 'DagsordenPunkter', row: '12', column: 'Bilag', wholeRow: false, webUrl: 'https://fjordby.example/Lists/x/12_.000' };

it('names list, row and column, and leads to where it is mended', async () => {
  const page = await shown([row, { ...row, row: '13', wholeRow: true, webUrl: null }], 'DagsordenPunkter');
  expect(page.textContent).toContain('DagsordenPunkter, række 12: kolonnen “Bilag” er udeladt.');
  expect(page.textContent).toContain('række 13: hele rækken er udeladt');
  expect([...page.querySelectorAll('a')].map((link) => [link.href, link.textContent])).toEqual([[row.webUrl, 'Åbn række 12 i DagsordenPunkter']]);
});

it('says nothing where everything can be read', async () => {
  expect((await shown([], '')).innerHTML).toBe('');
});
