// @vitest-environment jsdom
import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot, type Root } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { afterEach, expect, test, vi } from 'vitest';
import type { Commands, Intake } from '../../../src/commands/commands.ts';
import { intakeOf } from '../../../src/commands/intake/intakeOf.ts';
import { importText } from '../../../src/importers/importText.ts';
import { partSaid } from '../../../src/importers/apologyLines.ts';
import type { Board, CalendarEvent, Invitee, MeetingFile } from '../../../src/meeting/meeting.ts';
import { createI18n } from '../../../src/ui/i18n/createI18n.ts';
import { PaperApologies } from '../../../src/ui/intake/PaperApologies.tsx';
import { useAttaching } from '../../../src/ui/intake/useAttaching.ts';
import { CommandsProvider } from '../../../src/ui/kit/CommandsContext.tsx';
import { LiveRegion } from '../../../src/ui/kit/LiveRegion.tsx';
import { Notices } from '../../../src/ui/kit/Notices.tsx';
import { createQueryClient } from '../../../src/ui/kit/queryClient.ts';
import { fileOf } from '../../meeting/agendas.ts';

// What a paper says of those who are away is stored as it is said: who instead, and for how much of the meeting.

let page: HTMLElement;
let root: Root | null = null;
afterEach(() => {
  root?.unmount();
  page.remove();
});

const invitee = (name: string): Invitee => ({ id: name, name, email: null, answer: 'none', optional: false });
const event = { subject: 'Direktionsmøde', invitees: ['Ane Kratholm', 'Lene Vadgaard', 'Poul Kringelholm'].map(invitee) } as unknown as CalendarEvent;

function Both({ intake, register }: { intake: Intake; register: readonly string[] }) {
  const attaching = useAttaching({ event, file: null, intake, register, onOutdated: () => undefined, onAttached: () => undefined });
  return (
    <>
      <PaperApologies intake={intake} event={event} register={register} onRegister={() => undefined} />
      <button type="button" onClick={() => attaching.attach({} as Board, 'graph')}>
        Send
      </button>
    </>
  );
}

async function take(paper: string) {
  let next = 0;
  const intake = intakeOf(importText(paper), () => `item-${(next += 1)}`);
  const attached: MeetingFile = fileOf(intake.agenda);
  const confirmApology = vi.fn(async (_file: unknown, _person: Invitee, _told: object) => undefined);
  const host = { kind: 'browser', address: null, signIn: { person: () => null } };
  const commands = {
    host,
    agenda: { attachAgenda: async () => attached },
    attendance: { confirmApology, partSaid: async (remark: string) => partSaid(remark) },
    outbox: { state: () => ({ orders: [], stuck: [], pending: 0 }), onChange: () => () => undefined },
  } as unknown as Commands;
  const i18n = await createI18n('da');
  await i18n.loadNamespaces(['intake', 'answers', 'agenda', 'common', 'states']);
  page = document.createElement('div');
  document.body.append(page);
  root = createRoot(page);
  root.render(
    <I18nextProvider i18n={i18n}>
      <CommandsProvider commands={commands}>
        <QueryClientProvider client={createQueryClient()}>
          <LiveRegion>
            <Notices>
              <Both intake={intake} register={intake.apologies.map(({ name }) => name)} />
            </Notices>
          </LiveRegion>
        </QueryClientProvider>
      </CommandsProvider>
    </I18nextProvider>,
  );
  await vi.waitFor(() => expect(page.querySelector('button')).not.toBeNull());
  return { intake, confirmApology, send: () => page.querySelector<HTMLButtonElement>('button')!.click() };
}

const paper = (absent: string) => `Direktionsmøde\n${absent}\n\n1. Budget\n2. Løn\n3. Eventuelt\n`;

test('with the stand-in it names', async () => {
  const { confirmApology, send } = await take(paper('Afbud: Ane Kratholm (stedfortræder Torkil Bækhøj), Lene Vadgaard'));
  await vi.waitFor(() => expect(page.textContent).toContain('Torkil Bækhøj'));
  send();
  await vi.waitFor(() => expect(confirmApology).toHaveBeenCalledTimes(2));
  expect(confirmApology.mock.calls.map(([, { name }, told]) => [name, told])).toEqual([
    ['Ane Kratholm', expect.objectContaining({ way: 'paper', substitute: 'Torkil Bækhøj' })],
    ['Lene Vadgaard', expect.objectContaining({ way: 'paper', substitute: null })],
  ]);
});

test('for the part it names, which stands beside the name before it is ticked', async () => {
  const { intake, confirmApology, send } = await take(paper('Afbud: Ane Kratholm (kommer kl. 10.00), Lene Vadgaard (til punkt 2)'));
  await vi.waitFor(() => expect(page.textContent).toMatch(/Ane Kratholm[^,]*kommer kl\.\s10\.00/));
  send();
  await vi.waitFor(() => expect(confirmApology).toHaveBeenCalledTimes(2));
  expect(confirmApology.mock.calls.map(([, { name }, told]) => [name, told])).toEqual([
    ['Ane Kratholm', expect.objectContaining({ scope: { kind: 'part', arrives: { clock: '10:00' }, leaves: null } })],
    ['Lene Vadgaard', expect.objectContaining({ scope: { kind: 'items', itemIds: [intake.agenda.items[1]!.id] } })],
  ]);
});
