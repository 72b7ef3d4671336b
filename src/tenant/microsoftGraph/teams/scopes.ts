/** Delegated permissions per kind of call, least first (graph permissions reference). */
export const readTeams = ['Team.ReadBasic.All', 'TeamSettings.Read.All', 'Group.Read.All', 'Group.ReadWrite.All'] as const;
export const readTeamMembers = ['TeamMember.Read.All', 'Group.Read.All', 'Group.ReadWrite.All'] as const;
export const readChannels = ['Channel.ReadBasic.All', 'Group.Read.All', 'Group.ReadWrite.All'] as const;
export const readChannelMembers = ['ChannelMember.Read.All', 'ChannelMember.ReadWrite.All'] as const;
export const readFilesFolder = [
  'Files.Read',
  'Files.Read.All',
  'Files.ReadWrite',
  'Files.ReadWrite.All',
  'Sites.Read.All',
  'Sites.ReadWrite.All',
  'Sites.Manage.All',
  'Group.Read.All',
] as const;
export const sendChannelMessages = ['ChannelMessage.Send', 'Group.ReadWrite.All'] as const;
export const changeChannelMessages = ['ChannelMessage.ReadWrite'] as const;
export const readChannelMessages = ['ChannelMessage.Read.All', 'Group.Read.All'] as const;
export const makeChats = ['Chat.Create', 'Chat.ReadWrite'] as const;
export const readChatBasics = ['Chat.ReadBasic', 'Chat.Read', 'Chat.ReadWrite'] as const;
export const readChatMessages = ['Chat.Read', 'Chat.ReadWrite'] as const;
export const sendChatMessages = ['ChatMessage.Send', 'Chat.ReadWrite'] as const;
export const readTabs = ['TeamsTab.Read.All', 'TeamsTab.ReadWrite.All', 'Group.Read.All'] as const;
export const writeTabs = ['TeamsTab.ReadWrite.All', 'Group.ReadWrite.All'] as const;
