import { app, nestedAppAuth } from '@microsoft/teams-js';
import { addressInHash, openInBrowser } from './address.ts';
import { languageOf, ThemeNews } from './appearance.ts';
import type { AppConfig } from './config.ts';
import { HostFailure, type ChannelPlace, type Host, type MeetingHint, type SignIn, type Surface, type Theme } from './host.ts';
import type { WhoIsExpected } from './signIn/account.ts';
import { lazily } from './signIn/lazily.ts';
import { createNestedSignIn } from './signIn/nested.ts';
import { hostPatience, withinTime } from './timeLimit.ts';

/** Tabs, the meeting's side panel and the configuration page in Teams. Throws HostFailure HostSilent after five seconds. */
export async function createTeamsHost(config: AppConfig, page: Window = window): Promise<Host> {
  const context = await startTeams(config);
  const theme = new ThemeNews(themeOf(context.app.theme));
  app.registerOnThemeChangeHandler((name) => theme.tell(themeOf(name)));
  let told = false;
  return {
    kind: 'teams',
    surface: surfaceOf(context),
    language: languageOf(context.app.locale),
    get theme() {
      return theme.now;
    },
    onTheme: (listener) => theme.listen(listener),
    meeting: meetingOf(context),
    expectedId: async () => context.user?.id || null,
    channel: channelOf(context),
    address: context.page.subPageId || addressInHash(page.location.hash),
    signIn: signInOf(config, async () => ({ objectId: context.user?.id || null, address: context.user?.userPrincipalName || null })),
    invitation: null,
    openLink: (url) => openTeamsLink(page, url),
    shown: () => {
      if (told) return;
      told = true;
      app.notifyAppLoaded();
      // Teams' answer tells whether it noted our message; there is nothing to do about it when it did not.
      void app.notifySuccess().catch(() => undefined);
    },
    failed: (reason) => {
      if (told) return;
      told = true;
      app.notifyFailure({ reason: app.FailedReason.Other, message: reason });
    },
  };
}

/** Shakes hands with Teams and asks where we are. Must come before msal looks for the bridge. */
export async function startTeams(config: AppConfig): Promise<app.Context> {
  try {
    await withinTime(hostPatience, 'Teams', app.initialize([...config.teamsHostOrigins]));
    return await withinTime(hostPatience, "Teams' context", app.getContext());
  } catch (cause) {
    if (cause instanceof HostFailure) throw cause;
    throw new HostFailure('HostSilent', 'Teams did not take up the conversation', { detail: { what: 'Teams', error: String(cause) }, cause });
  }
}

function signInOf(config: AppConfig, expected: WhoIsExpected): SignIn {
  const popup = async () => (await import('./signIn/popup.ts')).createPopupSignIn(config, expected);
  if (nestedAppAuth.isNAAChannelRecommended()) return createNestedSignIn(config, expected, popup);
  const { token, person, ask } = lazily(popup);
  return { token, person, ask };
}

export function themeOf(name: string): Theme {
  if (name === 'dark') return 'dark';
  return name === 'contrast' ? 'contrast' : 'light';
}

/** Frame contexts are teams-js' words for the place on screen; which kind of tab it is shows from what else is told. */
export function surfaceOf(context: app.Context): Surface {
  switch (String(context.page.frameContext)) {
    case 'settings':
      return 'config';
    case 'sidePanel':
      return 'sidePanel';
    default:
      if (context.meeting !== undefined || context.chat !== undefined) return 'meeting';
      return context.channel !== undefined ? 'channel' : 'personal';
  }
}

/** `meeting.id` is only the chat's id in disguise (sp#7428); Graph knows the event from the chat. */
export function meetingOf(context: app.Context): MeetingHint {
  return context.chat === undefined || context.chat.id === '' ? { kind: 'none' } : { kind: 'chat', chatId: context.chat.id };
}

/** In private and shared channels Teams leaves out the team's group (access-teams-context); the owning one may be told instead. */
export function channelOf(context: app.Context): ChannelPlace | null {
  const teamId = context.team?.groupId || context.channel?.ownerGroupId;
  if (context.channel === undefined || !teamId) return null;
  return { teamId, channelId: context.channel.id, channelName: context.channel.displayName ?? '' };
}

/** Links into Teams stay in Teams; all others open a window of the browser. */
function openTeamsLink(page: Window, url: string): void {
  const { protocol, hostname, pathname } = new URL(url);
  const intoTeams = protocol === 'msteams:' || (/^teams\.(microsoft\.com|cloud\.microsoft)$/.test(hostname) && pathname.startsWith('/l/'));
  if (!intoTeams) openInBrowser(page, url);
  else void app.openLink(url).catch(() => openInBrowser(page, url));
}
