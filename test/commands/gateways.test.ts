import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Board, CalendarEvent, MeetingFile } from '../../src/meeting/meeting.ts';
import { isoDay } from '../../src/meeting/danishTime.ts';
import { asItemId } from '../../src/meeting/ids.ts';
import { agendaOf } from '../meeting/agendas.ts';
import { GATEWAYS } from '../meeting/gateways.ts';
import { fjordby } from './fjordby.ts';

const town = fjordby();
const [secretary, attendee, outsider] = ['ulla.skarvad', 'ane.kratholm', 'lise.noerreskov'];
const mail = (person: string) => `${person}@fjordby.example`;

/** What a gateway leaves that keeps the address to itself: only its own server can tell. */
const OPAQUE: Readonly<Record<string, string>> = {
  Mimecast: 'https://protect-eu.mimecast.com/s/aBcDeF123?domain=dagsorden.fjordby.example',
  'Mimecast of today': 'https://url.uk.m.mimecastprotect.com/s/Xy-12_z?domain=dagsorden.fjordby.example',
  Barracuda: 'https://linkprotect.cudasvc.com/url?a=&c=E,1,xyz&typo=1',
  'Trend Micro': 'https://imsva91-ctp.trendmicro.com/wis/clicktime/v1/query?rid=1&auth=x',
  Symantec: 'https://clicktime.symantec.com/15t9Abc',
};

let board: Board;
beforeAll(async () => {
  const ulla = await town.as(secretary);
  const team = (await ulla.board.listBoards()).find((choice) => choice.name === 'Direktionen')!;
  board = await ulla.board.prepareBoard(team.teamId, () => undefined);
});
afterEach(() => town.clearFaults());

let days = 4;
/** A meeting with its agenda, of which the attendee's copy has been through a gateway. */
async function meeting(subject: string, wrap: (address: string) => string): Promise<{ file: MeetingFile; event: CalendarEvent; copy: string }> {
  const day = isoDay(new Date(Date.now() + (days += 1) * 86_400_000));
  const at = (hour: string) => ({ dateTime: `${day}T${hour}:00`, timeZone: 'Romance Standard Time' });
  const attendees = [attendee, outsider].map((person) => ({ type: 'required', emailAddress: { address: mail(person), name: person } }));
  const body = { subject, start: at('09:00'), end: at('10:00'), attendees, body: { contentType: 'html', content: '<p>Kære alle</p>' } };
  const { id } = (await town.ask(secretary, '/me/events', { method: 'POST', body })).body as { id: string };
  const ulla = await town.as(secretary);
  const { event } = await ulla.find.findEvent(id);
  const plain = agendaOf(['1 Budget', '2 Evt'], { title: subject, date: null });
  const agenda = { ...plain, items: plain.items.map((item) => ({ ...item, id: asItemId(crypto.randomUUID()) })) };
  const file = await ulla.agenda.attachAgenda({ event: event!, board, agenda }, () => undefined);
  return { file, event: event!, copy: await through(attendee, subject, wrap) };
}

/** What the gateway of this person's mail makes of their copy; tells its id. */
async function through(person: string, subject: string, wrap: (address: string) => string): Promise<string> {
  const { body } = await town.ask(person, `/me/events?$filter=subject eq '${subject}'&$select=id,body`);
  const copy = (body as { value: { id: string; body: { content: string } }[] }).value[0]!;
  const content = copy.body.content.replace(
    /href="([^"]*#\/m\?[^"]*)"/g,
    (_, href: string) => `href="${wrap(href.replaceAll('&amp;', '&')).replaceAll('&', '&amp;')}"`,
  );
  expect(content).not.toBe(copy.body.content);
  expect((await town.ask(person, `/me/events/${copy.id}`, { method: 'PATCH', body: { body: { contentType: 'html', content } } })).status).toBe(200);
  return copy.id;
}

describe('a link that a gateway has wrapped readably', () => {
  test.each(Object.entries(GATEWAYS))('leads to the agenda: %s', async (name, wrap) => {
    const { file, copy } = await meeting(`Gennem ${name}`, wrap);
    await town.emptyLog();
    expect((await (await town.as(attendee)).find.findEvent(copy)).pointer).toEqual(file.pointer);
    expect((await town.log()).some(({ path }) => path.includes('joinedTeams'))).toBe(false);
  });
});

describe('a link of which only the gateway can tell where it leads', () => {
  test.each(Object.entries(OPAQUE))('the attendee is led by the rows to the agenda, and can send an apology: %s', async (name, address) => {
    const { file, copy } = await meeting(`Bag ${name}`, () => address);
    const pane = await town.as(attendee);
    const found = await pane.find.findEvent(copy);
    expect(found.pointer?.key).toBe(file.pointer.key);
    const opened = await pane.find.openMeeting(found.pointer!);
    await pane.apology.sendApology({ file: opened, event: found.event, scope: { kind: 'meeting' }, substitute: null, message: '' });
    expect((await (await town.as(secretary)).find.openMeeting(file.pointer)).apologies).toHaveLength(1);
  });

  test('the organiser is led by the mark on the event', async () => {
    const { file, event } = await meeting('Bag alt', () => OPAQUE['Mimecast']!);
    await through(secretary, 'Bag alt', () => OPAQUE['Mimecast']!);
    await town.emptyLog();
    expect((await (await town.as(secretary)).find.findEvent(event.id)).pointer).toEqual(file.pointer);
    expect((await town.log()).some(({ path }) => path.includes('joinedTeams'))).toBe(false);
  });

  test('whoever is in none of the teams is told that there is nothing here for them', async () => {
    await meeting('Bag uden hold', (address) => address);
    const copy = await through(outsider, 'Bag uden hold', () => OPAQUE['Mimecast']!);
    expect((await (await town.as(outsider)).find.findEvent(copy)).pointer).toBeNull();
  });

  test('a network that fails is no meeting without an agenda', async () => {
    const { copy } = await meeting('Bag uden net', () => OPAQUE['Mimecast']!);
    await town.fault({ path: 'joinedTeams', cut: 'before' });
    await expect((await town.as(attendee)).find.findEvent(copy)).rejects.toMatchObject({ name: 'Offline' });
  });

  test('an invitation that has no part of ours is not looked for', async () => {
    const day = isoDay(new Date(Date.now() + 3 * 86_400_000));
    const at = (hour: string) => ({ dateTime: `${day}T${hour}:00`, timeZone: 'Romance Standard Time' });
    const content = `<p><a href="${OPAQUE['Mimecast']!}">Læs mere</a></p>`;
    const body = { subject: 'Andet', start: at('09:00'), end: at('10:00'), body: { contentType: 'html', content } };
    const { id } = (await town.ask(attendee, '/me/events', { method: 'POST', body })).body as { id: string };
    await town.emptyLog();
    expect((await (await town.as(attendee)).find.findEvent(id)).pointer).toBeNull();
    expect((await town.log()).some(({ path }) => path.includes('joinedTeams'))).toBe(false);
  });
});
