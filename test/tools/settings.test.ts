import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, documentPolicy, frameAncestors } from '../../src/tools/build/contentSecurity.ts';
import { folders } from '../../src/tools/folders.ts';
import { SettingsError, localSettings, readSettings, settingsAsEnvironment } from '../../src/tools/build/settings.ts';

const local = localSettings({
  tenantPort: 5443,
  appPort: 5444,
  tenantId: 'f10dbe00-1a2b-4c3d-8e4f-5a6b7c8d9e0f',
  clientId: 'da650de0-1a2b-4c3d-8e4f-5a6b7c8d9e0f',
});

/** The sources of one directive. */
const sources = (policy: string, directive: string) =>
  policy
    .split('; ')
    .find((rule) => rule.startsWith(`${directive} `))
    ?.split(' ')
    .slice(1) ?? [];

describe('the settings of a build', () => {
  it("point at Microsoft's own services when nothing is set", () => {
    const settings = readSettings({});
    expect(settings.authority).toBe('https://login.microsoftonline.com/organizations');
    expect(settings.graph).toBe('https://graph.microsoft.com/v1.0');
    expect(settings.officeJs).toBe('https://appsforoffice.microsoft.com/lib/1/hosted/office.js');
    expect(settings.clientId).toBe('');
  });

  it('survive the way through the environment', () => {
    expect(readSettings(settingsAsEnvironment(local))).toEqual(local);
  });

  it('take an empty variable as not set, and lose a trailing slash', () => {
    const settings = readSettings({ DAGSORDEN_GRAPH: '  ', DAGSORDEN_HOST: 'https://dagsorden.fjordby.example/' });
    expect(settings.graph).toBe('https://graph.microsoft.com/v1.0');
    expect(settings.host).toBe('https://dagsorden.fjordby.example');
  });

  it.each([
    ['DAGSORDEN_CLIENT_ID', 'dagsorden'],
    ['DAGSORDEN_AUTHORITY', 'http://login.fjordby.example/tenant'],
    ['DAGSORDEN_GRAPH', 'graph.microsoft.com'],
    ['DAGSORDEN_HOST', 'https://dagsorden.fjordby.example/app'],
    ['DAGSORDEN_TEAMS_HOSTS', 'https://localhost:1, http://localhost:2'],
  ])('refuse a %s of "%s" by name', (variable, value) => {
    expect(() => readSettings({ [variable]: value })).toThrow(SettingsError);
    expect(() => readSettings({ [variable]: value })).toThrow(variable);
  });
});

describe('the content security policy', () => {
  it("lets the app reach Graph, the sign-in and where papers are sent and read, and nobody's scripts but its own", () => {
    const policy = contentSecurityPolicy(readSettings({}), { office: false });
    expect(sources(policy, 'connect-src')).toEqual([
      "'self'",
      'https://graph.microsoft.com',
      'https://login.microsoftonline.com',
      // Upload sessions and the content of files have addresses there, and which of its hosts is told by Graph alone.
      'https://*.sharepoint.com',
      'https://res.cdn.office.net',
    ]);
    expect(policy.replace(' https://*.sharepoint.com', '')).not.toMatch(/sharepoint|\*/);
    expect(sources(policy, 'script-src')).toEqual(["'self'"]);
    expect(sources(policy, 'default-src')).toEqual(["'none'"]);
  });

  it('lets only the Outlook pane load office.js', () => {
    const settings = readSettings({});
    expect(sources(contentSecurityPolicy(settings, { office: true }), 'script-src')).toContain('https://appsforoffice.microsoft.com');
    expect(contentSecurityPolicy(settings, { office: false })).not.toMatch(/appsforoffice|aspnetcdn/);
    const wide = sources(contentSecurityPolicy(settings, { office: true }), 'script-src').filter((source) => source.includes('aspnetcdn'));
    expect(wide).toEqual(['https://ajax.aspnetcdn.com/ajax/3.5/MicrosoftAjax.js']);
    expect(sources(contentSecurityPolicy(settings, { office: true }), 'connect-src').join()).not.toContain('aspnetcdn');
  });

  it('names no Microsoft service where the build talks to the embedded tenant, but for the list teams-js asks for', () => {
    const policy = contentSecurityPolicy(local, { office: true });
    expect(sources(policy, 'connect-src')).toContain('https://localhost:5443');
    expect(policy.match(/https:\/\/[^ ;]*microsoft[^ ;]*|https:\/\/[^ ;]*sharepoint[^ ;]*/g)).toBeNull();
  });

  it('never allows a script in the page itself', () => {
    for (const office of [true, false]) expect(sources(contentSecurityPolicy(local, { office }), 'script-src')).not.toContain("'unsafe-inline'");
  });

  it.each(['privacy', 'terms'])('lets the page on %s reach nobody and run nothing', (name) => {
    expect(sources(documentPolicy, 'default-src')).toEqual(["'none'"]);
    expect(documentPolicy).not.toMatch(/script-src|connect-src|https?:/);
    const page = readFileSync(join(folders.root, 'src', 'entries', 'pages', `${name}.html`), 'utf8');
    expect(page).toMatch(/http-equiv="Content-Security-Policy" content="<%= policy %>"/);
    expect(page).not.toMatch(/<script/);
  });

  it('leaves who may frame the app to the header, with the configured hosts in it', () => {
    expect(contentSecurityPolicy(local, { office: false })).not.toContain('frame-ancestors');
    expect(frameAncestors(local)).toMatch(/^frame-ancestors .*https:\/\/teams\.microsoft\.com.*https:\/\/localhost:5443$/);
  });
});
