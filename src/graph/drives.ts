import * as v from 'valibot';
import type { Graph, GraphRequest } from './client.ts';
import { parse } from './parse.ts';
import { path, query } from './path.ts';
import { scopes } from './scopes.ts';

/** A file or folder of a document library. */
const driveItem = v.object({
  id: v.string(),
  name: v.string(),
  size: v.optional(v.number(), 0),
  webUrl: v.string(),
  createdDateTime: v.optional(v.string(), ''),
  folder: v.optional(v.looseObject({})),
  parentReference: v.object({ driveId: v.string(), id: v.optional(v.string()) }),
});
export type DriveItem = v.InferOutput<typeof driveItem>;

const session = v.object({ uploadUrl: v.string(), expirationDateTime: v.optional(v.string(), '') });
/** An address of another host that speaks for itself: no token goes along. */
export type UploadSession = v.InferOutput<typeof session>;

const BINARY = { 'Content-Type': 'application/octet-stream' };
const CONFLICT = '@microsoft.graph.conflictBehavior';

/** Seconds for 4 MB over a slow line. */
const SLOW = 180;

const itemOf = (body: unknown): DriveItem => parse(driveItem, body, 'a file');

async function ask(graph: Graph, request: Omit<GraphRequest, 'scopes'>): Promise<unknown> {
  return (await graph.request({ ...request, scopes: scopes.lists })).body;
}

/** The id of the site's own document library. GraphFailure notFound where it has none. */
export async function siteDriveId(graph: Graph, siteId: string): Promise<string> {
  return parse(v.object({ id: v.string() }), await ask(graph, { path: query(path`/sites/${siteId}/drive`, { $select: 'id' }) }), 'a document library')
    .id;
}

const underRoot = (driveId: string, names: readonly string[]) => `${path`/drives/${driveId}/root`}:/${names.map(encodeURIComponent).join('/')}`;
const under = (driveId: string, folderId: string, name: string) => `${path`/drives/${driveId}/items/${folderId}`}:/${encodeURIComponent(name)}`;

/** What stands at this path below the root, or null. */
export async function folderAt(graph: Graph, driveId: string, names: readonly string[]): Promise<DriveItem> {
  return itemOf(await ask(graph, { path: underRoot(driveId, names) }));
}

/** Makes a folder below `parentId` ("root" or an id). GraphFailure conflict where the name is taken. */
export async function makeFolder(graph: Graph, driveId: string, parentId: string, name: string): Promise<DriveItem> {
  const parent = path`/drives/${driveId}/items/${parentId}/children`;
  return itemOf(await ask(graph, { method: 'POST', path: parent, body: { name, folder: {}, [CONFLICT]: 'fail' } }));
}

/** The files and folders in a folder, at most `most`. */
export async function childrenOf(graph: Graph, driveId: string, folderId: string, most: number): Promise<DriveItem[]> {
  const parent = path`/drives/${driveId}/items/${folderId}/children`;
  return (await graph.all({ path: query(parent, { $top: 200 }), scopes: scopes.lists }, most)).map(itemOf);
}

/** A file or folder by its id. */
export async function driveItemById(graph: Graph, driveId: string, itemId: string): Promise<DriveItem> {
  return itemOf(await ask(graph, { path: path`/drives/${driveId}/items/${itemId}` }));
}

export async function fileIn(graph: Graph, driveId: string, folderId: string, name: string): Promise<DriveItem> {
  return itemOf(await ask(graph, { path: under(driveId, folderId, name) }));
}

/** Puts a whole file of at most 4 MB under a name that is free. GraphFailure conflict where it is not. */
export async function putFile(graph: Graph, driveId: string, folderId: string, name: string, content: Blob): Promise<DriveItem> {
  const address = query(`${under(driveId, folderId, name)}:/content`, { [CONFLICT]: 'fail' });
  return itemOf(await ask(graph, { method: 'PUT', path: address, headers: BINARY, body: content, timeLimit: SLOW }));
}

/** Puts other content into a file that is there: its id and links stay, and the library keeps the earlier version. */
export async function putContent(graph: Graph, driveId: string, itemId: string, content: Blob): Promise<DriveItem> {
  return itemOf(
    await ask(graph, { method: 'PUT', path: path`/drives/${driveId}/items/${itemId}/content`, headers: BINARY, body: content, timeLimit: SLOW }),
  );
}

/** Opens the sending of a larger file in pieces: under a name that is free, or over a file that is there. */
export async function openUpload(
  graph: Graph,
  driveId: string,
  to: { readonly folderId: string; readonly name: string } | { readonly itemId: string },
): Promise<UploadSession> {
  const replaces = 'itemId' in to;
  const at = replaces
    ? path`/drives/${driveId}/items/${to.itemId}/createUploadSession`
    : `${under(driveId, to.folderId, to.name)}:/createUploadSession`;
  const body = { item: { [CONFLICT]: replaces ? 'replace' : 'fail' } };
  return parse(session, await ask(graph, { method: 'POST', path: at, body }), 'an upload session');
}

/** Takes a file away, to the site's recycle bin. */
export async function deleteFile(graph: Graph, driveId: string, itemId: string): Promise<void> {
  await ask(graph, { method: 'DELETE', path: path`/drives/${driveId}/items/${itemId}` });
}

export interface ReadableFile extends DriveItem {
  /** An address of another host that speaks for itself for some minutes; a page cannot follow Graph's own redirect to it. */
  readonly downloadUrl: string;
}

/** A file with the address its content is read from (driveitem-get-content: JavaScript apps take @microsoft.graph.downloadUrl). */
export async function readableFile(graph: Graph, driveId: string, itemId: string): Promise<ReadableFile> {
  const body = await ask(graph, { path: path`/drives/${driveId}/items/${itemId}` });
  const { ['@microsoft.graph.downloadUrl']: downloadUrl } = parse(v.object({ '@microsoft.graph.downloadUrl': v.string() }), body, 'a file to read');
  return { ...itemOf(body), downloadUrl };
}
