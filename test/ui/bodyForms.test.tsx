// @vitest-environment jsdom
import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { afterEach, expect, it, vi } from 'vitest';
import type { Commands } from '../../src/commands/commands.ts';
import type { CalendarEvent } from '../../src/meeting/meeting.ts';
import { createI18n } from '../../src/ui/i18n/createI18n.ts';
import { CommandsProvider } from '../../src/ui/kit/CommandsContext.tsx';
import { LiveRegion } from '../../src/ui/kit/LiveRegion.tsx';
import { createQueryClient } from '../../src/ui/kit/queryClient.ts';
import { plainProfile } from '../../src/meeting/profile.ts';
import { AddMembers } from '../../src/ui/profile/AddMembers.tsx';
import { MemberList } from '../../src/ui/profile/MemberList.tsx';
import { agendaOf, fileOf } from '../meeting/agendas.ts';

/** A screen of the body, whose members are saved when the test says so. */
async function show(content: ReactNode) {
  const saved: (() => void)[] = [];
  const saveMember = () => new Promise<void>((resolve) => saved.push(resolve));
  const commands = { host: { kind: 'browser' }, profile: { saveMember, readNames: async () => [] } } as unknown as Commands;
  const i18n = await createI18n('da');
  await i18n.loadNamespaces('profile');
  page = document.body.appendChild(document.createElement('div'));
  root = createRoot(page);
  root.render(
    <I18nextProvider i18n={i18n}>
      <CommandsProvider commands={commands}>
        <QueryClientProvider client={createQueryClient()}>
          <LiveRegion>{content}</LiveRegion>
        </QueryClientProvider>
      </CommandsProvider>
    </I18nextProvider>,
  );
  return saved;
}
const press = (words: RegExp) =>
  vi.waitFor(() => {
    const button = [...page.querySelectorAll('button')].find((each) => words.test(each.getAttribute('aria-label') ?? each.textContent ?? ''));
    expect(button).toBeDefined();
    button?.click();
  });

let page: HTMLElement;
let root: Root;
afterEach(() => {
  root.unmount();
  page.remove();
});

const { board } = fileOf(agendaOf(['1 Budget']));
const person = (name: string) => ({ id: name, name, email: null });

it('a form that is opened while others are added stays open, with what is typed in it; the one they came from closes', async () => {
  const event = { organizer: null, invitees: [{ ...person('Lene Vadgaard'), answer: 'none', optional: false }] } as unknown as CalendarEvent;
  const saved = await show(<AddMembers board={board} members={[]} event={event} />);
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
});

it('so does the form of another member, opened while one is saved', async () => {
  const members = ['Ane Kratholm', 'Lene Vadgaard'].map((name) => ({
    person: person(name),
    roles: ['member'] as const,
    votes: true,
    party: null,
    substitute: null,
  }));
  const saved = await show(<MemberList board={board} profile={{ ...plainProfile, members }} event={null} mayEdit />);
  const isOpen = (name: string) => page.querySelector(`[aria-label="Ret ${name}"]`)?.getAttribute('aria-expanded');
  await press(/^Ret Ane Kratholm$/);
  await press(/^Gem$/);
  await vi.waitFor(() => expect(saved).toHaveLength(1));
  await press(/^Ret Lene Vadgaard$/);
  await vi.waitFor(() => expect(isOpen('Lene Vadgaard')).toBe('true'));
  saved[0]?.();
  await vi.waitFor(() => expect(document.body.textContent).toContain('Ane Kratholm er gemt'));
  expect(isOpen('Lene Vadgaard')).toBe('true');
});
