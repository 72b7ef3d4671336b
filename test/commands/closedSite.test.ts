import { beforeAll, describe, expect, test } from 'vitest';
import type { ClosedTarget, Commands } from '../../src/commands/commands.ts';
import type { Board, CalendarEvent, MeetingFile } from '../../src/meeting/meeting.ts';
import { asSiteId, type SiteId } from '../../src/meeting/ids.ts';
import { bindCircle } from '../../src/storage/circle.ts';
import { LISTS } from '../../src/storage/lists.ts';
import { agendaOf, at } from '../meeting/agendas.ts';
import { comingMeeting, fjordby } from './fjordby.ts';

const town = fjordby();
const [ulla, ane, freja] = ['ulla.skarvad', 'ane.kratholm', 'freja.damsbo'];
const at9 = { start: at('09.00'), title: 'Direktionsmøde' };
const agenda = agendaOf(['1 Budget', '2 SAGSORD opsigelse', '3 Evt'], at9);
const mail = (person: string) => `${person}@fjordby.example`;
const host = 'fjordby.sharepoint.example';

let board: Board;
let event: CalendarEvent;
let file: MeetingFile;
let secretary: Commands;

const onNewDevice = (person: string) => town.as(person, { kind: 'none' }, { fresh: true });

/** What an administrator does: a site that is no team's, for those named. */
async function siteFor(name: string, people: Readonly<Record<string, 'read' | 'write' | 'owner'>>): Promise<SiteId> {
  const path = `/sites/${name}`;
  await town.dev('sites', { path, name, people: Object.fromEntries(Object.entries(people).map(([person, may]) => [mail(person), may])) });
  const [owner = ulla] = Object.keys(people);
  return asSiteId(((await town.ask(owner, `/sites/${host}:${path}`)).body as { id: string }).id);
}

const verbs = (commands: Commands) => commands.board.closedSites();
const move = async (commands: Commands, siteId: SiteId) =>
  (await verbs(commands)).moveClosedPlace(board.siteId, { kind: 'site', siteId }, () => undefined);
const refusedFor = (reason: string) => ({ name: 'ClosedPlaceRefused', detail: expect.objectContaining({ reason }) as unknown });

const boardRow = async (person: string) => {
  const path = `/sites/${board.siteId}/lists/DagsordenMoedeforum/items`;
  const { value } = (await town.ask(person, `${path}?$expand=fields`)).body as { value: { id: string; fields: Record<string, unknown> }[] };
  return { path: `${path}/${value[0]!.id}/fields`, fields: value[0]!.fields };
};
async function changeBoard(person: string, fields: Record<string, unknown>): Promise<void> {
  expect((await town.ask(person, (await boardRow(person)).path, { method: 'PATCH', body: fields })).status).toBe(200);
}

beforeAll(async () => {
  secretary = await town.as(ulla);
  const team = (await secretary.board.listBoards()).find((choice) => choice.name === 'Direktionen')!;
  board = await secretary.board.prepareBoard(team.teamId, () => undefined, null);
  expect(board.closedSiteId).toBeNull();
}, 60_000);

describe('a site for closed items', () => {
  test('is found by its name, its address, a page in it, or a link somebody shared; not by whoever has no access', async () => {
    const siteId = await siteFor('Personalekreds', { [ulla]: 'owner', [ane]: 'write' });
    const { findSites } = await verbs(secretary);
    const found = [{ siteId, siteName: 'Personalekreds', webUrl: `https://${host}/sites/Personalekreds` }];
    for (const text of [
      'personalekreds',
      `https://${host}/sites/Personalekreds`,
      `${host}/sites/Personalekreds/`,
      '/sites/personalekreds',
      `https://${host}/sites/Personalekreds/Shared%20Documents/Forms/AllItems.aspx?viewid=1`,
      `https://${host}/:f:/r/sites/Personalekreds/Shared%20Documents/Sager?csf=1&web=1`,
      `https://${host}/:w:/s/Personalekreds/EfghIjklMnop`,
    ]) {
      expect(await findSites(board, text), text).toEqual(found);
    }
    const outsider = await verbs(await town.as(freja));
    expect(await outsider.findSites(board, 'personalekreds')).toEqual([]);
    await expect(outsider.findSites(board, '/sites/Personalekreds')).rejects.toMatchObject(refusedFor('noAccess'));
    await expect(findSites(board, '/sites/FindesIkke')).rejects.toMatchObject(refusedFor('noAccess'));
    await expect(findSites(board, 'https://andenby.sharepoint.com/sites/Lukket')).rejects.toMatchObject(refusedFor('otherHost'));
    await expect(findSites(board, 'https://andetsted.example/sites/Lukket')).rejects.toMatchObject(refusedFor('otherHost'));
  });

  test('is shown with name and address; who reads there is told where it is a team of mine, else it is said that it cannot be seen', async () => {
    const siteId = await siteFor('Personalekreds', { [ulla]: 'owner', [ane]: 'write' });
    const { lookAtSite } = await verbs(secretary);
    expect(await lookAtSite(board, siteId)).toEqual({
      siteId,
      siteName: 'Personalekreds',
      webUrl: `https://${host}/sites/Personalekreds`,
      members: null,
    });
    const other = (await secretary.board.listBoards()).find(({ name }) => name === 'Børne- og Ungdomsudvalget')!;
    const site = (await town.ask(ulla, `/groups/${other.teamId}/sites/root`)).body as { id: string };
    expect((await lookAtSite(board, asSiteId(site.id))).members).toContain('Lise Nørreskov');
  });

  test('cannot be the own site of the body, the front page, a public team’s, one that is not mine, or another body’s', async () => {
    const { lookAtSite } = await verbs(secretary);
    await expect(lookAtSite(board, board.siteId)).rejects.toMatchObject(refusedFor('ownSite'));
    const [, collection] = board.siteId.split(',');
    expect(collection).toBeTruthy();
    const root = (await town.ask(ulla, '/sites/root')).body as { id: string };
    await expect(lookAtSite(board, asSiteId(root.id))).rejects.toMatchObject(refusedFor('everybody'));
    const theirs = await siteFor('Andres', { [freja]: 'owner' });
    await expect(lookAtSite(board, theirs)).rejects.toMatchObject(refusedFor('noAccess'));
    const other = (await secretary.board.listBoards()).find(({ name }) => name === 'Børne- og Ungdomsudvalget')!;
    const team = (await town.ask(ulla, `/groups/${other.teamId}/sites/root`)).body as { id: string };
    await town.dev('teams/visibility', { team: other.teamId, isPublic: true });
    await expect(lookAtSite(board, asSiteId(team.id))).rejects.toMatchObject(refusedFor('everybody'));
    await town.dev('teams/visibility', { team: other.teamId, isPublic: false });
    const prepared = await secretary.board.prepareBoard(other.teamId, () => undefined);
    await expect(lookAtSite(board, asSiteId(team.id))).rejects.toMatchObject(refusedFor('otherBody'));
    await expect(lookAtSite(board, prepared.closedSiteId!)).rejects.toMatchObject(refusedFor('foreign'));
    // Nothing was written by looking, and choosing says the same.
    for (const siteId of [board.siteId, asSiteId(root.id), theirs, asSiteId(team.id), prepared.closedSiteId!]) {
      await expect(move(secretary, siteId)).rejects.toMatchObject({ name: 'ClosedPlaceRefused' });
    }
    expect((await boardRow(ulla)).fields['ClosedSiteId'] ?? null).toBeNull();
  });
});

describe('a board whose closed items are kept on a site that was named', () => {
  let siteId: SiteId;

  beforeAll(async () => {
    siteId = await siteFor('Personalekreds', { [ulla]: 'owner', [ane]: 'write' });
    board = await move(secretary, siteId);
    event = await comingMeeting(secretary, /^Direktionsmøde/);
    file = await secretary.agenda.attachAgenda({ event, board, agenda }, () => undefined);
  }, 60_000);

  test('has all lists of the place there, which says whose it is', async () => {
    expect(board.closedSiteId).toBe(siteId);
    expect((await boardRow(freja)).fields).toMatchObject({ ClosedSiteId: siteId });
    for (const { name } of LISTS.filter(({ place }) => place !== 'open')) {
      expect((await town.ask(ulla, `/sites/${siteId}/lists/${name}`)).status, name).toBe(200);
    }
    const { value } = (await town.ask(ulla, `/sites/${siteId}/lists/DagsordenKreds/items?$expand=fields`)).body as { value: { fields: object }[] };
    expect(value.map(({ fields }) => fields)).toMatchObject([{ RowId: 'kreds', BoardSiteId: board.siteId, ChannelName: 'Personalekreds' }]);
    expect(await secretary.board.closedPlace(board.siteId)).toMatchObject({
      kind: 'site',
      name: 'Personalekreds',
      siteId,
      members: null,
      confirmed: true,
    });
    // "Gør stedet klar" finds it again, and offers no channel in its place.
    expect(await secretary.board.prepareBoard(board.teamId, () => undefined)).toMatchObject({ closedSiteId: siteId });
    expect((await secretary.board.closedChoices(board.teamId)).filter(({ bound }) => bound)).toMatchObject([
      { channelId: null, name: 'Personalekreds' },
    ]);
  });

  test('keeps what is closed there: an outsider finds the words in no list, paper or search', async () => {
    const [, second] = file.agenda.items;
    const closed = await secretary.agenda.closeItem(file, second!.id, 'Personalesag');
    expect(closed.agenda.items[1]).toMatchObject({ openness: 'closed', title: 'SAGSORD opsigelse' });
    await secretary.minutes.recordTreatment(closed, {
      itemId: second!.id,
      openness: 'closed',
      outcome: 'approved',
      decision: 'SAGSORD beslutning',
      publicDecision: '',
      notTreated: false,
    });
    const again = await (await onNewDevice(ulla)).find.openMeeting(file.pointer);
    expect(again).toMatchObject({ closedAccess: 'yes', pointer: { closedSiteId: siteId } });
    expect(again.agenda.items[1]).toMatchObject({ title: 'SAGSORD opsigelse' });
    expect(again.treatments).toMatchObject([{ decision: 'SAGSORD beslutning' }]);

    const theirs = await (await onNewDevice(freja)).find.openMeeting(file.pointer);
    expect(theirs.closedAccess).toBe('no');
    expect(JSON.stringify(theirs)).not.toContain('SAGSORD');
    for (const { name } of LISTS) {
      expect((await town.ask(freja, `/sites/${siteId}/lists/${name}/items?$expand=fields`)).status, name).toBe(403);
      const open = await town.ask(freja, `/sites/${board.siteId}/lists/${name}/items?$expand=fields&$top=500`);
      expect(JSON.stringify(open.body), name).not.toContain('SAGSORD');
    }
    expect((await town.ask(freja, `/sites/${siteId}/drive/root/children`)).status).toBe(403);
    const search = await town.ask(freja, '/search/query', {
      method: 'POST',
      body: { requests: [{ entityTypes: ['listItem'], query: { queryString: 'SAGSORD' } }] },
    });
    expect(search.status).toBe(200);
    expect(JSON.stringify(search.body)).not.toContain('beslutning');
    expect(search.body).toMatchObject({ value: [{ hitsContainers: [{ total: 0 }] }] });
    await expect((await onNewDevice(freja)).agenda.closeItem(theirs, theirs.agenda.items[0]!.id, null)).rejects.toMatchObject({ name: 'NotAllowed' });
  });

  test('is shown to a member of the circle before the first closed write; it is asked once, on any device', async () => {
    const member = await onNewDevice(ane);
    const opened = await member.find.openMeeting(file.pointer);
    const close = (commands: Commands) => commands.agenda.closeItem(opened, opened.agenda.items[2]!.id, 'Orientering');
    await expect(close(member)).rejects.toMatchObject({
      name: 'ClosedPlaceUnconfirmed',
      detail: { place: 'Personalekreds', address: `https://${host}/sites/Personalekreds`, by: 'Ulla Skarvad', binds: 'false' },
    });
    await member.board.confirmClosedPlace(board.siteId, siteId);
    expect((await close(await onNewDevice(ane))).agenda.items[2]).toMatchObject({ openness: 'closed' });
  });

  test('is opened again from there, and nothing of the item is left behind', async () => {
    const now = await secretary.find.openMeeting(file.pointer);
    const opened = await secretary.agenda.openItem(now, now.agenda.items[2]!.id);
    expect(opened.agenda.items[2]).toMatchObject({ openness: 'open', title: 'Evt' });
  });

  test('keeps its place as long as something lies there: no channel and no other site takes it', async () => {
    const elsewhere = await siteFor('Ny kreds'.replace(' ', ''), { [ulla]: 'owner' });
    const full = { name: 'ClosedPlaceRefused', detail: { reason: 'notEmpty', rooms: '“Personalekreds” (Ulla Skarvad)' } };
    await expect(move(secretary, elsewhere)).rejects.toMatchObject(full);
    const [channel] = (await secretary.board.closedChoices(board.teamId)).filter(({ channelId }) => channelId !== null);
    const toChannel = (await verbs(secretary)).moveClosedPlace(board.siteId, { kind: 'channel', channelId: channel!.channelId! }, () => undefined);
    await expect(toChannel).rejects.toMatchObject(full);
    expect((await boardRow(ulla)).fields).toMatchObject({ ClosedSiteId: siteId });
    expect((await town.ask(ulla, `/sites/${elsewhere}/lists/DagsordenKreds`)).status).toBe(404);
    expect(await (await onNewDevice(ulla)).find.openMeeting(file.pointer)).toMatchObject({ closedAccess: 'yes' });
  });

  describe('and somebody in the team who makes a site of their own', () => {
    let snare: SiteId;

    beforeAll(async () => {
      snare = await siteFor('Personalekredsen', { [freja]: 'owner', [ulla]: 'write', [ane]: 'write' });
      for (const list of LISTS.filter(({ place }) => place !== 'open')) {
        await (await import('../../src/storage/prepareList.ts')).prepareList(town.graphOf(freja), snare, list);
      }
      await bindCircle(town.graphOf(freja), board, {
        kind: 'site',
        siteId: snare,
        siteName: 'Personalekredsen',
        webUrl: '',
        hasLists: true,
        claim: null,
      });
    }, 60_000);

    const textThere = async () => {
      const found = [];
      for (const { name } of LISTS.filter(({ place }) => place !== 'open')) {
        found.push((await town.ask(ulla, `/sites/${snare}/lists/${name}/items?$expand=fields&$top=500`)).body);
      }
      return JSON.stringify(found);
    };

    test.each([
      ['on a device that has been in the circle', false],
      ['on a new device', true],
    ])('leads nobody there by a link, %s', async (_, fresh) => {
      const commands = fresh ? await onNewDevice(ulla) : await town.as(ulla);
      await expect(commands.find.openMeeting({ ...file.pointer, closedSiteId: snare })).rejects.toMatchObject({ name: 'ClosedPlaceRefused' });
      const crooked = { ...file, pointer: { ...file.pointer, closedSiteId: snare } };
      await expect(commands.agenda.closeItem(crooked, file.agenda.items[0]!.id, null)).rejects.toMatchObject({ name: 'ClosedPlaceRefused' });
      expect(await textThere()).not.toContain('Budget');
    });

    test('leads nobody there by the board’s row either: it is refused, or shown and asked about where nothing else is known', async () => {
      await changeBoard(freja, { ClosedSiteId: snare });
      try {
        const known = await town.as(ulla);
        expect(await known.find.openMeeting({ ...file.pointer, closedSiteId: null })).toMatchObject({ pointer: { closedSiteId: siteId } });
        const opened = await known.find.openMeeting(file.pointer);
        expect(opened).toMatchObject({ closedAccess: 'yes', pointer: { closedSiteId: siteId } });
        await expect(known.agenda.closeItem(opened, file.agenda.items[0]!.id, null)).rejects.toMatchObject({
          name: 'ClosedPlaceRefused',
          detail: { reason: 'several' },
        });
        const asked = { name: 'ClosedPlaceUnconfirmed', detail: { place: 'Personalekredsen', by: 'Freja Damsbo' } };
        const fresh = await onNewDevice(ulla);
        await expect(fresh.find.openMeeting({ ...file.pointer, closedSiteId: null })).rejects.toMatchObject(asked);
        await expect(fresh.board.prepareBoard(board.teamId, () => undefined)).rejects.toMatchObject(asked);
        expect(await textThere()).not.toContain('Budget');
      } finally {
        await changeBoard(ulla, { ClosedSiteId: siteId });
      }
    });

    test('cannot choose it for the board: the place there is is not theirs', async () => {
      await expect(move(await town.as(freja), snare)).rejects.toMatchObject({ name: 'NotAllowed' });
      expect((await boardRow(ulla)).fields).toMatchObject({ ClosedSiteId: siteId });
    });
  });
});

describe('a place that nothing closed lies in yet', () => {
  const other = { name: 'Børne- og Ungdomsudvalget' };
  let body: Board;
  let siteId: SiteId;
  let channelId: string;

  const to = async (commands: Commands, target: ClosedTarget) => (await verbs(commands)).moveClosedPlace(body.siteId, target, () => undefined);
  const meet = async (commands: Commands) => comingMeeting(commands, /udvalg/i);

  beforeAll(async () => {
    const team = (await secretary.board.listBoards()).find(({ name }) => name === other.name)!;
    body = await secretary.board.prepareBoard(team.teamId, () => undefined);
    channelId = (await secretary.board.closedChoices(team.teamId)).find(({ bound }) => bound)!.channelId!;
    siteId = await siteFor('Udvalgskreds', { [ulla]: 'owner', [ane]: 'write' });
  }, 60_000);

  test('is changed to a site and back; links of before lead on to the new one, for those who were in both and for those who were not', async () => {
    const earlier = await secretary.agenda.attachAgenda({ event: await meet(secretary), board: body, agenda }, () => undefined);
    expect(earlier.pointer.closedSiteId).toBe(body.closedSiteId);
    const elsewhere = await onNewDevice(ulla);
    await elsewhere.find.openMeeting(earlier.pointer);

    const moved = await to(secretary, { kind: 'site', siteId });
    expect(moved).toMatchObject({ closedSiteId: siteId, siteId: body.siteId });
    expect((await town.ask(ulla, `/sites/${body.closedSiteId!}/lists/DagsordenPunkter`)).status).toBe(404);
    // The one who changed it, one with another device, and one who was never in the channel: each by the link of before.
    const mine = await secretary.find.openMeeting(earlier.pointer);
    expect(mine).toMatchObject({ closedAccess: 'yes', pointer: { closedSiteId: siteId } });
    expect(await elsewhere.find.openMeeting(earlier.pointer)).toMatchObject({ pointer: { closedSiteId: siteId } });
    const member = await onNewDevice(ane);
    await expect(member.find.openMeeting(earlier.pointer)).rejects.toMatchObject({
      name: 'ClosedPlaceUnconfirmed',
      detail: { place: 'Udvalgskreds' },
    });
    await member.board.confirmClosedPlace(body.siteId, siteId);
    expect(await member.find.openMeeting(earlier.pointer)).toMatchObject({ closedAccess: 'yes', pointer: { closedSiteId: siteId } });
    // A pane that still holds the channel writes where the circle is now.
    const closed = await elsewhere.agenda.closeItem(earlier, earlier.agenda.items[1]!.id, 'Sag');
    expect(closed.agenda.items[1]).toMatchObject({ openness: 'closed' });
    expect(JSON.stringify((await town.ask(ulla, `/sites/${siteId}/lists/DagsordenPunkter/items?$expand=fields`)).body)).toContain('SAGSORD');
    await expect(to(secretary, { kind: 'channel', channelId })).rejects.toMatchObject(refusedFor('notEmpty'));

    // Opened again, nothing lies there, and the channel may be chosen.
    const open = await secretary.agenda.openItem(await secretary.find.openMeeting(closed.pointer), closed.agenda.items[1]!.id);
    expect(open.agenda.items[1]).toMatchObject({ openness: 'open' });
    const back = await to(secretary, { kind: 'channel', channelId });
    expect(back.closedSiteId).toBe(body.closedSiteId);
    expect(await secretary.find.openMeeting(closed.pointer)).toMatchObject({ pointer: { closedSiteId: body.closedSiteId } });
    expect(await (await onNewDevice(ulla)).find.openMeeting(closed.pointer)).toMatchObject({ pointer: { closedSiteId: body.closedSiteId } });
    expect(await secretary.board.prepareBoard(body.teamId, () => undefined)).toMatchObject({ closedSiteId: body.closedSiteId });
  }, 60_000);

  test.each([
    ['at the end, before the board’s row names it', 'DagsordenMoedeforum', 'PATCH'],
    ['before the lists of before have gone', 'DagsordenPunkter', 'DELETE'],
    ['before the place of before says that it is left', 'DagsordenKreds', 'DELETE'],
  ])(
    'and a change that is cut off %s: nothing closed is written in the wrong one, and doing it again ends it',
    async (_, list, method) => {
      const target = await siteFor(`Kreds${list}`, { [ulla]: 'owner' });
      const from = await secretary.board.boardState(body.teamId);
      // Another device has changed the place since: the tab knows.
      expect(from).toMatchObject({ kind: 'ready', board: { closedSiteId: (await (await onNewDevice(ulla)).board.closedPlace(body.siteId)).siteId } });
      await town.fault({ method, path: `.*lists/${list}.*`, status: 403, count: 1 });
      await expect(to(secretary, { kind: 'site', siteId: target })).rejects.toThrow();
      await town.clearFaults();
      const commands = await onNewDevice(ulla);
      const now = await commands.board.closedPlace(body.siteId).catch((error: unknown) => error);
      if (now instanceof Error) expect(now).toMatchObject(refusedFor('left'));
      else expect(from).toMatchObject({ board: { closedSiteId: (now as { siteId: SiteId }).siteId } });
      expect(await to(await onNewDevice(ulla), { kind: 'site', siteId: target })).toMatchObject({ closedSiteId: target });
      expect(await (await onNewDevice(ulla)).board.closedPlace(body.siteId)).toMatchObject({ siteId: target });
    },
    60_000,
  );
});
