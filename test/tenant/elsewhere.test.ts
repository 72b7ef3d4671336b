import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { board, fjordby, type Fjordby, type GraphAs, type Loose } from './running.ts';

let tenant: Fjordby;
let ulla: GraphAs;
beforeAll(async () => {
  tenant = await fjordby();
  ulla = await tenant.as('ulla.skarvad');
});
afterEach(() => tenant.dev('DELETE', '/faults'));
afterAll(() => tenant.close());

const piece = 320 * 1024;

describe('content of files', () => {
  it.each([
    ['JSON that is none', 'application/json', '{"a": '],
    ['JSON', 'application/json', '{"a": 1}'],
    ['HTML', 'text/html', '<p>hej</p>'],
    ['plain text', 'text/plain; charset=utf-8', 'hej'],
    ['no type', '', 'hej'],
  ])('is bytes whatever the type says: %s', async (_what, type, text) => {
    const { site } = await board(ulla, 'Direktionen');
    const path = `/sites/${site}/drive/root:/bytes.bin:/content`;
    const made = await ulla.request('PUT', path, new TextEncoder().encode(text), type === '' ? {} : { 'Content-Type': type });
    expect([200, 201]).toContain(made.status);
    expect(made.body.size).toBe(text.length);
    const read = await fetch(`${tenant.origin}/v1.0${path}`, { headers: { Authorization: `Bearer ${ulla.token}` } });
    expect(await read.text()).toBe(text);
  });

  it('is bytes in a batch too, and when it goes over a file by its id', async () => {
    const { body: file } = await ulla.request('PUT', '/me/drive/root:/kladde.json:/content', new TextEncoder().encode('{}'));
    const request = {
      id: '1',
      method: 'PUT',
      url: `/me/drive/items/${file.id}/content`,
      headers: { 'Content-Type': 'application/json' },
      body: { a: 1 },
    };
    const { body } = await ulla.post('/$batch', { requests: [request] });
    expect([body.responses[0].status, body.responses[0].body.id, body.responses[0].body.size]).toEqual([200, file.id, 7]);
    const broken = await ulla.request('PUT', `/me/drive/items/${file.id}/content`, new TextEncoder().encode('{"a'), {
      'Content-Type': 'application/json',
    });
    expect([broken.status, broken.body.size]).toEqual([200, 3]);
  });

  it('gets its type from its name, not from the client', async () => {
    const { body } = await ulla.request('PUT', '/me/drive/root:/noter.txt:/content', new Uint8Array([65]), { 'Content-Type': 'application/json' });
    expect(body.file.mimeType).toBe('text/plain');
  });
});

describe('upload sessions', () => {
  const open = async (name: string): Promise<string> =>
    (await ulla.post(`/me/drive/root:/${name}:/createUploadSession`, { item: { '@microsoft.graph.conflictBehavior': 'replace' } })).body.uploadUrl;
  const put = (url: string, from: number, bytes: Uint8Array<ArrayBuffer>, total: number, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(url, { method: 'PUT', headers: { 'Content-Range': `bytes ${from}-${from + bytes.length - 1}/${total}`, ...headers }, body: bytes });

  it('are on another host than Graph, which lets pages of any origin in and takes no token', async () => {
    const url = await open('stor.bin');
    expect(new URL(url).hostname).not.toBe(new URL(tenant.addresses.graph).hostname);
    const asked = await fetch(url, { method: 'OPTIONS', headers: { Origin: 'https://localhost:6444', 'Access-Control-Request-Method': 'PUT' } });
    expect([asked.status, asked.headers.get('Access-Control-Allow-Origin')]).toEqual([200, '*']);
    expect((await put(url, 0, new Uint8Array(10), 10, { Authorization: `Bearer ${ulla.token}` })).status).toBe(401);
    const done = await put(url, 0, new Uint8Array(10), 10, { Origin: 'https://localhost:6444' });
    expect([done.status, done.headers.get('Access-Control-Allow-Origin')]).toEqual([201, '*']);
    expect((await fetch(url.replace(new URL(url).hostname, 'localhost'))).status).toBe(404);
  });

  it('are resumed where they were cut, before a piece was kept or after', async () => {
    const url = await open('cut.bin');
    const bytes = (fill: number): Uint8Array<ArrayBuffer> => new Uint8Array(piece).fill(fill);
    await tenant.dev('POST', '/faults', [
      { path: '^/upload/', method: 'PUT', cut: 'before', count: 1 },
      { path: '^/upload/', method: 'PUT', cut: 'after', after: 1, count: 1 },
    ]);
    await expect(put(url, 0, bytes(1), piece * 2)).rejects.toThrow();
    expect(((await (await fetch(url)).json()) as Loose).nextExpectedRanges).toEqual(['0-']);
    await expect(put(url, 0, bytes(1), piece * 2)).rejects.toThrow();
    expect(((await (await fetch(url)).json()) as Loose).nextExpectedRanges).toEqual([`${piece}-`]);
    expect((await put(url, 0, bytes(1), piece * 2)).status).toBe(416);
    expect((await put(url, piece, bytes(2), piece * 2)).status).toBe(201);
    const read = await ulla.get('/me/drive/root:/cut.bin');
    expect(read.body.size).toBe(piece * 2);
  });

  it('of attachments are elsewhere too, and name the next place alone', async () => {
    const event = (
      await ulla.post('/me/events', {
        subject: 'Bilag',
        start: { dateTime: '2027-05-03T10:00:00', timeZone: 'UTC' },
        end: { dateTime: '2027-05-03T11:00:00', timeZone: 'UTC' },
      })
    ).body;
    const size = piece * 10;
    const { uploadUrl } = (
      await ulla.post(`/me/events/${event.id}/attachments/createUploadSession`, {
        AttachmentItem: { attachmentType: 'file', name: 'bilag.pdf', size },
      })
    ).body;
    expect(new URL(uploadUrl).hostname).toBe('127.0.0.1');
    const half = new Uint8Array(size / 2);
    expect((await put(uploadUrl, 0, half, size, { Authorization: `Bearer ${ulla.token}` })).status).toBe(401);
    const first = await put(uploadUrl, 0, half, size);
    expect(((await first.json()) as Loose).nextExpectedRanges).toEqual([String(size / 2)]);
    expect((await put(uploadUrl, size / 2, half, size)).status).toBe(201);
    expect((await ulla.get(`/me/events/${event.id}/attachments`)).body.value[0].name).toBe('bilag.pdf');
  });

  it('replace a file that is named by its id', async () => {
    const { body } = await ulla.request('PUT', '/me/drive/root:/skiftes.txt:/content', new Uint8Array([65]));
    const session = await ulla.post(`/me/drive/items/${body.id}/createUploadSession`, {});
    expect(session.status).toBe(200);
    const done = await put(session.body.uploadUrl, 0, new Uint8Array(3), 3);
    expect([done.status, ((await done.json()) as Loose).id]).toEqual([200, body.id]);
  });
});

describe("a person's OneDrive", () => {
  it('is reached as /me and as /users/{id}, by its owner only, and by its id', async () => {
    const { body: drive } = await ulla.get('/me/drive');
    expect([drive.driveType, drive.owner.user.displayName]).toEqual(['business', 'Ulla Skarvad']);
    expect((await ulla.get('/me/drives')).body.value.map(({ id }: Loose) => id)).toEqual([drive.id]);
    const me = (await ulla.get('/me')).body.id as string;
    expect((await ulla.get(`/users/${me}/drive`)).body.id).toBe(drive.id);
    const file = await ulla.request('PUT', `/users/${me}/drive/root:/Mappe.txt:/content`, new Uint8Array([65, 66]));
    expect(file.status).toBe(201);
    expect((await ulla.get(`/drives/${drive.id}/items/${file.body.id}`)).body.name).toBe('Mappe.txt');
    expect((await (await tenant.as('ane.kratholm')).get(`/users/${me}/drive`)).status).toBe(403);
  });

  it('has a folder for the app, made when first asked for and all that a token for it alone reaches', async () => {
    const folderOnly = await tenant.as('lene.vadgaard', ['Files.ReadWrite.AppFolder']);
    const { body: folder, status } = await folderOnly.get('/me/drive/special/approot');
    expect([status, folder.specialFolder.name, folder.parentReference.path]).toEqual([200, 'approot', expect.stringMatching(/Apps$/)]);
    const file = await folderOnly.request('PUT', '/me/drive/special/approot:/kladde.json:/content', new TextEncoder().encode('{'));
    expect([file.status, file.body.parentReference.id]).toEqual([201, folder.id]);
    expect((await folderOnly.get('/me/drive/special/approot/children')).body.value.map(({ name }: Loose) => name)).toEqual(['kladde.json']);
    expect((await folderOnly.get('/me/drive/special/approot')).body.id).toBe(folder.id);
    expect((await folderOnly.get('/me/drive/root/children')).status).toBe(403);
    expect((await folderOnly.get('/me/drive/special/photos')).status).toBe(404);
  });
});

describe('chats that are made', () => {
  const member = (user: string, roles = ['owner']) => ({
    '@odata.type': '#microsoft.graph.aadUserConversationMember',
    roles,
    'user@odata.bind': `https://graph.microsoft.com/v1.0/users('${user}@fjordby.example')`,
  });
  const pair = { chatType: 'oneOnOne', members: [member('ulla.skarvad'), member('rikke.vindum')] };
  let rikke: GraphAs;
  beforeAll(async () => {
    rikke = await tenant.as('rikke.vindum');
  });

  it('between two are one, whoever asks, and carry messages', async () => {
    const first = await ulla.post('/chats', pair);
    expect([first.status, first.body.chatType, first.body.topic]).toEqual([201, 'oneOnOne', null]);
    const again = await rikke.post('/chats', { ...pair, members: pair.members.toReversed() });
    expect([again.status, again.body.id]).toEqual([201, first.body.id]);
    const sent = await ulla.post(`/chats/${first.body.id}/messages`, { body: { content: 'Har du set punkt 4?' } });
    expect(sent.status).toBe(201);
    expect((await rikke.get(`/chats/${first.body.id}/messages`)).body.value[0].body.content).toBe('Har du set punkt 4?');
    expect((await rikke.get('/chats')).body.value.map(({ id }: Loose) => id)).toContain(first.body.id);
    expect((await (await tenant.as('ane.kratholm')).get(`/chats/${first.body.id}/messages`)).status).toBe(403);
  });

  it('of a group have a topic, and are another each time', async () => {
    const group = { chatType: 'group', topic: 'Opfølgning', members: [...pair.members, member('ane.kratholm', ['guest'])] };
    const [one, two] = [await ulla.post('/chats', group), await ulla.post('/chats', group)];
    expect([one.status, one.body.topic, one.body.id === two.body.id]).toEqual([201, 'Opfølgning', false]);
    expect((await rikke.get(`/chats/${one.body.id}/members`)).body.value).toHaveLength(3);
  });

  it.each<[string, object]>([
    ['without the caller', { chatType: 'oneOnOne', members: [member('rikke.vindum'), member('ane.kratholm')] }],
    ['of two with a topic', { ...pair, topic: 'x' }],
    ['of two with three', { ...pair, members: [...pair.members, member('ane.kratholm')] }],
    ['without a role', { ...pair, members: [member('ulla.skarvad'), member('rikke.vindum', [])] }],
    ['of a meeting', { ...pair, chatType: 'meeting' }],
    ['of one twice', { ...pair, members: [member('ulla.skarvad'), member('ulla.skarvad')] }],
  ])('are refused %s', async (_what, body) => {
    expect((await ulla.post('/chats', body)).status).toBe(400);
  });

  it('need a scope of their own', async () => {
    const reader = await tenant.as('ulla.skarvad', ['Chat.Read', 'ChatMessage.Send']);
    expect((await reader.post('/chats', pair)).status).toBe(403);
  });
});

describe('checklists of To Do', () => {
  it('are written, ticked off, opened again and taken away, item by item', async () => {
    const [list] = (await ulla.get('/me/todo/lists')).body.value;
    const tasks = `/me/todo/lists/${list.id}/tasks`;
    const { body: task } = await ulla.post(tasks, { title: 'Referat' });
    const items = `${tasks}/${task.id}/checklistItems`;
    const made = await ulla.post(items, { displayName: 'Læs korrektur' });
    expect([made.status, made.body.isChecked, made.body.checkedDateTime]).toEqual([201, false, undefined]);
    await ulla.post(items, { displayName: 'Send', isChecked: true });
    const ticked = await ulla.patch(`${items}/${made.body.id}`, { isChecked: true });
    expect([ticked.status, ticked.body.displayName, typeof ticked.body.checkedDateTime]).toEqual([200, 'Læs korrektur', 'string']);
    expect((await ulla.patch(`${items}/${made.body.id}`, { isChecked: false })).body.checkedDateTime).toBeUndefined();
    expect((await ulla.get(items)).body.value.map(({ displayName }: Loose) => displayName)).toEqual(['Læs korrektur', 'Send']);
    expect((await ulla.get(`${tasks}/${task.id}?$expand=checklistItems`)).body.checklistItems).toHaveLength(2);
    expect((await ulla.get(`${tasks}/${task.id}`)).body.checklistItems).toBeUndefined();
    expect((await ulla.delete(`${items}/${made.body.id}`)).status).toBe(204);
    expect((await ulla.get(`${items}/${made.body.id}`)).status).toBe(404);
    expect((await ulla.post(items, {})).status).toBe(400);
    expect((await ulla.post(items, { displayName: 'x', colour: 'red' })).status).toBe(400);
  });

  it('stand with tasks whose body has no content', async () => {
    const [list] = (await ulla.get('/me/todo/lists')).body.value;
    const tasks = `/me/todo/lists/${list.id}/tasks`;
    const made = await ulla.post(tasks, { title: 'Tom', body: { contentType: 'text' } });
    expect([made.status, made.body.body]).toEqual([201, { content: '', contentType: 'text' }]);
    const changed = await ulla.patch(`${tasks}/${made.body.id}`, { body: {} });
    expect([changed.status, changed.body.body]).toEqual([200, { content: '', contentType: 'text' }]);
    expect((await ulla.patch(`${tasks}/${made.body.id}`, { title: 'Stadig' })).body.body.content).toBe('');
  });
});

describe('the number of users', () => {
  it('is plain text, for those who can live with an index that lags', async () => {
    const count = (query = '', headers: Record<string, string> = { ConsistencyLevel: 'eventual' }): Promise<Response> =>
      fetch(`${tenant.origin}/v1.0/users/$count${query}`, { headers: { Authorization: `Bearer ${ulla.token}`, ...headers } });
    const all = await count();
    expect([all.status, all.headers.get('Content-Type'), await all.text()]).toEqual([200, expect.stringMatching(/^text\/plain/), '22']);
    expect(await (await count(`?$filter=${encodeURIComponent("startswith(displayName,'Ulla')")}`)).text()).toBe('1');
    expect((await count('', {})).status).toBe(400);
  });
});
