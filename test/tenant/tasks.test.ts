import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { board, fjordby, type Fjordby, type GraphAs, type Loose } from './running.ts';

let tenant: Fjordby;
let ulla: GraphAs;
beforeAll(async () => {
  tenant = await fjordby();
  ulla = await tenant.as('ulla.skarvad');
});
afterAll(() => tenant.close());

describe('To Do', () => {
  it('has a first list, takes tasks, and guards them by etag when asked', async () => {
    const lists = (await ulla.get('/me/todo/lists')).body.value;
    expect(lists.map(({ wellknownListName }: Loose) => wellknownListName)).toEqual(['defaultList']);
    const root = `/me/todo/lists/${lists[0].id}/tasks`;
    const { body: task, status } = await ulla.post(root, {
      title: 'Følg op på punkt 4',
      dueDateTime: { dateTime: '2027-01-01T00:00:00', timeZone: 'UTC' },
    });
    expect([status, task.status]).toEqual([201, 'notStarted']);
    expect((await ulla.patch(`${root}/${task.id}`, { status: 'completed' }, { 'If-Match': task['@odata.etag'] })).status).toBe(200);
    expect((await ulla.patch(`${root}/${task.id}`, { title: 'x' }, { 'If-Match': task['@odata.etag'] })).status).toBe(412);
    expect((await ulla.get(`${root}?$filter=status eq 'completed'`)).body.value).toHaveLength(1);
    expect((await ulla.post(root, { title: 'x', colour: 'red' })).status).toBe(400);
    expect((await (await tenant.as('ane.kratholm')).get(root)).status).toBe(404);
    expect((await ulla.delete(`${root}/${task.id}`)).status).toBe(204);
  });
});

describe('what a task is linked to', () => {
  it('comes where it is asked for, with an id of its own, and is not changed with the task', async () => {
    const [list] = (await ulla.get('/me/todo/lists')).body.value;
    const root = `/me/todo/lists/${list.id}/tasks`;
    const link = { applicationName: 'Dagsorden', externalId: 'a', webUrl: 'https://dagsorden.example/#/referat', displayName: 'Referat' };
    const { body: made, status } = await ulla.post(root, { title: 'Indhente tilbud', linkedResources: [link] });
    expect([status, made.linkedResources]).toEqual([201, undefined]);
    expect((await ulla.get(`${root}/${made.id}`)).body.linkedResources).toBeUndefined();
    const [found] = (await ulla.get(`${root}?$expand=linkedResources&$top=100`)).body.value.filter(({ id }: Loose) => id === made.id);
    expect(found.linkedResources).toEqual([{ ...link, id: expect.any(String) as string }]);
    expect((await ulla.patch(`${root}/${made.id}`, { linkedResources: [] })).status).toBe(400);
    expect((await ulla.post(root, { title: 'x', linkedResources: [{ colour: 'red' }] })).status).toBe(400);
    const done = (await ulla.patch(`${root}/${made.id}`, { status: 'completed' })).body;
    expect(done.completedDateTime.dateTime).toMatch(/^\d{4}-\d{2}-\d{2}T00:00:00/);
    expect((await ulla.patch(`${root}/${made.id}`, { status: 'notStarted' })).body.completedDateTime).toBeUndefined();
    expect((await ulla.delete(`${root}/${made.id}`)).status).toBe(204);
  });
});

describe('Planner', () => {
  it('insists on the exact etag and on being in the group', async () => {
    const { team } = await board(ulla, 'Direktionen');
    const { body: plan } = await ulla.post('/planner/plans', { owner: team, title: 'Opfølgning' });
    const me = (await ulla.get('/me')).body.id as string;
    const { body: task } = await ulla.post('/planner/tasks', {
      planId: plan.id,
      title: 'Notat',
      assignments: { [me]: { '@odata.type': '#microsoft.graph.plannerAssignment', orderHint: ' !' } },
    });
    expect((await ulla.get('/me/planner/tasks')).body.value.map(({ id }: Loose) => id)).toEqual([task.id]);
    const path = `/planner/tasks/${task.id}`;
    expect((await ulla.patch(path, { percentComplete: 50 })).body.error.code).toBe('');
    expect((await ulla.patch(path, { percentComplete: 50 }, { 'If-Match': task['@odata.etag'] })).status).toBe(204);
    expect((await ulla.patch(path, { percentComplete: 100 }, { 'If-Match': task['@odata.etag'] })).status).toBe(412);
    const fresh = (await ulla.get(path)).body;
    expect(fresh.percentComplete).toBe(50);
    const shown = await ulla.patch(path, { percentComplete: 100 }, { 'If-Match': fresh['@odata.etag'], Prefer: 'return=representation' });
    expect([shown.status, shown.body.percentComplete]).toEqual([200, 100]);
    const palle = await tenant.as('palle.ebbesoe');
    expect((await palle.get(path)).status).toBe(403);
    expect((await palle.post('/planner/plans', { owner: team, title: 'x' })).status).toBe(403);
  });
});

describe('search', () => {
  it('finds list items by their words, within what the caller may open', async () => {
    const closed = 'fjordby.sharepoint.example:/sites/Direktionen-Lukkedepunkter:';
    const { site } = await board(ulla, 'Direktionen');
    for (const [place, title] of [
      [site, 'Budget for havnen'],
      [closed, 'Budget for en hemmelighed'],
    ]) {
      await ulla.post(`/sites/${place ?? ''}/lists`, { displayName: 'Sager', list: {} });
      await ulla.post(`/sites/${place ?? ''}/lists/Sager/items`, { fields: { Title: title } });
    }
    const search = async (graph: GraphAs) =>
      (
        await graph.post('/search/query', { requests: [{ entityTypes: ['listItem'], query: { queryString: 'budget for' }, fields: ['title'] }] })
      ).body.value[0].hitsContainers[0].hits
        .map(({ resource }: Loose) => resource.fields.Title)
        .sort();
    expect(await search(ulla)).toEqual(['Budget for en hemmelighed', 'Budget for havnen']);
    expect(await search(await tenant.as('freja.damsbo'))).toEqual(['Budget for havnen']);
  });
});
