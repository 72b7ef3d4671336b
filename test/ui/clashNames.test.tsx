// @vitest-environment jsdom
import { QueryClientProvider } from '@tanstack/react-query';
import { act, Suspense, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Commands } from '../../src/commands/commands.ts';
import { Conflict } from '../../src/meeting/errors.ts';
import type { Treatment } from '../../src/meeting/meeting.ts';
import { plainProfile } from '../../src/meeting/profile.ts';
import { ConflictChoice } from '../../src/ui/agenda/ConflictChoice.tsx';
import { createI18n } from '../../src/ui/i18n/createI18n.ts';
import { CommandsProvider } from '../../src/ui/kit/CommandsContext.tsx';
import { LiveRegion } from '../../src/ui/kit/LiveRegion.tsx';
import { createQueryClient } from '../../src/ui/kit/queryClient.ts';
import { FailureState } from '../../src/ui/kit/states/FailureState.tsx';
import { TreatmentConflict } from '../../src/ui/meeting/TreatmentConflict.tsx';
import { RuleForm } from '../../src/ui/profile/RuleForm.tsx';
import { agendaOf, fileOf } from '../meeting/agendas.ts';

// Screens on which two people's words meet: where the service tells who the other is, no screen says “En anden”.

const clash = new Conflict([{ field: 'FullTitle', mine: 'Mit', theirs: 'Deres' }], { by: 'Asger Mølbjerg' });
const unnamed = new Conflict([{ field: 'FullTitle', mine: 'Mit', theirs: 'Deres' }]);
const agenda = agendaOf(['1 Budget']);
const [mine] = agenda.items;
const file = fileOf(agenda);
const treatment = (decision: string): Treatment => ({
  itemId: mine!.id,
  openness: 'open',
  outcome: null,
  decision,
  publicDecision: '',
  notTreated: false,
});
const commands = {
  host: { kind: 'browser', address: null, signIn: { person: () => ({ id: 'ulla', name: 'Ulla Skarvad', email: null }) } },
  profile: { saveRules: () => Promise.reject(clash), readProfile: () => Promise.resolve({ profile: plainProfile, unread: [] }) },
  outbox: { subscribe: () => () => undefined, onChange: () => () => undefined, state: () => ({ pending: 0, sending: false }) },
} as unknown as Commands;

let root: Root | null = null;
let place: HTMLElement;
afterEach(() => {
  act(() => root?.unmount());
  place.remove();
});
async function show(content: ReactNode): Promise<() => string> {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  const i18n = await createI18n('da');
  await i18n.loadNamespaces(['refusals', 'states', 'itemEditor', 'meetingPanel', 'profile', 'common']);
  place = document.body.appendChild(document.createElement('div'));
  const made = (root = createRoot(place));
  await act(async () =>
    made.render(
      <I18nextProvider i18n={i18n}>
        <CommandsProvider commands={commands}>
          <QueryClientProvider client={createQueryClient()}>
            <LiveRegion>
              <Suspense fallback={null}>{content}</Suspense>
            </LiveRegion>
          </QueryClientProvider>
        </CommandsProvider>
      </I18nextProvider>,
    ),
  );
  return () => place.querySelector('[role=alert]')?.textContent ?? '';
}

describe('a screen on which mine clashes with another’s', () => {
  test.each([
    ['a decision', <TreatmentConflict key="t" mine={treatment('Mit')} theirs={treatment('Deres')} by="Asger Mølbjerg" onChoose={() => undefined} />],
    [
      'an item',
      <ConflictChoice
        key="i"
        clashes={['title']}
        mine={mine!}
        theirs={{ ...mine!, title: 'Deres' }}
        by="Asger Mølbjerg"
        onChoose={() => undefined}
      />,
    ],
    ['anything else', <FailureState key="f" error={clash} size="inline" onRetry={() => undefined} />],
  ])('names the other: %s', async (_, screen) => {
    const told = await show(screen);
    await vi.waitFor(() => expect(told()).toContain('Asger Mølbjerg har '), { timeout: 60_000 });
    expect(told()).not.toMatch(/en anden|den andens/i);
  });

  test('names the other: the rules of a body', async () => {
    const told = await show(<RuleForm board={file.board} stored={plainProfile.rules} mayEdit />);
    const box = place.querySelector<HTMLInputElement>('input[type=checkbox]')!;
    await act(async () => box.click());
    await act(async () => place.querySelector<HTMLButtonElement>('button[type=submit]')!.click());
    await vi.waitFor(() => expect(told()).toContain('Asger Mølbjerg har ændret det samme imens.'), { timeout: 60_000 });
    expect(told()).not.toMatch(/en anden|den andens/i);
  });

  test.each([
    ['nobody knows who it was', unnamed],
    // The service tells who wrote the row last.
    ['I wrote there last myself', new Conflict(clash.fields, { by: 'Ulla Skarvad' })],
  ])('says “En anden” where %s', async (_, error) => {
    const told = await show(<FailureState error={error} size="inline" onRetry={() => undefined} />);
    await vi.waitFor(() => expect(told()).toContain('En anden har rettet det samme'), { timeout: 60_000 });
  });
});
