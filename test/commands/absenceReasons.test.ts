import { beforeAll, expect, test, vi } from 'vitest';
import type { Commands } from '../../src/commands/commands.ts';
import { asItemId } from '../../src/meeting/ids.ts';
import type { Board, MeetingFile, Person } from '../../src/meeting/meeting.ts';
import { plainProfile } from '../../src/meeting/profile.ts';
import { treatmentOf } from '../../src/meeting/run.ts';
import { LISTS } from '../../src/storage/lists.ts';
import { agendaOf } from '../meeting/agendas.ts';
import { fjordby } from './fjordby.ts';

// Why somebody is away, where a council has to know: on the closed site alone, and gone with the approval of the minutes. All over HTTP.

const town = fjordby();
const [secretary, colleague, outsider] = ['ulla.skarvad', 'ane.kratholm', 'freja.damsbo'];
const LIST = 'DagsordenFravaersgrunde';
const person = (name: string, who: string): Person => ({ id: town.idOf(who), name, email: `${who}@fjordby.example` });
const lene = () => person('Lene Vadgaard', 'lene.vadgaard');

let board: Board;
let ulla: Commands;
beforeAll(async () => {
  ulla = await town.as(secretary);
  const team = (await ulla.board.listBoards()).find((choice) => choice.name === 'Direktionen')!;
  board = await ulla.board.prepareBoard(team.teamId, () => undefined);
  const { profile } = await ulla.profile.readProfile(board);
  await ulla.profile.saveRules(board, profile.rules, { ...plainProfile.rules, approval: 'signatures', substitutes: 'partyList' });
}, 90_000);

let days = 0;
/** A meeting with a draft of its minutes. */
async function meeting(subject: string): Promise<MeetingFile> {
  const day = new Date(Date.now() + (20 + (days += 1)) * 86_400_000).toISOString().slice(0, 10);
  const { body } = await town.ask(secretary, '/me/events', {
    method: 'POST',
    body: {
      subject,
      start: { dateTime: `${day}T09:00:00`, timeZone: 'Europe/Copenhagen' },
      end: { dateTime: `${day}T12:00:00`, timeZone: 'Europe/Copenhagen' },
      attendees: [],
    },
  });
  const event = (await ulla.find.findEvent((body as { id: string }).id)).event!;
  const plain = agendaOf(['1 Budget'], { title: subject });
  const agenda = { ...plain, items: plain.items.map((item) => ({ ...item, id: asItemId(`${subject}/${item.id}`) })) };
  const file = await ulla.agenda.attachAgenda({ event, board, agenda }, () => undefined);
  for (const item of file.agenda.items)
    await ulla.minutes.recordTreatment(file, { ...treatmentOf(file.agenda, file.treatments, item), outcome: 'approved', decision: 'Godkendt.' });
  return ulla.find.openMeeting(file.pointer);
}

type Rows = { value?: { id: string; fields: Record<string, unknown> }[] };
const rows = async (siteId: string, list: string) =>
  ((await town.ask(colleague, `/sites/${siteId}/lists/${list}/items?$expand=fields&$top=500`)).body as Rows).value ?? [];
const reasonsOf = async ({ pointer }: MeetingFile) =>
  (await rows(pointer.closedSiteId!, LIST)).filter(({ fields }) => fields['MeetingKey'] === pointer.key);
const verbs = async (who = ulla) => who.attendance.substitutes();
const isGone = async ({ pointer }: MeetingFile, id: string): Promise<void> => {
  const path = `/sites/${pointer.closedSiteId!}/lists/${LIST}/items/${id}`;
  for (const each of [path, `${path}/versions`]) expect((await town.ask(colleague, each)).status).toBe(404);
};
const review = async (file: MeetingFile, asked: readonly Person[]): Promise<void> => {
  await ulla.approval.sendToReview(await ulla.find.openMeeting(file.pointer), asked, null);
};
const approve = async (who: Commands, file: MeetingFile): Promise<void> => {
  const { approval } = await who.approval.howItStands(await who.find.openMeeting(file.pointer));
  await who.approval.approve(file, approval.draft ?? '');
};

test('it stands in the closed list and nowhere else, and one that is changed leaves nothing of the one before', async () => {
  const file = await meeting('Grund');
  await (await verbs()).keepReason(file, lene(), 'leave');
  const [first] = await reasonsOf(file);
  expect(first?.fields['Reason']).toBe('Graviditet, barsel eller adoption');
  await (await verbs()).keepReason(file, lene(), 'publicDuty');
  const [second, ...others] = await reasonsOf(file);
  expect(others).toEqual([]);
  expect(await (await verbs()).reasons(file)).toMatchObject([{ person: lene(), reason: 'publicDuty' }]);
  await isGone(file, first!.id);
  // One version: no row was changed.
  const versions = await town.ask(colleague, `/sites/${file.pointer.closedSiteId!}/lists/${LIST}/items/${second!.id}/versions`);
  expect((versions.body as { value: unknown[] }).value).toHaveLength(1);
  for (const siteId of [board.siteId, board.closedSiteId!])
    for (const { name } of LISTS.filter((list) => list.name !== LIST))
      expect(JSON.stringify(await rows(siteId, name))).not.toMatch(/Andet offentligt hverv|Graviditet/);
  // Nothing waits on the device, and nothing went that way.
  expect(ulla.outbox.state()).toMatchObject({ pending: 0, orders: [] });
  await (await verbs()).keepReason(file, lene(), null);
  expect(await reasonsOf(file)).toEqual([]);
  await isGone(file, second!.id);
});

test('nobody outside the circle reads it', async () => {
  const file = await meeting('Grund udefra');
  await (await verbs()).keepReason(file, lene(), 'health');
  const theirs = await town.as(outsider);
  await theirs.find.openMeeting(file.pointer);
  expect(await (await verbs(theirs)).reasons(file)).toEqual([]);
  expect((await town.ask(outsider, `/sites/${file.pointer.closedSiteId!}/lists/${LIST}/items`)).status).toBe(403);
});

test('it is gone with the approval, row and versions', async () => {
  const file = await meeting('Grund slettes');
  await (await verbs()).keepReason(file, lene(), 'health');
  const [row] = await reasonsOf(file);
  await review(file, [person('Ane Kratholm', colleague)]);
  expect(await reasonsOf(file)).toHaveLength(1);
  const ane = await town.as(colleague);
  await approve(ane, file);
  expect((await ane.approval.howItStands(await ane.find.openMeeting(file.pointer))).approval.state).toBe('approved');
  await isGone(file, row!.id);
  expect(await reasonsOf(file)).toEqual([]);
});

test('where the last approval is that of somebody outside, the next one of the circle who looks deletes it', async () => {
  const file = await meeting('Grund slettes senere');
  await (await verbs()).keepReason(file, lene(), 'health');
  await review(file, [person('Freja Damsbo', outsider)]);
  await approve(await town.as(outsider), file);
  expect(await reasonsOf(file)).toHaveLength(1);
  const ane = await town.as(colleague);
  await ane.approval.howItStands(await ane.find.openMeeting(file.pointer));
  await vi.waitFor(async () => expect(await reasonsOf(file)).toEqual([]), { timeout: 15_000, interval: 50 });
});

test('another meeting keeps its own', async () => {
  const [one, other] = [await meeting('Et møde'), await meeting('Et andet møde')];
  for (const file of [one, other]) await (await verbs()).keepReason(file, lene(), 'business');
  await review(one, [person('Ane Kratholm', colleague)]);
  await approve(await town.as(colleague), one);
  expect([(await reasonsOf(one)).length, (await reasonsOf(other)).length]).toEqual([0, 1]);
});
