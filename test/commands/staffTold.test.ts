import { beforeAll, describe, expect, test, vi } from 'vitest';
import { asItemId } from '../../src/meeting/ids.ts';
import type { Board, CalendarEvent, MeetingFile, Person } from '../../src/meeting/meeting.ts';
import type { StaffNews, StaffToTell } from '../../src/commands/commands.ts';
import { agendaOf, at } from '../meeting/agendas.ts';
import { fjordby } from './fjordby.ts';

// The chair and the secretary are told in Teams by whoever calls, cannot, or sends an apology on the day: as the person saw it, once, and whatever comes of it
// what was done stands. All over HTTP.

const town = fjordby();
const [organizer, attendee, standIn, chair, secretary] = [
  'ulla.skarvad',
  'ane.kratholm',
  'torkil.baekhoej',
  'poul.kringelholm',
  'rikke.vindum',
] as const;
const whole = { kind: 'meeting' } as const;
const named = (name: string, email: string): Person => ({ id: town.idOf(email), name, email: `${email}@fjordby.example` });
const torkil = () => named('Torkil Bækhøj', standIn);
const ane = () => named('Ane Kratholm', attendee);

let board: Board;
beforeAll(async () => {
  const commands = await town.as(organizer);
  const team = (await commands.board.listBoards()).find((choice) => choice.name === 'Direktionen')!;
  board = await commands.board.prepareBoard(team.teamId, () => undefined);
});

let days = 0;
async function meeting(subject: string) {
  const day = new Date(Date.now() + (20 + (days += 1)) * 86_400_000).toISOString().slice(0, 10);
  const { body } = await town.ask(organizer, '/me/events', {
    method: 'POST',
    body: {
      subject,
      start: { dateTime: `${day}T09:00:00`, timeZone: 'Europe/Copenhagen' },
      end: { dateTime: `${day}T12:00:00`, timeZone: 'Europe/Copenhagen' },
      attendees: [attendee, 'lene.vadgaard'].map((name) => ({ type: 'required', emailAddress: { address: `${name}@fjordby.example`, name } })),
    },
  });
  const ulla = await town.as(organizer);
  const event = (await ulla.find.findEvent((body as { id: string }).id)).event!;
  const plain = agendaOf(['1 Hemmelig flytning @09.00-09.20'], { start: at('09.00'), title: subject });
  const agenda = { ...plain, items: plain.items.map((item) => ({ ...item, id: asItemId(`${subject}/${item.id}`) })) };
  const file = await ulla.agenda.attachAgenda({ event, board, agenda }, () => undefined);
  return { event, file, ulla };
}

/** What stands in somebody's chats from another, the oldest first. */
async function told(person: string, subject: string): Promise<string[]> {
  const chats = (await town.ask(person, '/me/chats')).body as { value: { id: string }[] };
  const all = await Promise.all(
    chats.value.map(async ({ id }) => (await town.ask(person, `/chats/${id}/messages`)).body as { value: { body: { content: string } }[] }),
  );
  return all.flatMap(({ value }) => value.map(({ body }) => body.content)).filter((text) => text.includes(subject));
}

async function staffFor(person: string, file: MeetingFile, news: StaffNews, until = file.occasion.end): Promise<StaffToTell> {
  const verbs = await (await town.as(person)).attendance.staff();
  const text = await verbs.message(file, news);
  return { from: verbs.me(), chair: named('Poul Kringelholm', chair), secretary: named('Rikke Vindum', secretary), text, until };
}
const sick: StaffNews = { kind: 'apology', name: 'Ane Kratholm', isPart: false };

async function send(file: MeetingFile, staff: StaffToTell, words: { hold?: number; device?: string } = {}) {
  const commands = await town.as(attendee, { kind: 'none' }, words.device === undefined ? {} : { device: words.device });
  const steps: string[] = [];
  const apology = await commands.apology.sendApology(
    {
      file,
      event: await commands.find.findMyEvent(file),
      scope: whole,
      substitute: null,
      message: 'Influenza',
      staff,
      ...(words.hold && { hold: words.hold }),
    },
    ({ name, state }) => void steps.push(`${name} ${state}`),
  );
  return { commands, apology, steps };
}
const stored = async (file: MeetingFile) =>
  (await town.storeOf(organizer).apologies(file.pointer)).map(({ person, withdrawnAt }) => [person.name, withdrawnAt]);

describe('an apology on the day of the meeting', () => {
  test('is told to chair and secretary, each once, with the names and the time and nothing else', async () => {
    const { file } = await meeting('Afbud i dag');
    const { steps } = await send(file, await staffFor(attendee, file, sick));
    expect(steps).toContain('chairTold done');
    expect(steps).toContain('secretaryTold done');
    for (const person of [chair, secretary]) {
      const [text, ...more] = await told(person, 'Afbud i dag');
      expect(more).toEqual([]);
      expect(text).toMatch(/^Ane Kratholm kan ikke komme til mødet “Afbud i dag”, \p{L}+ den \d+\. \p{L}+ kl\. 09\.00\.$/u);
      expect(text).not.toMatch(/Influenza|Hemmelig/);
    }
  });

  test('that is taken back in time is told to nobody', async () => {
    const { file } = await meeting('Fortrudt på dagen');
    const { commands, apology } = await send(file, await staffFor(attendee, file, sick), { hold: 1_500 });
    expect(await told(chair, 'Fortrudt på dagen')).toEqual([]);
    await commands.apology.withdrawApology(file, apology);
    await vi.waitFor(() => expect(commands.outbox.state()).toMatchObject({ held: 0, pending: 0, stuck: [] }), { timeout: 15_000, interval: 50 });
    expect(await told(chair, 'Fortrudt på dagen')).toEqual([]);
  });

  test('stands where Teams refuses, and the step tells', async () => {
    const { file } = await meeting('Teams siger nej');
    await town.fault({ user: `${attendee}@fjordby.example`, method: 'POST', path: '/chats', status: 403, count: 20 });
    const { steps } = await send(file, await staffFor(attendee, file, sick));
    await town.clearFaults();
    expect(steps).toEqual(expect.arrayContaining(['stored done', 'told done', 'chairTold failed', 'secretaryTold failed']));
    expect(await stored(file)).toEqual([['Ane Kratholm', null]]);
    expect(await told(chair, 'Teams siger nej')).toEqual([]);
  });

  test('whose message may have been sent is not told again by itself', async () => {
    const { file } = await meeting('Tabt svar fra Teams');
    await town.fault({ user: `${attendee}@fjordby.example`, method: 'POST', path: '/messages', cut: 'after', count: 1 });
    const { steps } = await send(file, await staffFor(attendee, file, sick), { device: 'a phone in a tunnel' });
    await town.clearFaults();
    expect(steps).toEqual(expect.arrayContaining(['chairTold failed', 'secretaryTold done']));
    const next = await town.as(attendee, { kind: 'none' }, { device: 'a phone in a tunnel' });
    await next.outbox.resume();
    expect(next.outbox.state()).toMatchObject({ pending: 0, held: 0 });
    for (const person of [chair, secretary]) expect(await told(person, 'Tabt svar fra Teams')).toHaveLength(1);
  });

  test('that waits for a connection is told when it is back, once', async () => {
    const { file } = await meeting('Uden net på dagen');
    const staff = await staffFor(attendee, file, sick);
    await town.fault({ user: `${attendee}@fjordby.example`, method: 'POST', path: '/chats$', cut: 'before', count: 1 });
    await send(file, staff, { device: 'an offline phone' }).catch(() => undefined);
    await town.clearFaults();
    const next = await town.as(attendee, { kind: 'none' }, { device: 'an offline phone' });
    await next.outbox.retry();
    await vi.waitFor(async () => expect(await told(secretary, 'Uden net på dagen')).toHaveLength(1), { timeout: 15_000, interval: 50 });
    expect(await told(chair, 'Uden net på dagen')).toHaveLength(1);
  });

  test.each(['moved', 'called off'])('is told to nobody in words of before where the meeting was %s while they waited', async (what) => {
    const subject = `Ventede, imens: ${what}`;
    const { event, file, ulla } = await meeting(subject);
    const staff = await staffFor(attendee, file, sick);
    await town.fault({ user: `${attendee}@fjordby.example`, method: 'POST', path: '/chats$', cut: 'before', count: 1 });
    await send(file, staff, { device: `a phone, ${what}` }).catch(() => undefined);
    await town.clearFaults();
    const later = { dateTime: `${event.start.slice(0, 10)}T14:00:00`, timeZone: 'Europe/Copenhagen' };
    const end = { ...later, dateTime: later.dateTime.replace('T14', 'T16') };
    const path = `/me/events/${event.id}`;
    const now = await ulla.find.openMeeting(file.pointer);
    if (what === 'moved') {
      await town.ask(organizer, path, { method: 'PATCH', body: { start: later, end } });
      await ulla.find.followCalendar(now, (await ulla.find.findEvent(event.id)).event);
    } else {
      await town.ask(organizer, `${path}/cancel`, { method: 'POST', body: { comment: 'Aflyst.' } });
      await ulla.find.tellCancelled(now);
    }
    const next = await town.as(attendee, { kind: 'none' }, { device: `a phone, ${what}` });
    expect(await next.session.hasUnsent()).toBe(true);
    await next.outbox.retry();
    await vi.waitFor(async () => expect(await next.session.hasUnsent()).toBe(false));
    expect(next.outbox.state().stuck).toEqual([]);
    expect([...(await told(secretary, subject)), ...(await told(chair, subject))]).toEqual([]);
  });

  test('is told to nobody when the meeting is over', async () => {
    const { file } = await meeting('Forbi på dagen');
    const { steps } = await send(file, await staffFor(attendee, file, sick, new Date(Date.now() - 1000).toISOString()));
    expect(steps).toEqual(expect.arrayContaining(['chairTold skipped', 'secretaryTold skipped']));
    expect(await told(chair, 'Forbi på dagen')).toEqual([]);
  });
});

test('who is called, and that they cannot, is told to chair and secretary', async () => {
  const { event, file, ulla } = await meeting('Stedfortræder fortalt');
  const here = await town.as(attendee);
  await here.apology.sendApology({ file, event: await here.find.findMyEvent(file), scope: whole, substitute: null, message: '' });
  const verbs = await ulla.attendance.substitutes();
  const words = { name: 'Torkil Bækhøj', member: 'Ane Kratholm' };
  const staff = await staffFor(organizer, file, { kind: 'called', ...words });
  expect(await verbs.call(file, event, { person: torkil(), insteadOf: ane(), staff }, [])).toBeNull();
  const theirs = await town.as(standIn);
  const answering = await theirs.attendance.substitutes();
  const mine: CalendarEvent | null = await theirs.find.findMyEvent(file);
  const [call] = (await answering.read(file, mine)).calls;
  await answering.answer(file, mine, call!, 'declined', { staff: await staffFor(standIn, file, { kind: 'declined', ...words }) });
  for (const person of [chair, secretary]) {
    const texts = await told(person, 'Stedfortræder fortalt');
    expect(texts.toSorted()).toEqual([
      expect.stringMatching(/^Torkil Bækhøj er indkaldt i stedet for Ane Kratholm: “Stedfortræder fortalt”, /),
      expect.stringMatching(/^Torkil Bækhøj kan ikke komme i stedet for Ane Kratholm: .* Den næste kan indkaldes i Dagsorden\.$/),
    ]);
  }
});

test('a call stands where nobody could be told of it, and whoever called hears that', async () => {
  const { event, file, ulla } = await meeting('Indkaldt uden Teams');
  const here = await town.as(attendee);
  await here.apology.sendApology({ file, event: await here.find.findMyEvent(file), scope: whole, substitute: null, message: '' });
  const staff = await staffFor(organizer, file, { kind: 'called', name: 'Torkil Bækhøj', member: 'Ane Kratholm' });
  await town.fault({ user: `${organizer}@fjordby.example`, method: 'POST', path: '/chats', status: 403, count: 20 });
  const onUntold = vi.fn();
  const verbs = await ulla.attendance.substitutes();
  expect(await verbs.call(file, event, { person: torkil(), insteadOf: ane(), staff, onUntold }, [])).toBeNull();
  await town.clearFaults();
  expect(onUntold).toHaveBeenCalled();
  expect((await verbs.read(file, event)).calls).toMatchObject([{ state: 'called' }]);
});

describe('an apology that the secretary writes down', () => {
  const poulAlone = async (file: MeetingFile, news: StaffNews = sick): Promise<StaffToTell> => ({
    ...(await staffFor(organizer, file, news)),
    secretary: null,
  });
  const settled = async (commands: Awaited<ReturnType<typeof town.as>>) =>
    vi.waitFor(() => expect(commands.outbox.state()).toMatchObject({ held: 0, pending: 0, stuck: [] }), { timeout: 15_000, interval: 50 });

  test('is told to the chair, once, by whoever writes it, and to nobody else', async () => {
    const { file, ulla } = await meeting('Ringet ind');
    await ulla.attendance.confirmApology(file, ane(), { way: 'phone', staff: await poulAlone(file) });
    expect(await told(chair, 'Ringet ind')).toEqual([expect.stringMatching(/^Ane Kratholm kan ikke komme til mødet “Ringet ind”, /)]);
    expect(await told(secretary, 'Ringet ind')).toEqual([]);
    expect(await told(attendee, 'Ringet ind')).toEqual([]);
  });

  test('is told although the pane is closed while it can be taken back, and once', async () => {
    const { file } = await meeting('Lukket for tidligt');
    const pane = await town.as(organizer, { kind: 'none' }, { device: 'a pane that is closed' });
    await pane.attendance.confirmApology(file, ane(), { staff: await poulAlone(file), hold: 1_000 });
    expect(await stored(file)).toEqual([['Ane Kratholm', null]]);
    expect(await told(chair, 'Lukket for tidligt')).toEqual([]);
    const next = await town.as(organizer, { kind: 'none' }, { device: 'a pane that is closed' });
    await next.outbox.resume();
    await vi.waitFor(async () => expect(await told(chair, 'Lukket for tidligt')).toHaveLength(1), { timeout: 15_000, interval: 50 });
    await settled(next);
    expect(await told(chair, 'Lukket for tidligt')).toHaveLength(1);
  });

  test.each(['the secretary', 'the person'])('and that %s takes back in time is told to nobody', async (who) => {
    const subject = `Taget tilbage af: ${who}`;
    const { file, ulla } = await meeting(subject);
    const apology = await ulla.attendance.confirmApology(file, ane(), { staff: await poulAlone(file), hold: 1_500 });
    const hand = who === 'the secretary' ? ulla : await town.as(attendee);
    await hand.apology.withdrawApology(await hand.find.openMeeting(file.pointer), apology);
    await settled(ulla);
    expect(await told(chair, subject)).toEqual([]);
    expect((await stored(file)).every(([, withdrawnAt]) => withdrawnAt !== null)).toBe(true);
  });

  test('is not told in its words where the person has sent one of their own', async () => {
    const { file, ulla } = await meeting('Kun en del alligevel');
    const here = await town.as(attendee);
    const part = { kind: 'items', itemIds: [file.agenda.items[0]!.id] } as const;
    await here.apology.sendApology({ file, event: await here.find.findMyEvent(file), scope: part, substitute: null, message: '' });
    const kept = await ulla.attendance.confirmApology(file, ane(), { staff: await poulAlone(file) });
    expect(kept).toMatchObject({ scope: part, enteredBy: 'Ane Kratholm' });
    expect(await told(chair, 'Kun en del alligevel')).toEqual([]);
    await settled(ulla);
  });

  test('by two at once is told once', async () => {
    const { file, ulla } = await meeting('To skriver det ind');
    const rikke = await town.as(secretary);
    const theirs = { ...(await poulAlone(file)), from: named('Rikke Vindum', secretary) };
    await ulla.attendance.confirmApology(file, ane(), { staff: await poulAlone(file) });
    await rikke.attendance.confirmApology(file, ane(), { staff: theirs });
    expect(await told(chair, 'To skriver det ind')).toHaveLength(1);
  });

  test('stands where Teams refuses, and whoever writes it hears that', async () => {
    const { file, ulla } = await meeting('Skrevet ind uden Teams');
    await town.fault({ user: `${organizer}@fjordby.example`, method: 'POST', path: '/chats', status: 403, count: 20 });
    const steps: string[] = [];
    await ulla.attendance.confirmApology(file, ane(), { staff: await poulAlone(file) }, ({ name, state }) => void steps.push(`${name} ${state}`));
    await town.clearFaults();
    expect(steps).toEqual(expect.arrayContaining(['stored done', 'chairTold failed', 'secretaryTold skipped']));
    expect(await stored(file)).toEqual([['Ane Kratholm', null]]);
  });
});
