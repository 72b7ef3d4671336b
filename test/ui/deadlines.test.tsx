// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BoardMeeting, Commands } from '../../src/commands/commands.ts';
import type { CalendarEvent } from '../../src/meeting/meeting.ts';
import { plainProfile } from '../../src/meeting/profile.ts';
import AgendaDueState from '../../src/ui/agenda/AgendaDueState.tsx';
import BacklogScreen from '../../src/ui/board/BacklogScreen.tsx';
import { ProposalsUntilWords } from '../../src/ui/board/ProposalsUntilWords.tsx';
import { createI18n } from '../../src/ui/i18n/createI18n.ts';
import { CommandsProvider } from '../../src/ui/kit/CommandsContext.tsx';
import { agendaOf, fileOf } from '../meeting/agendas.ts';

const i18n = await createI18n('da');
await i18n.loadNamespaces(['sendout', 'board']);

const profile = { ...plainProfile, rules: { ...plainProfile.rules, deadlines: [{ what: 'agenda' as const, days: 7 }] } };
const commands = {
  profile: {
    lastProfile: () => Promise.resolve(null),
    readProfile: () => Promise.resolve({ profile, isPrepared: true, unread: [] }),
  },
} as unknown as Commands;

let root: Root;
let page: HTMLElement;
beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  page = document.body.appendChild(document.createElement('div'));
  root = createRoot(page);
});
afterEach(async () => {
  await act(() => root.unmount());
  page.remove();
});

const show = (part: ReactNode, able = commands) =>
  act(() =>
    root.render(
      <I18nextProvider i18n={i18n}>
        <QueryClientProvider client={new QueryClient()}>
          <CommandsProvider commands={able}>{part}</CommandsProvider>
        </QueryClientProvider>
      </I18nextProvider>,
    ),
  );

const file = (agenda: 'draft' | 'sent') => fileOf(agendaOf(['1 Budget']), { status: { agenda, minutes: 'none', sentAt: null } });
/** 9.00 in Denmark on 10 December. */
const event = { start: '2026-12-10T08:00:00Z', end: '2026-12-10T10:00:00Z', agendaInInvitation: false, pointer: null } as unknown as CalendarEvent;

const meeting = {
  pointer: { siteId: 's', closedSiteId: null, key: 'k' },
  title: 'Direktionsmøde',
  start: event.start,
  end: event.end,
  occasion: { iCalUId: 'x', start: event.start, end: event.end },
  agenda: 'draft',
  minutes: 'none',
} as unknown as BoardMeeting;

describe('by when an agenda goes out', () => {
  it('is told while it is a draft, and that the day is over', async () => {
    await show(<AgendaDueState file={file('draft')} event={event} now={new Date('2026-12-01T08:00:00Z')} />);
    await vi.waitFor(() => expect(page.textContent).toBe('Dagsordenen sendes ud senest torsdag den 3. december.'));
    await show(<AgendaDueState file={file('draft')} event={event} now={new Date('2026-12-04T08:00:00Z')} />);
    await vi.waitFor(() =>
      expect(page.textContent).toBe('Dagsordenen skulle være sendt ud senest torsdag den 3. december. Den er stadig et udkast.'),
    );
  });

  it('is silent when the agenda is out', async () => {
    await show(<AgendaDueState file={file('sent')} event={event} now={new Date('2026-12-04T08:00:00Z')} />);
    expect(page.textContent).toBe('');
  });
});

describe('the backlog of a body with a deadline for proposals', () => {
  const proposal = (title: string, proposedAt: string) => ({
    id: title,
    title,
    text: '',
    openness: 'open',
    proposer: { id: null, name: 'Ane Kratholm', email: null },
    proposedAt,
    deadline: null,
    state: 'proposed',
    taken: null,
    origin: null,
  });
  const listBoardMeetings = vi.fn(() => Promise.resolve([meeting]));
  const withRule = (rule: boolean) =>
    ({
      host: { signIn: { person: () => null } },
      profile: {
        lastProfile: () => Promise.resolve(null),
        readProfile: () =>
          Promise.resolve({
            profile: { ...plainProfile, rules: { ...plainProfile.rules, deadlines: rule ? [{ what: 'proposals', days: 14 }] : [] } },
            isPrepared: true,
            unread: [],
          }),
      },
      board: { listBoardMeetings, overCalendar: () => Promise.resolve([meeting]) },
      backlog: () =>
        Promise.resolve({
          readBacklog: () =>
            Promise.resolve({
              proposals: rule ? [proposal('I tide', '2026-11-26T08:00:00Z'), proposal('For sent', '2026-11-27T08:00:00Z')] : [],
              entries: [],
              isPrepared: true,
              unread: [],
              pointer: { siteId: 's', closedSiteId: null, key: '' },
              closedAccess: 'none',
            }),
        }),
    }) as unknown as Commands;

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-28T08:00:00Z') });
    listBoardMeetings.mockClear();
  });
  afterEach(() => void vi.useRealTimers());

  it('tells it of the next meeting, and marks what came later', async () => {
    await show(<BacklogScreen board={fileOf(agendaOf([])).board} onBack={() => undefined} />, withRule(true));
    await vi.waitFor(() => expect(page.textContent).toContain('Du kan stadig foreslå'));
    const lines = [...page.querySelectorAll('li')].map(({ textContent }) => textContent ?? '');
    expect(lines.map((line) => line.includes('Foreslået efter fristen'))).toEqual([false, true]);
  });

  it('asks for no meetings where the body has no such rule', async () => {
    await show(<BacklogScreen board={fileOf(agendaOf([])).board} onBack={() => undefined} />, withRule(false));
    await vi.waitFor(() => expect(page.textContent).toContain('Der venter ingen forslag.'));
    expect(listBoardMeetings).not.toHaveBeenCalled();
  });
});

it('says until when proposals for the next meeting are taken, and afterwards that they still are', async () => {
  await show(<ProposalsUntilWords until={{ meeting, day: '2026-11-26', isPast: false }} />);
  expect(page.textContent).toMatch(/^Forslag til Direktionsmøde \(.*10\. december.*\) modtages til og med torsdag den 26\. november\.$/);
  await show(<ProposalsUntilWords until={{ meeting, day: '2026-11-26', isPast: true }} />);
  expect(page.textContent).toContain('var torsdag den 26. november. Du kan stadig foreslå; forslaget bliver mærket.');
});
