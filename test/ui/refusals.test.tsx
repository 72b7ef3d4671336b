// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { Suspense, useEffect, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Commands, FoundMeeting } from '../../src/commands/commands.ts';
import { openLocalDatabase } from '../../src/device/database.ts';
import { createOutbox, type Outbox, type Perform } from '../../src/device/outbox.ts';
import { Failure } from '../../src/meeting/errors.ts';
import type { FailureName } from '../../src/meeting/words.ts';
import { ThisMeeting } from '../../src/ui/app/ThisMeeting.tsx';
import { createI18n } from '../../src/ui/i18n/createI18n.ts';
import { CommandsProvider } from '../../src/ui/kit/CommandsContext.tsx';
import { createQueryClient } from '../../src/ui/kit/queryClient.ts';
import { Refusals } from '../../src/ui/kit/Refusals.tsx';
import { useAction, type Action } from '../../src/ui/kit/useAction.ts';
import { useRefreshWhenSent } from '../../src/ui/queries/useUnsent.ts';
import { agendaOf, fileOf } from '../meeting/agendas.ts';

let turn = 0;
let root: Root | null = null;
let page: HTMLElement;
let outbox: Outbox;
let action: Action<[words: string]> | null = null;
let replaceScreen: () => void = () => undefined;
let answers: (() => unknown)[] = [];
let fetched = 0;
let meeting: FoundMeeting;
const queries = createQueryClient();

const perform: Perform = async () => void (await answers.shift()?.());
const refuse = (name: FailureName) => () => {
  throw new Failure(name, 'as the test wants it');
};

function Screen() {
  const current = useAction(async (words: string) => void (await outbox.run({ command: 'say', version: 1, input: words, steps: [] }, perform)), {});
  useEffect(() => {
    action = current;
  });
  return <p>skærmen</p>;
}

function House() {
  const [there, setThere] = useState(true);
  useRefreshWhenSent();
  useQuery({ queryKey: ['file'], queryFn: () => (fetched += 1) });
  useEffect(() => {
    replaceScreen = () => setThere(false);
  });
  return <Refusals>{there ? <Screen /> : <p>en anden skærm</p>}</Refusals>;
}

async function open(screen = <House />): Promise<void> {
  page = document.createElement('div');
  document.body.append(page);
  root = createRoot(page);
  const host = {
    kind: 'outlook',
    surface: 'appointmentCompose',
    address: null,
    language: 'da',
    meeting: { kind: 'event', eventId: 'AAMk' },
    signIn: { person: () => null },
  };
  const commands = {
    outbox,
    host,
    drafts: { read: async () => null, write: async () => undefined, forget: async () => undefined },
    find: {
      findMeeting: async () => meeting,
      lastFound: async () => null,
      openMeeting: () => new Promise(() => undefined),
      lastSeen: async () => null,
    },
  } as unknown as Commands;
  const i18n = await createI18n('da');
  root.render(
    <I18nextProvider i18n={i18n}>
      <CommandsProvider commands={commands}>
        <QueryClientProvider client={queries}>
          <Suspense fallback={null}>{screen}</Suspense>
        </QueryClientProvider>
      </CommandsProvider>
    </I18nextProvider>,
  );
}
/** Open, and its effects have run. */
async function openScreen(): Promise<void> {
  await open();
  await shows('skærmen');
  await vi.waitFor(() => expect(action).not.toBeNull());
}
const shows = (words: string) => vi.waitFor(() => expect(page.textContent).toContain(words));
const press = (words: RegExp) =>
  vi.waitFor(() => {
    const button = [...page.querySelectorAll('button')].find((one) => words.test(one.textContent ?? ''));
    expect(button).toBeDefined();
    button!.click();
  });

beforeEach(() => {
  turn += 1;
  fetched = 0;
  action = null;
  answers = [];
  queries.clear();
  outbox = createOutbox(openLocalDatabase(`afvist-${turn}`), () => 'ulla', perform);
});
afterEach(() => {
  root?.unmount();
  page.remove();
  outbox.close();
});

describe('what was refused', () => {
  it('stays above the next screen when its own is replaced, until somebody has read it', async () => {
    await openScreen();
    answers = [refuse('TooLarge')];
    await action?.run('en stor invitation');
    await vi.waitFor(() => expect(action?.error).not.toBeNull());
    replaceScreen();
    await shows('en anden skærm');
    await shows('Det er for stort');
    await press(/^Luk$/);
    await vi.waitFor(() => expect(page.textContent).not.toContain('Det er for stort'));
  });

  it('is told, too, when its screen was gone before the answer came', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    await openScreen();
    answers = [() => promise.then(refuse('NotAllowed'))];
    const done = action?.run('undervejs');
    replaceScreen();
    await shows('en anden skærm');
    resolve();
    await done;
    await shows('Det har du ikke adgang til');
  });

  it('is not told twice where somebody has answered it', async () => {
    await openScreen();
    answers = [refuse('TooLarge')];
    await action?.run('læst');
    await vi.waitFor(() => expect(action?.error).not.toBeNull());
    action?.dismiss();
    replaceScreen();
    await shows('en anden skærm');
    expect(page.textContent).not.toContain('Det er for stort');
  });

  it('has nothing fetched anew: its screen would be replaced. What was sent after it had waited has', async () => {
    await openScreen();
    await vi.waitFor(() => expect(fetched).toBe(1));
    answers = [refuse('TooLarge')];
    await action?.run('afvist');
    await vi.waitFor(() => expect(action?.error).not.toBeNull());
    expect(outbox.state()).toMatchObject({ pending: 0, refused: true });
    expect(fetched).toBe(1);
    answers = [refuse('Offline')];
    await action?.run('sendes senere');
    await vi.waitFor(() => expect(action?.kept).toBe(true));
    await outbox.retry();
    await vi.waitFor(() => expect(fetched).toBe(2));
  });
});

describe('an agenda in the making', () => {
  it('stays on screen when its event leads to rows meanwhile', async () => {
    const file = fileOf(agendaOf(['1 Budget']));
    const event = { id: 'AAMk', key: file.pointer.key, subject: 'Direktionsmøde', iAmOrganizer: true, invitees: [], organizer: null, pointer: null };
    const times = {
      start: '2026-09-03T06:30:00.000Z',
      end: '2026-09-03T09:00:00.000Z',
      location: null,
      joinUrl: null,
      cancelled: false,
      agendaInInvitation: false,
    };
    meeting = { event: { ...event, ...times } as unknown as FoundMeeting['event'], pointer: null };
    await open(<ThisMeeting page="agenda" />);
    await press(/dagsorden/i);
    await shows('Læs dagsordenen');
    meeting = { ...meeting, pointer: file.pointer };
    await queries.invalidateQueries();
    await vi.waitFor(() => expect(queries.getQueryData<FoundMeeting>(['found'])?.pointer).toEqual(file.pointer));
    await shows('Læs dagsordenen');
  });
});
