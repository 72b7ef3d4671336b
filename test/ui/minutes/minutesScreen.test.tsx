// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, Suspense } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { afterEach, expect, it, vi } from 'vitest';
import type { Commands } from '../../../src/commands/commands.ts';
import { editionOf } from '../../../src/meeting/edition.ts';
import type { MeetingFile } from '../../../src/meeting/meeting.ts';
import { createI18n } from '../../../src/ui/i18n/createI18n.ts';
import { CommandsProvider } from '../../../src/ui/kit/CommandsContext.tsx';
import MinutesScreen from '../../../src/ui/minutes/MinutesScreen.tsx';
import { agendaOf, fileOf } from '../../meeting/agendas.ts';

const plain = agendaOf(['1 Budget', '2 Personsag om Vej og Park (lukket)'], { location: 'Rådhuset', chair: 'Grethe Sønderby' });
const file: MeetingFile = fileOf(
  {
    ...plain,
    items: plain.items.map((item) => ({ ...item, sections: [{ role: 'recommendation', heading: null, text: `at ${item.id} godkendes` }] })),
  },
  {
    treatments: [{ itemId: plain.items[0]!.id, openness: 'open', outcome: null, decision: 'Vedtaget.', publicDecision: '', notTreated: false }],
    apologies: [
      {
        id: 'ane',
        person: { id: null, name: 'Ane Kratholm', email: null },
        scope: { kind: 'items', itemIds: [plain.items[1]!.id] },
        substitute: 'Torkil Bækhøj',
        receivedAt: '2026-09-01T08:00:00Z',
        enteredBy: 'Ane Kratholm',
        withdrawnAt: null,
      },
    ],
  },
);

/** All that is live throws when it is looked at. */
function publishedAlone(audience: 'circle' | 'outside'): MeetingFile {
  const minutes = editionOf(file, audience, 2, '2026-09-03T12:05:00Z');
  const alive = Object.fromEntries(
    (['agenda', 'apologies', 'treatments', 'board', 'occasion', 'status'] as const).map((name) => [
      name,
      {
        get: () => {
          throw new Error(`The page reads ${name}`);
        },
      },
    ]),
  );
  return Object.defineProperties({ ...file, minutes }, alive);
}

let root: Root | null = null;
afterEach(() => {
  act(() => root?.unmount());
  document.body.replaceChildren();
});

async function page(shown: MeetingFile): Promise<string> {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  const place = document.body.appendChild(document.createElement('div'));
  const made = (root = createRoot(place));
  const i18n = await createI18n('da');
  // What is told of the seal comes later, if at all.
  const approval = { checkSeal: () => new Promise(() => undefined) };
  const commands = { host: { kind: 'browser' }, approval } as unknown as Commands;
  await act(async () =>
    made.render(
      <I18nextProvider i18n={i18n}>
        <QueryClientProvider client={new QueryClient()}>
          <CommandsProvider commands={commands}>
            {/* Words come when they are asked for, as everywhere in the app. */}
            <Suspense fallback={null}>
              <MinutesScreen file={shown} approval={null} />
            </Suspense>
          </CommandsProvider>
        </QueryClientProvider>
      </I18nextProvider>,
    ),
  );
  await vi.waitFor(() => expect(place.textContent).toContain('at item-1 godkendes'), { timeout: 60_000 });
  return place.textContent ?? '';
}

it('prints what the edition holds, and looks at nothing live', async () => {
  const words = await page(publishedAlone('circle'));
  for (const word of ['Direktionen', 'Direktionsmøde', 'torsdag den 3. september 2026 kl.\u00a008.30–11.00', 'Rådhuset', 'Grethe Sønderby']) {
    expect(words).toContain(word);
  }
  for (const word of ['Vej og Park', 'at item-2 godkendes', 'Vedtaget.', 'Ane Kratholm', 'Torkil Bækhøj']) expect(words).toContain(word);
});

it('prints nothing of a closed item for those outside', async () => {
  const words = await page(publishedAlone('outside'));
  expect(words).toContain('Lukket punkt');
  expect(words).not.toMatch(/Vej og Park|item-2/);
});

it.each([
  ['without a title', null],
  ['that was given the standard words as its title', 'Lukket punkt.'],
])('says “Lukket punkt” once to a reader, at a closed item %s', async (_, neutralTitle) => {
  const items = file.agenda.items.map((item) => ({ ...item, neutralTitle: item.openness === 'closed' ? neutralTitle : null }));
  const of: MeetingFile = { ...file, agenda: { ...file.agenda, items } };
  await page({ ...of, minutes: editionOf(of, 'outside', 1, '2026-09-03T12:05:00Z'), closedAccess: 'no' });
  const line = document.querySelector(`[data-item="${items[1]!.id}"]`)!;
  // What is read out counts as well.
  const said = [line.textContent, ...[...line.querySelectorAll('[aria-label]')].map((each) => each.getAttribute('aria-label'))].join(' ');
  expect(said.match(/Lukket punkt/g)).toHaveLength(1);
  expect(line.querySelectorAll('svg')).toHaveLength(1);
});

it('tells who was present, before the items, once the roll has been called', async () => {
  const attended = (name: string, more: object = {}) => ({ name, insteadOf: null, online: false, guest: false, excusedFor: [], moves: [], ...more });
  const attendance = {
    present: [attended('Grethe Sønderby'), attended('Torkil Bækhøj', { insteadOf: 'Ane Kratholm' }), attended('Karen Ankersen', { guest: true })],
    absent: ['Lene Skovbo'],
  };
  const words = await page({ ...file, minutes: { ...editionOf(file, 'circle', 1, '2026-09-03T12:05:00Z'), attendance } });
  expect(words).toMatch(/Til stedeGrethe SønderbyTorkil Bækhøj \([^)]*Ane Kratholm\)[^]*Karen Ankersen[^]*Lene Skovbo[^]*Budget/);
});
