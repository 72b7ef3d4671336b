import type { Database } from '../../database/database.ts';
import { TENANT_ID } from '../../known.ts';
import { created, ok, table, type GraphAnswer, type GraphCall, type Resource, type Route } from '../gateway/call.ts';
import { denied, GraphError, missing, refused } from '../gateway/graphError.ts';
import { parseExpand } from '../odata/expand.ts';
import { parseFilter } from '../odata/filter.ts';
import { context } from '../odata/paging.ts';
import { eventByKey } from '../calendar/eventStore.ts';
import { personBy } from '../directory/people.ts';
import { calendarEventIdOf, type ChatBody } from './meetingChats.ts';
import { messageBy, messagesPage, sendMessage } from './messages.ts';
import { openChat } from './newChats.ts';
import { makeChats, readChatBasics, readChatMessages, sendChatMessages } from './scopes.ts';
import { memberResource } from './teams.ts';

interface Chat {
  id: string;
  kind: string;
  body: ChatBody;
}

interface ChatRow {
  id: string;
  kind: string;
  body: string;
}

const fromRow = (row: ChatRow): Chat => ({ ...row, body: JSON.parse(row.body) as ChatBody });

/** A chat is there for its members only; to others it is a 403, as Teams answers. */
function chatFor(call: GraphCall): Chat {
  const { db } = call.tenant;
  const row = db.get<ChatRow>('SELECT * FROM chat WHERE id = ?', call.params['chat'] ?? '');
  if (!row) throw missing('teams');
  if (!db.get('SELECT 1 AS one FROM chat_member WHERE chat = ? AND person = ?', row.id, call.caller.id)) throw denied('teams');
  return fromRow(row);
}

function chatResource(db: Database, chat: Chat): Resource {
  const { meeting } = chat.body;
  const organiser = meeting ? personBy(db, meeting.mailbox) : undefined;
  return {
    id: chat.id,
    topic: chat.body.topic,
    createdDateTime: chat.body.createdDateTime,
    lastUpdatedDateTime: chat.body.createdDateTime,
    chatType: chat.kind,
    webUrl: `https://teams.microsoft.com/l/chat/${encodeURIComponent(chat.id)}/0?tenantId=${TENANT_ID}`,
    tenantId: TENANT_ID,
    viewpoint: null,
    onlineMeetingInfo: meeting
      ? {
          calendarEventId: calendarEventIdOf(meeting),
          joinWebUrl: meeting.joinUrl,
          organizer: {
            '@odata.type': '#microsoft.graph.teamworkUserIdentity',
            id: organiser?.id ?? meeting.mailbox,
            displayName: organiser?.displayName ?? null,
            userIdentityType: 'aadUser',
            tenantId: TENANT_ID,
          },
        }
      : null,
  };
}

function members(db: Database, chat: Chat): Resource[] {
  return db.all<{ person: string }>('SELECT person FROM chat_member WHERE chat = ?', chat.id).flatMap(({ person }) => {
    const known = personBy(db, person);
    return known ? [memberResource(known, chat.body.meeting === null || person === chat.body.meeting.mailbox, chat.id)] : [];
  });
}

/** 201 with the chat, also where it was there before (graph chat-post). */
function postChat(call: GraphCall): GraphAnswer {
  const id = openChat(call);
  const row = call.tenant.db.get<ChatRow>('SELECT * FROM chat WHERE id = ?', id);
  if (!row) throw missing('teams');
  return created({ '@odata.context': context(call, 'chats/$entity'), ...chatResource(call.tenant.db, fromRow(row)) });
}

function present(call: GraphCall, chat: Chat): Resource {
  const result = chatResource(call.tenant.db, chat);
  for (const { name } of parseExpand(call.query.get('expand'))) {
    if (name === 'members') result['members'] = members(call.tenant.db, chat);
    else if (name !== 'lastMessagePreview') throw refused('teams', `The navigation property '${name}' cannot be expanded.`);
  }
  return result;
}

const getChat = (call: GraphCall): GraphAnswer => ok({ '@odata.context': context(call, 'chats/$entity'), ...present(call, chatFor(call)) });

/** Historically without meeting chats (gd#10521, an issue); they are addressed by id. */
function listChats(call: GraphCall): GraphAnswer {
  const rows = call.tenant.db.all<ChatRow>(
    "SELECT chat.* FROM chat JOIN chat_member ON chat_member.chat = chat.id WHERE chat_member.person = ? AND chat.kind <> 'meeting'",
    call.caller.id,
  );
  return ok({ '@odata.context': context(call, 'chats'), '@odata.count': rows.length, value: rows.map((row) => present(call, fromRow(row))) });
}

const listMembers = (call: GraphCall): GraphAnswer => {
  const value = members(call.tenant.db, chatFor(call));
  return ok({ '@odata.context': context(call, 'members'), '@odata.count': value.length, value });
};

const listMessages = (call: GraphCall): GraphAnswer =>
  ok({ '@odata.context': context(call, 'messages'), ...messagesPage(call, chatFor(call).id, null) });

const getMessage = (call: GraphCall): GraphAnswer => {
  const message = messageBy(call.tenant.db, chatFor(call).id, call.params['message'] ?? '');
  if (!message) throw missing('teams');
  return ok({ '@odata.context': context(call, 'messages/$entity'), ...message });
};

const postMessage = (call: GraphCall): GraphAnswer =>
  created({ '@odata.context': context(call, 'messages/$entity'), ...sendMessage(call, { kind: 'chat', id: chatFor(call).id }, null) });

/** `/me/onlineMeetings?$filter=JoinWebUrl eq '…'` works for organiser and invited (graph onlinemeeting-get); nothing else is listed. */
function findOnlineMeeting(call: GraphCall): GraphAnswer {
  const text = call.query.get('filter');
  const filter = text === undefined ? undefined : parseFilter(text);
  if (filter?.kind !== 'compare' || filter.path.toLowerCase() !== 'joinweburl' || filter.operator !== 'eq' || typeof filter.value !== 'string') {
    throw new GraphError(400, 'BadRequest', 'A filter on JoinWebUrl is required to find online meetings.');
  }
  const { db } = call.tenant;
  const wanted = [filter.value, decodeURIComponent(filter.value)];
  const row = db
    .all<ChatRow>(
      "SELECT chat.* FROM chat JOIN chat_member ON chat_member.chat = chat.id WHERE chat_member.person = ? AND chat.kind = 'meeting'",
      call.caller.id,
    )
    .map(fromRow)
    .find(({ body }) => body.meeting && (wanted.includes(body.meeting.joinUrl) || wanted.includes(decodeURIComponent(body.meeting.joinUrl))));
  return ok({ '@odata.context': context(call, 'onlineMeetings'), value: row ? [onlineMeetingResource(db, row)] : [] });
}

function onlineMeetingResource(db: Database, chat: Chat): Resource {
  const { meeting } = chat.body;
  const event = meeting ? eventByKey(db, meeting.eventKey) : undefined;
  const organiser = meeting ? personBy(db, meeting.mailbox) : undefined;
  return {
    id: Buffer.from(`1*${organiser?.id ?? ''}*0**${chat.id}`).toString('base64'),
    creationDateTime: chat.body.createdDateTime,
    startDateTime: event ? new Date(event.start).toISOString() : null,
    endDateTime: event ? new Date(event.end).toISOString() : null,
    joinWebUrl: meeting?.joinUrl ?? null,
    subject: event?.body.subject ?? chat.body.topic,
    chatInfo: { threadId: chat.id, messageId: '0', replyChainMessageId: null },
    participants: {
      organizer: {
        upn: organiser?.upn ?? null,
        role: 'presenter',
        identity: { user: { id: organiser?.id ?? null, displayName: organiser?.displayName ?? null, tenantId: TENANT_ID } },
      },
      attendees: [],
    },
  };
}

export const chatRoutes: Route[] = table('teams')(
  ['GET /chats', readChatBasics, listChats],
  ['POST /chats', makeChats, postChat],
  ['GET /users/{user}/chats', readChatBasics, listChats],
  ['GET /chats/{chat}', readChatBasics, getChat],
  ['GET /users/{user}/chats/{chat}', readChatBasics, getChat],
  ['GET /chats/{chat}/members', [...readChatBasics, 'ChatMember.Read'], listMembers],
  ['GET /chats/{chat}/messages', readChatMessages, listMessages],
  ['GET /users/{user}/chats/{chat}/messages', readChatMessages, listMessages],
  ['POST /chats/{chat}/messages', sendChatMessages, postMessage],
  ['GET /chats/{chat}/messages/{message}', readChatMessages, getMessage],
  ['GET /users/{user}/onlineMeetings', ['OnlineMeetings.Read', 'OnlineMeetings.ReadWrite'], findOnlineMeeting],
);
