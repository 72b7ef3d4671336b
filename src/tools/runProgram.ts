import { spawn } from 'node:child_process';
import { folders } from './folders.ts';

export interface RunOptions {
  /** Added to our own. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Takes what the program says, where our terminal is not its to write to. */
  readonly hear?: (text: string) => void;
}

/** Runs a JavaScript program of node_modules on this same Node, in the project's root, with our terminal. True when it ends well. */
export function runProgram(program: string, programArguments: readonly string[], { environment = {}, hear }: RunOptions = {}): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, ...programArguments], {
      cwd: folders.root,
      stdio: hear === undefined ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...environment },
    });
    for (const stream of [child.stdout, child.stderr]) if (hear !== undefined) stream?.setEncoding('utf8').on('data', hear);
    child.once('error', reject);
    child.once('close', (code) => resolve(code === 0));
  });
}
