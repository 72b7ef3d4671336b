// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Commands, OtherAgenda } from '../../../src/commands/commands.ts';
import type { CalendarEvent, MeetingFile, Occasion } from '../../../src/meeting/meeting.ts';
import LinkNotices from '../../../src/ui/agenda/LinkNotices.tsx';
import { NoAgenda } from '../../../src/ui/agenda/NoAgenda.tsx';
import { AgendaHead } from '../../../src/ui/agenda/AgendaHead.tsx';
import OtherAgendas from '../../../src/ui/agenda/OtherAgendas.tsx';
import { MyAnswer } from '../../../src/ui/apology/MyAnswer.tsx';
import { createI18n } from '../../../src/ui/i18n/createI18n.ts';
import { CommandsProvider } from '../../../src/ui/kit/CommandsContext.tsx';
import { LiveRegion } from '../../../src/ui/kit/LiveRegion.tsx';
import { Notices } from '../../../src/ui/kit/Notices.tsx';
import { createQueryClient } from '../../../src/ui/kit/queryClient.ts';
import { agendaOf, fileOf } from '../../meeting/agendas.ts';

// The screens' words, over commands that answer what a test says: what the commands do is tested over the tenant (test/commands).

let page: HTMLElement;
let root: Root | null = null;
afterEach(() => {
  root?.unmount();
  page.remove();
});

const mail = 'ulla.skarvad@fjordby.example';
const occasion: Occasion = { iCalUId: 'uid', start: '2099-12-01T08:00:00Z', end: '2099-12-01T10:00:00Z', organizer: mail, standing: 'planned' };
const file = (told: Partial<Occasion> = {}, parts: Partial<MeetingFile> = {}): MeetingFile =>
  fileOf(agendaOf(['1 Budget @09.00'], { title: 'Direktionsmøde' }), { occasion: { ...occasion, ...told }, ...parts });
const event = (fields: Partial<CalendarEvent> = {}): CalendarEvent => ({
  id: 'id',
  key: file().pointer.key,
  iCalUId: 'uid',
  originalStart: null,
  subject: 'Direktionsmøde',
  start: occasion.start,
  end: occasion.end,
  location: null,
  joinUrl: null,
  iAmOrganizer: false,
  myAnswer: 'accepted',
  organizer: null,
  invitees: [],
  cancelled: false,
  agendaInInvitation: true,
  pointer: file().pointer,
  ...fields,
});

async function show(content: ReactNode, find: Partial<Record<keyof Commands['find'], unknown>> = {}, agenda: object = {}): Promise<void> {
  const host = { kind: 'browser', address: null, signIn: { person: () => ({ id: 'ulla', name: 'Ulla', email: mail }) } };
  const outbox = { state: () => ({ orders: [], stuck: [], pending: 0 }), onChange: () => () => undefined };
  const commands = { host, find: { copiesOf: async () => [], strayAgendas: async () => [], ...find }, agenda, outbox } as unknown as Commands;
  const i18n = await createI18n('da');
  await i18n.loadNamespaces(['agenda', 'apology', 'calendar', 'common', 'noAgenda', 'states']);
  page = document.createElement('div');
  document.body.append(page);
  root = createRoot(page);
  root.render(
    <I18nextProvider i18n={i18n}>
      <CommandsProvider commands={commands}>
        <QueryClientProvider client={createQueryClient()}>
          <LiveRegion>
            <Notices>{content}</Notices>
          </LiveRegion>
        </QueryClientProvider>
      </CommandsProvider>
    </I18nextProvider>,
  );
}
const words = () => (page.textContent ?? '').replaceAll('\u00a0', ' ');
const shows = (text: string) => vi.waitFor(() => expect(words()).toContain(text));
const press = (name: string) => [...page.querySelectorAll('button')].find((button) => button.textContent === name)!.click();

describe('the head of the agenda', () => {
  test('says that the meeting was moved, and from when', async () => {
    await show(<AgendaHead file={file({ standing: 'moved', movedFrom: '2099-11-24T08:00:00Z' })} event={null} />);
    await shows('Flyttet fra tirsdag den 24. november 2099 kl. 9.00'.replace('9.00', '09.00'));
    expect(words()).toContain('1. december 2099');
  });
  test('says that it is called off, by the row or by my own copy', async () => {
    await show(<AgendaHead file={file({ standing: 'cancelled' })} event={null} />);
    await shows('Mødet er aflyst');
    root?.unmount();
    page.remove();
    await show(<AgendaHead file={file()} event={event({ cancelled: true })} />);
    await shows('Mødet er aflyst');
  });
  test('tells an all-day meeting by its days', async () => {
    await show(<AgendaHead file={file({ days: { first: '2099-12-01', last: '2099-12-02' } })} event={null} />);
    await shows('tirsdag den 1. december 2099 – onsdag den 2. december 2099');
    expect(words()).not.toContain('kl.');
  });
});

describe('a meeting without a title', () => {
  test.each(['', '   '])('has a heading all the same (%j)', async (subject) => {
    await show(<NoAgenda event={event({ subject })} onMake={() => undefined} />);
    await shows('Møde uden titel');
    expect(page.querySelector('h1')?.textContent).toBe('Møde uden titel');
  });
});

describe('a meeting reached by its link', () => {
  test('that has left its organiser’s calendar is called off when they say so', async () => {
    const [told, callOffGuests] = [vi.fn(), vi.fn(async () => undefined)];
    const cancelled = file({ standing: 'cancelled' });
    const find = { calledByMe: async () => true, tellCancelled: async () => cancelled };
    await show(<LinkNotices file={file()} event={null} byLink onTold={told} />, find, { guests: async () => ({ callOffGuests }) });
    await shows('Mødet står ikke i din kalender længere');
    press('Mødet er aflyst');
    await vi.waitFor(() => expect(told).toHaveBeenCalledWith(cancelled));
    expect(callOffGuests).toHaveBeenCalledWith(file().pointer, null);
  });
  test('whose invitation was copied takes no apology before it is said which meeting is meant', async () => {
    const copies = { copiesOf: async () => [event({ id: 'kopi', subject: 'Kopi' })] };
    const content = (
      <>
        <LinkNotices file={file()} event={event()} byLink onTold={() => undefined} />
        <MyAnswer file={file()} event={event()} byLink />
      </>
    );
    await show(content, copies);
    await shows('Linket står også i indkaldelsen til et andet møde');
    await vi.waitFor(() => expect(words()).not.toContain('Meld afbud'));
    expect([...page.querySelectorAll('a')].map((link) => link.textContent)).toEqual([
      expect.stringContaining('Direktionsmøde'),
      expect.stringContaining('Kopi'),
    ]);
  });
  test('asks whether an apology for an earlier day still stands', async () => {
    const person = { id: 'ulla', name: 'Ulla', email: mail };
    const apology = { id: 'a', person, scope: { kind: 'meeting' as const }, substitute: null, receivedAt: '', enteredBy: 'Ulla', withdrawnAt: null };
    const given = file({ standing: 'moved', movedFrom: '2099-11-24T08:00:00Z' }, { apologies: [{ ...apology, givenFor: '2099-11-24T08:00:00Z' }] });
    await show(<MyAnswer file={given} event={event()} />);
    await shows('Det var til mødet tirsdag den 24. november 2099');
    await shows('Afbuddet gælder stadig');
  });
});

describe('a meeting without an agenda of its own', () => {
  const other: OtherAgenda = { pointer: file().pointer, kinship: 'other', title: 'Originalt møde', occasion };
  const nothing = () => undefined;
  test('says whose agenda its invitation shows, and lets the secretary begin from it', async () => {
    const begun = vi.fn();
    const from = file();
    await show(<OtherAgendas event={event({ iAmOrganizer: true, pointer: null })} other={other} onTake={nothing} onBegin={begun} />, {
      openMeeting: async () => from,
    });
    await shows('Indkaldelsen viser dagsordenen for et andet møde: Originalt møde');
    press('Lav en ny dagsorden ud fra den');
    await vi.waitFor(() => expect(begun).toHaveBeenCalledWith(from));
  });
  test('tells an attendee the same, who changes nothing', async () => {
    await show(<OtherAgendas event={event({ pointer: null })} other={other} onTake={nothing} onBegin={nothing} />);
    await shows('Indkaldelsen viser dagsordenen for et andet møde');
    expect(page.querySelectorAll('button')).toHaveLength(0);
  });
  test('of a series that was moved offers what was left behind', async () => {
    const taken = vi.fn();
    const left = file();
    const moved = event({ iAmOrganizer: true, pointer: null, seriesId: 's', originalStart: occasion.start });
    await show(<OtherAgendas event={moved} other={undefined} onTake={taken} onBegin={nothing} />, {
      strayAgendas: async () => [other],
      openMeeting: async () => left,
    });
    await shows('Der ligger en dagsorden fra før mødet blev flyttet');
    press('Lad den følge med til dette møde');
    await vi.waitFor(() => expect(taken).toHaveBeenCalledWith(left));
  });
});
