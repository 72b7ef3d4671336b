import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Commands } from '../../src/commands/commands.ts';
import { asItemId } from '../../src/meeting/ids.ts';
import type { Board, MeetingFile, Treatment } from '../../src/meeting/meeting.ts';
import { plainProfile } from '../../src/meeting/profile.ts';
import { treatmentOf } from '../../src/meeting/run.ts';
import { agendaOf, at } from '../meeting/agendas.ts';
import { fjordby } from './fjordby.ts';

/** A decision whose pane died between its write and its last look at the approval. */
const town = fjordby();
const [secretary, colleague] = ['ulla.skarvad', 'ane.kratholm'];

let board: Board;
let ulla: Commands;
let ane: Commands;
let file: MeetingFile;
let turn = 0;

/** While it is true, no decision leaves Ulla's pane, which tries again by itself. */
let cutOff = false;

beforeAll(async () => {
  ulla = await town.as(secretary, undefined, {
    network: async (input, init) => {
      const request = new Request(input, init);
      if (cutOff && request.method === 'PATCH' && request.url.includes('DagsordenBehandling')) throw new TypeError('fetch failed');
      return fetch(request);
    },
  });
  ane = await town.as(colleague);
  const team = (await ulla.board.listBoards()).find((choice) => choice.name === 'Direktionen')!;
  board = await ulla.board.prepareBoard(team.teamId, () => undefined);
  const { profile } = await ulla.profile.readProfile(board);
  await ulla.profile.saveRules(board, profile.rules, { ...plainProfile.rules, approval: 'signatures' });
});

const now = () => ulla.find.openMeeting(file.pointer);
const decisionOf = async (place: number): Promise<string> => treatmentAt(await now(), place).decision;
const treatmentAt = (read: MeetingFile, place: number): Treatment => treatmentOf(read.agenda, read.treatments, read.agenda.items[place]!);
const record = async (commands: Commands, read: MeetingFile, place: number, decision: string): Promise<void> =>
  void (await commands.minutes.recordTreatment(read, { ...treatmentAt(read, place), outcome: 'approved', decision }));

/** Decided minutes that Ane is asked to look through. */
beforeEach(async () => {
  turn += 1;
  const plain = agendaOf(['1 Budget', '2 Anlæg'], { start: at('08.30'), title: `Direktionsmøde ${turn}` });
  const agenda = { ...plain, items: plain.items.map((item) => ({ ...item, id: asItemId(`${turn}-${item.id}`) })) };
  const found = await newEvent(agenda.title);
  file = await ulla.agenda.attachAgenda({ event: found, board, agenda }, () => undefined);
  for (const place of [0, 1]) await record(ulla, await now(), place, 'Godkendt.');
  await ulla.approval.sendToReview(await now(), [{ id: town.idOf(colleague), name: 'Ane Kratholm', email: `${colleague}@fjordby.example` }], null);
});

async function newEvent(subject: string) {
  const day = new Date(Date.now() + (2 + turn) * 86_400_000).toISOString().slice(0, 10);
  const when = (time: string) => ({ dateTime: `${day}T${time}:00`, timeZone: 'Europe/Copenhagen' });
  const attendees = [{ type: 'required', emailAddress: { address: `${colleague}@fjordby.example`, name: 'Ane Kratholm' } }];
  const made = await town.ask(secretary, '/me/events', {
    method: 'POST',
    body: { subject, start: when('08:30'), end: when('10:00'), attendees },
  });
  expect(made.status).toBe(201);
  return (await ulla.find.findEvent((made.body as { id: string }).id)).event!;
}

/** Ulla's decision leaves her pane, which dies; Ane approves what she saw; and where it `arrives`, the write takes effect then, and nobody looks at the approval after it. */
async function diesAfterItsWrite(decision: string, arrives: boolean): Promise<void> {
  const read = await now();
  const { draft } = await ane.approval.howItStands(await ane.find.openMeeting(file.pointer));
  cutOff = true;
  await expect(record(ulla, read, 0, decision)).rejects.toMatchObject({ name: 'Offline' });
  await ane.approval.approve(file, draft!);
  const before = treatmentAt(read, 0);
  const pointer = { siteId: board.siteId, closedSiteId: board.closedSiteId, key: file.pointer.key };
  if (arrives) await town.storeOf(secretary).putTreatment(pointer, before, { ...before, outcome: 'approved', decision });
  cutOff = false;
}

describe('a decision that was written, and whose pane died before it looked at the approval last', () => {
  const goesOn = async (): Promise<void> => {
    await ulla.outbox.retry();
    expect(ulla.outbox.state()).toMatchObject({ pending: 0, stuck: [{ command: 'recordTreatment', failure: { name: 'MinutesApproved' } }] });
    await ulla.outbox.drop(ulla.outbox.state().stuck[0]!.id);
  };

  test('is taken back when its order is resumed, and told as refused: what was approved stands', async () => {
    await diesAfterItsWrite('Forkastet.', true);
    expect(await decisionOf(0)).toBe('Forkastet.');
    await goesOn();
    expect(await decisionOf(0)).toBe('Godkendt.');
    expect((await ulla.approval.howItStands(await now())).changed).toBe(false);
  });

  test('is taken back alone: what was noted at another item stands', async () => {
    await diesAfterItsWrite('Godkendt.\n\nOg tilføjet.', true);
    const pointer = { siteId: board.siteId, closedSiteId: board.closedSiteId, key: file.pointer.key };
    const other = treatmentAt(await now(), 1);
    await town.storeOf(secretary).putTreatment(pointer, other, { ...other, notes: 'Husk bilaget.' });
    await goesOn();
    expect(await decisionOf(0)).toBe('Godkendt.');
    expect(treatmentAt(await now(), 1).notes).toBe('Husk bilaget.');
  });

  test('changes nothing where the write never arrived', async () => {
    await diesAfterItsWrite('Forkastet.', false);
    await goesOn();
    expect(await decisionOf(0)).toBe('Godkendt.');
    expect((await ulla.approval.howItStands(await now())).changed).toBe(false);
  });
});
