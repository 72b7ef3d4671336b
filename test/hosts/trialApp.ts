import { readFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Certificate } from '../../src/tenant/certificate.ts';

const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url));
const pages = fileURLToPath(new URL('./pages/', import.meta.url));

const libraries: Readonly<Record<string, string>> = {
  '/lib/teams.js': `${modules}@microsoft/teams-js/dist/umd/MicrosoftTeams.min.js`,
  '/lib/msal.js': `${modules}@azure/msal-browser/lib/msal-browser.min.js`,
};

/** A throw-away app on an origin of its own: pages with the real client libraries and nothing else, driven from the tests. */
export interface TrialApp {
  readonly origin: string;
  /** Tells the pages where the tenant is. */
  meet(tenantOrigin: string): void;
  close(): Promise<void>;
}

export async function startTrialApp(certificate: Certificate): Promise<TrialApp> {
  let tenant = '';
  const server = createServer(certificate, (request, response) => {
    const path = new URL(request.url ?? '/', 'https://localhost').pathname;
    if (path === '/favicon.ico') {
      response.writeHead(204).end();
      return;
    }
    const file = libraries[path] ?? `${pages}${path.slice(1)}`;
    readFile(file, 'utf8').then(
      (text) => {
        response.writeHead(200, { 'Content-Type': path.endsWith('.html') ? 'text/html; charset=utf-8' : 'text/javascript' });
        response.end(text.replaceAll('%TENANT%', tenant));
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `https://localhost:${port}`,
    meet(tenantOrigin) {
      tenant = tenantOrigin;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** A unified manifest for the trial app, with the parts the host pages read. */
export function trialManifest(origin: string): object {
  return {
    manifestVersion: '1.22',
    id: '7f9d1c40-55aa-4a0e-9e39-0d8f3a6f5b11',
    version: '1.0.0',
    name: { short: 'Prøveapp' },
    webApplicationInfo: { id: 'da650de0-1a2b-4c3d-8e4f-5a6b7c8d9e0f' },
    staticTabs: [
      { entityId: 'mine', name: 'Mine møder', contentUrl: `${origin}/tab.html?surface=personal&theme={theme}`, scopes: ['personal'] },
      { entityId: 'more', name: 'Mere', contentUrl: `${origin}/tab.html?surface=more`, scopes: ['personal'] },
    ],
    configurableTabs: [
      {
        configurationUrl: `${origin}/tab.html?surface=settings`,
        scopes: ['team', 'groupChat'],
        context: ['channelTab', 'meetingDetailsTab', 'meetingSidePanel', 'meetingStage'],
      },
    ],
    authorization: {
      permissions: {
        resourceSpecific: [
          { name: 'OnlineMeeting.ReadBasic.Chat', type: 'Application' },
          { name: 'MeetingStage.Write.Chat', type: 'Delegated' },
          { name: 'Mailbox.SharedFolder', type: 'Delegated' },
          { name: 'MailboxItem.ReadWrite.User', type: 'Delegated' },
        ],
      },
    },
    extensions: [
      {
        runtimes: [{ code: { page: `${origin}/taskpane.html` }, actions: [{ id: 'open', type: 'openPage' }] }],
        ribbons: [{ tabs: [{ groups: [{ controls: [{ label: 'Prøveapp' }] }] }] }],
      },
    ],
  };
}
