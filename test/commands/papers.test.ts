import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Commands } from '../../src/commands/commands.ts';
import { fileDatabase } from '../../src/device/fileDatabase.ts';
import type { Attachment } from '../../src/meeting/agenda.ts';
import { asItemId, type ItemId } from '../../src/meeting/ids.ts';
import type { Board, MeetingFile } from '../../src/meeting/meeting.ts';
import { agendaOf, at } from '../meeting/agendas.ts';
import { comingMeeting, fjordby } from './fjordby.ts';

/** Papers of the agenda's items, put in over the wire: where they lie, who may read them, and what a cut line or a refusal leaves. */
const town = fjordby();
const id = (name: string): ItemId => asItemId(`punkt-${name}`);
const outsider = 'freja.damsbo';
let ulla: Commands;
let board: Board;
let file: MeetingFile;

const wish = (title: string, openness: 'open' | 'closed' = 'open') => ({ number: null, title, documentId: null, openness });
const chosen = (name: string, words: string | Uint8Array<ArrayBuffer>) => ({ name, content: new Blob([words]) });
const papersOf = (meeting: MeetingFile, name: string): readonly Attachment[] =>
  meeting.agenda.items.find((item) => item.id === id(name))!.attachments;
const silent = () => undefined;
const contentAs = async (person: string, { file: lies }: Attachment) =>
  town.ask(person, `/drives/${encodeURIComponent(lies!.driveId)}/items/${lies!.itemId}`);
const textOf = async (commands: Commands, paper: Attachment) => (await commands.papers.readPaper(paper.file!)).content.text();
const waiting = async () => (await (await fileDatabase()).getAll('files')).length;

/** Some megabytes in which no two places are alike. */
function large(megabytes: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(megabytes * 1024 * 1024);
  for (let place = 0; place < bytes.length; place += 1) bytes[place] = (place * 31 + (place >> 12)) & 255;
  return bytes;
}

beforeAll(async () => {
  ulla = await town.as('ulla.skarvad');
  const team = (await ulla.board.listBoards()).find((choice) => choice.name === 'Direktionen')!;
  board = await ulla.board.prepareBoard(team.teamId, silent);
  const event = await comingMeeting(ulla, /^Direktionsmøde/);
  const plain = agendaOf(['1 Nyt', '2 Budget', '3 Sag', '4 Evt'], { start: at('09.00'), title: 'Direktionsmøde: budget' });
  const names = ['nyt', 'budget', 'sag', 'evt'];
  const items = plain.items.map((item, index) => ({ ...item, id: id(names[index]!) }));
  file = await ulla.agenda.attachAgenda({ event, board, agenda: { ...plain, items } }, silent);
}, 60_000);

beforeEach(() => town.clearFaults());

describe('a paper that is put in', () => {
  test('lies in the library in the folder of the meeting, is linked from the item, and is read by others', async () => {
    file = await ulla.papers.addPaper(file, id('nyt'), chosen('Bilag 1.txt', 'første'), wish('Bilag 1'), silent);
    const [paper] = papersOf(file, 'nyt');
    expect(paper).toMatchObject({ title: 'Bilag 1', openness: 'open', file: { replacedAt: null } });
    expect(decodeURIComponent(paper!.url!)).toMatch(/\/Mødebilag\/[^/]*Direktionsmøde- budget\/Bilag 1\.txt$/);
    expect(await contentAs(outsider, paper!)).toMatchObject({ status: 200, body: { name: 'Bilag 1.txt' } });
    expect(await textOf(ulla, paper!)).toBe('første');
    expect(await waiting()).toBe(0);
  });

  test('under a name that is taken becomes the next one, and the first keeps its words', async () => {
    file = await ulla.papers.addPaper(file, id('evt'), chosen('Bilag 1.txt', 'første'), wish('Det samme'), silent);
    const [paper] = papersOf(file, 'evt');
    expect(decodeURIComponent(paper!.url!)).toMatch(/Bilag 1 \(2\)\.txt$/);
    expect(paper!.file!.itemId).not.toBe(papersOf(file, 'nyt')[0]!.file!.itemId);
  });

  test('is replaced under the same link, and the agenda says when', async () => {
    const [before] = papersOf(file, 'nyt');
    file = await ulla.papers.replacePaper(file, id('nyt'), before!, chosen('et andet navn.txt', 'anden'), silent);
    const [after] = papersOf(file, 'nyt');
    expect(after).toEqual({ ...before, file: { ...before!.file, replacedAt: expect.any(String) as string } });
    expect(await textOf(ulla, after!)).toBe('anden');
  });

  test('sent at the same time as others, none is lost', async () => {
    await Promise.all(['a', 'b', 'c'].map((name) => ulla.papers.addPaper(file, id('sag'), chosen(`${name}.txt`, name), wish(name), silent)));
    file = await ulla.find.openMeeting(file.pointer);
    expect(papersOf(file, 'sag').map(({ title }) => title)).toEqual(['a', 'b', 'c']);
  });
});

describe('a large paper', () => {
  test('goes in pieces with progress, without a token, and arrives whole', async () => {
    const bytes = large(12);
    const told: number[] = [];
    file = await ulla.papers.addPaper(file, id('budget'), chosen('stor.bin', bytes), wish('Stor'), ({ sent }) => told.push(sent));
    expect(told).toEqual([0, 5_242_880, 10_485_760, bytes.length]);
    const { content } = await ulla.papers.readPaper(papersOf(file, 'budget')[0]!.file!);
    expect(Buffer.compare(Buffer.from(await content.arrayBuffer()), Buffer.from(bytes))).toBe(0);
  });

  test('of which the browser repeats the last piece, since its connection was closed, is there once', async () => {
    await town.fault({ method: 'PUT', path: '^/upload/', status: 404, code: 'itemNotFound', effect: true, after: 1, count: 1, name: 'repeated' });
    file = await ulla.papers.addPaper(file, id('budget'), chosen('gentaget.bin', large(7)), wish('Gentaget'), silent);
    const found = papersOf(file, 'budget').filter(({ title }) => title === 'Gentaget');
    expect(found.map(({ url }) => decodeURIComponent(url!).split('/').at(-1))).toEqual(['gentaget.bin']);
  });

  test('that is cut off goes on from where it was in another visit, and is there once', async () => {
    const bytes = large(11).reverse();
    const pane = await town.as('ulla.skarvad', { kind: 'none' }, { device: 'afbrudt' });
    await town.fault({ method: 'PUT', path: '^/upload/', cut: 'after', after: 1, count: 1, name: 'cut' });
    await expect(pane.papers.addPaper(file, id('budget'), chosen('afbrudt.bin', bytes), wish('Afbrudt'), silent)).rejects.toMatchObject({
      name: 'Offline',
    });
    expect(await waiting()).toBe(1);
    await town.clearFaults();
    await town.emptyLog();
    await pane.outbox.retry();
    await expect.poll(() => pane.outbox.state().pending, { timeout: 20_000 }).toBe(0);
    file = await ulla.find.openMeeting(file.pointer);
    const found = papersOf(file, 'budget').filter(({ title }) => title === 'Afbrudt');
    expect(found).toHaveLength(1);
    expect(decodeURIComponent(found[0]!.url!)).toMatch(/\/afbrudt\.bin$/);
    const pieces = (await town.log()).filter(({ method, path }) => method === 'PUT' && path.startsWith('/upload'));
    expect(pieces.length).toBeLessThan(3);
    expect(await waiting()).toBe(0);
  });
});

describe('a closed item’s papers', () => {
  test('move to the closed library when it closes, and nothing of them stands where others read', async () => {
    const before = papersOf(file, 'sag');
    file = await ulla.agenda.closeItem(file, id('sag'), null);
    file = await ulla.find.openMeeting(file.pointer);
    const after = papersOf(file, 'sag');
    expect(after.map(({ title }) => title)).toEqual(['a', 'b', 'c']);
    for (const paper of after) {
      expect(paper.file?.leaves).toBeUndefined();
      expect((await contentAs(outsider, paper)).status).toBeGreaterThanOrEqual(400);
      expect(await textOf(ulla, paper)).toBe(paper.title);
    }
    for (const paper of before) expect((await contentAs('ulla.skarvad', paper)).status).toBe(404);
    const { body } = await town.ask(outsider, `/sites/${board.siteId}/lists/DagsordenPunkter/items?$expand=fields&$top=500`);
    expect(JSON.stringify(body)).not.toContain('a.txt');
  });

  test('put in afterwards go there at once, and so does a closed paper of an open item', async () => {
    file = await ulla.papers.addPaper(file, id('sag'), chosen('hemmelig.txt', 'x'), wish('Senere'), silent);
    file = await ulla.papers.addPaper(file, id('nyt'), chosen('løn.txt', 'y'), wish('Løn', 'closed'), silent);
    for (const paper of [papersOf(file, 'sag').at(-1)!, papersOf(file, 'nyt').at(-1)!]) {
      expect((await contentAs(outsider, paper)).status).toBeGreaterThanOrEqual(400);
      expect((await contentAs('ulla.skarvad', paper)).status).toBe(200);
    }
    const { body } = await town.ask(outsider, `/sites/${board.siteId}/lists/DagsordenPunkter/items?$expand=fields&$top=500`);
    expect(JSON.stringify(body)).not.toMatch(/hemmelig|l%C3%B8n|løn/);
  });
});

describe('what the library refuses', () => {
  test.each([
    ['side: 1.txt', 'signs'],
    ['CON', 'reserved'],
    ['side.aspx', 'kind'],
  ])('%s is told before anything is sent: %s', async (name, reason) => {
    await town.emptyLog();
    await expect(ulla.papers.addPaper(file, id('evt'), chosen(name, 'x'), wish('x'), silent)).rejects.toMatchObject({
      name: 'PaperNotStored',
      detail: { reason },
    });
    expect(await town.log()).toEqual([]);
    expect(await waiting()).toBe(0);
  });

  test.each([
    [{ method: 'GET', path: '/drive$|/drive\\?', status: 404, code: 'itemNotFound' }, 'missing'],
    [{ method: 'PUT', path: ':/content', status: 403, code: 'accessDenied' }, 'readOnly'],
    [{ method: 'PUT', path: ':/content', status: 507, code: 'quotaLimitReached' }, 'full'],
  ])('%j is told by what can be done about it, and the same file goes when that is mended: %s', async (fault, reason) => {
    const pane = await town.as('ulla.skarvad', { kind: 'none' }, { device: `afvist-${reason}` });
    await town.fault({ ...fault, name: reason });
    const failed = pane.papers.addPaper(file, id('evt'), chosen(`${reason}.txt`, reason), wish(reason), silent);
    await expect(failed).rejects.toMatchObject({ name: 'PaperNotStored', detail: { reason } });
    expect(await waiting()).toBe(0);
    await town.clearFaults();
    file = await pane.papers.addPaper(file, id('evt'), chosen(`${reason}.txt`, reason), wish(reason), silent);
    expect(papersOf(file, 'evt').filter(({ title }) => title === reason)).toHaveLength(1);
  });

  test('a paper that cannot be moved when its item closes is named, the item is closed all the same, and the next try moves it', async () => {
    file = await ulla.papers.addPaper(file, id('evt'), chosen('bliver.txt', 'bliver'), wish('Bliver'), silent);
    await town.fault({ method: 'PUT', path: ':/content', status: 403, code: 'accessDenied', name: 'readOnly' });
    const failed = ulla.agenda.closeItem(file, id('evt'), null);
    await expect(failed).rejects.toMatchObject({
      name: 'PaperNotStored',
      detail: { reason: 'stays', titles: expect.stringContaining('Bliver') as string },
    });
    expect((await (await town.as(outsider)).find.openMeeting({ ...file.pointer, closedSiteId: null })).agenda.items.at(-1)).toMatchObject({
      openness: 'closed',
      title: '',
    });
    await town.clearFaults();
    file = await ulla.agenda.closeItem(file, id('evt'), null);
    for (const paper of papersOf(file, 'evt')) expect((await contentAs(outsider, paper)).status).toBeGreaterThanOrEqual(400);
  });

  test('whoever signs out leaves no file behind on the device', async () => {
    const pane = await town.as('ulla.skarvad', { kind: 'none' }, { device: 'forlades' });
    await town.fault({ path: '/drive', cut: 'before', name: 'offline' });
    await expect(pane.papers.addPaper(file, id('budget'), chosen('rest.txt', 'x'), wish('Rest'), silent)).rejects.toMatchObject({ name: 'Offline' });
    expect(await waiting()).toBe(1);
    await pane.session.forgetMe();
    expect(await waiting()).toBe(0);
  });
});
