import { readFileSync } from 'node:fs';
import { channelFilesSite, channels } from '../../src/graph/teams.ts';
import { groupSite } from '../../src/graph/sites.ts';
import type { Graph, GraphRequest } from '../../src/graph/client.ts';
import { asMeetingKey, asSiteId } from '../../src/meeting/ids.ts';
import { editionAround } from '../../src/meeting/edition.ts';
import type { Audience, MeetingFile, MeetingPointer, MinutesLine } from '../../src/meeting/meeting.ts';

// A site as the first version left it (fixtures/version1), put into a tenant.

export interface StoredList {
  readonly site: 'open' | 'closed';
  readonly list: string;
  readonly description: string;
  readonly columns: readonly Record<string, unknown>[];
  readonly rows: readonly Record<string, unknown>[];
}
/** A write that the first version sent, and so what a pane of it that is still open sends. */
export interface RecordedWrite {
  readonly method: 'POST' | 'PATCH' | 'DELETE';
  readonly site: 'open' | 'closed';
  readonly list: string;
  /** The RowId of the row that was changed or deleted. */
  readonly row: string | null;
  readonly body: Record<string, unknown> | null;
}
export interface Places {
  readonly team: { readonly id: string; readonly name: string };
  readonly open: string;
  readonly closed: string;
  readonly channel: string;
}

const scopes = ['Sites.ReadWrite.All', 'Sites.Manage.All'];
const text = (name: string): string => readFileSync(new URL(`fixtures/version1/${name}.json`, import.meta.url), 'utf8');
const filled = (stored: string, places: Places): string =>
  stored
    .replaceAll('{site}', places.open)
    .replaceAll('{closedSite}', places.closed)
    .replaceAll('{team}', places.team.id)
    .replaceAll('{channel}', places.channel);

export const storedLists = (): readonly StoredList[] => JSON.parse(text('lists')) as StoredList[];
export const recordedWrites = (places: Places): readonly RecordedWrite[] => JSON.parse(filled(text('writes'), places)) as RecordedWrite[];

type Opened = Omit<MeetingFile, 'minutes' | 'unread'> & {
  readonly minutes: { version: number; publishedAt: string; lines: readonly MinutesLine[] } | null;
};

/**
 * The meeting as it was opened, with instants in whole seconds, which is what a dateTime column keeps. What was published held its lines alone:
 * the rest of the page is the meeting's.
 */
export function storedMeeting(places: Places): { readonly inside: MeetingFile; readonly outside: MeetingFile } {
  const opened = JSON.parse(filled(text('meeting'), places).replace(/(\d{2}:\d{2}:\d{2})\.\d{3}Z/g, '$1Z')) as { inside: Opened; outside: Opened };
  const read = ({ minutes, ...file }: Opened, audience: Audience): MeetingFile => ({
    ...file,
    unread: [],
    minutes: minutes && editionAround({ ...file }, audience, minutes.version, minutes.publishedAt, minutes.lines),
  });
  return { inside: read(opened.inside, 'circle'), outside: read(opened.outside, 'outside') };
}
export function storedPointer(places: Places): MeetingPointer {
  const { key } = storedMeeting(places).inside.pointer;
  return { siteId: asSiteId(places.open), closedSiteId: asSiteId(places.closed), key: asMeetingKey(key) };
}

/** Makes the lists of the first version on a team's sites and fills them. What is there of ours goes first. */
export async function layOut(graph: Graph, team: { id: string; name: string }): Promise<Places> {
  const open = (await groupSite(graph, team.id)).id;
  const all = await channels(graph, team.id);
  const room = all.find((channel) => channel.membershipType === 'private' && /lukke/i.test(channel.displayName))!;
  const closed = (await channelFilesSite(graph, team.id, room.id))!.id;
  const places: Places = { team, open, closed, channel: all.find((channel) => channel.membershipType === 'standard')!.id };
  for (const { site, list, description, columns, rows } of JSON.parse(filled(text('lists'), places)) as StoredList[]) {
    const lists = `/sites/${places[site]}/lists`;
    await graph.request({ method: 'DELETE', path: `${lists}/${list}`, scopes }).catch(() => undefined);
    await graph.request({
      method: 'POST',
      path: lists,
      body: { displayName: list, description, columns, list: { template: 'genericList' } },
      scopes,
    });
    const posts = rows.map((fields): GraphRequest => ({ method: 'POST', path: `${lists}/${list}/items`, body: { fields }, scopes }));
    for (const answer of await graph.batch(posts)) if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
  }
  return places;
}

/** Everything that lies in the lists: columns of ours and rows, by site and list. */
export async function dump(graph: Graph, places: Places): Promise<Map<string, { columns: Map<string, string>; rows: Record<string, unknown>[] }>> {
  const found = new Map<string, { columns: Map<string, string>; rows: Record<string, unknown>[] }>();
  for (const { site, list } of storedLists()) {
    const path = `/sites/${places[site]}/lists/${list}`;
    const columns = (await graph.all({ path: `${path}/columns`, scopes })) as Record<string, unknown>[];
    const kinds = ['text', 'number', 'boolean', 'dateTime', 'choice'];
    const own = new Map(
      columns
        .filter((column) => column['columnGroup'] === 'Custom Columns' && column['name'] !== 'Title')
        .map((column) => [String(column['name']), kinds.find((kind) => column[kind] !== undefined) ?? '?']),
    );
    const items = (await graph.all({ path: `${path}/items?$expand=fields&$top=200`, scopes })) as { id: string; fields: Record<string, unknown> }[];
    found.set(`${site} ${list}`, {
      columns: own,
      rows: items.map(({ fields }) =>
        Object.fromEntries(Object.entries(fields).filter(([name]) => name === 'id' || name === 'Title' || own.has(name))),
      ),
    });
  }
  return found;
}

/** Sends a write of the first version. A new row gets an id of its own, so that it is not refused for being there. @returns the status */
export async function send(graph: Graph, places: Places, write: RecordedWrite): Promise<number> {
  const path = `/sites/${places[write.site]}/lists/${write.list}/items`;
  if (write.method === 'POST') {
    const fields = write.body!['fields'] as Record<string, unknown>;
    const body = { fields: { ...fields, RowId: `again-${String(fields['RowId'])}` } };
    return (await graph.batch([{ method: 'POST', path, body, scopes }]))[0]!.status;
  }
  const rows = (await graph.all({ path: `${path}?$expand=fields&$top=200`, scopes })) as { id: string; fields: Record<string, unknown> }[];
  const row = rows.find(({ fields }) => fields['RowId'] === write.row)!;
  const changed: GraphRequest = { method: 'PATCH', path: `${path}/${row.id}/fields`, body: write.body, scopes };
  return (await graph.batch([write.method === 'DELETE' ? { method: 'DELETE', path: `${path}/${row.id}`, scopes } : changed]))[0]!.status;
}
