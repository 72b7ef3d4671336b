import { beforeAll, describe, expect, test } from 'vitest';
import type { Commands } from '../../src/commands/commands.ts';
import { createItem } from '../../src/graph/rowWriting.ts';
import { createList } from '../../src/graph/listSetup.ts';
import { prepareList } from '../../src/storage/prepareList.ts';
import { listNamed } from '../../src/storage/lists.ts';
import { treatmentToFields } from '../../src/storage/treatmentFields.ts';
import { withoutNulls } from '../../src/storage/upsert.ts';
import { decisionId } from '../../src/meeting/decisions.ts';
import type { Board, MeetingFile } from '../../src/meeting/meeting.ts';
import { agendaOf, at } from '../meeting/agendas.ts';
import { comingMeeting, fjordby } from './fjordby.ts';

const town = fjordby();
const [secretary, reader] = ['ulla.skarvad', 'freja.damsbo'];
const agenda = agendaOf(['1 Budget', '2 HEMMELIG sag', '3 Anlæg'], { start: at('08.30'), title: 'Direktionsmøde' });
const secret = agenda.items[1]!;

let board: Board;
let ulla: Commands;
let file: MeetingFile;

/** Everything that an outsider's account gets from the board's site, rows and their versions, and the tenant's log of it. */
async function allThatIsOpen(): Promise<string> {
  const lists = (await town.ask(reader, `/sites/${board.siteId}/lists`)).body as { value: { name: string }[] };
  const told = [JSON.stringify(await (await town.as(reader)).find.openMeeting(file.pointer))];
  for (const { name } of lists.value) {
    const rows = (await town.ask(reader, `/sites/${board.siteId}/lists/${name}/items?$expand=fields`)).body as { value?: { id: string }[] };
    told.push(JSON.stringify(rows));
    for (const { id } of rows.value ?? [])
      told.push(JSON.stringify((await town.ask(reader, `/sites/${board.siteId}/lists/${name}/items/${id}/versions?$expand=fields`)).body));
  }
  return [...told, JSON.stringify(await town.log())].join('\n');
}

beforeAll(async () => {
  ulla = await town.as(secretary);
  const team = (await ulla.board.listBoards()).find((choice) => choice.name === 'Direktionen')!;
  board = await ulla.board.prepareBoard(team.teamId, () => undefined);
  file = await ulla.agenda.attachAgenda({ event: await comingMeeting(ulla, /^Direktionsmøde/), board, agenda }, () => undefined);
}, 60_000);

describe('closing an item at the meeting', () => {
  test('leaves nothing of what is written about it, in any field, where others read', async () => {
    const written = {
      itemId: secret.id,
      openness: 'open' as const,
      outcome: 'approved' as const,
      decision: 'HEMMELIG beslutning',
      publicDecision: '',
      notTreated: false,
      notes: 'HEMMELIG note',
      dissent: 'HEMMELIG mening',
    };
    await ulla.minutes.recordTreatment(file, written);
    await ulla.minutes.recordTreatment(file, { ...written, itemId: decisionId(secret.id, 2), decision: 'HEMMELIG mere' });
    await ulla.minutes.goOn(file, null, secret.id);
    const closed = await ulla.agenda.closeItem(await ulla.find.openMeeting(file.pointer), secret.id, 'Sag');
    expect(closed.treatments.find(({ itemId }) => itemId === secret.id)).toMatchObject({
      decision: 'HEMMELIG beslutning',
      notes: 'HEMMELIG note',
      dissent: 'HEMMELIG mening',
      further: [{ decision: 'HEMMELIG mere' }],
      startedAt: expect.any(String) as string,
    });
    expect(await allThatIsOpen()).not.toContain('HEMMELIG');
    for (const item of agenda.items.filter(({ id }) => id !== secret.id))
      await ulla.minutes.recordTreatment(closed, {
        ...written,
        itemId: item.id,
        decision: 'Godkendt.',
        notes: 'HEMMELIG note om det åbne',
        dissent: '',
      });
    await ulla.publish.publishMinutes(await ulla.find.openMeeting(file.pointer), () => undefined);
    expect(await allThatIsOpen()).not.toContain('HEMMELIG');
    expect((await ulla.find.openMeeting(file.pointer)).minutes!.lines[1]).toMatchObject({ dissent: 'HEMMELIG mening' });
  });

  test('takes along what was written in the open list before there was a circle, beside newer words', async () => {
    const graph = town.graphOf(secretary);
    const list = listNamed('DagsordenBehandling');
    await createList(graph, board.siteId, { displayName: list.name });
    await prepareList(graph, board.siteId, list);
    const early = { itemId: secret.id, openness: 'open', outcome: null, decision: 'HEMMELIG tidlig', publicDecision: '', notTreated: false } as const;
    await createItem(graph, board.siteId, list.name, withoutNulls(treatmentToFields(file.pointer.key, early)));
    const now = await ulla.find.openMeeting(file.pointer);
    await ulla.agenda.closeItem(now, agenda.items[2]!.id, 'Sag');
    const after = await ulla.find.openMeeting(file.pointer);
    expect(after.treatments.find(({ itemId }) => itemId === secret.id)).toMatchObject({
      decision: 'HEMMELIG beslutning',
      notes: 'HEMMELIG note\n\nHEMMELIG tidlig',
    });
    expect(JSON.stringify((await town.ask(reader, `/sites/${board.siteId}/lists/${list.name}/items?$expand=fields`)).body)).not.toContain('HEMMELIG');
  });

  test('keeps the times of two who press at once', async () => {
    const now = await ulla.find.openMeeting(file.pointer);
    const [first, , last] = agenda.items;
    await ulla.minutes.goOn(now, null, first!.id);
    await Promise.all([ulla.minutes.goOn(now, first!.id, last!.id), (await town.as('ane.kratholm')).minutes.goOn(now, first!.id, last!.id)]);
    const after = await ulla.find.openMeeting(file.pointer);
    const of = (id: string) => after.treatments.find(({ itemId }) => itemId === id)!;
    expect(of(first!.id)).toMatchObject({ decision: 'Godkendt.', startedAt: expect.any(String) as string, endedAt: expect.any(String) as string });
    expect(of(last!.id).startedAt).toBeDefined();
    expect(of(last!.id).endedAt).toBeUndefined();
  });
});
