/** Every permission we ask for, by what it is for. Delegated ones only: a person can never do more with Dagsorden than without. */
export const scopes = {
  profile: ['User.Read'],
  people: ['User.ReadBasic.All'],
  calendar: ['Calendars.ReadWrite'],
  sharedCalendar: ['Calendars.ReadWrite.Shared'],
  lists: ['Sites.ReadWrite.All'],
  prepare: ['Sites.Manage.All'],
  teams: ['Team.ReadBasic.All'],
  channels: ['Channel.ReadBasic.All'],
  channelMembers: ['ChannelMember.Read.All'],
  post: ['ChannelMessage.Send'],
  chat: ['Chat.ReadBasic'],
  tell: ['Chat.Create', 'ChatMessage.Send'],
  notes: ['Files.ReadWrite.AppFolder'],
  tasks: ['Tasks.ReadWrite'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ScopeUse = keyof typeof scopes;
