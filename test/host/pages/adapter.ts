/** A throw-away page that runs an adapter inside a host and hands it to a test, with the real wire behind it. */
import { createGraph } from '../../../src/graph/client.ts';
import { getChat } from '../../../src/graph/chats.ts';
import { getEvent } from '../../../src/graph/events.ts';
import { me } from '../../../src/graph/users.ts';
import { appConfig } from '../../../src/host/config.ts';
import type { Host } from '../../../src/host/host.ts';
import { createOutlookHost } from '../../../src/host/outlook.ts';
import { createTabConfig } from '../../../src/host/tabConfig.ts';
import { createTeamsHost } from '../../../src/host/teams.ts';

const pathname = location.pathname;
const opened: Promise<Host> = pathname === '/taskpane.html' ? createOutlookHost(appConfig()) : createTeamsHost(appConfig());

async function told(what: () => Promise<unknown>): Promise<unknown> {
  try {
    return await what();
  } catch (error) {
    return error instanceof Error ? { name: error.name, detail: (error as { detail?: unknown }).detail } : error;
  }
}

const facts = ({ kind, surface, language, theme, meeting, channel, address, invitation }: Host) => ({
  kind,
  surface,
  language,
  theme,
  meeting,
  channel,
  address,
  form: invitation !== null,
});

const graphOf = (host: Host, interactive: boolean) =>
  createGraph({
    baseUrl: appConfig().graphBase,
    token: ({ scopes, claims }) => host.signIn.token({ scopes, interactive, ...(claims !== undefined && { claims }) }),
  });

Object.assign(window, {
  opened,
  facts: () => told(async () => facts(await opened)),
  whoAmI: (interactive = false) => told(async () => (await me(graphOf(await opened, interactive))).displayName),
  event: () =>
    told(async () => {
      const host = await opened;
      if (host.meeting.kind === 'chat') return (await getChat(graphOf(host, false), host.meeting.chatId)).onlineMeetingInfo?.joinWebUrl;
      if (host.meeting.kind !== 'event') return host.meeting.kind;
      const { subject, isOrganizer } = await getEvent(graphOf(host, false), host.meeting.eventId);
      return { subject, isOrganizer };
    }),
});

void opened.then(
  async (host) => {
    host.shown();
    if (host.surface !== 'config') return;
    const page = await createTabConfig(appConfig());
    page.onSave(
      () => ({ entityId: 'beslutninger', contentUrl: `${location.origin}/tab.html?fane`, websiteUrl: location.origin, displayName: 'Beslutninger' }),
      () => undefined,
    );
    page.setReady(true);
  },
  () => undefined,
);
