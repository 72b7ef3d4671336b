// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot, type Root } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Commands, PresenceWish } from '../../../src/commands/commands.ts';
import { Failure } from '../../../src/meeting/errors.ts';
import type { CalendarEvent, MeetingFile, Person } from '../../../src/meeting/meeting.ts';
import { attendeesOf, notedAfter, type PresenceNote } from '../../../src/meeting/presence.ts';
import { plainProfile, type BodyProfile } from '../../../src/meeting/profile.ts';
import { createI18n } from '../../../src/ui/i18n/createI18n.ts';
import { CommandsProvider } from '../../../src/ui/kit/CommandsContext.tsx';
import { LiveRegion } from '../../../src/ui/kit/LiveRegion.tsx';
import { createQueryClient } from '../../../src/ui/kit/queryClient.ts';
import { quickNote } from '../../../src/ui/meeting/quickNote.ts';
import RollCall from '../../../src/ui/meeting/RollCall.tsx';
import { agendaOf, fileOf } from '../../meeting/agendas.ts';

// The screen over a list in memory: that two people's notes meet in the real one is tested over the tenant (test/commands/rollCall.test.ts).

const person = (name: string): Person => ({ id: name, name, email: null });
const [ane, bo, ida] = ['Ane Kratholm', 'Bo Lundager', 'Ida Vestergaard'].map(person) as [Person, Person, Person];
const agenda = agendaOf(['1 Velkomst', '2 Personsag (lukket)']);
const file: MeetingFile = fileOf(agenda);
const event = { organizer: ane, invitees: [bo, ida].map((one) => ({ ...one, answer: 'none', optional: false })) } as unknown as CalendarEvent;
const body: BodyProfile = {
  members: [ane, bo, ida].map((one) => ({ person: one, roles: ['member'], votes: true, party: null, substitute: null })),
  rules: { ...plainProfile.rules, quorum: { kind: 'half', atLeast: null, chairRequired: false } },
};

let stored: PresenceNote[];
let refuse: Error | null;
let page: HTMLElement;
let root: Root | null = null;
beforeEach(() => {
  stored = [];
  refuse = null;
});
afterEach(() => {
  root?.unmount();
  page.remove();
});

let made = 0;
const attendance = {
  readPresence: async () => ({ notes: [...stored], unread: [] }),
  presenceNote: (known: readonly PresenceNote[], wish: PresenceWish): PresenceNote => {
    made += 1;
    const empty = { itemId: null, time: null, insteadOf: null, guest: false, onTheDay: false, undoes: [] };
    return { ...empty, ...wish, id: `n${made}`, notedAt: notedAfter(known, wish.person, '2026-09-03T08:00:00Z'), notedBy: 'Ulla' };
  },
  keepPresence: async (_file: unknown, notes: readonly PresenceNote[]) => {
    if (refuse) throw refuse;
    stored.push(...notes);
  },
};

async function show(profile: BodyProfile = plainProfile): Promise<void> {
  const host = { kind: 'browser', address: null, signIn: { person: () => ({ id: 'ulla', name: 'Ulla', email: null }) } };
  const outbox = { state: () => ({ pending: 0, stuck: [], sending: false, refused: false }), onChange: () => () => undefined };
  const kept = { profile, rows: [] };
  const commands = {
    host,
    outbox,
    attendance: { rollCall: async () => attendance },
    profile: { lastProfile: async () => null, readProfile: async () => kept },
  } as unknown as Commands;
  const i18n = await createI18n('da');
  await i18n.loadNamespaces(['rollCall', 'unreadRows', 'refusals', 'states', 'common']);
  page = document.createElement('div');
  document.body.append(page);
  root = createRoot(page);
  root.render(
    <I18nextProvider i18n={i18n}>
      <CommandsProvider commands={commands}>
        <QueryClientProvider client={createQueryClient()}>
          <LiveRegion>
            <RollCall file={file} event={event} itemId={agenda.items[0]!.id} mayRecuse />
          </LiveRegion>
        </QueryClientProvider>
      </CommandsProvider>
    </I18nextProvider>,
  );
  await vi.waitFor(() => expect(button('Notér fremmøde').getAttribute('aria-disabled')).not.toBe('true'));
}
const button = (name: string, within: ParentNode = page): HTMLElement => {
  const found = [...within.querySelectorAll<HTMLElement>('button')].find((each) => (each.getAttribute('aria-label') ?? each.textContent) === name);
  if (!found) throw new Error(`There is no button ${name}`);
  return found;
};
const group = (name: string) => page.querySelector<HTMLElement>(`[role="group"][aria-label="${name}: fremmøde"]`)!;
const opened = async () => {
  button('Notér fremmøde').click();
  await vi.waitFor(() => expect(group('Ane Kratholm')).not.toBeNull(), { timeout: 20_000 });
};

describe('the roll call in the panel', () => {
  test('begins with nobody noted, and one tap notes where somebody stands; the same tap again takes it back', async () => {
    await show();
    expect(page.textContent).toContain('0 til stede, 0 med afbud, 0 udeblevet, 3 ikke noteret');
    await opened();
    button('Til stede', group('Ane Kratholm')).click();
    await vi.waitFor(() => expect(stored.map(({ kind, person: { name } }) => [name, kind])).toEqual([['Ane Kratholm', 'present']]));
    await vi.waitFor(() => expect(page.textContent).toContain('1 til stede, 0 med afbud, 0 udeblevet, 2 ikke noteret'));
    expect(button('Til stede', group('Ane Kratholm')).getAttribute('aria-pressed')).toBe('true');
    button('Til stede', group('Ane Kratholm')).click();
    await vi.waitFor(() => expect(page.textContent).toContain('0 til stede, 0 med afbud, 0 udeblevet, 3 ikke noteret'));
  });

  test('loses none of several taps in a row, and none that waits for a connection', async () => {
    await show();
    await opened();
    refuse = new Failure('Offline', 'No connection');
    for (const name of ['Ane Kratholm', 'Bo Lundager', 'Ida Vestergaard']) button('Online', group(name)).click();
    await vi.waitFor(() => expect(page.textContent).toContain('3 til stede'));
    expect(page.textContent).toContain('3 notater er på vej');
    expect(stored).toEqual([]);
  });

  test('takes a note that is refused off the list, and tells why', async () => {
    const refusal = 'Det har du ikke adgang til';
    await show();
    await opened();
    refuse = new Failure('NotAllowed', 'No');
    button('Til stede', group('Bo Lundager')).click();
    await vi.waitFor(() => expect(page.textContent).toContain('3 ikke noteret'));
    await vi.waitFor(() => expect(page.textContent).toContain(refusal));
    expect(button('Til stede', group('Bo Lundager')).getAttribute('aria-pressed')).toBe('false');
  });

  test('says at the item in hand whether it can be decided', async () => {
    await show(body);
    await opened();
    button('Til stede', group('Ane Kratholm')).click();
    await vi.waitFor(() =>
      expect(page.textContent).toContain('Endnu ikke beslutningsdygtigt ved dette punkt: 1 med stemmeret er noteret, og der kræves 2.'),
    );
    button('De øvrige er til stede').click();
    await vi.waitFor(() => expect(page.textContent).toContain('Beslutningsdygtigt ved dette punkt: 3 med stemmeret er til stede.'));
  });

  test('names every field and button, and gives each person a group of their own', async () => {
    await show();
    await opened();
    const names = [...page.querySelectorAll('button')].map((each) => each.getAttribute('aria-label') ?? each.textContent ?? '');
    expect(names.every((name) => name.trim() !== '')).toBe(true);
    const ids = [...page.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const input of page.querySelectorAll('input, select')) expect(page.querySelector(`label[for="${input.id}"]`)?.textContent).toBeTruthy();
    button('Mere om Ane Kratholm').click();
    await vi.waitFor(() => expect(button('Kom')).toBeDefined());
    for (const input of page.querySelectorAll('input, select')) expect(page.querySelector(`label[for="${input.id}"]`)?.textContent).toBeTruthy();
    button('Kom').click();
    await vi.waitFor(() => expect(stored.at(-1)).toMatchObject({ kind: 'arrived', itemId: agenda.items[0]!.id }));
    expect(stored.at(-1)?.time).toMatch(/^\d\d:\d\d$/);
    await vi.waitFor(() => expect(page.textContent).toContain('under punkt 1'));
  });
});

describe('a name and a letter', () => {
  const people = attendeesOf(
    [ane, bo, ida, person('Ane Åkjær'), person('Per Olsen')].map((one) => ({ person: one })),
    [],
    [],
  );
  const read = (typed: string, among = people) => {
    const found = quickNote(typed, among);
    return found.kind === 'ready' ? `${found.person.person.name} ${found.notes}` : found.kind;
  };
  test('are enough for one person', () => {
    expect(read('bo p')).toBe('Bo Lundager present');
    expect(read('lund o')).toBe('Bo Lundager online');
    expect(read('a k a')).toBe('Ane Kratholm apology');
    expect(read('IDA U')).toBe('Ida Vestergaard absent');
    expect(read('per k')).toBe('Per Olsen arrived');
    expect(read('p o g')).toBe('Per Olsen left');
    expect(read('ane å t')).toBe('Ane Åkjær present');
  });
  test('wait for the letter, and name those that several may mean', () => {
    expect(read('ane')).toBe('typing');
    expect(read('')).toBe('typing');
    expect(read('ane p')).toBe('several');
    expect(read('xx p')).toBe('nobody');
  });
  test('mean the one who has not been noted yet', () => {
    const note = attendance.presenceNote([], { person: ane, kind: 'present' });
    expect(read('ane p', attendeesOf(people, [note], []))).toBe('Ane Åkjær present');
  });
});
