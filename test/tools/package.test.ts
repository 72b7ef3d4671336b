import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { folders } from '../../src/tools/folders.ts';
import { PackageError, fill, parseDeployment } from '../../src/tools/package/fill.ts';
import { outlookManifestFaults } from '../../src/tools/package/outlookManifest.ts';
import { unifiedManifestFaults } from '../../src/tools/package/unifiedManifest.ts';
import { fillManifests, writePackage } from '../../src/tools/package/writePackage.ts';

const deployment = parseDeployment({ host: 'https://dagsorden.fjordby.example', clientId: 'da650de0-1a2b-4c3d-8e4f-5a6b7c8d9e0f', version: '1.2.3' });
const appPackage = join(folders.root, 'appPackage');
const { unified, outlook } = await fillManifests(deployment);
const manifest = JSON.parse(unified) as Record<string, unknown>;

describe('a deployment', () => {
  it('takes the address with a trailing slash and the client id in capitals', () => {
    const { host, clientId } = parseDeployment({
      host: 'https://dagsorden.fjordby.example/',
      clientId: 'DA650DE0-1A2B-4C3D-8E4F-5A6B7C8D9E0F',
      version: '1.0.0',
    });
    expect(host).toBe('https://dagsorden.fjordby.example');
    expect(clientId).toBe('da650de0-1a2b-4c3d-8e4f-5a6b7c8d9e0f');
  });

  it.each([
    [undefined, undefined, 2],
    ['http://dagsorden.fjordby.example', 'not-a-guid', 2],
    ['https://dagsorden.fjordby.example/app', 'da650de0-1a2b-4c3d-8e4f-5a6b7c8d9e0f', 1],
  ])('of host %s and client id %s names every fault at once', (host, clientId, count) => {
    try {
      parseDeployment({ host, clientId, version: '1.0.0' });
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(PackageError);
      expect((error as PackageError).faults).toHaveLength(count);
    }
  });

  it('is asked for everything a manifest has a place for', () => {
    expect(() => fill('{{TENANT}}', deployment)).toThrow('{{TENANT}}');
  });
});

describe('the unified manifest', () => {
  it('passes the schema it names, with every icon and translation in place', async () => {
    expect(await unifiedManifestFaults(unified, appPackage, deployment.host)).toEqual([]);
  });

  it('is of the newest stable schema the validator ships', () => {
    expect(manifest['manifestVersion']).toBe('1.30');
  });

  it('carries the deployment and no placeholder', () => {
    expect(unified).toContain('https://dagsorden.fjordby.example/tab.html');
    expect(manifest['webApplicationInfo']).toEqual({ id: deployment.clientId });
    expect(manifest['validDomains']).toEqual(['dagsorden.fjordby.example']);
    expect(unified + outlook).not.toContain('{{');
  });

  it('covers channel, meeting chat, meeting details and side panel, in private and shared channels too', () => {
    const [tab] = manifest['configurableTabs'] as { context: string[]; scopes: string[] }[];
    expect(tab?.context).toEqual(expect.arrayContaining(['channelTab', 'meetingChatTab', 'meetingDetailsTab', 'meetingSidePanel']));
    expect(tab?.scopes).toEqual(['team', 'groupChat']);
    expect(manifest['supportsChannelFeatures']).toBe('tier1');
  });

  it('asks for the open appointment, in shared calendars too, and nothing more of the mailbox', () => {
    const [item, shared] = ['MailboxItem.ReadWrite.User', 'Mailbox.SharedFolder'].map((name) => `{"name":"${name}","type":"Delegated"}`);
    expect(JSON.stringify(manifest['authorization'])).toBe(`{"permissions":{"resourceSpecific":[${item},${shared}]}}`);
    expect(outlook).toContain('<SupportsSharedFolders>true</SupportsSharedFolders>');
  });

  it.each([
    ['a button that starts nothing', (text: string) => text.replace('"actionId": "openAgenda"', '"actionId": "openMinutes"'), 'openMinutes'],
    [
      'a page at another address',
      (text: string) => text.replace('https://dagsorden.fjordby.example/taskpane.html', 'https://elsewhere.example/taskpane.html'),
      'elsewhere.example',
    ],
    ['a missing icon', (text: string) => text.replace('icons/outline.png', 'icons/none.png'), 'none.png'],
    ['an icon of the wrong size', (text: string) => text.replace('icons/outline.png', 'icons/color.png'), '32×32'],
    ['a word the schema does not know', (text: string) => text.replace('"showLoadingIndicator"', '"showLoadingIndicators"'), 'additional properties'],
    ['a button that a translation still names', (text: string) => text.replace('"staticTabs"', '"staticTabz"'), 'staticTabs[0].name'],
  ])('is refused with %s', async (_, damage, words) => {
    const faults = await unifiedManifestFaults(damage(unified), appPackage, deployment.host);
    expect(faults.join('\n')).toContain(words);
  });
});

describe('the add-in-only manifest', () => {
  it('has no faults', () => {
    expect(outlookManifestFaults(outlook, deployment.host)).toEqual([]);
  });

  it('has a version of four parts and another id than the unified one, which hides it', () => {
    expect(outlook).toContain('<Version>1.2.3.0</Version>');
    const id = /<Id>(.*)<\/Id>/.exec(outlook)?.[1] ?? '';
    expect(id).not.toBe(manifest['id']);
    expect(JSON.stringify(manifest['extensions'])).toContain(`{"hide":{"customOfficeAddin":{"officeAddinId":"${id}"}}}`);
  });

  it.each([
    ['an element left open', (text: string) => text.replace('</Hosts>', ''), 'not well-formed'],
    [
      'a label that is not among the resources',
      (text: string) => text.replace('<bt:String id="open.label"', '<bt:String id="open.labels"'),
      '"open.label" is used but not among the resources',
    ],
    [
      'an icon at another address',
      (text: string) => text.replace('https://dagsorden.fjordby.example/icons', 'https://elsewhere.example/icons'),
      'elsewhere.example',
    ],
    ['two buttons of one name', (text: string) => text.replace('id="agendaAttendeeOpen"', 'id="agendaOrganizerOpen"'), 'agendaOrganizerOpen'],
    [
      'a description beyond 250 characters',
      (text: string) => text.replace('Læs dagsordenen', `Læs ${'hele '.repeat(60)}dagsordenen`),
      '250 characters',
    ],
  ])('is refused with %s', (_, damage, words) => {
    expect(outlookManifestFaults(damage(outlook), deployment.host).join('\n')).toContain(words);
  });
});

/** Microsoft's own schemas are not ours to pass on; where they lie beside the project, they are asked too. */
const schema = join(folders.root, '..', 'shared', 'contracts', 'outlook-manifest', 'OfficeAppManifestV1_1.xsd');
const canAsk = existsSync(schema) && spawnSync('xmllint', ['--version']).status === 0;

describe.skipIf(!canAsk)('the add-in-only manifest, asked of the XML schemas', () => {
  it('is valid, and a wrong one is not', () => {
    const ask = (text: string) => spawnSync('xmllint', ['--noout', '--schema', schema, '-'], { input: text }).status;
    expect(ask(outlook)).toBe(0);
    expect(ask(outlook.replace('ReadWriteItem', 'ReadEverything'))).not.toBe(0);
  });
});

describe('the package', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dagsorden-package-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('holds every file its manifest names, and the same input gives the same bytes', async () => {
    const { zip } = await writePackage(deployment, folder);
    const bytes = readFileSync(zip);
    const files = unzipSync(new Uint8Array(bytes));
    const text = strFromU8(files['manifest.json'] ?? new Uint8Array());
    expect(text).toBe(unified);
    const named = [...text.matchAll(/"(?:color|outline|color32x32|file)": "([^"]+)"/g)].map(([, file]) => file);
    expect(Object.keys(files).sort()).toEqual(['manifest.json', ...named].sort());
    await writePackage(deployment, folder);
    expect(readFileSync(zip).equals(bytes)).toBe(true);
  });
});
