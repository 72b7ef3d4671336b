import { spawn } from 'node:child_process';
import { z } from 'zod';
import { folders } from './folders.ts';

/** What is known of the packages the app is made of. `unanswered`: the registry does not tell. */
export type Verdict = { readonly kind: 'clean' | 'holes'; readonly sentence: string } | { readonly kind: 'unanswered'; readonly sentence: string };

const report = z.object({ metadata: z.object({ vulnerabilities: z.object({ moderate: z.number(), high: z.number(), critical: z.number() }) }) });
const refusal = z.object({ message: z.string() });

/** Registries that only pass packages on (most mirrors do) know no advisories: that is told, and is no fault of the project's. */
export function verdictOf(printed: string): Verdict {
  const parsed = parseJson(printed);
  const told = report.safeParse(parsed);
  if (!told.success) {
    const why = refusal.safeParse(parsed);
    const reason = why.success ? (/^\d{3}\b[^-]*/.exec(why.data.message)?.[0].trim() ?? 'no answer') : 'no answer';
    return { kind: 'unanswered', sentence: `Not looked at: the package registry tells nothing of known holes (${reason}).` };
  }
  const { moderate, high, critical } = told.data.metadata.vulnerabilities;
  const counts = `${critical} critical, ${high} high, ${moderate} moderate`;
  if (high + critical === 0) return { kind: 'clean', sentence: `Known holes in the packages of the app: ${counts}.` };
  return { kind: 'holes', sentence: `Known holes in the packages of the app: ${counts}. \`npm audit --omit=dev\` names them.` };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** Asks the registry about what is shipped (tools that only build and test are left out), for a minute at most, and says what came. False where it is grave. */
export async function audit(say: (sentence: string) => void): Promise<boolean> {
  const verdict = verdictOf(await printedBy('npm', ['audit', '--omit=dev', '--json'], 60_000));
  say(verdict.sentence);
  return verdict.kind !== 'holes';
}

/** What a program prints; nothing where it is not there, or takes longer. */
function printedBy(program: string, words: readonly string[], within: number): Promise<string> {
  return new Promise((resolve) => {
    const windows = process.platform === 'win32';
    const child = spawn(program, [...words], { cwd: folders.root, stdio: ['ignore', 'pipe', 'ignore'], timeout: within, shell: windows });
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
    child.once('error', () => resolve(''));
    child.once('close', () => resolve(printed));
  });
}
