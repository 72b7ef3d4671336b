import { createHash, X509Certificate } from 'node:crypto';
import { localCertificate } from '../src/tenant/certificate.ts';
import { folders } from '../src/tools/folders.ts';

/**
 * A browser's argument by which the certificate of everything local is as good to it as any. A certificate it only puts up with
 * (`ignoreHTTPSErrors`) it keeps nothing for: each opening of a page would fetch and compile all of the app anew, as it does in no real place.
 */
export async function trustsOwnCertificate(): Promise<string> {
  const { cert } = await localCertificate(folders.certificate);
  const key = new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' });
  return `--ignore-certificate-errors-spki-list=${createHash('sha256').update(key).digest('base64')}`;
}
