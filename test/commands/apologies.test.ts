import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Board, CalendarEvent, MeetingFile } from '../../src/meeting/meeting.ts';
import { agendaOf, at } from '../meeting/agendas.ts';
import { fjordby, inWholeSeconds } from './fjordby.ts';

const town = fjordby();
const secretary = 'ulla.skarvad';
const attendee = 'ane.kratholm';
const whole = { kind: 'meeting' } as const;

let board: Board;
beforeAll(async () => {
  const commands = await town.as(secretary);
  const team = (await commands.listBoards()).find((choice) => choice.name === 'Direktionen')!;
  board = await commands.prepareBoard(team.teamId, () => undefined);
}, 30_000);

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
  const event = (await ulla.findEvent((body as { id: string }).id)).event!;
  const agenda = agendaOf(['1 Nyt @09.00-09.20', '2 Budget'], { start: at('09.00'), title: subject });
  const file = await ulla.attachAgenda({ event, board, agenda }, () => undefined);
  const mine = (await (await town.as(attendee)).findMyEvent(file))!;
  return { event, mine, file };
}

describe('taking back an apology', () => {
  test('waits for a connection like everything else, and then takes both the row and the calendar back', async () => {
    const { event, mine, file } = await meetingWithAgenda('Fortrudt afbud');
    const ane = await town.as(attendee);
    const apology = await ane.sendApology({
      file,
      event: mine,
      scope: { kind: 'items', itemIds: [file.agenda.items[0]!.id] },
      substitute: null,
      message: '',
    });
    await town.fault({ user: `${attendee}@fjordby.example`, cut: 'before' });
    await expect(ane.withdrawApology(file, apology)).rejects.toMatchObject({ name: 'Offline' });
    expect(ane.outbox().pending).toBe(1);
    await town.clearFaults();
    await ane.retryOutbox();
    expect(ane.outbox()).toMatchObject({ pending: 0, stuck: [] });
    const ulla = await town.as(secretary);
    expect((await ulla.openMeeting(file.pointer)).apologies).toMatchObject([{ withdrawnAt: expect.any(String) as string }]);
    expect((await ulla.findEvent(event.id)).event!.invitees.find(({ name }) => name === 'Ane Kratholm')?.answer).toBe('accepted');
  });

  test.each([
    ['no mailbox', { status: 404, code: 'MailboxNotEnabledForRESTAPI' }],
    ['no permission for the calendar', { status: 403, code: 'ErrorAccessDenied' }],
    ['a look-up that Exchange refuses', { status: 400, code: 'ErrorInvalidRequest' }],
  ])('%s: the apology is taken back all the same, and the calendar is left alone', async (_why, answer) => {
    const { mine, file } = await meetingWithAgenda(`Uden kalender ${answer.status}`);
    const ane = await town.as(attendee);
    const apology = await ane.sendApology({ file, event: mine, scope: whole, substitute: null, message: '' });
    await town.fault({ user: `${attendee}@fjordby.example`, path: '/(events|calendarView)', ...answer });
    await ane.withdrawApology(file, apology);
    await town.clearFaults();
    expect(ane.outbox()).toMatchObject({ pending: 0, stuck: [] });
    expect((await ane.openMeeting(file.pointer)).apologies).toMatchObject([{ withdrawnAt: expect.any(String) as string }]);
  });
});

describe('one person, one apology', () => {
  /** The secretary has no Entra ids of those invited, only the addresses. */
  const asInvited = (event: CalendarEvent) => event.invitees.find(({ name }) => name === 'Ane Kratholm')!;
  const standing = async (file: MeetingFile) =>
    (await (await town.as(secretary)).openMeeting(file.pointer)).apologies.filter(({ withdrawnAt }) => withdrawnAt === null);

  test('what the secretary confirmed is what the person changes, and takes back', async () => {
    const { event, mine, file } = await meetingWithAgenda('Bekræftet afbud');
    const ulla = await town.as(secretary);
    await ulla.confirmApology(file, asInvited(event));
    const ane = await town.as(attendee);
    const opened = await ane.openMeeting(file.pointer);
    const changed = await ane.sendApology({ file: opened, event: mine, scope: whole, substitute: 'Torkil Bækhøj', message: '' });
    expect(await standing(file)).toEqual([inWholeSeconds(changed)]);
    expect(changed).toMatchObject({ person: { name: 'Ane Kratholm' }, substitute: 'Torkil Bækhøj', enteredBy: 'Ane Kratholm' });
    await ane.withdrawApology(opened, changed);
    expect(await standing(file)).toEqual([]);
  });

  test('what the person sent is not written over by a secretary who has not seen it yet', async () => {
    const { event, mine, file } = await meetingWithAgenda('Afbud imens');
    const ane = await town.as(attendee);
    const own = await ane.sendApology({ file, event: mine, scope: whole, substitute: 'Torkil Bækhøj', message: '' });
    const ulla = await town.as(secretary);
    expect(await ulla.confirmApology(file, asInvited(event))).toEqual(inWholeSeconds(own));
    expect(await standing(file)).toEqual([inWholeSeconds(own)]);
  });

  test('one that was entered twice is taken back in both places', async () => {
    const { mine, event, file } = await meetingWithAgenda('Dobbelt afbud');
    const ane = await town.as(attendee);
    const own = await ane.sendApology({ file, event: mine, scope: whole, substitute: null, message: '' });
    const twin = { Title: 'Afbud: Ane Kratholm', RowId: 'twin', MeetingKey: file.pointer.key, Shape: 2, PersonName: 'Ane Kratholm' };
    const fields = { ...twin, PersonEmail: asInvited(event).email, ReceivedOn: own.receivedAt, EnteredBy: 'Ulla Skarvad' };
    const made = await town.ask(secretary, `/sites/${board.siteId}/lists/DagsordenAfbud/items`, { method: 'POST', body: { fields } });
    expect(made.status).toBe(201);
    expect(await standing(file)).toHaveLength(2);
    await ane.withdrawApology(await ane.openMeeting(file.pointer), own);
    expect(await standing(file)).toEqual([]);
  });
});

describe('an answer the calendar does not take', () => {
  test('an apology for a meeting that was called off meanwhile is stored, and holds up nothing', async () => {
    const { event, mine, file } = await meetingWithAgenda('Aflyst møde');
    expect((await town.ask(secretary, `/me/events/${event.id}/cancel`, { method: 'POST', body: { comment: 'Aflyst.' } })).status).toBe(202);
    const ane = await town.as(attendee);
    await ane.sendApology({ file, event: mine, scope: whole, substitute: null, message: '' });
    expect(ane.outbox()).toMatchObject({ pending: 0, stuck: [] });
    const apologies = (await ane.openMeeting(file.pointer)).apologies;
    expect(apologies).toMatchObject([{ person: { name: 'Ane Kratholm' }, withdrawnAt: null }]);
    await ane.withdrawApology(file, apologies[0]!);
    expect(ane.outbox()).toMatchObject({ pending: 0, stuck: [] });
  });

  test('what Graph calls a wrong request is handed back at once, and what is written next gets through', async () => {
    const { file } = await meetingWithAgenda('Forkert anmodning');
    const ulla = await town.as(secretary);
    const treatment = { itemId: file.agenda.items[0]!.id, openness: 'open' as const, outcome: null, publicDecision: '', notTreated: false };
    await town.fault({ method: 'POST', path: '/lists/[^/]+/items$', status: 400, code: 'invalidRequest', count: 1 });
    await expect(ulla.recordTreatment(file, { ...treatment, decision: 'Drøftet.' })).rejects.toMatchObject({
      name: 'Refused',
      detail: { code: 'invalidRequest', status: '400' },
    });
    await town.clearFaults();
    expect(ulla.outbox()).toMatchObject({ pending: 0, stuck: [] });
    await ulla.recordTreatment(file, { ...treatment, decision: 'Godkendt.' });
    expect((await ulla.openMeeting(file.pointer)).treatments.map(({ decision }) => decision)).toEqual(['Godkendt.']);
  });

  test('a change that was stored does not look like one that waits, when only the reading afterwards fails', async () => {
    const { file } = await meetingWithAgenda('Læsning fejler');
    const ulla = await town.as(secretary);
    const before = file.agenda.items[0]!;
    await town.fault({ method: 'GET', path: '/lists/DagsordenMoeder/items', status: 500, code: 'generalException' });
    const changed = await ulla.changeItem(file, before, { ...before, title: 'Nyt fra direktionen' });
    await town.clearFaults();
    expect(changed.agenda.items[0]!.title).toBe('Nyt fra direktionen');
    expect((await ulla.openMeeting(file.pointer)).agenda.items[0]!.title).toBe('Nyt fra direktionen');
  });
});
