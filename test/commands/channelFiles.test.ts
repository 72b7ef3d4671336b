import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Commands } from '../../src/commands/commands.ts';
import { putContent } from '../../src/graph/drives.ts';
import { importFile } from '../../src/importers/importFile.ts';
import { asItemId } from '../../src/meeting/ids.ts';
import { channelFileLog } from '../../src/meeting/logsBeside.ts';
import type { Board, MeetingFile } from '../../src/meeting/meeting.ts';
import { agendaOf } from '../meeting/agendas.ts';
import { fjordby } from './fjordby.ts';

const town = fjordby();
const ulla = 'ulla.skarvad';
const MARKER = 'Zeppelinsagen';

let secretary: Commands;
let board: Board;
beforeAll(async () => {
  secretary = await town.as(ulla);
  const team = (await secretary.board.listBoards()).find((choice) => choice.name === 'Direktionen')!;
  board = await secretary.board.prepareBoard(team.teamId, () => undefined);
}, 60_000);

afterEach(() => town.clearFaults());

interface DriveItem {
  readonly id: string;
  readonly name: string;
  readonly parentReference: { readonly driveId: string };
}
const channelFolder = async (who = ulla): Promise<DriveItem> =>
  (await town.ask(who, `/teams/${board.teamId}/channels/${encodeURIComponent(board.channelId)}/filesFolder`)).body as DriveItem;
/** The files of the channel as somebody of the team sees them. */
async function inChannel(who = ulla): Promise<DriveItem[]> {
  const { id, parentReference } = await channelFolder(who);
  return ((await town.ask(who, `/drives/${parentReference.driveId}/items/${id}/children`)).body as { value: DriveItem[] }).value;
}
async function wordsOf({ id, parentReference, name }: DriveItem): Promise<string> {
  const { content } = await town.storeOf(ulla).paperContent({ driveId: parentReference.driveId, itemId: id });
  return (await importFile({ name, type: '', bytes: new Uint8Array(await content.arrayBuffer()) })).source;
}

let days = 0;
async function meetingCalled(subject: string) {
  // The file of the minutes is named after the day.
  const day = new Date(Date.now() + (20 + (days += 1)) * 86_400_000).toISOString().slice(0, 10);
  const [start, end] = ['09', '10'].map((hour) => ({ dateTime: `${day}T${hour}:00:00`, timeZone: 'Europe/Copenhagen' }));
  const attendees = [{ type: 'required', emailAddress: { address: 'ane.kratholm@fjordby.example', name: 'Ane Kratholm' } }];
  const { body } = await town.ask(ulla, '/me/events', { method: 'POST', body: { subject, start, end, attendees } });
  return (await secretary.find.findEvent((body as { id: string }).id)).event!;
}

/** A meeting whose minutes are published, with an item of the circle and one that is open yet. */
async function published(title: string) {
  const event = await meetingCalled(title);
  const programme = agendaOf(['1 Budget', `2 ${MARKER}`, '3 Personsag om Vej og Park (lukket)'], { title });
  const agenda = { ...programme, items: programme.items.map((item) => ({ ...item, id: asItemId(`${title}/${item.id}`) })) };
  const { pointer } = await secretary.agenda.attachAgenda({ event, board, agenda }, () => undefined);
  const now = () => secretary.find.openMeeting(pointer);
  for (const { id: itemId, openness } of agenda.items) {
    const decision = { itemId, openness, outcome: 'approved', decision: 'Bortvisning fastholdt.', publicDecision: '', notTreated: false } as const;
    await secretary.minutes.recordTreatment(await now(), openness === 'open' ? { ...decision, decision: 'Godkendt.' } : decision);
  }
  await secretary.publish.publishMinutes(await now(), () => undefined);
  const before = (await inChannel()).map(({ id }) => id);
  const file = await now();
  return {
    file,
    now,
    marked: file.agenda.items[1]!.id,
    laid: async () => (await inChannel()).filter(({ id }) => !before.includes(id)),
    log: () => town.storeOf(ulla).publications(channelFileLog(pointer)),
  };
}
const closing = async (file: MeetingFile, itemId: Parameters<Commands['agenda']['closeItem']>[1]) => secretary.agenda.closeItem(file, itemId, null);

describe('published minutes among the files of the channel', () => {
  test('are the open edition, also where the circle puts them there', async () => {
    const { file, laid } = await published('Fil i kanalen');
    expect(file.minutes?.audience).toBe('circle');
    expect((await secretary.exports.keepInChannel(file, 'docx', false)).wasThere).toBe(false);
    const [lies, ...more] = await laid();
    expect(more).toEqual([]);
    const words = await wordsOf(lies!);
    expect(words).toContain('Godkendt.');
    expect(words).not.toMatch(/Bortvisning|Vej og Park/);
    expect(await secretary.exports.filesInChannel(file)).toMatchObject([{ version: 1, name: lies!.name, stored: { itemId: lies!.id } }]);
    // Another secretary's device knows of it as well.
    expect(await (await town.as(ulla, undefined, { fresh: true })).exports.filesInChannel(file)).toHaveLength(1);
  });

  test('are told to be there where a file has their name, and put beside it on request; what stands there keeps every byte', async () => {
    const { file, laid } = await published('Fil to gange');
    const first = await secretary.exports.keepInChannel(file, 'docx', false);
    const [lies] = await laid();
    await putContent(town.graphOf(ulla), lies!.parentReference.driveId, lies!.id, new Blob(['rettet i hånden']));
    expect(await secretary.exports.keepInChannel(file, 'docx', false)).toMatchObject({ name: first.name, wasThere: true });
    expect(await laid()).toHaveLength(1);
    const second = await secretary.exports.keepInChannel(file, 'docx', true);
    expect(second.name).toBe(first.name.replace('.docx', ' (2).docx'));
    const { content } = await town.storeOf(ulla).paperContent({ driveId: lies!.parentReference.driveId, itemId: lies!.id });
    expect(await content.text()).toBe('rettet i hånden');
    expect((await secretary.exports.filesInChannel(file)).map(({ name }) => name)).toEqual([second.name, first.name]);
  });

  test('are a copy of an item that is closed afterwards: told with the file’s name, and taken away at a press', async () => {
    const { file, now, marked, laid } = await published('Lukket bagefter');
    const kept = await secretary.exports.keepInChannel(file, 'docx', false);
    expect(await wordsOf((await laid())[0]!)).toContain(MARKER);
    const { copies } = await secretary.agenda.copiesOfItem(file, marked);
    expect(copies.find(({ place }) => place === 'channelFiles')).toMatchObject({ remedy: 'offered', titles: [kept.name], reference: kept.url });
    await closing(file, marked);
    expect(await secretary.exports.takeFromChannel(await now())).toEqual([]);
    expect(await laid()).toEqual([]);
    expect(await secretary.exports.filesInChannel(file)).toEqual([]);
    // Until the minutes are mended as well, nothing is made of what they told.
    await expect(secretary.exports.keepInChannel(file, 'docx', false)).rejects.toMatchObject({ name: 'Conflict' });
    await secretary.publish.closeInMinutes(await now(), marked);
    await secretary.exports.keepInChannel(file, 'docx', false);
    const [again] = await laid();
    expect(await wordsOf(again!)).not.toContain(MARKER);
  });

  test('do not stay where an item is closed while they are on their way', async () => {
    const { file, marked, laid, log } = await published('Lukket undervejs');
    let closed: Promise<unknown> | null = null;
    const other = await town.as(ulla, undefined, {
      fresh: true,
      network: async (input, init) => {
        const request = new Request(input, init);
        if (request.method === 'PUT' && request.url.includes('/content') && closed === null) {
          closed = closing(file, marked);
          const openness = async () => (await town.storeOf(ulla).openItems(file.pointer)).find(({ id }) => id === marked)?.openness;
          await expect.poll(openness).toBe('closed');
        }
        return fetch(request);
      },
    });
    await expect(other.exports.keepInChannel(file, 'docx', false)).rejects.toMatchObject({ name: 'Conflict' });
    // Closing waits for what is on its way, so that it can be told afterwards.
    await closed;
    expect(await laid()).toEqual([]);
    expect((await log()).map(({ state }) => state)).toEqual(['failed']);
    expect(await secretary.exports.filesInChannel(file)).toEqual([]);
  });

  test.each(['before', 'after'] as const)('are one file where the connection is cut %s it is there, and the person presses again', async (cut) => {
    const { file, laid } = await published(`Afbrudt ${cut}`);
    await town.fault({ method: 'PUT', path: '/content', cut, count: 1, name: 'cut' });
    await secretary.exports.keepInChannel(file, 'docx', false).catch(() => undefined);
    await town.clearFaults();
    const kept = await secretary.exports.keepInChannel(file, 'docx', false);
    expect((await laid()).map(({ name }) => name)).toEqual([kept.name]);
    expect((await secretary.exports.filesInChannel(file)).map(({ name }) => name)).toEqual([kept.name]);
  });

  test('are said to be there perhaps, where a pane died in between, and whoever closes an item hears of it', async () => {
    const { file, marked } = await published('Pane døde');
    await town.fault({ method: 'PATCH', path: '/lists/DagsordenUdgivelse', status: 503, name: 'the pane is gone' });
    await expect(secretary.exports.keepInChannel(file, 'docx', false)).rejects.toThrow();
    await town.clearFaults();
    const [perhaps] = await secretary.exports.filesInChannel(file);
    expect(perhaps).toMatchObject({ stored: null, url: null });
    const { copies } = await secretary.agenda.copiesOfItem(file, marked);
    expect(copies.find(({ place }) => place === 'channelFiles')?.titles).toEqual([perhaps!.name]);
    // Pressed again, it is found by its name.
    await secretary.exports.keepInChannel(file, 'docx', false);
    expect(await secretary.exports.filesInChannel(file)).toMatchObject([{ name: perhaps!.name, stored: expect.anything() }]);
  });

  test('go with minutes that are taken back', async () => {
    const { file, laid } = await published('Trukket tilbage');
    await secretary.exports.keepInChannel(file, 'docx', false);
    await secretary.publish.unpublishMinutes(file);
    expect(await laid()).toEqual([]);
    await expect(secretary.exports.keepInChannel(file, 'docx', false)).rejects.toMatchObject({ name: 'NotFound' });
  });

  test('that was sent before an item was closed is not told as one that was made after it', async () => {
    const { file, now, marked, laid } = await published('Gammel fil');
    await town.fault({ method: 'PATCH', path: '/lists/DagsordenUdgivelse', status: 503, name: 'the pane is gone' });
    await expect(secretary.exports.keepInChannel(file, 'docx', false)).rejects.toThrow();
    await town.clearFaults();
    await closing(file, marked);
    await secretary.publish.closeInMinutes(await now(), marked);
    expect(await secretary.exports.keepInChannel(file, 'docx', false)).toMatchObject({ wasThere: true });
    expect(await secretary.exports.takeFromChannel(await now())).toEqual([]);
    expect(await laid()).toEqual([]);
  });

  test('are told with a reason where the library takes none', async () => {
    const { file, log } = await published('Skrivebeskyttet');
    await town.fault({ method: 'PUT', path: '/content', status: 403, name: 'read only' });
    await expect(secretary.exports.keepInChannel(file, 'docx', false)).rejects.toMatchObject({
      name: 'PaperNotStored',
      detail: { reason: 'readOnly' },
    });
    await town.clearFaults();
    expect((await log()).map(({ state }) => state)).toEqual(['failed']);
  });
});

describe('taking files away from the channel', () => {
  test('deletes nothing that lies elsewhere, whatever a row of the log says', async () => {
    const files = await town.storeOf(ulla).channelFiles(board);
    const folder = await channelFolder();
    const { driveId } = folder.parentReference;
    const { id } = (await town.ask(ulla, `/drives/${driveId}/root`)).body as DriveItem;
    const made = await town.ask(ulla, `/drives/${driveId}/items/${id}/children`, { method: 'POST', body: { name: 'Andet', folder: {} } });
    await expect(files.take({ driveId, itemId: (made.body as DriveItem).id })).rejects.toMatchObject({ name: 'Conflict' });
    await expect(files.take({ driveId: 'another', itemId: id })).rejects.toMatchObject({ name: 'Conflict' });
  });

  test('takes the others where somebody has moved one elsewhere, and tells of that one; minutes are taken back all the same', async () => {
    const { file, laid } = await published('Flyttet fil');
    const first = await secretary.exports.keepInChannel(file, 'docx', false);
    const [moved] = await laid();
    await secretary.exports.keepInChannel(file, 'docx', true);
    expect(await laid()).toHaveLength(2);
    const { driveId } = moved!.parentReference;
    const { id } = (await town.ask(ulla, `/drives/${driveId}/root`)).body as DriveItem;
    await town.ask(ulla, `/drives/${driveId}/items/${moved!.id}`, { method: 'PATCH', body: { parentReference: { id } } });
    expect((await secretary.exports.takeFromChannel(file)).map(({ name }) => name)).toEqual([first.name]);
    expect(await laid()).toEqual([]);
    await secretary.publish.unpublishMinutes(file);
    expect(await secretary.exports.filesInChannel(file)).toHaveLength(1);
  });

  test('asks no other channel that somebody wrote in the board’s row', async () => {
    const { file } = await published('Anden kanal');
    await secretary.exports.keepInChannel(file, 'docx', false);
    const elsewhere = { ...file, board: { ...file.board, channelId: '19:elsewhere@thread.tacv2' } };
    await expect(secretary.exports.takeFromChannel(elsewhere)).rejects.toMatchObject({ name: 'ChannelRefused' });
  });
});
