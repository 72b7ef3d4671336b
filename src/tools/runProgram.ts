import { spawn } from 'node:child_process';
import { folders } from './folders.ts';

/** Runs a JavaScript program of node_modules on this same Node, in the project's root, with our terminal. True when it ends well. */
export function runProgram(program: string, programArguments: readonly string[], environment: Record<string, string> = {}): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, ...programArguments], {
      cwd: folders.root,
      stdio: 'inherit',
      env: { ...process.env, ...environment },
    });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code === 0));
  });
}
