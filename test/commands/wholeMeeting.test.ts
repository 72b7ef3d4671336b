import { describe, expect, test } from 'vitest';
import type { Board, CalendarEvent, MeetingFile } from '../../src/meeting/meeting.ts';
import { joinLinks } from '../../src/exporters/placeInInvitation.ts';
import { LISTS } from '../../src/storage/lists.ts';
import { agendaOf, at } from '../meeting/agendas.ts';
import { comingMeeting, fjordby } from './fjordby.ts';

const town = fjordby();
const secretary = 'ulla.skarvad';
const attendee = 'ane.kratholm';
const reader = 'freja.damsbo';

/** One meeting goes through all the tests below, in order, as it does in life. */
let board: Board;
let event: CalendarEvent;
let file: MeetingFile;

const agenda = agendaOf(
  [
    '1 Nyt fra borgmesteren @08.30-08.45 /15',
    '2 Anlægsplan & <udkast> /30',
    '> 2.a Usikkerheder',
    'Pause /10',
    '4 Organisering på Vej og Park (lukket) /30',
    '5 Evt',
  ],
  { start: at('08.30'), title: 'Direktionsmøde' },
);

describe('one whole meeting through the commands', () => {
  test('the site is prepared, by running it twice without doubling anything', async () => {
    const commands = await town.as(secretary);
    const team = (await commands.board.listBoards()).find((choice) => choice.name === 'Direktionen')!;
    expect((await commands.board.boardState(team.teamId)).kind).toBe('notPrepared');
    const steps: number[] = [];
    board = await commands.board.prepareBoard(team.teamId, (step) => steps.push(step.done / step.of));
    expect(steps.at(-1)).toBe(1);
    expect(board.closedSiteId).not.toBeNull();
    expect(await commands.board.prepareBoard(team.teamId, () => undefined)).toEqual(board);
    expect(await commands.board.boardState(team.teamId)).toEqual({ kind: 'ready', board });
    const lists = (await town.ask(secretary, `/sites/${board.siteId}/lists`)).body as { value: { displayName: string }[] };
    const ours = lists.value.map((list) => list.displayName).filter((name) => name.startsWith('Dagsorden'));
    expect(new Set(ours).size).toBe(ours.length);
    expect(ours).toHaveLength(LISTS.filter(({ place }) => place === 'open' || place === 'both').length);
  });

  test('the agenda is attached: rows, a pointer, and the invitation above the join block with the meeting still on', async () => {
    const commands = await town.as(secretary);
    event = await comingMeeting(commands, /^Direktionsmøde/);
    expect(event.iAmOrganizer).toBe(true);
    expect(event.pointer).toBeNull();
    const before = await invitation(secretary, event.id);
    file = await commands.agenda.attachAgenda({ event, board, agenda }, () => undefined);
    expect(file.agenda.items).toEqual(agenda.items);
    expect(file.status.agenda).toBe('sent');
    const after = await invitation(secretary, event.id);
    expect(joinLinks(after)).toEqual(joinLinks(before));
    expect(joinLinks(after).length).toBeGreaterThan(0);
    expect(after).toMatch(/2\. Anlægsplan &(amp|#x26); &(lt|#x3C);udkast/);
    expect(after).not.toContain('Vej og Park');
    expect((await commands.find.findEvent(event.id)).event?.joinUrl).toBe(event.joinUrl);
  });

  test('attaching again changes the same rows', async () => {
    const commands = await town.as(secretary);
    const shorter = { ...agenda, items: agenda.items.slice(0, 5) };
    const revised = await commands.agenda.attachAgenda({ event, board, agenda: shorter, base: file.agenda.items }, () => undefined);
    expect(revised.agenda.items).toEqual(shorter.items);
    file = await commands.agenda.attachAgenda({ event, board, agenda, base: revised.agenda.items }, () => undefined);
    expect(file.agenda.items).toEqual(agenda.items);
    expect(file.status.agenda).toBe('revised');
  });

  test('an attendee finds it from the own copy of the invitation, and opens it in one batch after the event', async () => {
    const finder = await town.as(attendee);
    const own = await comingMeeting(finder, /^Direktionsmøde/);
    expect(own.id).not.toBe(event.id);
    expect(own.key).toBe(event.key);
    const commands = await town.as(attendee, { kind: 'event', eventId: own.id });
    // The first time on a device the closed circle's place is looked at as well.
    await commands.find.openMeeting(file.pointer);
    const before = (await town.log()).length;
    const found = await commands.find.findMeeting();
    const opened = await commands.find.openMeeting(found.pointer!);
    expect(opened.agenda.items).toEqual(agenda.items);
    const asked = (await town.log()).slice(before).filter((line) => !line.path.includes('_dev'));
    expect(
      asked.filter((line) => line.batchId === undefined && !line.path.includes('$batch')).map((line) => decodeURIComponent(line.path.split('?')[0]!)),
    ).toEqual([`/me/events/${own.id}`]);
    expect(asked.filter((line) => line.batchId !== undefined)).toHaveLength(6);
  });

  test('somebody outside the closed circle gets the neutral line, and 403 from Graph itself', async () => {
    const commands = await town.as(reader);
    const opened = await commands.find.openMeeting(file.pointer);
    expect(opened.closedAccess).toBe('no');
    expect(JSON.stringify(opened)).not.toContain('Vej og Park');
    expect(opened.agenda.items).toHaveLength(agenda.items.length);
    expect((await town.ask(reader, `/sites/${board.closedSiteId!}/lists/DagsordenPunkter/items`)).status).toBe(403);
  });

  test('an apology is stored, then the own copy is declined, and the organiser sees both', async () => {
    const finder = await town.as(attendee);
    const own = await comingMeeting(finder, /^Direktionsmøde/);
    const apology = await finder.apology.sendApology({ file, event: own, scope: { kind: 'meeting' }, substitute: 'Torkil Bækhøj', message: '' });
    expect(apology).toMatchObject({ person: { name: 'Ane Kratholm' }, substitute: 'Torkil Bækhøj', withdrawnAt: null });
    expect((await finder.find.listMyMeetings(new Date(event.start), new Date(event.end))).map((each) => each.key)).not.toContain(event.key);
    const commands = await town.as(secretary);
    expect((await commands.find.openMeeting(file.pointer)).apologies).toEqual([apology]);
    const seen = (await commands.find.findEvent(event.id)).event!;
    expect(seen.invitees.find((invitee) => invitee.name === 'Ane Kratholm')?.answer).toBe('declined');
    // Sent twice it is one apology.
    await finder.apology.sendApology({ file, event: own, scope: { kind: 'meeting' }, substitute: 'Torkil Bækhøj', message: '' });
    expect((await commands.find.openMeeting(file.pointer)).apologies).toHaveLength(1);
  });

  test('two people deciding different items never conflict; the same one keeps both words', async () => {
    const ulla = await town.as(secretary);
    const ane = await town.as(attendee);
    const [first, second] = [agenda.items[0]!.id, agenda.items[1]!.id];
    const blank = { openness: 'open' as const, outcome: null, decision: '', publicDecision: '', notTreated: false };
    await Promise.all([
      ulla.minutes.recordTreatment(file, { ...blank, itemId: first, decision: 'Taget til efterretning.' }),
      ane.minutes.recordTreatment(file, { ...blank, itemId: second, decision: 'Drøftet.' }),
    ]);
    const both = await ulla.find.openMeeting(file.pointer);
    expect(both.treatments.map((treatment) => treatment.decision).sort()).toEqual(['Drøftet.', 'Taget til efterretning.']);
    await ulla.minutes.recordTreatment(both, { ...blank, itemId: second, decision: 'Godkendt.' });
    await expect(ane.minutes.recordTreatment(both, { ...blank, itemId: second, decision: 'Udsat.' })).rejects.toMatchObject({
      name: 'Conflict',
      fields: [{ field: 'decision', mine: 'Udsat.', theirs: 'Godkendt.' }],
    });
  });

  test('two people who write the first words about an item neither overwrite the other', async () => {
    const ulla = await town.as(secretary);
    const ane = await town.as(attendee);
    const itemId = agenda.items.at(-1)!.id;
    const blank = { itemId, openness: 'open' as const, outcome: null, decision: '', publicDecision: '', notTreated: false };
    const unwritten = await ulla.find.openMeeting(file.pointer);
    expect(unwritten.treatments.some((treatment) => treatment.itemId === itemId)).toBe(false);
    await ulla.minutes.recordTreatment(unwritten, { ...blank, decision: 'Intet at bemærke.' });
    await expect(ane.minutes.recordTreatment(unwritten, { ...blank, notTreated: true, decision: 'Nåede vi ikke.' })).rejects.toMatchObject({
      name: 'Conflict',
      fields: [{ field: 'decision', mine: 'Nåede vi ikke.', theirs: 'Intet at bemærke.' }],
    });
    expect((await ulla.find.openMeeting(file.pointer)).treatments.find((treatment) => treatment.itemId === itemId)?.decision).toBe(
      'Intet at bemærke.',
    );
  });

  test('an open item is closed afterwards: its open row is a new one without the old words, in no version', async () => {
    const commands = await town.as(secretary);
    const current = await commands.find.openMeeting(file.pointer);
    file = await commands.agenda.closeItem(current, agenda.items[1]!.id, 'Anlægssag');
    expect(file.agenda.items[1]).toMatchObject({ title: 'Anlægsplan & <udkast>', openness: 'closed', neutralTitle: 'Anlægssag' });
    const outside = await (await town.as(reader)).find.openMeeting(file.pointer);
    expect(outside.agenda.items[1]).toMatchObject({ title: '', neutralTitle: 'Anlægssag', openness: 'closed' });
    expect(outside.agenda.items[2]).toMatchObject({ title: '' });
    const rows = (
      await town.ask(reader, `/sites/${board.siteId}/lists/DagsordenPunkter/items?$expand=fields&$filter=fields/RowId eq '${agenda.items[1]!.id}'`)
    ).body as { value: { id: string }[] };
    const versions = await town.ask(reader, `/sites/${board.siteId}/lists/DagsordenPunkter/items/${rows.value[0]!.id}/versions?$expand=fields`);
    expect(JSON.stringify(versions.body)).toContain('Anlægssag');
    expect(JSON.stringify(versions.body)).not.toContain('Anlægsplan');
  });

  test('publishing sends each target once, however often it is asked', async () => {
    const commands = await town.as(secretary);
    let current = await commands.find.openMeeting(file.pointer);
    const preview = await commands.publish.previewPublication(current);
    await expect(commands.publish.publishMinutes(current, () => undefined)).rejects.toThrow(/outcome/);
    for (const itemId of preview.missing) {
      const closed = agenda.items.find((item) => item.id === itemId)?.openness === 'closed';
      await commands.minutes.recordTreatment(current, {
        itemId,
        openness: closed ? 'closed' : 'open',
        outcome: 'approved',
        decision: closed ? 'HEMMELIG beslutning' : 'Godkendt.',
        publicDecision: closed ? 'Direktionen traf beslutning.' : '',
        notTreated: false,
      });
    }
    current = await commands.find.openMeeting(file.pointer);
    const messages = async () =>
      ((await town.ask(secretary, `/teams/${board.teamId}/channels/${board.channelId}/messages`)).body as { value?: unknown[] }).value ?? [];
    const before = (await messages()).length;
    const seen: string[] = [];
    const stop = commands.outbox.onChange(({ orders }) =>
      seen.push(orders.flatMap(({ steps }) => steps.map(({ name, state }) => `${name} ${state}`)).join(', ')),
    );
    const log = await commands.publish.publishMinutes(current, () => undefined);
    stop();
    expect(seen).toContain('closedLists done, lists doing, channel waiting');
    expect(seen).toContain('closedLists done, lists done, channel done');
    expect(log.map((line) => `${line.target} ${line.state}`)).toEqual(['closedLists done', 'lists done', 'channel done']);
    const again = await commands.publish.publishMinutes(await commands.find.openMeeting(file.pointer), () => undefined);
    expect(again.every((line) => line.state === 'done')).toBe(true);
    if (before > 0 || (await messages()).length > 0) expect((await messages()).length).toBe(before + 1);
    const published = await commands.find.openMeeting(file.pointer);
    expect(published.status.minutes).toBe('published');
    expect(published.minutes?.lines).toHaveLength(6);
    const outside = await (await town.as(reader)).find.openMeeting(file.pointer);
    expect(JSON.stringify(outside)).not.toContain('HEMMELIG');
    expect(outside.minutes?.lines.find((line) => line.itemId === agenda.items[4]!.id)).toMatchObject({
      title: '',
      decision: 'Direktionen traf beslutning.',
    });
  });
});

/** The event's HTML in this person's mailbox. */
async function invitation(person: string, eventId: string): Promise<string> {
  const answer = await town.ask(person, `/me/events/${eventId}?$select=body`);
  return (answer.body as { body: { content: string } }).body.content;
}
