// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { act, Suspense } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { afterEach, expect, it, vi } from 'vitest';
import type { Commands } from '../../src/commands/commands.ts';
import { openLocalDatabase } from '../../src/device/database.ts';
import { createOutbox, type Perform } from '../../src/device/outbox.ts';
import { Failure } from '../../src/meeting/errors.ts';
import { createI18n } from '../../src/ui/i18n/createI18n.ts';
import { CommandsProvider } from '../../src/ui/kit/CommandsContext.tsx';
import StuckDialog from '../../src/ui/kit/StuckDialog.tsx';

let root: Root | null = null;
afterEach(async () => {
  await act(async () => root?.unmount());
  vi.unstubAllGlobals();
});

it('what is given up stands there to the last word, and nothing of it goes to the clipboard by itself or by a press', async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  const writeText = vi.fn();
  vi.stubGlobal('navigator', Object.assign(Object.create(navigator), { clipboard: { writeText, write: writeText } }));
  const failing =
    (name: 'Offline' | 'NotAllowed'): Perform =>
    async () => {
      throw new Failure(name, 'as the test wants it');
    };
  const database = openLocalDatabase('opgivet');
  const earlier = createOutbox(database, () => 'ulla', failing('Offline'));
  // The first marks itself as closed; the others say nothing of it, and are about a closed item all the same.
  const given = [
    { openness: 'closed', decision: 'Bortvisning fastholdt' },
    { words: 'Rettelse til den lukkede sag' },
    { note: 'Mine egne ord om den' },
  ];
  for (const input of given) {
    const ordered = earlier.run({ command: 'say', version: 1, input, steps: [] }, failing('Offline'));
    await expect(ordered).rejects.toMatchObject({ name: 'Offline' });
  }
  earlier.close();
  // Nobody hears any more what is refused on a later visit: it stays, and is told.
  const outbox = createOutbox(database, () => 'ulla', failing('NotAllowed'));
  await outbox.resume();
  await vi.waitFor(() => expect(outbox.state().stuck).toHaveLength(given.length));
  const i18n = await createI18n('da');
  await i18n.loadNamespaces('stuck');
  const place = document.body.appendChild(document.createElement('div'));
  const screen = (root = createRoot(place));
  const commands = { outbox, host: { kind: 'browser' } } as unknown as Commands;
  await act(async () =>
    screen.render(
      <I18nextProvider i18n={i18n}>
        <CommandsProvider commands={commands}>
          <Suspense fallback={null}>
            <StuckDialog open onClose={() => undefined} />
          </Suspense>
        </CommandsProvider>
      </I18nextProvider>,
    ),
  );
  const buttons = (name: string) => [...document.querySelectorAll('button')].filter(({ textContent }) => textContent === name);
  for (let left = given.length; left > 0; left -= 1) {
    await vi.waitFor(() => expect(buttons('Opgiv ændringen')).toHaveLength(left));
    await act(async () => buttons('Opgiv ændringen')[0]?.click());
  }
  const shown = () => [...document.querySelectorAll('textarea')].map(({ value }) => value).join();
  await vi.waitFor(() => {
    for (const words of given.flatMap((each) => Object.values(each))) expect(shown()).toContain(words);
  });
  expect(buttons('Kopiér teksten')).toEqual([]);
  expect(writeText).not.toHaveBeenCalled();
  outbox.close();
});
