import { createPrivateKey, X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Certificate {
  key: string;
  cert: string;
}

const validDays = 820;
const renewBeforeDays = 14;
const day = 24 * 60 * 60 * 1000;

/**
 * The self-signed certificate everything local is served with: `localhost` and 127.0.0.1, kept in `folder`
 * (`key.pem`, `cert.pem`) and made anew when missing, unreadable or about to expire.
 * Browsers, MSAL and the Graph SDK all insist on https, also on localhost.
 */
export async function localCertificate(folder: string): Promise<Certificate> {
  const kept = read(folder);
  return kept ?? (await make(folder));
}

function read(folder: string): Certificate | undefined {
  const [keyFile, certFile] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  if (!existsSync(keyFile) || !existsSync(certFile)) return undefined;
  const certificate = { key: readFileSync(keyFile, 'utf8'), cert: readFileSync(certFile, 'utf8') };
  try {
    const parsed = new X509Certificate(certificate.cert);
    const expires = Date.parse(parsed.validTo);
    return expires - Date.now() > renewBeforeDays * day && parsed.checkPrivateKey(createPrivateKey(certificate.key)) ? certificate : undefined;
  } catch {
    // Half-written or foreign files, or the two of different makings: a new certificate is the mend.
    return undefined;
  }
}

async function make(folder: string): Promise<Certificate> {
  const now = Date.now();
  // Loaded only here: it is heavy, and a certificate is made once in two years.
  const { generate } = await import('selfsigned');
  const pems = await generate([{ name: 'commonName', value: 'localhost' }], {
    keySize: 2048,
    algorithm: 'sha256',
    notBeforeDate: new Date(now - day),
    notAfterDate: new Date(now + validDays * day),
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true, keyEncipherment: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  mkdirSync(folder, { recursive: true });
  writeWhole(join(folder, 'key.pem'), pems.private);
  writeWhole(join(folder, 'cert.pem'), pems.cert);
  return { key: pems.private, cert: pems.cert };
}

/** Two programs may start at once: each file is put in place whole, never half. */
function writeWhole(file: string, text: string): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text, { mode: 0o600 });
  renameSync(draft, file);
}
