import { listEvents } from '../graphClient/events.ts';
import { listChannels, listTeams } from '../graphClient/teams.ts';
import type { HostPage } from '../page/hostPage.ts';
import { addDays } from '../page/times.ts';
import { isRecord, parseJsonRecord, textAt } from '../wire/record.ts';

/** Goes to a place in the page; an app that asked is answered first, since going may take its frame away. */
type Go = (place: Record<string, string>) => void;

/** Arguments of the answer to a navigation: [true] or [false, reason]. */
type Outcome = readonly [true] | readonly [false, string];

/**
 * Follows a Teams deep link (Teams: deep-link-application): the installed app's own pages, meetings and channels open
 * here, every other web address in a new browser tab.
 */
export async function openDeepLink(page: HostPage, address: string, go: Go = (place) => page.go(place)): Promise<Outcome> {
  if (!URL.canParse(address)) return [false, 'InvalidURL'];
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return [false, 'InvalidURL'];
  const place = isTeamsHost(url) ? await placeOf(page, url) : null;
  if (place) go(place);
  else window.open(url.href, '_blank', 'noopener');
  return [true];
}

/** pages.navigateToApp: another page of the installed app, perhaps in a channel or a chat. */
export async function openAppPage(page: HostPage, target: unknown, go: Go): Promise<Outcome> {
  if (!isRecord(target)) return [false, 'InvalidParameters'];
  if (textAt(target, 'appId') !== page.app.id) return [false, 'The app is not installed.'];
  go(await appPlace(page, textAt(target, 'pageId'), textAt(target, 'subPageId'), textAt(target, 'channelId'), textAt(target, 'chatId')));
  return [true];
}

function isTeamsHost(url: URL): boolean {
  return (
    ['teams.microsoft.com', 'teams.cloud.microsoft', 'teams.live.com'].includes(url.hostname) ||
    (url.host === location.host && url.pathname.startsWith('/l/'))
  );
}

async function placeOf(page: HostPage, url: URL): Promise<Record<string, string> | null> {
  const [, , kind = '', first = '', second = ''] = url.pathname.split('/');
  if (kind === 'entity' && decodeURIComponent(first) === page.app.id) {
    const context = parseJsonRecord(url.searchParams.get('context')) ?? {};
    return appPlace(page, decodeURIComponent(second), textAt(context, 'subEntityId'), textAt(context, 'channelId'), textAt(context, 'chatId'));
  }
  if (kind === 'meetup-join') return meetingPlaceOf(page, decodeURIComponent(first), { view: 'stage' });
  if (kind === 'channel' || kind === 'message') return channelPlaceOf(page, decodeURIComponent(first), {});
  return null;
}

async function appPlace(page: HostPage, pageId: string, subPageId: string, channelId: string, chatId: string): Promise<Record<string, string>> {
  const sub: Record<string, string> = subPageId ? { sub: subPageId } : {};
  const tab: Record<string, string> = pageId ? { tab: pageId } : {};
  const there = channelId
    ? await channelPlaceOf(page, channelId, { tab: pageId || 'dagsorden', ...sub })
    : chatId
      ? await meetingPlaceOf(page, chatId, { tab: pageId || 'dagsorden', ...sub })
      : null;
  return there ?? { view: 'app', ...tab, ...sub };
}

/** The team and channel of a channel id among the person's teams; null when it is none of theirs. */
async function channelPlaceOf(page: HostPage, channelId: string, rest: Record<string, string>): Promise<Record<string, string> | null> {
  for (const team of await listTeams(page.session)) {
    const channels = await listChannels(page.session, team.id);
    const channel = channels.find((one) => one.id === channelId);
    if (channel) return { view: 'teams', team: team.id, channel: channel.id, ...rest };
  }
  return null;
}

/** The person's own copy of the event behind a meeting chat; null when it is not in their calendar. */
async function meetingPlaceOf(page: HostPage, chatId: string, rest: Record<string, string>): Promise<Record<string, string> | null> {
  const now = new Date();
  const events = await listEvents(page.session, addDays(now, -120), addDays(now, 120));
  const near = (start: Date): number => Math.abs(start.getTime() - now.getTime());
  const event = events.filter((one) => decodeURIComponent(one.joinUrl).includes(chatId)).sort((a, b) => near(a.start) - near(b.start))[0];
  return event ? { meeting: event.id, ...rest } : null;
}
