/** What one build is made for. Everything is public: there is no secret in a build. */
export interface BuildSettings {
  /** Entra application (client) id; empty until somebody registers the app. */
  readonly clientId: string;
  /** Where people sign in: `https://login.microsoftonline.com/organizations` or one tenant. */
  readonly authority: string;
  /** Hosts (with port) that msal may trust without asking Microsoft, separated by commas. */
  readonly knownAuthorities: string;
  /** Microsoft Graph with its version: `https://graph.microsoft.com/v1.0`. */
  readonly graph: string;
  /** Origin the app is served from; empty means "wherever the page came from". */
  readonly host: string;
  /** Address of office.js. Store add-ins must use Microsoft's own. */
  readonly officeJs: string;
  /** Further origins allowed to host the tab, separated by commas; Microsoft's own are built into teams-js. */
  readonly teamsHosts: string;
  /** The municipality, or whoever else the letterhead of what is printed names. */
  readonly organisation: string;
}

export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

const microsoft: BuildSettings = {
  clientId: '',
  authority: 'https://login.microsoftonline.com/organizations',
  knownAuthorities: '',
  graph: 'https://graph.microsoft.com/v1.0',
  host: '',
  officeJs: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
  teamsHosts: '',
  organisation: '',
};

/** The environment variable behind each setting; docs/configuration.md lists the same. */
export const variables = {
  clientId: 'DAGSORDEN_CLIENT_ID',
  authority: 'DAGSORDEN_AUTHORITY',
  knownAuthorities: 'DAGSORDEN_KNOWN_AUTHORITIES',
  graph: 'DAGSORDEN_GRAPH',
  host: 'DAGSORDEN_HOST',
  officeJs: 'DAGSORDEN_OFFICE_JS',
  teamsHosts: 'DAGSORDEN_TEAMS_HOSTS',
  organisation: 'DAGSORDEN_ORGANISATION',
} as const satisfies Record<keyof BuildSettings, string>;

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Reads the settings of a build from the environment; what is not set points at Microsoft's own services.
 * Throws SettingsError with the variable's name where a value cannot work.
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): BuildSettings {
  const of = (key: keyof BuildSettings) => environment[variables[key]]?.trim() || microsoft[key];
  const settings: BuildSettings = {
    clientId: of('clientId'),
    authority: of('authority'),
    knownAuthorities: of('knownAuthorities'),
    graph: of('graph').replace(/\/+$/, ''),
    host: of('host').replace(/\/+$/, ''),
    officeJs: of('officeJs'),
    teamsHosts: of('teamsHosts'),
    organisation: of('organisation'),
  };
  if (settings.clientId !== '' && !guid.test(settings.clientId))
    throw new SettingsError(`${variables.clientId} must be a GUID, but is "${settings.clientId}".`);
  for (const key of ['authority', 'graph', 'officeJs'] as const) requireHttps(variables[key], settings[key]);
  if (settings.host !== '' && requireHttps(variables.host, settings.host).origin !== settings.host) {
    throw new SettingsError(`${variables.host} must be an origin without a path, like https://dagsorden.fjordby.example, but is "${settings.host}".`);
  }
  for (const origin of listed(settings.teamsHosts)) requireHttps(variables.teamsHosts, origin);
  return settings;
}

/** The local build: everything Microsoft serves comes from the embedded tenant instead, and nothing else differs. */
export function localSettings(local: { tenantPort: number; appPort: number; tenantId: string; clientId: string }): BuildSettings {
  const tenant = `https://localhost:${local.tenantPort}`;
  return {
    clientId: local.clientId,
    authority: `${tenant}/${local.tenantId}`,
    knownAuthorities: `localhost:${local.tenantPort}`,
    graph: `${tenant}/v1.0`,
    host: `https://localhost:${local.appPort}`,
    officeJs: `${tenant}/office-js/office.js`,
    teamsHosts: tenant,
    organisation: 'Fjordby Kommune',
  };
}

/** The other way round: settings as the environment a build is started with. */
export function settingsAsEnvironment(settings: BuildSettings): Record<string, string> {
  return Object.fromEntries(Object.entries(variables).map(([key, variable]) => [variable, settings[key as keyof BuildSettings]]));
}

/** The parts of a comma-separated setting. */
export function listed(setting: string): string[] {
  return setting
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function requireHttps(variable: string, address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  // msal refuses an http authority, and Teams and Outlook refuse http pages.
  if (url === null || url.protocol !== 'https:') throw new SettingsError(`${variable} must be an https address, but is "${address}".`);
  return url;
}
