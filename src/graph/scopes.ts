/** Every permission we ask for, by what it is for. Delegated ones only: a person can never do more with Dagsorden than without. */
export const scopes = {
  profile: ['User.Read'],
  people: ['User.ReadBasic.All'],
  calendar: ['Calendars.ReadWrite'],
  lists: ['Sites.ReadWrite.All'],
  prepare: ['Sites.Manage.All'],
  teams: ['Team.ReadBasic.All'],
  channels: ['Channel.ReadBasic.All'],
  channelMembers: ['ChannelMember.Read.All'],
  post: ['ChannelMessage.Send'],
  chat: ['Chat.ReadBasic'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ScopeUse = keyof typeof scopes;

export interface ScopeLine {
  readonly scope: string;
  /** The calls that need it, as "METHOD /path". */
  readonly calls: readonly string[];
  /** Asked only from the person who does this, or always? */
  readonly askedFrom: 'everyone' | 'whoever prepares a site';
  /** Outside what Microsoft's managed policy lets a person consent to; an administrator consents once for all. */
  readonly administratorInPractice: boolean;
}

/** The permissions table of the documentation is checked against this one. */
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
      'PATCH /me/events/{id}',
      'POST /me/events/{id}/accept',
      'POST /me/events/{id}/decline',
      'POST /me/events/{id}/extensions',
      'PATCH /me/events/{id}/extensions/{name}',
    ],
    askedFrom: 'everyone',
    administratorInPractice: true,
  },
  {
    scope: 'Sites.ReadWrite.All',
    calls: [
      'GET /groups/{id}/sites/root',
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
    ],
    askedFrom: 'everyone',
    administratorInPractice: true,
  },
  {
    scope: 'Sites.Manage.All',
    calls: [
      'POST /sites/{id}/lists',
      'POST /sites/{id}/lists/{name}/columns',
      'PATCH /sites/{id}/lists/{name}/columns/{column}',
      'DELETE /sites/{id}/lists/{name}/columns/{column}',
    ],
    askedFrom: 'whoever prepares a site',
    administratorInPractice: false,
  },
  { scope: 'Team.ReadBasic.All', calls: ['GET /me/joinedTeams'], askedFrom: 'everyone', administratorInPractice: false },
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
  { scope: 'ChannelMessage.Send', calls: ['POST /teams/{id}/channels/{id}/messages'], askedFrom: 'everyone', administratorInPractice: false },
  { scope: 'Chat.ReadBasic', calls: ['GET /chats/{id}'], askedFrom: 'everyone', administratorInPractice: false },
];
