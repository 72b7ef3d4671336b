import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { daysFromNow, fjordby, type Fjordby, type GraphAs, type Loose } from './running.ts';

let tenant: Fjordby;
let ulla: GraphAs;
let ane: GraphAs;

beforeAll(async () => {
  tenant = await fjordby();
  [ulla, ane] = [await tenant.as('ulla.skarvad'), await tenant.as('ane.kratholm')];
});
afterAll(() => tenant.close());

const copenhagen = { Prefer: 'outlook.timezone="Romance Standard Time"' };
const view = (from: string, to: string, rest = '') => `/me/calendarView?startDateTime=${from}&endDateTime=${to}&$top=100${rest}`;
const month = (rest = '') => view(daysFromNow(-1), daysFromNow(40), rest);
const attendee = (person: string, type = 'required') => ({ type, emailAddress: { address: `${person}@fjordby.example` } });
const at = (dateTime: string, timeZone = 'Romance Standard Time') => ({ dateTime, timeZone });

async function meeting(more: Record<string, unknown> = {}): Promise<Loose> {
  const { status, body } = await ulla.post('/me/events', {
    subject: 'Prøvemøde',
    body: { contentType: 'HTML', content: '<p>Dagsorden følger.</p>' },
    start: at('2027-03-10T09:00:00'),
    end: at('2027-03-10T10:00:00'),
    attendees: [attendee('ane.kratholm'), attendee('rikke.vindum', 'optional')],
    ...more,
  });
  expect(status).toBe(201);
  return body;
}

/** A person's own copy of a meeting. */
async function copy(graph: GraphAs, iCalUId: string, day = '2027-03-10'): Promise<Loose> {
  const { body } = await graph.get(view(`${day}T00:00:00Z`, `${day}T23:59:00Z`));
  return body.value.find((event: { iCalUId: string }) => event.iCalUId === iCalUId);
}

describe('calendarView', () => {
  it('wants both ends of its window and reads their own offset', async () => {
    expect((await ulla.get('/me/calendarView?startDateTime=2027-01-01')).status).toBe(400);
    const event = await meeting({ start: at('2027-05-05T01:00:00', 'UTC'), end: at('2027-05-05T02:00:00', 'UTC') });
    const within = async (from: string, to: string) =>
      (await ulla.get(view(encodeURIComponent(from), encodeURIComponent(to)))).body.value.some(({ id }: { id: string }) => id === event.id);
    expect(await within('2027-05-05T03:00:00+02:00', '2027-05-05T04:00:00+02:00')).toBe(true);
    expect(await within('2027-05-05T03:00:00', '2027-05-05T04:00:00')).toBe(false);
    expect(await within('2027-05-04T00:00:00', '2027-05-05T01:00:00')).toBe(false);
  });

  it('gives ten at a time and a link to the rest', async () => {
    const first = await ulla.get(`/me/calendarView?startDateTime=${daysFromNow(-100)}&endDateTime=${daysFromNow(60)}`);
    expect(first.body.value).toHaveLength(10);
    expect(first.body['@odata.nextLink']).toMatch(/^https:\/\/localhost:\d+\/v1\.0\/me\/calendarView\?.*\$skip=10/);
    const second = await ulla.get(first.body['@odata.nextLink']);
    const seen = [...first.body.value, ...second.body.value].map(({ id }: { id: string }) => id);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('writes times in the zone asked for and says so', async () => {
    const event = await meeting();
    const plain = (await ulla.get(`/me/events/${event.id}`)).body;
    expect(plain.start).toEqual({ dateTime: '2027-03-10T08:00:00.0000000', timeZone: 'UTC' });
    const { body, headers } = await ulla.get(`/me/events/${event.id}`, {
      Prefer: 'outlook.timezone="Romance Standard Time", outlook.body-content-type="text"',
    });
    expect(body.start).toEqual({ dateTime: '2027-03-10T09:00:00.0000000', timeZone: 'Romance Standard Time' });
    expect(body.body).toEqual({ contentType: 'text', content: 'Dagsorden følger.' });
    expect(headers.get('preference-applied')).toBe('outlook.timezone="Romance Standard Time", outlook.body-content-type="text"');
    expect((await ulla.get(`/me/events/${event.id}`, { Prefer: 'outlook.timezone="Mars"' })).body.error.code).toBe('TimeZoneNotSupportedException');
  });

  it('cannot select what it does not have', async () => {
    expect((await ulla.get(month('&$select=subject,createdDateTime'))).status).toBe(400);
    expect((await ulla.get(month('&$select=uid'))).body.error).toMatchObject({
      code: 'RequestBroker--ParseUri',
      message: "Could not find a property named 'uid' on type 'Microsoft.OutlookServices.Event'.",
    });
  });

  it('is reached under any case, with and without the dollar sign', async () => {
    const { status, body } = await ulla.get(
      `/me/CalendarView?startdatetime=${daysFromNow(0)}&enddatetime=${daysFromNow(30)}&orderby=start/dateTime&select=subject&top=3`,
    );
    expect(status).toBe(200);
    expect(Object.keys(body.value[0]).sort()).toEqual(['@odata.etag', 'id', 'subject']);
  });

  it('shows all-day events as dates, whatever zone is asked for', async () => {
    const { id } = await meeting({ isAllDay: true, start: at('2027-06-05T00:00:00'), end: at('2027-06-06T00:00:00'), attendees: [] });
    expect((await ulla.get(`/me/events/${id}`)).body.start).toEqual({ dateTime: '2027-06-05T00:00:00.0000000', timeZone: 'UTC' });
    const wrong = await ulla.post('/me/events', { subject: 'x', isAllDay: true, start: at('2027-06-05T08:00:00'), end: at('2027-06-06T00:00:00') });
    expect(wrong.status).toBe(400);
  });
});

describe('ids', () => {
  it("differ between mailboxes, while iCalUId is shared; another's id opens nothing", async () => {
    const event = await meeting();
    const own = await copy(ane, event.iCalUId);
    expect(own.id).not.toBe(event.id);
    expect((await ane.get(`/me/events/${event.id}`)).body.error.code).toBe('ErrorItemNotFound');
    expect((await ulla.get(`/me/events/${event.id.toLowerCase()}`)).body.error.code).toBe('ErrorInvalidIdMalformed');
  });

  it('come in an immutable kind on request, and are translated', async () => {
    const event = await meeting();
    const { body, headers } = await ulla.get(`/me/events/${event.id}`, { Prefer: 'IdType="ImmutableId"' });
    expect(body.id).not.toBe(event.id);
    expect(headers.get('preference-applied')).toBe('IdType="ImmutableId"');
    const translated = await ulla.post('/me/translateExchangeIds', {
      inputIds: [event.id, 'nonsense'],
      sourceIdType: 'restId',
      targetIdType: 'restImmutableEntryId',
    });
    expect(translated.body.value[0]).toEqual({ sourceId: event.id, targetId: body.id });
    expect(translated.body.value[1].errorDetails.code).toBe('ErrorInvalidIdMalformed');
    expect((await ulla.get(`/me/events/${body.id}`)).status).toBe(200);
  });
});

describe("an organiser's change", () => {
  it("overwrites the attendees' copies, an attendee's stays at home", async () => {
    const event = await meeting();
    const own = await copy(ane, event.iCalUId);
    expect((await ane.patch(`/me/events/${own.id}`, { subject: 'Mit eget navn', categories: ['Rød'] })).body.subject).toBe('Mit eget navn');
    expect((await ulla.get(`/me/events/${event.id}`)).body.subject).toBe('Prøvemøde');
    await ulla.patch(`/me/events/${event.id}`, { subject: 'Nyt emne' });
    expect(await copy(ane, event.iCalUId)).toMatchObject({ subject: 'Nyt emne', categories: ['Rød'], id: own.id });
  });

  it('of attendees only touches the added and the removed', async () => {
    const event = await meeting();
    const own = await copy(ane, event.iCalUId);
    await ane.patch(`/me/events/${own.id}`, { subject: 'Mit eget navn' });
    await ulla.patch(`/me/events/${event.id}`, { attendees: [attendee('ane.kratholm'), attendee('mona.thuesen')] });
    expect((await copy(ane, event.iCalUId)).subject).toBe('Mit eget navn');
    expect(await copy(await tenant.as('mona.thuesen'), event.iCalUId)).toBeDefined();
    expect(await copy(await tenant.as('rikke.vindum'), event.iCalUId)).toMatchObject({ isCancelled: true });
  });

  it('of the time clears the answers', async () => {
    const event = await meeting();
    await ane.post(`/me/events/${(await copy(ane, event.iCalUId)).id}/accept`, { sendResponse: true });
    expect((await ulla.get(`/me/events/${event.id}`)).body.attendees[0].status.response).toBe('accepted');
    const moved = await ulla.patch(`/me/events/${event.id}`, { start: at('2027-03-10T11:00:00'), end: at('2027-03-10T12:00:00') });
    expect(moved.body.attendees[0].status.response).toBe('none');
    expect((await copy(ane, event.iCalUId)).responseStatus.response).toBe('notResponded');
  });

  it('with an invented property is refused', async () => {
    const { status, body } = await ulla.post('/me/events', {
      subject: 'x',
      colour: 'red',
      start: at('2027-03-10T09:00:00'),
      end: at('2027-03-10T10:00:00'),
    });
    expect([status, body.error.code]).toEqual([400, 'RequestBodyRead']);
    expect((await ulla.post('/me/events', { subject: 'x', start: at('2027-03-10T09:00:00'), end: at('2027-03-10T08:00:00') })).body.error.code).toBe(
      'ErrorCalendarEndDateIsEarlierThanStartDate',
    );
    expect((await ulla.post('/me/events', { subject: 'x' })).status).toBe(400);
  });

  it('sent twice with one transactionId makes one event', async () => {
    const transactionId = crypto.randomUUID();
    const [first, second] = [await meeting({ transactionId }), await meeting({ transactionId })];
    expect(second.id).toBe(first.id);
  });

  it('takes at most 500 attendees', async () => {
    const attendees = Array.from({ length: 501 }, (_, number) => ({ emailAddress: { address: `n${number}@fjordby.example` } }));
    expect(
      (await ulla.post('/me/events', { subject: 'x', attendees, start: at('2027-03-10T09:00:00'), end: at('2027-03-10T10:00:00') })).status,
    ).toBe(400);
  });
});

describe('answers', () => {
  it('decline: 202 without a body, the copy leaves the calendar, the organiser is told', async () => {
    const event = await meeting();
    const own = await copy(ane, event.iCalUId);
    const declined = await ane.post(`/me/events/${own.id}/decline`, { comment: 'Afbud', sendResponse: true });
    expect([declined.status, declined.body]).toEqual([202, {}]);
    expect(await copy(ane, event.iCalUId)).toBeUndefined();
    expect((await ane.get(`/me/events/${own.id}`)).status).toBe(404);
    const status = (await ulla.get(`/me/events/${event.id}`)).body.attendees[0].status;
    expect(status.response).toBe('declined');
    expect(Date.parse(status.time)).toBeGreaterThan(Date.now() - 60_000);
  });

  it('without a response the organiser is not told', async () => {
    const event = await meeting();
    await ane.post(`/me/events/${(await copy(ane, event.iCalUId)).id}/tentativelyAccept`, { sendResponse: false });
    expect((await copy(ane, event.iCalUId)).responseStatus.response).toBe('tentativelyAccepted');
    expect((await ulla.get(`/me/events/${event.id}`)).body.attendees[0].status.response).toBe('none');
  });

  it("a status written into the organiser's event does nothing", async () => {
    const event = await meeting();
    const { body } = await ulla.patch(`/me/events/${event.id}`, {
      attendees: [{ ...attendee('ane.kratholm'), status: { response: 'declined', time: '2026-01-01T00:00:00Z' } }],
    });
    expect(body.attendees[0].status.response).toBe('none');
  });

  it.each([
    ['the organiser answers', 'decline', {}, true],
    [
      'a new time comes without a response',
      'decline',
      { sendResponse: false, proposedNewTime: { start: at('2027-03-10T12:00:00'), end: at('2027-03-10T13:00:00') } },
      false,
    ],
    ['a new time comes with a yes', 'accept', { proposedNewTime: { start: at('2027-03-10T12:00:00'), end: at('2027-03-10T13:00:00') } }, false],
  ])('are refused when %s', async (_what, verb, body, byOrganiser) => {
    const event = await meeting();
    const graph = byOrganiser ? ulla : ane;
    const id = byOrganiser ? event.id : (await copy(ane, event.iCalUId)).id;
    expect((await graph.post(`/me/events/${id}/${verb}`, body)).status).toBe(400);
  });

  it("others' answers are the organiser's to see; a hidden list is hidden", async () => {
    const event = await meeting({ hideAttendees: true });
    const rikke = await tenant.as('rikke.vindum');
    await rikke.post(`/me/events/${(await copy(rikke, event.iCalUId)).id}/accept`);
    const own = await copy(ane, event.iCalUId);
    expect(own.attendees.map((one: Loose) => one.emailAddress.address)).toEqual(['ane.kratholm@fjordby.example']);
  });
});

describe('cancelling', () => {
  it("marks the copies, an attendee's deletion is private", async () => {
    const event = await meeting();
    const own = await copy(ane, event.iCalUId);
    const rikke = await tenant.as('rikke.vindum');
    await rikke.delete(`/me/events/${(await copy(rikke, event.iCalUId)).id}`);
    expect((await ulla.get(`/me/events/${event.id}`)).status).toBe(200);
    expect((await ane.post(`/me/events/${own.id}/cancel`)).status).toBe(400);
    expect((await ulla.post(`/me/events/${event.id}/permanentDelete`)).status).toBe(204);
    expect(await copy(ane, event.iCalUId)).toMatchObject({ isCancelled: true, subject: 'Aflyst: Prøvemøde' });
  });
});

describe('an online meeting', () => {
  const online = () => meeting({ isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' });

  it('carries its join block in the body and its chat behind the link', async () => {
    const event = await online();
    expect(event.onlineMeeting.joinUrl).toMatch(/^https:\/\/teams\.microsoft\.com\/l\/meetup-join\/19%3ameeting_/);
    expect(event.body.content).toContain(event.onlineMeeting.joinUrl.replaceAll('&', '&amp;'));
    const chat = decodeURIComponent(/meetup-join\/([^/]+)/.exec(event.onlineMeeting.joinUrl)?.[1] ?? '');
    const found = await ane.get(`/me/onlineMeetings?$filter=JoinWebUrl eq '${encodeURIComponent(event.onlineMeeting.joinUrl)}'`);
    const thread = found.body.value[0].chatInfo.threadId as string;
    expect(thread.toLowerCase()).toBe(chat.toLowerCase());
    const { body } = await ane.get(`/chats/${thread}`);
    expect(body.onlineMeetingInfo).toMatchObject({
      calendarEventId: event.id,
      joinWebUrl: event.onlineMeeting.joinUrl,
      organizer: { displayName: 'Ulla Skarvad' },
    });
    expect((await (await tenant.as('palle.ebbesoe')).get(`/chats/${thread}`)).status).toBe(403);
  });

  it('lives through a body that keeps the block and dies with one that does not', async () => {
    const event = await online();
    const kept = await ulla.patch(`/me/events/${event.id}`, { body: { contentType: 'html', content: `<p>Dagsorden</p>${event.body.content}` } });
    expect(kept.body).toMatchObject({ isOnlineMeeting: true, onlineMeeting: { joinUrl: event.onlineMeeting.joinUrl } });
    const lost = await ulla.patch(`/me/events/${event.id}`, { body: { contentType: 'html', content: '<p>Dagsorden</p>' } });
    expect(lost.body).toMatchObject({ isOnlineMeeting: false, onlineMeeting: null, onlineMeetingProvider: 'unknown' });
    expect(await copy(ane, event.iCalUId)).toMatchObject({ isOnlineMeeting: false });
  });

  it('has a body Exchange rewrites: scripts, comments and data marks are gone, looks stay', async () => {
    const event = await meeting({
      body: {
        contentType: 'html',
        content: '<!-- mark --><div id="agenda" class="x" data-key="1" onclick="x()" style="color:red">Æ & Ø<script>alert(1)</script></div>',
      },
    });
    expect(event.body.content).toBe(
      '<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body><div id="agenda" class="x" style="color:red">Æ &#x26; Ø</div></body></html>',
    );
  });
});

describe('a series', () => {
  const weekly = (more: Record<string, unknown> = {}) =>
    meeting({
      subject: 'Uge',
      start: at('2027-03-01T09:00:00'),
      end: at('2027-03-01T10:00:00'),
      recurrence: {
        pattern: { type: 'weekly', interval: 1, daysOfWeek: ['monday'] },
        range: { type: 'numbered', startDate: '2027-03-01', numberOfOccurrences: 8 },
      },
      ...more,
    });
  const instances = async (graph: GraphAs, id: string) =>
    (await graph.get(`/me/events/${id}/instances?startDateTime=2027-02-01&endDateTime=2027-06-01&$top=50`, copenhagen)).body.value as Loose[];

  it('keeps its hour when the clocks change', async () => {
    const all = await instances(ulla, (await weekly()).id);
    expect(all.map(({ start }) => start.dateTime.slice(0, 16))).toEqual(
      ['2027-03-01', '2027-03-08', '2027-03-15', '2027-03-22', '2027-03-29', '2027-04-05', '2027-04-12', '2027-04-19'].map((day) => `${day}T09:00`),
    );
    expect(all.map(({ originalStart }) => originalStart.slice(11))).toEqual([
      '08:00:00Z',
      '08:00:00Z',
      '08:00:00Z',
      '08:00:00Z',
      '07:00:00Z',
      '07:00:00Z',
      '07:00:00Z',
      '07:00:00Z',
    ]);
  });

  it('shows occurrences in the view, its master in /events, and one iCalUId for all', async () => {
    const master = await weekly();
    const { body } = await ulla.get(view('2027-03-01', '2027-03-31'));
    const mine = body.value.filter((event: Loose) => event.iCalUId === master.iCalUId);
    expect(mine).toHaveLength(5);
    expect(mine.every((event: Loose) => event.type === 'occurrence' && event.seriesMasterId === master.id && event.recurrence === null)).toBe(true);
    expect(
      (await ulla.get(`/me/events?$filter=subject eq 'Uge'&$top=50`)).body.value.some(
        ({ id, type }: Loose) => id === master.id && type === 'seriesMaster',
      ),
    ).toBe(true);
  });

  it('turns a changed occurrence into an exception in every copy', async () => {
    const master = await weekly();
    const [, second] = await instances(ulla, master.id);
    const changed = await ulla.patch(`/me/events/${second.id}`, {
      start: at('2027-03-09T13:00:00'),
      end: at('2027-03-09T14:00:00'),
      subject: 'Flyttet',
    });
    expect(changed.body).toMatchObject({ id: second.id, type: 'exception', originalStart: '2027-03-08T08:00:00Z' });
    const own = (await copy(ane, master.iCalUId, '2027-03-09')) as Loose;
    expect(own).toMatchObject({ subject: 'Flyttet', type: 'exception', originalStart: '2027-03-08T08:00:00Z' });
    expect(await instances(ulla, master.id)).toHaveLength(8);
  });

  it('lets no occurrence pass its neighbour', async () => {
    const [, second] = await instances(ulla, (await weekly()).id);
    const { status, body } = await ulla.patch(`/me/events/${second.id}`, { start: at('2027-03-16T09:00:00'), end: at('2027-03-16T10:00:00') });
    expect([status, body.error.code]).toEqual([400, 'ErrorOccurrenceCrossingBoundary']);
  });

  it('is declined one occurrence at a time, or whole', async () => {
    const master = await weekly();
    const own = (await copy(ane, master.iCalUId, '2027-03-01')) as Loose;
    await ane.post(`/me/events/${own.id}/decline`);
    expect(await instances(ane, own.seriesMasterId)).toHaveLength(7);
    const [first, second] = await instances(ulla, master.id);
    expect(first).toMatchObject({ type: 'exception', attendees: [{ status: { response: 'declined' } }, { status: { response: 'none' } }] });
    expect(second).toMatchObject({ type: 'occurrence', attendees: [{ status: { response: 'none' } }, {}] });
    await ane.post(`/me/events/${own.seriesMasterId}/decline`);
    expect(await copy(ane, master.iCalUId, '2027-03-08')).toBeUndefined();
  });

  it('loses a deleted occurrence, named only in cancelledOccurrences', async () => {
    const master = await weekly();
    const [, second] = await instances(ulla, master.id);
    expect((await ulla.delete(`/me/events/${second.id}`)).status).toBe(204);
    expect(await instances(ulla, master.id)).toHaveLength(7);
    expect((await ulla.get(`/me/events/${second.id}`)).status).toBe(404);
    expect((await ulla.get(`/me/events/${master.id}?$select=cancelledOccurrences`)).body.cancelledOccurrences[0]).toContain('2027-03-08');
    expect(await copy(ane, master.iCalUId, '2027-03-08')).toMatchObject({ isCancelled: true });
  });

  it('started anew by another rule drops its exceptions', async () => {
    const master = await weekly();
    const [, second] = await instances(ulla, master.id);
    await ulla.patch(`/me/events/${second.id}`, { subject: 'Særligt' });
    await ulla.patch(`/me/events/${master.id}`, { start: at('2027-03-01T15:00:00'), end: at('2027-03-01T16:00:00') });
    const all = await instances(ulla, master.id);
    expect(all).toHaveLength(8);
    expect(all.every(({ type, start }) => type === 'occurrence' && start.dateTime.includes('T15:00'))).toBe(true);
  });

  it.each([
    [
      'the last Friday of each month',
      { type: 'relativeMonthly', interval: 1, daysOfWeek: ['friday'], index: 'last' },
      ['2027-03-26', '2027-04-30', '2027-05-28'],
    ],
    ['the 31st, or the last day there is', { type: 'absoluteMonthly', interval: 1, dayOfMonth: 31 }, ['2027-03-31', '2027-04-30', '2027-05-31']],
    ['every third day', { type: 'daily', interval: 3 }, ['2027-03-01', '2027-03-04', '2027-03-07']],
    [
      'Mondays and Thursdays of every other week',
      { type: 'weekly', interval: 2, daysOfWeek: ['thursday', 'monday'], firstDayOfWeek: 'monday' },
      ['2027-03-01', '2027-03-04', '2027-03-15'],
    ],
  ])('follows %s', async (_what, pattern, days) => {
    const master = await weekly({ recurrence: { pattern, range: { type: 'numbered', startDate: '2027-03-01', numberOfOccurrences: 3 } } });
    expect((await instances(ulla, master.id)).map(({ start }) => start.dateTime.slice(0, 10))).toEqual(days);
  });
});

describe('open extensions', () => {
  const extension = { '@odata.type': 'microsoft.graph.openTypeExtension', extensionName: 'dk.dagsorden.v1', site: 'x', version: 3 };

  it('stay on one copy, are found by filter, replaced by PATCH', async () => {
    const event = await meeting();
    const made = await ulla.post(`/me/events/${event.id}/extensions`, extension);
    expect([made.status, made.body.id]).toEqual([201, 'microsoft.graph.openTypeExtension.dk.dagsorden.v1']);
    const read = await ulla.get(`/me/events/${event.id}?$expand=extensions($filter=id eq 'dk.dagsorden.v1')`);
    expect(read.body.extensions).toMatchObject([{ site: 'x', version: 3, extensionName: 'dk.dagsorden.v1' }]);
    const own = await copy(ane, event.iCalUId);
    expect((await ane.get(`/me/events/${own.id}?$expand=extensions`)).body.extensions).toEqual([]);
    await ulla.patch(`/me/events/${event.id}/extensions/dk.dagsorden.v1`, { site: 'y' });
    const after = (await ulla.get(`/me/events/${event.id}/extensions/microsoft.graph.openTypeExtension.dk.dagsorden.v1`)).body;
    expect(after.site).toBe('y');
    expect(after.version).toBeUndefined();
    expect((await ulla.post(`/me/events/${event.id}/extensions`, extension)).status).toBe(409);
    expect((await ulla.post(`/me/events/${event.id}/extensions`, { extensionName: 'b', deep: { x: 1 } })).status).toBe(400);
    expect((await ulla.delete(`/me/events/${event.id}/extensions/dk.dagsorden.v1`)).status).toBe(204);
  });
});

describe('scopes', () => {
  it("decide what a token may do, in Exchange's words", async () => {
    const reader = await tenant.as('ulla.skarvad', ['Calendars.Read']);
    expect((await reader.get(month())).status).toBe(200);
    const refused = await reader.post('/me/events', {});
    expect([refused.status, refused.body.error.code]).toEqual([403, 'ErrorAccessDenied']);
    const other = await ulla.get('/users/ane.kratholm@fjordby.example/events');
    expect([other.status, other.body.error.code]).toEqual([403, 'ErrorAccessDenied']);
  });

  it('Calendars.ReadBasic shows no bodies', async () => {
    const basic = await tenant.as('ulla.skarvad', ['Calendars.ReadBasic']);
    const { body } = await basic.get(month());
    expect(body.value.every((event: Loose) => event.body === undefined && event.bodyPreview === undefined && event.subject !== undefined)).toBe(true);
  });
});
