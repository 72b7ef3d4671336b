// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCommands } from '../../../src/commands/createCommands.ts';
import { openLocalDatabase } from '../../../src/device/database.ts';
import type { Host } from '../../../src/host/host.ts';
import { foldTreatment } from '../../../src/meeting/decisions.ts';
import { editionOf } from '../../../src/meeting/edition.ts';
import type { CalendarEvent, MeetingFile, Publication, Treatment } from '../../../src/meeting/meeting.ts';
import type { Store } from '../../../src/storage/store.ts';
import { createI18n } from '../../../src/ui/i18n/createI18n.ts';
import { CommandsProvider } from '../../../src/ui/kit/CommandsContext.tsx';
import MeetingPanel from '../../../src/ui/meeting/MeetingPanel.tsx';
import { takenAwayKey } from '../../../src/ui/live/useTakenAway.ts';
import { fileQuery } from '../../../src/ui/queries/useMeetingFile.ts';
import { agendaOf, fileOf } from '../../meeting/agendas.ts';

const plain = agendaOf(['1 Budget', '2 HEMMELIG personsag (lukket)', '3 Anlæg']);
const agenda = {
  ...plain,
  items: plain.items.map((item, index) => ({
    ...item,
    type: index === 0 ? ('decision' as const) : null,
    sections: [
      { role: 'purpose' as const, heading: null, text: `Formål ${index}` },
      { role: 'background' as const, heading: 'Baggrund', text: `Baggrunden ${index}` },
      { role: 'recommendation' as const, heading: null, text: `at punkt ${index} godkendes` },
    ],
    attachments: [{ number: null, title: `Bilag ${index}`, documentId: null, openness: 'open' as const, url: 'https://fjordby.example/bilag.pdf' }],
  })),
};
const [budget, , works] = agenda.items;
const blank = (id: Treatment['itemId']): Treatment => ({
  itemId: id,
  openness: 'open',
  outcome: null,
  decision: '',
  publicDecision: '',
  notTreated: false,
});
const decided = (id: Treatment['itemId'], decision: string): Treatment => ({ ...blank(id), outcome: 'approved', decision });

let site: MeetingFile;
let asked = 0;
const store = {
  readMeeting: async () => ({
    file: site,
    claim: { boardSiteId: site.pointer.siteId, by: 'Ulla', byPreparer: true, confirmedByMe: true },
    publishers: new Set(),
  }),
  boardOfSite: async () => site.board,
  closedRooms: async () => [
    {
      siteId: site.board.closedSiteId,
      channelId: 'closed',
      channelName: 'Lukkede punkter',
      hasLists: true,
      claim: { boardSiteId: site.pointer.siteId, by: 'Ulla', byPreparer: true, confirmedByMe: true },
    },
  ],
  approvalLines: async () => ({ lines: [], changedBy: [], unread: [], workers: null }),
  putTreatment: async (_pointer: unknown, _before: unknown, after: Treatment) => {
    site = { ...site, treatments: foldTreatment(site.treatments, after) };
  },
  treatmentsNow: async () => {
    asked += 1;
    return { treatments: site.treatments, writers: Object.fromEntries(site.treatments.map(({ itemId }) => [itemId, 'Ane Kratholm'])) };
  },
} as unknown as Store;

let root: Root;
let place: HTMLElement;
let client: QueryClient;
let turn = 0;
beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  asked = 0;
  turn += 1;
});
afterEach(async () => {
  await act(async () => root.unmount());
  place.remove();
  vi.useRealTimers();
});

async function panel(file: MeetingFile, event: CalendarEvent | null = null): Promise<void> {
  site = file;
  const host = {
    kind: 'browser',
    address: null,
    meeting: { kind: 'none' },
    invitation: null,
    signIn: { person: () => ({ id: 'ulla', name: 'Ulla Skarvad', email: 'ulla@fjordby.example' }) },
  };
  const commands = createCommands(
    {
      host: host as unknown as Host,
      store,
      now: () => new Date(),
      newId: () => crypto.randomUUID(),
      language: 'da',
      appOrigin: '',
      adminConsentLink: '',
    },
    openLocalDatabase(`panel-${turn}`),
  );
  client = new QueryClient();
  client.setQueryData(fileQuery(commands, file.pointer).queryKey, file);
  const i18n = await createI18n('da');
  await i18n.loadNamespaces(['meetingPanel', 'agenda', 'common', 'states', 'refusals', 'minutes']);
  const Shown = () => {
    const { data } = useQuery({ ...fileQuery(commands, file.pointer), staleTime: Infinity });
    return data ? <MeetingPanel file={data} event={event} first={budget!.id} /> : null;
  };
  place = document.body.appendChild(document.createElement('div'));
  root = createRoot(place);
  await act(async () =>
    root.render(
      <I18nextProvider i18n={i18n}>
        <QueryClientProvider client={client}>
          <CommandsProvider commands={commands}>
            <Shown />
          </CommandsProvider>
        </QueryClientProvider>
      </I18nextProvider>,
    ),
  );
  await vi.waitFor(() => expect(heading()).toContain('Budget'));
}

const heading = () => place.querySelector('h1')?.textContent ?? '';
const words = () => place.textContent ?? '';
const button = (name: string) => [...place.querySelectorAll('button')].find(({ textContent }) => textContent === name) ?? null;
const fields = () => [...place.querySelectorAll('[data-decision] textarea')] as HTMLTextAreaElement[];
const press = (key: Partial<KeyboardEventInit>) =>
  act(async () => void (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, ...key })));

const log = (['lists', 'channel'] as const).map((target): Publication => ({
  target,
  version: 1,
  state: 'done',
  attempts: 1,
  error: null,
  reference: null,
  at: '2026-09-03T12:05:00Z',
}));
const published = (file: MeetingFile, audience: 'circle' | 'outside'): MeetingFile => ({
  ...file,
  status: { ...file.status, minutes: 'published' },
  minutes: editionOf(file, audience, 1, '2026-09-03T12:05:00Z'),
  publications: log,
});
const all = agenda.items.map(({ id }) => decided(id, `Beslutning om ${id}.`));

describe('whoever reads along', () => {
  it('gets a reader’s panel: what is open, no tools, no count of what cannot be known, and no word of missing access', async () => {
    await panel(fileOf(agenda, { closedAccess: 'no' }));
    expect(words()).toMatch(/Formål 0[\s\S]*at punkt 0 godkendes[\s\S]*Bilag 0/);
    expect(place.querySelectorAll('textarea')).toHaveLength(0);
    for (const name of ['Godkendt', 'Luk punktet', 'Gå til udgivelse', 'Tilføj en beslutning', 'Begynd punktet']) expect(button(name)).toBeNull();
    expect(words()).not.toMatch(/0 af 3|mangler en beslutning|adgang/);
    expect(words()).not.toContain('HEMMELIG');
    expect(asked).toBe(0);
  });

  it('sees what is published, and counts that', async () => {
    const file = published(fileOf(agenda, { treatments: all }), 'outside');
    await panel({ ...file, treatments: [], closedAccess: 'no' });
    expect(words()).toContain(`Beslutning om ${budget!.id}.`);
    expect(words()).toContain('3 af 3 punkter har en beslutning');
    expect(place.querySelectorAll('textarea')).toHaveLength(0);
  });
});

describe('an item that goes from under the hands', () => {
  const without = (file: MeetingFile, id: string): MeetingFile => ({
    ...file,
    agenda: { ...file.agenda, items: file.agenda.items.filter((item) => item.id !== id) },
  });

  it('leaves the panel at its place, with the item that stands there now', async () => {
    const file = fileOf(agenda);
    await panel(file);
    await press({ key: 'Enter', ctrlKey: true });
    expect(heading()).toContain('HEMMELIG');
    const [key] = client
      .getQueryCache()
      .getAll()
      .filter(({ queryKey }) => queryKey[0] === 'file');
    await act(async () => void client.setQueryData(key!.queryKey, without(file, agenda.items[1]!.id)));
    await vi.waitFor(() => expect(heading()).toContain('Anlæg'));
    await act(async () => void client.setQueryData(key!.queryKey, without(without(file, agenda.items[1]!.id), works!.id)));
    await vi.waitFor(() => expect(heading()).toContain('Budget'));
  });

  it('stays in hand, and is told, while another has taken it away', async () => {
    const file = fileOf(agenda);
    await panel(file);
    await act(async () => void client.setQueryData(takenAwayKey(file.pointer), true));
    await vi.waitFor(() => expect(words()).toContain('Punktet er imens taget af dagsordenen'));
    expect(heading()).toContain('Budget');
  });
});

describe('a panel that others can see', () => {
  it('names what comes, and every item of the list, neutrally until somebody asks', async () => {
    await panel(fileOf(agenda));
    expect(words()).not.toContain('HEMMELIG');
    const next = [...place.querySelectorAll('section')].find(({ textContent }) => textContent.startsWith('Derefter'))!;
    expect(next.querySelector('li svg')).not.toBeNull();
    await act(async () => (place.querySelector('details input[type=checkbox]') as HTMLInputElement).click());
    expect(words()).toContain('HEMMELIG');
  });
});

describe('keys', () => {
  it('write one decision and go on in two presses', async () => {
    await panel(fileOf(agenda));
    await press({ code: 'Digit1', key: '1', altKey: true });
    await press({ key: 'Enter', ctrlKey: true });
    expect(heading()).toContain('HEMMELIG');
    await vi.waitFor(() => expect(site.treatments).toMatchObject([{ itemId: budget!.id, outcome: 'approved', decision: 'Godkendt.' }]));
    await press({ key: 'Enter', ctrlKey: true, shiftKey: true });
    expect(heading()).toContain('Budget');
  });

  it('take the recommendation as the decision, and type AltGr signs', async () => {
    await panel(fileOf(agenda));
    await press({ code: 'Digit2', key: '@', altKey: true, ctrlKey: true });
    expect(fields()[0]!.value).toBe('');
    await press({ code: 'Digit0', key: '0', altKey: true });
    expect(fields()[0]!.value).toBe('Godkendt.\n\nat punkt 0 godkendes');
    await vi.waitFor(() => expect(site.treatments).toHaveLength(1));
  });
});

describe('several decisions', () => {
  it('are a field each, the one that stands the first of them', async () => {
    await panel(fileOf(agenda, { treatments: [decided(budget!.id, 'Godkendt.')] }));
    await act(async () => button('Tilføj en beslutning')!.click());
    expect(fields().filter(({ value }) => value !== '')).toHaveLength(1);
    expect(place.querySelectorAll('[data-decision]')).toHaveLength(2);
    await act(async () => (place.querySelector('[data-decision="2"] [data-phrase="4"]') as HTMLElement).click());
    await vi.waitFor(() =>
      expect(site.treatments).toMatchObject([{ decision: 'Godkendt.', further: [{ itemId: `${budget!.id}~2`, outcome: 'deferred' }] }]),
    );
    expect(fields()[0]!.value).toBe('Godkendt.');
  });
});

describe('what is published', () => {
  it('is read, and changed only as a correction, which says so', async () => {
    await panel(published(fileOf(agenda, { treatments: all }), 'circle'));
    expect(fields()).toHaveLength(0);
    expect(words()).toContain('Referatet er udgivet (udgave 1)');
    await act(async () => button('Ret beslutningen')!.click());
    expect(words()).toContain('Rettelse, der ikke er udgivet');
    await act(async () => (place.querySelector('[data-phrase="4"]') as HTMLElement).click());
    await vi.waitFor(() => expect(site.treatments.find(({ itemId }) => itemId === budget!.id)).toMatchObject({ outcome: 'deferred' }));
    expect(words()).toContain(`Beslutning om ${budget!.id}.`);
    expect(words()).toContain('Rettelse, der ikke er udgivet');
  });
});

const withPeople = (count: number): CalendarEvent =>
  ({
    ...fileOf(agenda).occasion,
    id: 'event',
    iAmOrganizer: false,
    cancelled: false,
    organizer: null,
    invitees: Array.from({ length: count }, (_, place) => ({
      id: null,
      name: `Gæst ${place}`,
      email: `gaest${place}@fjordby.example`,
      isGroup: false,
      answer: 'none',
      optional: false,
    })),
  }) as unknown as CalendarEvent;

describe("others' decisions", () => {
  it('are shown while the panel can be seen, with their names, and are not asked for in the background', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true, toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
    await panel(fileOf(agenda), { ...withPeople(9), iAmOrganizer: true });
    site = { ...site, treatments: [decided(budget!.id, 'Anes ord.'), decided(works!.id, 'Andre ord.')] };
    await act(() => vi.advanceTimersByTimeAsync(10_000));
    await vi.waitFor(() => expect(fields()[0]!.value).toBe('Anes ord.'));
    expect(words()).toContain('Senest skrevet af Ane Kratholm');
    const seen = asked;
    expect(seen).toBe(1);
    const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    await act(() => vi.advanceTimersByTimeAsync(60_000));
    expect(asked).toBe(seen);
    visibility.mockRestore();
  });

  it('are asked for the less often by those who follow along, the more they are', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true, toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
    await panel(fileOf(agenda), withPeople(39));
    await act(() => vi.advanceTimersByTimeAsync(100_000));
    expect(asked).toBe(0);
    await act(() => vi.advanceTimersByTimeAsync(60_000));
    expect(asked).toBe(1);
  });
});
