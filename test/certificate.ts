import { localCertificate } from '../src/tenant/certificate.ts';
import { fileURLToPath } from 'node:url';

/** Before any test: of two tenants that start at once on a fresh clone each would make a certificate, and one of them would be mistrusted. */
export default async function setUp(): Promise<void> {
  await localCertificate(fileURLToPath(new URL('../.local/certificate', import.meta.url)));
}
