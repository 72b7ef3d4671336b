import { beforeAll, describe, expect, test, vi } from 'vitest';
import { asItemId } from '../../src/meeting/ids.ts';
import { parseClock } from '../../src/meeting/clock.ts';
import type { ApologyScope, Board, CalendarEvent, MeetingFile } from '../../src/meeting/meeting.ts';
import { agendaOf, at } from '../meeting/agendas.ts';
import { fjordby } from './fjordby.ts';

// An apology is three steps: stored, the calendar answered, the organiser told by that answer. All over HTTP.

const town = fjordby();
const secretary = 'ulla.skarvad';
const attendee = 'ane.kratholm';
const whole = { kind: 'meeting' } as const;

let board: Board;
beforeAll(async () => {
  const commands = await town.as(secretary);
  const team = (await commands.board.listBoards()).find((choice) => choice.name === 'Direktionen')!;
  board = await commands.board.prepareBoard(team.teamId, () => undefined);
});

let days = 0;
async function meeting(subject: string): Promise<{ event: CalendarEvent; mine: CalendarEvent; file: MeetingFile }> {
  const day = new Date(Date.now() + (20 + (days += 1)) * 86_400_000).toISOString().slice(0, 10);
  const { body } = await town.ask(secretary, '/me/events', {
    method: 'POST',
    body: {
      subject,
      start: { dateTime: `${day}T09:00:00`, timeZone: 'Europe/Copenhagen' },
      end: { dateTime: `${day}T12:00:00`, timeZone: 'Europe/Copenhagen' },
      attendees: [{ type: 'required', emailAddress: { address: `${attendee}@fjordby.example`, name: 'Ane Kratholm' } }],
    },
  });
  const ulla = await town.as(secretary);
  const event = (await ulla.find.findEvent((body as { id: string }).id)).event!;
  const plain = agendaOf(['1 Nyt @09.00-09.20', '2 Budget @09.20-10.00', '3 Eventuelt'], { start: at('09.00'), title: subject });
  const agenda = { ...plain, items: plain.items.map((item) => ({ ...item, id: asItemId(`${subject}/${item.id}`) })) };
  const file = await ulla.agenda.attachAgenda({ event, board, agenda }, () => undefined);
  return { event, mine: (await (await town.as(attendee)).find.findMyEvent(file))!, file };
}

/** The attendee's Dagsorden, with the answers her calendar was asked to give. */
async function watched(device?: string) {
  const answers: { verb: string; comment: string }[] = [];
  const network: typeof fetch = async (input, init) => {
    const verb = /\/(accept|tentativelyAccept|decline)$/.exec(new URL(input instanceof Request ? input.url : String(input)).pathname)?.[1];
    if (verb !== undefined) {
      const text = input instanceof Request ? await input.clone().text() : String(init?.body);
      answers.push({ verb, comment: (JSON.parse(text) as { comment: string }).comment });
    }
    return fetch(input, init);
  };
  return { ane: await town.as(attendee, { kind: 'none' }, { network, ...(device !== undefined && { device }) }), answers };
}

const answerOf = async (event: CalendarEvent) =>
  (await (await town.as(secretary)).find.findEvent(event.id)).event!.invitees.find(({ name }) => name === 'Ane Kratholm')?.answer;
const apologiesOf = async (file: MeetingFile) => (await (await town.as(secretary)).find.openMeeting(file.pointer)).apologies;

describe('an apology for a part of the meeting', () => {
  const parts = (file: MeetingFile): readonly (readonly [ApologyScope, string])[] => {
    const [one, two] = file.agenda.items.map(({ id }) => id);
    return [
      [{ kind: 'items', itemIds: [two!] }, 'Afbud: punkt 2. Mødes i foyeren'],
      [{ kind: 'part', arrives: { clock: parseClock('10.00')! }, leaves: null }, 'Afbud: kommer kl. 10.00. Mødes i foyeren'],
      [
        { kind: 'part', arrives: { item: two! }, leaves: { clock: parseClock('11.30')! } },
        'Afbud: kommer til punkt 2, går kl. 11.30. Mødes i foyeren',
      ],
      [{ kind: 'part', arrives: null, leaves: { item: one! } }, 'Afbud: går efter punkt 1. Mødes i foyeren'],
    ];
  };

  test('is stored as it was said, answered with perhaps, and the organiser reads the message', async () => {
    const { event, mine, file } = await meeting('En del af mødet');
    const { ane, answers } = await watched();
    for (const [scope, comment] of parts(file)) {
      const states: string[] = [];
      await ane.apology.sendApology({ file, event: mine, scope, substitute: null, message: 'Mødes i foyeren' }, ({ name, state }) => {
        states.push(`${name} ${state}`);
      });
      expect(states).toContain('told done');
      expect(answers.at(-1)).toEqual({ verb: 'tentativelyAccept', comment });
      expect(await apologiesOf(file)).toMatchObject([{ scope, withdrawnAt: null }]);
      expect(await answerOf(event)).toBe('tentative');
    }
  });
});

test('the message goes along again with an apology that was taken back and is sent again', async () => {
  const { event, mine, file } = await meeting('Besked igen');
  const { ane, answers } = await watched();
  const scope = { kind: 'items', itemIds: [file.agenda.items[1]!.id] } as const;
  const first = await ane.apology.sendApology({ file, event: mine, scope, substitute: null, message: 'Første gang' });
  await ane.apology.withdrawApology(file, first);
  const states: string[] = [];
  await ane.apology.sendApology(
    {
      file: await ane.find.openMeeting(file.pointer),
      event: await ane.find.findMyEvent(file),
      scope: whole,
      substitute: null,
      message: 'Anden gang',
    },
    ({ name, state }) => void states.push(`${name} ${state}`),
  );
  expect(states).toContain('told done');
  expect(answers.filter(({ verb }) => verb !== 'accept')).toEqual([
    { verb: 'tentativelyAccept', comment: 'Afbud: punkt 2. Første gang' },
    { verb: 'decline', comment: 'Afbud. Anden gang' },
  ]);
  expect(await answerOf(event)).toBe('declined');
});

describe('the time to undo', () => {
  test('what is taken back in it was never answered: the meeting stays in the calendar, and the organiser hears nothing else', async () => {
    const { event, mine, file } = await meeting('Fortrudt straks');
    const { ane, answers } = await watched();
    const apology = await ane.apology.sendApology({ file, event: mine, scope: whole, substitute: null, message: '', hold: 1_500 });
    expect(answers).toEqual([]);
    expect(ane.outbox.state()).toMatchObject({
      pending: 0,
      held: 1,
      orders: [
        {
          command: 'sendApology',
          meeting: file.pointer.key,
          steps: [
            { name: 'stored', state: 'done' },
            ...['declined', 'told', 'chairTold', 'secretaryTold'].map((name) => ({ name, state: 'waiting' })),
          ],
        },
      ],
    });
    expect(await apologiesOf(file)).toMatchObject([{ withdrawnAt: null }]);
    expect(await ane.apology.withdrawApology(file, apology)).toEqual({ calendar: 'accepted' });
    await vi.waitFor(() => expect(ane.outbox.state()).toMatchObject({ held: 0, pending: 0, stuck: [] }), { timeout: 15_000, interval: 50 });
    expect(answers.map(({ verb }) => verb)).toEqual(['accept']);
    expect(await answerOf(event)).toBe('accepted');
    expect(await ane.find.findMyEvent(file)).not.toBeNull();
  });

  test('when it is over, the calendar declines and the organiser reads the message', async () => {
    const { event, mine, file } = await meeting('Fortrudt ikke');
    const { ane, answers } = await watched();
    await ane.apology.sendApology({ file, event: mine, scope: whole, substitute: 'Torkil Bækhøj', message: 'Vi ses fredag', hold: 300 });
    await vi.waitFor(async () => expect(await answerOf(event)).toBe('declined'), { timeout: 15_000, interval: 50 });
    expect(answers).toEqual([{ verb: 'decline', comment: 'Afbud. Stedfortræder: Torkil Bækhøj. Vi ses fredag' }]);
    await vi.waitFor(() => expect(ane.outbox.state().orders).toEqual([]), { timeout: 15_000, interval: 50 });
  });

  test('a pane that is closed in it leaves the rest to the next one', async () => {
    const { event, mine, file } = await meeting('Lukket straks');
    const { ane } = await watched('her laptop');
    await ane.apology.sendApology({ file, event: mine, scope: whole, substitute: null, message: '', hold: 300 });
    await new Promise((resolve) => setTimeout(resolve, 0));
    const again = (await watched('her laptop')).ane;
    await again.outbox.resume();
    await vi.waitFor(async () => expect(await answerOf(event)).toBe('declined'), { timeout: 15_000, interval: 50 });
  });

  test('taken back after it, the meeting is gone from the calendar, and that is said', async () => {
    const { mine, file } = await meeting('Fortrudt for sent');
    const { ane, answers } = await watched();
    const apology = await ane.apology.sendApology({ file, event: mine, scope: whole, substitute: null, message: '' });
    expect(await ane.apology.withdrawApology(file, apology)).toEqual({ calendar: 'gone' });
    // Sent again, there is nothing left to answer with: nobody is told, and it does not say otherwise.
    const states: string[] = [];
    const opened = await ane.find.openMeeting(file.pointer);
    await ane.apology.sendApology({ file: opened, event: null, scope: whole, substitute: null, message: 'Igen' }, ({ name, state }) => {
      states.push(`${name} ${state}`);
    });
    expect(states.slice(-4)).toEqual(['declined skipped', 'told skipped', 'chairTold skipped', 'secretaryTold skipped']);
    expect(answers.map(({ verb }) => verb)).toEqual(['decline']);
  });
});

test('"I come" is an answer in the calendar, and takes an apology of mine back', async () => {
  const { event, mine, file } = await meeting('Jeg kommer');
  const { ane } = await watched();
  expect(await ane.apology.comeToMeeting(file, mine)).toEqual({ calendar: 'accepted' });
  expect(await answerOf(event)).toBe('accepted');
  const scope = { kind: 'items', itemIds: [file.agenda.items[0]!.id] } as const;
  await ane.apology.sendApology({ file, event: mine, scope, substitute: null, message: '' });
  const opened = await ane.find.openMeeting(file.pointer);
  const again = (await ane.find.findMyEvent(opened))!;
  expect(await ane.apology.comeToMeeting(opened, again)).toEqual({ calendar: 'accepted' });
  expect(await apologiesOf(file)).toMatchObject([{ withdrawnAt: expect.any(String) as string }]);
  expect(await answerOf(event)).toBe('accepted');
});

test('an apology sent before there is an agenda is there when there is one', async () => {
  const day = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);
  const { body } = await town.ask(secretary, '/me/events', {
    method: 'POST',
    body: {
      subject: 'Direktionsmøde uden dagsorden',
      start: { dateTime: `${day}T09:00:00`, timeZone: 'Europe/Copenhagen' },
      end: { dateTime: `${day}T12:00:00`, timeZone: 'Europe/Copenhagen' },
      attendees: [{ type: 'required', emailAddress: { address: `${attendee}@fjordby.example`, name: 'Ane Kratholm' } }],
    },
  });
  const { ane, answers } = await watched();
  const mine = (await ane.find.listMyMeetings(new Date(`${day}T00:00:00Z`), new Date(`${day}T23:00:00Z`))).find(({ subject }) =>
    subject.startsWith('Direktionsmøde uden'),
  )!;
  const early = (await ane.apology.beforeAgenda(mine))!;
  expect(early.board).toEqual(board);
  const scope = { kind: 'part', arrives: { clock: parseClock('10.00')! }, leaves: null } as const;
  await ane.apology.sendApology({ file: early, event: mine, scope, substitute: null, message: '' });
  expect(answers).toEqual([{ verb: 'tentativelyAccept', comment: 'Afbud: kommer kl. 10.00.' }]);
  expect((await ane.apology.beforeAgenda(mine))!.apologies).toHaveLength(1);

  const ulla = await town.as(secretary);
  const event = (await ulla.find.findEvent((body as { id: string }).id)).event!;
  const agenda = agendaOf(['1 Nyt'], { start: at('09.00'), title: 'Direktionsmøde' });
  const items = agenda.items.map((item) => ({ ...item, id: asItemId(`early/${item.id}`) }));
  const file = await ulla.agenda.attachAgenda({ event, board, agenda: { ...agenda, items } }, () => undefined);
  expect(await apologiesOf(file)).toMatchObject([{ person: { name: 'Ane Kratholm' }, scope, withdrawnAt: null }]);
});

test('an organiser’s own apology is a record like any other, and asks nothing of the calendar', async () => {
  const { event, file } = await meeting('Arrangøren kan ikke');
  const ulla = await town.as(secretary);
  await ulla.apology.sendApology({ file, event, scope: whole, substitute: null, message: '' });
  expect(await apologiesOf(file)).toMatchObject([{ person: { name: 'Ulla Skarvad' }, withdrawnAt: null }]);
});

test('what the secretary writes down keeps how it came, when, by whom it was entered, and who comes instead', async () => {
  const { event, file } = await meeting('Ringet ind');
  const ulla = await town.as(secretary);
  const ane = event.invitees.find(({ name }) => name === 'Ane Kratholm')!;
  const receivedAt = new Date(Date.now() - 3_600_000).toISOString();
  await ulla.attendance.confirmApology(file, ane, { way: 'phone', substitute: 'Torkil Bækhøj', receivedAt });
  expect(await apologiesOf(file)).toMatchObject([
    {
      person: { name: 'Ane Kratholm' },
      way: 'phone',
      substitute: 'Torkil Bækhøj',
      enteredBy: 'Ulla Skarvad',
      receivedAt,
    },
  ]);
});
