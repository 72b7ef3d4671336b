import { all, answered, holds, type Belief } from '../belief.ts';
import type { Stops } from '../stops.ts';
import { at, listAt } from '../wire.ts';

const batch = ({ me }: Stops, requests: readonly object[]) => me.ask('POST', '/$batch', { body: { requests } });
const get = (id: number, more: object = {}) => ({ id: String(id), method: 'GET', url: '/me', ...more });
const statusOf = (answers: readonly unknown[], id: string) =>
  at(
    answers.find((answer) => at(answer, 'id') === id),
    'status',
  );

/** What holds for every request. */
export const wireBeliefs: readonly Belief[] = [
  {
    id: 'wire.errorShape',
    claim: 'A refusal carries a code and the id of the request',
    source: 'GD/con/errors.md',
    played: null,
    check: async ({ me }) => {
      const refused = await me.ask('GET', '/me/events/none');
      const inner = at(refused.body, 'error', 'innerError') ?? at(refused.body, 'error', 'innererror');
      return all(
        holds(typeof at(refused.body, 'error', 'code') === 'string', 'no code'),
        holds(typeof at(inner, 'request-id') === 'string' || refused.headers.has('request-id'), 'no id of the request'),
      );
    },
  },
  {
    id: 'wire.unknownSegment',
    claim: 'A path that Graph does not know is a 400',
    source: 'our reasoning: “Resource not found for the segment”',
    played: null,
    check: async ({ me }) => answered(await me.ask('GET', '/me/dagsordener'), 400),
  },
  {
    id: 'wire.badToken',
    claim: 'A token that is none is a 401',
    source: 'GD/con/errors.md',
    played: 'fault tokenExpired',
    check: async ({ me }) => answered(await me.ask('GET', '/me', { headers: { Authorization: 'Bearer none' } }), 401),
  },
  {
    id: 'wire.anyOrigin',
    claim: 'A page of any origin may ask',
    source: 'our reasoning: Graph has answered every origin so far',
    played: null,
    check: async ({ me }) => {
      const asked = await me.ask('GET', '/me', { headers: { Origin: 'https://dagsorden.example' } });
      const allowed = asked.headers.get('Access-Control-Allow-Origin');
      return holds(allowed === '*' || allowed === 'https://dagsorden.example', allowed === null ? 'no word about origins' : 'another origin');
    },
  },
  {
    id: 'batch.eachItsOwn',
    claim: 'A batch is a 200, and each request in it has a status of its own',
    source: 'GD/con/json-batching.md',
    played: null,
    check: async (stops) => {
      const done = await batch(stops, [get(1), { ...get(2), url: '/me/events/none' }]);
      const answers = listAt(done.body, 'responses');
      return all(
        answered(done, 200),
        holds(statusOf(answers, '1') === 200, 'the first is no 200'),
        holds(Number(statusOf(answers, '2')) >= 400, 'the second was not refused'),
      );
    },
  },
  {
    id: 'batch.twenty',
    claim: 'A batch of 21 is refused',
    source: 'GD/con/json-batching.md',
    played: null,
    check: async (stops) =>
      answered(
        await batch(
          stops,
          Array.from({ length: 21 }, (_, index) => get(index)),
        ),
        400,
      ),
  },
  {
    id: 'batch.dependants',
    claim: 'What depends on a request that failed is a 424',
    source: 'GD/con/json-batching.md',
    played: null,
    check: async (stops) => {
      const done = await batch(stops, [{ ...get(1), url: '/me/events/none' }, get(2, { dependsOn: ['1'] })]);
      const status = statusOf(listAt(done.body, 'responses'), '2');
      return holds(status === 424, `a ${Number(status)}`);
    },
  },
  {
    id: 'people.searchIsAdvanced',
    claim: 'A search for people needs ConsistencyLevel: eventual',
    source: 'GD/con/aad-advanced-queries.md',
    played: null,
    check: async ({ me }) => {
      const path = '/users?$search="displayName:an"&$select=id&$top=1';
      return all(answered(await me.ask('GET', path), 400), answered(await me.ask('GET', path, { headers: { ConsistencyLevel: 'eventual' } }), 200));
    },
  },
  {
    id: 'people.addressesOfOthers',
    claim: 'Who may read names only is still told everybody’s sign-in name and mail address',
    source: 'PERM (User.ReadBasic.All)',
    played: null,
    check: async ({ me }) => {
      const found = await me.ask('GET', '/users?$select=id,displayName,mail,userPrincipalName&$top=1');
      return all(answered(found, 200), holds(typeof at(listAt(found.body, 'value')[0], 'userPrincipalName') === 'string', 'no sign-in name'));
    },
  },
  {
    id: 'tasks.made',
    claim: 'A list of tasks and a task in it are made, and a task may come without a text',
    source: 'GD/api/todotasklist-post-tasks.md',
    played: null,
    check: async ({ me, name, cleanUp }) => {
      const list = await me.ask('POST', '/me/todo/lists', { body: { displayName: name } });
      const path = `/me/todo/lists/${String(at(list.body, 'id'))}`;
      if (list.status === 201) cleanUp.owes('list of tasks', () => me.ask('DELETE', path));
      return all(answered(list, 201), answered(await me.ask('POST', `${path}/tasks`, { body: { title: name } }), 201));
    },
  },
];
