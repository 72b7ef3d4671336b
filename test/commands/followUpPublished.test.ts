import { beforeAll, describe, expect, test } from 'vitest';
import type { Commands } from '../../src/commands/commands.ts';
import type { FollowUp } from '../../src/meeting/followUp.ts';
import type { Board, MeetingFile } from '../../src/meeting/meeting.ts';
import { treatmentOf } from '../../src/meeting/run.ts';
import { checkSeal } from '../../src/meeting/seal.ts';
import { agendaOf, at } from '../meeting/agendas.ts';
import { comingMeeting, fjordby } from './fjordby.ts';

const town = fjordby();
const outsider = 'freja.damsbo';
let ulla: Commands;
let freja: Commands;
let board: Board;
let file: MeetingFile;

const now = async (commands = ulla) => commands.find.openMeeting(file.pointer);
const add = async (title: string, what: string, due: string | null, who = 'ane.kratholm', name = 'Ane Kratholm') => {
  const item = file.agenda.items.find((each) => each.title === title)!;
  const owner = { id: null, name, email: `${who}@fjordby.example` };
  await (await ulla.followUp()).addFollowUp(await now(), item, { what, owner, due, decision: null });
};
const decideAnew = async (decision: string) => {
  const before = await now();
  await ulla.minutes.recordTreatment(before, { ...treatmentOf(before.agenda, before.treatments, before.agenda.items[0]!), decision });
};
const named = async (what: string): Promise<FollowUp> =>
  (await (await ulla.followUp()).ofMeeting(await now())).followUps.find((one) => one.what === what)!;
const bytes = async (commands: Commands, format: 'md' | 'json' | 'html', edition: 'open' | 'closed') =>
  new TextDecoder().decode((await commands.exports.makeFile(await now(commands), { what: 'minutes', format, edition, itemId: null })).bytes);

beforeAll(async () => {
  ulla = await town.as('ulla.skarvad');
  freja = await town.as(outsider);
  const team = (await ulla.board.listBoards()).find(({ name }) => name === 'Direktionen')!;
  board = await ulla.board.prepareBoard(team.teamId, () => undefined);
  const event = await comingMeeting(ulla, /^Direktionsmøde/);
  const agenda = agendaOf(['1 Havnen', '2 Personsag (lukket)'], { start: at('09.00'), title: 'Direktionsmøde' });
  file = await ulla.agenda.attachAgenda({ event, board, agenda }, () => undefined);
  for (const item of file.agenda.items) {
    const before = await now();
    await ulla.minutes.recordTreatment(before, {
      ...treatmentOf(before.agenda, before.treatments, item),
      outcome: 'approved',
      decision: 'Godkendt.',
    });
  }
  await add('Havnen', 'Indhente *tilbud* på kajen', '2027-01-15');
  await add('Personsag', 'PLANTET advokat', null);
}, 60_000);

describe('published minutes', () => {
  test('print what is to be done with who and by when: page, message, file and record', async () => {
    const shown = await ulla.publish.previewPublication(await now());
    expect(shown.digestHtml).toContain('Opfølgning: Indhente *tilbud* på kajen (ansvarlig: Ane Kratholm, frist: 15. januar 2027)');
    expect(JSON.stringify(shown.outsiders) + shown.digestHtml).not.toContain('PLANTET');
    await ulla.publish.publishMinutes(await now(), () => undefined);
    const { minutes } = await now();
    expect(minutes!.lines.map(({ followUps }) => followUps)).toEqual([
      [{ what: 'Indhente *tilbud* på kajen', owner: 'Ane Kratholm', due: '2027-01-15' }],
      [{ what: 'PLANTET advokat', owner: 'Ane Kratholm', due: null }],
    ]);
    const closed = await bytes(ulla, 'md', 'closed');
    expect(closed).toContain('Opfølgning');
    expect(closed).toContain('Indhente \\*tilbud\\* på kajen (ansvarlig: Ane Kratholm, frist: 15. januar 2027)');
    expect(closed.indexOf('Godkendt')).toBeLessThan(closed.indexOf('Indhente'));
    expect(closed).toContain('PLANTET advokat');
    for (const format of ['md', 'html', 'json'] as const) expect(await bytes(ulla, format, 'open')).not.toContain('PLANTET');
    expect(await checkSeal(minutes!)).toMatchObject({ state: 'intact' });
  });

  test('tell an outsider nothing of what follows from a closed item', async () => {
    const theirs = await now(freja);
    expect(theirs.minutes?.lines[0]?.followUps).toHaveLength(1);
    expect(JSON.stringify(theirs)).not.toContain('PLANTET');
    const path = `/sites/${board.siteId}/lists/DagsordenReferat/items?$expand=fields`;
    expect(JSON.stringify(await town.ask(outsider, path))).not.toContain('PLANTET');
    const { body } = await town.ask(outsider, `/teams/${board.teamId}/channels/${board.channelId}/messages`);
    expect(JSON.stringify(body)).toContain('Indhente');
    expect(JSON.stringify(body)).not.toContain('PLANTET');
  });

  test('stand as they were when it is done or given up afterwards: that is no correction', async () => {
    const one = await named('Indhente *tilbud* på kajen');
    await (await ulla.followUp()).settle(board, one, 'done');
    expect((await ulla.publish.previewPublication(await now())).corrections).toBeNull();
    await new Promise((resolve) => setTimeout(resolve, 1100)); // rows keep whole seconds
    await (await ulla.followUp()).settle(board, await named(one.what), 'dropped');
    expect((await ulla.publish.previewPublication(await now())).corrections).toBeNull();
    expect((await now()).minutes?.lines[0]?.followUps).toHaveLength(1);
  });

  test('are corrected by a new edition where something more is to be done', async () => {
    await add('Havnen', 'Orientere naboer', '2027-02-01');
    const shown = await ulla.publish.previewPublication(await now());
    expect(shown.corrections?.lines.map(({ now: line }) => line?.title)).toEqual(['Havnen']);
    await add('Havnen', 'Skrive til udvalget', null, 'palle.ebbesoe', 'Palle Ebbesø');
    const told = await ulla.publish.previewPublication(await now(), true);
    // Of a closed item nobody is told; what is done needs no reminder; who is not in the team stands there by name.
    expect([told.owners.map(({ name }) => name).sort(), told.onlyNamed]).toEqual([['Ane Kratholm', 'Palle Ebbesø'], ['Palle Ebbesø']]);
    expect(told.digestHtml).toContain('<p>Opfølgning: <at id="0">Ane Kratholm</at>, Palle Ebbesø</p>');
    expect(shown.digestHtml).not.toContain('<at');
    await ulla.publish.publishMinutes(await now(), () => undefined, true, true);
    const { minutes } = await now();
    const { body } = await town.ask('ulla.skarvad', `/teams/${board.teamId}/channels/${board.channelId}/messages?$expand=replies`);
    const mentions = (body as { value: { replies: { mentions: object[] }[] }[] }).value.flatMap(({ replies }) =>
      replies.flatMap((each) => each.mentions),
    );
    expect(mentions).toMatchObject([{ mentionText: 'Ane Kratholm', mentioned: { user: { id: town.idOf('ane.kratholm') } } }]);
    expect([minutes?.version, minutes?.lines[0]?.followUps?.map(({ what }) => what).sort()]).toEqual([
      2,
      ['Indhente *tilbud* på kajen', 'Orientere naboer', 'Skrive til udvalget'],
    ]);
  });

  test('keep through every later edition what they printed before it was given up', async () => {
    expect((await ulla.publish.previewPublication(await now())).corrections).toBeNull();
    await decideAnew('Godkendt med bemærkninger.');
    await ulla.publish.publishMinutes(await now(), () => undefined, true);
    const { minutes } = await now();
    expect([minutes?.version, minutes?.lines[0]?.followUps?.length]).toEqual([3, 3]);
    expect((await ulla.publish.previewPublication(await now())).corrections).toBeNull();
  });

  test('print the day as the meeting had it where its owner has moved it in their own To Do: that is no correction', async () => {
    const ane = await town.as('ane.kratholm');
    const mine = async () => (await (await ane.followUp()).mine(board)).followUps.map((one) => ({ place: board, one }));
    const one = await named('Orientere naboer');
    await (await ane.followUp()).putInToDo(board, one, 'Referat');
    const lists = (await town.ask('ane.kratholm', '/me/todo/lists')).body as { value: { id: string }[] };
    const path = `/me/todo/lists/${lists.value[0]!.id}/tasks`;
    const tasks = (await town.ask('ane.kratholm', path)).body as { value: { id: string }[] };
    const dueDateTime = { dateTime: '2027-03-01T00:00:00', timeZone: 'UTC' };
    await town.ask('ane.kratholm', `${path}/${tasks.value[0]!.id}`, { method: 'PATCH', body: { dueDateTime } });
    await (await ane.followUp()).keepInStep(await mine());
    expect((await named('Orientere naboer')).due).toBe('2027-03-01');
    expect((await ulla.publish.previewPublication(await now())).corrections).toBeNull();
    await (await ulla.followUp()).changeFollowUp(board, await named('Orientere naboer'), { due: '2027-02-02' });
    expect((await ulla.publish.previewPublication(await now())).corrections).not.toBeNull();
    await (await ulla.followUp()).changeFollowUp(board, await named('Orientere naboer'), { due: '2027-02-01' });
    expect((await ulla.publish.previewPublication(await now())).corrections).toBeNull();
  });

  test('never print what was written and given up after they were published', async () => {
    await add('Havnen', 'FEJL', null);
    await (await ulla.followUp()).settle(board, await named('FEJL'), 'dropped');
    const shown = await ulla.publish.previewPublication(await now());
    expect([shown.corrections, shown.members.lines[0]?.followUps?.length]).toEqual([null, 3]);
    await decideAnew('Godkendt.');
    await ulla.publish.publishMinutes(await now(), () => undefined, true);
    expect((await now()).minutes?.version).toBe(4);
    expect(JSON.stringify((await now()).minutes)).not.toContain('FEJL');
  });

  test('lose what follows from an item that is closed afterwards, in every edition everybody reads', async () => {
    const item = file.agenda.items[0]!;
    const closed = await ulla.agenda.closeItem(await now(), item.id, null);
    await ulla.publish.closeInMinutes(closed, item.id);
    const path = `/sites/${board.siteId}/lists/DagsordenReferat/items?$expand=fields`;
    expect(JSON.stringify(await town.ask(outsider, path))).not.toMatch(/Indhente|Orientere/);
    expect(JSON.stringify((await now(freja)).minutes)).not.toMatch(/Indhente|Orientere/);
    expect(JSON.stringify((await now()).minutes)).toContain('Orientere');
  });
});
