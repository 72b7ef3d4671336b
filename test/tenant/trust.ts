import { getCACertificates, setDefaultCACertificates } from 'node:tls';

/** From here on this process takes a certificate made on this machine for genuine, beside those it trusted before. */
export function trust(certificate: string): void {
  setDefaultCACertificates([...getCACertificates('default'), certificate]);
}
