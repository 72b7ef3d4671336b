import type { scopes } from './scopes.ts';

/** One permission, and why we ask for it. */
export interface ScopeLine {
  readonly scope: (typeof scopes)[keyof typeof scopes][number];
  /** The calls that need it, as "METHOD /path". */
  readonly calls: readonly string[];
  /** Asked only from the person who does this, or always? */
  readonly askedFrom:
    | 'everyone'
    | 'whoever has somebody told in a chat'
    | 'whoever prepares a site'
    | 'whoever opens a shared calendar'
    | 'whoever writes a note'
    | 'whoever puts a task in their To Do';
  /** Outside what Microsoft's managed policy lets a person consent to; an administrator consents once for all. */
  readonly administratorInPractice: boolean;
}

/** Every permission of scopes.ts with the calls that need it: the permissions table of the documentation is checked against it, and so are our calls. */
export const scopeTable: readonly ScopeLine[] = [
  { scope: 'User.Read', calls: ['GET /me', 'POST /me/translateExchangeIds'], askedFrom: 'everyone', administratorInPractice: false },
  { scope: 'User.ReadBasic.All', calls: ['GET /users'], askedFrom: 'everyone', administratorInPractice: false },
  {
    scope: 'Calendars.ReadWrite',
    calls: [
      'GET /me/calendarView',
      'GET /me/events',
      'GET /me/events/{id}',
      'GET /me/events/{id}/instances',
      'POST /me/events',
      'POST /me/events/{id}/cancel',
      'PATCH /me/events/{id}',
      'POST /me/events/{id}/accept',
      'POST /me/events/{id}/decline',
      'POST /me/events/{id}/tentativelyAccept',
      'POST /me/events/{id}/extensions',
      'PATCH /me/events/{id}/extensions/{name}',
    ],
    askedFrom: 'everyone',
    administratorInPractice: true,
  },
  {
    scope: 'Calendars.ReadWrite.Shared',
    calls: [
      'GET /users/{id}/events/{id}',
      'GET /users/{id}/events/{id}/instances',
      'PATCH /users/{id}/events/{id}',
      'GET /users/{id}/calendarView',
      'POST /users/{id}/events',
      'POST /users/{id}/events/{id}/cancel',
    ],
    askedFrom: 'whoever opens a shared calendar',
    administratorInPractice: true,
  },
  {
    scope: 'Sites.ReadWrite.All',
    calls: [
      'GET /groups/{id}/sites/root',
      'GET /sites',
      'GET /sites/{id}',
      'GET /sites/{id}/lists',
      'GET /sites/{id}/lists/{name}',
      'GET /sites/{id}/lists/{name}/columns',
      'GET /sites/{id}/lists/{name}/items',
      'GET /sites/{id}/lists/{name}/items/{item}',
      'POST /sites/{id}/lists/{name}/items',
      'PATCH /sites/{id}/lists/{name}/items/{item}/fields',
      'DELETE /sites/{id}/lists/{name}/items/{item}',
      'GET /teams/{id}/channels/{id}/filesFolder',
      'GET /drives/{id}/root',
      'GET /sites/{id}/drive',
      'GET /drives/{id}/items/{item}',
      'GET /drives/{id}/items/{item}/children',
      'POST /drives/{id}/items/{item}/children',
      'PUT /drives/{id}/items/{item}/content',
      'POST /drives/{id}/items/{item}/createUploadSession',
      'DELETE /drives/{id}/items/{item}',
    ],
    askedFrom: 'everyone',
    administratorInPractice: true,
  },
  {
    scope: 'Sites.Manage.All',
    calls: [
      'POST /sites/{id}/lists',
      'DELETE /sites/{id}/lists/{name}',
      'POST /sites/{id}/lists/{name}/columns',
      'PATCH /sites/{id}/lists/{name}/columns/{column}',
      'DELETE /sites/{id}/lists/{name}/columns/{column}',
    ],
    askedFrom: 'whoever prepares a site',
    administratorInPractice: false,
  },
  { scope: 'Team.ReadBasic.All', calls: ['GET /me/joinedTeams', 'GET /teams/{id}'], askedFrom: 'everyone', administratorInPractice: false },
  {
    scope: 'Channel.ReadBasic.All',
    calls: ['GET /teams/{id}/channels', 'GET /teams/{id}/primaryChannel'],
    askedFrom: 'everyone',
    administratorInPractice: false,
  },
  {
    scope: 'ChannelMember.Read.All',
    calls: ['GET /teams/{id}/channels/{id}/members'],
    askedFrom: 'everyone',
    administratorInPractice: true,
  },
  {
    scope: 'ChannelMessage.Send',
    calls: ['POST /teams/{id}/channels/{id}/messages', 'POST /teams/{id}/channels/{id}/messages/{id}/replies'],
    askedFrom: 'everyone',
    administratorInPractice: false,
  },
  { scope: 'Chat.ReadBasic', calls: ['GET /chats/{id}'], askedFrom: 'everyone', administratorInPractice: false },
  { scope: 'Chat.Create', calls: ['POST /chats'], askedFrom: 'whoever has somebody told in a chat', administratorInPractice: false },
  {
    scope: 'ChatMessage.Send',
    calls: ['POST /chats/{id}/messages'],
    askedFrom: 'whoever has somebody told in a chat',
    administratorInPractice: false,
  },
  {
    scope: 'Files.ReadWrite.AppFolder',
    calls: ['GET /me/drive/special/approot', 'PUT /me/drive/special/approot/content'],
    askedFrom: 'whoever writes a note',
    administratorInPractice: false,
  },
  {
    scope: 'Tasks.ReadWrite',
    calls: ['GET /me/todo/lists', 'GET /me/todo/lists/{id}/tasks', 'POST /me/todo/lists/{id}/tasks', 'PATCH /me/todo/lists/{id}/tasks/{id}'],
    askedFrom: 'whoever puts a task in their To Do',
    administratorInPractice: true,
  },
];
