import { beforeAll, describe, expect, test } from 'vitest';
import type { Commands } from '../../src/commands/commands.ts';
import type { AgendaItem } from '../../src/meeting/agenda.ts';
import type { FollowUp, FollowUpWords } from '../../src/meeting/followUp.ts';
import type { Board, CalendarEvent, MeetingFile } from '../../src/meeting/meeting.ts';
import { agendaOf, at } from '../meeting/agendas.ts';
import { comingMeeting, fjordby } from './fjordby.ts';

const town = fjordby();
const outsider = 'freja.damsbo';
let ulla: Commands;
let ane: Commands;
let freja: Commands;
let board: Board;
let event: CalendarEvent;
let file: MeetingFile;

beforeAll(async () => {
  ulla = await town.as('ulla.skarvad');
  ane = await town.as('ane.kratholm');
  freja = await town.as(outsider);
  const team = (await ulla.board.listBoards()).find(({ name }) => name === 'Direktionen')!;
  board = await ulla.board.prepareBoard(team.teamId, () => undefined);
  event = await comingMeeting(ulla, /^Direktionsmøde/);
  const agenda = agendaOf(['1 Nyt', '2 LUKKES senere', '3 PLANTET personsag (lukket)', '4 VEDHÆFTET senere', '5 AFBRUDT senere', '6 Eventuelt'], {
    start: at('09.00'),
    title: 'Direktionsmøde',
  });
  file = await ulla.agenda.attachAgenda({ event, board, agenda }, () => undefined);
}, 60_000);

const itemOf = (title: string) => file.agenda.items.find((item) => item.title.includes(title))!;
const person = (name: string, email: string) => ({ id: null, name, email: `${email}@fjordby.example` });
const words = (what: string, more: Partial<FollowUpWords> = {}): FollowUpWords => ({
  what,
  owner: person('Ane Kratholm', 'ane.kratholm'),
  due: '2027-01-15',
  decision: null,
  ...more,
});
const add = async (what: string, title = 'Nyt', more: Partial<FollowUpWords> = {}, commands = ulla) =>
  (await commands.followUp()).addFollowUp(file, itemOf(title), words(what, more));
const opened = async (commands: Commands) => commands.find.openMeeting(file.pointer);
const ofMeeting = async (commands: Commands) => (await (await commands.followUp()).ofMeeting(await opened(commands))).followUps;
const named = async (what: string, commands = ulla): Promise<FollowUp> => (await ofMeeting(commands)).find((one) => one.what === what)!;
const mine = async (commands: Commands) => (await (await commands.followUp()).mine(board)).followUps;
const everythingOpen = async (): Promise<string> => {
  const lists = ['DagsordenOpfoelgning', 'DagsordenReferat', 'DagsordenUdgivelse', 'DagsordenMoeder'];
  const all = await Promise.all(
    lists.map(async (list) => {
      const path = `/sites/${board.siteId}/lists/${list}/items`;
      const { body } = await town.ask(outsider, `${path}?$expand=fields&$top=500`);
      const rows = (body as { value: { id: string }[] }).value;
      return [body, ...(await Promise.all(rows.map(({ id }) => town.ask(outsider, `${path}/${id}/versions?$expand=fields`))))];
    }),
  );
  return JSON.stringify(all);
};

describe('what is to be done after a meeting', () => {
  test('is written at an item with who and by when, and its owner, known by address, finds it as theirs', async () => {
    await add('Indhente tilbud');
    expect(await named('Indhente tilbud')).toMatchObject({
      owner: { id: town.idOf('ane.kratholm'), name: 'Ane Kratholm' },
      due: '2027-01-15',
      state: 'open',
      openness: 'open',
      writtenBy: 'Ulla Skarvad',
      itemTitle: '1 Nyt',
    });
    expect((await mine(ane)).map(({ what }) => what)).toContain('Indhente tilbud');
    expect((await mine(freja)).map(({ what }) => what)).not.toContain('Indhente tilbud');
    expect((await (await freja.followUp()).ofBoard(board)).followUps.map(({ what }) => what)).toContain('Indhente tilbud');
  });

  test('is marked done by its owner, who and when is told, and it leaves what the body still has to do', async () => {
    await add('Skrive til naboerne');
    await (await ane.followUp()).settle(board, await named('Skrive til naboerne', ane), 'done');
    expect(await named('Skrive til naboerne')).toMatchObject({ state: 'done', stateBy: 'Ane Kratholm' });
    expect((await (await ulla.followUp()).ofBoard(board)).followUps.map(({ what }) => what)).not.toContain('Skrive til naboerne');
  });

  test('two who change different things both have their way; two who say otherwise of one thing are asked', async () => {
    await add('Ændret af to');
    const seen = await named('Ændret af to');
    await (await ane.followUp()).settle(board, seen, 'done');
    await (await ulla.followUp()).changeFollowUp(board, seen, { due: '2027-02-01' });
    expect(await named('Ændret af to')).toMatchObject({ state: 'done', stateBy: 'Ane Kratholm', due: '2027-02-01' });
    await expect((await ane.followUp()).changeFollowUp(board, seen, { due: '2027-03-01' })).rejects.toMatchObject({ name: 'Conflict' });
    // Two who say the same agree.
    await (await ulla.followUp()).settle(board, seen, 'done');
    expect(await named('Ændret af to')).toMatchObject({ state: 'done', stateBy: 'Ane Kratholm' });
  });

  test('a write whose answer was lost makes one row', async () => {
    await town.fault({ method: 'POST', path: '/lists/DagsordenOpfoelgning/items', cut: 'after', count: 1, name: 'cut' });
    await add('Kun en gang').catch(() => undefined);
    await expect.poll(async () => (await ofMeeting(ulla)).filter(({ what }) => what === 'Kun en gang').length, { timeout: 20_000 }).toBe(1);
    await town.clearFaults();
    await expect.poll(() => ulla.outbox.state().pending, { timeout: 20_000 }).toBe(0);
    expect((await ofMeeting(ulla)).filter(({ what }) => what === 'Kun en gang')).toHaveLength(1);
  });

  test('of a closed item it stands with the circle alone: in no open list and no version', async () => {
    await add('PLANTET opgave', 'PLANTET', { due: null });
    expect(await named('PLANTET opgave')).toMatchObject({ openness: 'closed' });
    expect(JSON.stringify(await ofMeeting(freja))).not.toContain('PLANTET');
    expect(JSON.stringify((await (await freja.followUp()).ofBoard(board)).followUps)).not.toContain('PLANTET');
    expect(await everythingOpen()).not.toContain('PLANTET');
    await (await ulla.followUp()).settle(board, await named('PLANTET opgave'), 'done');
    expect(await named('PLANTET opgave')).toMatchObject({ state: 'done', openness: 'closed' });
  });

  test('of an item that is closed later it leaves the open list, with all its versions', async () => {
    await add('LUKKES opgave', 'LUKKES');
    const open = await named('LUKKES opgave', freja);
    expect(open.openness).toBe('open');
    const before = file;
    file = await ulla.agenda.closeItem(await opened(ulla), itemOf('LUKKES').id, null);
    expect(await everythingOpen()).not.toContain('LUKKES');
    expect(await named('LUKKES opgave')).toMatchObject({ openness: 'closed', due: '2027-01-15' });
    expect(JSON.stringify(await ofMeeting(freja))).not.toContain('LUKKES');
    // Somebody at the table still has the item open on screen, and writes one more thing.
    await (await ane.followUp()).addFollowUp(before, itemOf('LUKKES'), words('LUKKES, skrevet for sent'));
    expect(await everythingOpen()).not.toContain('LUKKES');
    expect(await named('LUKKES, skrevet for sent')).toMatchObject({ openness: 'closed' });
    // Whoever had it on screen changes nothing, and writes none of its words.
    await expect((await freja.followUp()).changeFollowUp(board, open, { what: 'LUKKES igen' })).rejects.toMatchObject({ name: 'Conflict' });
    expect(await everythingOpen()).not.toContain('LUKKES');
  });

  test('a closing that is cut off before it deletes the open row writes over nothing that came inside since', async () => {
    await add('AFBRUDT opgave', 'AFBRUDT');
    // Rows tell the second in which they were written: the copy is to be made in a later one.
    const second = Math.floor(Date.now() / 1000);
    await expect.poll(() => Math.floor(Date.now() / 1000)).toBeGreaterThan(second);
    await town.fault({ method: 'DELETE', path: '/lists/DagsordenOpfoelgning/', status: 500, code: 'generalException' });
    await expect(ulla.agenda.closeItem(await opened(ulla), itemOf('AFBRUDT').id, null)).rejects.toMatchObject({ name: 'ServerFault' });
    await expect.poll(async () => (await named('AFBRUDT opgave', ane)).openness).toBe('closed');
    await (await ane.followUp()).settle(board, await named('AFBRUDT opgave', ane), 'done');
    await town.clearFaults();
    await ulla.outbox.retry();
    await expect.poll(() => ulla.outbox.state().pending).toBe(0);
    expect(await named('AFBRUDT opgave')).toMatchObject({ openness: 'closed', state: 'done', stateBy: 'Ane Kratholm' });
    expect(await everythingOpen()).not.toContain('AFBRUDT');
    file = await opened(ulla);
  });

  test('of an item that is closed as its agenda is attached anew it leaves the open list too', async () => {
    await add('VEDHÆFTET opgave', 'VEDHÆFTET');
    expect(await everythingOpen()).toContain('VEDHÆFTET opgave');
    const before = await opened(ulla);
    const items = before.agenda.items.map((item): AgendaItem => (item.title.includes('VEDHÆFTET') ? { ...item, openness: 'closed' } : item));
    const base = before.agenda.items;
    file = await ulla.agenda.attachAgenda({ event, board, agenda: { ...before.agenda, items }, base, seen: before }, () => undefined);
    expect(await everythingOpen()).not.toContain('VEDHÆFTET');
    expect(await named('VEDHÆFTET opgave')).toMatchObject({ openness: 'closed' });
  });

  test('a site without the list opens and reads, and says that it is not ready', async () => {
    const path = `/sites/${board.siteId}/lists/DagsordenOpfoelgning`;
    expect((await town.ask('ulla.skarvad', path, { method: 'DELETE' })).status).toBeLessThan(300);
    expect(await (await freja.followUp()).ofMeeting(await opened(freja))).toMatchObject({ followUps: [], isPrepared: false });
    await expect(add('Ingen liste')).rejects.toMatchObject({ name: 'SiteNotPrepared' });
    expect((await opened(freja)).agenda.items[0]?.title).toBe('Nyt');
    board = await ulla.board.prepareBoard(board.teamId, () => undefined);
    await add('Efter klargøring');
    expect(await named('Efter klargøring')).toMatchObject({ state: 'open' });
  });
});
