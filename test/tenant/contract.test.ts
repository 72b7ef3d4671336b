import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contractIsHere, contractWitness, graphValidator } from './contract.ts';
import { board, fjordby, type Fjordby, type GraphAs, type Loose } from './running.ts';

const examples = new URL('../../../shared/contracts/graph-examples/', import.meta.url);

let tenant: Fjordby;
let ulla: GraphAs;
let ane: GraphAs;
let place: Awaited<ReturnType<typeof board>>;

const at = (dateTime: string) => ({ dateTime, timeZone: 'Romance Standard Time' });

/** Things that examples only read or add to: made once. */
async function furniture(): Promise<Record<string, string>> {
  const drive = (await ulla.get(`/sites/${place.site}/drive`)).body;
  const message = (await ulla.post(`/teams/${place.team}/channels/${place.general}/messages`, { body: { content: 'x' } })).body;
  const todo = (await ulla.get('/me/todo/lists')).body.value[0];
  const online = (
    await ulla.post('/me/events', {
      subject: 'o',
      isOnlineMeeting: true,
      onlineMeetingProvider: 'teamsForBusiness',
      start: at('2027-04-01T09:00:00'),
      end: at('2027-04-01T10:00:00'),
    })
  ).body;
  const chat = (await ulla.get(`/me/onlineMeetings?$filter=JoinWebUrl eq '${encodeURIComponent(online.onlineMeeting.joinUrl)}'`)).body.value[0]
    .chatInfo.threadId as string;
  const plan = (await ulla.post('/planner/plans', { owner: place.team, title: 'x' })).body;
  return {
    'user-id': (await ulla.get('/me')).body.id,
    'site-id': place.site,
    'drive-id': drive.id,
    'root-id': (await ulla.get(`/drives/${drive.id}/root`)).body.id,
    'team-id': place.team,
    'group-id': place.team,
    'channel-id': place.general,
    'chatMessage-id': message.id,
    'chat-id': chat,
    'todoTaskList-id': todo.id,
    'plannerPlan-id': plan.id,
    'calendar-id': (await ulla.get('/me/calendar')).body.id,
    'id of a colleague': (await ulla.get('/users/rikke.vindum@fjordby.example')).body.id,
    'chatMessage-id of a chat': (await ulla.post(`/chats/${chat}/messages`, { body: { content: 'x' } })).body.id,
    'chatMessage-id1': (await ulla.post(`/teams/${place.team}/channels/${place.general}/messages/${message.id}/replies`, { body: { content: 'x' } }))
      .body.id,
    q: 'x',
  };
}

/** Fresh things for one example to be played on, by the names the contract's path templates use. */
async function things(kept: Record<string, string>): Promise<Record<string, string>> {
  const event = (
    await ulla.post('/me/events', {
      subject: 'Prøve',
      start: at('2027-04-01T09:00:00'),
      end: at('2027-04-01T10:00:00'),
      attendees: [{ emailAddress: { address: 'ane.kratholm@fjordby.example' } }],
      recurrence: { pattern: { type: 'weekly', interval: 1, daysOfWeek: ['thursday'] }, range: { type: 'noEnd', startDate: '2027-04-01' } },
    })
  ).body;
  await ulla.post(`/me/events/${event.id}/extensions`, {
    '@odata.type': 'microsoft.graph.openTypeExtension',
    extensionName: 'Com.Contoso.Referral',
    companyName: 'x',
  });
  const copy = (await ane.get(`/me/events?$filter=iCalUId eq '${event.iCalUId}'`)).body.value[0];
  const attachment = (
    await ulla.post(`/me/events/${event.id}/attachments`, { '@odata.type': '#microsoft.graph.fileAttachment', name: 'a.txt', contentBytes: 'eA==' })
  ).body;
  const columns = ['Name', 'Color']
    .map((name): Loose => ({ name, text: {} }))
    .concat(['Quantity', 'Weight'].map((name): Loose => ({ name, number: {} })));
  const list = (await ulla.post(`/sites/${place.site}/lists`, { displayName: `Liste ${crypto.randomUUID()}`, columns, list: {} })).body;
  const item = (await ulla.post(`/sites/${place.site}/lists/${list.id}/items`, { fields: { Title: 'x' } })).body;
  const file = (
    await ulla.request(
      'PUT',
      `/drives/${kept['drive-id'] ?? ''}/items/${kept['root-id'] ?? ''}:/${crypto.randomUUID()}.txt:/content`,
      Buffer.from('x'),
      { 'Content-Type': 'text/plain' },
    )
  ).body;
  const task = (await ulla.post(`/me/todo/lists/${kept['todoTaskList-id'] ?? ''}/tasks`, { title: 'x' })).body;
  const plannerTask = (await ulla.post('/planner/tasks', { planId: kept['plannerPlan-id'], title: 'x' })).body;
  return {
    ...kept,
    'event-id': event.id,
    "event-id of an attendee's": copy.id,
    'extension-id': 'Com.Contoso.Referral',
    'attachment-id': attachment.id,
    'list-id': list.id,
    'listItem-id': item.id,
    'driveItem-id': file.id,
    'todoTask-id': task.id,
    'plannerTask-id': plannerTask.id,
    'etag of the task': plannerTask['@odata.etag'],
    'etag of its details': (await ulla.get(`/planner/tasks/${plannerTask.id}/details`)).body['@odata.etag'],
  };
}

describe.skipIf(!contractIsHere)('the contract of Graph v1.0', () => {
  beforeAll(async () => {
    tenant = await fjordby({ contract: true });
    ulla = await tenant.as('ulla.skarvad');
    ane = await tenant.as('ane.kratholm');
    place = await board(ulla, 'Direktionen');
  });
  afterAll(() => tenant.close(), 60_000);

  it('allows every answer on a tour of the whole surface (checked when the tenant closes)', async () => {
    const here = await things(await furniture());
    const [site, list, event] = [here['site-id'] ?? '', here['list-id'] ?? '', here['event-id'] ?? ''];
    const paths = [
      '/me?$select=id,displayName,mail',
      '/users?$top=3',
      '/me/manager',
      '/me/people',
      '/me/mailboxSettings',
      '/me/calendar',
      '/me/calendars',
      '/me/calendarView?startDateTime=2026-01-01&endDateTime=2028-01-01&$top=50',
      '/me/events?$top=50',
      `/me/events/${event}?$expand=extensions,attachments`,
      `/me/events/${event}/instances?startDateTime=2027-04-01&endDateTime=2027-06-01`,
      `/me/events/${event}/extensions`,
      `/me/events/${event}/attachments`,
      '/me/calendarView/delta?startDateTime=2027-04-01&endDateTime=2027-04-03',
      `/sites/${site}`,
      '/sites?search=direktion',
      `/groups/${place.team}`,
      `/groups/${place.team}/sites/root`,
      `/sites/${site}/lists?$expand=columns`,
      `/sites/${site}/lists/${list}`,
      `/sites/${site}/lists/${list}/columns`,
      `/sites/${site}/lists/${list}/contentTypes`,
      `/sites/${site}/lists/${list}/items?$expand=fields`,
      `/sites/${site}/lists/${list}/items/1?$expand=fields`,
      `/sites/${site}/lists/${list}/items/1/versions`,
      `/sites/${site}/lists/${list}/items/delta`,
      `/sites/${site}/drive`,
      `/sites/${site}/drives`,
      `/drives/${here['drive-id'] ?? ''}/root/children`,
      '/me/joinedTeams',
      `/teams/${place.team}`,
      `/teams/${place.team}/members`,
      `/teams/${place.team}/channels`,
      `/teams/${place.team}/primaryChannel`,
      `/teams/${place.team}/channels/${place.general}/members`,
      `/teams/${place.team}/channels/${place.general}/filesFolder`,
      `/teams/${place.team}/channels/${place.general}/messages`,
      `/chats/${here['chat-id'] ?? ''}`,
      `/chats/${here['chat-id'] ?? ''}/members`,
      '/me/todo/lists',
      '/me/planner/tasks',
      `/planner/plans/${here['plannerPlan-id'] ?? ''}/tasks`,
    ];
    for (const path of paths) expect([path, (await ulla.get(path)).status]).toEqual([path, 200]);
    await ulla.post('/me/calendar/getSchedule', {
      schedules: ['ane.kratholm@fjordby.example'],
      startTime: at('2027-04-01T08:00:00'),
      endTime: at('2027-04-01T12:00:00'),
    });
    await ulla.post('/search/query', { requests: [{ entityTypes: ['listItem'], query: { queryString: 'x' } }] });
  });

  it('is broken by an invented property, a wrong status and an error of another shape, under any spelling of the path', async () => {
    const { look, differences, counts } = await contractWitness();
    look('GET', '/me/calendarview?startDateTime=2027-04-01&endDateTime=2027-04-02', 200, { value: [{ id: 'x', uid: 'beta only' }] }, undefined);
    look('DELETE', '/me/events/x', 200, { id: 'x' }, undefined);
    look('GET', '/me/calendar', 404, { error: 'not found' }, undefined);
    look('GET', '/me/presence/elsewhere', 200, {}, undefined);
    expect(differences).toEqual([
      expect.stringMatching(/^GET \/me\/calendarview 200: .*uid/),
      expect.stringMatching(/^DELETE \/me\/events\/x 200: status 200 is not one of/),
      expect.stringMatching(/^GET \/me\/calendar 404: \/error/),
    ]);
    expect([...counts.outside]).toEqual(['GET /me/presence/elsewhere']);
  });

  /** Documented examples whose answer here is another, each with its reason. */
  const otherwise: Record<string, string> = {
    'channel-post-messages-2': 'the example gives 200, the page 201',
    'channel-post-messages-3': 'the example gives 200, the page 201',
    'chatmessage-delta-2': "the example's token is another service's: 400",
    'chatmessage-delta-3': 'as chatmessage-delta-2',
    'driveitem-put-content-2': 'the example gives 201 for a file that is there, the page 200',
    'event-post-attachments-2': 'an item attachment; files only here',
    'listitem-update': "the example gives 201, the page's text 200",
    'planner-post-plans': 'the example gives 200, the page 201',
  };

  /** Answers of an invitation are the attendee's to give. */
  const byAttendee = new Set(['event-accept', 'event-decline', 'event-tentativelyaccept']);

  /** An example's request as it is put to this tenant: ids of the example's tenant are those of things here. */
  function played(name: string, template: string, example: Loose, here: Record<string, string>): { path: string; body: unknown } {
    const key = (wanted: string): string | undefined => {
      if (wanted === 'event-id' && byAttendee.has(name)) return here["event-id of an attendee's"];
      if (wanted === 'chatMessage-id' && template.startsWith('/chats/')) return here['chatMessage-id of a chat'];
      return here[wanted];
    };
    const isNewFile = example.method === 'PUT' && example.url.includes(':/content');
    const path = isNewFile
      ? `/drives/${here['drive-id'] ?? ''}/root:/${crypto.randomUUID()}.txt:/content`
      : template.replaceAll(/\{([^}]+)\}/g, (_all, wanted: string) => key(wanted) ?? `{${wanted}}`).replace(/\(\)(?=$|\/)/, '');
    const query = (/\?.*$/.exec(example.url)?.[0] ?? '')
      .replace('{query}', 'direktion')
      .replace('{start_datetime}', '2027-04-01T00:00:00Z')
      .replace('{end_datetime}', '2027-05-01T00:00:00Z');
    if (example.body === null || example.body === undefined || typeof example.body !== 'object')
      return { path: path + query, body: example.body ?? undefined };
    // Who asks for a chat is one of its members, and each another person.
    const chatters = ['ane.kratholm', 'ulla.skarvad', 'rikke.vindum'].map((one) => `users('${one}@fjordby.example')`);
    const text = JSON.stringify(example.body)
      .replaceAll(/users\('[^']+'\)/g, (one) => (template === '/chats' ? (chatters.shift() ?? one) : one))
      .replaceAll(/users\('[0-9a-f-]{36}'\)/g, `users('${here['id of a colleague'] ?? ''}')`)
      .replace(/"owner":"[^"]+"/, `"owner":"${here['group-id'] ?? ''}"`)
      .replace(/\/groups\/[0-9a-f-]{36}/, `/groups/${here['group-id'] ?? ''}`)
      .replace(/"planId":"[^"]+"/, `"planId":"${here['plannerPlan-id'] ?? ''}"`);
    return { path: path + query, body: JSON.parse(text) as unknown };
  }

  const files = contractIsHere ? readdirSync(examples).filter((name) => name.endsWith('.json')) : [];

  it('documented requests get the documented status and an answer of the documented shape', async () => {
    const validator = (await graphValidator()) as Loose;
    const results: { name: string; outcome: string }[] = [];
    const kept = await furniture();
    for (const file of files) {
      const name = file.replace('.json', '');
      const example = JSON.parse(readFileSync(new URL(file, examples), 'utf8')) as Loose;
      const { method, url, headers } = example.request;
      const template = validator.find(method, url).tmpl as string | undefined;
      if (template === undefined) {
        results.push({ name, outcome: 'outside: no such path in the contract' });
        continue;
      }
      const here = await things(kept);
      const { path, body: sent } = played(name, template, example.request, here);
      if (path.includes('{')) {
        results.push({ name, outcome: `outside: ${template}` });
        continue;
      }
      const ifMatch =
        headers?.['if-match'] === undefined
          ? {}
          : { 'If-Match': here[template.includes('/details') ? 'etag of its details' : 'etag of the task'] ?? '*' };
      const consistency = headers?.consistencylevel ? { ConsistencyLevel: headers.consistencylevel as string } : {};
      const answer = await (byAttendee.has(name) ? ane : ulla).request(method, path, sent, {
        ...ifMatch,
        ...consistency,
        ...(headers?.prefer ? { Prefer: headers.prefer as string } : {}),
      });
      const unknown =
        answer.status === 405 || (answer.status === 400 && /Resource not found for the segment/.test(answer.body?.error?.message ?? ''));
      if (unknown) results.push({ name, outcome: `outside: ${method} ${template}` });
      else
        results.push({
          name,
          outcome:
            answer.status === example.response.status
              ? 'as documented'
              : `${answer.status} for ${example.response.status}: ${answer.body?.error?.message ?? ''}`,
        });
    }
    const differing = results.filter(
      ({ name, outcome }) => outcome !== 'as documented' && !outcome.startsWith('outside') && otherwise[name] === undefined,
    );
    expect(differing).toEqual([]);
    // A reason that is no longer needed goes.
    const reasoned = results.filter(({ outcome }) => outcome !== 'as documented' && !outcome.startsWith('outside')).map(({ name }) => name);
    expect(reasoned.sort()).toEqual(Object.keys(otherwise).sort());
    expect(results.filter(({ outcome }) => outcome === 'as documented').length).toBeGreaterThan(80);
    if (process.env['DAGSORDEN_CONTRACT']) console.log(results.map(({ name, outcome }) => `${name}: ${outcome}`).join('\n'));
  }, 180_000);
});
