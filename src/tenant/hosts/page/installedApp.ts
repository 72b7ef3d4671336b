import { isRecord, recordAt, recordsAt, textAt } from '../wire/record.ts';
import type { UnknownRecord } from '../wire/record.ts';
import { TenantUnreachable } from './people.ts';

/** A surface of the app in Teams, in the words of the manifest's `context` (unified manifest 1.30). */
export type TabSurface = 'personalTab' | 'channelTab' | 'meetingChatTab' | 'meetingDetailsTab' | 'meetingSidePanel' | 'meetingStage';

/** A tab the app offers or somebody has added. */
export interface AppTab {
  readonly entityId: string;
  readonly name: string;
  readonly contentUrl: string;
  readonly websiteUrl: string;
}

/** The one app installed in the tenant, read from its unified manifest. */
export interface InstalledApp {
  readonly id: string;
  readonly name: string;
  /** Entra application id, the client the bridge hands out tokens for. */
  readonly clientId: string;
  readonly origin: string;
  readonly version: string;
  readonly showLoadingIndicator: boolean;
  readonly configurationUrl: string;
  readonly taskPaneUrl: string;
  /** Application permission of getMeetingDetails (td#4237). */
  readonly mayReadMeetingDetails: boolean;
  readonly ribbonLabel: string;
  /** What the add-in may do with the item, as office.js's host numbers: 0 restricted, 1 read, 3 read and write, 2 the mailbox. */
  readonly mailboxPermission: 0 | 1 | 2 | 3;
  /** Whether the add-in may be opened on items of other people's shared calendars. */
  readonly worksInSharedFolders: boolean;
  /** Whether the app may put pages of its own on the meeting stage. */
  readonly mayShareToStage: boolean;
  /** The ribbon button's picture, or empty. */
  readonly iconUrl: string;
  /** Whether the manifest puts the app on this surface at all. */
  offers(surface: TabSurface): boolean;
  tab(surface: TabSurface): AppTab;
  /** Every tab of the person's own space. */
  readonly personalTabs: readonly AppTab[];
}

const fallbackPage: Record<TabSurface, string> = {
  personalTab: '/tab.html?surface=personal',
  channelTab: '/tab.html?surface=channel',
  meetingChatTab: '/tab.html?surface=meeting',
  meetingDetailsTab: '/tab.html?surface=meeting',
  meetingSidePanel: '/tab.html?surface=sidePanel',
  meetingStage: '/tab.html?surface=stage',
};

/** Where a configurable tab may be put when its manifest names no context: not the side panel, not the stage (Teams: build-tabs-for-meeting). */
const defaultContexts = ['channelTab', 'privateChatTab', 'meetingChatTab', 'meetingDetailsTab'];

/** Asks the tenant which app is installed. @throws TenantUnreachable */
export async function fetchInstalledApp(): Promise<InstalledApp> {
  const response = await fetch('/_dev/apps');
  if (!response.ok) throw new TenantUnreachable(`GET /_dev/apps: ${response.status}`);
  return readInstalledApp(await response.json());
}

/**
 * The app behind `GET /_dev/apps`: `{ manifest, appOrigin }`. Without a manifest (the app is not built yet) the pages named in the
 * app's own plan are used, so that a developer can start from nothing.
 */
export function readInstalledApp(body: unknown): InstalledApp {
  const answer = isRecord(body) ? body : {};
  const manifest = recordAt(answer, 'manifest');
  const name = textAt(recordAt(manifest, 'name'), 'short', 'Dagsorden');
  const staticTabs = recordsAt(manifest, 'staticTabs');
  const configurable = recordsAt(manifest, 'configurableTabs')[0];
  const origin = textAt(answer, 'appOrigin') || originOf(textAt(configurable ?? {}, 'configurationUrl')) || location.origin;
  const pane = taskPane(manifest);
  const asTab = (entry: UnknownRecord): AppTab => ({
    entityId: textAt(entry, 'entityId', 'dagsorden'),
    name: textAt(entry, 'name', name),
    contentUrl: textAt(entry, 'contentUrl'),
    websiteUrl: textAt(entry, 'websiteUrl'),
  });
  const personalTabs = staticTabs
    .filter(
      (entry) =>
        textAt(entry, 'contentUrl') &&
        (contexts(entry).includes('personalTab') || (contexts(entry).length === 0 && scopes(entry).includes('personal'))),
    )
    .map(asTab);
  const fallback = (surface: TabSurface): AppTab => ({
    entityId: 'dagsorden',
    name,
    contentUrl: `${origin}${fallbackPage[surface]}`,
    websiteUrl: '',
  });
  return {
    id: textAt(manifest, 'id', 'da650de0-1a2b-4c3d-8e4f-5a6b7c8d9e0f'),
    name,
    clientId: textAt(recordAt(manifest, 'webApplicationInfo'), 'id', 'da650de0-1a2b-4c3d-8e4f-5a6b7c8d9e0f'),
    origin,
    version: textAt(manifest, 'version', '0.0.0'),
    showLoadingIndicator: manifest['showLoadingIndicator'] === true,
    configurationUrl: textAt(configurable ?? {}, 'configurationUrl') || `${origin}/config.html`,
    taskPaneUrl: pane.url || `${origin}/taskpane.html`,
    ribbonLabel: pane.label || name,
    iconUrl: pane.icon,
    offers: (surface) =>
      Object.keys(manifest).length === 0 ||
      staticTabs.some((entry) => contexts(entry).includes(surface)) ||
      (configurable !== undefined && (contexts(configurable).length > 0 ? contexts(configurable) : defaultContexts).includes(surface)) ||
      (surface === 'personalTab' && personalTabs.length > 0),
    mayReadMeetingDetails: isPermitted(manifest, 'OnlineMeeting.ReadBasic.Chat', 'Application'),
    worksInSharedFolders: isPermitted(manifest, 'Mailbox.SharedFolder', 'Delegated'),
    mayShareToStage: isPermitted(manifest, 'MeetingStage.Write.Chat', 'Delegated'),
    mailboxPermission: mailboxPermission(manifest),
    personalTabs: personalTabs.length > 0 ? personalTabs : [fallback('personalTab')],
    tab(surface) {
      if (surface === 'personalTab') return this.personalTabs[0] ?? fallback(surface);
      const offered = staticTabs.find((entry) => textAt(entry, 'contentUrl') && contexts(entry).includes(surface));
      return offered ? asTab(offered) : fallback(surface);
    },
  };
}

/** The task pane page of the first runtime an `executeFunction`/`openPage` action of the mail extension points at. */
function taskPane(manifest: UnknownRecord): { url: string; label: string; icon: string } {
  const extension = recordsAt(manifest, 'extensions')[0] ?? {};
  const pages = recordsAt(extension, 'runtimes').flatMap((runtime) =>
    recordsAt(runtime, 'actions')
      .filter((action) => action['type'] === 'openPage')
      .map(() => textAt(recordAt(runtime, 'code'), 'page')),
  );
  const controls = recordsAt(extension, 'ribbons').flatMap((ribbon) =>
    recordsAt(ribbon, 'tabs').flatMap((tab) => recordsAt(tab, 'groups').flatMap((group) => recordsAt(group, 'controls'))),
  );
  const icon = recordsAt(controls[0] ?? {}, 'icons').find((one) => one['size'] === 32);
  return { url: pages.find(Boolean) ?? '', label: textAt(controls[0] ?? {}, 'label'), icon: textAt(icon ?? {}, 'url') };
}

/** A resource-specific permission the manifest asks for. */
function isPermitted(manifest: UnknownRecord, name: string, type: 'Application' | 'Delegated'): boolean {
  return recordsAt(recordAt(recordAt(manifest, 'authorization'), 'permissions'), 'resourceSpecific').some(
    (permission) => permission['name'] === name && permission['type'] === type,
  );
}

/** The item permission of the manifest (unified manifest: MailboxItem.*.User); read and write when there is no manifest yet. */
function mailboxPermission(manifest: UnknownRecord): 0 | 1 | 2 | 3 {
  const names = recordsAt(recordAt(recordAt(manifest, 'authorization'), 'permissions'), 'resourceSpecific').map((permission) =>
    textAt(permission, 'name'),
  );
  if (names.includes('Mailbox.ReadWrite.User')) return 2;
  if (names.includes('MailboxItem.ReadWrite.User')) return 3;
  if (names.includes('MailboxItem.Read.User')) return 1;
  return names.includes('MailboxItem.Restricted.User') ? 0 : 3;
}

function contexts(entry: UnknownRecord): string[] {
  const value = entry['context'];
  return Array.isArray(value) ? value.filter((name): name is string => typeof name === 'string') : [];
}

function scopes(entry: UnknownRecord): string[] {
  const value = entry['scopes'];
  return Array.isArray(value) ? value.filter((name): name is string => typeof name === 'string') : [];
}

function originOf(address: string): string {
  return URL.canParse(address) ? new URL(address).origin : '';
}
