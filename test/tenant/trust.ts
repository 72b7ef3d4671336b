import { getCACertificates, setDefaultCACertificates } from 'node:tls';

const trusted = new Set<string>();

/** From here on this process takes a certificate made on this machine for genuine, beside those it trusted before. */
export function trust(certificate: string): void {
  // Each call reads all of them again.
  if (trusted.has(certificate)) return;
  trusted.add(certificate);
  setDefaultCACertificates([...getCACertificates('default'), certificate]);
}
