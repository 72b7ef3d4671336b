/** What a package is made for: the address Dagsorden is served from, and the Entra application people sign in to. */
export interface Deployment {
  /** Origin, `https://dagsorden.fjordby.example`, without a path. */
  readonly host: string;
  /** Application (client) id, a GUID. */
  readonly clientId: string;
  /** `major.minor.patch` of the package. */
  readonly version: string;
}

export class PackageError extends Error {
  override readonly name = 'PackageError';
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.faults = faults;
  }
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Checks what a person typed as host and client id. Throws PackageError with every fault at once. */
export function parseDeployment(input: { host: string | undefined; clientId: string | undefined; version: string }): Deployment {
  const faults: string[] = [];
  const host = (input.host ?? '').replace(/\/+$/, '');
  if (host === '') faults.push('The address is missing: --host https://… (or DAGSORDEN_HOST).');
  else if (!URL.canParse(host) || new URL(host).protocol !== 'https:' || new URL(host).origin !== host)
    faults.push(`The address must be an https origin without a path, but is "${host}".`);
  const clientId = input.clientId ?? '';
  if (clientId === '') faults.push('The client id is missing: --client-id GUID (or DAGSORDEN_CLIENT_ID).');
  else if (!guid.test(clientId)) faults.push(`The client id must be a GUID, but is "${clientId}".`);
  if (faults.length > 0) throw new PackageError(faults);
  return { host, clientId: clientId.toLowerCase(), version: input.version };
}

/**
 * Puts a deployment into a manifest's text: {{HOST}}, {{HOST_DOMAIN}} (with port), {{CLIENT_ID}}, {{VERSION}}.
 * Throws PackageError when a placeholder has no value.
 */
export function fill(template: string, deployment: Deployment): string {
  const values: Record<string, string> = {
    HOST: deployment.host,
    HOST_DOMAIN: new URL(deployment.host).host,
    CLIENT_ID: deployment.clientId,
    VERSION: deployment.version,
  };
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new PackageError([`The manifest asks for {{${name}}}, which a deployment does not have.`]);
    return value;
  });
}
