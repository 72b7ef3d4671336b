// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Commands } from '../../src/commands/commands.ts';
import type { Apology, CalendarEvent, MeetingFile } from '../../src/meeting/meeting.ts';
import { plainProfile } from '../../src/meeting/profile.ts';
import { formFor } from '../../src/ui/apology/apologyForm.ts';
import EarlyAnswer from '../../src/ui/apology/EarlyAnswer.tsx';
import { MyAnswer } from '../../src/ui/apology/MyAnswer.tsx';
import { useSending } from '../../src/ui/apology/useSending.ts';
import { createI18n } from '../../src/ui/i18n/createI18n.ts';
import { CommandsProvider } from '../../src/ui/kit/CommandsContext.tsx';
import { LiveRegion } from '../../src/ui/kit/LiveRegion.tsx';
import { Notices } from '../../src/ui/kit/Notices.tsx';
import { createQueryClient } from '../../src/ui/kit/queryClient.ts';
import { agendaOf, fileOf } from '../meeting/agendas.ts';

// What an attendee is offered and told at their own line: when they may say what, and never that somebody was told who was not.

let page: HTMLElement;
let root: Root | null = null;
afterEach(() => {
  root?.unmount();
  page.remove();
});

const ane = { id: 'ane', name: 'Ane Kratholm', email: 'ane@fjordby.example' };
async function show(content: ReactNode, apology: object = {}, orders: object[] = []): Promise<void> {
  const host = { kind: 'browser', address: null, signIn: { person: () => ane }, openLink: () => undefined };
  const profile = { lastProfile: async () => null, readProfile: async () => ({ profile: plainProfile, isPrepared: true, unread: [] }) };
  const outbox = { state: () => ({ orders, stuck: [], pending: orders.length }), onChange: () => () => undefined };
  const drafts = { read: async () => null, write: async () => undefined, drop: async () => undefined };
  const commands = { host, profile, outbox, drafts, apology } as unknown as Commands;
  const i18n = await createI18n('da');
  await i18n.loadNamespaces(['apologySheet', 'apology', 'agenda', 'common', 'states']);
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

const says = (text: string | RegExp) => vi.waitFor(() => expect(page.textContent).toMatch(text));
const buttons = () => [...page.querySelectorAll('button')].map(({ textContent }) => textContent);
const press = (name: string) => [...page.querySelectorAll('button')].find(({ textContent }) => textContent === name)!.click();

const plain = fileOf(agendaOf(['1 Budget']));
const ulla = { id: 'ulla', name: 'Ulla Skarvad', email: 'ulla.skarvad@fjordby.example' };
const file: MeetingFile = {
  ...plain,
  occasion: { ...plain.occasion, start: '2099-12-01T08:00:00Z', end: '2099-12-01T10:00:00Z', organizer: ulla.email },
};
const event: CalendarEvent = {
  id: 'id',
  key: file.pointer.key,
  iCalUId: 'uid',
  originalStart: null,
  subject: 'Direktionsmøde',
  start: file.occasion.start,
  end: file.occasion.end,
  location: null,
  joinUrl: null,
  iAmOrganizer: false,
  myAnswer: 'none',
  organizer: ulla,
  invitees: [],
  cancelled: false,
  agendaInInvitation: true,
  pointer: file.pointer,
};
const mine: Apology = {
  id: 'mine',
  person: ane,
  scope: { kind: 'meeting' },
  substitute: null,
  receivedAt: '2026-04-20T08:00:00Z',
  enteredBy: ane.name,
  withdrawnAt: null,
};

describe('at a meeting to come', () => {
  test('one says “I come” as well as no, and the calendar hears it', async () => {
    const comeToMeeting = vi.fn(async () => ({ calendar: 'accepted' }));
    await show(<MyAnswer file={file} event={event} />, { comeToMeeting });
    await says('Jeg kommer');
    expect(buttons()).toEqual(['Jeg kommer', 'Meld afbud']);
    press('Jeg kommer');
    await says('Du har sagt ja.');
    expect(comeToMeeting).toHaveBeenCalledWith(file, event);
  });

  test('that has no agenda yet, too; where nobody knows where it is kept, the way by the calendar is told', async () => {
    const early = { ...file, agenda: { ...file.agenda, items: [] } };
    await show(<EarlyAnswer event={event} />, { beforeAgenda: async () => early });
    await says('Meld afbud');
    expect(buttons()).toContain('Meld afbud');
    root?.unmount();
    page.remove();
    await show(<EarlyAnswer event={event} />, { beforeAgenda: async () => null });
    await says('Sig nej i kalenderen med en kommentar');
    expect(buttons()).toEqual([]);
  });

  test('an apology that was taken back after the calendar’s no says that the meeting is gone, and offers the way back', async () => {
    await show(<MyAnswer file={{ ...file, apologies: [{ ...mine, withdrawnAt: '2026-04-20T09:00:00Z' }] }} event={null} />);
    await says('mødet er ude af din kalender, og arrangøren har ikke fået besked');
    expect(buttons()).toContain('Skriv til arrangøren');
  });
});

test.each([
  ['waiting', 'Kalenderen svarer om et øjeblik'],
  ['skipped', null],
])('while the rest of an apology waits, the calendar is spoken of where it has an answer to give: %s', async (state, words) => {
  const steps = ['stored', 'declined'].map((name) => ({ name, state: name === 'stored' ? 'done' : state, failure: null }));
  const orders = [{ id: '1', command: 'sendApology', meeting: file.pointer.key, steps }];
  const own = { ...event, iAmOrganizer: true, myAnswer: 'organizer' } as const;
  await show(<MyAnswer file={{ ...file, apologies: [mine] }} event={own} />, {}, orders);
  await says(words ?? 'Du har meldt afbud');
  if (words === null) expect(page.textContent).not.toContain('Kalenderen');
});

test.each([
  ['nobody’s apology', []],
  ['an apology', [mine]],
] as const)('when the minutes are out, %s is neither sent, changed nor taken back', async (_what, apologies) => {
  const published: MeetingFile = { ...file, apologies, status: { ...file.status, minutes: 'published' } };
  await show(<MyAnswer file={published} event={event} />);
  await says(apologies.length > 0 ? 'Du har meldt afbud' : /./);
  expect(buttons()).toEqual([]);
});

describe('that the organiser is told', () => {
  type Step = { name: string; state: string; failure: null };
  const step = (name: string, state: string): Step => ({ name, state, failure: null });
  function Sheet({ beside }: { beside: CalendarEvent | null }) {
    const onSent = (_apology: unknown, words: string) => page.append(words);
    const answers = beside !== null;
    const send = useSending({ file, event: beside, answers, onClose: () => undefined, onSent, drop: () => undefined, staff: () => null });
    return (
      <button type="button" onClick={() => void send.run(formFor(null), { kind: 'meeting' })}>
        Send
      </button>
    );
  }
  test.each([
    ['when their calendar has the answer', event, [step('declined', 'done'), step('told', 'done')], 'Afbud gemt. Ulla Skarvad får besked.'],
    ['soon, while it can be taken back', event, [], 'Afbud gemt. Ulla Skarvad får besked om et øjeblik.'],
    [
      'is not said where the calendar refused',
      event,
      [step('declined', 'failed'), step('told', 'skipped')],
      'Mødet kunne ikke afslås i din kalender.',
    ],
    ['is not said where it had nothing to answer', event, [step('declined', 'skipped'), step('told', 'skipped')], 'Arrangøren har ikke fået besked'],
    ['is not said where the meeting is not in the calendar', null, [], 'Arrangøren har ikke fået besked'],
  ] as const)('%s', async (_when, beside, steps, words) => {
    const sendApology = vi.fn(async (_words: object, onStep: (step: Step) => void) => {
      for (const each of steps) onStep(each);
      return mine;
    });
    await show(<Sheet beside={beside} />, { sendApology });
    await says('Send');
    press('Send');
    await says(words);
  });
});
