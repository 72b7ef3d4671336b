import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { getChat } from '../../src/graph/chats.ts';
import type { Graph } from '../../src/graph/client.ts';
import { instantOf } from '../../src/graph/dateTime.ts';
import { decline, patchEvent, putExtension } from '../../src/graph/eventWriting.ts';
import {
  calendarView,
  eventRequest,
  extensionName,
  extensionOf,
  findByICalUId,
  getEvent,
  instances,
  parseEvent,
  type GraphEvent,
} from '../../src/graph/events.ts';
import { failureOf } from '../../src/graph/failure.ts';
import { createColumn, createList, getList, listColumns } from '../../src/graph/listSetup.ts';
import { getItem, itemsRequest, listItems, parseItems } from '../../src/graph/lists.ts';
import { createItem, createItemRequest, deleteItem, updateItem } from '../../src/graph/rowWriting.ts';
import { getSite, groupSite } from '../../src/graph/sites.ts';
import { channelFilesSite, channels, joinedTeams, postChannelMessage } from '../../src/graph/teams.ts';
import { me, searchUsers } from '../../src/graph/users.ts';
import { startTenantProcess, type Tenant } from './tenantProcess.ts';

let tenant: Tenant;
let ulla: Graph;
let ane: Graph;
beforeAll(async () => {
  tenant = await startTenantProcess();
  ulla = tenant.graphOf('ulla.skarvad');
  ane = tenant.graphOf('ane.kratholm');
});
afterEach(() => tenant.noFaults());
afterAll(() => tenant.stop());

const day = 24 * 60 * 60 * 1000;
const soon = { from: new Date(), to: new Date(Date.now() + 8 * day) };

async function comingMeeting(graph: Graph): Promise<GraphEvent> {
  const found = (await calendarView(graph, soon)).find(
    (event) => event.isOnlineMeeting === true && event.type === 'singleInstance' && (event.attendees?.length ?? 0) >= 9,
  );
  if (found === undefined) throw new Error('The fixture has no coming meeting of the executive board');
  return found;
}

describe('the calendar', () => {
  test('comes whole, in order, in UTC', async () => {
    const events = await calendarView(ulla, { from: new Date(Date.now() - 60 * day), to: new Date(Date.now() + 60 * day) });
    expect(events.length).toBeGreaterThan(10);
    const starts = events.map(({ start }) => instantOf(start));
    expect(starts).toEqual([...starts].sort());
  });

  test('organiser and attendee have copies of their own, with one iCalUId', async () => {
    const hers = await comingMeeting(ulla);
    const his = (await calendarView(ane, soon)).find(({ iCalUId }) => iCalUId === hers.iCalUId);
    expect(his?.id).toBeDefined();
    expect(his?.id).not.toBe(hers.id);
    expect([hers.isOrganizer, his?.isOrganizer]).toEqual([true, false]);
    expect((await findByICalUId(ane, hers.iCalUId)).map(({ id }) => id)).toContain(his?.id);
  });

  test('an event of somebody else’s mailbox is not found', async () => {
    const hers = await comingMeeting(ulla);
    await expect(getEvent(ane, hers.id)).rejects.toMatchObject({ kind: 'notFound' });
  });

  test('the occurrences of a series know their slots', async () => {
    const occurrence = (await calendarView(ulla, { from: new Date(), to: new Date(Date.now() + 30 * day) })).find(
      ({ type }) => type === 'occurrence',
    );
    if (occurrence?.seriesMasterId == null) throw new Error('The fixture has no series');
    const all = await instances(ulla, occurrence.seriesMasterId, { from: new Date(), to: new Date(Date.now() + 30 * day) });
    expect(all.map(({ originalStart }) => originalStart)).toContain(occurrence.originalStart);
  });

  test('the extension is written, replaced as a whole, and read back, in a batch too', async () => {
    const { id } = await comingMeeting(ulla);
    await putExtension(ulla, id, extensionName, { pointer: '/m?s=1&k=2', version: 1 });
    await putExtension(ulla, id, extensionName, { pointer: '/m?s=1&k=3' });
    const [answer] = await ulla.batch([eventRequest(id)]);
    const values = extensionOf(parseEvent(answer?.body), extensionName);
    expect(values).toMatchObject({ pointer: '/m?s=1&k=3' });
    expect(values).not.toHaveProperty('version');
  });

  test('a body written above the join block keeps the online meeting', async () => {
    const { id, onlineMeeting } = await comingMeeting(ulla);
    const before = await getEvent(ulla, id);
    const content = (before.body?.content ?? '').replace(/<body[^>]*>/i, (tag) => `${tag}<p>Dagsorden</p>`);
    const after = await patchEvent(ulla, id, { body: { contentType: 'html', content } });
    expect(after.onlineMeeting?.joinUrl).toBe(onlineMeeting?.joinUrl);
    expect((await getEvent(ulla, id)).body?.content).toContain('<p>Dagsorden</p>');
  });

  test('who declines loses the event, and the organiser sees the answer', async () => {
    const meeting = await comingMeeting(ulla);
    const lene = tenant.graphOf('lene.vadgaard');
    const [copy] = await findByICalUId(lene, meeting.iCalUId);
    await decline(lene, copy?.id ?? '', { comment: 'Afbud', sendResponse: true });
    expect(await findByICalUId(lene, meeting.iCalUId)).toEqual([]);
    const answers = (await getEvent(ulla, meeting.id)).attendees?.map(({ emailAddress, status }) => [emailAddress.address, status?.response]);
    expect(answers).toContainEqual(['lene.vadgaard@fjordby.example', 'declined']);
  });

  test('a meeting chat leads the organiser to the event by a mutable id, and everyone to its join link', async () => {
    const meeting = await comingMeeting(ulla);
    const chatId = decodeURIComponent(/19(?:%3a|:)meeting_[^/]+/i.exec(meeting.onlineMeeting?.joinUrl ?? '')?.[0] ?? '');
    const calendarEventId = (await getChat(ulla, chatId)).onlineMeetingInfo?.calendarEventId ?? '';
    const event = await getEvent(ulla, calendarEventId);
    expect(event.id).toBe(meeting.id);
    expect(event.id).not.toBe(calendarEventId);
    const { joinWebUrl } = (await getChat(ane, chatId)).onlineMeetingInfo ?? {};
    expect((await calendarView(ane, soon)).map(({ onlineMeeting }) => onlineMeeting?.joinUrl)).toContain(joinWebUrl);
  });
});

describe('lists', () => {
  let siteId: string;
  beforeAll(async () => {
    const team = (await joinedTeams(ulla)).find(({ displayName }) => displayName === 'Direktionen');
    siteId = (await groupSite(ulla, team?.id ?? '')).id;
    await createList(ulla, siteId, {
      displayName: 'WireMoeder',
      description: 'Møder',
      columns: [{ name: 'Ord', text: { allowMultipleLines: true, textType: 'plain' } }],
    });
    await createColumn(ulla, siteId, 'WireMoeder', { name: 'MeetingKey', displayName: 'Nøgle', indexed: true, text: { maxLength: 255 } });
  });

  test('a site tells its name; a list that is missing is null', async () => {
    expect((await getSite(ulla, siteId)).webUrl).toMatch(/^https:/);
    expect(await getList(ulla, siteId, 'FindesIkke')).toBeNull();
    expect((await getList(ulla, siteId, 'WireMoeder'))?.name).toBe('WireMoeder');
    const columns = await listColumns(ulla, siteId, 'WireMoeder');
    expect(columns.find(({ name }) => name === 'MeetingKey')).toMatchObject({ indexed: true, text: { allowMultipleLines: false } });
    expect(columns.find(({ name }) => name === 'Ord')?.text?.allowMultipleLines).toBe(true);
  });

  test('rows survive with every letter; a stale version meets a conflict', async () => {
    const fields = { Title: 'Æ, ø & å', MeetingKey: "k'1", Ord: '1. linje\n\n2. linje <b> 🙂' };
    const { id } = await createItem(ulla, siteId, 'WireMoeder', fields);
    const row = await getItem(ulla, siteId, 'WireMoeder', id);
    expect(row.fields).toMatchObject(fields);
    await updateItem(ulla, siteId, 'WireMoeder', id, { Title: 'Ny' }, row.etag);
    await expect(updateItem(ulla, siteId, 'WireMoeder', id, { Title: 'Gammel' }, row.etag)).rejects.toMatchObject({ kind: 'conflict' });
    const [found] = parseItems((await ulla.request(itemsRequest(siteId, 'WireMoeder', { field: 'MeetingKey', value: "k'1" }))).body);
    expect(found?.fields['Title']).toBe('Ny');
    await deleteItem(ulla, siteId, 'WireMoeder', id);
    await deleteItem(ulla, siteId, 'WireMoeder', id);
    await expect(getItem(ulla, siteId, 'WireMoeder', id)).rejects.toMatchObject({ kind: 'notFound' });
  });

  test('fifty rows in batches, and fifty writes at once, never meet a Save Conflict', async () => {
    const row = (index: number) => ({ Title: `Punkt ${index}`, MeetingKey: 'mange' });
    const answers = await ulla.batch(Array.from({ length: 50 }, (_, index) => createItemRequest(siteId, 'WireMoeder', row(index))));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 50 }, () => 201));
    await Promise.all(Array.from({ length: 50 }, (_, index) => createItem(ulla, siteId, 'WireMoeder', row(50 + index))));
    const rows = await listItems(ulla, siteId, 'WireMoeder', { field: 'MeetingKey', value: 'mange', top: 30 });
    expect(rows.map(({ fields }) => fields['Title'])).toEqual(Array.from({ length: 100 }, (_, index) => `Punkt ${index}`));
  });

  test('a filter on a column without an index is the request’s own fault', async () => {
    await expect(listItems(ulla, siteId, 'WireMoeder', { field: 'Title', value: 'x' })).rejects.toMatchObject({ kind: 'invalid' });
  });

  test('who is outside the team is refused, in a batch as an answer', async () => {
    const palle = tenant.graphOf('palle.ebbesoe');
    const request = itemsRequest(siteId, 'WireMoeder', { field: 'MeetingKey', value: 'mange' });
    const [answer] = await palle.batch([request]);
    expect(failureOf(answer ?? { status: 0, headers: {}, body: null }, request).kind).toMatch(/notAllowed|notFound/);
  });
});

describe('teams', () => {
  test('the closed circle’s site is there for its members, and for nobody else', async () => {
    const team = (await joinedTeams(ulla)).find(({ displayName }) => displayName === 'Direktionen');
    const closed = (await channels(ulla, team?.id ?? '')).find(({ membershipType }) => membershipType === 'private');
    const site = await channelFilesSite(ulla, team?.id ?? '', closed?.id ?? '');
    expect(site?.id).toMatch(/^[^,]+,[^,]+,[^,]+$/);
    await createList(ulla, site?.id ?? '', { displayName: 'WireLukket' });
    const freja = tenant.graphOf('freja.damsbo');
    expect((await joinedTeams(freja)).map(({ id }) => id)).toContain(team?.id);
    await expect(getList(freja, site?.id ?? '', 'WireLukket')).rejects.toMatchObject({ kind: 'notAllowed', status: 403 });
  });

  test('a message is posted once, and tells where it is', async () => {
    const team = (await joinedTeams(ulla)).find(({ displayName }) => displayName === 'Direktionen');
    const general = (await channels(ulla, team?.id ?? '')).find(({ membershipType }) => membershipType === 'standard');
    const posted = await postChannelMessage(ulla, team?.id ?? '', general?.id ?? '', {
      subject: 'Referat',
      html: '<p><strong>1.</strong> Godkendt</p>',
    });
    expect(posted.webUrl).toMatch(/^https:/);
  });
});

test('people are found by a part of their name', async () => {
  expect((await me(ulla)).displayName).toBe('Ulla Skarvad');
  expect((await searchUsers(ulla, 'torkil')).map(({ displayName }) => displayName)).toEqual(['Torkil Bækhøj']);
});

describe('a tenant that misbehaves', () => {
  test('throttling is waited out', async () => {
    await tenant.fault({ path: '^/me(\\?|$)', status: 429, code: 'TooManyRequests', retryAfter: 1, count: 2 });
    expect((await me(ulla)).displayName).toBe('Ulla Skarvad');
  });

  test('a challenge is answered once; a person whose account is closed is asked to sign in', async () => {
    const claims = '{"access_token":{"nbf":{"essential":true,"value":"1"}}}';
    await tenant.fault({ path: '^/me(\\?|$)', claims, count: 1 });
    expect((await me(ulla)).displayName).toBe('Ulla Skarvad');
    await tenant.fault({ path: '^/me(\\?|$)', claims });
    await expect(me(ulla)).rejects.toMatchObject({ kind: 'signIn' });
  });

  test('a cut connection is mended for a read', async () => {
    await tenant.fault({ path: '^/me(\\?|$)', cut: 'before', count: 1 });
    expect((await me(ulla)).displayName).toBe('Ulla Skarvad');
  });

  test('silence ends with the time limit', async () => {
    await tenant.fault({ path: '^/me(\\?|$)', delayMs: 5_000 });
    await expect(me(tenant.graphOf('ulla.skarvad', { timeLimit: 0.5 }))).rejects.toMatchObject({ kind: 'offline', code: 'timeLimit' });
  });

  describe('when a message’s answer is lost', () => {
    let place: [string, string];
    beforeEach(async () => {
      const team = (await joinedTeams(ulla)).find(({ displayName }) => displayName === 'Direktionen');
      const general = (await channels(ulla, team?.id ?? '')).find(({ membershipType }) => membershipType === 'standard');
      place = [team?.id ?? '', general?.id ?? ''];
    });
    test.each(['before', 'after'])('(cut %s the effect) it is not posted again, and the failure says that it is uncertain', async (cut) => {
      await tenant.fault({ path: '/messages', method: 'POST', cut, count: 1 });
      await expect(postChannelMessage(ulla, ...place, { html: '<p>Én gang</p>' })).rejects.toMatchObject({ kind: 'offline', uncertain: true });
    });
  });
});
