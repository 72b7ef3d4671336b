// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCommands } from '../../../src/commands/createCommands.ts';
import type { Commands } from '../../../src/commands/commands.ts';
import { openLocalDatabase, type LocalDatabase } from '../../../src/device/database.ts';
import type { Host } from '../../../src/host/host.ts';
import { Conflict, Failure } from '../../../src/meeting/errors.ts';
import type { MeetingFile, Treatment } from '../../../src/meeting/meeting.ts';
import type { Store } from '../../../src/storage/store.ts';
import { CommandsProvider } from '../../../src/ui/kit/CommandsContext.tsx';
import type { Autosaving } from '../../../src/ui/kit/useAutosave.ts';
import { useTreatment } from '../../../src/ui/meeting/useTreatment.ts';
import { fileQuery } from '../../../src/ui/queries/useMeetingFile.ts';
import { treatmentKey } from '../../../src/ui/treatment/keptTreatment.ts';
import { agendaOf, fileOf } from '../../meeting/agendas.ts';

const begun: MeetingFile = fileOf(agendaOf(['1 Anlægsplan']));
const item = begun.agenda.items[0]!;
const blank: Treatment = { itemId: item.id, openness: 'open', outcome: null, decision: '', publicDecision: '', notTreated: false };

/** The site, as far as one decision goes: it can be out of reach, and somebody else can write. */
let row: Treatment | null;
let reachable: boolean;
const reach = () => {
  if (!reachable) throw new Failure('Offline', 'No connection');
};
const claim = { boardSiteId: begun.pointer.siteId, by: 'Ulla', byPreparer: true, confirmedByMe: true };
const store = {
  readMeeting: async () => {
    reach();
    return { file: { ...begun, treatments: row ? [row] : [] }, claim, publishers: new Set() };
  },
  // The circle's own site says that it is this board's.
  boardOfSite: async () => {
    reach();
    return begun.board;
  },
  closedRooms: async () => [{ siteId: begun.board.closedSiteId, channelId: 'closed', channelName: 'Lukkede punkter', hasLists: true, claim }],
  approvalLines: async () => ({ lines: [], changedBy: [], unread: [], workers: null }),
  putTreatment: async (_pointer: unknown, before: Treatment | null, after: Treatment) => {
    reach();
    const now = row ?? blank;
    if (now.decision !== after.decision && now.decision !== (before ?? blank).decision)
      throw new Conflict([{ field: 'decision', mine: after.decision, theirs: now.decision }]);
    row = after;
  },
} as unknown as Store;

let turn = 0;
let database: Promise<LocalDatabase>;
let root: Root | null = null;
let editing: Autosaving<Treatment> | null = null;
let commands: Commands;

function Field({ file }: { file: MeetingFile }) {
  const current = useTreatment(file, item);
  useEffect(() => {
    editing = current;
  });
  return null;
}
function Meeting({ shown }: { shown: boolean }) {
  const { data } = useQuery({ ...fileQuery(commands, begun.pointer), networkMode: 'always', retry: false });
  return data && shown ? <Field file={data} /> : null;
}

/** A pane of Ulla's on this device. */
function openPane(): void {
  const host = {
    kind: 'browser',
    address: null,
    meeting: { kind: 'none' },
    invitation: null,
    signIn: { person: () => ({ id: 'ulla', name: 'Ulla', email: 'ulla@fjordby.example' }) },
  };
  commands = createCommands(
    {
      host: host as unknown as Host,
      store,
      now: () => new Date(),
      newId: () => crypto.randomUUID(),
      language: 'da',
      appOrigin: '',
      adminConsentLink: '',
    },
    database,
  );
  editing = null;
  root = createRoot(document.createElement('div'));
  show(true);
}
let client: QueryClient;
function show(shown: boolean): void {
  root?.render(
    <QueryClientProvider client={client}>
      <CommandsProvider commands={commands}>
        <Meeting shown={shown} />
      </CommandsProvider>
    </QueryClientProvider>,
  );
}
function closePane(): void {
  root?.unmount();
  root = null;
  client.clear();
}
const field = () => vi.waitFor(() => (expect(editing).not.toBeNull(), editing!));
const shows = (what: object) => vi.waitFor(() => expect(editing).toMatchObject(what), { timeout: 60_000 });
const kept = (is: unknown) => vi.waitFor(async () => expect(await commands.drafts.read(treatmentKey(begun, item))).toEqual(is));
const write = async (decision: string, now = true) => {
  const { change, value } = await field();
  change({ ...value, decision }, now);
};

beforeEach(() => {
  turn += 1;
  database = openLocalDatabase(`beslutninger-${turn}`);
  client = new QueryClient();
  row = null;
  reachable = true;
});
afterEach(closePane);

describe('a decision', () => {
  it('is stored, said to be, and then no longer kept on the device', async () => {
    openPane();
    await write('Godkendt.');
    await shows({ saving: { kind: 'saved' }, value: { decision: 'Godkendt.' } });
    expect(row).toMatchObject({ decision: 'Godkendt.' });
    await kept(null);
  });

  it('written bit by bit is nobody else’s, however the answers come', async () => {
    openPane();
    for (const text of ['God', 'Godkendt', 'Godkendt i dag.']) await write(text);
    await shows({ saving: { kind: 'saved' }, clash: null });
    expect(row).toMatchObject({ decision: 'Godkendt i dag.' });
  });

  it('is kept while there is no connection, and stored by itself afterwards', async () => {
    openPane();
    await field();
    reachable = false;
    await write('Udsat.');
    await shows({ saving: { kind: 'kept' } });
    await kept(expect.stringContaining('Udsat.'));
    reachable = true;
    await commands.outbox.retry();
    await shows({ saving: { kind: 'saved' } });
    expect(row).toMatchObject({ decision: 'Udsat.' });
    await kept(null);
  });

  it('left in the middle of a word is stored by the next visit', async () => {
    openPane();
    await write('Planen føl', false);
    reachable = false;
    closePane();
    await kept(expect.stringContaining('Planen føl'));
    reachable = true;
    openPane();
    await shows({ value: { decision: 'Planen føl' }, saving: { kind: 'saved' } });
    expect(row).toMatchObject({ decision: 'Planen føl' });
    await kept(null);
  });

  it('is found as it was when its item is left and opened again while it is on its way', async () => {
    openPane();
    await field();
    reachable = false;
    await write('Planen');
    await shows({ saving: { kind: 'kept' } });
    show(false);
    editing = null;
    show(true);
    await shows({ value: { decision: 'Planen' }, saving: { kind: 'kept' } });
    await write('Planen følges op.');
    reachable = true;
    await commands.outbox.retry();
    await shows({ saving: { kind: 'saved' }, clash: null });
    expect(row).toMatchObject({ decision: 'Planen følges op.' });
  });

  it('that somebody else wrote too is shown beside mine, and both can be kept', async () => {
    openPane();
    await field();
    row = { ...blank, decision: 'Planen sendes i høring.' };
    await write('Planen udsættes.');
    await shows({ clash: { mine: { decision: 'Planen udsættes.' }, theirs: { decision: 'Planen sendes i høring.' } } });
    expect(row).toMatchObject({ decision: 'Planen sendes i høring.' });
    const { clash, choose } = await field();
    choose({ ...clash!.mine, decision: `${clash!.mine.decision}\n\n${clash!.theirs.decision}` });
    await shows({ clash: null, saving: { kind: 'saved' } });
    expect(row).toMatchObject({ decision: 'Planen udsættes.\n\nPlanen sendes i høring.' });
  });

  it('of somebody else is taken in where it stands in lines of its own', async () => {
    row = { ...blank, decision: 'Sagen blev drøftet.\n\nPlanen følges op.' };
    openPane();
    await field();
    row = { ...row, decision: 'Sagen blev godkendt.\n\nPlanen følges op.' };
    await write('Sagen blev drøftet.\n\nPlanen følges op i maj.');
    await shows({ clash: null, saving: { kind: 'saved' }, value: { decision: 'Sagen blev godkendt.\n\nPlanen følges op i maj.' } });
    expect(row).toMatchObject({ decision: 'Sagen blev godkendt.\n\nPlanen følges op i maj.' });
  });

  it('of an earlier version of the app is sent, and words that cannot be put back are shown until they are taken', async () => {
    await createDraft(JSON.stringify({ openness: 'open', outcome: null, decision: 'Fra i går.', publicDecision: '', notTreated: false, base: null }));
    openPane();
    await shows({ value: { decision: 'Fra i går.' }, saving: { kind: 'saved' } });
    closePane();
    await createDraft('{"texts":["Noget helt andet"]}');
    openPane();
    await shows({ unreadable: 'Noget helt andet', value: { decision: 'Fra i går.' } });
    await write('Skrevet oven i.');
    await shows({ saving: { kind: 'saved' }, unreadable: 'Noget helt andet' });
    closePane();
    openPane();
    await shows({ unreadable: 'Noget helt andet' });
    (await field()).dropUnreadable();
    await shows({ unreadable: null });
    closePane();
    openPane();
    await shows({ value: { decision: 'Skrevet oven i.' }, unreadable: null });
  });
});

async function createDraft(text: string): Promise<void> {
  const key = `ulla:${treatmentKey(begun, item)}`;
  await (await database).put('drafts', { key, text, at: 0 });
}
