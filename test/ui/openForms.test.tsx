// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { afterEach, expect, it, vi } from 'vitest';
import type { Commands } from '../../src/commands/commands.ts';
import { YearEntryForm } from '../../src/ui/board/YearEntryForm.tsx';
import { FollowUpForm } from '../../src/ui/followUp/FollowUpForm.tsx';
import { createI18n } from '../../src/ui/i18n/createI18n.ts';
import { CommandsProvider } from '../../src/ui/kit/CommandsContext.tsx';

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);

let root: Root | null = null;
let page: HTMLElement;
afterEach(async () => {
  await act(async () => root?.unmount());
  page.remove();
});

/** @param kept what was typed at an earlier visit, by the name of its field */
async function show(form: ReactNode, kept: Readonly<Record<string, string>> = {}): Promise<void> {
  page = document.body.appendChild(document.createElement('div'));
  root = createRoot(page);
  const i18n = await createI18n('da');
  await i18n.loadNamespaces(['board', 'followUp', 'common']);
  const commands = {
    drafts: { read: async (key: string) => kept[key] ?? null, write: async () => undefined, remove: async () => undefined },
  } as unknown as Commands;
  await act(async () =>
    root?.render(
      <I18nextProvider i18n={i18n}>
        <QueryClientProvider client={new QueryClient()}>
          <CommandsProvider commands={commands}>{form}</CommandsProvider>
        </QueryClientProvider>
      </I18nextProvider>,
    ),
  );
}
const submit = () => act(async () => page.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })));

it('a month that nobody can read is not shown as another, and is chosen before the entry is saved', async () => {
  const saved: number[] = [];
  const start = { title: 'Budget', text: '', openness: 'open', month: 0, owner: null } as const;
  await show(<YearEntryForm start={start} mayClose={false} busy={false} save="Gem" onSave={({ month }) => void saved.push(month)} onCancel={null} />);
  const select = page.querySelector('select');
  expect(select?.selectedOptions[0]?.textContent).toBe('Vælg måned');
  await submit();
  expect(saved).toEqual([]);
  await act(async () => {
    if (!select) throw new Error('There is no month');
    select.value = '9';
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await submit();
  expect(saved).toEqual([9]);
  expect(select?.textContent).not.toContain('Vælg måned');
});

it.each([
  [{ followUp: 'Ring til firmaet' }, true],
  [{}, false],
])('what was typed at an earlier visit is told as that: %j', async (kept, isTold) => {
  const start = { what: '', owner: null, due: null, decision: null };
  await show(
    <FollowUpForm start={start} draftKey="followUp" people={[]} decisions={1} busy={false} onSave={() => undefined} onClose={() => undefined} />,
    kept,
  );
  await vi.waitFor(async () => {
    await act(async () => undefined);
    expect(page.querySelector('textarea')?.value).toBe(isTold ? 'Ring til firmaet' : '');
  });
  expect(page.textContent.includes('Det, du skrev sidst, er hentet frem.')).toBe(isTold);
});
