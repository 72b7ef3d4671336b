import type { Database } from '../../database/database.ts';
import { newKey } from '../../ids.ts';
import type { Resource } from '../gateway/call.ts';
import type { Instance } from './eventStore.ts';

/** Attachments live on one mailbox copy, as in Exchange (gd#1818). */
export function hasAttachments(db: Database, instance: Instance): boolean {
  return db.get('SELECT 1 AS one FROM event_attachment WHERE event = ? LIMIT 1', instance.event.key) !== undefined;
}

interface AttachmentBody {
  name: string;
  contentType: string;
  size: number;
  isInline: boolean;
  contentId: string | null;
  lastModifiedDateTime: string;
}

export function attachmentResource(id: string, body: string, content: Uint8Array | null): Resource {
  return {
    '@odata.type': '#microsoft.graph.fileAttachment',
    '@odata.mediaContentType': (JSON.parse(body) as AttachmentBody).contentType,
    id,
    ...(JSON.parse(body) as AttachmentBody),
    contentLocation: null,
    contentBytes: content ? Buffer.from(content).toString('base64') : null,
  };
}

export function attachmentResources(db: Database, instance: Instance): Resource[] {
  return db
    .all<{ id: string; body: string; content: Uint8Array | null }>(
      'SELECT id, body, content FROM event_attachment WHERE event = ? ORDER BY id',
      instance.event.key,
    )
    .map(({ id, body, content }) => attachmentResource(id, body, content));
}

/** Keeps a file with an event's own row; for an occurrence that row must have been made (exceptionFrom). */
export function addAttachment(
  db: Database,
  event: string,
  file: { name: string; contentType: string; isInline: boolean; contentId: string | null; content: Uint8Array },
  now: number,
): Resource {
  const id = `AAMkAG${newKey(48)}=`;
  const body: AttachmentBody = {
    name: file.name,
    contentType: file.contentType,
    size: file.content.length,
    isInline: file.isInline,
    contentId: file.contentId,
    lastModifiedDateTime: new Date(now).toISOString(),
  };
  db.run('INSERT INTO event_attachment (event, id, body, content) VALUES (?,?,?,?)', event, id, JSON.stringify(body), file.content);
  return attachmentResource(id, JSON.stringify(body), file.content);
}
