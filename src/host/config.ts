/** What one build was made for; everything is public. Set by DAGSORDEN_* variables at build (docs/configuration.md). */
export interface AppConfig {
  /** Entra application (client) id. */
  readonly clientId: string;
  /** Where people sign in: "https://login.microsoftonline.com/organizations" or one tenant. */
  readonly authority: string;
  /** Hosts, with port, that msal may trust without asking Microsoft. */
  readonly knownAuthorities: readonly string[];
  /** Microsoft Graph with its version. */
  readonly graphBase: string;
  /** Where the app is served from. */
  readonly appOrigin: string;
  /** Origins besides Microsoft's own that may play Teams (validMessageOrigins of teams-js). */
  readonly teamsHostOrigins: readonly string[];
  /** The municipality, as it stands on what is printed; null where the build does not tell. */
  readonly organisation: string | null;
}

export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

/** The configuration this build carries. webpack replaces each `process.env.DAGSORDEN_…` by its value. */
export function appConfig(): AppConfig {
  return parseConfig({
    DAGSORDEN_CLIENT_ID: process.env.DAGSORDEN_CLIENT_ID,
    DAGSORDEN_AUTHORITY: process.env.DAGSORDEN_AUTHORITY,
    DAGSORDEN_KNOWN_AUTHORITIES: process.env.DAGSORDEN_KNOWN_AUTHORITIES,
    DAGSORDEN_GRAPH: process.env.DAGSORDEN_GRAPH,
    DAGSORDEN_HOST: process.env.DAGSORDEN_HOST,
    DAGSORDEN_TEAMS_HOSTS: process.env.DAGSORDEN_TEAMS_HOSTS,
    DAGSORDEN_ORGANISATION: process.env.DAGSORDEN_ORGANISATION,
  });
}

/** Checks the values of a build. Throws ConfigurationError with one sentence that names the variable. */
export function parseConfig(values: Readonly<Record<string, string | undefined>>, pageOrigin?: string): AppConfig {
  const clientId = values['DAGSORDEN_CLIENT_ID'] ?? '';
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(clientId)) {
    throw new ConfigurationError(
      `DAGSORDEN_CLIENT_ID must be the client id (a GUID) of the app registered in Entra, but is ${clientId === '' ? 'empty' : `"${clientId}"`}.`,
    );
  }
  return {
    clientId,
    authority: httpsOf('DAGSORDEN_AUTHORITY', values['DAGSORDEN_AUTHORITY'] ?? '').href.replace(/\/$/, ''),
    knownAuthorities: listOf(values['DAGSORDEN_KNOWN_AUTHORITIES']),
    graphBase: httpsOf('DAGSORDEN_GRAPH', values['DAGSORDEN_GRAPH'] ?? '').href.replace(/\/$/, ''),
    appOrigin: httpsOf('DAGSORDEN_HOST', values['DAGSORDEN_HOST'] || (pageOrigin ?? globalThis.location?.origin ?? '')).origin,
    teamsHostOrigins: listOf(values['DAGSORDEN_TEAMS_HOSTS']).map((origin) => httpsOf('DAGSORDEN_TEAMS_HOSTS', origin).origin),
    organisation: values['DAGSORDEN_ORGANISATION']?.trim() || null,
  };
}

function httpsOf(name: string, value: string): URL {
  const url = URL.canParse(value) ? new URL(value) : null;
  // msal and the Graph SDK refuse http.
  if (url === null || url.protocol !== 'https:')
    throw new ConfigurationError(`${name} must be an https address, but is ${value === '' ? 'empty' : `"${value}"`}.`);
  return url;
}

function listOf(value: string | undefined): string[] {
  return (value ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
