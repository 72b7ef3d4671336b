import { beforeAll, describe, expect, test } from 'vitest';
import type { Commands } from '../../src/commands/commands.ts';
import { HostFailure, type InvitationForm } from '../../src/host/host.ts';
import type { Agenda } from '../../src/meeting/agenda.ts';
import { agendaStateOf } from '../../src/meeting/agendaState.ts';
import { asItemId } from '../../src/meeting/ids.ts';
import type { Board, CalendarEvent, MeetingFile } from '../../src/meeting/meeting.ts';
import { plainProfile } from '../../src/meeting/profile.ts';
import { agendaOf, at } from '../meeting/agendas.ts';
import { fjordby, type LogLine } from './fjordby.ts';

const town = fjordby();
const ulla = 'ulla.skarvad';

let board: Board;
let desk: Commands;
beforeAll(async () => {
  desk = await town.as(ulla);
  const team = (await desk.board.listBoards()).find((choice) => choice.name === 'Direktionen')!;
  board = await desk.board.prepareBoard(team.teamId, () => undefined);
});

describe('an agenda that has been sent', () => {
  test('is no draft to an attendee either, and what stands in the invitation is as it should be', async () => {
    const { file, event } = await sent('Udsendt møde');
    expect(file.status.agenda).toBe('sent');
    expect(await desk.agenda.invitationStanding(file, event, 'da')).toEqual({ standing: 'current', inForm: false, changes: [], recipients: 1 });
    const ane = await town.as('ane.kratholm');
    const hers = await ane.find.openMeeting(file.pointer);
    expect(agendaStateOf(hers, await ane.find.findMyEvent(hers))).toBe('sent');
  });

  test('makes the invitation stale when it is edited, tells what is changed, and is updated only when that is wanted', async () => {
    const { file, event } = await sent('Rettet møde');
    const [item] = file.agenda.items;
    await town.emptyLog();
    const edited = await retitled(file, 0, 'Gammelt fra havnen');
    expect(invitationWrites(await town.log())).toEqual([]);
    const stale = await desk.agenda.invitationStanding(edited, event, 'da');
    expect(stale.standing).toBe('stale');
    expect(stale.changes).toMatchObject([{ kind: 'changed', itemId: item!.id, after: expect.stringContaining('Gammelt fra havnen') as string }]);
    await town.emptyLog();
    expect(await desk.agenda.updateInvitation(edited, event)).toBe(false);
    expect(invitationWrites(await town.log())).toHaveLength(1);
    const now = await desk.find.openMeeting(file.pointer);
    expect(now.status.agenda).toBe('revised');
    expect((await desk.agenda.invitationStanding(now, event, 'da')).standing).toBe('current');
  });

  test('is sent out in few requests', async () => {
    const { file, event } = await sent('Talt møde');
    const edited = await retitled(file, 0, 'Andet');
    // The agenda's screen has read the body's rules.
    await desk.profile.readProfile(board);
    await town.emptyLog();
    await desk.agenda.updateInvitation(edited, event);
    const asked = requestsOf(await town.log());
    expect(asked.length, asked.join('\n')).toBeLessThanOrEqual(6);
  });

  test('with closed items and a supplement it is as few', async () => {
    const event = await newAppointment('Talt lukket møde');
    const agenda = { ...agendaFor(event), items: [...agendaFor(event).items, closedItem(event)] };
    const file = await desk.agenda.attachAgenda({ event, board, agenda, via: 'graph' }, () => undefined);
    const edited = await retitled(file, 0, 'Andet');
    await desk.profile.readProfile(board);
    const now = (await desk.find.findEvent(event.id)).event!;
    await town.emptyLog();
    await desk.agenda.updateInvitation(edited, now, [edited.agenda.items[0]!.id]);
    const asked = requestsOf(await town.log());
    expect(asked.length, asked.join('\n')).toBeLessThanOrEqual(6);
    expect((await desk.find.openMeeting(file.pointer)).status.supplement).toEqual([edited.agenda.items[0]!.id]);
  });

  test('a first sending is as few from its claim on, whatever was stored before it', async () => {
    const event = await newAppointment('Talt første gang');
    await town.emptyLog();
    await desk.agenda.attachAgenda({ event, board, agenda: agendaFor(event), via: 'graph', language: 'da' }, () => undefined);
    const log = await town.log();
    const asked = requestsOf(log);
    expect(asked.length, asked.join('\n')).toBeLessThanOrEqual(12);
    // The row is claimed with the event, everything is looked at, sent, read again, marked: between the pointer and the last opening.
    const pointed = log.findLastIndex(({ path }) => path.endsWith('/extensions'));
    const opened = log.findLastIndex(({ path, batchId }) => batchId === '0' && path.includes('DagsordenMoedeforum'));
    expect(requestsOf(log.slice(pointed + 1, opened)).length).toBeLessThanOrEqual(5);
  });

  test('where there is a row or a pointer all the same, the first of both is none the less written once', async () => {
    const { file, event } = await sent('Der var en');
    const store = town.storeOf(ulla);
    const { row } = await store.readMeeting(file.pointer, { access: 'outside', me: null, recordUnlikelyAt: null });
    const { items: _items, ...head } = file.agenda;
    const { iCalUId, start, end } = file.occasion;
    const again = { key: file.pointer.key, head, iCalUId, originalStart: null, start, end, status: file.status, occasion: file.occasion };
    expect(await store.putMeeting(file.pointer, { ...again, head: { ...head, location: 'Broen' } }, null, true)).toBeNull();
    await store.putPointer(event.id, file.pointer, true);
    const now = await desk.find.openMeeting(file.pointer);
    expect([now.status.agenda, now.agenda.location]).toEqual(['sent', 'Broen']);
    expect(row).not.toBeNull();
    expect((await desk.find.findEvent(event.id)).event?.pointer?.key).toBe(file.pointer.key);
  });

  test('where somebody has written the meeting’s row meanwhile, theirs stays and the invitation is sent', async () => {
    const { file, event } = await sent('Skrevet imens');
    const edited = await retitled(file, 0, 'Andet');
    const store = town.storeOf(ulla);
    const { row } = await store.readMeeting(file.pointer, { access: 'outside', me: null, recordUnlikelyAt: null });
    await store.keepSupplement(file.pointer, [edited.agenda.items[1]!.id]);
    const { body, row: now } = await store.startInvitation(file.pointer, event.id, { claim: 'mine', supplement: [edited.agenda.items[0]!.id] }, row);
    expect(body.html).toContain('Programmet for Skrevet imens');
    expect(await store.invitationClaims(file.pointer)).toEqual(['mine']);
    await store.markSent(file.pointer, new Date().toISOString(), true, { claim: 'mine', seen: row });
    expect(now?.etag).not.toBe(row?.etag);
    expect(await store.invitationClaims(file.pointer)).toEqual([]);
    expect((await desk.find.openMeeting(file.pointer)).status).toMatchObject({
      agenda: 'revised',
      supplement: [edited.agenda.items[1]!.id, edited.agenda.items[0]!.id],
    });
  });
});

describe('a supplementary agenda', () => {
  test('is a state of the agenda: its items are marked in the invitation, in the row and to everybody', async () => {
    const { file, event } = await sent('Møde med tillæg');
    const late = { ...file.agenda.items[1]!, id: asItemId('Møde med tillæg/late'), number: '3', title: 'Oversvømmelsen' };
    const base = file.agenda.items;
    const agenda = { ...file.agenda, items: [...base, late] };
    const order = { event, board, agenda, base, seen: file, via: 'graph' as const, supplement: [late.id] };
    expect((await desk.agenda.previewInvitation(event, agenda, board, [late.id])).html).toContain('tillæg');
    const now = await desk.agenda.attachAgenda(order, () => undefined);
    expect(now.status).toMatchObject({ agenda: 'revised', supplement: [late.id] });
    expect((await invitationOf(event)).html).toMatch(/Oversvømmelsen \(tillæg/);
    expect((await desk.agenda.invitationStanding(now, event, 'da')).standing).toBe('current');
    expect((await (await town.as('ane.kratholm')).find.openMeeting(file.pointer)).status.supplement).toEqual([late.id]);
  });
});

describe('an agenda put into Outlook’s form', () => {
  test('waits for Send, and says so until it is pressed', async () => {
    const event = await newAppointment('I formularen');
    const { html, hint } = await invitationOf(event);
    const form = formOf(html);
    const pane = await town.as(ulla, hint, { form });
    const file = await pane.agenda.attachAgenda({ event, board, agenda: agendaFor(event), via: 'form' }, () => undefined);
    expect(await pane.agenda.invitationStanding(file, event, 'da')).toMatchObject({ standing: 'unsent', inForm: true, recipients: 1 });
    expect(agendaStateOf(file, event)).toBe('draft');
    // What Send does.
    await town.ask(ulla, `/me/events/${event.id}`, { method: 'PATCH', body: { body: { contentType: 'html', content: form.html } } });
    expect((await pane.agenda.invitationStanding(file, event, 'da')).standing).toBe('current');
  });
});

describe('the language of an invitation', () => {
  test('is the body’s, whatever language the secretary has on screen, and Danish where nobody has said anything', async () => {
    const event = await newAppointment('Sprog');
    const agenda = agendaFor(event);
    expect((await desk.agenda.previewInvitation(event, agenda, board)).html).toContain('Åbn dagsordenen');
    await desk.profile.saveRules(board, plainProfile.rules, { ...plainProfile.rules, language: 'en' });
    await desk.profile.readProfile(board);
    const preview = await desk.agenda.previewInvitation(event, agenda, board);
    expect(preview.language).toBe('en');
    expect(preview.html).toContain('Open the agenda');
    await desk.profile.saveRules(board, { ...plainProfile.rules, language: 'en' }, plainProfile.rules);
    await desk.profile.readProfile(board);
  });
});

describe('before it is sent', () => {
  test('each circle’s view is what that circle will see', async () => {
    const event = await newAppointment('Lukket punkt');
    const agenda = agendaOf(['1 Havnen', '2 Klage over skolelederen (lukket)']);
    const { pages, html } = await desk.agenda.previewInvitation(event, agenda, board);
    expect(pages.circle).toContain('Klage over skolelederen');
    expect(pages.outside).not.toContain('Klage');
    expect(html).not.toContain('Klage');
  });
  test('what may stand there is remembered, without the words', async () => {
    const meeting = { siteId: board.siteId, key: 'x' as MeetingFile['pointer']['key'] };
    expect(await desk.agenda.acceptedDisclosures(meeting)).toEqual([]);
    await desk.agenda.acceptDisclosures(meeting, ['a1']);
    await desk.agenda.acceptDisclosures(meeting, ['a1', 'b2']);
    expect(await desk.agenda.acceptedDisclosures(meeting)).toEqual(['a1', 'b2']);
  });
});

describe('whoever has read the agenda', () => {
  test('is told what is new since, item by item, on the device where it was read', async () => {
    const { file } = await sent('Læst møde');
    const ane = await town.as('ane.kratholm', { kind: 'none' }, { device: 'anes', fresh: true });
    const hers = await ane.find.openMeeting(file.pointer);
    expect(await ane.find.newsForMe(hers)).toBeNull();
    expect((await ane.find.newsForMe(hers))!.items).toEqual([]);
    const [first, second] = file.agenda.items;
    await retitled(await retitled(file, 0, 'Nyt'), 1, 'Også nyt');
    const later = await ane.find.openMeeting(file.pointer);
    expect((await ane.find.newsForMe(later))!.items.map(({ itemId, fields }) => [itemId, fields])).toEqual([
      [first!.id, ['title']],
      [second!.id, ['title']],
    ]);
    await ane.find.markRead(later, [first!.id]);
    expect((await ane.find.newsForMe(later))!.items.map(({ itemId }) => itemId)).toEqual([second!.id]);
    await ane.find.markRead(later);
    expect((await ane.find.newsForMe(later))!.items).toEqual([]);
  });
});

async function sent(subject: string): Promise<{ file: MeetingFile; event: CalendarEvent }> {
  const event = await newAppointment(subject);
  const file = await desk.agenda.attachAgenda({ event, board, agenda: agendaFor(event), via: 'graph' }, () => undefined);
  return { file, event: (await desk.find.findEvent(event.id)).event! };
}

function retitled(file: MeetingFile, at: number, title: string): Promise<MeetingFile> {
  const item = file.agenda.items[at]!;
  return desk.agenda.changeItem(file, item, { ...item, title });
}

function agendaFor(event: CalendarEvent): Agenda {
  const agenda = agendaOf(['1 Nyt fra havnen @09.00-09.20', '2 Evt'], { start: at('09.00'), title: event.subject });
  return { ...agenda, items: agenda.items.map((item) => ({ ...item, id: asItemId(`${event.subject}/${item.id}`) })) };
}

const closedItem = (event: CalendarEvent) => ({
  ...agendaFor(event).items[1]!,
  id: asItemId(`${event.subject}/closed`),
  number: '3',
  title: 'Klage over skolelederen',
  openness: 'closed' as const,
});

async function newAppointment(subject: string): Promise<CalendarEvent> {
  const day = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  const { body } = await town.ask(ulla, '/me/events', {
    method: 'POST',
    body: {
      subject,
      body: { contentType: 'html', content: `<p>Programmet for ${subject}</p>` },
      start: { dateTime: `${day}T09:00:00`, timeZone: 'Europe/Copenhagen' },
      end: { dateTime: `${day}T10:00:00`, timeZone: 'Europe/Copenhagen' },
      attendees: [{ type: 'required', emailAddress: { address: 'ane.kratholm@fjordby.example', name: 'Ane Kratholm' } }],
    },
  });
  return (await desk.find.findEvent((body as { id: string }).id)).event!;
}

async function invitationOf(event: CalendarEvent) {
  const { body } = await town.ask(ulla, `/me/events/${event.id}`);
  return { html: (body as { body: { content: string } }).body.content, hint: { kind: 'event' as const, eventId: event.id } };
}

/** What stands in an open form, until somebody presses Send there. */
function formOf(html: string): InvitationForm & { html: string } {
  return {
    html,
    save: async () => undefined,
    lookAgain: async () => undefined,
    async readHtml() {
      return this.html;
    },
    async writeHtml(next) {
      if (next.length > 1_000_000) throw new HostFailure('TooLarge', 'as office.js does', { detail: { what: 'body.setAsync' } });
      this.html = next;
    },
    async prependHtml(first) {
      this.html = first + this.html;
    },
  };
}

const invitationWrites = (log: readonly LogLine[]) => log.filter(({ method, path }) => method === 'PATCH' && path.includes('/events/'));
/** A batch is one request, whatever is in it. */
function requestsOf(log: readonly LogLine[]): string[] {
  const batches = log.filter(({ batchId }) => batchId === '0').map(({ path }) => `batch from ${path}`);
  return [...batches, ...log.filter(({ batchId }) => batchId === undefined).map(({ method, path }) => `${method} ${path}`)];
}
