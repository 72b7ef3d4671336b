// @vitest-environment jsdom
import { act, Suspense, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { correctionsOf } from '../../../src/meeting/corrections.ts';
import { editionOf } from '../../../src/meeting/edition.ts';
import type { MeetingFile, Publication, Treatment } from '../../../src/meeting/meeting.ts';
import { createI18n } from '../../../src/ui/i18n/createI18n.ts';
import { CorrectionList } from '../../../src/ui/publication/CorrectionList.tsx';
import { NobodyNoted } from '../../../src/ui/publication/NobodyNoted.tsx';
import { agendaOf, fileOf } from '../../meeting/agendas.ts';

const agenda = agendaOf(['1 Budget', '2 Anlæg']);
const [budget, works] = agenda.items;
const decided = (itemId: Treatment['itemId'], decision: string): Treatment => ({
  itemId,
  openness: 'open',
  outcome: 'other',
  decision,
  publicDecision: '',
  notTreated: false,
});
const file = fileOf(agenda, { treatments: [decided(budget!.id, 'Godkendt.'), decided(works!.id, 'Drøftet.')] });
const at = '2026-09-03T12:05:00Z';

let root: Root | null = null;
let place: HTMLElement;
afterEach(() => {
  act(() => root?.unmount());
  place.remove();
});
async function show(content: ReactNode): Promise<string> {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  const i18n = await createI18n('da');
  await i18n.loadNamespaces(['publication', 'minutes', 'common']);
  place = document.body.appendChild(document.createElement('div'));
  const made = (root = createRoot(place));
  await act(async () =>
    made.render(
      <I18nextProvider i18n={i18n}>
        <Suspense fallback={null}>{content}</Suspense>
      </I18nextProvider>,
    ),
  );
  return place.textContent ?? '';
}

describe('a decision that was changed after the minutes were published', () => {
  const done = (target: Publication['target']): Publication => ({ target, version: 1, state: 'done', attempts: 1, error: null, reference: null, at });
  const changed: MeetingFile = {
    ...file,
    minutes: editionOf(file, 'circle', 1, at),
    publications: [done('lists'), done('channel')],
    treatments: [decided(budget!.id, 'Forkastet.'), decided(works!.id, 'Drøftet.')],
  };

  test('stands as published in its old words, and as a correction in its new ones', async () => {
    const words = await show(<CorrectionList corrections={correctionsOf(changed)} version={2} />);
    expect(words).toMatch(/1 BudgetUdgivetGodkendt\.Rettet tilForkastet\./);
    expect(words).not.toContain('Anlæg');
  });
});

describe('minutes that tell nobody as present', () => {
  test('say so before they are published, with the way to the roll call', async () => {
    const words = await show(<NobodyNoted file={file} edition={editionOf(file, 'circle', 1, at)} />);
    expect(words).toContain('Referatet siger ikke, hvem der var til stede.');
    expect(place.querySelector('a')?.getAttribute('href')).toContain('optag');
  });

  test('say nothing of it once somebody was noted', async () => {
    const present = [{ name: 'Ane Kratholm', insteadOf: null, online: false, guest: false, excusedFor: [], moves: [] }];
    expect(await show(<NobodyNoted file={file} edition={{ attendance: { present, absent: [] } }} />)).toBe('');
    act(() => root?.unmount());
    expect(await show(<NobodyNoted file={file} edition={{ attendance: { present: [], absent: ['Ane Kratholm'] } }} />)).toContain('ikke noteret');
  });
});
