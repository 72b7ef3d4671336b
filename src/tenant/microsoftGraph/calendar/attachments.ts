import type { Database } from '../../database/database.ts';
import type { Resource } from '../gateway/call.ts';
import type { Instance } from './eventStore.ts';

/** Attachments live on one mailbox copy, as in Exchange (gd#1818). */
export function hasAttachments(db: Database, instance: Instance): boolean {
  return db.get('SELECT 1 AS one FROM event_attachment WHERE event = ? LIMIT 1', instance.event.key) !== undefined;
}

export function attachmentResources(db: Database, instance: Instance): Resource[] {
  return db
    .all<{ id: string; body: string; content: Uint8Array | null }>(
      'SELECT id, body, content FROM event_attachment WHERE event = ? ORDER BY id',
      instance.event.key,
    )
    .map(({ id, body, content }) => ({
      '@odata.type': '#microsoft.graph.fileAttachment',
      id,
      ...(JSON.parse(body) as Resource),
      ...(content ? { contentBytes: Buffer.from(content).toString('base64') } : {}),
    }));
}
