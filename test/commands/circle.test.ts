import { beforeAll, describe, expect, test } from 'vitest';
import type { Commands } from '../../src/commands/commands.ts';
import { pointerOf } from '../../src/commands/link.ts';
import type { Board, CalendarEvent, MeetingFile, MeetingPointer, Treatment } from '../../src/meeting/meeting.ts';
import { asSiteId, type SiteId } from '../../src/meeting/ids.ts';
import { bindCircle } from '../../src/storage/circle.ts';
import { LISTS } from '../../src/storage/lists.ts';
import { prepareList } from '../../src/storage/prepareList.ts';
import { treatmentToFields } from '../../src/storage/treatmentFields.ts';
import { agendaOf, at } from '../meeting/agendas.ts';
import { comingMeeting, fjordby } from './fjordby.ts';

const town = fjordby();
const [ulla, ane, freja] = ['ulla.skarvad', 'ane.kratholm', 'freja.damsbo'];
const agenda = agendaOf(['1 Budget', '2 HEMMELIG opsigelse', '3 Evt'], { start: at('09.00'), title: 'Direktionsmøde' });

let board: Board;
let event: CalendarEvent;
let file: MeetingFile;
let snare: { siteId: SiteId; channelId: string };

/** What a member can do in Teams: a private channel with the secretary in it, its files opened. */
async function privateChannel(owner: string, name: string, members: readonly string[]): Promise<{ siteId: SiteId; channelId: string }> {
  const made = await town.ask(owner, `/teams/${board.teamId}/channels`, {
    method: 'POST',
    body: {
      displayName: name,
      membershipType: 'private',
      members: [owner, ...members].map((person, index) => ({
        '@odata.type': '#microsoft.graph.aadUserConversationMember',
        'user@odata.bind': `https://graph.microsoft.com/v1.0/users('${town.idOf(person)}')`,
        roles: index === 0 ? ['owner'] : [],
      })),
    },
  });
  expect(made.status).toBe(201);
  const { id } = made.body as { id: string };
  await town.openFiles(id);
  const folder = (await town.ask(owner, `/teams/${board.teamId}/channels/${id}/filesFolder`)).body as { parentReference: { siteId: string } };
  return { siteId: asSiteId(folder.parentReference.siteId), channelId: id };
}

/** The lists of a closed site, which a member can make as well as anybody. */
async function listsIn(owner: string, siteId: SiteId): Promise<void> {
  for (const list of LISTS.filter(({ place }) => place !== 'open')) await prepareList(town.graphOf(owner), siteId, list);
}

async function textIn(siteId: SiteId): Promise<string> {
  const found = [];
  for (const name of ['DagsordenPunkter', 'DagsordenBehandling', 'DagsordenReferat']) {
    found.push((await town.ask(ulla, `/sites/${siteId}/lists/${name}/items?$expand=fields&$top=500`)).body);
  }
  return JSON.stringify(found);
}

const boardRow = async (person: string) => {
  const path = `/sites/${board.siteId}/lists/DagsordenMoedeforum/items`;
  const { value } = (await town.ask(person, `${path}?$expand=fields`)).body as { value: { id: string; fields: Record<string, unknown> }[] };
  return { path: `${path}/${value[0]!.id}/fields`, fields: value[0]!.fields };
};
async function changeBoard(person: string, fields: Record<string, unknown>): Promise<void> {
  expect((await town.ask(person, (await boardRow(person)).path, { method: 'PATCH', body: fields })).status).toBe(200);
}

const onNewDevice = (person: string) => town.as(person, { kind: 'none' }, { fresh: true });
const pointerWith = (closedSiteId: SiteId | null): MeetingPointer => ({ ...file.pointer, closedSiteId });

beforeAll(async () => {
  const commands = await town.as(ulla);
  const team = (await commands.board.listBoards()).find((choice) => choice.name === 'Direktionen')!;
  board = await commands.board.prepareBoard(team.teamId, () => undefined);
  event = await comingMeeting(commands, /^Direktionsmøde/);
  file = await commands.agenda.attachAgenda({ event, board, agenda }, () => undefined);
  snare = await privateChannel(freja, 'Lukkede punkter 2', [ulla]);
  await listsIn(freja, snare.siteId);
}, 60_000);

describe('a link that names another closed place', () => {
  test.each([
    ['on a device that has been in the circle', false],
    ['on a new device', true],
  ])('is refused with the name of the right one, %s; nothing goes there', async (_, fresh) => {
    const secretary = fresh ? await onNewDevice(ulla) : await town.as(ulla);
    await expect(secretary.find.openMeeting(pointerWith(snare.siteId))).rejects.toMatchObject({
      name: 'ClosedPlaceRefused',
      detail: { reason: 'pointer', rooms: '“Lukkede punkter” (Ulla Skarvad)' },
    });
    const crooked = { ...file, pointer: pointerWith(snare.siteId) };
    await expect(secretary.agenda.closeItem(crooked, agenda.items[1]!.id, 'Personalesag')).rejects.toMatchObject({ name: 'ClosedPlaceRefused' });
    await expect(
      secretary.minutes.recordTreatment(crooked, {
        itemId: agenda.items[0]!.id,
        openness: 'open',
        outcome: 'approved',
        decision: 'HEMMELIG',
        publicDecision: '',
        notTreated: false,
      }),
    ).rejects.toMatchObject({ name: 'ClosedPlaceRefused' });
    expect(await textIn(snare.siteId)).not.toContain('HEMMELIG');
  });

  test('is the same in the address of the host', () => {
    const address = `/m?s=${encodeURIComponent(board.siteId)}&c=${encodeURIComponent(snare.siteId.split(',').slice(1).join(','))}&k=${file.pointer.key}`;
    expect(pointerOf(address)).toEqual(pointerWith(snare.siteId));
  });
});

describe('the open board row', () => {
  test('that names another closed place is not followed: what is closed stays, and nothing is written there', async () => {
    const before = (await boardRow(freja)).fields;
    await changeBoard(freja, { ClosedSiteId: snare.siteId });
    try {
      const fresh = await onNewDevice(ulla);
      const found = await fresh.board.boardState(board.teamId);
      expect(found).toMatchObject({ kind: 'ready', board: { closedSiteId: snare.siteId } });
      // A link from the tab, made of the changed row, and the right one: neither leads there.
      for (const closedSiteId of [snare.siteId, board.closedSiteId, null]) {
        await expect(fresh.find.openMeeting(pointerWith(closedSiteId))).rejects.toMatchObject({
          name: 'ClosedPlaceRefused',
          detail: { reason: 'board', rooms: '“Lukkede punkter” (Ulla Skarvad)' },
        });
      }
      // A device that knows the circle goes on reading, from the right place.
      const known = await town.as(ulla);
      const opened = await known.find.openMeeting(pointerWith(null));
      expect(opened).toMatchObject({
        closedAccess: 'yes',
        pointer: { closedSiteId: board.closedSiteId },
        board: { closedSiteId: board.closedSiteId },
      });
      expect(await known.board.boardState(board.teamId)).toMatchObject({ board: { closedSiteId: board.closedSiteId } });
      for (const closer of [known, fresh]) {
        await expect(closer.agenda.closeItem(opened, agenda.items[1]!.id, 'Personalesag')).rejects.toMatchObject({
          name: 'ClosedPlaceRefused',
          detail: { reason: 'board' },
        });
      }
      expect(await textIn(snare.siteId)).not.toContain('HEMMELIG');
      // "Gør stedet klar" puts it right.
      expect(await known.board.prepareBoard(board.teamId, () => undefined)).toMatchObject({ closedSiteId: board.closedSiteId });
      expect((await boardRow(ulla)).fields).toMatchObject({ ClosedSiteId: board.closedSiteId });
    } finally {
      await changeBoard(ulla, { ClosedSiteId: before['ClosedSiteId'] });
    }
  });

  test('that names no closed place any more is completed: drafts do not go where everybody reads', async () => {
    await changeBoard(freja, { ClosedSiteId: null });
    try {
      const fresh = await onNewDevice(ulla);
      const opened = await fresh.find.openMeeting(pointerWith(null));
      await fresh.minutes.recordTreatment(opened, draft('KLADDE, der ikke må ses'));
      const open = (await town.ask(freja, `/sites/${board.siteId}/lists/DagsordenBehandling/items?$expand=fields`)).body;
      expect(JSON.stringify(open)).not.toContain('KLADDE');
      expect(await textIn(board.closedSiteId!)).toContain('KLADDE');
      // What is known is never written over with nothing, not even by somebody who cannot see it.
      expect(await fresh.board.prepareBoard(board.teamId, () => undefined)).toMatchObject({ closedSiteId: board.closedSiteId });
    } finally {
      await changeBoard(ulla, { ClosedSiteId: board.closedSiteId });
    }
  });

  test.each([
    ['another team', { TeamGuid: '11111111-2222-3333-4444-555555555555' }],
    ['nothing that is a team', { TeamGuid: 'Direktionen' }],
  ])('that names %s leads nowhere', async (_, change) => {
    await changeBoard(freja, change);
    try {
      const fresh = await onNewDevice(ulla);
      await expect(fresh.agenda.closeItem(file, agenda.items[1]!.id, null)).rejects.toMatchObject({
        name: 'ClosedPlaceRefused',
        detail: { reason: 'team' },
      });
      await expect(fresh.find.openMeeting(pointerWith(snare.siteId))).rejects.toMatchObject({ name: 'ClosedPlaceRefused' });
    } finally {
      await changeBoard(ulla, { TeamGuid: board.teamId });
    }
  });
});

const draft = (decision: string): Treatment => ({
  itemId: agenda.items[0]!.id,
  openness: 'open',
  outcome: 'approved',
  decision,
  publicDecision: '',
  notTreated: false,
});

describe('a pointer from before there was a circle', () => {
  test('is completed: the invitation and the tab lead to one draft', async () => {
    const fresh = await onNewDevice(ulla);
    const old = await fresh.find.openMeeting(pointerWith(null));
    expect(old).toMatchObject({ closedAccess: 'yes', pointer: file.pointer });
    await fresh.minutes.recordTreatment({ ...old, pointer: pointerWith(null) }, draft('Godkendt med en bemærkning.'));
    const tab = await (await onNewDevice(ulla)).find.openMeeting(file.pointer);
    expect(tab.treatments).toContainEqual(draft('Godkendt med en bemærkning.'));
  });

  test('drafts from then are taken to the circle by “Gør stedet klar”, with the words of both places; nothing is left where everybody reads', async () => {
    const path = `/sites/${board.siteId}/lists/DagsordenBehandling/items`;
    await prepareList(
      town.graphOf(ulla),
      board.siteId,
      LISTS.find(({ name }) => name === 'DagsordenBehandling')!,
    );
    const early = [draft('KLADDE fra før kredsen.'), { ...draft('KLADDE til punkt 2.'), itemId: agenda.items[1]!.id, outcome: 'noted' as const }];
    for (const treatment of early) {
      const fields = Object.fromEntries(Object.entries(treatmentToFields(file.pointer.key, treatment)).filter(([, value]) => value !== null));
      expect((await town.ask(ulla, path, { method: 'POST', body: { fields } })).status).toBe(201);
    }
    const commands = await town.as(ulla);
    // Done twice, as after a cut.
    for (const _ of [1, 2]) await commands.board.prepareBoard(board.teamId, () => undefined);
    expect((await town.ask(freja, `${path}?$expand=fields`)).body).toMatchObject({ value: [] });
    const { treatments } = await (await onNewDevice(ulla)).find.openMeeting(file.pointer);
    expect(treatments).toContainEqual(draft('Godkendt med en bemærkning.\n\nKLADDE fra før kredsen.'));
    expect(treatments).toContainEqual(early[1]);
  });
});

describe('two places that say they are the circle', () => {
  test('are both refused by name and maker, until one says so no more', async () => {
    await bindCircle(town.graphOf(freja), board, { ...snare, kind: 'channel', channelName: 'Lukkede punkter 2', hasLists: true, claim: null });
    const fresh = await onNewDevice(ulla);
    const refused = {
      name: 'ClosedPlaceRefused',
      detail: { reason: 'several', rooms: '“Lukkede punkter” (Ulla Skarvad), “Lukkede punkter 2” (Freja Damsbo)' },
    };
    // It is read where it was bound by whoever made the board ready; nothing is written while another says the same.
    expect(await fresh.find.openMeeting(file.pointer)).toMatchObject({ closedAccess: 'yes' });
    await expect(fresh.find.openMeeting(pointerWith(snare.siteId))).rejects.toMatchObject(refused);
    await expect(fresh.minutes.recordTreatment(file, draft('Udsat.'))).rejects.toMatchObject(refused);
    const known = await town.as(ulla);
    await expect(known.agenda.closeItem(file, agenda.items[1]!.id, 'Personalesag')).rejects.toMatchObject(refused);
    await expect(known.board.prepareBoard(board.teamId, () => undefined)).rejects.toMatchObject(refused);
    const path = `/sites/${snare.siteId}/lists/DagsordenKreds/items`;
    const { value } = (await town.ask(freja, path)).body as { value: { id: string }[] };
    for (const { id } of value) await town.ask(freja, `${path}/${id}`, { method: 'DELETE' });
    expect(await (await onNewDevice(ulla)).find.openMeeting(file.pointer)).toMatchObject({ closedAccess: 'yes' });
  });
});

describe('the first closed write', () => {
  test('of a member of the circle shows the place and its members; it is asked once, on any device', async () => {
    // Somebody else than who made the board ready has bound the place.
    const binding = `/sites/${board.closedSiteId!}/lists/DagsordenKreds/items`;
    const { value } = (await town.ask(ulla, binding)).body as { value: { id: string }[] };
    expect((await town.ask('mona.thuesen', `${binding}/${value[0]!.id}/fields`, { method: 'PATCH', body: { Title: 'Stedet' } })).status).toBe(200);
    const first = await onNewDevice(ane);
    const opened = await first.find.openMeeting(file.pointer);
    const [, , last] = agenda.items;
    const close = (commands: Commands) => commands.agenda.closeItem(opened, last!.id, 'Orientering');
    await expect(close(first)).rejects.toMatchObject({
      name: 'ClosedPlaceUnconfirmed',
      detail: {
        place: 'Lukkede punkter',
        members: 'Ane Kratholm, Asger Mølbjerg, Lene Vadgaard, Mona Thuesen, Poul Kringelholm, Rikke Vindum, Ulla Skarvad',
        binds: 'false',
      },
    });
    expect(await first.board.closedPlace(board.siteId)).toMatchObject({
      siteId: board.closedSiteId,
      kind: 'channel',
      name: 'Lukkede punkter',
      binds: false,
    });
    await first.board.confirmClosedPlace(board.siteId, board.closedSiteId!);
    expect((await close(await onNewDevice(ane))).agenda.items[2]).toMatchObject({ openness: 'closed' });
    const secretary = await onNewDevice(ulla);
    await secretary.board.confirmClosedPlace(board.siteId, board.closedSiteId!);
    const closed = await secretary.agenda.closeItem(await secretary.find.openMeeting(file.pointer), agenda.items[1]!.id, 'Personalesag');
    expect(closed.agenda.items[1]).toMatchObject({ openness: 'closed', title: 'HEMMELIG opsigelse' });
    expect(await textIn(board.closedSiteId!)).toContain('HEMMELIG opsigelse');
  });

  test('on a board of before the circle’s site told whose it is binds it, after the same question', async () => {
    const path = `/sites/${board.closedSiteId!}/lists/DagsordenKreds`;
    expect((await town.ask(ulla, path, { method: 'DELETE' })).status).toBe(204);
    const secretary = await onNewDevice(ulla);
    // The member's channel has lists like those of the circle: nothing tells them apart, and it is not guessed.
    const unclear = { name: 'ClosedPlaceRefused', detail: { reason: 'unclear', rooms: '“Lukkede punkter”, “Lukkede punkter 2”' } };
    await expect(secretary.find.openMeeting(file.pointer)).rejects.toMatchObject(unclear);
    await expect(secretary.minutes.recordTreatment(file, draft('Udsat.'))).rejects.toMatchObject(unclear);
    for (const list of LISTS.filter(({ place }) => place !== 'open')) {
      await town.ask(freja, `/sites/${snare.siteId}/lists/${list.name}`, { method: 'DELETE' });
    }
    const opened = await secretary.find.openMeeting(file.pointer);
    expect(opened.closedAccess).toBe('yes');
    await expect(secretary.minutes.recordTreatment(opened, draft('Udsat.'))).rejects.toMatchObject({
      name: 'ClosedPlaceUnconfirmed',
      detail: { binds: 'true' },
    });
    await secretary.board.confirmClosedPlace(board.siteId, board.closedSiteId!);
    await secretary.minutes.recordTreatment(opened, draft('Udsat.'));
    const { value } = (await town.ask(ulla, `${path}/items?$expand=fields`)).body as { value: { fields: object }[] };
    expect(value.map(({ fields }) => fields)).toMatchObject([{ RowId: 'kreds', BoardSiteId: board.siteId }]);
  });
});
