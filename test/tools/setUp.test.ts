import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { folders } from '../../src/tools/folders.ts';

let clone: string;

/** A clone of the project, reduced to what every command reads before it hands over. */
beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'dagsorden-clone-'));
  for (const file of ['setUp.mjs', 'run.mjs']) {
    mkdirSync(join(clone, 'src', 'tools'), { recursive: true });
    cpSync(join(folders.root, 'src', 'tools', file), join(clone, 'src', 'tools', file));
  }
  write('src/tools/startAll.ts', 'const words: string = process.argv.slice(2).join(" ");\nconsole.log(`started ${words}`);\nprocess.exit(7);');
  write('package.json', '{ "type": "module" }');
  write(
    'package-lock.json',
    locked({ '': {}, 'node_modules/docx': { version: '9.15.2' }, 'node_modules/fsevents': { version: '2.3.3', optional: true } }),
  );
  // npm's place is taken by a program that writes down what it was asked for.
  write('npm.cjs', `require('node:fs').writeFileSync(${JSON.stringify(join(clone, 'asked'))}, process.argv.slice(2).join(' '));`);
});
afterEach(() => rmSync(clone, { recursive: true }));

const locked = (packages: Record<string, unknown>) => JSON.stringify({ packages });

function write(file: string, text: string): void {
  mkdirSync(dirname(join(clone, file)), { recursive: true });
  writeFileSync(join(clone, file), text);
}

function installed(packages: Record<string, unknown>): void {
  write('node_modules/.package-lock.json', locked(packages));
  symlinkNode();
}

/** The project's own Node is the one that runs the tests. */
function symlinkNode(): void {
  mkdirSync(join(clone, 'node_modules', 'node', 'bin'), { recursive: true });
  symlinkSync(process.execPath, join(clone, 'node_modules', 'node', 'bin', 'node'));
}

/** `npm start` with these words. */
const start = (...words: string[]) => command('start', ...words);

function command(...words: string[]) {
  const run = spawnSync(process.execPath, ['src/tools/run.mjs', ...words], {
    cwd: clone,
    encoding: 'utf8',
    env: { ...process.env, npm_execpath: join(clone, 'npm.cjs') },
  });
  return { code: run.status, out: run.stdout, err: run.stderr, askedNpm: existsSync(join(clone, 'asked')) };
}

describe.skipIf(process.platform === 'win32')('a command in a clone', () => {
  it('goes straight on when everything is there, and ends as the program ends', () => {
    installed({ 'node_modules/docx': { version: '9.15.2' } });
    const { code, out, askedNpm } = start('--port', '7443');
    expect(askedNpm).toBe(false);
    expect(out.trim()).toBe('started --port 7443');
    expect(code).toBe(7);
  });

  it('installs when node_modules is missing, and says so', () => {
    const { err, askedNpm } = start();
    expect(askedNpm).toBe(true);
    expect(err).toContain('node_modules is missing');
  });

  it.each([
    ['missing', {}, 'docx 9.15.2 is missing'],
    ['of another version', { 'node_modules/docx': { version: '9.0.0' } }, 'docx 9.15.2 is installed as 9.0.0'],
  ])('installs when a package is %s', (_, packages, words) => {
    installed(packages);
    const { err, askedNpm } = start();
    expect(askedNpm).toBe(true);
    expect(err).toContain(words);
  });

  it('says what to do when the install fails', () => {
    write('npm.cjs', 'process.exit(1);');
    const { code, err } = start();
    expect(code).toBe(1);
    expect(err).toContain('npm registry');
  });

  it('keeps what it says of the install out of what the program prints', () => {
    write('npm.cjs', "console.log('added 900 packages');");
    symlinkNode();
    write('src/entries/cli.ts', 'console.log(JSON.stringify(process.argv.slice(2)));');
    const { out, err } = command('dagsorden', 'import', 'Dagsorden til mødet.docx');
    expect(out).toBe('["import","Dagsorden til mødet.docx"]\n');
    expect(err).toContain('added 900 packages');
  });

  it('gives a program of node_modules the words of the script and those of the person', () => {
    installed({ 'node_modules/docx': { version: '9.15.2' } });
    write('node_modules/webpack/bin/webpack.js', 'console.log(process.argv.slice(2).join(" "));');
    expect(command('build', '--env', 'out=build/try').out.trim()).toBe('--mode production --env out=build/try');
  });

  it('says which commands there are', () => {
    const { code, err, askedNpm } = command('toString');
    expect(code).toBe(1);
    expect(err).toMatch(/"toString".*start, test, build/);
    expect(askedNpm).toBe(false);
  });

  it("uses the project's own Node, not the one it was started with", () => {
    installed({ 'node_modules/docx': { version: '9.15.2' } });
    const own = join(clone, 'node_modules', 'node', 'bin', 'node');
    rmSync(own);
    writeFileSync(own, '#!/bin/sh\necho "own node runs $2"\n');
    chmodSync(own, 0o755);
    expect(start().out).toMatch(/own node runs .*startAll\.ts/);
  });
});

describe('the scripts of package.json', () => {
  const { scripts } = JSON.parse(readFileSync(join(folders.root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

  it.each(Object.entries(scripts))('%s sets up by itself, without a shell', (name, line) => {
    expect(line).toBe(`node src/tools/run.mjs ${name}`);
  });

  it('leads to programs that are there', () => {
    const table = readFileSync(join(folders.root, 'src/tools/run.mjs'), 'utf8');
    const programs = [...table.matchAll(/^ {2}'?([\w:]+)'?: \['([^']+)'/gm)].map(([, name = '', program = '']) => ({ name, program }));
    expect(programs.map(({ name }) => name)).toEqual(Object.keys(scripts));
    expect(programs.filter(({ program }) => !existsSync(join(folders.root, program)))).toEqual([]);
  });
});
