import { beforeAll, describe, expect, test } from 'vitest';
import type { Commands } from '../../src/commands/commands.ts';
import { asItemId } from '../../src/meeting/ids.ts';
import type { Board, CalendarEvent, MeetingFile, Person } from '../../src/meeting/meeting.ts';
import { apologyToFields } from '../../src/storage/apologyFields.ts';
import { apologyId } from '../../src/storage/apologyRow.ts';
import { LISTS } from '../../src/storage/lists.ts';
import { minutesToFields } from '../../src/storage/minutesRow.ts';
import { publicationToFields } from '../../src/storage/publicationFields.ts';
import { agendaOf, at } from '../meeting/agendas.ts';
import { comingMeeting, fjordby } from './fjordby.ts';

const town = fjordby();
const [ulla, ane, freja] = ['ulla.skarvad', 'ane.kratholm', 'freja.damsbo'];
const agenda = agendaOf(['1 Budget', '2 Evt'], { start: at('09.00'), title: 'Direktionsmøde' });

let board: Board;
let event: CalendarEvent;
let secretary: Commands;
let file: MeetingFile;
const now = () => secretary.find.openMeeting(file.pointer);

const list = (name: string) => `/sites/${board.siteId}/lists/${name}/items`;
const withoutNulls = (fields: object) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
/** What anybody in the team can do in the list's own view. */
async function add(person: string, name: string, fields: object): Promise<void> {
  const made = await town.ask(person, list(name), { method: 'POST', body: { fields: withoutNulls(fields) } });
  expect([made.status, JSON.stringify(made.body).includes('"error"')]).toEqual([201, false]);
}
async function change(person: string, name: string, rowId: string, fields: object): Promise<void> {
  const { value } = (await town.ask(person, `${list(name)}?$expand=fields&$top=500`)).body as { value: { id: string; fields: { RowId: string } }[] };
  const row = value.find((each) => each.fields.RowId === rowId)!;
  expect((await town.ask(person, `${list(name)}/${row.id}/fields`, { method: 'PATCH', body: fields })).status).toBe(200);
}

const aneHerself = (): Person => ({ id: town.idOf(ane), name: 'Ane Kratholm', email: `${ane}@fjordby.example` });
const messages = async () => {
  const { value } = (await town.ask(ulla, `/teams/${board.teamId}/channels/${board.channelId}/messages`)).body as {
    value: { subject: string | null }[];
  };
  return value.filter(({ subject }) => subject !== null).length;
};

beforeAll(async () => {
  secretary = await town.as(ulla);
  const team = (await secretary.board.listBoards()).find((choice) => choice.name === 'Direktionen')!;
  board = await secretary.board.prepareBoard(team.teamId, () => undefined);
  event = await comingMeeting(secretary, /^Direktionsmøde/);
  file = await secretary.agenda.attachAgenda({ event, board, agenda }, () => undefined);
  for (const item of agenda.items) {
    await secretary.minutes.recordTreatment(file, {
      itemId: item.id,
      openness: 'open',
      outcome: 'approved',
      decision: 'Godkendt.',
      publicDecision: '',
      notTreated: false,
    });
  }
}, 60_000);

describe('an apology', () => {
  test('“by Ane herself” that somebody else added is none, and is told with who added it', async () => {
    const apology = {
      id: await apologyId(file.pointer.key, aneHerself()),
      person: aneHerself(),
      scope: { kind: 'meeting' as const },
      substitute: null,
      receivedAt: '2026-11-30T08:00:00Z',
      enteredBy: 'Ane Kratholm',
      withdrawnAt: null,
    };
    await add(freja, 'DagsordenAfbud', apologyToFields(file.pointer.key, apology));
    expect(await now()).toMatchObject({ apologies: [], aside: [{ what: 'apology', by: 'Freja Damsbo', about: 'Ane Kratholm' }] });
    const { value } = (await town.ask(ulla, list('DagsordenAfbud'))).body as { value: { id: string }[] };
    for (const { id } of value) expect((await town.ask(ulla, `${list('DagsordenAfbud')}/${id}`, { method: 'DELETE' })).status).toBe(204);
  });

  test.each([
    ['in this meeting', () => file.pointer.key],
    ['in another meeting', () => '0'.repeat(32) as typeof file.pointer.key],
  ])('is not put in a row that somebody else laid under its id, %s', async (_, key) => {
    const laid = {
      id: await apologyId(file.pointer.key, aneHerself()),
      person: aneHerself(),
      scope: { kind: 'meeting' as const },
      substitute: null,
      receivedAt: '2026-11-30T08:00:00Z',
      enteredBy: 'Ane Kratholm',
      withdrawnAt: null,
    };
    await add(freja, 'DagsordenAfbud', apologyToFields(key(), laid));
    const member = await town.as(ane);
    const words = { event: null, scope: { kind: 'items' as const, itemIds: [agenda.items[0]!.id] }, message: '' };
    await member.apology.sendApology({ ...words, file, substitute: 'Torkil Bækhøj' });
    // Whatever becomes of the laid row, hers stands, once, and is hers to change.
    await change(freja, 'DagsordenAfbud', laid.id, { WithdrawnOn: '2026-11-30T09:00:00Z' });
    expect((await now()).apologies).toMatchObject([{ substitute: 'Torkil Bækhøj', withdrawnAt: null }]);
    await member.apology.sendApology({ ...words, file: await now(), substitute: 'Poul Kringelholm' });
    expect((await now()).apologies).toMatchObject([{ substitute: 'Poul Kringelholm', withdrawnAt: null }]);
    const { value } = (await town.ask(ulla, list('DagsordenAfbud'))).body as { value: { id: string }[] };
    for (const { id } of value) expect((await town.ask(ulla, `${list('DagsordenAfbud')}/${id}`, { method: 'DELETE' })).status).toBe(204);
  });

  test('of the person stands all the same, and is told no more', async () => {
    const member = await town.as(ane);
    const own = await comingMeeting(member, /^Direktionsmøde/);
    await member.apology.sendApology({ file, event: own, scope: { kind: 'meeting' }, substitute: null, message: '' });
    const read = await now();
    expect(read.apologies).toMatchObject([{ person: { name: 'Ane Kratholm' }, withdrawnAt: null }]);
    expect(read.aside).toBeUndefined();
  });

  test('that somebody else takes back in the list stands, and is told as changed', async () => {
    await change(freja, 'DagsordenAfbud', await apologyId(file.pointer.key, aneHerself()), { WithdrawnOn: '2026-11-30T09:00:00Z' });
    expect(await now()).toMatchObject({
      apologies: [{ person: { name: 'Ane Kratholm' }, withdrawnAt: null }],
      aside: [{ what: 'apologyChanged', by: 'Freja Damsbo', about: 'Ane Kratholm' }],
    });
  });

  test('entered by the secretary is borne out by the secretary', async () => {
    const lene = { id: null, name: 'Lene Vadgaard', email: 'lene.vadgaard@fjordby.example' };
    await secretary.attendance.confirmApology(file, lene);
    expect((await now()).apologies.map(({ person }) => person.name).sort()).toEqual(['Ane Kratholm', 'Lene Vadgaard']);
  });
});

describe('a publication', () => {
  test('is not stopped by lines of the log that say “done” and were written by somebody else, and posts nothing twice', async () => {
    for (const target of ['channel', 'lists'] as const) {
      const line = { target, version: 1, state: 'done' as const, attempts: 1, error: null, reference: null, at: '2026-11-30T08:00:00Z' };
      await add(freja, 'DagsordenUdgivelse', publicationToFields(file.pointer.key, line));
    }
    const before = await messages();
    const read = await now();
    // Whoever wrote it may be a colleague who has posted: the secretary is asked to look, and nothing passes for sent.
    expect(read.publications).toMatchObject([{ target: 'channel', state: 'uncertain' }]);
    expect(read.aside).toContainEqual({ what: 'log', by: 'Freja Damsbo', about: '1' });
    const first = await secretary.publish.publishMinutes(read, () => undefined);
    expect(first.map(({ target, state }) => `${target} ${state}`)).toEqual(['lists done', 'channel uncertain']);
    expect(await messages()).toBe(before);
    await secretary.publish.settleUncertain(await now(), 'channel', false);
    const log = await secretary.publish.publishMinutes(await now(), () => undefined);
    expect(log.map(({ target, state }) => `${target} ${state}`)).toEqual(['lists done', 'channel done']);
    expect(await messages()).toBe(before + 1);
    // Sent once: what the secretary's own lines say counts.
    await secretary.publish.publishMinutes(await now(), () => undefined);
    expect(await messages()).toBe(before + 1);
  });

  test('is not begun anew by a line that somebody else set back', async () => {
    await change(freja, 'DagsordenUdgivelse', `${file.pointer.key}-1-channel`, { Title: 'Kanal' });
    const read = await now();
    expect(read.aside).toContainEqual({ what: 'log', by: 'Freja Damsbo', about: '1' });
  });
});

describe('published minutes', () => {
  const forged = (version: number, decision: string) => ({
    version,
    position: 1024,
    publishedAt: '2026-11-30T10:00:00Z',
    line: {
      itemId: agenda.items[0]!.id,
      number: '1',
      title: 'Budget',
      openness: 'open' as const,
      decision,
      outcome: 'rejected' as const,
      notTreated: false,
      parentId: null,
      day: null,
      block: null,
      recommendations: [],
    },
    around: null,
  });

  test('of a higher edition that somebody else added do not go before the real ones', async () => {
    await add(freja, 'DagsordenReferat', minutesToFields(file.pointer.key, forged(2, 'FORFALSKET')));
    for (const person of [ulla, ane, 'mona.thuesen']) {
      const read = await (await town.as(person)).find.openMeeting(file.pointer);
      expect(read.minutes?.version).toBe(1);
      expect(JSON.stringify(read.minutes)).not.toContain('FORFALSKET');
      expect(read.aside).toContainEqual({ what: 'minutes', by: 'Freja Damsbo', about: '2' });
    }
  });

  test('with a decision that somebody else has changed say so', async () => {
    await change(freja, 'DagsordenReferat', `1-${agenda.items[0]!.id}`, { Decision: 'Forkastet.' });
    expect((await now()).aside).toContainEqual({ what: 'minutesChanged', by: 'Freja Damsbo', about: '1' });
  });
});

describe('minutes that a colleague corrected, word for word as they stand now,', () => {
  test('are taken on by whoever does the work and publishes them', async () => {
    const other = await comingMeeting(secretary, /^Forberedelse af direktionsmøde/);
    const written = agendaOf(['1 Anlæg']);
    const items = written.items.map((item) => ({ ...item, id: asItemId('anlæg') }));
    const theirs = await secretary.agenda.attachAgenda({ event: other, board, agenda: { ...written, items } }, () => undefined);
    const open = (commands: Commands) => commands.find.openMeeting(theirs.pointer);
    const decide = async (decision: string) =>
      secretary.minutes.recordTreatment(await open(secretary), {
        itemId: theirs.agenda.items[0]!.id,
        openness: 'open',
        outcome: 'approved',
        decision,
        publicDecision: '',
        notTreated: false,
      });
    const publish = async (commands: Commands) => {
      const log = await commands.publish.publishMinutes(await open(commands), () => undefined);
      return log.map(({ target, state }) => `${target} ${state}`);
    };
    await decide('Godkendt.');
    expect(await publish(secretary)).toEqual(['lists done', 'channel done']);
    await decide('Godkendt med en rettelse.');
    expect(await publish(await town.as('asger.moelbjerg'))).toEqual(['lists done', 'channel done']);
    expect((await open(secretary)).minutes?.version, 'a colleague’s edition does not go before the real one').toBe(1);
    const sent = await messages();
    await publish(secretary);
    for (const person of [ulla, ane, 'mona.thuesen']) {
      const { minutes } = await open(await town.as(person));
      expect([minutes?.version, minutes?.lines[0]?.decision]).toEqual([2, 'Godkendt med en rettelse.']);
    }
    expect(await messages()).toBe(sent);
  });
});

describe('the row by which people are known to do the work', () => {
  test.each([
    ['the meeting’s', 'DagsordenMoeder', 'meetingAnew'],
    ['the board’s', 'DagsordenMoedeforum', 'boardAnew'],
  ])('%s own, taken away and made anew by somebody else, makes nobody one of them, and is told', async (_, name, what) => {
    const { value } = (await town.ask(freja, `${list(name)}?$expand=fields`)).body as { value: { id: string; fields: Record<string, unknown> }[] };
    const old = value.find(({ fields }) => name !== 'DagsordenMoeder' || fields['RowId'] === file.pointer.key)!;
    const own = LISTS.find((each) => each.name === name)!.columns.map((column) => column.name);
    expect((await town.ask(freja, `${list(name)}/${old.id}`, { method: 'DELETE' })).status).toBe(204);
    // SharePoint keeps whole seconds.
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    await add(freja, name, Object.fromEntries(Object.entries(old.fields).filter(([column]) => column === 'Title' || own.includes(column))));
    const read = await (await town.as('mona.thuesen')).find.openMeeting(file.pointer);
    expect(read.aside).toContainEqual({ what, by: 'Freja Damsbo', about: '' });
    expect(JSON.stringify(read.minutes)).not.toContain('FORFALSKET');
    expect(read.aside).toContainEqual({ what: 'minutes', by: 'Freja Damsbo', about: '2' });
  });
});
