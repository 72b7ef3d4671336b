import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { board, fjordby, type Fjordby, type GraphAs } from './running.ts';

let tenant: Fjordby;
let ulla: GraphAs;
let places: Record<string, string>;

beforeAll(async () => {
  tenant = await fjordby();
  ulla = await tenant.as('ulla.skarvad');
  const { site, team, general } = await board(ulla, 'Direktionen');
  const list = (await ulla.post(`/sites/${site}/lists`, { displayName: 'Forsøg', list: {} })).body.id as string;
  await ulla.post(`/sites/${site}/lists/${list}/items`, { fields: { Title: 'Punkt' } });
  const drive = (await ulla.get(`/sites/${site}/drive`)).body.id as string;
  const tasks = (await ulla.get('/me/todo/lists')).body.value[0].id as string;
  places = { site, list, drive, team, channel: general, tasks };
});
afterAll(() => tenant.close());

const at = (path: string): string => path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => places[name] ?? '');

/** One place for each kind of thing the tenant answers. */
const everywhere = [
  '/users',
  '/me',
  '/me/events',
  '/me/calendarView?startDateTime=2027-01-01&endDateTime=2027-02-01',
  '/me/calendars',
  '/me/calendar',
  '/me/people',
  '/me/joinedTeams',
  '/me/chats',
  '/me/onlineMeetings',
  '/me/todo/lists',
  '/me/todo/lists/{tasks}/tasks',
  '/me/planner/tasks',
  '/groups/{team}',
  '/groups/{team}/members',
  '/sites?search=direktion',
  '/sites/{site}',
  '/sites/{site}/drives',
  '/sites/{site}/lists',
  '/sites/{site}/lists/{list}',
  '/sites/{site}/lists/{list}/columns',
  '/sites/{site}/lists/{list}/items',
  '/sites/{site}/lists/{list}/items/1',
  '/sites/{site}/lists/{list}/items/1/versions',
  '/sites/{site}/lists/{list}/items/delta',
  '/drives/{drive}/root/children',
  '/teams/{team}',
  '/teams/{team}/channels',
  '/teams/{team}/members',
  '/teams/{team}/channels/{channel}/messages',
];

const bad = [
  '$filter=((',
  "$filter=nosuch eq 'x'",
  '$select=nosuch',
  '$select=a b,',
  '$expand=nosuch',
  '$expand=fields(',
  '$orderby=nosuch',
  '$top=abc',
  '$nosuch=1',
];

describe('an option of a query', () => {
  it.each(everywhere)('that is malformed or names nothing is a 400 at %s', async (path) => {
    const answers = await Promise.all(
      bad.map(async (option) => {
        const { status, body } = await ulla.get(`${at(path)}${path.includes('?') ? '&' : '?'}${option.replaceAll(' ', '%20')}`);
        return [option, status, typeof body.error?.code, typeof body.error?.message];
      }),
    );
    expect(answers).toEqual(bad.map((option) => [option, 400, 'string', 'string']));
  });

  it('is done where the resource is a collection, whatever its service', async () => {
    const names = async (query: string) =>
      ((await ulla.get(`/me/joinedTeams?${query}`)).body.value as { displayName: string }[]).map(({ displayName }) => displayName);
    expect(await names("$filter=startswith(displayName,'Hoved')")).toEqual(['Hovedudvalget (HMU)']);
    expect(await names('$orderby=displayName desc')).toEqual(['Hovedudvalget (HMU)', 'Direktionen', 'Børne- og Ungdomsudvalget']);
    const { body } = await ulla.get(at('/sites/{site}/drives?$select=name'));
    expect(Object.keys(body.value[0]).sort()).toEqual(['id', 'name']);
    const first = (await ulla.get('/me/joinedTeams?$top=2&$select=displayName')).body;
    const second = (await ulla.get(first['@odata.nextLink'])).body;
    expect([first.value.length, second.value.length, second['@odata.nextLink']]).toEqual([2, 1, undefined]);
    expect((await ulla.get('/me?$top=1')).status).toBe(400);
  });

  it('sees the whole resource, also what is not selected', async () => {
    const { body } = await ulla.get(at('/sites/{site}/lists/{list}/columns?$select=name&$filter=isDeletable eq false'));
    expect(body.value.map(({ name }: { name: string }) => name)).toContain('Title');
    expect((await ulla.get("/me/joinedTeams?$select=id&$filter=displayName eq 'Direktionen'")).body.value).toHaveLength(1);
  });

  it('that cannot be done is refused, never passed over', async () => {
    expect((await ulla.get(at('/teams/{team}/channels?$expand=tabs'))).status).toBe(400);
    expect((await ulla.get('/me/joinedTeams?$search=x')).status).toBe(400);
    expect((await ulla.get(at("/sites/{site}/lists/{list}/items/delta?$filter=id eq '1'"))).status).toBe(400);
  });
});

describe('a body', () => {
  it.each([
    ['POST', '/sites/{site}/lists', { displayName: 'Ny', list: {}, nosuch: 1 }],
    ['POST', '/sites/{site}/lists/{list}/columns', { name: 'K', text: {}, nosuch: 1 }],
    // A list item's values belong in `fields`; beside it they would be lost.
    ['POST', '/sites/{site}/lists/{list}/items', { Title: 'Punkt' }],
    ['PATCH', '/sites/{site}/lists/{list}/items/1', { Title: 'Punkt' }],
    ['POST', '/teams/{team}/channels', { displayName: 'Ny', nosuch: 1 }],
    ['POST', '/teams/{team}/channels/{channel}/messages', { body: { content: 'x' }, nosuch: 1 }],
    ['POST', '/me/events', { subject: 'x', nosuch: 1 }],
    ['POST', '/me/calendars', { name: 'x', nosuch: 1 }],
    ['POST', '/me/todo/lists/{tasks}/tasks', { title: 'x', nosuch: 1 }],
    ['POST', '/planner/plans', { title: 'x', nosuch: 1 }],
    ['POST', '/drives/{drive}/root/children', { name: 'x', folder: {}, nosuch: 1 }],
  ])('with a property its type has not is a 400: %s %s', async (method, path, body) => {
    const answer = await ulla.request(method, at(path), body);
    expect([answer.status, typeof answer.body.error?.code]).toEqual([400, 'string']);
  });
});
