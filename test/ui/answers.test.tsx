// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Commands } from '../../src/commands/commands.ts';
import { Failure } from '../../src/meeting/errors.ts';
import type { Apology, CalendarEvent, Invitee } from '../../src/meeting/meeting.ts';
import { plainProfile } from '../../src/meeting/profile.ts';
import { apologiesKnown, inviteesKnown } from '../../src/meeting/directoryKnown.ts';
import AnswersOverview from '../../src/ui/apology/AnswersOverview.tsx';
import { createI18n } from '../../src/ui/i18n/createI18n.ts';
import { CommandsProvider } from '../../src/ui/kit/CommandsContext.tsx';
import { LiveRegion } from '../../src/ui/kit/LiveRegion.tsx';
import { Notices } from '../../src/ui/kit/Notices.tsx';
import { createQueryClient } from '../../src/ui/kit/queryClient.ts';
import { FailureState } from '../../src/ui/kit/states/FailureState.tsx';
import { agendaOf, fileOf } from '../meeting/agendas.ts';
import { useListed } from '../../src/ui/queries/useListed.ts';

// The words of who comes, over a directory that answers what a test says: whose an address is, is tested over the tenant (test/commands).

let page: HTMLElement;
let root: Root | null = null;
afterEach(() => {
  root?.unmount();
  page.remove();
});

async function show(content: ReactNode, whoIsListed: unknown, more: { attendance?: object; members?: object[] } = {}): Promise<void> {
  const host = { kind: 'browser', address: null, signIn: { person: () => ({ id: 'ulla', name: 'Ulla', email: null }) } };
  const kept = new Map<string, string>();
  const drafts = {
    read: async (key: string) => kept.get(key) ?? null,
    write: async (key: string, text: string) => void kept.set(key, text),
    drop: async (key: string) => void kept.delete(key),
  };
  const profile = {
    lastProfile: async () => null,
    readProfile: async () => ({ profile: { ...plainProfile, members: more.members ?? [] }, isPrepared: true, unread: [] }),
  };
  const find = { openMeeting: async () => file };
  const commands = { host, drafts, profile, find, attendance: { whoIsListed, ...more.attendance } } as unknown as Commands;
  const i18n = await createI18n('da');
  await i18n.loadNamespaces(['answers', 'apologySheet', 'noAccess', 'agenda', 'common', 'states']);
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

const invitee = (name: string, email: string): Invitee => ({ id: null, name, email, answer: 'none', optional: false });
const own: Apology = {
  id: 'own',
  person: { id: 'inge', name: 'Inge Sandholt', email: 'insa@fjordby.example' },
  scope: { kind: 'meeting' },
  substitute: null,
  receivedAt: '2099-04-20T08:00:00Z',
  enteredBy: 'Inge Sandholt',
  withdrawnAt: null,
};
const file = fileOf(agendaOf(['1 Budget'], { title: 'Ejendomsstrategi' }), { apologies: [own] });
const event: CalendarEvent = {
  id: 'id',
  key: file.pointer.key,
  iCalUId: 'uid',
  originalStart: null,
  subject: 'Ejendomsstrategi',
  start: '2099-12-01T08:00:00Z',
  end: '2099-12-01T10:00:00Z',
  location: null,
  joinUrl: null,
  iAmOrganizer: true,
  myAnswer: 'organizer',
  organizer: null,
  invitees: [invitee('Inge Sandholt', 'inge.sandholt@fjordby.example'), invitee('Direktionen', 'direktionen@fjordby.example')],
  cancelled: false,
  agendaInInvitation: true,
  pointer: file.pointer,
};

function Answers() {
  const listed = useListed(file, event);
  return listed.event && <AnswersOverview file={listed.file} event={listed.event} unsure={listed.unsure} />;
}

const rows = () => [...page.querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent));

test('somebody invited by mail who signs in by another name stands once, and a group as a group', async () => {
  const directory = { ids: { 'inge.sandholt@fjordby.example': 'inge' }, groups: ['direktionen@fjordby.example'] };
  await show(<Answers />, async () => ({
    apologies: apologiesKnown(file.apologies, directory),
    invitees: inviteesKnown(event.invitees, directory),
  }));
  await vi.waitFor(() =>
    expect(rows()).toEqual([
      ['Inge Sandholt', 'Ikke svaret', 'Afbud'],
      ['Direktionen', 'Gruppe', ''],
    ]),
  );
  expect(page.textContent).toContain('1 inviteret · 1 gruppe · 1 afbud');
  expect(page.textContent).toContain('Hvem der er med i en gruppe, kan Dagsorden ikke se.');
  expect(page.textContent).not.toContain('har ikke svaret');
});

test('a directory that does not answer is told beside the list', async () => {
  await show(<Answers />, () => Promise.reject(new Failure('ConsentMissing', 'no')));
  await vi.waitFor(() => expect(page.textContent).toContain('Kataloget svarer ikke lige nu.'));
});

test('the secretary gets the words to send to an owner of the team', async () => {
  await show(<Answers />, async () => ({ apologies: file.apologies, invitees: event.invitees }));
  await vi.waitFor(() => expect(page.textContent).toContain('Kan nogen ikke åbne mødet?'));
  expect(page.textContent).toContain(`Vil du give adgang til teamet “${file.board.name}”`);
});

test('who has no access to the site reads how to send an apology from the calendar', async () => {
  await show(<FailureState error={new Failure('NotAllowed', 'outside')} />, null);
  await vi.waitFor(() => expect(page.textContent).toContain('Vil du melde afbud, så åbn mødet i kalenderen, vælg Afvis, og skriv en kommentar'));
});

test('who says no in Outlook is a suggestion, and it is said where their comment is', async () => {
  const invitees = event.invitees.map((each) => ({ ...each, answer: 'declined' as const }));
  await show(<AnswersOverview file={{ ...file, apologies: [] }} event={{ ...event, invitees }} />, null);
  await vi.waitFor(() => expect(page.textContent).toContain('Inge Sandholt har sagt nej i Outlook. Er det et afbud?'));
  expect(page.textContent).toContain('En kommentar til et nej står i svaret i arrangørens indbakke.');
});

describe('what the secretary writes down is told to the chair', () => {
  const poul = { id: 'poul', name: 'Poul Kringelholm', email: null };
  const chair = { person: poul, roles: ['chair'], votes: true, party: null, substitute: null };
  const says = (text: string) => vi.waitFor(() => expect(page.textContent).toContain(text));
  const button = (name: string) =>
    vi.waitFor(() => {
      const found = [...page.querySelectorAll('button')].find((each) => each.textContent === name || each.getAttribute('aria-label') === name);
      expect(found).toBeDefined();
      return found!;
    });
  const tick = () =>
    vi.waitFor(() => {
      const found = [...page.querySelectorAll<HTMLInputElement>('input[type=checkbox]')].find((box) =>
        [...(box.labels ?? [])].some(({ textContent }) => textContent === 'Giv også Poul Kringelholm besked i Teams'),
      );
      expect(found).toBeDefined();
      return found!;
    });
  const staff = async () => ({
    message: async (_: unknown, news: { name: string; isPart: boolean }) =>
      `${news.name} ${news.isPart ? 'kommer ikke til det hele' : 'kommer ikke'}.`,
    mayTell: async () => true,
    ask: async () => true,
    me: () => ({ id: 'ulla', name: 'Ulla', email: null }),
  });
  const confirming = () => vi.fn(async (_file: unknown, person: Invitee, _told?: object) => ({ ...own, person, enteredBy: 'Ulla' }));
  const saidNo = (...names: string[]) => names.map((name) => ({ ...invitee(name, `${name}@fjordby.example`), answer: 'declined' as const }));
  const ahead = { ...file.occasion, start: event.start, end: event.end };
  const overview = (invitees: Invitee[], day = ahead) => (
    <AnswersOverview file={{ ...file, occasion: day, apologies: [] }} event={{ ...event, invitees }} />
  );

  test('where they wish it: the words stand there before, and nobody is told without the tick', async () => {
    const confirmApology = confirming();
    await show(overview(saidNo('Lene', 'Mads')), null, { members: [chair], attendance: { staff, confirmApology } });
    expect((await tick()).checked).toBe(false);
    await says('Beskeden fra dig: Lene kommer ikke.');
    await says('Beskeden fra dig: Mads kommer ikke.');
    (await button('Bekræft afbud fra Lene')).click();
    await vi.waitFor(() => expect(confirmApology).toHaveBeenCalledTimes(1));
    expect(confirmApology.mock.lastCall?.[2]).toMatchObject({ staff: null });
    await says('Afbud fra Lene er gemt.');
    (await tick()).click();
    await vi.waitFor(async () => expect((await tick()).checked).toBe(true));
    (await button('Bekræft afbud fra Mads')).click();
    await vi.waitFor(() => expect(confirmApology).toHaveBeenCalledTimes(2));
    expect(confirmApology.mock.lastCall?.[2]).toMatchObject({
      staff: { from: { id: 'ulla' }, chair: poul, secretary: null, text: 'Mads kommer ikke.' },
      hold: 6_000,
    });
    await says('Poul Kringelholm får besked i Teams om et øjeblik.');
  });

  test('on the day of the meeting by itself, where they may', async () => {
    const now = Date.now();
    const today = { ...file.occasion, start: new Date(now).toISOString(), end: new Date(now + 3_600_000).toISOString() };
    await show(overview(saidNo('Lene'), today), null, { members: [chair], attendance: { staff, confirmApology: confirming() } });
    await vi.waitFor(async () => expect((await tick()).checked).toBe(true));
  });

  test('but not of the chair’s own, nor by a secretary to themselves, nor of a meeting that is over', async () => {
    const ulla = { ...chair, person: { id: 'ulla', name: 'Ulla', email: null }, roles: ['secretary'] };
    const none = async (content: ReactNode) => {
      await show(content, null, { members: [chair, ulla], attendance: { staff, confirmApology: confirming() } });
      await button('Bekræft afbud fra Poul Kringelholm');
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(page.textContent).not.toContain('besked i Teams');
      root?.unmount();
      page.remove();
    };
    const theChair = [{ ...poul, answer: 'declined' as const, optional: false }];
    await none(overview(theChair));
    const past = { ...file.occasion, start: '2020-01-01T08:00:00Z', end: '2020-01-01T09:00:00Z' };
    await none(overview([...theChair, ...saidNo('Lene')], past));
    await show(<p />, null);
  });

  test('line by line of those that are written in: what is not ticked is not told', async () => {
    const confirmApology = confirming();
    const read = [
      { name: 'Lene', substitute: null, part: null },
      { name: 'Mads', substitute: null, part: { arrives: { clock: '10:00' }, leaves: null } },
    ];
    await show(overview([invitee('Lene', 'lene@fjordby.example'), invitee('Mads', 'mads@fjordby.example')]), null, {
      members: [chair],
      attendance: { staff, confirmApology, readApologies: async () => read },
    });
    await says('Skriv afbud ind for andre');
    const field = page.querySelector('textarea')!;
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')!.set!.call(field, 'Lene, Mads kommer kl. 10');
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await vi.waitFor(async () => {
      (await button('Læs')).click();
      await says('Beskeden fra dig: Mads kommer ikke til det hele.');
    });
    await says('Beskeden fra dig: Lene kommer ikke.');
    const line = [...page.querySelectorAll<HTMLInputElement>('input[type=checkbox]')].find(({ labels }) => labels?.[0]?.textContent === 'Lene')!;
    line.click();
    await vi.waitFor(() => expect(page.textContent).not.toContain('Beskeden fra dig: Lene kommer ikke.'));
    (await tick()).click();
    await vi.waitFor(async () => expect((await tick()).checked).toBe(true));
    (await button('Gem 1 afbud')).click();
    await vi.waitFor(() => expect(confirmApology).toHaveBeenCalledTimes(1));
    expect(confirmApology.mock.lastCall?.[1]).toMatchObject({ name: 'Mads' });
    expect(confirmApology.mock.lastCall?.[2]).toMatchObject({ way: 'phone', staff: { chair: poul, text: 'Mads kommer ikke til det hele.' } });
  });
});

test('where nobody has said no, no comment is spoken of', async () => {
  await show(<Answers />, async () => ({ apologies: file.apologies, invitees: event.invitees }));
  await vi.waitFor(() => expect(page.textContent).toContain('Kan nogen ikke åbne mødet?'));
  expect(page.textContent).not.toContain('En kommentar til et nej');
});

test('another’s calendar that does not let me change it says whose it is, and gives the words to send', async () => {
  await show(
    <FailureState error={new Failure('NotAllowed', 'no', { detail: { about: 'calendar', owner: 'ulla.skarvad@fjordby.example' } })} />,
    null,
  );
  await vi.waitFor(() => expect(page.textContent).toContain('Aftalen står i kalenderen hos ulla.skarvad@fjordby.example'));
  expect(page.textContent).toContain('Vil du dele den med mig med ret til at redigere');
  expect(page.textContent).not.toContain('Vil du melde afbud');
});
