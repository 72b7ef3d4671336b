// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Commands } from '../../src/commands/commands.ts';
import type { Invitee, MeetingFile } from '../../src/meeting/meeting.ts';
import { ItemPicker } from '../../src/ui/apology/ItemPicker.tsx';
import AgendaFoot from '../../src/ui/agenda/AgendaFoot.tsx';
import { createI18n } from '../../src/ui/i18n/createI18n.ts';
import { CommandsProvider } from '../../src/ui/kit/CommandsContext.tsx';
import { createQueryClient } from '../../src/ui/kit/queryClient.ts';
import { agendaOf, at, fileOf } from '../meeting/agendas.ts';

let page: HTMLElement;
let root: Root | null = null;
afterEach(() => {
  root?.unmount();
  page.remove();
});

async function show(content: ReactNode): Promise<void> {
  const commands = { host: { kind: 'browser', address: null, signIn: { person: () => null } } } as unknown as Commands;
  const i18n = await createI18n('da');
  await i18n.loadNamespaces(['apologySheet', 'agenda', 'common']);
  page = document.createElement('div');
  document.body.append(page);
  root = createRoot(page);
  root.render(
    <I18nextProvider i18n={i18n}>
      <CommandsProvider commands={commands}>
        <QueryClientProvider client={createQueryClient()}>{content}</QueryClientProvider>
      </CommandsProvider>
    </I18nextProvider>,
  );
  await vi.waitFor(() => expect(page.childElementCount).toBeGreaterThan(0));
}

const agenda = agendaOf(['1 Nyt @09.00-09.20', '2 Budget @09.20-10.00', '3 Løn', '4 Eventuelt'], { start: at('09.00') });
const file: MeetingFile = fileOf(agenda);

describe('the boxes of an apology for some items', () => {
  const boxes = () => [...page.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];

  test('have an id each, and the name of their item', async () => {
    await show(<ItemPicker file={file} chosen={[]} missing={false} onChange={() => undefined} />);
    await vi.waitFor(() => expect(boxes()).toHaveLength(4));
    expect(new Set(boxes().map(({ id }) => id)).size).toBe(4);
    expect(boxes().map((box) => [...(box.labels ?? [])].map(({ textContent }) => textContent))).toMatchObject([
      [expect.stringMatching(/^1 Nyt/)],
      [expect.stringMatching(/^2 Budget/)],
      [expect.stringMatching(/^3 Løn/)],
      [expect.stringMatching(/^4 Eventuelt/)],
    ]);
    // Nothing else names them: a name that is given to all of them would go before their own.
    expect(
      boxes()
        .flatMap((box) => [box.getAttribute('aria-labelledby'), box.getAttribute('aria-label')])
        .filter((name) => name !== null),
    ).toEqual([]);
    const group = page.querySelector('[role=group]')!;
    expect(document.getElementById(group.getAttribute('aria-labelledby')!)?.textContent).toBe('Hvilke punkter');
  });

  test('are ticked by their own words', async () => {
    const chosen = vi.fn();
    await show(<ItemPicker file={file} chosen={[]} missing={false} onChange={chosen} />);
    await vi.waitFor(() => expect(boxes()).toHaveLength(4));
    for (const [place, item] of agenda.items.entries()) {
      act(() => boxes()[place]!.labels![0]!.click());
      expect(chosen).toHaveBeenLastCalledWith([item.id]);
    }
    expect(chosen).toHaveBeenCalledTimes(4);
  });
});

test('at the foot of the agenda nobody stands both among the excused and the participants', async () => {
  const invitee = (name: string): Invitee => ({ id: name, name, email: null, answer: 'accepted', optional: false });
  const apology = {
    id: '1',
    person: { id: 'Ane Kratholm', name: 'Ane Kratholm', email: null },
    scope: { kind: 'meeting' },
    substitute: null,
    receivedAt: '2026-04-20T08:00:00Z',
    enteredBy: 'Ane Kratholm',
    withdrawnAt: null,
  } as const;
  const event = { invitees: [invitee('Ane Kratholm'), invitee('Lene Vadgaard')] } as unknown as Parameters<typeof AgendaFoot>[0]['event'];
  await show(<AgendaFoot file={{ ...file, apologies: [apology] }} event={event} />);
  await vi.waitFor(() => expect(page.querySelectorAll('p')).toHaveLength(2));
  expect([...page.querySelectorAll('p')].map(({ textContent }) => textContent)).toEqual(['Ane Kratholm', 'Lene Vadgaard']);
});
