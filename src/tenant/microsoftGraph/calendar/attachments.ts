import { z } from 'zod';
import { created, noContent, ok, table, type GraphAnswer, type GraphCall, type Resource, type Route } from '../gateway/call.ts';
import { GraphError, missing } from '../gateway/graphError.ts';
import { context } from '../odata/paging.ts';
import { openUpload } from '../files/uploads.ts';
import { addAttachment, attachmentResource, attachmentResources } from './attachmentStore.ts';
import { eventInPath, writable } from './eventPath.ts';
import { lowerFirst } from './eventInput.ts';
import { saveEvent } from './eventStore.ts';
import { calendarAccess } from './mailboxes.ts';
import { exceptionFrom } from './meetings.ts';
import { readEvents, writeEvents } from './scopes.ts';

/** Larger ones need an upload session (graph outlook-large-attachments). */
const mostBytesAtOnce = 3 * 1024 * 1024;
const mostBytes = 150 * 1024 * 1024;

const shape = z.looseObject({
  '@odata.type': z.string().optional(),
  name: z.string().min(1),
  contentBytes: z.string(),
  contentType: z.string().nullish(),
  isInline: z.boolean().nullish(),
  contentId: z.string().nullish(),
});

function rowFor(call: GraphCall): string {
  const instance = eventInPath(call, writable(calendarAccess(call)));
  return instance.type === 'occurrence' ? saveEvent(call.tenant.db, exceptionFrom(instance, call.tenant.now())).key : instance.event.key;
}

function post(call: GraphCall): GraphAnswer {
  const parsed = shape.safeParse(lowerFirst(call.body));
  if (!parsed.success || !/fileAttachment$/i.test(parsed.data['@odata.type'] ?? '')) {
    throw new GraphError(400, 'ErrorInvalidRequest', "An attachment needs '@odata.type' '#microsoft.graph.fileAttachment', a name and contentBytes.");
  }
  const { name, contentBytes, contentType, isInline, contentId } = parsed.data;
  const content = Buffer.from(contentBytes, 'base64');
  if (content.length >= mostBytesAtOnce)
    throw new GraphError(413, 'RequestEntityTooLarge', 'Attachments of 3 MB or more are sent through an upload session.');
  const resource = addAttachment(
    call.tenant.db,
    rowFor(call),
    { name, content, contentType: contentType ?? 'application/octet-stream', isInline: isInline ?? false, contentId: contentId ?? null },
    call.tenant.now(),
  );
  return created({ '@odata.context': context(call, 'attachments/$entity'), ...resource });
}

const list = (call: GraphCall): GraphAnswer => {
  const value = attachmentResources(call.tenant.db, eventInPath(call, calendarAccess(call)));
  return ok({ '@odata.context': context(call, 'attachments'), value });
};

function found(call: GraphCall): { event: string; resource: Resource; content: Uint8Array } {
  const instance = eventInPath(call, calendarAccess(call));
  const row = call.tenant.db.get<{ id: string; body: string; content: Uint8Array | null }>(
    'SELECT id, body, content FROM event_attachment WHERE event = ? AND id = ?',
    instance.event.key,
    call.params['attachment'] ?? '',
  );
  if (!row) throw missing('outlook');
  return { event: instance.event.key, resource: attachmentResource(row.id, row.body, row.content), content: row.content ?? new Uint8Array() };
}

const get = (call: GraphCall): GraphAnswer => ok({ '@odata.context': context(call, 'attachments/$entity'), ...found(call).resource });

const getValue = (call: GraphCall): GraphAnswer => {
  const { resource, content } = found(call);
  return { status: 200, bytes: content, headers: { 'Content-Type': String(resource['contentType']) } };
};

const remove = (call: GraphCall): GraphAnswer => {
  writable(calendarAccess(call));
  const { event, resource } = found(call);
  call.tenant.db.run('DELETE FROM event_attachment WHERE event = ? AND id = ?', event, String(resource['id']));
  return noContent;
};

const sessionShape = z.object({
  attachmentItem: z.looseObject({
    attachmentType: z.string(),
    name: z.string().min(1),
    size: z.number().int().min(1),
    contentType: z.string().nullish(),
    isInline: z.boolean().nullish(),
  }),
});

/** 3–150 MB: pieces of at most 4 MB in order to an address that wants no token (graph attachment-createuploadsession). */
function createSession(call: GraphCall): GraphAnswer {
  const parsed = sessionShape.safeParse(lowerFirst(call.body));
  if (!parsed.success) throw new GraphError(400, 'ErrorInvalidRequest', 'AttachmentItem needs attachmentType, name and size.');
  const { name, size, contentType } = parsed.data.attachmentItem;
  if (size < mostBytesAtOnce)
    throw new GraphError(400, 'ErrorAttachmentSizeShouldNotBeLessThanMinimumSize', 'Attachments under 3 MB are posted directly.');
  if (size > mostBytes) throw new GraphError(413, 'ErrorAttachmentSizeLimitExceeded', 'The attachment is larger than 150 MB.');
  const session = openUpload(call.tenant, {
    kind: 'attachment',
    event: rowFor(call),
    name,
    size,
    contentType: contentType ?? 'application/octet-stream',
  });
  return created({ '@odata.context': context(call, 'uploadSession'), ...session });
}

const root = '/users/{user}/events/{event}/attachments';

export const attachmentRoutes: Route[] = table('outlook')(
  [`GET ${root}`, readEvents, list],
  [`POST ${root}`, writeEvents, post],
  [`POST ${root}/createUploadSession`, writeEvents, createSession],
  [`GET ${root}/{attachment}`, readEvents, get],
  [`GET ${root}/{attachment}/$value`, readEvents, getValue],
  [`DELETE ${root}/{attachment}`, writeEvents, remove],
);
