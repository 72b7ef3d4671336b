import { beforeAll, describe, expect, test } from 'vitest';
import type { Commands, PlacedFollowUp } from '../../src/commands/commands.ts';
import type { FollowUp } from '../../src/meeting/followUp.ts';
import type { Board, MeetingFile } from '../../src/meeting/meeting.ts';
import { agendaOf, at } from '../meeting/agendas.ts';
import { comingMeeting, fjordby } from './fjordby.ts';

interface Task {
  readonly id: string;
  readonly title: string;
  readonly status: string;
  readonly dueDateTime?: { readonly dateTime: string };
  readonly linkedResources: readonly { readonly webUrl: string; readonly externalId: string; readonly applicationName: string }[];
}

const town = fjordby();
let ulla: Commands;
let ane: Commands;
let board: Board;
let file: MeetingFile;

beforeAll(async () => {
  ulla = await town.as('ulla.skarvad');
  ane = await town.as('ane.kratholm');
  const team = (await ulla.board.listBoards()).find(({ name }) => name === 'Direktionen')!;
  board = await ulla.board.prepareBoard(team.teamId, () => undefined);
  const agenda = agendaOf(['1 Nyt', '2 Eventuelt'], { start: at('09.00'), title: 'Direktionsmøde' });
  file = await ulla.agenda.attachAgenda({ event: await comingMeeting(ulla, /^Direktionsmøde/), board, agenda }, () => undefined);
}, 60_000);

const mine = async (): Promise<readonly PlacedFollowUp[]> =>
  (await (await ane.followUp()).mine(board)).followUps.map((one) => ({ place: board, one }));
const named = async (what: string): Promise<FollowUp> => (await mine()).find(({ one }) => one.what === what)!.one;
const lists = async () => ((await town.ask('ane.kratholm', '/me/todo/lists')).body as { value: { id: string }[] }).value.map(({ id }) => id);
const tasks = async (title: string): Promise<(Task & { readonly list: string })[]> =>
  (
    await Promise.all(
      (await lists()).map(async (list) => {
        const { body } = await town.ask('ane.kratholm', `/me/todo/lists/${list}/tasks?$expand=linkedResources&$top=100`);
        return (body as { value: Task[] }).value.map((task) => ({ ...task, list }));
      }),
    )
  )
    .flat()
    .filter((task) => task.title === title);
const inToDo = async (what: string): Promise<void> => {
  const owner = { id: null, name: 'Ane Kratholm', email: 'ane.kratholm@fjordby.example' };
  await (await ulla.followUp()).addFollowUp(file, file.agenda.items[0]!, { what, owner, due: '2027-01-15', decision: null });
  await (await ane.followUp()).putInToDo(board, await named(what), 'Referat: Direktionsmøde');
};
const mark = async (what: string, status: string): Promise<void> => {
  const [task] = await tasks(what);
  await town.ask('ane.kratholm', `/me/todo/lists/${task!.list}/tasks/${task!.id}`, { method: 'PATCH', body: { status } });
};
const look = async () => (await ane.followUp()).keepInStep(await mine());

describe('a task of mine in my To Do', () => {
  test('has its day and a link back to the item of the minutes, and the row knows of it', async () => {
    await inToDo('Indhente tilbud');
    const [task, more] = await tasks('Indhente tilbud');
    expect(more).toBeUndefined();
    expect(task).toMatchObject({
      status: 'notStarted',
      linkedResources: [{ applicationName: 'Dagsorden', externalId: (await named('Indhente tilbud')).id }],
    });
    expect(task!.dueDateTime!.dateTime).toMatch(/^2027-01-15/);
    expect(task!.linkedResources[0]!.webUrl).toMatch(/^https:.*referat.*i=item-1/);
    expect((await named('Indhente tilbud')).toDoDone).toBe(false);
  });

  test.each(['before', 'after'])('is made once where the connection is cut %s it is made', async (cut) => {
    await town.fault({ method: 'POST', path: '/todo/lists/[^/]+/tasks', cut, count: 1, name: 'cut' });
    await inToDo(`Kun en, ${cut}`).catch(() => undefined);
    await expect.poll(() => ane.outbox.state().pending, { timeout: 30_000 }).toBe(0);
    await town.clearFaults();
    expect(await tasks(`Kun en, ${cut}`)).toHaveLength(1);
    await (await ane.followUp()).putInToDo(board, await named(`Kun en, ${cut}`), 'Referat');
    expect(await tasks(`Kun en, ${cut}`)).toHaveLength(1);
    expect((await named(`Kun en, ${cut}`)).toDoDone).toBe(false);
  });

  test('done there is done here, opened again there is open here', async () => {
    await inToDo('Fra To Do');
    await mark('Fra To Do', 'completed');
    await look();
    expect(await named('Fra To Do')).toMatchObject({ state: 'done', stateBy: 'Ane Kratholm', toDoDone: true });
    await mark('Fra To Do', 'notStarted');
    await look();
    expect(await named('Fra To Do')).toMatchObject({ state: 'open', toDoDone: false });
    expect(await look()).toBe(0);
  });

  test('done here, by whomever, is done there, and open again there when it is open here', async () => {
    await inToDo('Fra Dagsorden');
    await (await ulla.followUp()).settle(board, await named('Fra Dagsorden'), 'done');
    await look();
    expect((await tasks('Fra Dagsorden'))[0]?.status).toBe('completed');
    await (await ane.followUp()).settle(board, await named('Fra Dagsorden'), 'open');
    await look();
    expect((await tasks('Fra Dagsorden'))[0]?.status).toBe('notStarted');
    expect(await look()).toBe(0);
  });

  test('goes along when its day is moved here, and moves it here when it is moved there', async () => {
    const what = 'Flytter sig';
    await inToDo(what);
    const dayThere = async () => (await tasks(what))[0]!.dueDateTime?.dateTime.slice(0, 10) ?? null;
    const moveThere = async (dueDateTime: object | null) => {
      const [task] = await tasks(what);
      await town.ask('ane.kratholm', `/me/todo/lists/${task!.list}/tasks/${task!.id}`, { method: 'PATCH', body: { dueDateTime } });
    };
    const moveHere = async (due: string | null) => (await ulla.followUp()).changeFollowUp(board, await named(what), { due });
    await moveHere('2027-02-01');
    expect(await look()).toBe(1);
    expect([await dayThere(), (await named(what)).due]).toEqual(['2027-02-01', '2027-02-01']);
    // Midnight in Denmark is the day before at UTC.
    await moveThere({ dateTime: '2027-02-28T23:00:00.0000000', timeZone: 'UTC' });
    expect(await look()).toBe(1);
    expect(await named(what)).toMatchObject({ due: '2027-03-01', toDoDue: '2027-03-01', decidedDue: '2027-02-01' });
    await moveThere(null);
    await look();
    expect(await named(what)).toMatchObject({ due: null, decidedDue: '2027-02-01' });
    // Both at once: the meeting's day counts.
    await moveThere({ dateTime: '2027-05-01T00:00:00', timeZone: 'UTC' });
    await moveHere('2027-04-01');
    await look();
    expect([await dayThere(), await named(what)]).toMatchObject(['2027-04-01', { due: '2027-04-01', decidedDue: null }]);
    await moveHere(null);
    await look();
    expect(await dayThere()).toBeNull();
    expect(await look()).toBe(0);
  });

  test('that was moved to another list is found there; one that was deleted is no longer told of', async () => {
    await inToDo('Flyttet');
    const other = (await town.ask('ane.kratholm', '/me/todo/lists', { method: 'POST', body: { displayName: 'Havnen' } })).body as { id: string };
    const [task] = await tasks('Flyttet');
    const { linkedResources } = task!;
    const links = linkedResources.map(({ webUrl, externalId, applicationName }) => ({ webUrl, externalId, applicationName }));
    await town.ask('ane.kratholm', `/me/todo/lists/${other.id}/tasks`, { method: 'POST', body: { title: 'Flyttet', linkedResources: links } });
    await town.ask('ane.kratholm', `/me/todo/lists/${task!.list}/tasks/${task!.id}`, { method: 'DELETE' });
    await mark('Flyttet', 'completed');
    await look();
    expect(await named('Flyttet')).toMatchObject({ state: 'done' });
    const [moved] = await tasks('Flyttet');
    await town.ask('ane.kratholm', `/me/todo/lists/${moved!.list}/tasks/${moved!.id}`, { method: 'DELETE' });
    await look();
    expect(await named('Flyttet')).toMatchObject({ state: 'done', toDoDone: null });
  });

  test('is asked for by nobody who has put nothing there', async () => {
    await town.emptyLog();
    const ofUlla = (await (await ulla.followUp()).mine(board)).followUps.map((one) => ({ place: board, one }));
    await (await ulla.followUp()).keepInStep(ofUlla);
    await ulla.find.openMeeting(file.pointer);
    expect((await town.log()).filter(({ path }) => path.includes('/todo/'))).toEqual([]);
  });

  test('is nobody else’s: another owner’s To Do does not take it along', async () => {
    await inToDo('Givet videre');
    await (
      await ulla.followUp()
    ).changeFollowUp(board, await named('Givet videre'), {
      owner: { id: null, name: 'Asger Mølbjerg', email: 'asger.moelbjerg@fjordby.example' },
    });
    const open = (await (await ulla.followUp()).ofBoard(board)).followUps.find(({ what }) => what === 'Givet videre');
    expect(open).toMatchObject({ owner: { id: town.idOf('asger.moelbjerg') }, toDoDone: null });
  });

  test('is told of by name to whoever closes its item, and stays its owner’s', async () => {
    await inToDo('LUKKES med punktet');
    const now = await ulla.find.openMeeting(file.pointer);
    const { copies } = await ulla.agenda.copiesOfItem(now, file.agenda.items[0]!.id);
    expect(copies.find(({ place }) => place === 'toDo')).toMatchObject({ remedy: 'told', people: [{ name: 'Ane Kratholm' }] });
    await ulla.agenda.closeItem(now, file.agenda.items[0]!.id, null);
    expect((await town.ask('freja.damsbo', `/sites/${board.siteId}/lists/DagsordenOpfoelgning/items?$expand=fields`)).body).toMatchObject({
      value: [],
    });
    await mark('LUKKES med punktet', 'completed');
    await look();
    expect(await named('LUKKES med punktet')).toMatchObject({ state: 'done', openness: 'closed' });
  });
});
