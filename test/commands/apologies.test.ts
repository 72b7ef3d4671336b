import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { apologyOf } from '../../src/commands/apology/apologyOf.ts';
import { sendApologyOrder } from '../../src/commands/apology/sendApology.ts';
import { sendApologyPlan } from '../../src/commands/apology/sendApologyPlan.ts';
import type { Workplace } from '../../src/commands/workplace.ts';
import { asItemId } from '../../src/meeting/ids.ts';
import type { Board, CalendarEvent, MeetingFile } from '../../src/meeting/meeting.ts';
import { agendaOf, at } from '../meeting/agendas.ts';
import { fjordby } from './fjordby.ts';

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

afterEach(() => town.clearFaults());

/** A meeting of its own, with its agenda in the invitation: the secretary's event, the attendee's copy, and the file. */
async function meetingWithAgenda(subject: string): Promise<{ event: CalendarEvent; mine: CalendarEvent; file: MeetingFile }> {
  const day = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  const { body } = await town.ask(secretary, '/me/events', {
    method: 'POST',
    body: {
      subject,
      start: { dateTime: `${day}T09:00:00`, timeZone: 'Europe/Copenhagen' },
      end: { dateTime: `${day}T10:00:00`, timeZone: 'Europe/Copenhagen' },
      isOnlineMeeting: true,
      onlineMeetingProvider: 'teamsForBusiness',
      attendees: [{ type: 'required', emailAddress: { address: `${attendee}@fjordby.example`, name: 'Ane Kratholm' } }],
    },
  });
  const ulla = await town.as(secretary);
  const event = (await ulla.find.findEvent((body as { id: string }).id)).event!;
  const plain = agendaOf(['1 Nyt @09.00-09.20', '2 Budget'], { start: at('09.00'), title: subject });
  // Ids of items are unique over all meetings, as they are in life.
  const agenda = { ...plain, items: plain.items.map((item) => ({ ...item, id: asItemId(`${subject}/${item.id}`) })) };
  const file = await ulla.agenda.attachAgenda({ event, board, agenda }, () => undefined);
  const mine = (await (await town.as(attendee)).find.findMyEvent(file))!;
  return { event, mine, file };
}

describe('taking back an apology', () => {
  test('waits for a connection like everything else, and then takes both the row and the calendar back', async () => {
    const { event, mine, file } = await meetingWithAgenda('Fortrudt afbud');
    const ane = await town.as(attendee);
    const apology = await ane.apology.sendApology({
      file,
      event: mine,
      scope: { kind: 'items', itemIds: [file.agenda.items[0]!.id] },
      substitute: null,
      message: '',
    });
    await town.fault({ user: `${attendee}@fjordby.example`, cut: 'before' });
    await expect(ane.apology.withdrawApology(file, apology)).rejects.toMatchObject({ name: 'Offline' });
    expect(ane.outbox.state().pending).toBe(1);
    await town.clearFaults();
    await ane.outbox.retry();
    expect(ane.outbox.state()).toMatchObject({ pending: 0, stuck: [] });
    const ulla = await town.as(secretary);
    expect((await ulla.find.openMeeting(file.pointer)).apologies).toMatchObject([{ withdrawnAt: expect.any(String) as string }]);
    expect((await ulla.find.findEvent(event.id)).event!.invitees.find(({ name }) => name === 'Ane Kratholm')?.answer).toBe('accepted');
  });

  test.each([
    ['no mailbox', { status: 404, code: 'MailboxNotEnabledForRESTAPI' }],
    ['no permission for the calendar', { status: 403, code: 'ErrorAccessDenied' }],
    ['a look-up that Exchange refuses', { status: 400, code: 'ErrorInvalidRequest' }],
  ])('%s: the apology is taken back all the same, and the calendar is left alone', async (_why, answer) => {
    const { mine, file } = await meetingWithAgenda(`Uden kalender ${answer.status}`);
    const ane = await town.as(attendee);
    const apology = await ane.apology.sendApology({ file, event: mine, scope: whole, substitute: null, message: '' });
    await town.fault({ user: `${attendee}@fjordby.example`, path: '/(events|calendarView)', ...answer });
    await ane.apology.withdrawApology(file, apology);
    await town.clearFaults();
    expect(ane.outbox.state()).toMatchObject({ pending: 0, stuck: [] });
    expect((await ane.find.openMeeting(file.pointer)).apologies).toMatchObject([{ withdrawnAt: expect.any(String) as string }]);
  });
});

describe('one person, one apology', () => {
  /** The secretary has no Entra ids of those invited, only the addresses. */
  const asInvited = (event: CalendarEvent) => event.invitees.find(({ name }) => name === 'Ane Kratholm')!;
  const standing = async (file: MeetingFile) =>
    (await (await town.as(secretary)).find.openMeeting(file.pointer)).apologies.filter(({ withdrawnAt }) => withdrawnAt === null);

  test('what the secretary confirmed is what the person changes, and takes back', async () => {
    const { event, mine, file } = await meetingWithAgenda('Bekræftet afbud');
    const ulla = await town.as(secretary);
    await ulla.attendance.confirmApology(file, asInvited(event));
    const ane = await town.as(attendee);
    const opened = await ane.find.openMeeting(file.pointer);
    const changed = await ane.apology.sendApology({ file: opened, event: mine, scope: whole, substitute: 'Torkil Bækhøj', message: '' });
    expect(await standing(file)).toEqual([changed]);
    expect(changed).toMatchObject({ person: { name: 'Ane Kratholm' }, substitute: 'Torkil Bækhøj', enteredBy: 'Ane Kratholm' });
    await ane.apology.withdrawApology(opened, changed);
    expect(await standing(file)).toEqual([]);
  });

  test('what the person sent is not written over by a secretary who has not seen it yet', async () => {
    const { event, mine, file } = await meetingWithAgenda('Afbud imens');
    const ane = await town.as(attendee);
    const own = await ane.apology.sendApology({ file, event: mine, scope: whole, substitute: 'Torkil Bækhøj', message: '' });
    const ulla = await town.as(secretary);
    expect(await ulla.attendance.confirmApology(file, asInvited(event))).toEqual(own);
    expect(await standing(file)).toEqual([own]);
  });

  test('one that was entered twice is taken back in both places', async () => {
    const { mine, event, file } = await meetingWithAgenda('Dobbelt afbud');
    const ane = await town.as(attendee);
    const own = await ane.apology.sendApology({ file, event: mine, scope: whole, substitute: null, message: '' });
    const twin = { Title: 'Afbud: Ane Kratholm', RowId: 'twin', MeetingKey: file.pointer.key, Shape: 2, PersonName: 'Ane Kratholm' };
    const fields = { ...twin, PersonEmail: asInvited(event).email, ReceivedOn: own.receivedAt, EnteredBy: 'Ulla Skarvad' };
    const made = await town.ask(secretary, `/sites/${board.siteId}/lists/DagsordenAfbud/items`, { method: 'POST', body: { fields } });
    expect(made.status).toBe(201);
    expect(await standing(file)).toHaveLength(2);
    await ane.apology.withdrawApology(await ane.find.openMeeting(file.pointer), own);
    expect(await standing(file)).toEqual([]);
  });
});

describe('acts of one person on two devices', () => {
  /** An apology that this device could not send, nor anything else until the faults are cleared. */
  async function waiting(subject: string) {
    const { event, mine, file } = await meetingWithAgenda(subject);
    const laptop = await town.as(attendee, { kind: 'none' }, { device: `laptop of ${subject}` });
    const phone = await town.as(attendee, { kind: 'none' }, { device: `phone of ${subject}` });
    const send = (commands: typeof phone, substitute: string | null, about = file) =>
      commands.apology.sendApology({ file: about, event: mine, scope: whole, substitute, message: '' });
    const keep = async (substitute: string | null) => {
      await town.fault({ user: `${attendee}@fjordby.example`, cut: 'before' });
      await expect(send(laptop, substitute)).rejects.toMatchObject({ name: 'Offline' });
      await town.clearFaults();
    };
    const calendar = async () => {
      const ulla = await town.as(secretary);
      return (await ulla.find.findEvent(event.id)).event!.invitees.find(({ name }) => name === 'Ane Kratholm')?.answer;
    };
    return { file, laptop, phone, send, keep, calendar };
  }

  test('an apology that was not even stored is not sent when it has been taken back since', async () => {
    const { file, laptop, phone, send, keep, calendar } = await waiting('Taget tilbage imens');
    const items = { file, event: null, scope: { kind: 'items' as const, itemIds: [file.agenda.items[0]!.id] }, substitute: null, message: '' };
    const earlier = await phone.apology.sendApology(items);
    await keep('Torkil Bækhøj');
    await phone.apology.withdrawApology(file, earlier);
    await laptop.outbox.retry();
    expect(laptop.outbox.state()).toMatchObject({ pending: 0, stuck: [], orders: [] });
    expect((await phone.find.openMeeting(file.pointer)).apologies).toMatchObject([{ withdrawnAt: expect.any(String) as string, substitute: null }]);
    expect(await calendar()).not.toBe('declined');
    // Pressed anew, it is the newest act.
    await send(phone, 'Torkil Bækhøj', await phone.find.openMeeting(file.pointer));
    expect((await phone.find.openMeeting(file.pointer)).apologies).toMatchObject([{ withdrawnAt: null, substitute: 'Torkil Bækhøj' }]);
    expect(await calendar()).toBe('declined');
  });

  test('a device that fell asleep while its apology was stored declines nothing when it wakes after that was taken back', async () => {
    const { file, phone, calendar } = await waiting('Sovet imens');
    const person = (await phone.find.openMeeting(file.pointer)).apologies;
    expect(person).toEqual([]);
    let asleep = 0;
    const takeBack = async () => {
      const stored = (await phone.find.openMeeting(file.pointer)).apologies[0]!;
      await phone.apology.withdrawApology(file, stored);
      asleep = 3 * 86_400_000;
    };
    const store = town.storeOf(attendee, async (input, init) => {
      const answer = await fetch(input, init);
      if (init?.method === 'POST' && String(input).includes('DagsordenAfbud/items')) await takeBack();
      return answer;
    });
    const workplace = { store, now: () => new Date(Date.now() + asleep) } as unknown as Workplace;
    const mine = (await phone.find.findMyEvent(file))!;
    const ane = { id: null, name: 'Ane Kratholm', email: `${attendee}@fjordby.example` };
    const words = { person: ane, scope: whole, substitute: null, enteredBy: ane.name, at: new Date().toISOString(), givenFor: file.occasion.start };
    const input = {
      pointer: file.pointer,
      apology: await apologyOf(file.pointer, words),
      decline: { eventId: mine.id, comment: '' },
      onBehalf: false,
    };
    const notes: string[] = [];
    const task = { command: 'sendApology', version: 1, input: JSON.parse(JSON.stringify(input)) as unknown, steps: [] };
    await sendApologyPlan.carryOut(sendApologyOrder, workplace, task, (steps) => notes.push(steps.map(({ state }) => state).join(' ')));
    expect(notes.at(-1)).toBe('done skipped skipped skipped skipped');
    expect(await calendar()).not.toBe('declined');
  });

  test('taken back on two devices, it stays so although another was pressed between the two', async () => {
    const { file, laptop, phone, send, keep, calendar } = await waiting('Taget tilbage to gange');
    const first = await phone.apology.sendApology({
      file,
      event: null,
      scope: { kind: 'items', itemIds: [file.agenda.items[0]!.id] },
      substitute: null,
      message: '',
    });
    const seen = await phone.find.openMeeting(file.pointer);
    await laptop.apology.withdrawApology(seen, first);
    await keep('Torkil Bækhøj');
    // From a screen on which the first one still stands.
    await phone.apology.withdrawApology(seen, first);
    await laptop.outbox.retry();
    expect((await phone.find.openMeeting(file.pointer)).apologies).toMatchObject([{ withdrawnAt: expect.any(String) as string, substitute: null }]);
    expect(await calendar()).not.toBe('declined');
    await send(laptop, 'Poul Kringelholm', await laptop.find.openMeeting(file.pointer));
    expect((await phone.find.openMeeting(file.pointer)).apologies).toMatchObject([{ withdrawnAt: null, substitute: 'Poul Kringelholm' }]);
  });

  test('acts within one second are told apart', async () => {
    const { file, laptop, phone, send, keep } = await waiting('I samme sekund');
    await keep('Torkil Bækhøj');
    await send(phone, 'Poul Kringelholm');
    await laptop.outbox.retry();
    expect((await phone.find.openMeeting(file.pointer)).apologies).toMatchObject([{ substitute: 'Poul Kringelholm', withdrawnAt: null }]);
  });

  test('a newer apology is not written over by an older one', async () => {
    const { file, laptop, phone, send, keep } = await waiting('Nyere afbud');
    await keep('Torkil Bækhøj');
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    await send(phone, 'Poul Kringelholm');
    await laptop.outbox.retry();
    expect(laptop.outbox.state()).toMatchObject({ pending: 0, stuck: [] });
    expect((await phone.find.openMeeting(file.pointer)).apologies).toMatchObject([{ substitute: 'Poul Kringelholm', withdrawnAt: null }]);
  });

  test('an apology by a link counts from when it was pressed, however long the calendar takes to find the meeting', async () => {
    const { file, phone, send } = await waiting('Langsom kalender');
    const first = await send(phone, null);
    const now = await phone.find.openMeeting(file.pointer);
    await town.fault({ user: `${attendee}@fjordby.example`, method: 'GET', path: '^/me/(events|calendarView)', delayMs: 1_500 });
    const again = phone.apology.sendApology({ file: now, event: null, scope: whole, substitute: 'Torkil Bækhøj', message: '' });
    const taken = phone.apology.withdrawApology(now, first);
    await Promise.allSettled([again, taken]);
    await town.clearFaults();
    await phone.outbox.retry();
    expect(phone.outbox.state()).toMatchObject({ pending: 0, stuck: [] });
    expect((await phone.find.openMeeting(file.pointer)).apologies.filter(({ withdrawnAt }) => withdrawnAt === null)).toEqual([]);
  });

  test('taking back that waited leaves an apology that was sent since, and the calendar as it is', async () => {
    const { file, laptop, phone, send, calendar } = await waiting('Sendt igen');
    const first = await send(phone, null);
    await town.fault({ user: `${attendee}@fjordby.example`, cut: 'before' });
    await expect(laptop.apology.withdrawApology(file, first)).rejects.toMatchObject({ name: 'Offline' });
    await town.clearFaults();
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    await phone.apology.sendApology({ file, event: null, scope: whole, substitute: 'Poul Kringelholm', message: '' });
    await laptop.outbox.retry();
    expect(laptop.outbox.state()).toMatchObject({ pending: 0, stuck: [] });
    expect((await phone.find.openMeeting(file.pointer)).apologies).toMatchObject([{ substitute: 'Poul Kringelholm', withdrawnAt: null }]);
    expect(await calendar()).toBe('declined');
  });
});

describe('an answer the calendar does not take', () => {
  test('an apology for a meeting that was called off meanwhile is stored, and holds up nothing', async () => {
    const { event, mine, file } = await meetingWithAgenda('Aflyst møde');
    expect((await town.ask(secretary, `/me/events/${event.id}/cancel`, { method: 'POST', body: { comment: 'Aflyst.' } })).status).toBe(202);
    const ane = await town.as(attendee);
    await ane.apology.sendApology({ file, event: mine, scope: whole, substitute: null, message: '' });
    expect(ane.outbox.state()).toMatchObject({ pending: 0, stuck: [] });
    const apologies = (await ane.find.openMeeting(file.pointer)).apologies;
    expect(apologies).toMatchObject([{ person: { name: 'Ane Kratholm' }, withdrawnAt: null }]);
    await ane.apology.withdrawApology(file, apologies[0]!);
    expect(ane.outbox.state()).toMatchObject({ pending: 0, stuck: [] });
  });

  const decline = { user: `${attendee}@fjordby.example`, method: 'POST', path: '/decline$', status: 403, code: 'ErrorAccessDenied' };

  test('an apology stands although the calendar refuses for good, and the person hears which part failed', async () => {
    const { event, mine, file } = await meetingWithAgenda('Kalender siger nej');
    const ane = await town.as(attendee);
    await town.fault(decline);
    const steps: string[] = [];
    const apology = await ane.apology.sendApology({ file, event: mine, scope: whole, substitute: 'Torkil Bækhøj', message: '' }, (step) =>
      steps.push([step.name, step.state, step.failure?.name ?? ''].join(' ').trim()),
    );
    expect(steps).toEqual([
      'stored doing',
      'stored done',
      'declined doing',
      'declined failed NotAllowed',
      'told skipped',
      'chairTold skipped',
      'secretaryTold skipped',
    ]);
    expect(ane.outbox.state()).toMatchObject({ pending: 0, stuck: [] });
    const ulla = await town.as(secretary);
    expect((await ulla.find.openMeeting(file.pointer)).apologies).toEqual([apology]);
    expect((await ulla.find.findEvent(event.id)).event!.invitees.find(({ name }) => name === 'Ane Kratholm')?.answer).not.toBe('declined');
  });

  test('one that is sent by a later visit waits for the person with what is done; withdrawn meanwhile, it neither stands again nor declines', async () => {
    const { event, mine, file } = await meetingWithAgenda('Kalender siger nej senere');
    const device = 'the device of a calendar that says no';
    const ane = await town.as(attendee, { kind: 'none' }, { device });
    await town.fault({ user: `${attendee}@fjordby.example`, method: 'POST', path: '/decline$', cut: 'before', count: 1 });
    await expect(ane.apology.sendApology({ file, event: mine, scope: whole, substitute: null, message: '' })).rejects.toMatchObject({
      name: 'Offline',
    });
    expect(ane.outbox.state().orders).toMatchObject([
      { command: 'sendApology', steps: [{ state: 'done' }, { state: 'failed' }, ...Array<object>(3).fill({ state: 'waiting' })] },
    ]);
    await town.fault(decline);
    await ane.outbox.retry();
    expect(ane.outbox.state()).toMatchObject({
      pending: 0,
      stuck: [{ command: 'sendApology', failure: { name: 'NotAllowed' } }],
      orders: [
        {
          steps: [
            { name: 'stored', state: 'done' },
            { name: 'declined', state: 'failed', failure: { name: 'NotAllowed' } },
            ...['told', 'chairTold', 'secretaryTold'].map((name) => ({ name, state: 'skipped' })),
          ],
        },
      ],
    });
    // On another device, as a laptop that slept would not know.
    const phone = await town.as(attendee);
    await phone.apology.withdrawApology(file, (await phone.find.openMeeting(file.pointer)).apologies[0]!);
    await town.clearFaults();
    await ane.outbox.retry();
    expect(ane.outbox.state()).toMatchObject({ pending: 0, stuck: [], orders: [] });
    const ulla = await town.as(secretary);
    expect((await ulla.find.openMeeting(file.pointer)).apologies).toMatchObject([{ withdrawnAt: expect.any(String) as string }]);
    expect((await ulla.find.findEvent(event.id)).event!.invitees.find(({ name }) => name === 'Ane Kratholm')?.answer).not.toBe('declined');
  });

  test('sent again, only the calendar is asked', async () => {
    const { event, mine, file } = await meetingWithAgenda('Kalenderen svarer senere');
    const ane = await town.as(attendee, { kind: 'none' }, { device: 'the device of a calendar that answers later' });
    await town.fault({ user: `${attendee}@fjordby.example`, method: 'POST', path: '/decline$', cut: 'before', count: 1 });
    await expect(ane.apology.sendApology({ file, event: mine, scope: whole, substitute: null, message: '' })).rejects.toMatchObject({
      name: 'Offline',
    });
    await town.emptyLog();
    await ane.outbox.retry();
    expect((await town.log()).filter(({ method }) => method !== 'GET').map(({ path }) => path.split('/').at(-1))).toEqual(['decline']);
    const ulla = await town.as(secretary);
    expect((await ulla.find.findEvent(event.id)).event!.invitees.find(({ name }) => name === 'Ane Kratholm')?.answer).toBe('declined');
  });

  test('what Graph calls a wrong request is handed back at once, and what is written next gets through', async () => {
    const { file } = await meetingWithAgenda('Forkert anmodning');
    const ulla = await town.as(secretary);
    const treatment = { itemId: file.agenda.items[0]!.id, openness: 'open' as const, outcome: null, publicDecision: '', notTreated: false };
    await town.fault({ method: 'POST', path: '/lists/[^/]+/items$', status: 400, code: 'invalidRequest', count: 1 });
    await expect(ulla.minutes.recordTreatment(file, { ...treatment, decision: 'Drøftet.' })).rejects.toMatchObject({
      name: 'Refused',
      detail: { code: 'invalidRequest', status: '400' },
    });
    await town.clearFaults();
    expect(ulla.outbox.state()).toMatchObject({ pending: 0, stuck: [] });
    await ulla.minutes.recordTreatment(file, { ...treatment, decision: 'Godkendt.' });
    expect((await ulla.find.openMeeting(file.pointer)).treatments.map(({ decision }) => decision)).toEqual(['Godkendt.']);
  });

  test('a change that was stored does not look like one that waits, when only the reading afterwards fails', async () => {
    const { file } = await meetingWithAgenda('Læsning fejler');
    const ulla = await town.as(secretary);
    const before = file.agenda.items[0]!;
    await town.fault({ method: 'GET', path: '/lists/DagsordenMoeder/items', status: 500, code: 'generalException' });
    const changed = await ulla.agenda.changeItem(file, before, { ...before, title: 'Nyt fra direktionen' });
    await town.clearFaults();
    expect(changed.agenda.items[0]!.title).toBe('Nyt fra direktionen');
    expect((await ulla.find.openMeeting(file.pointer)).agenda.items[0]!.title).toBe('Nyt fra direktionen');
  });
});
