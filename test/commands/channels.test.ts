import { beforeAll, describe, expect, test } from 'vitest';
import { agendaOf, at } from '../meeting/agendas.ts';
import { comingMeeting, fjordby } from './fjordby.ts';

const town = fjordby();
const [ulla, freja] = ['ulla.skarvad', 'freja.damsbo'];

const teamId = async (person: string, name: string): Promise<string> =>
  (await (await town.as(person)).board.listBoards()).find((choice) => choice.name === name)!.teamId;
const onNewDevice = (person: string) => town.as(person, { kind: 'none' }, { fresh: true });

interface Channel {
  readonly id: string;
  readonly displayName: string;
}
const channelsOf = async (person: string, team: string) => ((await town.ask(person, `/teams/${team}/channels`)).body as { value: Channel[] }).value;
const rename = async (channel: string, name: string) => town.dev('channels/rename', { channel, name });
async function newChannel(person: string, team: string, displayName: string, membershipType: string): Promise<string> {
  const members = [
    {
      '@odata.type': '#microsoft.graph.aadUserConversationMember',
      'user@odata.bind': `https://graph.microsoft.com/v1.0/users('${town.idOf(person)}')`,
      roles: ['owner'],
    },
  ];
  const made = await town.ask(person, `/teams/${team}/channels`, {
    method: 'POST',
    body: { displayName, membershipType, ...(membershipType === 'private' ? { members } : {}) },
  });
  expect(made.status).toBe(201);
  const { id } = made.body as Channel;
  await town.openFiles(id);
  return id;
}

describe('the channel for minutes', () => {
  test('is the one every team has, whatever it is called and whichever stands before it', async () => {
    const board = await teamId(ulla, 'Børne- og Ungdomsudvalget');
    const general = (await channelsOf(ulla, board)).find(({ displayName }) => displayName === 'Generelt')!;
    await rename(general.id, 'Udvalget');
    await newChannel(ulla, board, 'Aktuelt', 'standard');
    await newChannel(ulla, board, 'General', 'standard');
    const prepared = await (await town.as(ulla)).board.prepareBoard(board, () => undefined);
    expect(prepared).toMatchObject({ channelId: general.id, channelName: 'Udvalget' });
  });
});

describe('the private channel for closed items', () => {
  let board: string;
  let closed: Channel;
  beforeAll(async () => {
    board = await teamId(ulla, 'Direktionen');
    closed = (await channelsOf(ulla, board)).find(({ displayName }) => displayName === 'Lukkede punkter')!;
  });

  test('is asked for by id where there are several, whatever they are called', async () => {
    await rename(closed.id, 'Personalesager');
    const other = await newChannel(ulla, board, 'Lukkede punkter', 'private');
    const commands = await town.as(ulla);
    await expect(commands.board.prepareBoard(board, () => undefined)).rejects.toMatchObject({
      name: 'ClosedPlaceRefused',
      detail: { reason: 'unclear' },
    });
    const choices = await commands.board.closedChoices(board);
    expect(choices.map(({ channelId, name, bound }) => [channelId, name, bound]).sort()).toEqual(
      [
        [closed.id, 'Personalesager', false],
        [other, 'Lukkede punkter', false],
      ].sort(),
    );
    expect(choices.find(({ channelId }) => channelId === other)?.members).toEqual(['Ulla Skarvad']);
    const prepared = await commands.board.prepareBoard(board, () => undefined, closed.id);
    const folder = (await town.ask(ulla, `/teams/${board}/channels/${closed.id}/filesFolder`)).body as { parentReference: { siteId: string } };
    expect(prepared.closedSiteId).toBe(folder.parentReference.siteId);
    // It is kept, however the channels are renamed, and whoever prepares the site again.
    await rename(closed.id, 'Andet');
    expect(await (await onNewDevice(ulla)).board.prepareBoard(board, () => undefined)).toEqual(prepared);
    expect(await (await onNewDevice(ulla)).board.prepareBoard(board, () => undefined, other)).toEqual(prepared);
  });

  test('a changed channel in the board’s row gets no minutes; the publication says so and sends nothing', async () => {
    const commands = await town.as(ulla);
    const prepared = await commands.board.prepareBoard(board, () => undefined);
    const trap = await newChannel(freja, board, 'Generelt 2', 'standard');
    const event = await comingMeeting(commands, /^Direktionsmøde/);
    const agenda = agendaOf(['1 Budget'], { start: at('09.00'), title: 'Direktionsmøde' });
    const file = await commands.agenda.attachAgenda({ event, board: prepared, agenda }, () => undefined);
    await commands.minutes.recordTreatment(file, {
      itemId: agenda.items[0]!.id,
      openness: 'open',
      outcome: 'approved',
      decision: 'Godkendt.',
      publicDecision: '',
      notTreated: false,
    });
    const path = `/sites/${prepared.siteId}/lists/DagsordenMoedeforum/items`;
    const { value } = (await town.ask(freja, path)).body as { value: { id: string }[] };
    expect((await town.ask(freja, `${path}/${value[0]!.id}/fields`, { method: 'PATCH', body: { ChannelId: trap } })).status).toBe(200);
    const log = await commands.publish.publishMinutes(await commands.find.openMeeting(file.pointer), () => undefined);
    expect(log.map(({ target, state }) => `${target} ${state}`)).toEqual(['lists done', 'channel failed']);
    expect(log.at(-1)!.error).toMatch(/^ChannelRefused/);
    const messages = await town.ask(ulla, `/teams/${board}/channels/${trap}/messages`);
    expect((messages.body as { value: unknown[] }).value).toEqual([]);
    // Put right, the message goes to the team's own channel, once.
    await commands.board.prepareBoard(board, () => undefined);
    const again = await commands.publish.publishMinutes(await commands.find.openMeeting(file.pointer), () => undefined);
    expect(again.map(({ target, state }) => `${target} ${state}`)).toEqual(['lists done', 'channel done']);
  });
});

describe('an organiser outside the closed circle', () => {
  test('attaches three open items without touching the closed room, and is refused nothing', async () => {
    const secretary = await town.as(ulla);
    const board = await secretary.board.prepareBoard(await teamId(ulla, 'Direktionen'), () => undefined);
    const start = new Date(Date.now() + 5 * 86_400_000);
    start.setUTCHours(9, 0, 0, 0);
    const made = await town.ask(freja, '/me/events', {
      method: 'POST',
      body: {
        subject: 'Kommunikationsmøde',
        start: { dateTime: start.toISOString().slice(0, 19), timeZone: 'UTC' },
        end: { dateTime: new Date(start.getTime() + 3_600_000).toISOString().slice(0, 19), timeZone: 'UTC' },
        attendees: [{ emailAddress: { address: 'ane.kratholm@fjordby.example' }, type: 'required' }],
      },
    });
    expect(made.status).toBe(201);
    const organiser = await onNewDevice(freja);
    const event = await comingMeeting(organiser, /^Kommunikationsmøde/);
    const agenda = agendaOf(['1 Kampagne', '2 Presse', '3 Evt'], { start: at('09.00'), title: 'Kommunikationsmøde' });
    await town.emptyLog();
    const file = await organiser.agenda.attachAgenda({ event, board, agenda }, () => undefined);
    expect(file.agenda.items).toHaveLength(3);
    // Nor is it on a board whose closed place this person has never heard of.
    expect(file.pointer.closedSiteId).toBe(board.closedSiteId);
    const asked = (await town.log()).filter(({ path }) => decodeURIComponent(path).toLowerCase().includes(board.closedSiteId!.toLowerCase()));
    // Once by opening, and once for whether the board's row names a site whose circle I am in.
    expect(asked.map(({ status }) => status)).toEqual([403, 403]);
  });

  test('opens a meeting: the closed site is asked once, and not again for a while', async () => {
    const secretary = await town.as(ulla);
    const event = await comingMeeting(secretary, /^Direktionsmøde/);
    const reader = await onNewDevice(freja);
    const toClosed = async (open: () => Promise<unknown>) => {
      await town.emptyLog();
      await open();
      const closed = event.pointer!.closedSiteId!.toLowerCase();
      return (await town.log()).filter(({ path }) => decodeURIComponent(path).toLowerCase().includes(closed)).map(({ status }) => status);
    };
    expect(await toClosed(() => reader.find.openMeeting(event.pointer!))).toEqual([403]);
    expect(await toClosed(() => reader.find.openMeeting(event.pointer!))).toEqual([]);
    const opened = await reader.find.openMeeting(event.pointer!);
    expect(opened).toMatchObject({ closedAccess: 'no', pointer: event.pointer! });
  });
});
