import { chatIdOfJoinUrl } from '../graphClient/events.ts';
import type { CalendarEvent } from '../graphClient/events.ts';
import type { Channel, Site, Team } from '../graphClient/teams.ts';
import type { HostPage } from '../page/hostPage.ts';
import type { AppTab } from '../page/installedApp.ts';
import type { FrameContext } from '../wire/teamsRuntime.ts';

/**
 * What `getContext` answers: the flat object of the older library, which teams-js turns into app.Context
 * (teams-js public/app: transformLegacyContextToAppContext).
 */
export type TeamsContext = Readonly<Record<string, unknown>>;

/** Where a frame stands, besides the page's own person, theme and locale. */
export interface Surroundings {
  readonly frameContext: FrameContext;
  readonly entityId: string;
  readonly subEntityId: string;
  readonly place: TeamsContext;
}

const tenantId = 'f10dbe00-1a2b-4c3d-8e4f-5a6b7c8d9e0f';
const hostSession = crypto.randomUUID();

/** The whole context of a frame, as it is at this moment (the theme may have changed since it was opened). */
export function contextOf(page: HostPage, surroundings: Surroundings, appSessionId: string): TeamsContext {
  const { person, app } = page;
  return {
    entityId: surroundings.entityId,
    ...(surroundings.subEntityId ? { subEntityId: surroundings.subEntityId } : {}),
    frameContext: surroundings.frameContext,
    hostName: 'Teams',
    hostClientType: 'web',
    ringId: 'general',
    locale: page.locale,
    theme: page.theme,
    userObjectId: person.id,
    userPrincipalName: person.userPrincipalName,
    loginHint: person.userPrincipalName,
    userDisplayName: person.displayName,
    tid: tenantId,
    appId: app.id,
    manifestVersion: app.version,
    sessionId: hostSession,
    appSessionId,
    isFullScreen: false,
    isMultiWindow: false,
    userLicenseType: 'Unknown',
    tenantSKU: 'unknown',
    ...surroundings.place,
  };
}

/**
 * A tab in a channel. In a private or shared channel the group is left out and the site is the channel's own
 * (Teams: access-teams-context, private channels).
 */
export function channelPlace(team: Team, general: Channel | undefined, channel: Channel, site: Site | null): TeamsContext {
  const url = site ? new URL(site.webUrl) : null;
  const standard = channel.membershipType === 'standard';
  return {
    teamId: general?.id ?? channel.id,
    ...(standard ? { groupId: team.id } : { hostTeamGroupId: team.id, hostTeamTenantId: tenantId }),
    teamName: team.displayName,
    teamType: 4,
    isTeamArchived: false,
    userTeamRole: 1,
    channelId: channel.id,
    channelName: channel.displayName,
    channelType: channel.membershipType === 'standard' ? 'Regular' : channel.membershipType === 'private' ? 'Private' : 'Shared',
    ...(url
      ? {
          teamSiteUrl: url.href,
          teamSiteDomain: url.hostname,
          teamSitePath: url.pathname,
          teamSiteId: site?.id,
          channelRelativeUrl: `${url.pathname}/Delte dokumenter/${channel.displayName}`,
        }
      : {}),
  };
}

/** A tab in a meeting: the chat, and the meeting id, which is only the chat id in base64 (sp#7428). */
export function meetingPlace(event: CalendarEvent, options: { withoutChat: boolean }): TeamsContext {
  const chatId = chatIdOfJoinUrl(event.joinUrl);
  if (!chatId) return {};
  return { meetingId: btoa(`0#${chatId}#0`), ...(options.withoutChat ? {} : { chatId }) };
}

/** What `meeting.getMeetingDetails` answers (teams-js public/meeting: IMeetingDetailsResponse). */
export function meetingDetails(page: HostPage, event: CalendarEvent): object {
  const chatId = chatIdOfJoinUrl(event.joinUrl);
  const organizer = page.people.find((person) => person.userPrincipalName.toLowerCase() === event.organizer.address.toLowerCase());
  return {
    details: {
      id: btoa(`0#${chatId}#0`),
      title: event.subject,
      scheduledStartTime: event.start.toISOString(),
      scheduledEndTime: event.end.toISOString(),
      joinUrl: event.joinUrl,
      type: event.type === 'singleInstance' ? 'Scheduled' : 'Recurring',
    },
    conversation: { id: chatId },
    organizer: { id: organizer?.id ?? '', tenantId },
  };
}

/** Fills the placeholders a manifest may put into its addresses (Teams: access-teams-context, insert URL placeholder values). */
export function fillPlaceholders(address: string, context: TeamsContext): string {
  const upn = context['userPrincipalName'];
  const values: TeamsContext = { ...context, upn, groupId: context['groupId'] ?? '', teamId: context['teamId'] ?? '' };
  return address.replace(/\{(\w+)\}|%7B(\w+)%7D/gi, (whole, plain: string | undefined, encoded: string | undefined) => {
    const value = values[plain ?? encoded ?? ''];
    return typeof value === 'string' ? encodeURIComponent(value) : (plain ?? encoded) ? '' : whole;
  });
}

/** Settings of a tab as `settings.getSettings` answers them (teams-js pages.InstanceConfig). */
export function tabSettings(tab: AppTab): object {
  return { entityId: tab.entityId, contentUrl: tab.contentUrl, websiteUrl: tab.websiteUrl, suggestedDisplayName: tab.name };
}
