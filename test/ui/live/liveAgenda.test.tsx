// @vitest-environment jsdom
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AgendaNow, Commands } from '../../../src/commands/commands.ts';
import type { AgendaItem } from '../../../src/meeting/agenda.ts';
import type { ItemId } from '../../../src/meeting/ids.ts';
import type { CalendarEvent, MeetingFile } from '../../../src/meeting/meeting.ts';
import { createI18n } from '../../../src/ui/i18n/createI18n.ts';
import { CommandsProvider } from '../../../src/ui/kit/CommandsContext.tsx';
import { AlsoWriting } from '../../../src/ui/live/AlsoWriting.tsx';
import LiveAgenda from '../../../src/ui/live/LiveAgenda.tsx';
import { keys } from '../../../src/ui/queries/keys.ts';
import { takenAwayKey } from '../../../src/ui/live/useTakenAway.ts';
import { useWriters } from '../../../src/ui/live/useWriters.ts';
import { agendaOf, fileOf } from '../../meeting/agendas.ts';

const file = fileOf(agendaOf(['1 Budget', '2 Personsag', '3 Anlæg']), { closedAccess: 'no' });
const [budget, person, works] = file.agenda.items as [AgendaItem, AgendaItem, AgendaItem];
const titled = (item: AgendaItem, title: string): AgendaItem => ({ ...item, title });
const event = { ...file.occasion, id: 'event', iAmOrganizer: true, cancelled: false, organizer: null, invitees: [] } as unknown as CalendarEvent;

const nothing: AgendaNow = { items: null, closedRows: {}, isWhole: true, by: [], writers: [] };
let told: AgendaNow;
let pending: number;
let looks: number;
let said: string[];
let opened: MeetingFile;
let client: QueryClient;
let root: Root;
let place: HTMLElement;
let show: (editing: ItemId | null, holding?: ItemId | null) => Promise<void>;

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  [told, pending, looks, said, opened] = [nothing, 0, 0, [], file];
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  const commands = {
    host: { signIn: { person: () => ({ id: 'ulla', name: 'Ulla Skarvad', email: 'ulla@fjordby.example' }) } },
    outbox: { state: () => ({ pending }), onChange: () => () => undefined },
    profile: { lastProfile: async () => null, readProfile: async () => Promise.reject(new Error('not asked here')) },
    live: async () => ({
      watchAgenda: async () => ({
        look: async () => {
          looks += 1;
          const seen = told;
          told = { ...nothing, writers: seen.writers };
          return seen;
        },
      }),
      tellWriting: async () => ({
        say: async (_file: unknown, itemId: ItemId) => void said.push(itemId),
        stopIfClosed: async () => undefined,
        stop: async () => void said.push('stop'),
      }),
    }),
  } as unknown as Commands;
  client = new QueryClient();
  client.setQueryData(keys.file(file.pointer), file);
  const i18n = await createI18n('da');
  await i18n.loadNamespaces(['sendout']);
  const Shown = ({ editing, holding }: { editing: ItemId | null; holding: ItemId | null }) => {
    const { data } = useQuery({ queryKey: keys.file(file.pointer), queryFn: async () => opened, staleTime: Infinity });
    const writers = useWriters(file.pointer);
    return (
      <>
        <LiveAgenda file={data ?? file} event={event} editing={editing} holding={holding} />
        {editing && <AlsoWriting pointer={file.pointer} itemId={editing} />}
        <p>{data?.agenda.items.map(({ title }) => title).join(', ')}</p>
        <p>{writers.map(({ name }) => name).join(', ')}</p>
      </>
    );
  };
  place = document.body.appendChild(document.createElement('div'));
  root = createRoot(place);
  show = (editing, holding = editing) =>
    act(async () =>
      root.render(
        <I18nextProvider i18n={i18n}>
          <QueryClientProvider client={client}>
            <CommandsProvider commands={commands}>
              <Shown editing={editing} holding={holding} />
            </CommandsProvider>
          </QueryClientProvider>
        </I18nextProvider>,
      ),
    );
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] });
});
afterEach(() => {
  act(() => root.unmount());
  place.remove();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const pass = (seconds: number) => act(() => vi.advanceTimersByTimeAsync(seconds * 1000));
const words = () => place.textContent ?? '';
const items = (...of: AgendaItem[]): AgendaNow => ({ ...nothing, items: of, by: ['Ane Kratholm'] });

describe('an agenda that is open', () => {
  it('shows within ten seconds what another wrote, and who writes', async () => {
    await show(null);
    await pass(10);
    told = { ...items(titled(budget, 'Budget 2027'), person, works), writers: [{ id: 'ane', name: 'Ane Kratholm', itemId: works.id }] };
    await pass(9);
    expect(words()).toContain('Budget 2027, Personsag, Anlæg');
    expect(words()).toContain('Ane Kratholm');
  });

  it('asks nothing while it cannot be seen', async () => {
    await show(null);
    await pass(10);
    const before = looks;
    expect(before).toBeGreaterThan(0);
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    await pass(3600);
    expect(looks).toBe(before);
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible');
    document.dispatchEvent(new Event('visibilitychange'));
    await pass(1);
    expect(looks).toBe(before + 1);
  });

  it('leaves what I ordered on screen until it is stored', async () => {
    await show(null);
    await pass(10);
    pending = 1;
    told = items(titled(budget, 'Budget 2027'), person, works);
    await pass(9);
    expect(words()).toContain('Budget, Personsag, Anlæg');
    pending = 0;
    await pass(9);
    expect(words()).toContain('Budget 2027, Personsag, Anlæg');
  });

  it('reads the meeting anew where what I have just written may not be among the changes yet, and where something cannot be read', async () => {
    await show(null);
    await pass(10);
    const mine = { ...file, agenda: { ...file.agenda, items: [budget, person, titled(works, 'Anlæg 2027')] } };
    opened = { ...mine, agenda: { ...mine.agenda, items: [titled(budget, 'Budget 2027'), person, titled(works, 'Anlæg 2027')] } };
    act(() => void client.setQueryData(keys.file(file.pointer), mine));
    await pass(1);
    told = items(titled(budget, 'Budget 2027'), person, works);
    await pass(9);
    await pass(1);
    expect(words()).toContain('Budget 2027, Personsag, Anlæg 2027');
    expect(words()).not.toContain('Personsag, Anlæg,');
    opened = file;
    told = { ...items(budget, person, works), isWhole: false };
    await pass(60);
    expect(words()).toContain('Budget, Personsag, Anlæg');
  });

  it.each([
    ['gone', [person, works]],
    ['closed to me', [{ ...budget, title: '', openness: 'closed' as const }, person, works]],
  ])('keeps the item I write in when it is %s, says so, and goes on when I am done', async (_, left) => {
    await show(budget.id);
    await pass(10);
    told = items(...left);
    await pass(9);
    expect(words()).toContain('Punktet, du skriver i, er imens taget af dagsordenen eller lukket');
    expect(words()).toContain('Budget, Personsag, Anlæg');
    await show(null);
    await pass(1);
    expect(words()).not.toContain('Punktet, du skriver i');
    expect(words()).not.toContain('Budget,');
  });
});

describe('the item I have in hand without writing in it', () => {
  it('stays when it is taken away, is no sign of writing, and asks no oftener', async () => {
    await show(null);
    await pass(600);
    const before = looks;
    await pass(600);
    const asReader = looks - before;
    await show(null, budget.id);
    await pass(600);
    const start = looks;
    await pass(600);
    expect(looks - start).toBeLessThanOrEqual(asReader);
    told = items(person, works);
    await pass(600);
    expect(words()).toContain('Budget, Personsag, Anlæg');
    expect(client.getQueryData(takenAwayKey(file.pointer))).toBe(true);
    expect(said).toEqual([]);
    await show(null, person.id);
    await pass(1);
    expect(words()).not.toContain('Budget,');
  });
});

describe('what I tell of my writing', () => {
  it('is said when I begin, again while I am at it, and taken back when I am done', async () => {
    await show(budget.id);
    await pass(1);
    expect(said).toEqual([budget.id]);
    await pass(60);
    expect(said).toEqual([budget.id, budget.id]);
    await show(works.id);
    await pass(1);
    expect(said).toEqual([budget.id, budget.id, 'stop', works.id]);
    await show(null);
    await pass(1);
    expect(said.at(-1)).toBe('stop');
  });

  it('is said no more where the form was left open', async () => {
    await show(budget.id);
    await pass(3600);
    expect(said.length).toBeLessThan(7);
  });
});
