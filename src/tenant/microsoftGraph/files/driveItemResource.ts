import { createHash } from 'node:crypto';
import type { Database } from '../../database/database.ts';
import { SHAREPOINT_HOST } from '../../known.ts';
import type { Resource } from '../gateway/call.ts';
import { personBy } from '../directory/people.ts';
import { identity } from '../sharepoint/identities.ts';
import { siteBy } from '../sharepoint/siteStore.ts';
import { childrenOf, itemBy, type Drive, type DriveItem } from './driveStore.ts';

export function etagOfItem(item: DriveItem): string {
  return `"{${guidLike(item.id)}},${item.version}"`;
}

/** A driveItem as v1.0 writes it, file or folder. */
export function driveItemResource(db: Database, drive: Drive, item: DriveItem): Resource {
  const path = pathOf(db, drive, item);
  return {
    '@odata.etag': etagOfItem(item),
    createdDateTime: item.body.createdDateTime,
    eTag: etagOfItem(item),
    cTag: `"c:{${guidLike(item.id)}},${item.version}"`,
    id: item.id,
    lastModifiedDateTime: item.body.lastModifiedDateTime,
    name: item.name,
    size: item.size,
    webUrl: `${driveUrl(db, drive)}${path}`,
    createdBy: identity(personBy(db, item.body.createdBy)),
    lastModifiedBy: identity(personBy(db, item.body.lastModifiedBy)),
    parentReference: {
      driveType: drive.person === null ? 'documentLibrary' : 'business',
      driveId: drive.id,
      ...(item.parent === null ? {} : { id: item.parent, path: `/drives/${drive.id}/root:${path.slice(0, path.lastIndexOf('/'))}` }),
      ...(drive.site === null ? {} : { siteId: drive.site }),
    },
    fileSystemInfo: { createdDateTime: item.body.createdDateTime, lastModifiedDateTime: item.body.lastModifiedDateTime },
    ...(item.folder
      ? { folder: { childCount: childrenOf(db, drive.id, item.id).length } }
      : { file: { mimeType: item.body.mimeType ?? 'application/octet-stream' } }),
    ...(item.parent === null ? { root: {} } : {}),
  };
}

export const folderResource = driveItemResource;

export function driveUrl(db: Database, drive: Drive): string {
  const site = drive.site === null ? undefined : siteBy(db, drive.site);
  if (site) return `https://${SHAREPOINT_HOST}${site.path}/Shared%20Documents`;
  const owner = drive.person === null ? undefined : personBy(db, drive.person);
  return `https://${SHAREPOINT_HOST.replace('.', '-my.')}/personal/${(owner?.upn ?? drive.person ?? '').replaceAll(/[.@]/g, '_')}/Documents`;
}

/** `/Generelt/Bilag%201.pdf`; empty for the root. */
function pathOf(db: Database, drive: Drive, item: DriveItem): string {
  if (item.parent === null) return '';
  const parent = itemBy(db, drive.id, item.parent);
  return `${parent ? pathOf(db, drive, parent) : ''}/${encodeURIComponent(item.name)}`;
}

function guidLike(id: string): string {
  const hex = createHash('sha256').update(id).digest('hex').toUpperCase();
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}
