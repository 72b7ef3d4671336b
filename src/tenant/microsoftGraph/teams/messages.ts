import { z } from 'zod';
import type { Database } from '../../database/database.ts';
import { nextChange } from '../../database/changes.ts';
import { newGuid } from '../../ids.ts';
import { TENANT_ID } from '../../known.ts';
import type { Caller, GraphCall, Resource } from '../gateway/call.ts';
import { GraphError, refused } from '../gateway/graphError.ts';
import { personBy } from '../directory/people.ts';
import { parseExpand } from '../odata/expand.ts';
import { nextLink } from '../odata/paging.ts';
import { readMessageHtml } from './messageHtml.ts';

/** Where a message stands: a channel of a team, or a chat. */
export type Thread = { kind: 'channel'; id: string; team: string } | { kind: 'chat'; id: string };

/** About 28 KB, counted as UTF-16 over the whole payload (Teams limits; BotFramework-Services#228). */
export const messageLimit = 28 * 1024;

const mentionShape = z.looseObject({ id: z.number().int(), mentionText: z.string().nullish(), mentioned: z.looseObject({}) });

const shape = z.looseObject({
  subject: z.string().nullish(),
  summary: z.string().nullish(),
  importance: z.enum(['normal', 'high', 'urgent']).nullish(),
  body: z.object({ contentType: z.string().nullish(), content: z.string().nullish() }).nullish(),
  attachments: z
    .array(
      z.looseObject({
        id: z.string().nullish(),
        contentType: z.string().nullish(),
        contentUrl: z.string().nullish(),
        content: z.string().nullish(),
        name: z.string().nullish(),
        thumbnailUrl: z.string().nullish(),
      }),
    )
    .nullish(),
  mentions: z.array(mentionShape).nullish(),
  hostedContents: z.array(z.unknown()).nullish(),
});

const writable = new Set([
  ...Object.keys(shape.shape),
  'id',
  'replyToId',
  'etag',
  'messageType',
  'createdDateTime',
  'lastModifiedDateTime',
  'from',
  'webUrl',
  'locale',
]);

/** Checks and keeps a message sent by a person. @throws GraphError 400, 413 */
export function sendMessage(call: GraphCall, thread: Thread, replyTo: string | null): Resource {
  if (call.bytes.toString('utf8').length * 2 > messageLimit)
    throw new GraphError(413, 'RequestEntityTooLarge', 'Request Entity too large: the message exceeds the limit of 28 KB.', {
      innerCode: 'MessageSizeTooBig',
    });
  const parsed = shape.safeParse(call.body);
  if (!parsed.success)
    throw refused('teams', `Invalid message: ${parsed.error.issues[0]?.path.join('.') ?? ''} ${parsed.error.issues[0]?.message ?? ''}`);
  const given = parsed.data;
  const unknown = Object.keys(given).find((name) => !writable.has(name) && !name.includes('@'));
  if (unknown !== undefined) throw refused('teams', `The property '${unknown}' does not exist on type 'microsoft.graph.chatMessage'.`);
  if (given.body === undefined || given.body === null) throw refused('teams', 'Missing body content');
  const type = (given.body.contentType ?? 'text').toLowerCase();
  if (type !== 'html' && type !== 'text') throw refused('teams', `Invalid contentType '${type}'.`);
  const content = given.body.content ?? '';
  const html = type === 'html' ? readMessageHtml(content) : undefined;
  const attachments = given.attachments ?? [];
  for (const id of html?.attachments ?? []) {
    if (!attachments.some((attachment) => attachment.id === id))
      throw refused('teams', `Attachment with id '${id}' is in the body but not in the attachments of the message.`);
  }
  for (const attachment of attachments) refuseBadAttachment(attachment, html?.attachments ?? []);
  const mentions = given.mentions ?? [];
  refuseBadMentions(call.tenant.db, mentions, html?.mentions ?? []);
  if (content.trim() === '' && attachments.length === 0 && !given.hostedContents?.length) throw refused('teams', 'Missing body content');
  return addMessage(call.tenant.db, thread, {
    by: call.caller,
    now: call.tenant.now(),
    replyTo,
    subject: given.subject ?? null,
    importance: given.importance ?? 'normal',
    body: { contentType: type, content: html?.html ?? content },
    attachments: attachments.map((attachment) => ({
      id: attachment.id ?? newGuid(),
      contentType: attachment.contentType ?? null,
      contentUrl: attachment.contentUrl ?? null,
      content: attachment.content ?? null,
      name: attachment.name ?? null,
      thumbnailUrl: attachment.thumbnailUrl ?? null,
      teamsAppId: null,
    })),
    mentions: mentions.map((mention) => ({ ...mention })),
  });
}

/**
 * Body and mentions name each other one by one (graph chatmessage-post, example 2: ids match), and each mention names somebody of the directory. What Graph says of
 * a person outside the channel is not documented: such a mention is taken, and reaches nobody. To be confirmed on a real tenant.
 */
function refuseBadMentions(db: Database, mentions: readonly z.infer<typeof mentionShape>[], inBody: readonly string[]): void {
  const ids = mentions.map(({ id }) => String(id));
  const unknown = inBody.find((id) => !ids.includes(id));
  if (unknown !== undefined) throw refused('teams', `Mention with id '${unknown}' is in the body but not in the mentions of the message.`);
  const unused = ids.find((id) => !inBody.includes(id));
  if (unused !== undefined) throw refused('teams', `Mention with id '${unused}' is in the mentions but not in the body of the message.`);
  if (new Set(ids).size < ids.length) throw refused('teams', 'Two mentions of the message have the same id.');
  for (const { id, mentionText, mentioned } of mentions) {
    if (!mentionText) throw refused('teams', `Mention with id '${id}' has no mentionText.`);
    const user = mentionedUser.safeParse(mentioned['user']);
    // What is mentioned otherwise, a channel or a team, is not looked at.
    if (mentioned['user'] === undefined || mentioned['user'] === null) continue;
    if (!user.success || personBy(db, user.data.id)?.id !== user.data.id)
      throw refused('teams', `The user of the mention with id '${id}' was not found.`);
  }
}

const mentionedUser = z.looseObject({ id: z.string(), displayName: z.string().nullish(), userIdentityType: z.enum(['aadUser']).nullish() });

const cardType = 'application/vnd.microsoft.card.adaptive';

function refuseBadAttachment(
  attachment: { id?: string | null | undefined; contentType?: string | null | undefined; content?: string | null | undefined },
  inBody: string[],
): void {
  if (attachment.contentType !== cardType) return;
  if (!attachment.id || !inBody.includes(attachment.id))
    throw refused('teams', 'A card attachment must be referenced in the body with <attachment id="…"></attachment>.');
  try {
    const card: unknown = JSON.parse(attachment.content ?? '');
    if (typeof card === 'object' && card !== null && (card as Resource)['type'] === 'AdaptiveCard') return;
  } catch {
    // Falls through to the same refusal.
  }
  throw refused('teams', 'The content of a card attachment must be the JSON of an Adaptive Card, written as a string.');
}

export interface NewMessage {
  by: Pick<Caller, 'id' | 'name'>;
  now: number;
  replyTo: string | null;
  subject: string | null;
  importance: string;
  body: { contentType: string; content: string };
  attachments: Resource[];
  mentions: Resource[];
}

/** Message ids are the millisecond they were made at; two in one millisecond get neighbours. */
export function addMessage(db: Database, thread: Thread, message: NewMessage): Resource {
  // A clock that is finer than that makes no finer ids.
  let at = Math.floor(message.now);
  while (db.get('SELECT 1 AS one FROM message WHERE thread = ? AND id = ?', thread.id, String(at))) at += 1;
  const id = String(at);
  const time = new Date(at).toISOString();
  const resource: Resource = {
    id,
    replyToId: message.replyTo,
    etag: id,
    messageType: 'message',
    createdDateTime: time,
    lastModifiedDateTime: time,
    lastEditedDateTime: null,
    deletedDateTime: null,
    subject: message.subject,
    summary: null,
    chatId: thread.kind === 'chat' ? thread.id : null,
    importance: message.importance,
    locale: 'da-dk',
    webUrl: thread.kind === 'chat' ? null : messageUrl(thread, id, message.replyTo, at),
    policyViolation: null,
    eventDetail: null,
    from: {
      application: null,
      device: null,
      user: {
        '@odata.type': '#microsoft.graph.teamworkUserIdentity',
        id: message.by.id,
        displayName: message.by.name,
        userIdentityType: 'aadUser',
        tenantId: TENANT_ID,
      },
    },
    body: message.body,
    channelIdentity: thread.kind === 'channel' ? { teamId: thread.team, channelId: thread.id } : null,
    attachments: message.attachments,
    mentions: message.mentions,
    reactions: [],
  };
  db.run(
    'INSERT INTO message (thread, id, reply_to, created_at, changed, body) VALUES (?,?,?,?,?,?)',
    thread.id,
    id,
    message.replyTo,
    at,
    nextChange(db),
    JSON.stringify(resource),
  );
  return resource;
}

/** Empties a message and marks it as deleted: it keeps its place, its id and its answers. */
export function softDeleteMessage(db: Database, thread: string, message: Resource, now: number): void {
  const deleted = {
    ...message,
    deletedDateTime: new Date(now).toISOString(),
    body: { contentType: 'html', content: '' },
    attachments: [],
    mentions: [],
  };
  const id = String(message['id']);
  db.run('UPDATE message SET body = ?, changed = ? WHERE thread = ? AND id = ?', JSON.stringify(deleted), nextChange(db), thread, id);
}

function messageUrl(thread: { id: string; team: string }, id: string, replyTo: string | null, at: number): string {
  return `https://teams.microsoft.com/l/message/${encodeURIComponent(thread.id)}/${id}?groupId=${thread.team}&tenantId=${TENANT_ID}&createdTime=${at}&parentMessageId=${replyTo ?? id}`;
}

const defaultPage = 20;
const mostPerPage = 50;

/** Newest first; 20 a page, 50 at most. Replies are listed under their message only. */
export function messagesPage(call: GraphCall, thread: string, replyTo: string | null): Resource {
  const top = call.query.count('top', 1) ?? defaultPage;
  if (top > mostPerPage) throw refused('teams', `Limit on $top is ${mostPerPage}.`);
  const before = Number(call.query.get('skiptoken') ?? Number.MAX_SAFE_INTEGER);
  const rows = call.tenant.db.all<{ body: string; created_at: number }>(
    `SELECT body, created_at FROM message WHERE thread = ? AND reply_to IS ? AND created_at < ? ORDER BY created_at DESC LIMIT ?`,
    thread,
    replyTo,
    before,
    top + 1,
  );
  const page = rows.slice(0, top);
  const withReplies = expandsReplies(call, replyTo === null);
  return {
    '@odata.count': page.length,
    value: page.map(({ body }) => shown(call.tenant.db, thread, body, withReplies)),
    ...(rows.length > top ? { '@odata.nextLink': nextLink(call, '$skiptoken', String(page.at(-1)?.created_at ?? 0)) } : {}),
  };
}

/** @throws GraphError 400 for anything else to expand, and for the answers of an answer */
function expandsReplies(call: GraphCall, possible: boolean): boolean {
  const expanded = parseExpand(call.query.get('expand')).map(({ name }) => name.toLowerCase());
  const unknown = expanded.find((name) => name !== 'replies' || !possible);
  if (unknown !== undefined) throw refused('teams', `The navigation property '${unknown}' cannot be expanded.`);
  return expanded.length > 0;
}

function shown(db: Database, thread: string, body: string, withReplies: boolean): Resource {
  const message = JSON.parse(body) as Resource;
  return withReplies ? { ...message, replies: repliesOf(db, thread, String(message['id'])) } : message;
}

/** A page of the first messages that came or were answered after the token's change. @throws GraphError 400 for a token of another place */
export function messageChanges(call: GraphCall, thread: string): Resource {
  const top = call.query.count('top', 1) ?? defaultPage;
  if (top > mostPerPage) throw refused('teams', `Limit on $top is ${mostPerPage}.`);
  const token = call.query.get('skiptoken') ?? call.query.get('deltatoken');
  const [place, number] = Buffer.from(token ?? '', 'base64url')
    .toString('utf8')
    .split(' ');
  const since = Number(number ?? 0);
  if (token !== undefined && (place !== thread || !Number.isInteger(since))) throw refused('teams', 'The delta token is not valid.');
  const { db } = call.tenant;
  const rows = db.all<{ body: string; at: number }>(
    `SELECT body, at FROM (
       SELECT body, max(changed, coalesce((SELECT max(changed) FROM message AS reply WHERE reply.thread = message.thread AND reply.reply_to = message.id), 0)) AS at
       FROM message WHERE thread = ? AND reply_to IS NULL)
     WHERE at > ? ORDER BY at LIMIT ?`,
    thread,
    since,
    top + 1,
  );
  const page = rows.slice(0, top);
  const withReplies = expandsReplies(call, true);
  const next = Buffer.from(`${thread} ${page.at(-1)?.at ?? since}`).toString('base64url');
  return {
    value: page.map(({ body }) => ({ '@odata.type': '#microsoft.graph.chatMessage', ...shown(db, thread, body, withReplies) })),
    ...(rows.length > top
      ? { '@odata.nextLink': withoutToken(nextLink(call, '$skiptoken', next), '$deltatoken') }
      : { '@odata.deltaLink': withoutToken(nextLink(call, '$deltatoken', next), '$skiptoken') }),
  };
}

function withoutToken(link: string, name: string): string {
  const url = new URL(link);
  url.searchParams.delete(name);
  return url.href.replaceAll('%24', '$');
}

/** All answers to a message, oldest first, as `$expand=replies` gives them. */
function repliesOf(db: Database, thread: string, id: string): Resource[] {
  return db
    .all<{ body: string }>('SELECT body FROM message WHERE thread = ? AND reply_to = ? ORDER BY created_at', thread, id)
    .map(({ body }) => JSON.parse(body) as Resource);
}

export function messageBy(db: Database, thread: string, id: string): Resource | undefined {
  const row = db.get<{ body: string }>('SELECT body FROM message WHERE thread = ? AND id = ?', thread, id);
  return row && (JSON.parse(row.body) as Resource);
}
