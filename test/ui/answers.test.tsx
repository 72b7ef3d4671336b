// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { afterEach, expect, test, vi } from 'vitest';
import type { Commands } from '../../src/commands/commands.ts';
import { Failure } from '../../src/meeting/errors.ts';
import type { Apology, CalendarEvent, Invitee } from '../../src/meeting/meeting.ts';
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

async function show(content: ReactNode, whoIsListed: unknown): Promise<void> {
  const host = { kind: 'browser', address: null, signIn: { person: () => ({ id: 'ulla', name: 'Ulla', email: null }) } };
  const commands = { host, attendance: { whoIsListed } } as unknown as Commands;
  const i18n = await createI18n('da');
  await i18n.loadNamespaces(['answers', 'noAccess', 'agenda', 'common', 'states']);
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
