import { describe, expect, test } from 'vitest';
import { readAppText, writeAppText } from '../../src/graph/appFolder.ts';
import { chatBetween, postChatMessage } from '../../src/graph/chatWriting.ts';
import { getChat } from '../../src/graph/chats.ts';
import { instantOf } from '../../src/graph/dateTime.ts';
import { madeBetween } from '../../src/graph/madeEvents.ts';
import { eventName } from '../../src/graph/eventAddress.ts';
import { accept, cancelEvent, createEvent, decline, patchEvent, putExtension, tentativelyAccept } from '../../src/graph/eventWriting.ts';
import { calendarView, extensionName, extensionOf, findByICalUId, getEvent, instances, parseEvent } from '../../src/graph/events.ts';
import { createColumn, deleteColumn, deleteList, updateColumn, createList, getList, listColumns, siteLists } from '../../src/graph/listSetup.ts';
import { getItem, listItems, parseItem, parseItems } from '../../src/graph/lists.ts';
import { createItem, deleteItem, updateItem } from '../../src/graph/rowWriting.ts';
import { literal, path, query } from '../../src/graph/path.ts';
import {
  childrenOf,
  deleteFile,
  fileIn,
  folderAt,
  makeFolder,
  openUpload,
  putContent,
  putFile,
  readableFile,
  siteDriveId,
} from '../../src/graph/drives.ts';
import { scopeTable } from '../../src/graph/scopeTable.ts';
import { getSite, groupSite, searchSites, siteAt } from '../../src/graph/sites.ts';
import {
  channelFilesSite,
  channelMembers,
  primaryChannel,
  channels,
  isPublicTeam,
  joinedTeams,
  messageLimit,
  postChannelMessage,
  postReply,
} from '../../src/graph/teams.ts';
import { me, searchUsers } from '../../src/graph/users.ts';
import { createTask, markTask, taskLists, tasksIn } from '../../src/graph/toDoTasks.ts';
import { json, refusal, scriptedGraph, type Script } from './scriptedGraph.ts';

const event = {
  '@odata.etag': 'W/"1"',
  id: 'AAMkImm',
  iCalUId: '040000008200E',
  type: 'occurrence',
  seriesMasterId: 'AAMkSeries',
  originalStart: '2026-11-24T11:00:00Z',
  subject: 'Direktionsmøde',
  start: { dateTime: '2026-11-24T11:00:00.0000000', timeZone: 'UTC' },
  end: { dateTime: '2026-11-24T13:00:00.0000000', timeZone: 'UTC' },
  location: { displayName: 'Mødelokale 2', locationType: 'default' },
  organizer: { emailAddress: { name: 'Ulla Skarvad', address: 'ulla.skarvad@fjordby.example' } },
  attendees: [
    {
      type: 'required',
      status: { response: 'none', time: '0001-01-01T00:00:00Z' },
      emailAddress: { name: 'Ane Kratholm', address: 'ane.kratholm@fjordby.example' },
    },
  ],
  isOrganizer: true,
  onlineMeeting: { joinUrl: 'https://teams.example/l/meetup-join/1' },
  body: { contentType: 'html', content: '<p>Dagsorden</p>' },
  extensions: [
    {
      '@odata.type': '#microsoft.graph.openTypeExtension',
      id: `microsoft.graph.openTypeExtension.${extensionName}`,
      extensionName,
      pointer: '/m?k=1',
    },
  ],
};
const site = {
  id: 'fjordby.sharepoint.example,11111111-1111-4111-8111-111111111111,22222222-2222-4222-8222-222222222222',
  displayName: 'Direktionen',
  webUrl: 'https://fjordby.sharepoint.example/sites/direktionen',
};

describe('events', () => {
  test('one event comes with its body and our extension, by any kind of id', async () => {
    const { graph, asked } = scriptedGraph(() => json(event));
    const found = await getEvent(graph, 'AAMk/+=');
    expect(asked[0]?.url).toContain('/me/events/AAMk%2F%2B%3D?');
    expect(asked[0]?.path).toContain(`$expand=extensions($filter=id eq '${extensionName}')`);
    expect(found).toMatchObject({ id: 'AAMkImm', originalStart: '2026-11-24T11:00:00Z', hideAttendees: null });
    expect(instantOf(found.start)).toBe('2026-11-24T11:00:00.000Z');
    expect(extensionOf(found, extensionName)?.['pointer']).toBe('/m?k=1');
    expect(extensionOf({ ...found, extensions: null }, extensionName)).toBeNull();
  });

  test('every Outlook request asks for immutable ids and UTC', async () => {
    const { graph, asked } = scriptedGraph(({ method, path }) =>
      method === 'GET' && !path.startsWith('/me/events/A?') ? json({ value: [] }) : json(event),
    );
    const window = { from: new Date('2026-11-01T00:00:00Z'), to: new Date('2026-12-01T00:00:00Z') };
    await getEvent(graph, 'A');
    await calendarView(graph, window);
    await findByICalUId(graph, '04');
    await instances(graph, 'A', window);
    await patchEvent(graph, 'A', { body: { contentType: 'html', content: '' } });
    await accept(graph, 'A');
    await decline(graph, 'A', { sendResponse: true });
    await putExtension(graph, 'A', extensionName, { pointer: '' });
    expect(asked).toHaveLength(8);
    for (const each of asked) expect(each.headers.get('prefer')).toBe('IdType="ImmutableId", outlook.timezone="UTC"');
  });

  test('a mailbox that refuses the form of an id gets it translated', async () => {
    const { graph, asked } = scriptedGraph(({ path }) => {
      if (path.startsWith('/me/translateExchangeIds')) return json({ value: [{ sourceId: 'REST', targetId: 'AAMkImm' }] });
      return path.startsWith('/me/events/REST') ? refusal(400, 'ErrorInvalidIdMalformed') : json(event);
    });
    expect((await getEvent(graph, 'REST')).id).toBe('AAMkImm');
    expect(asked.map(({ method }) => method)).toEqual(['GET', 'POST', 'GET']);
  });

  test('a calendar of many pages comes whole', async () => {
    const { graph, asked } = scriptedGraph((_, turn) =>
      json({
        value: [{ ...event, id: `e${turn}` }],
        ...(turn < 3 && { '@odata.nextLink': `https://graph.example/v1.0/me/calendarView?$skiptoken=${turn}&$select=id&$select=subject` }),
      }),
    );
    const events = await calendarView(graph, { from: new Date(0), to: new Date(1) });
    expect(events.map(({ id }) => id)).toEqual(['e1', 'e2', 'e3']);
    // The service's own link, to the letter.
    expect(asked[1]?.url).toBe('https://graph.example/v1.0/me/calendarView?$skiptoken=1&$select=id&$select=subject');
  });

  test('pages that lead in a ring end in a failure', async () => {
    const { graph } = scriptedGraph(() => json({ value: [], '@odata.nextLink': 'https://graph.example/v1.0/me/calendarView?$skiptoken=1' }));
    await expect(calendarView(graph, { from: new Date(0), to: new Date(1) })).rejects.toMatchObject({ code: 'endlessPaging' });
  });

  test('a time outside UTC is refused, since it would move the meeting', () => {
    expect(() => instantOf({ dateTime: '2026-11-24T12:00:00.0000000', timeZone: 'Romance Standard Time' })).toThrow(/outside UTC/);
  });

  test('an event that lacks what Graph promises is a named failure without anybody’s words in it', async () => {
    const { graph } = scriptedGraph(() => json({ ...event, iCalUId: 7, subject: 'Personalesag' }));
    const failure = await getEvent(graph, 'A').catch((error: unknown) => error as Error);
    expect(failure).toMatchObject({ kind: 'fault', code: 'unexpectedShape' });
    expect((failure as Error).message).toMatch(/iCalUId/);
    expect((failure as Error).message).not.toMatch(/Personalesag/);
    expect((failure as Error).cause).toBeUndefined();
  });

  test('what Graph leaves out and what it sends as null are the same to us', () => {
    const { subject: _, ...without } = event;
    expect(parseEvent({ ...event, subject: null })).toEqual(parseEvent(without));
    expect(parseEvent(without).subject).toBeNull();
  });

  test('the fields of a row are named values, never a list', () => {
    expect(parseItem({ id: '1' }).fields).toEqual({});
    expect(() => parseItem({ id: '1', fields: ['Personalesag'] })).toThrow(/fields/);
  });

  test('the extension is replaced where it is, added where it is not, and replaced when another pane was faster', async () => {
    const run = async (script: Script) => {
      const { graph, asked } = scriptedGraph(script);
      await putExtension(graph, 'A', extensionName, { pointer: '/m' });
      return asked.map(({ method }) => method);
    };
    expect(await run(() => json({}))).toEqual(['PATCH']);
    expect(await run(({ method }) => (method === 'PATCH' ? refusal(404, 'ErrorItemNotFound') : json({}, 201)))).toEqual(['PATCH', 'POST']);
    expect(
      await run(({ method }, turn) =>
        method === 'POST' ? refusal(409, 'ErrorIrresolvableConflict') : turn === 1 ? refusal(404, 'ErrorItemNotFound') : json({}),
      ),
    ).toEqual(['PATCH', 'POST', 'PATCH']);
  });
});

describe('lists', () => {
  test('a list that is not there is null; one that is closed to me is a refusal', async () => {
    expect(await getList(scriptedGraph(() => refusal(404, 'itemNotFound')).graph, site.id, 'DagsordenMoeder')).toBeNull();
    await expect(getList(scriptedGraph(() => refusal(403, 'accessDenied')).graph, site.id, 'DagsordenMoeder')).rejects.toMatchObject({
      kind: 'notAllowed',
    });
  });

  test('rows keep their etag, from either place, their authors by the service, and their fields as they are', () => {
    const nobody = { id: null, name: '', email: null };
    const rows = parseItems({
      value: [
        { id: '1', '@odata.etag': '"g,1"', eTag: '"g,1"', fields: { Title: 'Æbler & <pærer>', Linjer: 'a\nb', Tal: 0 } },
        {
          id: '2',
          eTag: '"g,2"',
          createdDateTime: '2026-09-01T08:00:00Z',
          createdBy: { user: { id: 'u', displayName: 'Ulla Skarvad' } },
          lastModifiedDateTime: '2026-09-02T08:00:00Z',
          lastModifiedBy: { application: { id: 'a' } },
        },
      ],
    });
    expect(rows).toEqual([
      {
        id: '1',
        etag: '"g,1"',
        fields: { Title: 'Æbler & <pærer>', Linjer: 'a\nb', Tal: 0 },
        webUrl: null,
        createdAt: null,
        modifiedAt: null,
        createdBy: nobody,
        lastModifiedBy: nobody,
      },
      {
        id: '2',
        etag: '"g,2"',
        fields: {},
        webUrl: null,
        createdAt: '2026-09-01T08:00:00Z',
        modifiedAt: '2026-09-02T08:00:00Z',
        createdBy: { id: 'u', name: 'Ulla Skarvad', email: null },
        lastModifiedBy: nobody,
      },
    ]);
  });

  test('a page that is not the last one is not taken for all rows', () => {
    expect(() => parseItems({ value: [], '@odata.nextLink': 'https://graph.example/v1.0/next' })).toThrow(/one page/);
  });

  test('rows are asked for by one indexed column; quotes in a value stay inside it', async () => {
    const { graph, asked } = scriptedGraph(() => json({ value: [] }));
    await listItems(graph, site.id, 'DagsordenMoeder', { field: 'MeetingKey', value: "d'Or & co", top: 50 });
    expect(asked[0]?.url).not.toContain(' ');
    expect(asked[0]?.path).toContain("$filter=fields/MeetingKey eq 'd''Or & co'&$top=50");
  });

  test('a change names the version it was made on; without one the last writer wins', async () => {
    const { graph, asked } = scriptedGraph(() => json({}));
    await updateItem(graph, site.id, 'DagsordenMoeder', '4', { Title: 'x' }, '"g,3"');
    await updateItem(graph, site.id, 'DagsordenMoeder', '4', { Title: 'x' }, null);
    expect(asked.map(({ headers }) => headers.get('if-match'))).toEqual(['"g,3"', null]);
  });

  test('deleting what is gone is done', async () => {
    await deleteItem(scriptedGraph(() => refusal(404, 'itemNotFound')).graph, site.id, 'DagsordenMoeder', '4');
  });
});

describe('teams', () => {
  test('a private channel whose files nobody opened has no site yet', async () => {
    expect(await channelFilesSite(scriptedGraph(() => refusal(404, 'itemNotFound')).graph, 't', 'c')).toBeNull();
  });

  test('where the folder tells its drive only, the drive tells the site', async () => {
    const { graph, asked } = scriptedGraph(({ path }) => {
      if (path.includes('filesFolder')) return json({ id: 'f', parentReference: { driveId: 'b!1', driveType: 'documentLibrary' } });
      if (path.startsWith('/drives'))
        return json({ id: 'r', sharepointIds: { siteId: 'g1', webId: 'g2', siteUrl: 'https://fjordby.sharepoint.example/sites/x' } });
      return json(site);
    });
    expect((await channelFilesSite(graph, 't', 'c'))?.id).toBe(site.id);
    expect(asked.at(-1)?.path).toContain('/sites/fjordby.sharepoint.example,g1,g2?');
  });

  test('a message beyond 28 KB as UTF-16 is never sent', async () => {
    const { graph, asked } = scriptedGraph(() => json({ id: '1', webUrl: null }, 201));
    await expect(postChannelMessage(graph, 't', 'c', { html: 'å'.repeat(messageLimit / 2) })).rejects.toMatchObject({ kind: 'tooLarge' });
    expect(asked).toEqual([]);
    expect(await postChannelMessage(graph, 't', 'c', { subject: 'Referat', html: 'å'.repeat(messageLimit / 2 - 200) })).toEqual({
      id: '1',
      webUrl: null,
    });
  });
});

describe('people', () => {
  test('a search asks for consistency, and quotes cannot break out of it', async () => {
    const { graph, asked } = scriptedGraph(() => json({ value: [{ id: 'u', displayName: 'Torkil Bækhøj', mail: null }] }));
    const found = await searchUsers(graph, 'Bæk" OR "mail:x\\');
    expect(asked[0]?.headers.get('consistencylevel')).toBe('eventual');
    expect(asked[0]?.path).toContain('$search="displayName:Bæk  OR  mail:x" OR "mail:Bæk  OR  mail:x"');
    expect(found).toEqual([{ id: 'u', displayName: 'Torkil Bækhøj', mail: null, userPrincipalName: null, jobTitle: null }]);
  });

  test('a search for nothing asks nobody', async () => {
    const { graph, asked } = scriptedGraph(() => json({ value: [] }));
    expect(await searchUsers(graph, ' "" ')).toEqual([]);
    expect(asked).toEqual([]);
  });
});

describe('addresses', () => {
  test('ids are encoded as one segment, whatever they hold', () => {
    expect(path`/chats/${'19:meeting_x@thread.v2'}/${'a/b+c=?#'}`).toBe('/chats/19%3Ameeting_x%40thread.v2/a%2Fb%2Bc%3D%3F%23');
    expect(query('/x', { $top: 1, $filter: undefined })).toBe('/x?$top=1');
    expect(literal("O'Neil")).toBe("'O''Neil'");
  });
});

test('every call is in the table of permissions, with the scope it really asks for', async () => {
  const window = { from: new Date(0), to: new Date(1) };
  const told = new Map<string, readonly string[]>();
  const token = async ({ scopes }: { scopes: readonly string[] }) => {
    latest = scopes;
    return 'token';
  };
  let latest: readonly string[] = [];
  const at = { dateTime: '2026-09-03T09:00:00', timeZone: 'UTC' };
  const newEvent = {
    ...{ subject: '', body: { contentType: 'html', content: '' } as const, start: at, end: at, location: { displayName: '' } },
    ...{ transactionId: 'x', attendees: [] },
  } as const;
  const address = 'https://fjordby.sharepoint.example';
  const drive = {
    ...{ id: 'i', name: 'n', webUrl: address, parentReference: { driveId: 'd' }, value: [] },
    ...{ uploadUrl: address, '@microsoft.graph.downloadUrl': address, sharepointIds: { siteId: 'a', webId: 'b', siteUrl: address } },
  };
  const { graph } = scriptedGraph(
    ({ method, url }) => {
      const template = new URL(url).pathname
        .replace('/v1.0', '')
        // SharePoint's way to name what stands at a path.
        .replace(/:\/[^:]*(?::|$)/, '')
        .replace(/\/extensions\/.+/, '/extensions/{name}')
        .replace(/(\/todo\/lists)\/[^/]+/, '$1/{id}')
        .replace(/(\/tasks)\/[^/]+/, '$1/{id}')
        .replace(/(?<!\/todo)(\/lists)\/[^/]+/, '$1/{name}')
        .replace(/(\/items)\/[^/]+/, '$1/{item}')
        .replace(/(\/columns)\/[^/]+/, '$1/{column}')
        .replace(/^\/(groups|sites|teams|drives|chats|me\/events)\/[^/]+/, '/$1/{id}')
        .replace(/^\/users\/[^/]+\/events\/[^/]+/, '/users/{id}/events/{id}')
        .replace(/^\/users\/[^/]+\/(events|calendarView)$/, '/users/{id}/$1')
        .replace(/(\/channels)\/[^/]+/, '$1/{id}')
        .replace(/^(\/chats)\/[^/]+/, '$1/{id}')
        .replace(/(\/messages)\/[^/]+/, '$1/{id}');
      told.set(`${method} ${template}`, latest);
      if (template.endsWith('filesFolder')) return json({ id: 'f', parentReference: { driveId: 'd' } });
      if (template.startsWith('/me/drive')) return json({ eTag: 'e' });
      if (template.startsWith('/drives')) return json(drive);
      if (template.endsWith('translateExchangeIds')) return json({ value: [{ targetId: 'x' }] });
      if (url.includes('/refused')) return refusal(400, 'ErrorInvalidIdMalformed');
      if (method === 'PATCH' && template.includes('extensions')) return refusal(404, 'ErrorItemNotFound');
      return json({ ...event, ...site, name: 'n', displayName: 'n', value: [] });
    },
    { token },
  );
  await me(graph);
  await searchUsers(graph, 'ane');
  await getEvent(graph, 'refused').catch(() => undefined);
  await getEvent(graph, 'e');
  await calendarView(graph, window);
  await findByICalUId(graph, 'x');
  await instances(graph, 'e', window);
  for (const mailbox of [null, 'ulla.skarvad@fjordby.example']) {
    await madeBetween(graph, mailbox, window);
    await createEvent(graph, mailbox, newEvent);
    await cancelEvent(graph, eventName({ mailbox, id: 'e' }), '');
  }
  await patchEvent(graph, 'e', {});
  await accept(graph, 'e');
  await decline(graph, 'e');
  await tentativelyAccept(graph, 'e');
  await putExtension(graph, 'e', extensionName, {});
  await groupSite(graph, 'g');
  await getSite(graph, 's');
  await siteAt(graph, 'h', '/sites/s');
  await searchSites(graph, 'x');
  await siteLists(graph, 's');
  await getList(graph, 's', 'L');
  await createList(graph, 's', { displayName: 'L' });
  await listColumns(graph, 's', 'L');
  await createColumn(graph, 's', 'L', { name: 'A' });
  await updateColumn(graph, 's', 'L', 'A', {});
  await deleteColumn(graph, 's', 'L', 'A');
  await deleteList(graph, 's', 'L');
  await listItems(graph, 's', 'L', {});
  await getItem(graph, 's', 'L', '1');
  await createItem(graph, 's', 'L', {});
  await updateItem(graph, 's', 'L', '1', {}, null);
  await deleteItem(graph, 's', 'L', '1');
  await joinedTeams(graph);
  await isPublicTeam(graph, 't');
  await channels(graph, 't');
  await primaryChannel(graph, 't');
  await channelMembers(graph, 't', 'c');
  await channelFilesSite(graph, 't', 'c');
  await postChannelMessage(graph, 't', 'c', { html: '' });
  await postReply(graph, { teamId: 't', channelId: 'c', messageId: 'm' }, { subject: '', html: '' });
  await getEvent(graph, 'ulla.skarvad@fjordby.example:e');
  await patchEvent(graph, 'ulla.skarvad@fjordby.example:e', {});
  await instances(graph, 'ulla.skarvad@fjordby.example:e', window);
  await getChat(graph, 'c');
  await chatBetween(graph, ['a', 'b']);
  await postChatMessage(graph, 'c', 'x', async () => undefined);
  await readAppText(graph, 'n').catch(() => undefined);
  await writeAppText(graph, 'n', 'x', null);
  await siteDriveId(graph, 's');
  await folderAt(graph, 'd', ['Mødebilag', 'x']);
  await makeFolder(graph, 'd', 'root', 'x');
  await childrenOf(graph, 'd', 'f', 5);
  await fileIn(graph, 'd', 'f', 'n');
  await putFile(graph, 'd', 'f', 'n', new Blob(['x']));
  await putContent(graph, 'd', 'i', new Blob(['x']));
  await openUpload(graph, 'd', { folderId: 'f', name: 'n' });
  await readableFile(graph, 'd', 'i');
  await deleteFile(graph, 'd', 'i');
  await taskLists(graph);
  await tasksIn(graph, 'l');
  await createTask(graph, 'l', {
    title: 't',
    due: null,
    link: { applicationName: 'a', externalId: 'e', webUrl: 'https://a.example', displayName: 'd' },
  });
  await markTask(graph, 'l', { id: 't', etag: null }, true);

  const table = new Map(scopeTable.flatMap(({ scope, calls }) => calls.map((call) => [call, [scope]] as const)));
  expect([...told].sort()).toEqual([...table].sort());
});
