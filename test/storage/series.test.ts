import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { calendarView, findByICalUId, type GraphEvent } from '../../src/graph/events.ts';
import { asMeetingKey, asSiteId } from '../../src/meeting/ids.ts';
import type { CalendarEvent, MeetingPointer } from '../../src/meeting/meeting.ts';
import { meetingKey } from '../../src/meeting/meetingKey.ts';
import { createStore } from '../../src/storage/createStore.ts';
import type { Store } from '../../src/storage/store.ts';
import { startTenantProcess, type Tenant } from '../graph/tenantProcess.ts';

const day = 86_400_000;
const minute = 60_000;
const ulla = 'ulla.skarvad';
const ane = 'ane.kratholm';

let tenant: Tenant;
beforeAll(async () => {
  tenant = await startTenantProcess();
});
afterAll(() => tenant.stop());

/**
 * Fjordby's managers meet every Monday, and all occurrences have one chat, whose event is the series itself. Of the coming ones
 * one was moved to Tuesday and one called off.
 */
describe('a series, opened from its chat in Teams', () => {
  test.each([
    ['the organiser', ulla],
    ['an attendee', ane],
  ])('%s stands on the occurrence that runs or has just run, else on the next one', async (_, person) => {
    const [first, second] = await occurrences(person);
    expect(await opened(person, middleOf(first!))).toEqual(slotOf(first!));
    expect(await opened(person, new Date(Date.parse(first!.end) + 60 * minute))).toEqual(slotOf(first!));
    expect(await opened(person, new Date(Date.parse(first!.end) + 180 * minute))).toEqual(slotOf(second!));
    expect(await opened(person, new Date(Date.parse(second!.start) - minute))).toEqual(slotOf(second!));
  });

  test.each([
    ['with other escapes', (link: string) => link.replace(/%[0-9a-f]{2}/g, (escape) => escape.toUpperCase())],
    ['on the new host', (link: string) => link.replace('teams.microsoft.com', 'teams.cloud.microsoft')],
    ['without its context', (link: string) => link.replace(/\?.*$/, '')],
  ])('the chat may write its join link %s: it is the same meeting', async (_how, written) => {
    const [first] = await occurrences(ane);
    const network: typeof fetch = async (input, init) => {
      const answer = await fetch(input, init);
      const url = input instanceof Request ? input.url : String(input);
      if (!url.includes('/chats/')) return answer;
      const chat = (await answer.json()) as { onlineMeetingInfo: { joinWebUrl: string } };
      const joinWebUrl = written(chat.onlineMeetingInfo.joinWebUrl);
      return Response.json({ ...chat, onlineMeetingInfo: { ...chat.onlineMeetingInfo, joinWebUrl } }, { headers: answer.headers });
    };
    const store = createStore(tenant.graphOf(ane, { fetch: network }));
    expect(slotOf(await store.eventOfChat(await chatOfSeries(ane), middleOf(first!)))).toEqual(slotOf(first!));
  });

  test('nobody is led to an occurrence that was called off', async () => {
    const calledOff = (await views(ane)).filter((event) => event.isCancelled === true);
    expect(calledOff).toHaveLength(1);
    const then = new Date(`${calledOff[0]!.start.dateTime}Z`);
    const next = (await occurrences(ane)).find((event) => Date.parse(event.start) > then.getTime());
    expect(await opened(ane, then)).toEqual(slotOf(next!));
  });

  test('when it has ended, it is the last one', async () => {
    const chat = await endedSeries();
    const now = new Date();
    const found = await storeOf(ulla).eventOfChat(chat, now);
    const mine = await storeOf(ulla).myEvents(new Date(now.getTime() - 60 * day), now);
    const last = mine.filter((event) => event.subject === 'Projektmøde, forår').at(-1)!;
    expect(slotOf(found)).toEqual(slotOf(last));
  });

  test('the agenda of an occurrence is found, also before the organiser has sent the invitation it stands in', async () => {
    const [first] = await occurrences(ulla);
    const pointer: MeetingPointer = {
      siteId: asSiteId('fjordby.sharepoint.example,11111111-1111-4111-8111-111111111111,22222222-2222-4222-8222-222222222222'),
      closedSiteId: null,
      key: first!.key,
    };
    await storeOf(ulla).putPointer(first!.id, pointer);
    const found = await storeOf(ulla).eventOfChat(await chatOfSeries(ulla), middleOf(first!));
    expect(found.pointer).toEqual(pointer);
    expect(found.agendaInInvitation).toBe(false);
  });
});

test('a series is not a meeting: whoever has the whole of it open is told, and no key is made for it', async () => {
  const master = await seriesOf(ane);
  await expect(storeOf(ane).eventById(master.id)).rejects.toMatchObject({ name: 'WholeSeries' });
  await expect(storeOf(ulla).eventById((await seriesOf(ulla)).id)).rejects.toMatchObject({ name: 'WholeSeries' });
  const [first] = await occurrences(ane);
  expect(first!.key).not.toBe(await meetingKey(master.iCalUId, null));
  expect((await storeOf(ane).eventOfMeeting({ iCalUId: first!.iCalUId, start: first!.start, key: asMeetingKey(first!.key) }))?.key).toBe(first!.key);
});

const storeOf = (person: string): Store => createStore(tenant.graphOf(person));
const slotOf = (event: CalendarEvent) => ({ key: event.key, start: event.start });
const middleOf = (event: CalendarEvent) => new Date((Date.parse(event.start) + Date.parse(event.end)) / 2);
const opened = async (person: string, now: Date) => slotOf(await storeOf(person).eventOfChat(await chatOfSeries(person), now));

/** The coming occurrences as they stand in this person's calendar, earliest first. */
async function occurrences(person: string): Promise<CalendarEvent[]> {
  const events = await storeOf(person).myEvents(new Date(), new Date(Date.now() + 50 * day));
  return events.filter((event) => event.subject.startsWith('Chefgruppens ugemøde'));
}

async function views(person: string): Promise<GraphEvent[]> {
  const events = await calendarView(tenant.graphOf(person), { from: new Date(), to: new Date(Date.now() + 50 * day) });
  return events.filter((event) => (event.subject ?? '').includes('Chefgruppens ugemøde'));
}

async function seriesOf(person: string): Promise<GraphEvent> {
  const [occurrence] = await views(person);
  const found = await findByICalUId(tenant.graphOf(person), occurrence!.iCalUId);
  const master = found.find((event) => event.type === 'seriesMaster');
  if (!master) throw new Error(`${person} has no such series`);
  return master;
}

const chatOfSeries = async (person: string) => chatOf(await seriesOf(person));

/** The chat's id stands in the join link. */
function chatOf({ onlineMeeting }: Pick<GraphEvent, 'onlineMeeting'>): string {
  const thread = /(19%3ameeting_[^/]+)\//i.exec(onlineMeeting?.joinUrl ?? '')?.[1];
  if (thread === undefined) throw new Error('The series has no join link');
  return decodeURIComponent(thread);
}

/** Three weekly occurrences, the last of them some weeks ago. Returns the chat. */
async function endedSeries(): Promise<string> {
  const first = new Date(Date.now() - 40 * day);
  const date = first.toISOString().slice(0, 10);
  const weekday = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'][first.getUTCDay()];
  const { body } = await tenant.graphOf(ulla).request({
    method: 'POST',
    path: '/me/events',
    scopes: ['Calendars.ReadWrite'],
    body: {
      subject: 'Projektmøde, forår',
      start: { dateTime: `${date}T09:00:00`, timeZone: 'UTC' },
      end: { dateTime: `${date}T10:00:00`, timeZone: 'UTC' },
      isOnlineMeeting: true,
      onlineMeetingProvider: 'teamsForBusiness',
      recurrence: {
        pattern: { type: 'weekly', interval: 1, daysOfWeek: [weekday] },
        range: { type: 'numbered', startDate: date, numberOfOccurrences: 3 },
      },
    },
  });
  return chatOf(body as GraphEvent);
}
