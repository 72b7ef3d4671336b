import { beforeAll, describe, expect, test } from 'vitest';
import type { Commands } from '../../src/commands/commands.ts';
import { putContent } from '../../src/graph/drives.ts';
import type { Board, MeetingFile } from '../../src/meeting/meeting.ts';
import { importFile } from '../../src/importers/importFile.ts';
import { agendaOf } from '../meeting/agendas.ts';
import { comingMeeting, fjordby } from './fjordby.ts';

const town = fjordby();
const ulla = 'ulla.skarvad';
const agenda = agendaOf(['1 Budget', '2 Personsag om Vej og Park (lukket)']);
const wanted = { what: 'minutes', itemId: null, format: 'docx' } as const;

let secretary: Commands;
let board: Board;
let file: MeetingFile;

interface DriveItem {
  readonly id: string;
  readonly name: string;
  readonly parentReference: { readonly driveId: string };
}
const folder = async (): Promise<DriveItem> =>
  (await town.ask(ulla, `/teams/${board.teamId}/channels/${encodeURIComponent(board.channelId)}/filesFolder`)).body as DriveItem;
async function filesInChannel(): Promise<string[]> {
  const { id, parentReference } = await folder();
  const { value } = (await town.ask(ulla, `/drives/${parentReference.driveId}/items/${id}/children`)).body as { value: DriveItem[] };
  return value.map(({ name }) => name);
}

beforeAll(async () => {
  secretary = await town.as(ulla);
  const team = (await secretary.board.listBoards()).find((choice) => choice.name === 'Direktionen')!;
  board = await secretary.board.prepareBoard(team.teamId, () => undefined);
  const event = await comingMeeting(secretary, /^Direktionsmøde/);
  const { pointer } = await secretary.agenda.attachAgenda({ event, board, agenda }, () => undefined);
  const now = () => secretary.find.openMeeting(pointer);
  for (const { id: itemId, openness } of agenda.items) {
    const decision = { itemId, openness, outcome: 'approved', decision: 'Bortvisning fastholdt.', publicDecision: '', notTreated: false } as const;
    await secretary.minutes.recordTreatment(await now(), openness === 'open' ? { ...decision, decision: 'Godkendt.' } : decision);
  }
  await secretary.publish.publishMinutes(await now(), () => undefined);
  file = await now();
}, 60_000);

describe('published minutes among the files of the channel', () => {
  test('are the open edition, also where the circle puts them there', async () => {
    expect(file.minutes?.audience).toBe('circle');
    const before = await filesInChannel();
    const kept = await secretary.exports.keepInChannel(file, wanted);
    expect(kept.wasThere).toBe(false);
    expect(await filesInChannel()).toEqual([...before, kept.name]);
    const { content } = await town.storeOf(ulla).paperContent(kept);
    const read = await importFile({ name: kept.name, type: '', bytes: new Uint8Array(await content.arrayBuffer()) });
    expect(read.source).toContain('Godkendt.');
    expect(read.source).not.toMatch(/Bortvisning|Vej og Park/);
  });

  test('are told to be there where a file has their name, and put beside it on request; what stands there keeps every byte', async () => {
    const first = await secretary.exports.keepInChannel(file, wanted);
    expect(first.wasThere).toBe(true);
    await putContent(town.graphOf(ulla), first.driveId, first.itemId, new Blob(['rettet i hånden']));
    const before = await filesInChannel();
    expect(await secretary.exports.keepInChannel(file, wanted)).toMatchObject({ itemId: first.itemId, wasThere: true });
    expect(await filesInChannel()).toEqual(before);
    const second = await secretary.exports.keepInChannel(file, wanted, true);
    expect(second.name).toBe(first.name.replace('.docx', ' (2).docx'));
    expect(await (await town.storeOf(ulla).paperContent(first)).content.text()).toBe('rettet i hånden');
  });

  test('go to no other channel that somebody wrote in the board’s row', async () => {
    const elsewhere = { ...file, board: { ...file.board, channelId: '19:elsewhere@thread.tacv2' } };
    await expect(secretary.exports.keepInChannel(elsewhere, wanted)).rejects.toMatchObject({ name: 'ChannelRefused' });
  });
});
