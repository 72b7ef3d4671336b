import { beforeAll, describe, expect, test } from 'vitest';
import type { Commands } from '../../src/commands/commands.ts';
import { editionOf } from '../../src/meeting/edition.ts';
import { isPassing } from '../../src/meeting/errors.ts';
import type { Board, MeetingFile, Person, Treatment } from '../../src/meeting/meeting.ts';
import { withdrawn } from '../../src/meeting/publications.ts';
import { treatmentOf } from '../../src/meeting/run.ts';
import { plainProfile } from '../../src/meeting/profile.ts';
import type { ApprovalRule } from '../../src/meeting/words.ts';
import { agendaOf, at } from '../meeting/agendas.ts';
import { comingMeeting, fjordby } from './fjordby.ts';

const town = fjordby();
const [secretary, colleague, reader] = ['ulla.skarvad', 'ane.kratholm', 'freja.damsbo'];
const LIST = 'DagsordenGodkendelse';
const plain = agendaOf(['1 Budget', '2 HEMMELIG ansættelse (lukket)', '3 Anlæg', '4 Trafik'], { start: at('08.30'), title: 'Direktionsmøde' });
const agenda = { ...plain, items: plain.items.map((item) => ({ ...item, neutralTitle: item.openness === 'closed' ? 'Personsag' : null })) };
const [budget, personal, , traffic] = agenda.items;

let board: Board;
let ulla: Commands;
let file: MeetingFile;
const person = (name: string, who: string): Person => ({ id: town.idOf(who), name, email: `${who}@fjordby.example` });
const ane = () => person('Ane Kratholm', colleague);

const now = () => ulla.find.openMeeting(file.pointer);
const standing = async (commands = ulla) => commands.approval.howItStands(await commands.find.openMeeting(file.pointer));
const record = async (commands: Commands, id: Treatment['itemId'], changes: Partial<Treatment>): Promise<void> => {
  const read = await commands.find.openMeeting(file.pointer);
  const item = read.agenda.items.find((each) => each.id === id)!;
  await commands.minutes.recordTreatment(read, { ...treatmentOf(read.agenda, read.treatments, item), ...changes });
};
const rule = async (approval: ApprovalRule): Promise<void> => {
  const { profile } = await ulla.profile.readProfile(board);
  await ulla.profile.saveRules(board, profile.rules, { ...plainProfile.rules, approval });
};
type Rows = { value: { id: string; fields: Record<string, unknown> }[] };
const rows = async (siteId: string, list = LIST, who = secretary) =>
  ((await town.ask(who, `/sites/${siteId}/lists/${list}/items?$expand=fields&$top=500`)).body as Rows).value;
/** Presses again where a person would, until it goes through. */
async function pressOn(commands: Commands, act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!isPassing(error)) throw error;
    for (let more = 0; more < 4 && commands.outbox.state().pending > 0; more += 1) await commands.outbox.retry();
    expect(commands.outbox.state()).toMatchObject({ pending: 0, stuck: [] });
  }
}

beforeAll(async () => {
  ulla = await town.as(secretary);
  const team = (await ulla.board.listBoards()).find((choice) => choice.name === 'Direktionen')!;
  board = await ulla.board.prepareBoard(team.teamId, () => undefined);
  file = await ulla.agenda.attachAgenda({ event: await comingMeeting(ulla, /^Direktionsmøde/), board, agenda }, () => undefined);
  await rule('signatures');
  for (const item of agenda.items)
    await record(
      ulla,
      item.id,
      item === traffic ? { notTreated: true } : { outcome: 'approved', decision: item === personal ? 'HEMMELIG: Bo.' : 'Godkendt.' },
    );
}, 90_000);

describe('a review', () => {
  test('is sent to named people with a deadline, who say what they think at the item', async () => {
    await ulla.approval.sendToReview(await now(), [ane()], '2027-01-04T11:00:00Z');
    expect(await standing()).toMatchObject({
      approval: { state: 'review', asked: [ane()], waiting: [ane()], sent: { person: { name: 'Ulla Skarvad' } }, deadline: '2027-01-04T11:00:00Z' },
      changed: false,
      isAsked: false,
    });
    const hers = await town.as(colleague);
    expect((await standing(hers)).isAsked).toBe(true);
    await hers.approval.remark(file, personal!.id, 'HEMMELIG: Bo staves Boe.');
    // Who said it is told by the service.
    expect((await standing()).remarks).toMatchObject([{ itemId: personal!.id, words: 'HEMMELIG: Bo staves Boe.', by: { name: 'Ane Kratholm' } }]);
  });

  test('keeps what is said of the draft where the draft is, and tells nobody else', async () => {
    expect(JSON.stringify(await rows(board.siteId))).not.toContain('HEMMELIG');
    expect(JSON.stringify(await rows(board.closedSiteId!))).toContain('HEMMELIG');
    const freja = await town.as(reader);
    const seen = await standing(freja);
    expect(seen).toMatchObject({ remarks: [], draft: null, changed: null, isAsked: false, approval: { state: 'review' } });
  });

  test('is of the draft that was sent: what is changed afterwards has to be sent anew', async () => {
    await record(ulla, budget!.id, { decision: 'Godkendt enstemmigt.' });
    const hers = await town.as(colleague);
    const seen = await standing(hers);
    expect(seen.changed).toBe(true);
    await hers.approval.approve(file, seen.draft!);
    expect((await standing()).approval).toMatchObject({ state: 'review', approvedBy: [] });
    await ulla.approval.sendToReview(await now(), [ane()], null);
    expect((await standing()).changed).toBe(false);
  });

  test('is not asked for when a meeting is opened', async () => {
    await town.emptyLog();
    await now();
    expect((await town.log()).filter(({ path }) => path.includes(LIST))).toEqual([]);
  });

  test('does not hear somebody else, nor a line that was changed in SharePoint, and tells whose hand that was', async () => {
    const freja = await town.as(reader);
    const { approval } = await standing();
    await freja.approval.approve(file, approval.draft!);
    expect((await standing()).approval.approvedBy).toEqual([]);
    const forged = (await rows(board.siteId)).at(-1)!;
    await town.ask(reader, `/sites/${board.siteId}/lists/${LIST}/items/${forged.id}/fields`, {
      method: 'PATCH',
      body: { Act: 'Sendt til gennemsyn' },
    });
    const seen = await standing();
    expect(seen.approval).toEqual(approval);
    expect(seen.changedBy).toEqual(['Freja Damsbo']);
  });
});

describe('an approval that waited', () => {
  test('goes before nothing newer: neither a draft that was changed, nor the other word of the same person', async () => {
    const phone = await town.as(colleague, { kind: 'none' }, { device: 'a phone with an approval' });
    const approvePhone = async () => {
      const { draft } = await standing(phone);
      await town.fault({ user: `${colleague}@fjordby.example`, method: 'POST', path: LIST, cut: 'before' });
      await expect(phone.approval.approve(file, draft!)).rejects.toMatchObject({ name: 'Offline' });
      await town.clearFaults();
    };
    const isRefused = async () => {
      await phone.outbox.retry();
      const { pending, stuck } = phone.outbox.state();
      expect({ pending, stuck }).toMatchObject({ pending: 0, stuck: [{ command: 'keepApproval', failure: { name: 'Conflict' } }] });
      await phone.outbox.drop(stuck[0]!.id);
      expect((await standing()).approval).toMatchObject({ state: 'review', approvedBy: [] });
    };
    const before = (await now()).treatments.find(({ itemId }) => itemId === budget!.id)!.decision;
    await approvePhone();
    await record(ulla, budget!.id, { decision: 'Noget andet.' });
    await isRefused();
    await record(ulla, budget!.id, { decision: before });

    await approvePhone();
    const laptop = await town.as(colleague);
    await laptop.approval.object(file, (await standing(laptop)).draft!, '');
    await isRefused();
    await ulla.approval.sendToReview(await now(), [ane()], null);
  });
});

describe('an approval', () => {
  test.each(['before', 'after'] as const)('is one line, whether the network is cut just %s it is written or not', async (cut) => {
    const hers = await town.as(colleague);
    const { draft } = await standing(hers);
    await town.fault({ method: 'POST', path: LIST, count: 1, cut });
    const before = (await rows(board.siteId)).length;
    await pressOn(hers, () => hers.approval.approve(file, draft!));
    await town.clearFaults();
    await expect.poll(async () => (await rows(board.siteId)).length).toBe(before + 1);
    const { approval } = await standing();
    expect(approval.state).toBe('approved');
    expect(approval.approvedBy).toMatchObject([{ person: { name: 'Ane Kratholm' } }]);
  });

  test('locks the record: whoever changes it is refused, and nothing is changed', async () => {
    await expect(record(ulla, budget!.id, { decision: 'Forkastet.' })).rejects.toMatchObject({ name: 'MinutesApproved' });
    expect((await now()).treatments.find(({ itemId }) => itemId === budget!.id)?.decision).toBe('Godkendt enstemmigt.');
  });

  test('cannot be taken back by sending it anew', async () => {
    await ulla.approval.takeBack(file);
    await ulla.approval.sendToReview(await now(), [ane(), person('Freja Damsbo', reader!)], null);
    expect((await standing()).approval.state).toBe('approved');
  });
});

describe('a correction', () => {
  test.each(['before', 'after'] as const)(
    'is added once below what was approved, with date and author, also where the network is cut just %s it',
    async (cut) => {
      const words = `Beløbet er 3 mio. kr. (${cut})`;
      await town.fault({ method: cut === 'before' ? 'PATCH' : 'POST', path: '(DagsordenBehandling|DagsordenGodkendelse)', count: 1, cut });
      await pressOn(ulla, () => ulla.approval.addCorrection(file, budget!.id, words));
      await town.clearFaults();
      await expect.poll(async () => (await standing()).changed).toBe(false);
      const { decision } = (await now()).treatments.find(({ itemId }) => itemId === budget!.id)!;
      expect(decision.startsWith('Godkendt enstemmigt.\n\n**Rettelse den ')).toBe(true);
      expect(decision.split(words)).toHaveLength(2);
      expect(decision).toContain(' ved Ulla Skarvad:** ');
      expect((await standing()).approval).toMatchObject({ state: 'approved' });
    },
  );

  test('of an item that was not treated is read below that word', async () => {
    await ulla.approval.addCorrection(file, traffic!.id, 'Sagen blev udsat.');
    const line = editionOf(await now(), 'outside', 2, '').lines.find(({ itemId }) => itemId === traffic!.id)!;
    expect(line).toMatchObject({ notTreated: false, openness: 'open' });
    expect(line.decision).toMatch(/^Ikke behandlet\.\n\n\*\*Rettelse den .* ved Ulla Skarvad:\*\* Sagen blev udsat\.$/);
    expect((await standing()).approval).toMatchObject({ state: 'approved' });
  });

  test('of a closed item stays closed', async () => {
    await ulla.approval.addCorrection(file, personal!.id, 'HEMMELIG: Boe.');
    for (const list of [LIST, 'DagsordenPunkter']) expect(JSON.stringify(await rows(board.siteId, list))).not.toContain('HEMMELIG');
  });
});

describe('the seal of published minutes', () => {
  test('says to both readers that they are as they were published', async () => {
    await ulla.publish.publishMinutes(await now(), () => undefined);
    for (const who of [secretary, reader]) {
      const commands = await town.as(who);
      const seen = await commands.find.openMeeting(file.pointer);
      expect(seen.minutes?.seal).toMatchObject({ previous: null });
      expect(await commands.approval.checkSeal(seen)).toEqual({ state: 'intact', findings: [], closedSince: [] });
    }
  });

  test('names the one before, in a corrected edition that answers the first message, once', async () => {
    const first = (await now()).minutes!.seal!.hash;
    await ulla.approval.addCorrection(file, budget!.id, 'Og i 2027.');
    await ulla.publish.publishMinutes(await now(), () => undefined);
    await ulla.publish.publishMinutes(await now(), () => undefined);
    const seen = await now();
    expect(seen.minutes).toMatchObject({ version: 2, seal: { previous: first } });
    expect((await ulla.approval.checkSeal(seen))?.state).toBe('intact');
    const channel = `/teams/${board.teamId}/channels/${encodeURIComponent(board.channelId)}/messages?$expand=replies`;
    const { value } = (await town.ask(secretary, channel)).body as { value: { subject: string | null; replies: unknown[] }[] };
    expect(value.filter(({ subject }) => /eferat/.test(subject ?? '')).map(({ replies }) => replies.length)).toEqual([1]);
  });

  test('holds after an item is closed, and names a row that was changed by hand', async () => {
    await ulla.agenda.closeItem(await now(), agenda.items[2]!.id, 'Sag');
    await ulla.publish.closeInMinutes(await now(), agenda.items[2]!.id);
    const freja = await town.as(reader);
    const outside = await freja.find.openMeeting(file.pointer);
    expect(await freja.approval.checkSeal(outside)).toMatchObject({ state: 'intact', closedSince: [agenda.items[2]!.id] });
    expect((await ulla.approval.checkSeal(await now()))?.state).toBe('intact');
    const row = (await rows(board.siteId, 'DagsordenReferat')).find(({ fields }) => fields['RowId'] === `2-${budget!.id}`)!;
    await town.ask(secretary, `/sites/${board.siteId}/lists/DagsordenReferat/items/${row.id}/fields`, {
      method: 'PATCH',
      body: { Decision: 'Forkastet.' },
    });
    expect(await freja.approval.checkSeal(await freja.find.openMeeting(file.pointer))).toMatchObject({
      state: 'changed',
      findings: [{ what: 'line', itemId: budget!.id }],
    });
  });

  test('is none where the minutes were published before there were seals', async () => {
    const head = (await rows(board.siteId, 'DagsordenReferat')).find(({ fields }) => fields['Edition'] === 2 && fields['Seal'] !== undefined)!;
    await town.ask(secretary, `/sites/${board.siteId}/lists/DagsordenReferat/items/${head.id}/fields`, { method: 'PATCH', body: { Seal: null } });
    expect((await ulla.approval.checkSeal(await now()))?.state).toBe('unsealed');
  });
});

describe('published minutes that are taken back', () => {
  test.each([
    ['before', 'PATCH', 'DagsordenUdgivelse'],
    ['after', 'PATCH', 'DagsordenUdgivelse'],
    ['before', 'DELETE', 'DagsordenReferat'],
    ['after', 'DELETE', 'DagsordenReferat'],
    ['before', 'PATCH', 'DagsordenMoeder'],
    ['after', 'PATCH', 'DagsordenMoeder'],
  ] as const)('leave who did it and when, and not a word, also where the network is cut just %s %s in %s', async (cut, method, path) => {
    await ulla.publish.publishMinutes(await now(), () => undefined);
    const shown = await now();
    expect(shown.minutes).not.toBeNull();
    const { version } = shown.minutes!;
    await town.fault({ method, path, count: 1, cut });
    await pressOn(ulla, () => ulla.publish.unpublishMinutes(shown));
    await town.clearFaults();
    await expect.poll(async () => (await now()).status.minutes).toBe('withdrawn');
    const seen = await (await town.as(reader)).find.openMeeting(file.pointer);
    expect(seen.minutes).toBeNull();
    expect(withdrawn(seen.publications)).toMatchObject({ version, by: 'Ulla Skarvad' });
    expect(await rows(board.siteId, 'DagsordenReferat')).toEqual([]);
    expect(await rows(board.closedSiteId!, 'DagsordenReferat')).toEqual([]);
  });

  test('are not brought out again by an order from before, and come out as a new edition', async () => {
    await ulla.publish.publishMinutes(await now(), () => undefined);
    const { minutes } = await now();
    const hers = await town.as(secretary);
    const before = await hers.find.openMeeting(file.pointer);
    await ulla.publish.unpublishMinutes(await now());
    await expect(hers.publish.publishMinutes(before, () => undefined)).rejects.toMatchObject({ name: 'Conflict' });
    expect((await now()).minutes).toBeNull();
    await ulla.publish.publishMinutes(await now(), () => undefined);
    expect(await now()).toMatchObject({ minutes: { version: minutes!.version + 1 }, status: { minutes: 'published' } });
  });
});

test('a remark from before there was a circle goes to it when something is closed', async () => {
  const store = town.storeOf(colleague!);
  const remark = { id: 'early', act: 'comment', draft: '', itemId: budget!.id, words: 'TIDLIG bemærkning', people: [], deadline: null } as const;
  await store.addApproval({ ...file.pointer, closedSiteId: null }, remark, true);
  expect(JSON.stringify(await rows(board.siteId))).toContain('TIDLIG');
  await ulla.agenda.closeItem(await now(), budget!.id, 'Økonomi');
  expect(JSON.stringify(await rows(board.siteId))).not.toContain('TIDLIG');
  expect((await standing()).remarks.map(({ words }) => words)).toContain('Ane Kratholm: TIDLIG bemærkning');
});

test('a site from before there was a list for it opens, records and publishes, and says what is missing', async () => {
  const lists = (await town.ask(secretary, `/sites/${board.siteId}/lists`)).body as { value: { id: string; name: string }[] };
  const list = lists.value.find(({ name }) => name === LIST)!;
  const gone = await town.ask(secretary, `/sites/${board.siteId}/lists/${list.id}`, { method: 'DELETE' });
  expect(gone.status).toBe(204);
  await record(ulla, budget!.id, { decision: 'Godkendt igen.' });
  await expect(standing()).rejects.toMatchObject({ name: 'SiteNotPrepared', detail: { list: LIST } });
});
