import { AnonymousAuthenticationProvider } from '@microsoft/kiota-abstractions';
import { Client, OneDriveLargeFileUploadTask } from '@microsoft/microsoft-graph-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { board, everyScope, fjordby, type Fjordby, type GraphAs } from './running.ts';

let tenant: Fjordby;
let ulla: GraphAs;
let site: string;
let team: string;
let general: string;

beforeAll(async () => {
  tenant = await fjordby();
  ulla = await tenant.as('ulla.skarvad');
  ({ site, team, general } = await board(ulla, 'Direktionen'));
});
afterAll(() => tenant.close());

/** The tours are what a developer would do with each client on a first day: people, calendar, a list, a message. */
describe("Microsoft's Graph SDK for JavaScript", () => {
  const sdk = (): Client =>
    Client.initWithMiddleware({
      authProvider: { getAccessToken: () => Promise.resolve(ulla.token) },
      baseUrl: `${tenant.origin}`,
      defaultVersion: 'v1.0',
      customHosts: new Set(['localhost']),
    });

  it('reads, writes, pages and batches', async () => {
    const client = sdk();
    const me = (await client.api('/me').select(['id', 'displayName']).get()) as { displayName: string };
    expect(me.displayName).toBe('Ulla Skarvad');
    const view = (await client
      .api('/me/calendarView')
      .query({ startDateTime: new Date().toISOString(), endDateTime: new Date(Date.now() + 20 * 86_400_000).toISOString() })
      .header('Prefer', 'outlook.timezone="Romance Standard Time"')
      .orderby('start/dateTime')
      .top(2)
      .get()) as { value: { start: { timeZone: string } }[]; '@odata.nextLink': string };
    expect(view.value[0]?.start.timeZone).toBe('Romance Standard Time');
    expect(((await client.api(view['@odata.nextLink']).get()) as { value: unknown[] }).value.length).toBeGreaterThan(0);
    const list = (await client
      .api(`/sites/${site}/lists`)
      .post({ displayName: 'SDK', columns: [{ name: 'Key', text: {}, indexed: true }], list: { template: 'genericList' } })) as { id: string };
    await client.api(`/sites/${site}/lists/${list.id}/items`).post({ fields: { Title: 'Et', Key: 'k' } });
    const items = (await client.api(`/sites/${site}/lists/SDK/items`).expand('fields($select=Title,Key)').filter("fields/Key eq 'k'").get()) as {
      value: { fields: { Title: string } }[];
    };
    expect(items.value.map(({ fields }) => fields.Title)).toEqual(['Et']);
    await expect(client.api('/me/events/nonsense').get()).rejects.toMatchObject({ statusCode: 400, code: 'ErrorInvalidIdMalformed' });
    const people = (await client.api('/users').header('ConsistencyLevel', 'eventual').search('"displayName:rik"').get()) as {
      value: { displayName: string }[];
    };
    expect(people.value.map(({ displayName }) => displayName)).toEqual(['Rikke Vindum']);
  });

  it('uploads a large file to where its own middleware sends no token, and goes on after a cut', async () => {
    const content = new Uint8Array(320 * 1024 * 3 + 17).fill(7);
    const options = { fileName: 'stor.bin', rangeSize: 320 * 1024, conflictBehavior: 'replace' };
    const task = await OneDriveLargeFileUploadTask.create(sdk(), content, options);
    await tenant.dev('POST', '/faults', { path: '^/upload/', method: 'PUT', cut: 'after', after: 1, count: 1 });
    await expect(task.upload()).rejects.toThrow();
    const { responseBody } = (await task.resume()) as { responseBody: { size: number; parentReference: { driveType: string } } };
    expect([responseBody.size, responseBody.parentReference.driveType]).toEqual([content.length, 'business']);
    await tenant.dev('DELETE', '/faults');
  });

  it('waits and tries again when throttled', async () => {
    await tenant.dev('POST', '/faults', { path: '^/me/mailboxSettings', status: 429, retryAfter: 1, count: 1 });
    expect(((await sdk().api('/me/mailboxSettings').get()) as { timeZone: string }).timeZone).toBe('Romance Standard Time');
  });
});

describe('PnPjs', () => {
  it('goes its own way through people, calendar, sites and teams', async () => {
    const { graphfi, DefaultHeaders, DefaultInit } = await import('@pnp/graph');
    const { BrowserFetchWithRetry, DefaultParse } = await import('@pnp/queryable');
    await Promise.all([
      import('@pnp/graph/users/index.js'),
      import('@pnp/graph/calendars/index.js'),
      import('@pnp/graph/teams/index.js'),
      import('@pnp/graph/sites/index.js'),
      import('@pnp/graph/lists/index.js'),
      import('@pnp/graph/list-item/index.js'),
    ]);
    const graph = graphfi(`${tenant.origin}/v1.0`).using(
      DefaultHeaders(),
      DefaultInit(`${tenant.origin}/v1.0`),
      BrowserFetchWithRetry(),
      DefaultParse(),
      (instance) => {
        instance.on.auth.replace(async (url: URL, init: RequestInit): Promise<[URL, RequestInit]> => {
          init.headers = { ...init.headers, Authorization: `Bearer ${ulla.token}` };
          return [url, init];
        });
        return instance;
      },
    );
    expect((await graph.me()).displayName).toBe('Ulla Skarvad');
    expect((await graph.users.getById('ane.kratholm@fjordby.example')()).displayName).toBe('Ane Kratholm');
    expect((await graph.me.calendar()).name).toBe('Calendar');
    const event = await graph.me.calendar.events.add({
      subject: 'PnP',
      start: { dateTime: '2027-02-01T09:00:00', timeZone: 'UTC' },
      end: { dateTime: '2027-02-01T10:00:00', timeZone: 'UTC' },
    });
    await graph.me.events.getById(event.id ?? '').update({ subject: 'PnP rettet' });
    expect((await graph.me.events.getById(event.id ?? '')()).subject).toBe('PnP rettet');
    await graph.me.events.getById(event.id ?? '').delete();
    expect((await graph.me.joinedTeams()).map(({ displayName }) => displayName)).toContain('Direktionen');
    const lists = graph.sites.getById(site).lists;
    const list = await lists.add({ displayName: 'PnP-listen', list: { template: 'genericList' } });
    await lists.getById(list.id ?? '').items.add({ fields: { Title: 'Hej' } } as never);
    expect(await lists.getById(list.id ?? '').items()).toHaveLength(1);
    await lists.getById(list.id ?? '').delete();
  });
});

describe("Microsoft's Kiota SDK", () => {
  it('serialises and parses what the tenant takes and gives', async () => {
    const [{ createGraphServiceClient, GraphRequestAdapter }] = await Promise.all([
      import('@microsoft/msgraph-sdk'),
      import('@microsoft/msgraph-sdk-users'),
      import('@microsoft/msgraph-sdk-sites'),
      import('@microsoft/msgraph-sdk-teams'),
    ]);
    class WithToken extends AnonymousAuthenticationProvider {
      override authenticateRequest = (request: { headers: { tryAdd(name: string, value: string): boolean } }): Promise<void> => {
        request.headers.tryAdd('Authorization', `Bearer ${ulla.token}`);
        return Promise.resolve();
      };
    }
    const adapter = new GraphRequestAdapter(new WithToken());
    adapter.baseUrl = `${tenant.origin}/v1.0`;
    const client = createGraphServiceClient(adapter) as Loose;
    const user = await client.users.byUserId('ulla.skarvad@fjordby.example').get();
    expect(user.displayName).toBe('Ulla Skarvad');
    const events = await client.users.byUserId(user.id).calendarView.get({
      queryParameters: { startDateTime: new Date().toISOString(), endDateTime: new Date(Date.now() + 20 * 86_400_000).toISOString(), top: 3 },
    });
    expect(events.value.length).toBe(3);
    expect(events.odataNextLink).toContain('skip');
    const made = await client.users.byUserId(user.id).events.post({
      subject: 'Kiota',
      start: { dateTime: '2027-02-02T09:00:00', timeZone: 'UTC' },
      end: { dateTime: '2027-02-02T10:00:00', timeZone: 'UTC' },
    });
    expect(made.subject).toBe('Kiota');
    await client.users.byUserId(user.id).events.byEventId(made.id).delete();
    const lists = await client.sites.bySiteId(site).lists.get();
    expect(lists.value.map(({ displayName }: { displayName: string }) => displayName)).toContain('Dokumenter');
    const newList = await client.sites
      .bySiteId(site)
      .lists.post({ displayName: 'Kiota', list: { template: 'genericList' }, columns: [{ name: 'Key', text: {}, indexed: true }] });
    const items = client.sites.bySiteId(site).lists.byListId(newList.id).items;
    const item = await items.post({ fields: { additionalData: { Title: 'Et', Key: 'k' } } });
    await items.byListItemId(item.id).fields.patch({ additionalData: { Title: 'To' } });
    const found = await items.get({ queryParameters: { expand: ['fields'], filter: "fields/Key eq 'k'" } });
    expect(found.value.map((one: Loose) => one.fields.additionalData.Title)).toEqual(['To']);
    const inTeam = client.teams.byTeamId(team);
    const channels = await inTeam.channels.get({ queryParameters: { select: ['id', 'displayName', 'membershipType'] } });
    expect(channels.value.map((one: Loose) => [one.displayName, one.membershipType])).toContainEqual(['Lukkede punkter', 'private']);
    const messages = inTeam.channels.byChannelId(general).messages;
    const posted = await messages.post({ body: { contentType: 'html', content: '<p>Fra Kiota</p>' } });
    await messages.byChatMessageId(posted.id).replies.post({ body: { contentType: 'text', content: 'Svar' } });
    const read = await messages.get({ queryParameters: { top: 5, expand: ['replies'] } });
    expect(read.value.find((one: Loose) => one.id === posted.id).replies.map((one: Loose) => one.body.content)).toEqual(['Svar']);
    expect((await inTeam.members.get()).value.map((one: Loose) => one.displayName)).toContain('Ane Kratholm');
    await expect(client.users.byUserId('nobody@fjordby.example').get()).rejects.toMatchObject({ responseStatusCode: 404 });
  });
});

type Loose = any; // eslint-disable-line @typescript-eslint/no-explicit-any -- the generated types fill pages

describe('the token of a test', () => {
  it('carries what was asked for', () => {
    const claims = JSON.parse(Buffer.from(ulla.token.split('.')[1] ?? '', 'base64url').toString()) as { scp: string };
    expect(claims.scp.split(' ')).toEqual(everyScope);
    expect(team && general).toBeTruthy();
  });
});
