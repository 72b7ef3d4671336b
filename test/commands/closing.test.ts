import { beforeAll, describe, expect, test } from 'vitest';
import type { Commands } from '../../src/commands/commands.ts';
import { copiesToTell } from '../../src/meeting/copies.ts';
import { asItemId, type ItemId } from '../../src/meeting/ids.ts';
import type { AgendaItem } from '../../src/meeting/agenda.ts';
import type { Board, CalendarEvent, MeetingFile } from '../../src/meeting/meeting.ts';
import { agendaOf, at } from '../meeting/agendas.ts';
import { comingMeeting, fjordby } from './fjordby.ts';

/** One item is closed after everybody has had it: what becomes of each copy. Marks are planted in all its words. */
const town = fjordby();
const MARKS = ['PLANTET-titel', 'PLANTET-tekst', 'PLANTET-beslutning', 'PLANTET-barn', 'PLANTET-blok', 'PLANTET-indstilling'];
const outsider = 'freja.damsbo';
const invited = 'ane.kratholm';
const id = (name: string): ItemId => asItemId(`punkt-${name}`);
let ulla: Commands;
let asger: Commands;
let board: Board;
let event: CalendarEvent;
let file: MeetingFile;

beforeAll(async () => {
  ulla = await town.as('ulla.skarvad');
  asger = await town.as('asger.moelbjerg');
  const team = (await ulla.board.listBoards()).find((choice) => choice.name === 'Direktionen')!;
  board = await ulla.board.prepareBoard(team.teamId, () => undefined);
  event = await comingMeeting(ulla, /^Direktionsmøde/);
  const plain = agendaOf(['1 Nyt', '2 PLANTET-titel', '3 Evt'], { start: at('09.00'), title: 'Direktionsmøde' });
  const names = ['nyt', 'sag', 'evt'];
  const items = plain.items.map((item, index): AgendaItem => ({
    ...item,
    id: id(names[index]!),
    ...(index === 1
      ? {
          block: 'PLANTET-blok',
          presenters: ['PLANTET-tekst'],
          sections: [
            { role: 'background', heading: null, text: 'PLANTET-tekst' },
            { role: 'recommendation', heading: null, text: 'PLANTET-indstilling' },
          ],
        }
      : {}),
  }));
  file = await ulla.agenda.attachAgenda({ event, board, agenda: { ...plain, items } }, () => undefined);
}, 60_000);

const names = ['DagsordenMoedeforum', 'DagsordenMoeder', 'DagsordenPunkter', 'DagsordenAfbud', 'DagsordenReferat', 'DagsordenUdgivelse'];
/** Every version of every row of every list that anybody on the site may read. */
async function everythingOpen(): Promise<string> {
  const texts = await Promise.all(
    [...names, 'DagsordenBehandling'].map(async (list) => {
      const { body } = await town.ask(outsider, `/sites/${board.siteId}/lists/${list}/items?$expand=fields&$top=500`);
      const rows = (body as { value?: { id: string }[] }).value ?? [];
      const versions = await Promise.all(
        rows.map((row) => town.ask(outsider, `/sites/${board.siteId}/lists/${list}/items/${row.id}/versions?$expand=fields`)),
      );
      return [list, body, versions.map((answer) => answer.body)];
    }),
  );
  return JSON.stringify(texts);
}
async function channel(): Promise<string[]> {
  const { body } = await town.ask('ulla.skarvad', `/teams/${board.teamId}/channels/${board.channelId}/messages`);
  return (body as { value: { subject: string | null; body: { content: string } }[] }).value.map(
    (each) => `${each.subject ?? ''} ${each.body.content}`,
  );
}
const bodyAt = async (person: string): Promise<string> => {
  const { body } = await town.ask(person, `/me/events?$filter=iCalUId eq '${event.iCalUId}'&$select=body,subject`);
  return JSON.stringify(body);
};
const marksIn = (text: string) => MARKS.filter((mark) => text.includes(mark));

describe('an item closed after it was sent and published', () => {
  test('its copies are told before it is closed: what follows, what can be mended, what stays, and who has had it', async () => {
    for (const item of file.agenda.items)
      await ulla.minutes.recordTreatment(file, {
        itemId: item.id,
        openness: 'open',
        outcome: 'approved',
        decision: item.id === id('sag') ? 'PLANTET-beslutning' : 'Godkendt.',
        publicDecision: '',
        notTreated: false,
      });
    await ulla.publish.publishMinutes(await ulla.find.openMeeting(file.pointer), () => undefined);
    file = await ulla.find.openMeeting(file.pointer);
    expect(marksIn(await everythingOpen()).sort()).toEqual(MARKS.filter((mark) => mark !== 'PLANTET-barn').sort());

    const { copies, event: mine } = await ulla.agenda.copiesOfItem(file, id('sag'));
    expect(mine?.id).toBe(event.id);
    expect(copies.map(({ place, remedy }) => `${place} ${remedy}`)).toEqual([
      'row follows',
      'heading follows',
      'versions follows',
      'invitation offered',
      'minutes offered',
      'channel offered',
      'otherDevices told',
      'recycleBin told',
    ]);
    const invitation = copiesToTell(copies).find(({ place }) => place === 'invitation')!;
    expect(invitation.people.map(({ email }) => email)).toEqual(
      expect.arrayContaining(['ulla.skarvad@fjordby.example', `${invited}@fjordby.example`]),
    );
    expect(new Set(invitation.people.map(({ email }) => email)).size).toBe(invitation.people.length);
    expect(copies.find(({ place }) => place === 'channel')!.reference).toMatch(/^https:/);
  }, 60_000);

  test('what somebody put under it meanwhile, and the heading over it, are closed with it, in every version', async () => {
    const child = { ...file.agenda.items[2]!, id: id('barn'), parentId: id('sag'), title: 'PLANTET-barn', number: '2.a' };
    const { items } = file.agenda;
    await town.storeOf('asger.moelbjerg').changeItems(file.pointer, items, [...items.slice(0, 2), child, ...items.slice(2)]);
    const closed = await ulla.agenda.closeItem(file, id('sag'), 'Personsag');
    expect(closed.agenda.items.map((item) => [item.title, item.openness])).toEqual([
      ['Nyt', 'open'],
      ['PLANTET-titel', 'closed'],
      ['PLANTET-barn', 'closed'],
      ['Evt', 'open'],
    ]);
    expect(closed.agenda.items[1]!.block).toBe('PLANTET-blok');
    const rows = await town.ask(outsider, `/sites/${board.siteId}/lists/DagsordenPunkter/items?$expand=fields&$top=500`);
    expect(marksIn(JSON.stringify(rows.body))).toEqual([]);
    file = closed;
  }, 60_000);

  test('the published minutes are corrected where they stand, for those outside; the circle reads them as they were', async () => {
    await ulla.publish.closeInMinutes(file, id('sag'));
    expect(marksIn(await everythingOpen())).toEqual([]);
    const outside = await (await town.as(outsider)).find.openMeeting(file.pointer);
    expect(outside.minutes!.lines.map(({ title, decision, openness }) => [title, decision, openness])).toEqual([
      ['Nyt', 'Godkendt.', 'open'],
      ['Personsag', '', 'closed'],
      ['Evt', 'Godkendt.', 'open'],
    ]);
    expect(outside.minutes!.head.title).toBe('Direktionsmøde');
    const inside = await asger.find.openMeeting(file.pointer);
    expect(inside.minutes!.lines[1]).toMatchObject({ title: 'PLANTET-titel', decision: 'PLANTET-beslutning', block: 'PLANTET-blok' });
    expect(inside.publications.map(({ target, state }) => `${target} ${state}`)).toContain('closedLists done');
    // Once more changes nothing.
    await ulla.publish.closeInMinutes(file, id('sag'));
    expect(await asger.find.openMeeting(file.pointer)).toMatchObject({ minutes: inside.minutes });
  }, 60_000);

  test('the update of the invitation takes its words out of every calendar', async () => {
    expect(marksIn(await bodyAt(invited))).toContain('PLANTET-titel');
    await ulla.agenda.updateInvitation(file, event);
    expect(marksIn(await bodyAt(invited))).toEqual([]);
    expect(marksIn(await bodyAt('ulla.skarvad'))).toEqual([]);
    expect(await bodyAt(invited)).toContain('Personsag');
    expect((await ulla.find.openMeeting(file.pointer)).status.agenda).toBe('revised');
  }, 60_000);

  test('the channel is told once, in a message without a word of it', async () => {
    const before = await channel();
    expect(await ulla.publish.tellOfClosing(file)).toBe(true);
    const after = await channel();
    const fresh = after.filter((message) => !before.includes(message));
    expect(fresh).toHaveLength(1);
    expect(fresh[0]).toContain('Rettet referat: Direktionsmøde');
    expect(marksIn(fresh.join())).toEqual([]);
  });

  test('opened again, it is open to all with those under it that were named, and the invitation is offered once more', async () => {
    file = await ulla.find.openMeeting(file.pointer);
    const { copies } = await ulla.agenda.copiesOfItem(file, id('sag'));
    expect(copies.map(({ place, remedy }) => `${place} ${remedy}`)).toEqual([
      'row follows',
      'children offered',
      'heading follows',
      'invitation offered',
      'minutes told',
    ]);
    const alone = await ulla.agenda.openItem(file, id('sag'));
    expect(alone.agenda.items.map(({ openness }) => openness)).toEqual(['open', 'open', 'closed', 'open']);
    const outside = await (await town.as(outsider)).find.openMeeting(file.pointer);
    expect(outside.agenda.items.map(({ title }) => title)).toEqual(['Nyt', 'PLANTET-titel', '', 'Evt']);
    expect(outside.agenda.items[1]!.block).toBe('PLANTET-blok');
    const both = await ulla.agenda.openItem(alone, id('barn'));
    expect(both.agenda.items.every(({ openness }) => openness === 'open')).toBe(true);
  }, 60_000);
});

test('the publication log says why something failed in codes alone, and names no closed place', async () => {
  const current = await ulla.find.openMeeting(file.pointer);
  const closed = await ulla.agenda.closeItem(current, id('sag'), null);
  await town.fault({ path: 'DagsordenReferat', method: 'POST', status: 403, code: 'accessDenied', message: `No to ${board.closedSiteId!}` });
  await ulla.minutes.recordTreatment(closed, {
    itemId: id('barn'),
    openness: 'closed',
    outcome: 'noted',
    decision: 'PLANTET-barn',
    publicDecision: '',
    notTreated: false,
  });
  await ulla.publish.publishMinutes(await ulla.find.openMeeting(file.pointer), () => undefined).catch(() => undefined);
  await town.clearFaults();
  const { body } = await town.ask(outsider, `/sites/${board.siteId}/lists/DagsordenUdgivelse/items?$expand=fields`);
  const errors = (body as { value: { fields: { Error?: string } }[] }).value.flatMap(({ fields }) => fields.Error ?? []);
  expect(errors).not.toEqual([]);
  for (const error of errors) expect(error).toMatch(/^[A-Za-z]+(: [\w.-]+( [\w.-]+)*)?$/);
  expect(errors.join()).not.toContain(board.closedSiteId!);
}, 60_000);
