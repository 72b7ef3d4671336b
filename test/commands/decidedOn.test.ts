import { beforeAll, describe, expect, test } from 'vitest';
import { publicationOrder } from '../../src/commands/publish/publicationOrder.ts';
import { publishMinutesPlan } from '../../src/commands/publish/publishMinutesPlan.ts';
import { untilInvited } from '../../src/commands/publish/untilInvited.ts';
import type { Workplace } from '../../src/commands/workplace.ts';
import type { Commands } from '../../src/commands/commands.ts';
import { newItem, type AgendaItem } from '../../src/meeting/agenda.ts';
import { asItemId } from '../../src/meeting/ids.ts';
import type { Board, CalendarEvent, MeetingFile, Treatment } from '../../src/meeting/meeting.ts';
import type { Store } from '../../src/storage/store.ts';
import { agendaOf, at } from '../meeting/agendas.ts';
import { fjordby, hastened } from './fjordby.ts';

/** What is written is written for what it was decided on: whatever has been done since on other devices, days ago or just now, stands. */
const town = fjordby();
const secretary = 'ulla.skarvad';
const colleague = 'asger.moelbjerg';
const outsider = 'freja.damsbo';
let ulla: Commands;
let asger: Commands;
let board: Board;
let meetings = 0;

beforeAll(async () => {
  ulla = await town.as(secretary);
  asger = await town.as(colleague);
  const team = (await ulla.board.listBoards()).find((choice) => choice.name === 'Direktionen')!;
  board = await ulla.board.prepareBoard(team.teamId, () => undefined);
});

async function newMeeting(): Promise<{ event: CalendarEvent; items: AgendaItem[]; agenda: ReturnType<typeof agendaOf> }> {
  meetings += 1;
  const subject = `Direktionsmøde nr. ${meetings}`;
  const day = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  const { body } = await town.ask(secretary, '/me/events', {
    method: 'POST',
    body: {
      subject,
      start: { dateTime: `${day}T09:00:00`, timeZone: 'Europe/Copenhagen' },
      end: { dateTime: `${day}T10:00:00`, timeZone: 'Europe/Copenhagen' },
      attendees: [{ type: 'required', emailAddress: { address: 'ane.kratholm@fjordby.example', name: 'Ane Kratholm' } }],
    },
  });
  const event = (await ulla.find.findEvent((body as { id: string }).id)).event!;
  const plain = agendaOf(['1 Nyt @09.00-09.20', '2 Ledelse på Vej og Park', '3 Evt'], { start: at('09.00'), title: subject });
  const items = plain.items.map((item) => ({ ...item, id: asItemId(`${meetings}-${item.id}`) }));
  return { event, items, agenda: { ...plain, items } };
}

async function attached(): Promise<MeetingFile> {
  const { event, agenda } = await newMeeting();
  return ulla.agenda.attachAgenda({ event, board, agenda }, () => undefined);
}

const now = (file: MeetingFile) => ulla.find.openMeeting(file.pointer);
const outside = async (file: MeetingFile) => JSON.stringify(await (await town.as(outsider)).find.openMeeting(file.pointer));

/** Every version of every row of this list on the board's site: what anybody of the board may read. */
async function everythingOpen(list: string): Promise<string> {
  const { body } = await town.ask(outsider, `/sites/${board.siteId}/lists/${list}/items?$expand=fields&$top=500`);
  const rows = (body as { value: { id: string }[] }).value;
  const versions = await Promise.all(
    rows.map((row) => town.ask(outsider, `/sites/${board.siteId}/lists/${list}/items/${row.id}/versions?$expand=fields`)),
  );
  return JSON.stringify([body, versions.map((answer) => answer.body)]);
}

/** Somebody's store through a network in which, once, something happens just before this request leaves. */
function interrupted(person: string, matches: (method: string, url: string, body: string) => boolean, meanwhile: () => Promise<unknown>): Store {
  let done = false;
  return town.storeOf(person, async (input, init) => {
    const method = init?.method ?? 'GET';
    if (!done && matches(method, String(input), typeof init?.body === 'string' ? init.body : '')) {
      done = true;
      await meanwhile();
    }
    return fetch(input, init);
  });
}
const writesItems = (_method: string, url: string, body: string) =>
  url.endsWith('/$batch') && /"method":"(POST|PATCH|DELETE)"/.test(body) && body.includes('DagsordenPunkter');

describe('an order that waited', () => {
  test.each([
    ['the invitation was the last thing missing', { method: 'PATCH', path: '/me/events/[^/]+\\?', cut: 'before' }],
    ['it came no further than the pointer', { path: '/extensions', cut: 'before' }],
  ])('a first agenda, of which %s, opens nothing that was closed meanwhile', async (_what, fault) => {
    const { event, agenda, items } = await newMeeting();
    const laptop = await town.as(secretary, { kind: 'none' }, { device: `laptop ${meetings}` });
    await town.fault(fault);
    await expect(laptop.agenda.attachAgenda({ event, board, agenda }, () => undefined)).rejects.toMatchObject({ name: 'Offline' });
    await town.clearFaults();
    const file = await asger.find.openMeeting({ siteId: board.siteId, closedSiteId: board.closedSiteId, key: event.key });
    // The invitation is on its way for all he knows, and is waited for until its claim is given up.
    const patient = await town.as(colleague, { kind: 'none' }, { clock: hastened(40) });
    await patient.agenda.closeItem(file, items[1]!.id, null);
    await laptop.outbox.retry();
    expect(laptop.outbox.state()).toMatchObject({ pending: 0, stuck: [{ command: 'attachAgenda', failure: { name: 'Conflict' } }] });
    expect(await outside(file)).not.toContain('Vej og Park');
    expect((await now(file)).agenda.items[1]).toMatchObject({ title: 'Ledelse på Vej og Park', openness: 'closed' });
    const own = await ulla.find.findEvent(event.id);
    expect(JSON.stringify(await town.ask(secretary, `/me/events/${event.id}`))).not.toContain('Vej og Park');
    expect(own.event).toBeDefined();
    // Both texts are kept: what is stored, and what was ordered.
    const kept = await laptop.outbox.drop(laptop.outbox.state().stuck[0]!.id);
    expect(JSON.stringify(kept)).toContain('Vej og Park');
  });

  test('a first agenda neither undoes what others changed, nor brings back what they removed', async () => {
    const { event, agenda, items } = await newMeeting();
    const laptop = await town.as(secretary, { kind: 'none' }, { device: `laptop ${meetings}` });
    await town.fault({ method: 'PATCH', path: '/me/events/[^/]+\\?', cut: 'before' });
    await expect(laptop.agenda.attachAgenda({ event, board, agenda }, () => undefined)).rejects.toMatchObject({ name: 'Offline' });
    await town.clearFaults();
    const file = await asger.find.openMeeting({ siteId: board.siteId, closedSiteId: board.closedSiteId, key: event.key });
    await asger.agenda.changeItem(file, file.agenda.items[0]!, { ...file.agenda.items[0]!, title: 'Nyt fra borgmesteren' });
    const pressedAgain = ulla.agenda.attachAgenda({ event, board, agenda }, () => undefined);
    await expect(pressedAgain).rejects.toMatchObject({ name: 'Conflict' });
    await laptop.outbox.retry();
    expect(laptop.outbox.state().stuck).toMatchObject([{ failure: { name: 'Conflict' } }]);
    expect((await now(file)).agenda.items.map(({ title }) => title)).toEqual(['Nyt fra borgmesteren', items[1]!.title, items[2]!.title]);
  });

  test('opening an item that has been opened and closed anew since leaves it closed', async () => {
    const file = await attached();
    const id = file.agenda.items[1]!.id;
    const closed = await ulla.agenda.closeItem(file, id, null);
    const item = closed.agenda.items[1]!;
    const laptop = await town.as(secretary, { kind: 'none' }, { device: `laptop ${meetings}` });
    await town.fault({ user: `${secretary}@fjordby.example`, cut: 'before' });
    await expect(laptop.agenda.changeItem(closed, item, { ...item, openness: 'open' })).rejects.toMatchObject({ name: 'Offline' });
    await town.clearFaults();
    const opened = await asger.agenda.changeItem(closed, item, { ...item, openness: 'open' });
    expect(await outside(file)).toContain('Vej og Park');
    await asger.agenda.closeItem(opened, id, null);
    await laptop.outbox.retry();
    expect(laptop.outbox.state().stuck).toMatchObject([{ command: 'changeItems', failure: { name: 'Conflict' } }]);
    expect(await outside(file)).not.toContain('Vej og Park');
    expect((await now(file)).agenda.items[1]).toMatchObject({ title: 'Ledelse på Vej og Park', openness: 'closed' });
  });

  test('a mark that the agenda was sent leaves published minutes published', async () => {
    const file = await attached();
    const store = town.storeOf(secretary);
    await store.markPublished(file.pointer);
    await store.markSent(file.pointer, new Date().toISOString(), true);
    expect((await now(file)).status).toMatchObject({ agenda: 'revised', minutes: 'published' });
    await store.markSent(file.pointer, '2026-01-01T08:00:00Z', true);
    expect((await now(file)).status.sentAt).not.toBe('2026-01-01T08:00:00Z');
  });
});

describe('a revision beside a closing', () => {
  test('that comes between reading and writing finds the item closed', async () => {
    const file = await attached();
    const items = file.agenda.items.map((item) => ({ ...item, title: `${item.title}, revideret` }));
    const store = interrupted(secretary, writesItems, () => asger.agenda.closeItem(file, file.agenda.items[1]!.id, null));
    const decidedOn = { before: file.agenda.items, opens: {} };
    await expect(store.writeItems(file.pointer, items, () => undefined, decidedOn)).rejects.toMatchObject({ name: 'Conflict' });
    expect(await everythingOpen('DagsordenPunkter')).not.toMatch(new RegExp(`"${file.agenda.items[1]!.id}"[^}]*Vej og Park`));
    expect(await outside(file)).not.toContain('Vej og Park');
    expect((await now(file)).agenda.items[1]).toMatchObject({ title: 'Ledelse på Vej og Park', openness: 'closed' });
  });

  test('closing that is overtaken by a change takes the new words along', async () => {
    const file = await attached();
    const second = file.agenda.items[1]!;
    const change = () => asger.agenda.changeItem(file, second, { ...second, presenters: ['Poul Kringelholm'] });
    // The circle's row is written; just before the open one goes, another writes in it.
    let copied = false;
    const store = interrupted(
      secretary,
      (method, url, body) => {
        const writes = writesItems(method, url, body);
        copied ||= writes;
        return writes;
      },
      change,
    );
    const after = file.agenda.items.map((item) => (item === second ? { ...item, openness: 'closed' as const } : item));
    await store.changeItems(file.pointer, file.agenda.items, after);
    expect(copied).toBe(true);
    expect(await outside(file)).not.toMatch(/Vej og Park|Kringelholm/);
    expect((await now(file)).agenda.items[1]).toMatchObject({ title: second.title, presenters: ['Poul Kringelholm'], openness: 'closed' });
  });

  test('what somebody puts under an item while it is being closed is closed with it', async () => {
    const file = await attached();
    const second = file.agenda.items[1]!;
    const under = newItem(asItemId(`under-${meetings}`), { parentId: second.id, title: 'Afskedigelsen' });
    const added = [...file.agenda.items.slice(0, 2), under, ...file.agenda.items.slice(2)];
    const store = interrupted(secretary, writesItems, () => asger.agenda.closeItem(file, second.id, null));
    await store.changeItems(file.pointer, file.agenda.items, added);
    expect(await outside(file)).not.toMatch(/Vej og Park|Afskedigelsen/);
    expect(await everythingOpen('DagsordenPunkter')).not.toContain('Afskedigelsen');
    expect((await now(file)).agenda.items.map(({ title }) => title)).toContain('Afskedigelsen');
  });

  test('whoever is outside the circle takes back what they put there, and hears of it', async () => {
    const file = await attached();
    const second = file.agenda.items[1]!;
    const seen = (await (await town.as(outsider)).find.openMeeting(file.pointer)).agenda.items;
    const under = newItem(asItemId(`outside-${meetings}`), { parentId: second.id, title: 'Udefra' });
    const store = interrupted(outsider, writesItems, () => asger.agenda.closeItem(file, second.id, null));
    await expect(store.changeItems(file.pointer, seen, [...seen.slice(0, 2), under, ...seen.slice(2)])).rejects.toMatchObject({ name: 'Conflict' });
    expect(await everythingOpen('DagsordenPunkter')).not.toContain('Udefra');
  });
});

describe('a publication beside a closing', () => {
  async function decided(): Promise<MeetingFile> {
    const file = await attached();
    for (const { id: itemId, openness } of file.agenda.items) {
      const decision = `Godkendt i ${meetings}.`;
      await ulla.minutes.recordTreatment(file, { itemId, openness, outcome: 'approved', decision, publicDecision: '', notTreated: false });
    }
    return now(file);
  }
  const messages = async () =>
    JSON.stringify(await town.ask(secretary, `/teams/${board.teamId}/channels/${encodeURIComponent(board.channelId)}/messages?$top=50`));

  const closing = (file: MeetingFile) => file.agenda.items.map((item, index) => (index === 1 ? { ...item, openness: 'closed' as const } : item));
  const close = (file: MeetingFile) => town.storeOf(colleague).changeItems(file.pointer, file.agenda.items, closing(file));

  /** Publishes as the order does when its turn comes, through this store. */
  async function publishThrough(store: Store, file: MeetingFile): Promise<string[]> {
    const workplace = { store, now: () => new Date(), language: 'da', appOrigin: 'https://dagsorden.fjordby.example' } as unknown as Workplace;
    const label = { name: 'publishMinutes', version: 2, stepNames: ['closedLists', 'lists', 'channel'] };
    const input = JSON.parse(JSON.stringify(publicationOrder(workplace, file, { notes: [], followUps: [] }))) as unknown;
    const task = { command: 'publishMinutes', version: 2, input, steps: [] };
    const { result } = await publishMinutesPlan.carryOut(label, workplace, task, () => undefined);
    return result.map(({ target, state }) => `${target} ${state}`);
  }

  test('posts nothing that was closed while the message waited to be taken', async () => {
    const file = await decided();
    let asked = 0;
    const store = town.storeOf(secretary, async (input, init) => {
      if (init?.method !== 'POST' || !String(input).endsWith('/messages') || (asked += 1) > 1) return fetch(input, init);
      await close(file);
      return Response.json({ error: { code: 'TooManyRequests' } }, { status: 429, headers: { 'retry-after': '1' } });
    });
    expect(await publishThrough(store, file)).toEqual(['lists done', 'channel failed']);
    expect(asked).toBe(1);
    expect(await messages()).not.toContain(`Godkendt i ${meetings}.`);
  });

  test('closing is told when a message on its way has arrived, not before', async () => {
    const file = await decided();
    await town.fault({ method: 'POST', path: '/messages$', delayMs: 2_500, count: 1 });
    const publishing = ulla.publish.publishMinutes(file, () => undefined);
    const claimed = async () => (await now(file)).publications.some(({ target, state }) => target === 'channel' && state === 'pending');
    await expect.poll(claimed, { timeout: 20_000 }).toBe(true);
    await asger.agenda.closeItem(file, file.agenda.items[1]!.id, null);
    // Whatever was sent is there by now: nothing comes later.
    expect((await now(file)).publications.every(({ state }) => state !== 'pending')).toBe(true);
    await publishing;
    await town.clearFaults();
  });

  test('rows that were written while an item was closed are taken back', async () => {
    const file = await decided();
    const store = interrupted(
      secretary,
      (method, url) => method === 'POST' && url.includes('DagsordenReferat/items'),
      () => close(file),
    );
    expect(await publishThrough(store, file)).toEqual(['lists failed', 'channel pending']);
    const rows = await everythingOpen('DagsordenReferat');
    expect(rows).toContain(file.agenda.items[1]!.id);
    expect(rows).not.toMatch(new RegExp(`1-${file.agenda.items[1]!.id}"[^}]*Vej og Park`));
    expect(await outside(file)).not.toContain('Vej og Park');
  });
});

describe('an invitation beside a closing', () => {
  const sending = async (file: { pointer: MeetingFile['pointer'] }) => town.storeOf(secretary).invitationClaims(file.pointer);
  const body = async (event: CalendarEvent) => JSON.stringify((await town.ask(secretary, `/me/events/${event.id}?$select=body`)).body);

  test('closing is told when an invitation on its way has arrived, not before', async () => {
    const { event, agenda, items } = await newMeeting();
    await town.fault({ method: 'PATCH', path: '/me/events/[^/]+\\?', delayMs: 2_500, count: 1 });
    const attaching = ulla.agenda.attachAgenda({ event, board, agenda }, () => undefined);
    const pointer = { siteId: board.siteId, closedSiteId: board.closedSiteId, key: event.key };
    await expect.poll(() => sending({ pointer }), { timeout: 20_000 }).toHaveLength(1);
    await asger.agenda.closeItem(await asger.find.openMeeting(pointer), items[1]!.id, null);
    const then = await body(event);
    await attaching.catch(() => undefined);
    await town.clearFaults();
    expect(await sending({ pointer })).toEqual([]);
    // Whatever was sent was there when closing was told: nothing comes later.
    expect(await body(event)).toBe(then);
  });

  test('one that was refused, or never left, holds up nobody; what a pane that is gone has left is waited for and taken away', async () => {
    const file = await attached();
    expect(await sending(file)).toEqual([]);
    const store = town.storeOf(secretary);
    await Promise.all([store.claimInvitation(file.pointer, 'gone'), store.claimInvitation(file.pointer, 'other')]);
    expect([...(await sending(file))].sort()).toEqual(['gone', 'other']);
    let at = Date.now();
    await untilInvited(store, file.pointer, () => new Date((at += 30_000)));
    expect(await sending(file)).toEqual([]);
    await store.claimInvitation(file.pointer, 'mine');
    await store.markSent(file.pointer, new Date().toISOString(), true, { claim: 'mine' });
    expect(await sending(file)).toEqual([]);
    expect(await now(file)).toMatchObject({ status: { agenda: 'revised' } });
  });
});

describe('a decision', () => {
  test('that two write first at one moment gives the second both texts', async () => {
    const file = await attached();
    const treatment = (decision: string): Treatment => ({
      itemId: file.agenda.items[0]!.id,
      openness: 'open',
      outcome: 'approved',
      decision,
      publicDecision: '',
      notTreated: false,
    });
    const makes = (method: string, url: string) => method === 'POST' && url.includes('DagsordenBehandling/items');
    const store = interrupted(secretary, makes, () => asger.minutes.recordTreatment(file, treatment('Asgers ord.')));
    await expect(store.putTreatment(file.pointer, null, treatment('Ullas ord.'))).rejects.toMatchObject({
      name: 'Conflict',
      fields: [{ field: 'decision', mine: 'Ullas ord.', theirs: 'Asgers ord.' }],
    });
    expect((await now(file)).treatments).toMatchObject([{ decision: 'Asgers ord.' }]);
  });
});
