// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { QueryClientProvider } from '@tanstack/react-query';
import { I18nextProvider } from 'react-i18next';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCommands } from '../../src/commands/createCommands.ts';
import { openLocalDatabase, type LocalDatabase } from '../../src/device/database.ts';
import { createLastSeen } from '../../src/device/lastSeen.ts';
import { openSeenDatabase, type SeenDatabase } from '../../src/device/seenDatabase.ts';
import type { Host } from '../../src/host/host.ts';
import { Failure } from '../../src/meeting/errors.ts';
import type { MeetingFile } from '../../src/meeting/meeting.ts';
import { withoutClosed } from '../../src/meeting/withoutClosed.ts';
import type { Store } from '../../src/storage/store.ts';
import { AsOf } from '../../src/ui/app/AsOf.tsx';
import { createI18n } from '../../src/ui/i18n/createI18n.ts';
import { CommandsProvider } from '../../src/ui/kit/CommandsContext.tsx';
import { createQueryClient } from '../../src/ui/kit/queryClient.ts';
import { useMeetingFile } from '../../src/ui/queries/useMeetingFile.ts';
import { useFoundMeeting } from '../../src/ui/queries/useFoundMeeting.ts';
import { agendaOf, fileOf } from '../meeting/agendas.ts';

const before = fileOf(agendaOf(['1 Budget', '2 Anlægsplan']));
const after: MeetingFile = {
  ...before,
  agenda: { ...before.agenda, items: before.agenda.items.map((item) => ({ ...item, title: `${item.title}, rettet` })) },
};

/** Answers when the test lets it. */
let answer: { give: (file: MeetingFile) => void; fail: (name: 'Offline' | 'NotAllowed') => void };
let asked: number;
let database: Promise<LocalDatabase>;
let seen: Promise<SeenDatabase>;
let page: HTMLElement;
let root: Root | null = null;
let turn = 0;

function Agenda() {
  const found = useFoundMeeting();
  return found.data?.pointer ? <Items pointer={found.data.pointer} /> : <p>{found.error ? 'mislykket' : 'henter'}</p>;
}
function Items({ pointer }: { pointer: MeetingFile['pointer'] }) {
  const { data, error, asOf } = useMeetingFile(pointer);
  if (!data) return <p>{error ? 'mislykket' : 'henter'}</p>;
  return (
    <>
      <AsOf at={asOf} />
      {data.agenda.items.map((item) => (
        <button key={item.id}>{item.title}</button>
      ))}
    </>
  );
}

async function open(person: string): Promise<void> {
  const host = {
    kind: 'outlook',
    address: null,
    language: 'da',
    meeting: { kind: 'event', eventId: 'AAMk' },
    invitation: null,
    expectedId: async () => person,
    signIn: { person: () => null },
  };
  const pending = new Promise<MeetingFile>((resolve, reject) => {
    answer = { give: resolve, fail: (name) => reject(new Failure(name, name)) };
  });
  pending.catch(() => undefined);
  const claim = { boardSiteId: before.pointer.siteId, by: 'Ane', byPreparer: true, confirmedByMe: true };
  const store = {
    // The event is found when the meeting is, so that both wait for the same network.
    eventById: async () => ({ ...(await pending), agendaInInvitation: false, key: before.pointer.key }),
    // The circle's own site says that it is this board's.
    readMeeting: async () => {
      asked += 1;
      return { file: await pending, claim, publishers: new Set() };
    },
  };
  const commands = createCommands(
    {
      host: host as unknown as Host,
      store: store as unknown as Store,
      now: () => new Date('2026-09-03T12:32:00.000Z'),
      newId: () => crypto.randomUUID(),
      language: 'da',
      appOrigin: '',
      adminConsentLink: '',
    },
    database,
    seen,
  );
  const i18n = await createI18n('da');
  page = document.createElement('div');
  document.body.append(page);
  root = createRoot(page);
  root.render(
    <I18nextProvider i18n={i18n}>
      <CommandsProvider commands={commands}>
        <QueryClientProvider client={createQueryClient()}>
          <Agenda />
        </QueryClientProvider>
      </CommandsProvider>
    </I18nextProvider>,
  );
}
const shows = (words: string) => vi.waitFor(() => expect(page.textContent).toContain(words));

beforeEach(async () => {
  turn += 1;
  asked = 0;
  database = openLocalDatabase(`enhed-${turn}`);
  seen = openSeenDatabase(`set-${turn}`);
  const kept = createLastSeen(
    seen,
    () => 'ane',
    () => Date.parse('2026-09-03T12:32:00.000Z'),
  );
  await kept.keepFile(before);
  await kept.keepPlace('event:AAMk', { event: null, pointer: before.pointer });
});
afterEach(() => {
  root?.unmount();
  page.remove();
});

describe('a meeting that was opened before', () => {
  it('stands there before the network has answered, and is renewed in place with the focus where it was', async () => {
    await open('ane');
    await shows('Anlægsplan');
    expect(page.textContent).not.toContain('Vist som');
    await vi.waitFor(() => expect(asked).toBe(1));
    const [, second] = page.querySelectorAll('button');
    second!.focus();
    answer.give(after);
    await shows('Anlægsplan, rettet');
    expect(page.querySelectorAll('button')[1]).toBe(second);
    expect(document.activeElement).toBe(second);
    const kept = createLastSeen(
      seen,
      () => 'ane',
      () => Date.parse('2026-09-03T12:32:00.000Z'),
    );
    await vi.waitFor(async () => expect((await kept.file(before.pointer))?.file).toEqual(after));
  });

  it('can be read without a connection, and says as of when', async () => {
    await open('ane');
    await shows('Anlægsplan');
    answer.fail('Offline');
    await shows('Vist som den så ud');
    expect(page.textContent).toMatch(/kl\.\u00a014\.32/);
    expect(page.textContent).toContain('Anlægsplan');
  });

  describe('with closed parts', () => {
    const closed = fileOf(agendaOf(['1 Budget', '2 Hemmelig sag (lukket)']));
    beforeEach(async () => {
      await createLastSeen(
        seen,
        () => 'ane',
        () => Date.parse('2026-09-03T12:32:00.000Z'),
      ).keepFile(closed);
    });

    it('shows none of them before Graph has let the person read them anew, and never to somebody who has left the circle', async () => {
      const painted: string[] = [];
      const watching = new MutationObserver(() => painted.push(document.body.textContent));
      watching.observe(document.body, { subtree: true, childList: true, characterData: true });
      await open('ane');
      await shows('Budget');
      answer.give({ ...withoutClosed(closed), agenda: { ...withoutClosed(closed).agenda, title: 'Nyt' } });
      await vi.waitFor(async () => expect(JSON.stringify(await (await seen).getAll('files'))).not.toContain('Hemmelig'));
      watching.disconnect();
      expect(painted.join()).toContain('Budget');
      expect(painted.join()).not.toContain('Hemmelig');
    });

    it('shows them where there is no connection, for a week', async () => {
      await open('ane');
      await shows('Budget');
      expect(page.textContent).not.toContain('Hemmelig');
      answer.fail('Offline');
      await shows('Hemmelig sag');
      const aMonthLater = createLastSeen(
        seen,
        () => 'ane',
        () => Date.parse('2026-10-03T12:32:00.000Z'),
      );
      expect(JSON.stringify(await aMonthLater.file(closed.pointer))).not.toContain('Hemmelig');
      expect(JSON.stringify(await aMonthLater.file(closed.pointer))).toContain('Budget');
    });
  });

  it('is taken off the screen and off the device when it is not for this person any more', async () => {
    await open('ane');
    await shows('Anlægsplan');
    answer.fail('NotAllowed');
    await shows('mislykket');
    expect(page.textContent).not.toContain('Anlægsplan');
    await vi.waitFor(async () => expect(await (await seen).count('files')).toBe(0));
  });

  it("is not another person's on the same device", async () => {
    await open('ulla');
    await vi.waitFor(() => expect(page.textContent).toBe('henter'));
    answer.fail('Offline');
    await shows('mislykket');
    expect(page.textContent).not.toContain('Anlægsplan');
  });
});
