import { beforeAll, describe, expect, test } from 'vitest';
import type { Commands } from '../../src/commands/commands.ts';
import type { Board, MeetingFile } from '../../src/meeting/meeting.ts';
import { waiting, type Proposal } from '../../src/meeting/proposal.ts';
import { agendaOf, at } from '../meeting/agendas.ts';
import { comingMeeting, fjordby } from './fjordby.ts';

const town = fjordby();
const outsider = 'freja.damsbo';
let ulla: Commands;
let freja: Commands;
let board: Board;
let file: MeetingFile;

beforeAll(async () => {
  ulla = await town.as('ulla.skarvad');
  freja = await town.as(outsider);
  const team = (await ulla.board.listBoards()).find(({ name }) => name === 'Direktionen')!;
  board = await ulla.board.prepareBoard(team.teamId, () => undefined);
  const event = await comingMeeting(ulla, /^Direktionsmøde/);
  file = await ulla.agenda.attachAgenda(
    { event, board, agenda: agendaOf(['1 Nyt', '2 Eventuelt'], { start: at('09.00'), title: 'Direktionsmøde' }) },
    () => undefined,
  );
}, 60_000);

const read = async (commands: Commands) => (await commands.backlog()).readBacklog(board);
const named = async (title: string, commands = ulla): Promise<Proposal> =>
  (await read(commands)).proposals.find((proposal) => proposal.title === title)!;
const propose = async (title: string, words: Partial<Proposal> = {}, commands = freja) =>
  (await commands.backlog()).propose(board, { title, text: '', openness: 'open', deadline: null, ...words });
const meeting = () => ({ pointer: file.pointer, title: 'Direktionsmøde' });
const titles = async () => (await ulla.find.openMeeting(file.pointer)).agenda.items.map(({ title }) => title);
const everythingOpen = async (): Promise<string> => {
  const path = `/sites/${board.siteId}/lists/DagsordenPunktbank/items`;
  const { body } = await town.ask(outsider, `${path}?$expand=fields`);
  const versions = await Promise.all(
    (body as { value: { id: string }[] }).value.map(({ id }) => town.ask(outsider, `${path}/${id}/versions?$expand=fields`)),
  );
  return JSON.stringify([body, versions]);
};

describe('a backlog', () => {
  test('holds what a member proposes, and the secretary takes it into an agenda, before “Eventuelt”', async () => {
    await propose('Ny cykelsti', { text: 'Langs **fjorden**.', deadline: '2026-12-01' });
    expect(waiting((await read(ulla)).proposals)).toMatchObject([
      { title: 'Ny cykelsti', proposer: { name: 'Freja Damsbo' }, deadline: '2026-12-01' },
    ]);
    const proposal = await named('Ny cykelsti');
    const result = await (await ulla.backlog()).takeProposals(meeting(), [proposal]);
    expect(result).toEqual({ taken: [proposal.id], others: [] });
    expect(await titles()).toEqual(['Nyt', 'Ny cykelsti', 'Eventuelt']);
    expect(await named('Ny cykelsti', freja)).toMatchObject({
      state: 'taken',
      taken: { key: file.pointer.key, title: 'Direktionsmøde', by: 'Ulla Skarvad' },
    });
  });

  test('two secretaries who take at once give one item', async () => {
    await propose('Taget af to');
    const proposal = await named('Taget af to');
    const asger = await town.as('asger.moelbjerg');
    await Promise.all([ulla, asger].map(async (each) => (await each.backlog()).takeProposals(meeting(), [proposal])));
    expect((await titles()).filter((title) => title === 'Taget af to')).toHaveLength(1);
  });

  test('what another has withdrawn meanwhile is told, and does not come on the agenda', async () => {
    await propose('Trukket');
    const proposal = await named('Trukket');
    await (await freja.backlog()).changeProposal(board, proposal, { ...proposal, state: 'withdrawn' });
    expect(await (await ulla.backlog()).takeProposals(meeting(), [proposal])).toEqual({ taken: [], others: [proposal.id] });
    expect(await titles()).not.toContain('Trukket');
  });

  test('two who change different things of one proposal both have their way', async () => {
    await propose('Ændret af to');
    const seen = await named('Ændret af to');
    await (await freja.backlog()).changeProposal(board, seen, { ...seen, text: 'Tekst' });
    await (await ulla.backlog()).changeProposal(board, seen, { ...seen, deadline: '2027-02-01' });
    expect(await named('Ændret af to')).toMatchObject({ text: 'Tekst', deadline: '2027-02-01' });
  });

  test('a closed proposal stands in no open list, in no version, and becomes a closed item', async () => {
    await propose('PLANTET personsag', { text: 'PLANTET tekst', openness: 'closed' }, ulla);
    expect((await read(freja)).proposals.map(({ title }) => title)).not.toContain('PLANTET personsag');
    expect((await read(freja)).closedAccess).toBe('no');
    expect(await everythingOpen()).not.toContain('PLANTET');
    await (await ulla.backlog()).takeProposals(meeting(), [await named('PLANTET personsag')]);
    expect((await ulla.find.openMeeting(file.pointer)).agenda.items.find(({ title }) => title === 'PLANTET personsag')?.openness).toBe('closed');
    expect((await freja.find.openMeeting(file.pointer)).agenda.items.map(({ title }) => title)).not.toContain('PLANTET personsag');
    expect(await everythingOpen()).not.toContain('PLANTET');
  });

  test('one that is closed later leaves the open list with all its versions, and can be opened again', async () => {
    await propose('LUKKES senere', { text: 'LUKKES tekst' }, ulla);
    const open = await named('LUKKES senere');
    await (await ulla.backlog()).changeProposal(board, open, { ...open, openness: 'closed' });
    expect(await everythingOpen()).not.toContain('LUKKES');
    const closed = await named('LUKKES senere');
    expect(closed).toMatchObject({ openness: 'closed', text: 'LUKKES tekst', state: 'proposed' });
    // Whoever had it open on screen changes nothing, and writes none of its words.
    await expect((await freja.backlog()).changeProposal(board, open, { ...open, text: 'LUKKES igen' })).rejects.toMatchObject({ name: 'Conflict' });
    expect(await everythingOpen()).not.toContain('LUKKES');
    await (await ulla.backlog()).changeProposal(board, closed, { ...closed, openness: 'open' });
    expect((await read(freja)).proposals.map(({ title }) => title)).toContain('LUKKES senere');
  });

  test('a site without the list still tells, and says that it is not ready', async () => {
    const path = `/sites/${board.siteId}/lists/DagsordenPunktbank`;
    expect((await town.ask('ulla.skarvad', path, { method: 'DELETE' })).status).toBeLessThan(300);
    expect(await read(freja)).toMatchObject({ proposals: [], isPrepared: false });
    await expect(propose('Ingen liste')).rejects.toMatchObject({ name: 'SiteNotPrepared' });
    expect((await freja.find.openMeeting(file.pointer)).agenda.items[0]?.title).toBe('Nyt');
  });
});
