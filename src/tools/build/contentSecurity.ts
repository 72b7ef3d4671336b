import { listed } from './settings.ts';
import type { BuildSettings } from './settings.ts';

const microsoftOffice = 'https://appsforoffice.microsoft.com';
/** What office.js of Microsoft's CDN brings along; one file, since others may put theirs on the same host. */
const microsoftAjax = 'https://ajax.aspnetcdn.com/ajax/3.5/MicrosoftAjax.js';

/**
 * The Content-Security-Policy of one page, for its meta element: what this build's configuration needs and nothing more.
 * `office` is true for the page that loads office.js.
 * frame-ancestors cannot stand in a meta element (CSP3 §3.3); the server sends it, see `frameAncestors`.
 */
export function contentSecurityPolicy(settings: BuildSettings, page: { office: boolean }): string {
  const graph = new URL(settings.graph).origin;
  const authority = new URL(settings.authority).origin;
  const office = new URL(settings.officeJs).origin;
  const officeScripts = office === microsoftOffice ? [office, microsoftAjax] : [office];
  // teams-js asks here for the origins it may trust, and falls back to its own list when refused.
  const teamsDomains = 'https://res.cdn.office.net';
  const rules: Record<string, readonly string[]> = {
    'default-src': ["'none'"],
    'script-src': ["'self'", ...(page.office ? officeScripts : [])],
    // Griffel (Fluent UI) writes its rules into style elements.
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'", 'data:'],
    'connect-src': ["'self'", graph, authority, filesFor(graph), teamsDomains, ...(page.office ? [office] : [])],
    // pdf.js reads in a worker, which is a file of our own.
    'worker-src': ["'self'"],
    // msal renews a session in a hidden frame of the authority, which ends on our own redirect page.
    'frame-src': ["'self'", authority],
    'form-action': ["'self'", authority],
    'manifest-src': ["'self'"],
    'base-uri': ["'none'"],
    'object-src': ["'none'"],
  };
  return Object.entries(rules)
    .map(([directive, sources]) => `${directive} ${[...new Set(sources)].join(' ')}`)
    .join('; ');
}

/** Where papers are sent in pieces and read from: SharePoint's hosts, or the embedded tenant's other name. */
function filesFor(graph: string): string {
  const { hostname, port } = new URL(graph);
  return hostname === 'localhost' ? `https://127.0.0.1:${port}` : 'https://*.sharepoint.com';
}

/** The policy of a page that is read and does nothing. Its style stands in the page. */
export const documentPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; base-uri 'none'; form-action 'none'";

/** Teams, Outlook and the Microsoft 365 home, per https://learn.microsoft.com/microsoftteams/platform/tabs/how-to/tab-requirements. */
const microsoftHosts = [
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.cloud.microsoft',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office.com',
  'https://outlook.office365.com',
  'https://outlook-sdf.office.com',
  'https://outlook-sdf.office365.com',
];

/** The header value that says who may show the app in a frame: Microsoft's hosts, plus the configured ones. */
export function frameAncestors(settings: Pick<BuildSettings, 'teamsHosts'>): string {
  return `frame-ancestors 'self' ${[...microsoftHosts, ...listed(settings.teamsHosts)].join(' ')}`;
}
