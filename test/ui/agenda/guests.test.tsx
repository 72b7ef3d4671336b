// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot, type Root } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Commands, GuestLine } from '../../../src/commands/commands.ts';
import { Failure } from '../../../src/meeting/errors.ts';
import type { CalendarEvent, MeetingFile } from '../../../src/meeting/meeting.ts';
import Guests from '../../../src/ui/agenda/Guests.tsx';
import { createI18n } from '../../../src/ui/i18n/createI18n.ts';
import { CommandsProvider } from '../../../src/ui/kit/CommandsContext.tsx';
import { LiveRegion } from '../../../src/ui/kit/LiveRegion.tsx';
import { Notices } from '../../../src/ui/kit/Notices.tsx';
import { createQueryClient } from '../../../src/ui/kit/queryClient.ts';
import { agendaOf, fileOf } from '../../meeting/agendas.ts';

// The panel over commands that answer what a test says: what they do is tested over the tenant (test/commands/guests.test.ts).

const page = document.createElement('div');
document.body.append(page);
let root: Root | null = null;
afterEach(() => root?.unmount());

const file = fileOf(agendaOf(['1 Havnen @09.00'], { title: 'Møde' }), {});
const event = { id: 'id', key: file.pointer.key, start: '2099-12-01T08:00:00Z', end: '2099-12-01T10:00:00Z' } as CalendarEvent;
const line: GuestLine = {
  item: file.agenda.items[0]!,
  name: 'Lene Vadgaard',
  sent: null,
  standing: 'none',
  wanted: { subject: 'Havnen', place: '', start: '2099-12-01T08:00:00Z', end: '2099-12-01T09:00:00Z' },
};

async function show(readGuests: () => Promise<readonly GuestLine[]>): Promise<(file: MeetingFile) => void> {
  const host = { kind: 'browser', address: null, signIn: { person: () => ({ id: 'ulla', name: 'Ulla', email: 'ulla@fjordby.example' }) } };
  const outbox = { state: () => ({ pending: 0, stuck: [] }), onChange: () => () => undefined };
  const profile = { readProfile: () => new Promise(() => undefined), lastProfile: async () => null };
  const commands = { host, outbox, profile, agenda: { guests: async () => ({ readGuests }) } } as unknown as Commands;
  const i18n = await createI18n('da');
  await i18n.loadNamespaces(['common', 'sendout', 'states', 'refusals']);
  const client = createQueryClient();
  root = createRoot(page);
  const draw = (given: MeetingFile) =>
    root!.render(
      <I18nextProvider i18n={i18n}>
        <CommandsProvider commands={commands}>
          <QueryClientProvider client={client}>
            <LiveRegion>
              <Notices>
                <Guests file={given} event={event} />
              </Notices>
            </LiveRegion>
          </QueryClientProvider>
        </CommandsProvider>
      </I18nextProvider>,
    );
  draw(file);
  return draw;
}
const shows = (text: string) => vi.waitFor(() => expect(page.textContent).toContain(text));

describe('guests that cannot be read', () => {
  test('are told as that, and not as none', async () => {
    await show(async () => Promise.reject(new Failure('Offline', 'no network')));
    await shows('Gæster til enkelte punkter');
    await shows('Der er ikke forbindelse');
  });

  test('leave what was read, and the address that is just being typed, where they are', async () => {
    let answers = true;
    const draw = await show(async () => (answers ? [line] : Promise.reject(new Failure('Offline', 'no network'))));
    await shows('1 oplægsholder er ikke indkaldt');
    [...page.querySelectorAll('button')].find(({ textContent }) => textContent === 'Indkald gæster')!.click();
    await vi.waitFor(() => expect(page.querySelector('input')).not.toBeNull());
    const input = page.querySelector('input')!;
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(input, 'lene@kons');
    input.dispatchEvent(new Event('input', { bubbles: true }));
    answers = false;
    draw({ ...file, agenda: { ...file.agenda, items: file.agenda.items.map((item) => ({ ...item, title: 'Havnen igen' })) } });
    await shows('Der er ikke forbindelse');
    expect(page.querySelector('input')?.value).toBe('lene@kons');
  });
});
