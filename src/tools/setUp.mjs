// What has to be there before the project's own Node can run. Plain JavaScript without dependencies, because it runs
// on the machine's own Node (20 or newer) in a fresh clone.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const oldest = 20;
/** Node from here on runs TypeScript files by itself and has node:sqlite. */
const capable = 24;

/**
 * Installs what is missing and continues in a program on the project's own Node, in the project's root. Ends this process with the
 * program's exit code. What is said here goes to stderr: stdout is the program's alone.
 * @param {readonly [program: string, ...words: string[]]} command the program's path seen from the root, and the words it is given
 */
export function handOver([program, ...words]) {
  const own = Number(process.versions.node.split('.')[0]);
  if (own < oldest) stop(`Dagsorden needs Node ${oldest} or newer; this is Node ${process.versions.node}. See https://nodejs.org.`);
  install();
  const node = projectNode(own);
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', join(root, program), ...words], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env['PATH'] ?? ''}` },
  });
  // Ctrl+C reaches the child by itself; this process only waits for it to put things away.
  process.on('SIGINT', () => {});
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => stop(`The project's own Node could not be started (${error.message}). Delete node_modules and try again.`));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (signal === null ? 0 : constants.signals[signal])));
}

/** Runs `npm ci` where node_modules is missing or differs from the lockfile, and says which. */
function install() {
  const reason = whyInstall();
  if (reason === null) return;
  console.error(`Installing dependencies (npm ci), about a minute: ${reason}.`);
  const began = Date.now();
  const npm = process.env['npm_execpath'];
  const words = ['ci', '--no-fund', '--no-audit', '--loglevel=error'];
  /** @type {import('node:child_process').StdioOptions} */
  const stdio = ['inherit', 2, 2];
  // npm tells its scripts where it lives; started without npm, the one on the path is used.
  const run =
    npm !== undefined && /\.c?js$/.test(npm)
      ? spawnSync(process.execPath, [npm, ...words], { cwd: root, stdio })
      : spawnSync('npm', words, { cwd: root, stdio, shell: process.platform === 'win32' });
  if (run.status !== 0) stop('npm ci failed (see above). Is the npm registry within reach?');
  console.error(`Dependencies installed in ${Math.round((Date.now() - began) / 1000)} s.`);
}

/** @returns {string | null} why an install is needed, or null when what lies in node_modules is what the lockfile names */
function whyInstall() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return 'node_modules is missing';
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const present = packagesOf(installed);
  for (const [path, { version, optional }] of Object.entries(wanted)) {
    // Optional packages are for other platforms, and "" is the project itself.
    if (path === '' || optional === true) continue;
    const found = present[path]?.version;
    if (found !== version)
      return `${path.replace(/^.*node_modules\//, '')} ${version} is ${found === undefined ? 'missing' : `installed as ${found}`}`;
  }
  return null;
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  } catch (error) {
    return stop(`${file} cannot be read: ${error instanceof Error ? error.message : error}`);
  }
}

/** @param {number} own major version of the Node that runs this file */
function projectNode(own) {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const brought = join(root, 'node_modules', 'node', 'bin', name);
  if (existsSync(brought)) return brought;
  // npm was told not to run install scripts, which is how the project's Node gets into place.
  if (own >= capable) return process.execPath;
  return stop(`The project's own Node is not in place (npm may be set to ignore install scripts). Run "npm rebuild node", or use Node ${capable}.`);
}

/**
 * @param {string} sentence
 * @returns {never}
 */
function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
