// @vitest-environment jsdom
import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { expect, it, vi } from 'vitest';
import type { Commands } from '../../src/commands/commands.ts';
import type { CalendarEvent } from '../../src/meeting/meeting.ts';
import { createI18n } from '../../src/ui/i18n/createI18n.ts';
import { CommandsProvider } from '../../src/ui/kit/CommandsContext.tsx';
import { LiveRegion } from '../../src/ui/kit/LiveRegion.tsx';
import { createQueryClient } from '../../src/ui/kit/queryClient.ts';
import { AddMembers } from '../../src/ui/profile/AddMembers.tsx';
import { agendaOf, fileOf } from '../meeting/agendas.ts';

it('a form that is opened while others are saved stays open, with what is typed in it; the one they came from closes', async () => {
  const saved: (() => void)[] = [];
  const saveMember = () => new Promise<void>((resolve) => saved.push(resolve));
  const commands = { host: { kind: 'browser' }, profile: { saveMember, readNames: async () => [] } } as unknown as Commands;
  const invitees = [{ id: 'lene', name: 'Lene Vadgaard', email: null, answer: 'none', optional: false }];
  const event = { organizer: null, invitees } as unknown as CalendarEvent;
  const i18n = await createI18n('da');
  await i18n.loadNamespaces('profile');
  const page = document.body.appendChild(document.createElement('div'));
  const root = createRoot(page);
  root.render(
    <I18nextProvider i18n={i18n}>
      <CommandsProvider commands={commands}>
        <QueryClientProvider client={createQueryClient()}>
          <LiveRegion>
            <AddMembers board={fileOf(agendaOf(['1 Budget'])).board} members={[]} event={event} />
          </LiveRegion>
        </QueryClientProvider>
      </CommandsProvider>
    </I18nextProvider>,
  );
  const press = (words: RegExp) =>
    vi.waitFor(() => {
      const button = [...page.querySelectorAll('button')].find(({ textContent }) => words.test(textContent ?? ''));
      expect(button).toBeDefined();
      button?.click();
    });
  const area = () => page.querySelector('textarea');

  await press(/^Fra indkaldelsen$/);
  await press(/^Tilføj /);
  await vi.waitFor(() => expect(saved).toHaveLength(1));
  await press(/^Sæt en liste ind$/);
  await vi.waitFor(() => expect(area()).not.toBeNull());
  saved[0]?.();
  await vi.waitFor(() => expect(document.body.textContent).toContain('er tilføjet'));
  expect(area()).not.toBeNull();

  await press(/^Fra indkaldelsen$/);
  await press(/^Tilføj /);
  await vi.waitFor(() => expect(saved).toHaveLength(2));
  saved[1]?.();
  await vi.waitFor(() => expect(page.querySelector('[aria-expanded="true"]')).toBeNull());
  root.unmount();
  page.remove();
});
