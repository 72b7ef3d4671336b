import { extname } from 'node:path';
import type { Database } from '../../database/database.ts';
import { GraphError } from '../gateway/graphError.ts';
import { addItem, changeItem, childByName, type DriveItem } from './driveStore.ts';
import { etagOfItem } from './driveItemResource.ts';

export type ConflictBehavior = 'fail' | 'replace' | 'rename';

const mimeTypes: Readonly<Record<string, string>> = {
  '.pdf': 'application/pdf',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.txt': 'text/plain',
  '.html': 'text/html',
  '.md': 'text/markdown',
  '.json': 'application/json',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
};

/** Signs SharePoint does not take in a name, and names it keeps for itself. */
const forbiddenName = /["*:<>?/\\|]|^\s|\s$|\.$|^(?:con|prn|aux|nul|com\d|lpt\d|\.lock|desktop\.ini)$|^~\$|_vti_/i;

export function refuseBadName(name: string): void {
  if (name === '' || name.length > 400 || forbiddenName.test(name))
    throw new GraphError(
      400,
      'invalidRequest',
      'The provided name cannot contain any of the characters " * : < > ? / \\ |, begin or end with a space, or be reserved.',
    );
}

export interface FileToKeep {
  drive: string;
  parent: string;
  name: string;
  content: Uint8Array;
  mimeType: string | null;
  by: string;
  conflict: ConflictBehavior;
  /** Value of If-Match, when one was sent. */
  ifMatch: string | undefined;
  now: number;
}

/** Writes a file under a name. @throws GraphError 409 nameAlreadyExists, 412 */
export function keepFile(db: Database, file: FileToKeep): { item: DriveItem; isNew: boolean } {
  refuseBadName(file.name);
  // "Determined by logic on the server and might not be the value provided when the file was uploaded" (graph resources/file).
  const mimeType = mimeTypes[extname(file.name).toLowerCase()] ?? file.mimeType ?? 'application/octet-stream';
  const existing = childByName(db, file.drive, file.parent, file.name);
  if (!existing) return { item: addItem(db, { ...file, folder: false, mimeType }), isNew: true };
  if (file.ifMatch !== undefined && file.ifMatch !== '*' && file.ifMatch !== etagOfItem(existing))
    throw new GraphError(412, 'preconditionFailed', "ETag does not match current item's value");
  if (existing.folder || file.conflict === 'fail')
    throw new GraphError(409, 'nameAlreadyExists', 'An item with the same name already exists under the parent');
  if (file.conflict === 'replace')
    return { item: changeItem(db, existing, { content: file.content, mimeType, by: file.by, now: file.now }), isNew: false };
  return { item: addItem(db, { ...file, name: freeName(db, file), folder: false, mimeType }), isNew: true };
}

/** `Bilag.pdf` → `Bilag 1.pdf` */
export function freeName(db: Database, file: { drive: string; parent: string; name: string }): string {
  const ending = extname(file.name);
  const stem = file.name.slice(0, file.name.length - ending.length);
  for (let number = 1; ; number += 1) {
    const name = `${stem} ${number}${ending}`;
    if (!childByName(db, file.drive, file.parent, name)) return name;
  }
}
