import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { folders } from './folders.ts';

/** What the embedded tenant says on its first line: where everything is. */
const readyLine = z.object({ graph: z.url(), issuer: z.url(), authority: z.url(), teams: z.url(), outlook: z.url(), home: z.url() });
export type TenantAddresses = z.infer<typeof readyLine>;

export interface RunningTenant {
  readonly addresses: TenantAddresses;
  /** Settles when the process has ended, however that came about. */
  readonly ended: Promise<{ code: number | null; lastWords: string }>;
  /** Asks it to end, and insists after five seconds. */
  stop(): Promise<void>;
}

export class TenantFailed extends Error {
  override readonly name = 'TenantFailed';
}

export interface TenantOptions {
  readonly port: number;
  /** Folder of the data, or null to keep them in memory only. */
  readonly data: string | null;
  readonly appOrigin: string;
  /** Path of the built app manifest; null where no host page is opened. */
  readonly manifest: string | null;
  readonly fixture?: 'fjordby' | 'empty' | 'large';
  /** Milliseconds to wait for the first line. */
  readonly patience?: number;
}

/** Starts the embedded tenant as a process of its own and waits until it is ready. Throws TenantFailed with its own words. */
export async function startTenant(options: TenantOptions): Promise<RunningTenant> {
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      join(folders.root, 'src', 'tenant', 'main.ts'),
      ...['--port', String(options.port), '--app', options.appOrigin],
      ...(options.manifest === null ? [] : ['--manifest', options.manifest]),
      ...(options.data === null ? ['--memory'] : ['--data', options.data]),
      ...(options.fixture === undefined ? [] : ['--fixture', options.fixture]),
    ],
    // A process group of its own, so that Ctrl+C reaches us first and we end it in order.
    { cwd: folders.root, stdio: ['ignore', 'pipe', 'pipe'], detached: process.platform !== 'win32' },
  );
  const words: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    words.push(text);
    if (words.length > 200) words.shift();
  });
  const ended = new Promise<{ code: number | null; lastWords: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, lastWords: words.join('').trim() }));
    child.once('error', (error) => resolve({ code: null, lastWords: error.message }));
  });
  const stop = async () => {
    child.kill('SIGTERM');
    const insist = setTimeout(() => child.kill('SIGKILL'), 5_000);
    await ended;
    clearTimeout(insist);
  };
  // Whatever ends us must not leave the tenant behind.
  const onExit = () => child.kill('SIGKILL');
  process.once('exit', onExit);
  void ended.then(() => process.off('exit', onExit));

  const firstLine = new Promise<string>((resolve) => createInterface({ input: child.stdout }).once('line', resolve));
  const patience = options.patience ?? 30_000;
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<null>((resolve) => (timer = setTimeout(() => resolve(null), patience)));
  const line = await Promise.race([firstLine, ended, silence]);
  clearTimeout(timer);
  if (line === null) {
    await stop();
    throw new TenantFailed(`The embedded tenant was not ready after ${patience / 1000} s.\n${words.join('').trim()}`);
  }
  if (typeof line !== 'string') throw new TenantFailed(`The embedded tenant ended at once.\n${line.lastWords}`);
  const parsed = parseReady(line);
  if (parsed === null) {
    await stop();
    throw new TenantFailed(`The embedded tenant did not say where it is, but: ${line}`);
  }
  return { addresses: parsed, ended, stop };
}

function parseReady(line: string): TenantAddresses | null {
  try {
    return readyLine.parse(JSON.parse(line));
  } catch {
    // The caller shows the line itself.
    return null;
  }
}
