import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Commands, NoticeShown, NoticeSubject } from '../../src/commands/commands.ts';
import type { Agenda } from '../../src/meeting/agenda.ts';
import { asItemId } from '../../src/meeting/ids.ts';
import type { Board, CalendarEvent, MeetingFile } from '../../src/meeting/meeting.ts';
import { noticeLog } from '../../src/meeting/logsBeside.ts';
import { agendaOf, at } from '../meeting/agendas.ts';
import { fjordby } from './fjordby.ts';

const town = fjordby();
const ulla = 'ulla.skarvad';

let board: Board;
let desk: Commands;
beforeAll(async () => {
  desk = await town.as(ulla);
  const team = (await desk.board.listBoards()).find((choice) => choice.name === 'Direktionen')!;
  board = await desk.board.prepareBoard(team.teamId, () => undefined);
});
afterEach(() => town.clearFaults());

/** Words of closed items, none of which may stand where the team reads. */
const MARKERS = ['Zeppelinsagen', 'Xylofonoplæg', 'Quisling', 'Zombietekst'] as const;

describe('a message to the channel that the agenda is out', () => {
  test('is sent as it was shown when the invitation has left, with title, time, place and a line for each item', async () => {
    const { file, preview } = await sent('Varslet møde');
    const [message] = await messages('Varslet møde');
    expect(message!.subject).toBe('Dagsorden: Varslet møde');
    expect(message!.body.content.replaceAll('&#x26;', '&amp;')).toBe(preview.shown.html);
    const words = message!.body.content.replace(/&nbsp;|&#xA0;|\u00a0/g, ' ');
    expect(words).toMatch(/09\.00–10\.00/);
    expect(words).toContain('Mødelokale Fjorden');
    expect(words).toMatch(/Nyt fra havnen.*Evt/s);
    expect(words).toContain(`k=${file.pointer.key}`);
    expect(await (await desk.agenda.notice()).readNotice(file.pointer)).toMatchObject({ state: 'done', version: 1, attempts: 1 });
    // The minutes of the meeting have a log of their own.
    expect((await desk.find.openMeeting(file.pointer)).publications).toEqual([]);
  });

  test('is sent only where it is wanted', async () => {
    const { event, agenda } = await meetingOf('Uden besked');
    await desk.agenda.attachAgenda({ event, board, agenda, via: 'graph', language: 'da' }, () => undefined);
    expect(await messages('Uden besked')).toEqual([]);
  });

  test('holds no word of a closed item but its neutral title', async () => {
    const { event, agenda } = await meetingOf('Møde med lukket');
    const items = [
      ...agenda.items,
      {
        ...agenda.items[1]!,
        id: asItemId('Møde med lukket/closed'),
        number: '3',
        title: MARKERS[0],
        neutralTitle: 'Personalesag',
        presenters: [MARKERS[2]],
        block: null,
        sections: [{ role: 'text' as const, heading: MARKERS[1], text: MARKERS[3] }],
        openness: 'closed' as const,
      },
    ];
    await attach({ event, agenda: { ...agenda, items } });
    const [message] = await messages('Møde med lukket');
    expect(message!.body.content).toContain('Personalesag');
    for (const marker of MARKERS) expect(JSON.stringify(message)).not.toContain(marker);
    const log = await town.ask(ulla, `/sites/${board.siteId}/lists/DagsordenUdgivelse/items?$expand=fields`);
    for (const marker of MARKERS) expect(JSON.stringify(log.body)).not.toContain(marker);
  });

  test.each([
    ['the answer is lost', { method: 'POST', path: '/messages$', cut: 'after', count: 9 }],
    ['nobody answers in time', { method: 'POST', path: '/messages$', status: 504, count: 9, after: 0 }],
  ] as const)('is asked about, and not sent again, where %s', async (name, fault) => {
    const subject = `Uvist ${name}`;
    const { event, agenda } = await meetingOf(subject);
    await town.fault(fault);
    const { file, preview } = await attach({ event, agenda });
    await town.clearFaults();
    const notice = await desk.agenda.notice();
    expect(await notice.readNotice(file.pointer)).toMatchObject({ state: 'uncertain' });
    const before = (await messages(subject)).length;
    expect(before).toBeLessThanOrEqual(1);
    // The agenda is out all the same, and nothing of it is in the channel twice.
    expect(file.status.agenda).toBe('sent');
    expect(await notice.sendNotice(file, event, preview.shown)).toMatchObject({ state: 'uncertain' });
    expect(await messages(subject)).toHaveLength(before);
    await notice.settleNotice(file.pointer, (await notice.readNotice(file.pointer))!, before === 1);
    const now = await notice.readNotice(file.pointer);
    expect(now?.state).toBe(before === 1 ? 'done' : 'failed');
    const next = await notice.previewNotice({ event, agenda: file.agenda, board, supplement: [], file });
    expect(next.shown.version).toBe(before === 1 ? 2 : 1);
  });

  test('is sent again, once, where it was refused', async () => {
    const { event, agenda } = await meetingOf('Afvist');
    await town.fault({ method: 'POST', path: '/messages$', status: 403, count: 1 });
    const { file, preview } = await attach({ event, agenda });
    const notice = await desk.agenda.notice();
    expect(await notice.readNotice(file.pointer)).toMatchObject({ state: 'failed' });
    expect(await notice.sendNotice(file, event, preview.shown)).toMatchObject({ state: 'done', attempts: 2 });
    expect(await notice.sendNotice(file, event, preview.shown)).toMatchObject({ state: 'done', attempts: 2 });
    expect(await messages('Afvist')).toHaveLength(1);
  });

  test('of an updated agenda answers the first', async () => {
    const { file, event } = await sent('Opdateret møde');
    const [item] = file.agenda.items;
    const edited = await desk.agenda.changeItem(file, item!, { ...item!, title: 'Gammelt fra havnen' });
    const notice = await desk.agenda.notice();
    const preview = await notice.previewNotice({ event, agenda: edited.agenda, board, supplement: [], file: edited });
    expect(preview).toMatchObject({ updated: true, shown: { version: 2, subject: 'Opdateret dagsorden: Opdateret møde' } });
    await desk.agenda.updateInvitation(edited, event, [], preview.shown);
    const [first, ...others] = await messages('Opdateret møde');
    expect(others).toEqual([]);
    expect(first!.replies.map(({ body }) => body.content)).toEqual([expect.stringContaining('Gammelt fra havnen')]);
    expect(await notice.readNotice(file.pointer)).toMatchObject({ state: 'done', version: 2 });
  });

  test('that has waited until the agenda was another is not sent', async () => {
    const { event, agenda } = await meetingOf('Ændret imens');
    const preview = await previewOf({ event, agenda, board, supplement: [], file: null });
    const other = { ...agenda, items: agenda.items.map((item) => ({ ...item, title: `${item.title}!` })) };
    const file = await desk.agenda.attachAgenda(
      { event, board, agenda: other, via: 'graph', language: 'da', notice: preview.shown },
      () => undefined,
    );
    expect(await messages('Ændret imens')).toEqual([]);
    expect(await (await desk.agenda.notice()).readNotice(file.pointer)).toMatchObject({ state: 'failed', error: 'Conflict' });
  });

  test('tells nothing of an item that is closed before it leaves', async () => {
    const { file, event } = await sent('Lukket inden');
    const item = file.agenda.items[0]!;
    const notice = await desk.agenda.notice();
    const shown: NoticeShown = (await notice.previewNotice({ event, agenda: file.agenda, board, supplement: [], file })).shown;
    await desk.agenda.closeItem(file, item.id, 'Personalesag');
    expect(await notice.sendNotice(file, event, shown)).toMatchObject({ state: 'failed' });
    expect((await messages('Lukket inden'))[0]!.replies).toEqual([]);
  });

  test('that is just leaving is waited for by whoever closes an item', async () => {
    const { file } = await sent('På vej');
    const store = town.storeOf(ulla);
    const log = noticeLog(file.pointer);
    const line = {
      target: 'channel',
      version: 2,
      state: 'pending',
      attempts: 1,
      error: null,
      reference: null,
      at: new Date().toISOString(),
    } as const;
    expect(await store.claimLogLine(log, line, null)).toBe(true);
    let closed = false;
    const closing = desk.agenda.closeItem(file, file.agenda.items[0]!.id, 'Personalesag').then(() => (closed = true));
    await vi.waitFor(async () => expect((await store.openItems(file.pointer)).some(({ openness }) => openness === 'closed')).toBe(true), {
      timeout: 20_000,
    });
    expect(closed).toBe(false);
    await store.keepLogLine(log, { ...line, state: 'done' });
    await closing;
    expect(closed).toBe(true);
  });

  test('is told to whoever closes an item of it, with the way there', async () => {
    const { file } = await sent('Lukket efter');
    const { copies } = await desk.agenda.copiesOfItem(file, file.agenda.items[0]!.id);
    expect(copies.find(({ place }) => place === 'notice')).toMatchObject({
      remedy: 'offered',
      reference: expect.stringContaining('/message/') as string,
    });
    const { event, agenda } = await meetingOf('Lukket uden besked');
    const plain = await desk.agenda.attachAgenda({ event, board, agenda, via: 'graph', language: 'da' }, () => undefined);
    expect((await desk.agenda.copiesOfItem(plain, plain.agenda.items[0]!.id)).copies.map(({ place }) => place)).not.toContain('notice');
  });

  test('is remembered as wanted for each body on the device', async () => {
    const notice = await desk.agenda.notice();
    expect(await notice.wantedLast(board.siteId)).toBe(false);
    await notice.keepWanted(board.siteId, true);
    expect(await notice.wantedLast(board.siteId)).toBe(true);
  });
});

const previewOf = async (subject: NoticeSubject) => (await desk.agenda.notice()).previewNotice(subject);

async function attach({ event, agenda }: { event: CalendarEvent; agenda: Agenda }) {
  const preview = await previewOf({ event, agenda, board, supplement: [], file: null });
  const file = await desk.agenda.attachAgenda({ event, board, agenda, via: 'graph', language: 'da', notice: preview.shown }, () => undefined);
  return { file, preview };
}

async function sent(subject: string) {
  const { event, agenda } = await meetingOf(subject);
  const { file, preview } = await attach({ event, agenda });
  return { file, preview, event: (await desk.find.findEvent(event.id)).event! } satisfies { file: MeetingFile } & Record<string, unknown>;
}

async function meetingOf(subject: string): Promise<{ event: CalendarEvent; agenda: Agenda }> {
  const day = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  const { body } = await town.ask(ulla, '/me/events', {
    method: 'POST',
    body: {
      subject,
      start: { dateTime: `${day}T09:00:00`, timeZone: 'Europe/Copenhagen' },
      end: { dateTime: `${day}T10:00:00`, timeZone: 'Europe/Copenhagen' },
      location: { displayName: 'Mødelokale Fjorden' },
      attendees: [{ type: 'required', emailAddress: { address: 'ane.kratholm@fjordby.example', name: 'Ane Kratholm' } }],
    },
  });
  const event = (await desk.find.findEvent((body as { id: string }).id)).event!;
  const agenda = agendaOf(['1 Nyt fra havnen @09.00-09.20', '2 Evt'], { start: at('09.00'), title: subject });
  return { event, agenda: { ...agenda, items: agenda.items.map((item) => ({ ...item, id: asItemId(`${subject}/${item.id}`) })) } };
}

interface Message {
  readonly subject: string | null;
  readonly body: { readonly content: string };
  readonly replies: readonly { readonly body: { readonly content: string } }[];
}

async function messages(subject: string): Promise<readonly Message[]> {
  const { body } = await town.ask(ulla, `/teams/${board.teamId}/channels/${encodeURIComponent(board.channelId)}/messages?$expand=replies`);
  return (body as { value: Message[] }).value.filter((message) => message.subject?.includes(subject));
}
