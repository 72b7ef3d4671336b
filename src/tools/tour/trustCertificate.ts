import { getCACertificates, setDefaultCACertificates } from 'node:tls';

/** Lets this process alone trust the certificate that was made for the embedded tenant. */
export function trustCertificate(certificate: string): void {
  setDefaultCACertificates([...getCACertificates('default'), certificate]);
}
