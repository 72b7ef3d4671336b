import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { peopleOfSeveralNames } from '../../src/tenant/fixtures/addresses/addresses.ts';
import { answersOf, countAnswers } from '../../src/meeting/attendance.ts';
import type { Apology, Board, CalendarEvent, MeetingFile, Person } from '../../src/meeting/meeting.ts';
import { apologyId } from '../../src/storage/apologyRow.ts';
import { agendaOf, at } from '../meeting/agendas.ts';
import { comingMeeting, fjordby } from './fjordby.ts';

const town = fjordby({ fixture: 'addresses' });
const secretary = 'ulla.skarvad';
const inge = peopleOfSeveralNames[0]!;
const byMail: Person = { id: null, name: inge.displayName, email: inge.mail! };
const bySignIn: Person = { id: inge.id, name: inge.displayName, email: inge.upn };

let board: Board;
let event: CalendarEvent;
let file: MeetingFile;
beforeAll(async () => {
  const ulla = await town.as(secretary);
  const team = (await ulla.board.listBoards()).find((choice) => choice.name === 'Direktionen')!;
  board = await ulla.board.prepareBoard(team.teamId, () => undefined);
  event = await comingMeeting(ulla, /^Ejendomsstrategi/);
  const agenda = agendaOf(['1 Nyt @09.00-09.20'], { start: at('09.00'), title: event.subject });
  file = await ulla.agenda.attachAgenda({ event, board, agenda }, () => undefined);
});
afterEach(() => town.clearFaults());

const written = async (person: Person, enteredBy: string): Promise<Apology> => ({
  id: await apologyId(file.pointer.key, person),
  person,
  scope: { kind: 'meeting' },
  substitute: null,
  receivedAt: new Date().toISOString(),
  enteredBy,
  withdrawnAt: null,
});

describe('who called a meeting', () => {
  const calledBy = (organizer: string | undefined) => ({ occasion: { ...file.occasion, organizer } });
  test('is known by the directory, whichever of their addresses the row tells', async () => {
    const pane = await town.as(inge.upn.split('@')[0]!);
    for (const address of [inge.upn, inge.mail!, inge.mail!.toUpperCase()]) expect(await pane.find.calledByMe(calledBy(address))).toBe(true);
    expect(await pane.find.calledByMe(calledBy('ulla.skarvad@fjordby.example'))).toBe(false);
    expect(await pane.find.calledByMe(calledBy('ukendt@andetsteds.example'))).toBe(false);
    expect(await pane.find.calledByMe(calledBy(undefined))).toBe(false);
  });
  test('is known by the address alone where the directory does not answer', async () => {
    const pane = await town.as(inge.upn.split('@')[0]!);
    await town.fault({ path: '/users', status: 403, code: 'Authorization_RequestDenied' });
    expect(await pane.find.calledByMe(calledBy(inge.upn))).toBe(true);
  });
});

describe('those invited to a meeting', () => {
  test('are known by their object ids, whatever address they were invited under; a room is none of them', async () => {
    const ulla = await town.as(secretary);
    await town.emptyLog();
    const { invitees } = await ulla.attendance.whoIsListed(file, event);
    expect(invitees.map(({ name, id, isGroup = false }) => [name, id !== null, isGroup])).toEqual([
      ['Ane Kratholm', true, false],
      ['Inge Sandholt', true, false],
      ['Vagn Lindvang', true, false],
      ['Direktionen', false, true],
      ['Konsulent Karl Vestermark', false, false],
    ]);
    const asked = (await town.log()).filter(({ path }) => path.includes('/users'));
    // All in one batch, which tells them apart.
    expect(asked.map(({ batchId }) => batchId)).toEqual(['0', '1', '2']);
    await town.emptyLog();
    await ulla.attendance.whoIsListed(file, event);
    expect(await town.log()).toEqual([]);
  });

  test('where other addresses may not be looked up, are persons by themselves; a group stays one', async () => {
    const ulla = await town.as(secretary);
    await town.fault({ path: 'proxyAddresses', status: 403, code: 'Authorization_RequestDenied' });
    const { invitees } = await ulla.attendance.whoIsListed(file, event);
    expect(invitees.map(({ name, id, isGroup = false }) => [name, id !== null, isGroup])).toEqual([
      ['Ane Kratholm', true, false],
      ['Inge Sandholt', true, false],
      ['Vagn Lindvang', false, false],
      ['Direktionen', false, true],
      ['Konsulent Karl Vestermark', false, false],
    ]);
  });

  test('a directory that does not answer is told, and not taken for one that knows nobody', async () => {
    const ulla = await town.as(secretary);
    await town.fault({ path: '/users', status: 403, code: 'Authorization_RequestDenied' });
    await expect(ulla.attendance.whoIsListed(file, event)).rejects.toMatchObject({ name: 'ConsentMissing' });
    // What is written does not wait for it.
    const karl = event.invitees.find(({ name }) => name.endsWith('Vestermark'))!;
    const apology = await ulla.attendance.confirmApology(file, karl);
    expect(apology.person).toMatchObject({ name: 'Konsulent Karl Vestermark', id: null });
    await ulla.apology.withdrawApology(file, apology);
  });
});

describe('the apology of somebody with several addresses', () => {
  test('is found under the key an earlier version stored it by, and is one, in the list as in the minutes', async () => {
    const store = town.storeOf(secretary);
    const [old, own] = [await written(byMail, 'Ulla Skarvad'), await written(bySignIn, inge.displayName)];
    expect(old.id).not.toBe(own.id);
    await store.changeApologies(file.pointer, () => [old]);
    const ulla = await town.as(secretary);
    expect((await ulla.attendance.confirmApology(file, bySignIn)).id).toBe(old.id);

    await store.changeApologies(file.pointer, () => [own]);
    const stored = await ulla.find.openMeeting(file.pointer);
    const listed = await ulla.attendance.whoIsListed(stored, event);
    const rows = answersOf(listed, { ...stored, apologies: listed.apologies });
    expect(rows.filter(({ person }) => person.name === inge.displayName)).toHaveLength(1);
    expect(rows.some(({ answer }) => answer === 'notInvited')).toBe(false);
    expect(countAnswers(rows)).toMatchObject({ invited: 4, apologies: 1, groups: 1 });
    const preview = await ulla.publish.previewPublication(stored);
    expect(preview.outsiders.excused.map(({ name }) => name)).toEqual([inge.displayName]);

    await ulla.apology.withdrawApology(stored, own);
    const after = await ulla.find.openMeeting(file.pointer);
    expect(after.apologies.filter(({ person, withdrawnAt }) => person.name === inge.displayName && withdrawnAt === null)).toEqual([]);
  });

  test('entered by the secretary under the mail address is kept with the object id', async () => {
    const ulla = await town.as(secretary);
    const apology = await ulla.attendance.confirmApology(file, byMail);
    expect(apology.person.id).toBe(inge.id);
    await ulla.apology.withdrawApology(file, apology);
  });
});

describe('somebody whom the invitation does not name', () => {
  const whole = { kind: 'meeting' } as const;
  const rowsOf = async () => {
    const ulla = await town.as(secretary);
    const stored = await ulla.find.openMeeting(file.pointer);
    const listed = await ulla.attendance.whoIsListed(stored, (await ulla.find.findEvent(event.id)).event!);
    return answersOf(listed, { ...stored, apologies: listed.apologies });
  };

  test('because a group is invited declines their own copy, and stands with the apology beside the group', async () => {
    const lene = await town.as('lene.vadgaard');
    const mine = (await lene.find.findMyEvent(file))!;
    expect(mine).toMatchObject({ iAmOrganizer: false });
    const apology = await lene.apology.sendApology({ file, event: mine, scope: whole, substitute: null, message: '' });
    const rows = await rowsOf();
    expect(rows.filter(({ person }) => person.name === 'Lene Vadgaard')).toMatchObject([{ apology: { id: apology.id }, suggested: false }]);
    expect(rows.filter(({ answer }) => answer === 'group')).toHaveLength(1);
    await lene.apology.withdrawApology(file, apology);
  });

  test('because it was forwarded to them declines their own copy, and stands once', async () => {
    const own = (await (await town.as('ane.kratholm')).find.findMyEvent(file))!;
    const recipient = { emailAddress: { address: 'mona.thuesen@fjordby.example', name: 'Mona Thuesen' } };
    const sent = await town.ask('ane.kratholm', `/me/events/${own.id}/forward`, { method: 'POST', body: { toRecipients: [recipient], comment: '' } });
    expect(sent.status).toBe(202);
    const mona = await town.as('mona.thuesen');
    const mine = (await mona.find.findMyEvent(file))!;
    const apology = await mona.apology.sendApology({ file, event: mine, scope: whole, substitute: null, message: '' });
    expect((await rowsOf()).filter(({ person }) => person.name === 'Mona Thuesen')).toMatchObject([
      { apology: { id: apology.id }, suggested: false },
    ]);
    expect(await mona.find.findMyEvent(file)).toBeNull();
    await mona.apology.withdrawApology(file, apology);
  });
});
