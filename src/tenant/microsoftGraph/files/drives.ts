import { z } from 'zod';
import { created, noContent, ok, table, type GraphAnswer, type GraphCall, type Resource, type Route } from '../gateway/call.ts';
import { denied, GraphError, missing } from '../gateway/graphError.ts';
import { context } from '../odata/paging.ts';
import { parseSelect, selected } from '../odata/select.ts';
import { personBy } from '../directory/people.ts';
import { identity } from '../sharepoint/identities.ts';
import { TENANT_ID } from '../../known.ts';
import { siteUrl } from '../sharepoint/sites.ts';
import { requireRole, siteFor } from '../sharepoint/siteAccess.ts';
import { siteBy } from '../sharepoint/siteStore.ts';
import { teamBy } from '../teams/teamStore.ts';
import { units } from '../sharepoint/scopes.ts';
import { driveItemResource, driveUrl, etagOfItem } from './driveItemResource.ts';
import {
  addDrive,
  addItem,
  changeItem,
  childByName,
  childrenOf,
  contentOf,
  driveBy,
  driveOfPerson,
  driveOfSite,
  drivesOfSite,
  itemBy,
  removeItem,
  rootOf,
  type Drive,
  type DriveItem,
} from './driveStore.ts';
import { freeName, keepFile, refuseBadName, type ConflictBehavior } from './fileWriting.ts';
import { downloadUrl } from './downloads.ts';
import { openUpload } from './uploads.ts';

const readFiles = [
  'Files.Read',
  'Files.ReadWrite',
  'Files.Read.All',
  'Files.ReadWrite.All',
  'Sites.Read.All',
  'Sites.ReadWrite.All',
  'Sites.Manage.All',
  'Sites.FullControl.All',
] as const;
const writeFiles = ['Files.ReadWrite', 'Files.ReadWrite.All', 'Sites.ReadWrite.All', 'Sites.Manage.All', 'Sites.FullControl.All'] as const;
/** Reaches the app's own folder only. */
const ownFolder = ['Files.ReadWrite.AppFolder'] as const;
/** The bare Files scopes reach the own OneDrive only. */
const siteWide = /^(Files\.(Read|ReadWrite)\.All|Sites\.)/;
const mostBytesAtOnce = 250 * 1024 * 1024;

type Verb = 'read' | 'write';

/** The drive a path names, however it names it. */
function driveFor(call: GraphCall, verb: Verb): Drive {
  const { db } = call.tenant;
  const { drive, site, group, user } = call.params;
  if (site !== undefined) {
    const found = driveOfSite(db, siteFor(call, verb).id);
    if (!found) throw missing('sharepoint');
    return allowed(call, found, verb);
  }
  if (group !== undefined) {
    const found = driveOfSite(db, teamBy(db, group)?.site ?? '');
    if (!found) throw missing('sharepoint');
    return allowed(call, found, verb);
  }
  if (user !== undefined) {
    const person = user === 'me' ? call.caller.id : personBy(db, user)?.id;
    if (person !== call.caller.id) throw denied('sharepoint');
    return (
      driveOfPerson(db, person) ??
      addDrive(db, { seed: `person ${person}`, site: null, person, list: null, name: 'OneDrive', owner: person, now: call.tenant.now() })
    );
  }
  const found = driveBy(db, drive ?? '');
  if (!found) throw missing('sharepoint');
  return allowed(call, found, verb);
}

function allowed(call: GraphCall, drive: Drive, verb: Verb): Drive {
  if (drive.person !== null && drive.person !== call.caller.id) throw denied('sharepoint');
  if (drive.site === null) return drive;
  if (![...call.caller.scopes].some((scope) => siteWide.test(scope))) throw denied('sharepoint');
  const site = siteBy(call.tenant.db, drive.site);
  if (!site) throw missing('sharepoint');
  requireRole(call, site, verb);
  return drive;
}

/** `root`, an id, or either followed by `:/path`; the last name of a path may be new. */
function place(call: GraphCall, drive: Drive): { item: DriveItem | undefined; parent: DriveItem | undefined; name: string | undefined } {
  const { db } = call.tenant;
  const text = call.params['special'] ?? call.params['item'] ?? 'root';
  const colon = text.indexOf(':/');
  const head = colon < 0 ? text : text.slice(0, colon);
  const start = call.params['special'] === undefined ? startOf(call, drive, head) : specialFolder(call, drive, head);
  if (!start) throw missing('sharepoint');
  const names =
    colon < 0
      ? []
      : text
          .slice(colon + 2)
          .split('/')
          .filter(Boolean);
  if (names.length === 0) return { item: start, parent: undefined, name: undefined };
  let parent: DriveItem = start;
  for (const name of names.slice(0, -1)) {
    const next = childByName(db, drive.id, parent.id, name);
    if (!next?.folder) return { item: undefined, parent: undefined, name: undefined };
    parent = next;
  }
  const name = names.at(-1) ?? '';
  return { item: childByName(db, drive.id, parent.id, name), parent, name };
}

function startOf({ tenant: { db } }: GraphCall, drive: Drive, head: string): DriveItem | undefined {
  return head === 'root' ? rootOf(db, drive.id) : itemBy(db, drive.id, head);
}

/** Where each app has a folder of its own, made when first asked for (graph drive-get-specialfolder). */
const folderOfApps = 'Apps';
const appFolder = 'Dagsorden';

/** `approot` and `documents`; the others are a consumer's and not there in OneDrive for Business. */
function specialFolder(call: GraphCall, drive: Drive, name: string): DriveItem | undefined {
  const { db } = call.tenant;
  const root = rootOf(db, drive.id);
  if (drive.person === null) return undefined;
  if (name.toLowerCase() === 'documents') return root;
  return name.toLowerCase() === 'approot' ? folderIn(call, folderIn(call, root, folderOfApps), appFolder) : undefined;
}

function folderIn(call: GraphCall, parent: DriveItem, name: string): DriveItem {
  const { db } = call.tenant;
  return (
    childByName(db, parent.drive, parent.id, name) ??
    addItem(db, {
      drive: parent.drive,
      parent: parent.id,
      name,
      folder: true,
      by: call.caller.id,
      now: call.tenant.now(),
      mimeType: null,
      content: null,
    })
  );
}

function itemFor(call: GraphCall, verb: Verb): { drive: Drive; item: DriveItem } {
  const drive = driveFor(call, verb);
  const { item } = place(call, drive);
  if (!item) throw new GraphError(404, 'itemNotFound', 'The resource could not be found.');
  return { drive, item };
}

function driveResource(call: GraphCall, drive: Drive): Resource {
  const owner = drive.person === null ? undefined : personBy(call.tenant.db, drive.person);
  return {
    createdDateTime: drive.body.createdDateTime,
    description: '',
    id: drive.id,
    lastModifiedDateTime: drive.body.createdDateTime,
    name: drive.body.name,
    webUrl: driveUrl(call.tenant.db, drive),
    driveType: drive.person === null ? 'documentLibrary' : 'business',
    createdBy: identity(owner),
    owner: identity(owner),
    quota: { deleted: 0, remaining: 27_487_790_694_400, state: 'normal', total: 27_487_790_694_400, used: 0 },
  };
}

const getDrive = (call: GraphCall): GraphAnswer =>
  ok({
    '@odata.context': context(call, 'drives/$entity'),
    ...driveResource(call, driveFor(call, 'read')),
  });

function listDrives(call: GraphCall): GraphAnswer {
  const site = siteFor(call);
  return ok({ '@odata.context': context(call, 'drives'), value: drivesOfSite(call.tenant.db, site.id).map((drive) => driveResource(call, drive)) });
}

/** Of a person's drives the one OneDrive there is. */
const listOwnDrives = (call: GraphCall): GraphAnswer =>
  ok({ '@odata.context': context(call, 'drives'), value: [driveResource(call, driveFor(call, 'read'))] });

function getItem(call: GraphCall): GraphAnswer {
  const { drive, item } = itemFor(call, 'read');
  const names = parseSelect(call.query.get('select'));
  const resource = driveItemResource(call.tenant.db, drive, item);
  // Always there for a file, and the only way to its content for a page: Graph's own redirect cannot be followed from one.
  if (!item.folder) resource['@microsoft.graph.downloadUrl'] = downloadUrl(call.tenant, item);
  const { special } = call.params;
  if (special !== undefined && !special.includes(':')) resource['specialFolder'] = { name: special.toLowerCase() };
  // Given only to those who ask for it by name (graph driveitem).
  if (names?.some((name) => name.toLowerCase() === 'sharepointids')) resource['sharepointIds'] = sharepointIds(call, drive, item);
  return ok({ '@odata.context': context(call, 'driveItem/$entity'), ...selected(resource, names) }, { ETag: etagOfItem(item) });
}

function sharepointIds(call: GraphCall, drive: Drive, item: DriveItem): Resource {
  const site = drive.site === null ? undefined : siteBy(call.tenant.db, drive.site);
  const [, collection = null, web = null] = site?.id.split(',') ?? [];
  return { listId: drive.list, listItemUniqueId: item.id, siteId: collection, siteUrl: site ? siteUrl(site) : null, tenantId: TENANT_ID, webId: web };
}

function listChildren(call: GraphCall): GraphAnswer {
  const { drive, item } = itemFor(call, 'read');
  const children = childrenOf(call.tenant.db, drive.id, item.id);
  const top = call.query.count('top', 1) ?? 200;
  const start = Number(call.query.get('skiptoken') ?? 0);
  const value = children.slice(start, start + top).map((child) => driveItemResource(call.tenant.db, drive, child));
  const path = call.target.split('?')[0] ?? '';
  return ok({
    '@odata.context': context(call, 'children'),
    value,
    ...(children.length > start + top ? { '@odata.nextLink': `${call.tenant.origin}/v1.0${path}?$top=${top}&$skiptoken=${start + top}` } : {}),
  });
}

function conflictIn(value: unknown, otherwise: ConflictBehavior): ConflictBehavior {
  if (value === undefined || value === null) return otherwise;
  if (value === 'fail' || value === 'replace' || value === 'rename') return value;
  throw new GraphError(400, 'invalidRequest', `Invalid conflict behavior: ${String(value)}`);
}

function putContent(call: GraphCall): GraphAnswer {
  const drive = driveFor(call, 'write');
  const { item, parent, name } = place(call, drive);
  if (call.bytes.length > mostBytesAtOnce)
    throw new GraphError(413, 'requestEntityTooLarge', 'Files of more than 250 MB are sent through an upload session.');
  const home = parent?.id ?? item?.parent;
  const title = name ?? item?.name;
  if (home === undefined || home === null || title === undefined) throw missing('sharepoint');
  const { item: kept, isNew } = keepFile(call.tenant.db, {
    drive: drive.id,
    parent: home,
    name: title,
    content: call.bytes,
    mimeType: call.header('content-type') ?? null,
    by: call.caller.id,
    conflict: conflictIn(call.query.get('@microsoft.graph.conflictbehavior'), 'replace'),
    ifMatch: call.header('if-match'),
    now: call.tenant.now(),
  });
  const resource = { '@odata.context': context(call, 'driveItem/$entity'), ...driveItemResource(call.tenant.db, drive, kept) };
  return isNew ? created(resource) : ok(resource);
}

function getContent(call: GraphCall): GraphAnswer {
  const { item } = itemFor(call, 'read');
  if (item.folder) throw new GraphError(400, 'invalidRequest', 'A folder has no content.');
  return {
    status: 200,
    bytes: contentOf(call.tenant.db, item),
    headers: { 'Content-Type': item.body.mimeType ?? 'application/octet-stream', ETag: etagOfItem(item) },
  };
}

const folderShape = z.looseObject({ name: z.string(), folder: z.looseObject({}), '@microsoft.graph.conflictBehavior': z.string().optional() });

function postFolder(call: GraphCall): GraphAnswer {
  const { drive, item } = itemFor(call, 'write');
  const parsed = folderShape.safeParse(call.body);
  if (!parsed.success) throw new GraphError(400, 'invalidRequest', 'A name and the folder facet are required.');
  const { name } = parsed.data;
  refuseBadName(name);
  const { db } = call.tenant;
  const conflict = conflictIn(parsed.data['@microsoft.graph.conflictBehavior'], 'fail');
  const existing = childByName(db, drive.id, item.id, name);
  if (existing && conflict === 'replace' && existing.folder)
    return ok({ '@odata.context': context(call, 'driveItem/$entity'), ...driveItemResource(db, drive, existing) });
  if (existing && conflict !== 'rename') throw new GraphError(409, 'nameAlreadyExists', 'Name already exists');
  const title = existing ? freeName(db, { drive: drive.id, parent: item.id, name }) : name;
  const made = addItem(db, {
    drive: drive.id,
    parent: item.id,
    name: title,
    folder: true,
    by: call.caller.id,
    now: call.tenant.now(),
    mimeType: null,
    content: null,
  });
  return created({ '@odata.context': context(call, 'driveItem/$entity'), ...driveItemResource(db, drive, made) });
}

const patchShape = z.looseObject({ name: z.string().optional(), parentReference: z.looseObject({ id: z.string().optional() }).optional() });

function patchItem(call: GraphCall): GraphAnswer {
  const { drive, item } = itemFor(call, 'write');
  refuseStale(call, item);
  const parsed = patchShape.safeParse(call.body);
  if (!parsed.success) throw new GraphError(400, 'invalidRequest', 'Invalid request');
  const { name, parentReference } = parsed.data;
  if (name !== undefined) refuseBadName(name);
  const { db } = call.tenant;
  const parent = parentReference?.id ?? item.parent;
  const other = parent === null ? undefined : childByName(db, drive.id, parent, name ?? item.name);
  if (other && other.id !== item.id) throw new GraphError(409, 'nameAlreadyExists', 'An item with the same name already exists under the parent');
  const changed = changeItem(db, item, {
    ...(name === undefined ? {} : { name }),
    ...(parentReference?.id === undefined ? {} : { parent: parentReference.id }),
    by: call.caller.id,
    now: call.tenant.now(),
  });
  return ok({ '@odata.context': context(call, 'driveItem/$entity'), ...driveItemResource(db, drive, changed) });
}

function deleteItem(call: GraphCall): GraphAnswer {
  const { item } = itemFor(call, 'write');
  refuseStale(call, item);
  if (item.parent === null) throw new GraphError(400, 'invalidRequest', 'The root folder cannot be deleted.');
  removeItem(call.tenant.db, item);
  return noContent;
}

function refuseStale(call: GraphCall, item: DriveItem): void {
  const match = call.header('if-match');
  if (match !== undefined && match !== '*' && match !== etagOfItem(item))
    throw new GraphError(412, 'preconditionFailed', "ETag does not match current item's value");
}

function createSession(call: GraphCall): GraphAnswer {
  const drive = driveFor(call, 'write');
  const { item, parent, name } = place(call, drive);
  const home = parent?.id ?? item?.parent;
  const title = name ?? item?.name;
  if (home === undefined || home === null || title === undefined) throw missing('sharepoint');
  refuseBadName(title);
  const given = (call.body as { item?: Resource } | undefined)?.item ?? {};
  // A file named by its id is there to be replaced; a name may be taken already.
  const conflict = conflictIn(given['@microsoft.graph.conflictBehavior'], name === undefined ? 'replace' : 'fail');
  if (conflict === 'fail' && item) throw new GraphError(409, 'nameAlreadyExists', 'An item with the same name already exists under the parent');
  return ok({
    '@odata.context': context(call, 'microsoft.graph.uploadSession'),
    ...openUpload(call.tenant, { kind: 'file', drive: drive.id, parent: home, name: title, by: call.caller.id, conflict }),
  });
}

/** Files below the folder named, or anywhere in the drive, whose name holds every word. */
function searchDrive(call: GraphCall): GraphAnswer {
  const drive = driveFor(call, 'read');
  const { db } = call.tenant;
  const words = (call.params['q'] ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const found: DriveItem[] = [];
  const visit = (folder: DriveItem): void => {
    for (const child of childrenOf(db, drive.id, folder.id)) {
      if (words.every((word) => child.name.toLowerCase().includes(word))) found.push(child);
      if (child.folder) visit(child);
    }
  };
  visit(call.params['item'] === undefined ? rootOf(db, drive.id) : itemFor(call, 'read').item);
  return ok({ '@odata.context': context(call, 'Collection(driveItem)'), value: found.map((item) => driveItemResource(db, drive, item)) });
}

/** What can be done with an item, under each way to name it. */
function itemRoutesAt(item: string, read: readonly string[], write: readonly string[]): Route[] {
  return table('sharepoint')(
    [`GET ${item}` as `GET /${string}`, read, getItem, units.single],
    [`PATCH ${item}` as `PATCH /${string}`, write, patchItem, units.write],
    [`DELETE ${item}` as `DELETE /${string}`, write, deleteItem, units.write],
    [`GET ${item}/children` as `GET /${string}`, read, listChildren, units.query],
    [`POST ${item}/children` as `POST /${string}`, write, postFolder, units.write],
    [`GET ${item}/content` as `GET /${string}`, read, getContent, units.single],
    [`PUT ${item}/content` as `PUT /${string}`, write, putContent, units.write],
    [`POST ${item}/createUploadSession` as `POST /${string}`, write, createSession, units.write],
  );
}

/** Every way to name a drive, and below it `root`, `root:/path` or `items/{id}`. */
const roots = ['/drives/{drive}', '/sites/{site}/drive', '/groups/{group}/drive', '/users/{user}/drive'] as const;

export const driveRoutes: Route[] = [
  ...table('sharepoint')(
    ['GET /sites/{site}/drives', readFiles, listDrives, units.query],
    ['GET /users/{user}/drives', readFiles, listOwnDrives, units.query],
  ),
  ...roots.flatMap((root) => [
    ...table('sharepoint')(
      [`GET ${root}`, readFiles, getDrive, units.single],
      [`GET ${root}/search/{q}`, readFiles, searchDrive, units.query],
      [`GET ${root}/root/search/{q}`, readFiles, searchDrive, units.query],
      [`GET ${root}/items/{item}/search/{q}`, readFiles, searchDrive, units.query],
    ),
    ...[`${root}/items/{item}`, `${root}/root`, `${root}/{item}`].flatMap((item) => itemRoutesAt(item, readFiles, writeFiles)),
  ]),
  ...itemRoutesAt('/users/{user}/drive/special/{special}', [...readFiles, ...ownFolder], [...writeFiles, ...ownFolder]),
];
