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
const add = async (title: string, what: string, due: string | null) => {
  const item = file.agenda.items.find((each) => each.title === title)!;
  const owner = { id: null, name: 'Ane Kratholm', email: 'ane.kratholm@fjordby.example' };
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
    await ulla.publish.publishMinutes(await now(), () => undefined, true);
    const { minutes } = await now();
    expect([minutes?.version, minutes?.lines[0]?.followUps?.map(({ what }) => what)]).toEqual([
      2,
      ['Indhente *tilbud* på kajen', 'Orientere naboer'],
    ]);
  });

  test('keep through every later edition what they printed before it was given up', async () => {
    expect((await ulla.publish.previewPublication(await now())).corrections).toBeNull();
    await decideAnew('Godkendt med bemærkninger.');
    await ulla.publish.publishMinutes(await now(), () => undefined, true);
    const { minutes } = await now();
    expect([minutes?.version, minutes?.lines[0]?.followUps?.length]).toEqual([3, 2]);
    expect((await ulla.publish.previewPublication(await now())).corrections).toBeNull();
  });

  test('never print what was written and given up after they were published', async () => {
    await add('Havnen', 'FEJL', null);
    await (await ulla.followUp()).settle(board, await named('FEJL'), 'dropped');
    const shown = await ulla.publish.previewPublication(await now());
    expect([shown.corrections, shown.members.lines[0]?.followUps?.length]).toEqual([null, 2]);
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
