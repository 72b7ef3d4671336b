import type { Route } from './gateway/call.ts';
import { answerRoutes } from './calendar/answers.ts';
import { attachmentRoutes } from './calendar/attachments.ts';
import { calendarRoutes } from './calendar/calendars.ts';
import { calendarDeltaRoutes } from './calendar/delta.ts';
import { eventRoutes } from './calendar/events.ts';
import { extensionRoutes } from './calendar/extensions.ts';
import { groupRoutes } from './directory/groups.ts';
import { userRoutes } from './directory/users.ts';
import { driveRoutes } from './files/drives.ts';
import { columnRoutes } from './sharepoint/columns.ts';
import { itemRoutes } from './sharepoint/items.ts';
import { listRoutes } from './sharepoint/lists.ts';
import { searchRoutes } from './sharepoint/search.ts';
import { siteRoutes } from './sharepoint/sites.ts';
import { checklistRoutes } from './tasks/checklist.ts';
import { plannerRoutes } from './tasks/planner.ts';
import { todoRoutes } from './tasks/todo.ts';
import { channelMemberRoutes } from './teams/channelMembers.ts';
import { channelMessageRoutes } from './teams/channelMessages.ts';
import { chatRoutes } from './teams/chats.ts';
import { teamRoutes } from './teams/teams.ts';

/** Everything the tenant answers, service by service. */
export const routes: readonly Route[] = [
  ...userRoutes,
  ...groupRoutes,
  ...eventRoutes,
  ...answerRoutes,
  ...extensionRoutes,
  ...calendarRoutes,
  ...calendarDeltaRoutes,
  ...attachmentRoutes,
  ...siteRoutes,
  ...listRoutes,
  ...columnRoutes,
  ...itemRoutes,
  ...driveRoutes,
  ...teamRoutes,
  ...channelMemberRoutes,
  ...channelMessageRoutes,
  ...chatRoutes,
  ...todoRoutes,
  ...checklistRoutes,
  ...plannerRoutes,
  ...searchRoutes,
];
