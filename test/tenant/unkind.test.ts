import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { peopleOfSeveralNames, x500Of } from '../../src/tenant/fixtures/addresses/addresses.ts';
import { board, client, daysFromNow, fjordby, type Fjordby, type GraphAs, type Loose } from './running.ts';

let tenant: Fjordby;
let ulla: GraphAs;
let ane: GraphAs;
beforeAll(async () => {
  tenant = await fjordby({ fixture: 'addresses' });
  ulla = await tenant.as('ulla.skarvad');
  ane = await tenant.as('ane.kratholm');
});
afterEach(() => tenant.dev('DELETE', '/faults'));
afterAll(() => tenant.close());

const at = (day: string, hour: string) => ({ dateTime: `${day}T${hour}:00`, timeZone: 'UTC' });
const mail = (name: string) => `${name}@fjordby.example`;
const attendee = (name: string) => ({ type: 'required', emailAddress: { address: mail(name) } });
const addressesOf = (event: Loose): string[] => event.attendees.map(({ emailAddress }: Loose) => emailAddress.address);
const typesOf = (event: Loose): Record<string, string> =>
  Object.fromEntries(event.attendees.map(({ type, emailAddress }: Loose) => [emailAddress.address, type]));

async function bySubject(who: GraphAs, subject: string): Promise<Loose> {
  const found = (await who.get(`/me/events?$filter=${encodeURIComponent(`subject eq '${subject}'`)}`)).body.value;
  return found[0];
}

async function meeting(subject: string, day: string, more: object = {}): Promise<Loose> {
  const body = { subject, start: at(day, '10:00'), end: at(day, '11:00'), attendees: [attendee('ane.kratholm'), attendee('mona.thuesen')], ...more };
  return (await ulla.post('/me/events', body)).body;
}

const forward = (who: GraphAs, id: string, to: string) => who.post(`/me/events/${id}/forward`, { toRecipients: [{ emailAddress: { address: to } }] });

describe('an invitation passed on by an attendee', () => {
  it('is a copy of its own with the same iCalUId; the organiser gains an optional attendee, the others do not hear of it', async () => {
    const event = await meeting('Videresendt', '2027-04-05');
    const own = await bySubject(ane, 'Videresendt');
    expect((await forward(ane, own.id, mail('per.gyvelbo'))).status).toBe(202);
    const per = await tenant.as('per.gyvelbo');
    const copy = await bySubject(per, 'Videresendt');
    expect([copy.iCalUId === event.iCalUId, copy.id === own.id, copy.isOrganizer, copy.responseStatus.response]).toEqual([
      true,
      false,
      false,
      'notResponded',
    ]);
    expect(copy.organizer.emailAddress.address).toBe(mail('ulla.skarvad'));
    expect(addressesOf(copy)).not.toContain(mail('per.gyvelbo'));
    expect(typesOf((await ulla.get(`/me/events/${event.id}`)).body)[mail('per.gyvelbo')]).toBe('optional');
    const mona = await tenant.as('mona.thuesen');
    expect(addressesOf(await bySubject(mona, 'Videresendt'))).not.toContain(mail('per.gyvelbo'));
    // An update reaches the new one like all others.
    await ulla.patch(`/me/events/${event.id}`, { subject: 'Videresendt og rettet' });
    expect((await bySubject(per, 'Videresendt og rettet')).iCalUId).toBe(event.iCalUId);
    expect(addressesOf(await bySubject(mona, 'Videresendt og rettet'))).toContain(mail('per.gyvelbo'));
  });

  it('without word to the organiser (forwardUntold) adds who answers, as optional', async () => {
    await tenant.dev('POST', '/faults', { path: '/forward$', forwardUntold: true, forwardRenamed: true });
    const event = await meeting('Tavst', '2027-04-06');
    await forward(ane, (await bySubject(ane, 'Tavst')).id, mail('per.gyvelbo'));
    expect(addressesOf((await ulla.get(`/me/events/${event.id}`)).body)).toHaveLength(2);
    const per = await tenant.as('per.gyvelbo');
    const copy = await bySubject(per, 'FW: Tavst');
    await per.post(`/me/events/${copy.id}/accept`, {});
    const [, , third] = (await ulla.get(`/me/events/${event.id}`)).body.attendees;
    expect([third.type, third.emailAddress.address, third.status.response]).toEqual(['optional', mail('per.gyvelbo'), 'accepted']);
  });

  it('of one occurrence is a single event, and an exception at the organiser', async () => {
    const series = await meeting('Række', '2027-04-07', {
      recurrence: {
        pattern: { type: 'daily', interval: 1 },
        range: { type: 'numbered', startDate: '2027-04-07', numberOfOccurrences: 3, recurrenceTimeZone: 'UTC' },
      },
    });
    const window = 'startDateTime=2027-04-07T00:00:00Z&endDateTime=2027-04-12T00:00:00Z';
    const second = (who: GraphAs, subject: string) =>
      who
        .get(`/me/calendarView?${window}&$orderby=start/dateTime`)
        .then(({ body }) => body.value.filter((one: Loose) => one.subject === subject && one.start.dateTime.startsWith('2027-04-08'))[0]);
    await forward(ane, (await second(ane, 'Række')).id, mail('per.gyvelbo'));
    const per = await tenant.as('per.gyvelbo');
    const copy = await second(per, 'Række');
    expect([copy.type, copy.iCalUId]).toEqual(['singleInstance', series.iCalUId]);
    const theirs = await second(ulla, 'Række');
    expect([theirs.type, typesOf(theirs)[mail('per.gyvelbo')]]).toEqual(['exception', 'optional']);
    expect(addressesOf((await ulla.get(`/me/events/${series.id}`)).body)).toHaveLength(2);
  });
});

describe('a whole series passed on', () => {
  const window = 'startDateTime=2027-06-07T00:00:00Z&endDateTime=2027-06-12T00:00:00Z&$orderby=start/dateTime';
  const shown = async (who: GraphAs) =>
    (await who.get(`/me/calendarView?${window}`)).body.value.filter((one: Loose) => one.subject === 'Hele rækken');

  it('comes without what the forwarder declined, once to who is invited already, and to the organiser by name where it goes out of the house', async () => {
    const series = await meeting('Hele rækken', '2027-06-07', {
      recurrence: {
        pattern: { type: 'daily', interval: 1 },
        range: { type: 'numbered', startDate: '2027-06-07', numberOfOccurrences: 3, recurrenceTimeZone: 'UTC' },
      },
    });
    const [, second] = await shown(ane);
    await ane.post(`/me/events/${second.id}/decline`, { sendResponse: false });
    expect(await shown(ane)).toHaveLength(2);
    const master = (await shown(ane))[0].seriesMasterId as string;
    for (const to of [mail('per.gyvelbo'), mail('mona.thuesen'), 'gaest@nabo.example']) await forward(ane, master, to);
    const per = await tenant.as('per.gyvelbo');
    expect(await shown(per)).toHaveLength(3);
    expect(await shown(await tenant.as('mona.thuesen'))).toHaveLength(3);
    const { body } = await ulla.get(`/me/events/${series.id}`);
    expect(typesOf(body)).toEqual({
      [mail('ane.kratholm')]: 'required',
      [mail('mona.thuesen')]: 'required',
      [mail('per.gyvelbo')]: 'optional',
      'gaest@nabo.example': 'optional',
    });
  });
});

describe('people of several names', () => {
  it('sign in by one and are written to by others', async () => {
    const [inge] = peopleOfSeveralNames;
    const select = '?$select=userPrincipalName,mail,proxyAddresses,otherMails';
    const { body } = await ulla.get(`/users/${inge?.id ?? ''}${select}`);
    expect([body.userPrincipalName, body.mail, body.otherMails]).toEqual([mail('insa'), mail('inge.sandholt'), ['inge.sandholt@privat.example']]);
    expect(body.proxyAddresses).toContain(`x500:${x500Of('Inge Sandholt')}`);
    expect((await ulla.get(`/users/${mail('insa')}`)).body.id).toBe(inge?.id);
    expect((await ulla.get(`/users/${mail('inge.sandholt')}`)).status).toBe(404);
  });

  it('answer by whichever address they were invited, the X.500 one too; a group is opened into mailboxes, a name reaches nobody', async () => {
    const event = await bySubject(ulla, 'Ejendomsstrategi: fælles møde');
    expect(event.attendees.map(({ emailAddress }: Loose) => emailAddress.name)).toEqual([
      'Ane Kratholm',
      'Inge Sandholt',
      'Vagn Lindvang',
      'Direktionen',
      'Møde Byrådssalen',
      'Konsulent Karl Vestermark',
    ]);
    const { body: signedIn } = await tenant.dev('POST', '/token', { user: 'vali@adm.fjordby.example', scopes: ['Calendars.ReadWrite'] });
    const vagn = client(tenant.origin, signedIn.access_token);
    const copy = await bySubject(vagn, event.subject);
    expect(copy.iCalUId).toBe(event.iCalUId);
    await vagn.post(`/me/events/${copy.id}/accept`, {});
    const told = (await ulla.get(`/me/events/${event.id}`)).body.attendees;
    expect(told).toHaveLength(6);
    expect(told[2].status.response).toBe('accepted');
    // Asger is in the group, and nowhere else on the list.
    const asger = await tenant.as('asger.moelbjerg');
    const own = await bySubject(asger, event.subject);
    await asger.post(`/me/events/${own.id}/decline`, {});
    expect((await ulla.get(`/me/events/${event.id}`)).body.attendees[6]).toMatchObject({ type: 'optional', status: { response: 'declined' } });
  });

  it('groups are found by their address', async () => {
    const { body } = await ulla.get(`/groups?$filter=${encodeURIComponent(`mail eq '${mail('direktionen')}'`)}`);
    expect(body.value.map(({ displayName }: Loose) => displayName)).toEqual(['Direktionen']);
  });
});

describe('lists', () => {
  const make = async (columns: object[], displayName: string): Promise<{ site: string; list: string }> => {
    const { site } = await board(ulla, 'Direktionen');
    return { site, list: (await ulla.post(`/sites/${site}/lists`, { displayName, list: {}, columns })).body.id };
  };

  it('show what a lookup looks up, a person and several values, to those who ask by name', async () => {
    const { site, list: boards } = await make([{ name: 'Code', text: {} }], 'Opslag');
    const looked = (await ulla.post(`/sites/${site}/lists/${boards}/items`, { fields: { Title: 'Direktionen', Code: 'DIR' } })).body;
    const { list } = await make(
      [
        { name: 'Board', lookup: { listId: boards, columnName: 'Title' } },
        { name: 'Boards', lookup: { listId: boards, columnName: 'Code', allowMultipleValues: true } },
        { name: 'Owner', personOrGroup: {} },
      ],
      'Opslår',
    );
    const items = `/sites/${site}/lists/${list}/items`;
    const { AuthorLookupId: number } = looked.fields;
    const made = await ulla.post(items, {
      fields: {
        BoardLookupId: looked.id,
        OwnerLookupId: number,
        BoardsLookupId: [Number(looked.id)],
        'BoardsLookupId@odata.type': 'Collection(Edm.Int32)',
      },
    });
    expect([made.status, made.body.fields.Board, made.body.fields.BoardLookupId]).toEqual([201, undefined, looked.id]);
    const { fields } = (await ulla.get(`${items}/${made.body.id}?$expand=fields($select=Board,BoardLookupId,Boards,Owner,Author)`)).body;
    expect(fields).toMatchObject({
      Board: 'Direktionen',
      BoardLookupId: looked.id,
      Boards: [{ LookupId: Number(looked.id), LookupValue: 'DIR' }],
      Owner: 'Ulla Skarvad',
      Author: 'Ulla Skarvad',
    });
    expect((await ulla.get(`${items}/${made.body.id}/fields`)).body.Owner).toBeUndefined();
    expect((await ulla.get(`${items}/${made.body.id}/fields?$select=Owner`)).body.Owner).toBe('Ulla Skarvad');
  });

  it('mistake a person for the text beside it that is called the same with Id (gd#19901)', async () => {
    const { site, list } = await make(
      [
        { name: 'Employee', personOrGroup: {} },
        { name: 'EmployeeId', text: {} },
        { name: 'EmployeeSuperior', personOrGroup: {} },
      ],
      'Ansatte',
    );
    const items = `/sites/${site}/lists/${list}/items`;
    const { fields: own } = (await ulla.post(items, { fields: { Title: 'x' } })).body;
    const number = own.AuthorLookupId as string;
    const text = await ulla.post(items, { fields: { EmployeeLookupId: number } });
    expect([text.status, text.body.fields.EmployeeId, text.body.fields.EmployeeLookupId]).toEqual([201, number, undefined]);
    const asNumber = await ulla.post(items, { fields: { EmployeeLookupId: Number(number) } });
    expect([asNumber.status, asNumber.body.error.code]).toEqual([500, 'generalException']);
    expect((await ulla.post(items, { fields: { EmployeeSuperiorLookupId: number } })).body.fields.EmployeeSuperiorLookupId).toBe(number);
  });
});

describe('calendars', () => {
  it('expand extensions oddly where that is asked for', async () => {
    const event = await meeting('Udvidet', '2027-04-20', { extensions: [{ extensionName: 'dk.test', a: 1 }] });
    const one = `/me/events/${event.id}?$expand=extensions`;
    expect((await ulla.get(one)).body.extensions).toHaveLength(1);
    const play = async (oddExpand: string) => {
      await tenant.dev('DELETE', '/faults');
      await tenant.dev('POST', '/faults', { path: 'expand', oddExpand });
    };
    await play('refused');
    expect((await ulla.get(one)).body.error).toMatchObject({ code: 'ErrorInvalidRequest', message: 'The OData request is not supported.' });
    await play('unfiltered');
    expect((await ulla.get('/me/events?$expand=extensions')).status).toBe(500);
    expect((await ulla.get(`/me/events?$expand=extensions($filter=id eq 'dk.test')`)).status).toBe(200);
    expect((await ulla.get(one)).status).toBe(200);
    await play('absent');
    const left = await ulla.get(one);
    expect([left.status, left.body.extensions]).toEqual([200, undefined]);
  });

  it('change their ids from one day to the next, and right after they were made', async () => {
    const before = (await ane.get('/me/calendar')).body.id as string;
    await tenant.dev('POST', '/calendars/drift', { user: mail('ane.kratholm') });
    const after = (await ane.get('/me/calendar')).body.id as string;
    expect(after).not.toBe(before);
    expect((await ane.get(`/me/calendars/${before}`)).body.error.code).toBe('ErrorItemNotFound');
    const window = `startDateTime=${daysFromNow(-30)}&endDateTime=${daysFromNow(30)}`;
    expect((await ane.get(`/me/calendars/${after}/calendarView?${window}`)).body.value.length).toBeGreaterThan(0);
    await tenant.dev('POST', '/faults', { path: '/calendars$', calendarDrift: true });
    const { body: made } = await ane.post('/me/calendars', { name: 'Udvalg' });
    expect((await ane.get(`/me/calendars/${made.id}`)).status).toBe(404);
    expect((await ane.get('/me/calendars')).body.value.map(({ name }: Loose) => name)).toContain('Udvalg');
  });
});
