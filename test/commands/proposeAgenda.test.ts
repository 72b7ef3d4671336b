import { beforeAll, describe, expect, test } from 'vitest';
import type { Commands } from '../../src/commands/commands.ts';
import { itemsOfLines, type ProposedLine } from '../../src/meeting/agendaProposal.ts';
import { homeworkOf, withHomework } from '../../src/meeting/homework.ts';
import type { Board, CalendarEvent, MeetingFile } from '../../src/meeting/meeting.ts';
import { isoDay } from '../../src/meeting/danishTime.ts';
import { agendaOf, at } from '../meeting/agendas.ts';
import { fjordby } from './fjordby.ts';

const town = fjordby();
let ulla: Commands;
let board: Board;
let first: MeetingFile;
let next: CalendarEvent;

/** Two of the coming meetings that Ulla calls: an earlier and a later one. */
beforeAll(async () => {
  ulla = await town.as('ulla.skarvad');
  const team = (await ulla.board.listBoards()).find(({ name }) => name === 'Direktionen')!;
  board = await ulla.board.prepareBoard(team.teamId, () => undefined);
  const mine = (await ulla.find.listMyMeetings(new Date(), new Date(Date.now() + 60 * 86_400_000))).filter(
    (event) => event.iAmOrganizer && !event.cancelled && event.pointer === null,
  );
  const [one, two] = mine.sort((a, b) => Date.parse(a.start) - Date.parse(b.start));
  next = two!;
  const agenda = agendaOf(['1 Nyt', '2 Udsat sag', '3 Lukket sag', '4 Afgjort sag', '5 Eventuelt'], { start: at('09.00'), title: 'Første møde' });
  const items = agenda.items.map((item) => ({
    ...item,
    openness: item.title === 'Lukket sag' ? ('closed' as const) : item.openness,
    standing: item.title === 'Nyt' || item.title === 'Eventuelt',
    sections: withHomework([], [{ what: 'Læs sagen', owner: null, due: null }], 'da'),
  }));
  first = await ulla.agenda.attachAgenda({ event: one!, board, agenda: { ...agenda, items } }, () => undefined);
  for (const [title, outcome] of [
    ['Udsat sag', 'deferred'],
    ['Lukket sag', 'deferred'],
    ['Afgjort sag', 'approved'],
  ] as const) {
    const item = first.agenda.items.find((each) => each.title === title)!;
    await ulla.minutes.recordTreatment(first, {
      itemId: item.id,
      openness: item.openness,
      outcome,
      decision: '',
      publicDecision: '',
      notTreated: false,
    });
  }
}, 60_000);

const propose = async (): Promise<readonly ProposedLine[]> => (await (await ulla.backlog()).proposeAgenda(board, next)).lines;
const told = (lines: readonly ProposedLine[]) => lines.map(({ because, item }) => `${because}: ${item.title}`);

describe('a new agenda', () => {
  test('begins with standing items, what was deferred, with where it came from, and what waits in the backlog', async () => {
    await (await ulla.backlog()).propose(board, { title: 'Fra punktbanken', text: '', openness: 'open', deadline: null });
    const lines = await propose();
    expect(told(lines)).toEqual([
      'standing: Nyt',
      'standing: Eventuelt',
      'comesBack: Udsat sag',
      'comesBack: Lukket sag',
      'backlog: Fra punktbanken',
    ]);
    const back = lines.find(({ item }) => item.title === 'Udsat sag')!;
    expect(lines.flatMap(({ item }) => homeworkOf(item))).toEqual([]);
    expect(back.item.sections.at(-1)?.text).toContain(encodeURIComponent(first.pointer.key));
    expect(lines.find(({ item }) => item.title === 'Lukket sag')?.item.openness).toBe('closed');
    expect(lines.filter(({ ticked }) => !ticked).map(({ item }) => item.title)).toEqual(['Fra punktbanken']);
  });

  test('takes what was kept, once; what was left out waits in the backlog; nothing is proposed twice', async () => {
    const { lines, numbering } = await (await ulla.backlog()).proposeAgenda(board, next);
    const items = itemsOfLines(
      lines.filter(({ item }) => item.title !== 'Lukket sag'),
      numbering,
    );
    expect(items.map(({ number, title }) => `${number} ${title}`)).toEqual(['1 Nyt', '2 Udsat sag', '3 Fra punktbanken', '4 Eventuelt']);
    const file = await ulla.agenda.attachAgenda({ event: next, board, agenda: { ...agendaOf([]), title: 'Andet møde', items } }, () => undefined);
    await (await ulla.backlog()).settleAgenda(file);
    await (await ulla.backlog()).settleAgenda(file);
    const { proposals } = await (await ulla.backlog()).readBacklog(board);
    expect(proposals.map(({ title, state, openness }) => `${title} ${state} ${openness}`).sort()).toEqual([
      'Fra punktbanken taken open',
      'Lukket sag proposed closed',
      'Udsat sag taken open',
    ]);
    expect((await ulla.find.openMeeting(file.pointer)).agenda.items).toHaveLength(4);
    expect(told(await propose())).toEqual(['standing: Nyt', 'standing: Eventuelt', 'comesBack: Lukket sag']);
  });

  test('what returns each year is proposed in its month, and once a year', async () => {
    const month = Number(isoDay(next.start).slice(5, 7));
    const backlog = await ulla.backlog();
    await backlog.addYearEntry(board, { title: 'Årsregnskab', text: '', openness: 'open', month, owner: null });
    await backlog.addYearEntry(board, { title: 'Anden måned', text: '', openness: 'open', month: (month % 12) + 1, owner: null });
    await backlog.addYearEntry(board, { title: 'Lukket årligt', text: '', openness: 'closed', month, owner: null });
    const year = (await propose()).filter(({ because }) => because === 'wheel');
    expect(year.map(({ item }) => `${item.title} ${item.openness}`)).toEqual(['Årsregnskab open', 'Lukket årligt closed']);
    const file = await ulla.find.openMeeting(
      (await backlog.readBacklog(board)).proposals.find(({ taken }) => taken !== null)!.taken!.key === next.key
        ? { siteId: board.siteId, closedSiteId: board.closedSiteId, key: next.key }
        : first.pointer,
    );
    const item = year[0]!.item;
    await backlog.settleAgenda({ ...file, agenda: { ...file.agenda, items: [...file.agenda.items, item] } });
    expect((await propose()).filter(({ because }) => because === 'wheel').map(({ item }) => item.title)).toEqual(['Lukket årligt']);
    const open = await town.ask('freja.damsbo', `/sites/${board.siteId}/lists/DagsordenAarshjul/items?$expand=fields`);
    expect(JSON.stringify(open.body)).not.toContain('Lukket årligt');
  });

  test('nothing closed of it stands in the open list', async () => {
    const { body } = await town.ask('freja.damsbo', `/sites/${board.siteId}/lists/DagsordenPunktbank/items?$expand=fields`);
    expect(JSON.stringify(body)).not.toContain('Lukket sag');
  });
});
