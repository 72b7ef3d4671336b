import { isGeneral, listChannels, listMessages, listTeams, postMessage, siteOfChannel } from '../graphClient/teams.ts';
import type { Channel, Site, Team } from '../graphClient/teams.ts';
import { GraphRefusal } from '../graphClient/session.ts';
import { element, icon, show } from '../page/dom.ts';
import type { HostPage } from '../page/hostPage.ts';
import { fill } from '../page/texts.ts';
import { hueOf, initials } from '../page/people.ts';
import { addTab } from './addTab.ts';
import { AppFrame } from './appFrame.ts';
import { channelPlace } from './context.ts';
import { messageList } from './messageList.ts';
import { placeLink, tabStrip } from './tabStrip.ts';
import { tabsIn } from './tabStore.ts';
import { teamsTexts } from './texts.ts';
import type { View } from './view.ts';

interface TeamWithChannels {
  readonly team: Team;
  readonly channels: readonly Channel[];
}

/** Teams and channels at the side, the chosen channel with its posts and tabs beside it. */
export async function channelView(page: HostPage): Promise<View> {
  const texts = teamsTexts[page.locale];
  const teams = await Promise.all(
    (await listTeams(page.session)).map(async (team): Promise<TeamWithChannels> => ({ team, channels: await listChannels(page.session, team.id) })),
  );
  const place = page.address.place;
  const chosen = teams.find(({ team }) => team.id === place.get('team')) ?? teams[0];
  const channel = chosen?.channels.find((one) => one.id === place.get('channel')) ?? chosen?.channels.find(isGeneral) ?? chosen?.channels[0];
  const side = teamList(page, teams, chosen?.team, channel);
  if (!chosen || !channel) return { side, main: element('p.empty', {}, texts.noTeams) };
  const { main, close } = await channelPage(page, chosen, channel);
  return { side, main, close };
}

function teamList(page: HostPage, teams: readonly TeamWithChannels[], current: Team | undefined, currentChannel: Channel | undefined): HTMLElement {
  const texts = teamsTexts[page.locale];
  return element(
    'nav.side',
    { 'aria-label': texts.yourTeams },
    element('h1', {}, texts.teams),
    ...teams.map(({ team, channels }) =>
      element(
        'section.team',
        {},
        element(
          'h2',
          {},
          element('span.team-mark', { 'aria-hidden': 'true', 'data-hue': hueOf(team.displayName) }, initials(team.displayName)),
          team.displayName,
        ),
        element(
          'ul',
          {},
          ...channels.map((channel) =>
            element(
              'li',
              {},
              placeLink(
                page,
                { view: 'teams', team: team.id, channel: channel.id },
                { 'aria-current': team.id === current?.id && channel.id === currentChannel?.id ? 'page' : null },
                element('span', {}, channel.displayName),
                ...(channel.membershipType === 'standard' ? [] : [icon('lock'), element('span.hidden', {}, `(${texts.privateChannel})`)]),
              ),
            ),
          ),
        ),
      ),
    ),
  );
}

async function channelPage(
  page: HostPage,
  { team, channels }: TeamWithChannels,
  channel: Channel,
): Promise<{ main: HTMLElement; close: () => void }> {
  const texts = teamsTexts[page.locale];
  const site = await siteOrNone(page, team, channel);
  const surroundings = channelPlace(team, channels.find(isGeneral), channel, site);
  const here = { view: 'teams', team: team.id, channel: channel.id };
  const tabs = tabsIn(page.app, { id: channel.id, surface: 'channelTab', preinstalled: isGeneral(channel) });
  const wanted = page.address.place.get('tab');
  const current = tabs.find((tab) => tab.entityId === wanted);
  const head = tabStrip(page, {
    heading: element(
      'h1.channel-name',
      {},
      element('span.team-mark', { 'aria-hidden': 'true', 'data-hue': hueOf(team.displayName) }, initials(team.displayName)),
      channel.displayName,
      element('span.hidden', {}, ` – ${team.displayName}`),
    ),
    label: channel.displayName,
    current: current?.entityId ?? '',
    tabs: [
      { key: '', label: texts.posts, place: here },
      ...tabs.map((tab) => ({ key: tab.entityId, label: tab.name, place: { ...here, tab: tab.entityId } })),
    ],
    onAdd: {
      label: texts.addTab,
      run: () =>
        addTab(page, {
          placeId: channel.id,
          placeName: channel.displayName,
          place: surroundings,
          onAdded: (tab) => page.go({ ...here, tab: tab.entityId }),
        }),
    },
  });
  if (current) {
    const frame = new AppFrame(page, {
      tab: current,
      frameContext: 'content',
      place: surroundings,
      subEntityId: page.address.place.get('sub') ?? '',
      title: current.name,
      name: 'embedded-page',
    });
    return { main: element('div.page', {}, head, frame.element), close: () => frame.close() };
  }
  return { main: element('div.page', {}, head, await posts(page, team, channel)), close: () => undefined };
}

/** The channel's site; a channel whose site is not to be seen is shown without one rather than not at all. */
async function siteOrNone(page: HostPage, team: Team, channel: Channel): Promise<Site | null> {
  try {
    return await siteOfChannel(page.session, team, channel);
  } catch (error) {
    if (error instanceof GraphRefusal) return null;
    throw error;
  }
}

async function posts(page: HostPage, team: Team, channel: Channel): Promise<HTMLElement> {
  const texts = teamsTexts[page.locale];
  const holder = element('div.posts');
  const refresh = async (): Promise<void> => {
    show(holder, messageList(page, await listMessages(page.session, team.id, channel.id), texts.noPosts));
    holder.lastElementChild?.lastElementChild?.scrollIntoView({ block: 'nearest' });
  };
  await refresh();
  const field = element('textarea', { rows: 1, 'aria-label': texts.newPost, placeholder: texts.newPost });
  const status = element('p.hint', { role: 'status' });
  const form = element(
    'form.new-post',
    {
      onsubmit: (event) => {
        event.preventDefault();
        const words = field.value.trim();
        if (!words) return;
        const html = words.split('\n').map((line) => element('p', {}, line).outerHTML);
        postMessage(page.session, team.id, channel.id, html.join('')).then(
          () => {
            field.value = '';
            status.textContent = '';
            return refresh();
          },
          (error: unknown) => {
            status.textContent = error instanceof GraphRefusal ? fill(texts.refused, { status: error.status, code: error.code }) : String(error);
          },
        );
      },
    },
    field,
    element('button.primary', { type: 'submit' }, icon('send'), texts.send),
    status,
  );
  return element('div.posts-page', {}, holder, form);
}
