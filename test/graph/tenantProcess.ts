import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { createGraph, type Graph, type GraphOptions } from '../../src/graph/client.ts';

export interface Tenant {
  readonly graphBase: string;
  readonly authority: string;
  /** A client for one person, with the scopes each request names. */
  graphOf(user: string, options?: Partial<GraphOptions>): Graph;
  fault(fault: object): Promise<void>;
  noFaults(): Promise<void>;
  stop(): void;
}

/** Starts the embedded tenant as anyone would, on a free port, with nothing kept, and trusts its certificate. */
export async function startTenantProcess(options: { app?: string; manifest?: string; fixture?: string } = {}): Promise<Tenant> {
  const root = new URL('../../', import.meta.url);
  const child = spawn(
    process.execPath,
    [
      'src/tenant/main.ts',
      '--port',
      '0',
      '--memory',
      ...(options.fixture ? ['--fixture', options.fixture] : []),
      ...(options.app ? ['--app', options.app] : []),
      ...(options.manifest ? ['--manifest', options.manifest] : []),
    ],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const line = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).once('line', resolve);
    child.once('exit', (code) => reject(new Error(`The tenant ended with ${code}`)));
  });
  const { graph: graphBase, authority } = JSON.parse(line) as { graph: string; authority: string };
  setDefaultCACertificates([...getCACertificates('default'), readFileSync(new URL('.local/certificate/cert.pem', root), 'utf8')]);
  const home = new URL(graphBase).origin;
  const post = (path: string, body: object) =>
    fetch(`${home}${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const tokens = new Map<string, string>();
  return {
    graphBase,
    authority,
    graphOf: (user, options = {}) =>
      createGraph({
        baseUrl: graphBase,
        token: async ({ scopes, claims }) => {
          const key = `${user} ${[...scopes].sort().join(' ')}`;
          const known = tokens.get(key);
          if (known !== undefined && claims === undefined) return known;
          const answer = await post('/_dev/token', { user: `${user}@fjordby.example`, scopes });
          const { access_token: token } = (await answer.json()) as { access_token: string };
          tokens.set(key, token);
          return token;
        },
        // Tests wait for states: a wait that the service names is kept in its order, not in its length. Who tests waiting pauses by the clock.
        pause: (seconds) => delay(seconds * 20),
        ...options,
      }),
    fault: async (fault) => {
      const answer = await post('/_dev/faults', fault);
      if (!answer.ok) throw new Error(await answer.text());
    },
    noFaults: async () => void (await fetch(`${home}/_dev/faults`, { method: 'DELETE' })),
    stop: () => child.kill(),
  };
}
