/**
 * `npm run trust`: has the browser trust the certificate this project made for localhost. Does it where a person may do
 * so for themselves, and otherwise says what to type. Nothing is asked for with root's rights.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { localCertificate } from '../tenant/certificate.ts';
import { folders } from './folders.ts';

const name = 'Dagsorden (localhost)';
const file = join(folders.certificate, 'cert.pem');

/** Runs a program quietly; null when it is not installed. */
function quietly(program: string, programArguments: readonly string[]): { ok: boolean; words: string } | null {
  const run = spawnSync(program, programArguments, { encoding: 'utf8' });
  if (run.error !== undefined) return null;
  return { ok: run.status === 0, words: `${run.stdout}${run.stderr}`.trim() };
}

function report(result: { ok: boolean; words: string } | null, where: string): boolean {
  if (result?.ok === true) console.log(`The certificate is now trusted by ${where}. Restart the browser.`);
  else if (result !== null) console.error(`It could not be added to ${where}: ${result.words}`);
  return result?.ok === true;
}

function trustOnMac(): boolean {
  const keychain = join(homedir(), 'Library/Keychains/login.keychain-db');
  return report(quietly('security', ['add-trusted-cert', '-r', 'trustRoot', '-p', 'ssl', '-k', keychain, file]), 'your login keychain');
}

function trustOnWindows(): boolean {
  return report(quietly('certutil', ['-user', '-addstore', 'Root', file]), 'your own certificate store');
}

/** Chrome, Edge and Chromium on Linux keep a person's own certificates in an NSS database. */
function trustOnLinux(): boolean {
  const database = `sql:${join(homedir(), '.pki/nssdb')}`;
  if (!existsSync(join(homedir(), '.pki/nssdb'))) {
    console.log('No Chrome, Edge or Chromium has kept certificates for you yet (~/.pki/nssdb). Start the browser once, then run this again.');
    return false;
  }
  quietly('certutil', ['-d', database, '-D', '-n', name]);
  const result = quietly('certutil', ['-d', database, '-A', '-t', 'P,,', '-n', name, '-i', file]);
  if (result === null)
    console.log('The program "certutil" is not installed (Debian, Ubuntu: sudo apt install libnss3-tools; Fedora: sudo dnf install nss-tools).');
  return report(result, 'Chrome, Edge and Chromium');
}

await localCertificate(folders.certificate);
const ways: Partial<Record<NodeJS.Platform, () => boolean>> = { darwin: trustOnMac, win32: trustOnWindows, linux: trustOnLinux };
const trusted = ways[process.platform]?.() ?? false;
console.log(`
${trusted ? 'Other browsers' : 'By hand'}:
  the certificate is ${file}
  Chrome, Edge   Settings → Privacy and security → Security → Manage certificates → import it as trusted for websites
  Firefox        open the address, "Advanced", "Accept the risk and continue"; Firefox remembers it
It is valid for localhost and 127.0.0.1 only, its key stays on this machine, and it can be removed again in the same place.`);
process.exitCode = trusted || ways[process.platform] === undefined ? 0 : 1;
