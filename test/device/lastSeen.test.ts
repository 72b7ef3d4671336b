import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { openLocalDatabase } from '../../src/device/database.ts';
import { createDrafts } from '../../src/device/drafts.ts';
import { forgetPerson, hasUnsent } from '../../src/device/forgetPerson.ts';
import { createLastSeen, type LastSeen } from '../../src/device/lastSeen.ts';
import { openSeenDatabase, type SeenDatabase } from '../../src/device/seenDatabase.ts';
import { editionOf } from '../../src/meeting/edition.ts';
import { asItemId, asMeetingKey } from '../../src/meeting/ids.ts';
import type { Apology, CalendarEvent, MeetingFile, Publication } from '../../src/meeting/meeting.ts';
import { agendaOf, anyAgenda, closedSite, fileOf, site, treatmentsFor, words } from '../meeting/agendas.ts';

let turn = 0;
let name: string;
let database: Promise<SeenDatabase>;
let clock: number;
beforeEach(() => {
  name = `set-${(turn += 1)}`;
  database = openSeenDatabase(name);
  clock = Date.parse('2026-09-03T08:00:00.000Z');
});
const seenBy = (person: string | null): LastSeen =>
  createLastSeen(
    database,
    () => person,
    () => (clock += 1000),
  );
const pointerOf = (place: number) => ({ siteId: site, closedSiteId: closedSite, key: asMeetingKey(`møde-${place}`) });

const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const person = fc.record({ id: optional(fc.uuid()), name: words, email: optional(fc.constant('ane.kratholm@fjordby.example')) });
const instant = fc.constantFrom('2026-09-03T06:30:00.000Z', '2026-09-01T11:00:00Z');
const files: fc.Arbitrary<MeetingFile> = anyAgenda.chain((agenda) => {
  const itemId = fc.constantFrom(asItemId('væk'), ...agenda.items.map(({ id }) => id));
  const apologies: fc.Arbitrary<Apology[]> = fc.array(
    fc.record({
      id: fc.uuid(),
      person,
      scope: fc.oneof(fc.constant({ kind: 'meeting' as const }), fc.record({ kind: fc.constant('items' as const), itemIds: fc.array(itemId) })),
      substitute: optional(words),
      receivedAt: instant,
      enteredBy: words,
      withdrawnAt: optional(instant),
    }),
    { maxLength: 3 },
  );
  const publications: fc.Arbitrary<Publication[]> = fc.array(
    fc.record({
      target: fc.constantFrom('lists' as const, 'closedLists' as const, 'channel' as const),
      version: fc.nat(9),
      state: fc.constantFrom('pending' as const, 'done' as const, 'failed' as const, 'uncertain' as const),
      attempts: fc.nat(9),
      error: optional(words),
      reference: optional(fc.webUrl()),
      at: instant,
    }),
    { maxLength: 3 },
  );
  return fc
    .record({
      treatments: treatmentsFor(agenda),
      apologies,
      publications,
      audience: optional(fc.constantFrom('circle' as const, 'outside' as const)),
    })
    .map(({ audience, ...parts }) => {
      const file = fileOf(agenda, { ...parts, closedAccess: 'yes' });
      return { ...file, minutes: audience === null ? null : editionOf(file, audience, 3, '2026-09-03T06:30:00.000Z') };
    });
});

describe('a meeting this device has seen', () => {
  test('comes back as it was, whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(files, async (file) => {
        await seenBy('ane').keepFile(file);
        expect((await seenBy('ane').file(file.pointer))?.file).toEqual(file);
      }),
      { numRuns: 60 },
    );
  });

  test('says as of when it is, also after a decision of mine was put into it', async () => {
    const file = fileOf(agendaOf(['1 Budget']));
    const seen = seenBy('ane');
    await seen.keepFile(file);
    const at = new Date(clock).toISOString();
    await seen.amendFile(file.pointer, (kept) => ({ ...kept, agenda: { ...kept.agenda, chair: 'Poul' } }));
    expect(await seen.file(file.pointer)).toMatchObject({ at, file: { agenda: { chair: 'Poul' } } });
  });

  test("is another person's on the same device only for that person, and nobody's while nobody is known", async () => {
    const file = fileOf(agendaOf(['1 Budget']));
    await seenBy('ane').keepFile(file);
    await seenBy(null).keepFile({ ...file, pointer: pointerOf(1) });
    expect(await seenBy('ulla').file(file.pointer)).toBeNull();
    expect(await seenBy(null).file(file.pointer)).toBeNull();
    expect(await (await database).count('files')).toBe(1);
  });

  test('that cannot be read is as if it were not there, and then is not', async () => {
    const file = fileOf(agendaOf(['1 Budget']));
    await seenBy('ane').keepFile(file);
    const open = await database;
    const row = (await open.getAll('files'))[0]!;
    await open.put('files', { ...row, file: { ...file, treatments: 'mange' } });
    expect(await seenBy('ane').file(file.pointer)).toBeNull();
    expect(await open.count('files')).toBe(0);
  });

  test('is nowhere, without a word, where the browser gives no database', async () => {
    const barred = createLastSeen(Promise.reject(new Error('barred')), () => 'ane');
    const file = fileOf(agendaOf(['1 Budget']));
    await barred.keepFile(file);
    expect(await barred.file(file.pointer)).toBeNull();
  });

  test('makes room after thirty, oldest first', async () => {
    const seen = seenBy('ane');
    const file = fileOf(agendaOf(['1 Budget']));
    for (let place = 0; place < 32; place += 1) await seen.keepFile({ ...file, pointer: pointerOf(place) });
    expect(await (await database).count('files')).toBe(30);
    expect(await seen.file(pointerOf(1))).toBeNull();
    expect(await seen.file(pointerOf(2))).not.toBeNull();
  });

  test('is found by the name the host has for it', async () => {
    const event: CalendarEvent = {
      id: 'AAMk',
      key: asMeetingKey('møde-1'),
      iCalUId: '04',
      originalStart: null,
      subject: 'Direktionsmøde',
      start: '2026-09-03T06:30:00.000Z',
      end: '2026-09-03T09:00:00.000Z',
      location: null,
      joinUrl: null,
      iAmOrganizer: true,
      myAnswer: 'organizer',
      organizer: { id: null, name: 'Ulla Skarvad', email: null },
      invitees: [{ id: null, name: 'Ane Kratholm', email: 'ane@fjordby.example', answer: 'accepted', optional: false }],
      cancelled: false,
      agendaInInvitation: true,
      pointer: pointerOf(1),
    };
    await seenBy('ulla').keepPlace('chat:19:møde', { event, pointer: pointerOf(1) });
    expect(await seenBy('ulla').place('chat:19:møde')).toEqual({ event, pointer: pointerOf(1) });
    expect(await seenBy('ane').place('chat:19:møde')).toBeNull();
  });
});

describe('closed parts', () => {
  const closed = agendaOf(['1 Budget', '2 Hemmelig personsag (lukket)']);
  const [, secret] = closed.items;
  const told = {
    itemId: secret!.id,
    openness: 'closed' as const,
    outcome: null,
    decision: 'Hemmelig afgørelse',
    publicDecision: '',
    notTreated: false,
  };

  test('are kept only for those who could read them', async () => {
    for (const closedAccess of ['no', 'noClosedRoom'] as const) {
      await seenBy('freja').keepFile(fileOf(closed, { closedAccess, treatments: [told] }));
      expect(JSON.stringify(await (await database).getAll('files'))).not.toContain('emmelig');
    }
    await seenBy('ulla').keepFile(fileOf(closed, { closedAccess: 'yes', treatments: [told] }));
    expect(JSON.stringify(await (await database).getAll('files'))).toContain('Hemmelig afgørelse');
  });

  test('of all meetings of the circle are gone when a reading tells that one is no longer in it', async () => {
    const ulla = seenBy('ulla');
    const file = fileOf(closed, { closedAccess: 'yes', treatments: [told] });
    await ulla.keepFile({ ...file, pointer: pointerOf(1) });
    await ulla.keepFile({ ...file, pointer: pointerOf(2) });
    await seenBy('poul').keepFile({ ...file, pointer: pointerOf(2) });
    await ulla.keepFile(fileOf(closed, { pointer: pointerOf(1), closedAccess: 'no' }));
    expect(await ulla.file(pointerOf(2))).toBeNull();
    expect(JSON.stringify(await (await database).getAllFromIndex('files', 'owner', 'ulla'))).not.toContain('emmelig');
    expect(await seenBy('poul').file(pointerOf(2))).not.toBeNull();
  });
});

describe('what others on this device have seen', () => {
  test('of a meeting is forgotten when one of its items is closed here; other meetings and my own are kept', async () => {
    const file = fileOf(agendaOf(['1 Budget', '2 Hemmelig sag']));
    for (const person of ['ane', 'ulla']) {
      await seenBy(person).keepFile({ ...file, pointer: pointerOf(1) });
      await seenBy(person).keepFile({ ...file, pointer: pointerOf(2) });
    }
    await seenBy('ulla').forgetOthers(pointerOf(1));
    expect(await seenBy('ane').file(pointerOf(1))).toBeNull();
    expect(await seenBy('ane').file(pointerOf(2))).not.toBeNull();
    expect(await seenBy('ulla').file(pointerOf(1))).not.toBeNull();
  });

  test('is not put back by a reading that ends after somebody has signed out', async () => {
    const seen = seenBy('ane');
    seen.close();
    await seen.keepFile(fileOf(agendaOf(['1 Budget'])));
    await seen.keepPlace('event:AAMk', { event: null, pointer: pointerOf(1) });
    expect(await (await database).count('files')).toBe(0);
    expect(await (await database).count('places')).toBe(0);
  });
});

describe('beside outbox and drafts', () => {
  test('it opens while a pane of an older version holds their database open, and takes nothing from it', async () => {
    const main = `enhed-${turn}`;
    const older = await openLocalDatabase(main);
    await older.put('drafts', { key: 'ane:afbud', text: 'Jeg kommer ikke', at: 0 });
    await older.put('outbox', { id: '1', at: 1, owner: 'ane', command: 'sendApology', input: {}, attempts: 0, stuck: null });
    const file = fileOf(agendaOf(['1 Budget']));
    await seenBy('ane').keepFile(file);
    expect(await seenBy('ane').file(file.pointer)).not.toBeNull();
    const newer = await openLocalDatabase(main);
    expect([await newer.count('drafts'), await newer.count('outbox')]).toEqual([1, 1]);
  });
});

describe('signing out', () => {
  const MARK = 'PLANTET';

  test("leaves nothing of the person anywhere, and all that is another's", async () => {
    const main = openLocalDatabase(`enhed-${turn}`);
    const notes = memoryStorage();
    for (const person of ['ane', 'ulla']) {
      const drafts = createDrafts(main, () => person, notes);
      await drafts.write('afbud', `${MARK} ${person}`);
      void createDrafts(new Promise(() => undefined), () => person, notes).write('note', `${MARK} ${person}`);
      await (
        await main
      ).put('outbox', {
        id: person,
        at: 1,
        owner: person,
        command: 'recordTreatment',
        input: { decision: `${MARK} ${person}` },
        attempts: 0,
        stuck: null,
      });
      await seenBy(person).keepFile(fileOf(agendaOf([`1 ${MARK} ${person}`])));
      await seenBy(person).keepPlace(`event:${MARK} ${person}`, { event: null, pointer: pointerOf(1) });
    }
    expect(await hasUnsent('ane', { database: main })).toBe(true);
    await forgetPerson('ane', { database: main, seen: database, notes });
    expect(await hasUnsent('ane', { database: main })).toBe(false);
    const left = JSON.stringify([...(await everything(await main)), ...(await everything(await database)), ...notes.all()]);
    expect(left).not.toContain('ane');
    expect(left.match(/PLANTET ulla/g)?.length).toBeGreaterThanOrEqual(5);
  });

  test('is not undone by a page that goes away and writes what was being typed', async () => {
    const main = openLocalDatabase(`enhed-lukket-${turn}`);
    const drafts = createDrafts(main, () => 'ane', null);
    drafts.close();
    await drafts.write('afbud', 'Jeg når det ikke');
    expect(await hasUnsent('ane', { database: main })).toBe(false);
  });
});

/** Every row of every store, whatever the stores are called. */
async function everything(database: { readonly objectStoreNames: ArrayLike<string> }): Promise<unknown[]> {
  const { objectStoreNames } = database;
  const open = database as unknown as { getAll(store: string): Promise<unknown[]> };
  return (await Promise.all(Array.from(objectStoreNames, (store) => open.getAll(store)))).flat();
}

/** A page's localStorage. */
function memoryStorage(): Storage & { all(): [string, string][] } {
  const kept = new Map<string, string>();
  return {
    all: () => [...kept],
    get length() {
      return kept.size;
    },
    key: (place) => [...kept.keys()][place] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
  };
}
