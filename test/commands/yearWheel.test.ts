import { beforeAll, describe, expect, test } from 'vitest';
import type { Commands } from '../../src/commands/commands.ts';
import type { Board } from '../../src/meeting/meeting.ts';
import type { YearEntry } from '../../src/meeting/yearWheel.ts';
import { fjordby } from './fjordby.ts';

const town = fjordby();
let ulla: Commands;
let board: Board;

beforeAll(async () => {
  ulla = await town.as('ulla.skarvad');
  const team = (await ulla.board.listBoards()).find(({ name }) => name === 'Direktionen')!;
  board = await ulla.board.prepareBoard(team.teamId, () => undefined);
}, 60_000);

const backlog = () => ulla.backlog();
const entries = async () => (await (await backlog()).readBacklog(board)).entries;
const named = async (title: string): Promise<YearEntry> => (await entries()).find((entry) => entry.title === title)!;
const added = async (title: string): Promise<YearEntry> => {
  await (await backlog()).addYearEntry(board, { title, text: '', openness: 'open', month: 3, owner: null });
  return named(title);
};
const everythingOpen = async (): Promise<string> =>
  JSON.stringify((await town.ask('freja.damsbo', `/sites/${board.siteId}/lists/DagsordenAarshjul/items?$expand=fields`)).body);

describe('what stands on the year wheel', () => {
  test('is changed, and two who change different things of it both have their way', async () => {
    const seen = await added('Budget');
    await (await backlog()).changeYearEntry(board, seen, { ...seen, month: 9 });
    await (await backlog()).changeYearEntry(board, seen, { ...seen, text: 'Begynd i august' });
    expect(await named('Budget')).toMatchObject({ month: 9, text: 'Begynd i august' });
    await expect((await backlog()).changeYearEntry(board, seen, { ...seen, month: 10 })).rejects.toMatchObject({ name: 'Conflict' });
  });

  test('is taken away as it was read, and not when another has changed it since', async () => {
    const seen = await added('Tilsyn');
    await (await backlog()).changeYearEntry(board, seen, { ...seen, title: 'Årligt tilsyn' });
    await expect((await backlog()).removeYearEntry(board, seen)).rejects.toMatchObject({ name: 'Conflict' });
    const now = await named('Årligt tilsyn');
    await (await backlog()).removeYearEntry(board, now);
    await (await backlog()).removeYearEntry(board, now);
    expect((await entries()).map(({ title }) => title)).not.toContain('Årligt tilsyn');
    await expect((await backlog()).changeYearEntry(board, now, { ...now, month: 1 })).rejects.toMatchObject({ name: 'Conflict' });
  });

  test('is closed with all that it said, and opened again, under the name its turns are known by', async () => {
    const open = await added('PLANTET lønforhandling');
    await (await backlog()).changeYearEntry(board, open, { ...open, openness: 'closed' });
    expect(await everythingOpen()).not.toContain('PLANTET');
    const closed = await named('PLANTET lønforhandling');
    expect(closed).toMatchObject({ id: open.id, openness: 'closed' });
    await (await backlog()).changeYearEntry(board, closed, { ...closed, openness: 'open', title: 'Lønforhandling' });
    expect(await named('Lønforhandling')).toMatchObject({ id: open.id, openness: 'open' });
    expect(await entries()).toHaveLength(new Set((await entries()).map(({ id }) => id)).size);
  });
});
