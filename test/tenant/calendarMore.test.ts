import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { board, everyScope, fjordby, type Fjordby, type GraphAs, type Loose } from './running.ts';

let tenant: Fjordby;
let ulla: GraphAs;
let ane: GraphAs;

beforeAll(async () => {
  tenant = await fjordby();
  [ulla, ane] = [await tenant.as('ulla.skarvad'), await tenant.as('ane.kratholm')];
});
afterAll(() => tenant.close());

const at = (dateTime: string) => ({ dateTime, timeZone: 'Romance Standard Time' });
const event = async (subject: string, day = '2027-09-07', more: Record<string, unknown> = {}): Promise<Loose> =>
  (await ulla.post('/me/events', { subject, start: at(`${day}T09:00:00`), end: at(`${day}T10:00:00`), ...more })).body;

describe('change tracking of a calendar', () => {
  const start = '/me/calendarView/delta?startDateTime=2027-09-07&endDateTime=2027-09-12';
  const round = async (link: string): Promise<{ events: Loose[]; next: string }> => {
    const events: Loose[] = [];
    for (let at = link; ;) {
      const { body, status } = await ulla.get(at, { Prefer: 'odata.maxpagesize=2' });
      expect(status).toBe(200);
      events.push(...body.value);
      if (body['@odata.deltaLink']) return { events, next: body['@odata.deltaLink'] };
      at = body['@odata.nextLink'];
    }
  };

  it('tells everything in pages, then the changed and the removed', async () => {
    const made = [await event('a'), await event('b'), await event('c')];
    const first = await round(start);
    expect(first.events.map(({ subject }) => subject).sort()).toEqual(['a', 'b', 'c']);
    expect((await round(first.next)).events).toEqual([]);
    await ulla.patch(`/me/events/${made[0].id}`, { subject: 'a2' });
    await ulla.delete(`/me/events/${made[1].id}`);
    const second = await round(first.next);
    expect(second.events.find(({ id }) => id === made[0].id).subject).toBe('a2');
    expect(second.events.find(({ id }) => id === made[1].id)).toEqual({ id: made[1].id, '@removed': { reason: 'deleted' } });
    expect(second.events).toHaveLength(2);
    expect((await round(second.next)).events).toEqual([]);
  });

  it('takes no $select and no stale token', async () => {
    expect((await ulla.get(`${start}&$select=subject`)).status).toBe(400);
    expect((await ulla.get('/me/calendarView/delta?$deltatoken=abc')).status).toBe(410);
  });
});

describe('free and busy', () => {
  it("shows colleagues' time, not their subjects", async () => {
    await event('Fortroligt', '2027-10-05', { attendees: [{ emailAddress: { address: 'ane.kratholm@fjordby.example' } }] });
    const { body } = await ane.post('/me/calendar/getSchedule', {
      schedules: ['ulla.skarvad@fjordby.example', 'ane.kratholm@fjordby.example', 'nobody@fjordby.example'],
      startTime: at('2027-10-05T08:00:00'),
      endTime: at('2027-10-05T12:00:00'),
      availabilityViewInterval: 60,
    });
    expect(body.value.map(({ availabilityView }: Loose) => availabilityView)).toEqual(['0200', '0100', undefined]);
    expect(body.value[0].scheduleItems[0].subject).toBeUndefined();
    expect(body.value[1].scheduleItems[0].subject).toBe('Fortroligt');
    expect(body.value[2].error.responseCode).toBe('ErrorMailRecipientNotFound');
  });
});

describe('a shared calendar', () => {
  it('opens with the permission and the .Shared scope; a delegate writes events but no extensions', async () => {
    const path = '/users/ulla.skarvad@fjordby.example';
    const own = await event('Delt');
    expect((await ane.get(`${path}/events/${own.id}`)).status).toBe(403);
    const shared = await ulla.post('/me/calendar/calendarPermissions', { emailAddress: { address: 'ane.kratholm@fjordby.example' }, role: 'read' });
    expect(shared.status).toBe(201);
    expect((await ane.get(`${path}/events/${own.id}`)).body.subject).toBe('Delt');
    expect((await ane.patch(`${path}/events/${own.id}`, { subject: 'x' })).status).toBe(403);
    await ulla.post('/me/calendar/calendarPermissions', { emailAddress: { address: 'ane.kratholm@fjordby.example' }, role: 'write' });
    expect((await ane.patch(`${path}/events/${own.id}`, { subject: 'Rettet af Ane' })).body.subject).toBe('Rettet af Ane');
    const extension = await ane.post(`${path}/events/${own.id}/extensions`, { extensionName: 'dk.dagsorden.v1', a: 1 });
    expect([extension.status, extension.body.error.code]).toEqual([403, 'ErrorAccessDenied']);
    const withoutShared = await tenant.as(
      'ane.kratholm',
      everyScope.filter((scope) => !scope.endsWith('.Shared')),
    );
    expect((await withoutShared.get(`${path}/events/${own.id}`)).status).toBe(403);
  });

  it('is one of several a mailbox can have', async () => {
    const { body } = await ulla.post('/me/calendars', { name: 'Ferie' });
    expect((await ulla.post('/me/calendars', { name: 'ferie' })).status).toBe(409);
    await ulla.post(`/me/calendars/${body.id}/events`, { subject: 'Sommerferie', start: at('2027-07-06T09:00:00'), end: at('2027-07-06T10:00:00') });
    const subjects = async (root: string) =>
      (await ulla.get(`${root}/calendarView?startDateTime=2027-07-06&endDateTime=2027-07-07`)).body.value.map(({ subject }: Loose) => subject);
    expect(await subjects(`/me/calendars/${body.id}`)).toEqual(['Sommerferie']);
    expect(await subjects('/me')).toEqual([]);
  });
});

describe('attachments of an event', () => {
  it('are small, and stay on the copy they were put on', async () => {
    const own = await event('Med bilag', '2027-11-01', { attendees: [{ emailAddress: { address: 'ane.kratholm@fjordby.example' } }] });
    const made = await ulla.post(`/me/events/${own.id}/attachments`, {
      '@odata.type': '#microsoft.graph.fileAttachment',
      name: 'Bilag 1.txt',
      contentBytes: Buffer.from('Æ').toString('base64'),
    });
    expect([made.status, made.body['@odata.type']]).toEqual([201, '#microsoft.graph.fileAttachment']);
    expect((await ulla.get(`/me/events/${own.id}`)).body.hasAttachments).toBe(true);
    expect((await ulla.get(`/me/events/${own.id}?$expand=attachments`)).body.attachments).toHaveLength(1);
    const copy = (await ane.get('/me/calendarView?startDateTime=2027-11-01&endDateTime=2027-11-02')).body.value[0];
    expect(copy.hasAttachments).toBe(false);
    const big = await ulla.post(`/me/events/${own.id}/attachments`, {
      '@odata.type': '#microsoft.graph.fileAttachment',
      name: 'Stor',
      contentBytes: Buffer.alloc(3 * 1024 * 1024).toString('base64'),
    });
    expect(big.status).toBe(413);
    expect((await ulla.delete(`/me/events/${own.id}/attachments/${made.body.id}`)).status).toBe(204);
  });

  it('that are larger go up in pieces, in order, without a token', async () => {
    const own = await event('Med stort bilag');
    const content = randomBytes(5 * 1024 * 1024);
    expect(
      (
        await ulla.post(`/me/events/${own.id}/attachments/createUploadSession`, {
          AttachmentItem: { attachmentType: 'file', name: 'lille', size: 100 },
        })
      ).status,
    ).toBe(400);
    const { body } = await ulla.post(`/me/events/${own.id}/attachments/createUploadSession`, {
      AttachmentItem: { attachmentType: 'file', name: 'Stor.bin', size: content.length },
    });
    const put = (from: number, to: number, headers: Record<string, string> = {}) =>
      fetch(body.uploadUrl, {
        method: 'PUT',
        headers: { 'Content-Range': `bytes ${from}-${to - 1}/${content.length}`, ...headers },
        body: new Uint8Array(content.subarray(from, to)),
      });
    const cut = 4 * 1024 * 1024;
    expect((await put(0, cut, { Authorization: `Bearer ${ulla.token}` })).status).toBe(401);
    expect((await put(cut, content.length)).status).toBe(416);
    expect((await (await put(0, cut)).json()).nextExpectedRanges).toEqual([String(cut)]);
    expect((await put(cut, content.length)).status).toBe(201);
    const kept = (await ulla.get(`/me/events/${own.id}/attachments`)).body.value[0];
    expect(Buffer.from(kept.contentBytes, 'base64').equals(content)).toBe(true);
  });
});

describe('files', () => {
  let drive: string;
  beforeAll(async () => {
    const { site } = await board(ulla, 'Direktionen');
    drive = `/sites/${site}/drive`;
  });
  const put = (path: string, text: string, query = '', headers = {}) =>
    ulla.request('PUT', `${drive}/root:/${encodeURIComponent(path)}:/content${query}`, Buffer.from(text), {
      'Content-Type': 'text/plain',
      ...headers,
    });

  it('are written by path, replaced, kept apart or refused', async () => {
    const first = await put('Bilag 1.txt', 'æøå');
    expect([first.status, first.body.size]).toEqual([201, 6]);
    expect((await put('Bilag 1.txt', 'ny')).status).toBe(200);
    expect((await put('Bilag 1.txt', 'x', '?@microsoft.graph.conflictBehavior=fail')).body.error.code).toBe('nameAlreadyExists');
    expect((await put('Bilag 1.txt', 'x', '?@microsoft.graph.conflictBehavior=rename')).body.name).toBe('Bilag 1 1.txt');
    expect((await put('Bilag 1.txt', 'x', '', { 'If-Match': '"old"' })).status).toBe(412);
    expect((await ulla.get(`${drive}/root:/Bilag%201.txt:/content`)).body).toBe('ny');
    expect((await put('a*b.txt', 'x')).status).toBe(400);
    expect((await ulla.get(`${drive}/items/${first.body.id}`)).body.name).toBe('Bilag 1.txt');
    expect((await ulla.delete(`${drive}/items/${first.body.id}`)).status).toBe(204);
    expect((await ulla.get(`${drive}/root:/Bilag%201.txt`)).body.error.code).toBe('itemNotFound');
  });

  it('lie in folders and are found by name', async () => {
    const { body } = await ulla.post(`${drive}/root/children`, { name: '2027', folder: {} });
    expect((await ulla.post(`${drive}/root/children`, { name: '2027', folder: {} })).status).toBe(409);
    await ulla.request('PUT', `${drive}/items/${body.id}:/Referat.txt:/content`, Buffer.from('x'), { 'Content-Type': 'text/plain' });
    expect((await ulla.get(`${drive}/root:/2027:/children`)).body.value.map(({ name }: Loose) => name)).toEqual(['Referat.txt']);
    expect((await ulla.get(`${drive}/root/search(q='refer')`)).body.value).toHaveLength(1);
  });

  it('that are large go up in multiples of 320 KiB', async () => {
    const { body } = await ulla.post(`${drive}/root:/Stor.bin:/createUploadSession`, { item: { '@microsoft.graph.conflictBehavior': 'rename' } });
    const unit = 320 * 1024;
    const content = randomBytes(unit + 1000);
    const send = (from: number, to: number) =>
      fetch(body.uploadUrl, {
        method: 'PUT',
        headers: { 'Content-Range': `bytes ${from}-${to - 1}/${content.length}` },
        body: new Uint8Array(content.subarray(from, to)),
      });
    expect((await send(0, unit - 1)).status).toBe(400);
    expect((await send(0, unit)).status).toBe(202);
    const done = await send(unit, content.length);
    expect([done.status, ((await done.json()) as Loose).size]).toEqual([201, content.length]);
  });

  it("of a private channel are its members' alone", async () => {
    const { team, closed } = await board(ulla, 'Direktionen');
    const folder = (await ulla.get(`/teams/${team}/channels/${closed ?? ''}/filesFolder`)).body;
    const freja = await tenant.as('freja.damsbo');
    const path = `/drives/${folder.parentReference.driveId}/items/${folder.id}`;
    expect((await ulla.get(path)).status).toBe(200);
    expect((await freja.get(path)).status).toBe(403);
    expect((await ulla.get('/me/drive')).body.driveType).toBe('business');
    const ownOnly = await tenant.as('ulla.skarvad', ['Files.Read']);
    expect((await ownOnly.get(path)).status).toBe(403);
  });
});
